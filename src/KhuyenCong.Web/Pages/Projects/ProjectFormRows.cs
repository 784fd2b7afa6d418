using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>One step of the work plan as typed.</summary>
public sealed class WorkRow
{
    public string? What { get; set; }

    public string? When { get; set; }

    public string? By { get; set; }

    public bool Remove { get; set; }
}

/// <summary>One beneficiary as chosen.</summary>
public sealed class BeneficiaryInput
{
    public Guid Id { get; set; }

    public Guid EstablishmentId { get; set; }

    public Guid? ProductionSiteId { get; set; }

    public Dong? SupportAsked { get; set; }

    /// <summary>On the list of a group project: what it is helped for.</summary>
    public string? KindCode { get; set; }

    /// <summary>On the list of a group project: what that costs altogether.</summary>
    public Dong? Cost { get; set; }

    public bool Remove { get; set; }
}

/// <summary>One line of the estimate as typed.</summary>
public sealed class LineInput
{
    public Guid Id { get; set; }

    public string? Content { get; set; }

    public string? KindCode { get; set; }

    public Guid? BeneficiaryId { get; set; }

    public string? Unit { get; set; }

    public long? Quantity { get; set; }

    public Dong? UnitPrice { get; set; }

    public Dictionary<string, Dong?> Amounts { get; set; } = [];

    public string? Basis { get; set; }

    public bool Remove { get; set; }

    public bool IsBlank => Remove || (string.IsNullOrWhiteSpace(Content) && UnitPrice is null && Quantity is null && Amounts.Values.All(a => a is null));
}

/// <summary>One machine as typed.</summary>
public sealed class MachineInput
{
    public Guid Id { get; set; }

    public Guid? BeneficiaryId { get; set; }

    public string? Name { get; set; }

    public string? Model { get; set; }

    public string? Maker { get; set; }

    public string? Serial { get; set; }

    public int? MadeYear { get; set; }

    public string? Origin { get; set; }

    public string? Capacity { get; set; }

    public bool IsNew { get; set; }

    public bool IsSelfMade { get; set; }

    public long? Quantity { get; set; }

    public Dong? UnitPrice { get; set; }

    public string? Quotation { get; set; }

    public bool Remove { get; set; }

    public bool IsBlank => Remove || (string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Model) && string.IsNullOrWhiteSpace(Serial) && UnitPrice is null);
}

/// <summary>What one year gives, as typed.</summary>
public sealed class YearInput
{
    public int? Year { get; set; }

    public Dictionary<string, Dong?> Amounts { get; set; } = [];

    public bool IsBlank => Year is null && Amounts.Values.All(a => a is null);

    public static YearInput Of(SupportYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new() { Year = year.Year, Amounts = SupportSchedule.Sources.ToDictionary(s => s.Code, s => year[s]) };
    }

    public SupportYear Read() => new(Year ?? 0, Of(FundingSource.National), Of(FundingSource.Provincial), Of(FundingSource.Commune));

    private Dong? Of(FundingSource source) => Amounts.GetValueOrDefault(source.Code);
}
