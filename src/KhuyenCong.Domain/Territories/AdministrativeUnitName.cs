using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Territories;

/// <summary>Tên đơn vị hành chính theo thời gian.</summary>
public sealed class AdministrativeUnitName : IDated, IAudited
{
    private AdministrativeUnitName()
    {
    }

    public Guid AdministrativeUnitNameId { get; private set; }

    public string UnitCode { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public UnitType UnitType { get; private set; }

    /// <summary>"Tân Tiến".</summary>
    public string Name { get; private set; } = "";

    /// <summary>"Xã Tân Tiến".</summary>
    public string FullName { get; private set; } = "";

    public string? DocumentNumber { get; private set; }

    public Verification Verification { get; private set; }

    public string SearchText { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public AuditSubject AuditSubject => new(nameof(AdministrativeUnitName), AdministrativeUnitNameId);

    public static AdministrativeUnitName Of(UnitNamed named)
    {
        var text = named.Text;
        var full = $"{text.UnitType.Word()} {text.Name}";
        return new()
        {
            AdministrativeUnitNameId = named.AdministrativeUnitNameId,
            UnitCode = text.UnitCode,
            From = text.From,
            To = text.To,
            UnitType = text.UnitType,
            Name = text.Name,
            FullName = full,
            DocumentNumber = text.Document,
            Verification = text.Verification,
            SearchText = Kernel.SearchText.Fold(full),
            SortKey = Kernel.SearchText.SortKey(text.Name),
        };
    }
}

/// <summary>Một tên theo thời gian, as entered or shipped.</summary>
public sealed record UnitNameText(
    string UnitCode,
    UnitType UnitType,
    string Name,
    DateOnly? From,
    DateOnly? To,
    string? Document = null,
    Verification Verification = Verification.FromKnowledge);

/// <summary>Đã ghi một tên của đơn vị hành chính.</summary>
public sealed record UnitNamed(Guid AdministrativeUnitNameId, UnitNameText Text);
