namespace KhuyenCong.Domain.Establishments;

/// <summary>Số liệu năm của cơ sở: what one year's figures were, and the size class made from them.</summary>
public sealed class EstablishmentYear : EstablishmentPart
{
    private EstablishmentYear()
    {
    }

    internal EstablishmentYear(Guid id) => EstablishmentYearId = id;

    public Guid EstablishmentYearId { get; private set; }

    public int Year { get; private set; }

    public int? Labour { get; private set; }

    public Dong? Capital { get; private set; }

    public Dong? Revenue { get; private set; }

    public Dong? Export { get; private set; }

    /// <summary>Share of local material in the value of the main material, in hundredths of a percent.</summary>
    public int? LocalMaterialBasisPoints { get; private set; }

    /// <summary>Gợi ý by the rule in force; the official decides.</summary>
    public SizeClass? SuggestedSize { get; private set; }

    public SizeClass? ConfirmedSize { get; private set; }

    /// <summary>Where the figures come from.</summary>
    public string? Source { get; private set; }

    public override Guid PartId => EstablishmentYearId;

    public override PartEntry Entry => new YearEntry(Year, Labour, Capital, Revenue, Export, LocalMaterialBasisPoints, ConfirmedSize, Source) { SuggestedSize = SuggestedSize };

    internal override void Set(PartEntry entry)
    {
        var year = (YearEntry)entry;
        (Year, Labour, Capital, Revenue, Export, LocalMaterialBasisPoints, ConfirmedSize, Source) = year;
        SuggestedSize = year.SuggestedSize;
    }
}
