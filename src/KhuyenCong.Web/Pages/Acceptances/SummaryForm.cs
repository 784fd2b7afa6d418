using KhuyenCong.Domain.Acceptances;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>A record of the whole project as its form sends it.</summary>
public sealed class SummaryForm
{
    public DateOnly? HeldOn { get; set; }

    public string? Number { get; set; }

    public string? Place { get; set; }

    public string? Basis { get; set; }

    public string? Members { get; set; }

    public AcceptanceVerdict? Verdict { get; set; }

    public string? Opinion { get; set; }

    public Dong? EligibleCost { get; set; }

    public Dong? Due { get; set; }

    public int? MachineCount { get; set; }

    public AcceptanceSummaryText Text => new(HeldOn, Number, Place, Basis, Members, Verdict, Opinion, EligibleCost, Due, MachineCount);

    public static SummaryForm Of(AcceptanceSummaryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            HeldOn = text.HeldOn,
            Number = text.Number,
            Place = text.Place,
            Basis = text.Basis,
            Members = text.Members,
            Verdict = text.Verdict,
            Opinion = text.Opinion,
            EligibleCost = text.EligibleCost,
            Due = text.Due,
            MachineCount = text.MachineCount,
        };
    }
}
