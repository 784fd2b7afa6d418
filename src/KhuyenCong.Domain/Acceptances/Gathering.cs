using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Một biên bản từng địa điểm, as a record of the whole project lists it; what it found without support costs and owes nothing.</summary>
public sealed record GatheredSite(Guid AcceptanceId, Guid? BeneficiaryId, string Name, int Round, AcceptanceVerdict? Verdict, DateOnly? HeldOn, Dong EligibleCost, Dong Due, int MachineCount);

/// <summary>Tổng hợp các biên bản từng địa điểm của một đề án: what is concluded and what it comes to, what is still missing.</summary>
/// <param name="Concluded">All concluded records, by site and round.</param>
/// <param name="Last">Of each site under each contract what was found last.</param>
/// <param name="Missing">Sites without a concluded record.</param>
/// <param name="Unfinished">Sites whose record is still written or awaits its conclusion.</param>
public sealed record Gathering(IReadOnlyList<GatheredSite> Concluded, IReadOnlyList<AcceptanceVerdict> Last, IReadOnlyList<string> Missing, IReadOnlyList<string> Unfinished)
{
    public const string WholeProject = "Cả đề án, nhiệm vụ";

    public Dong EligibleCost => Concluded.Select(c => c.EligibleCost).Sum();

    public Dong Due => Concluded.Select(c => c.Due).Sum();

    public int MachineCount => Concluded.Sum(c => c.MachineCount);

    public DateOnly? LastHeldOn => Concluded.Max(c => c.HeldOn);

    public bool IsPerSite => Concluded.Any(c => c.BeneficiaryId is not null);

    /// <summary>Every site was accepted whole.</summary>
    public bool IsAllAccepted => Missing.Count == 0 && Last.Count > 0 && Last.All(v => v is AcceptanceVerdict.Accepted);

    private bool GivesSupport => Concluded.Any(c => c.Verdict is AcceptanceVerdict.Accepted or AcceptanceVerdict.PartlyAccepted);

    public static Gathering Of(Project project, IReadOnlyCollection<Acceptance> records)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(records);
        var order = project.Beneficiaries.OrderBy(b => b.Order).Select(b => (Guid?)b.ProjectBeneficiaryId).ToList();
        var concluded = records.Where(r => r.State is AcceptanceState.Concluded).OrderBy(r => order.IndexOf(r.BeneficiaryId)).ThenBy(r => r.BeneficiaryName, StringComparer.Ordinal).ThenBy(r => r.ContractId).ThenBy(r => r.Round).ToList();
        return new(
            [.. concluded.Select(SiteOf)],
            [.. concluded.GroupBy(r => (r.ContractId, r.BeneficiaryId)).Select(g => g.MaxBy(r => r.Round)!.Verdict).OfType<AcceptanceVerdict>()],
            [.. concluded.Exists(r => r.BeneficiaryId is null) ? [] : project.Beneficiaries.OrderBy(b => b.Order).Where(b => !concluded.Exists(r => IsOf(r, b))).Select(b => b.Name)],
            [.. records.Where(r => r.State is AcceptanceState.Drafting or AcceptanceState.Submitted).Select(NameOf)]);
    }

    /// <summary>Whether a conclusion may say so: a record of the whole never says more than the sites', and 5b says what they say.</summary>
    public bool Allows(AcceptanceForm form, AcceptanceVerdict verdict) => verdict switch
    {
        AcceptanceVerdict.Accepted => IsAllAccepted,
        AcceptanceVerdict.PartlyAccepted => GivesSupport && (form is AcceptanceForm.Agency || !IsAllAccepted),
        AcceptanceVerdict.NotAccepted => form is AcceptanceForm.Agency || !GivesSupport,
        _ => form is AcceptanceForm.Agency || !IsAllAccepted,
    };

    /// <summary>Whether a concluded record of the whole gathered just these.</summary>
    public bool IsWhatWasGathered(AcceptanceSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return Concluded.Select(c => c.AcceptanceId).Order().SequenceEqual(summary.Rows.Select(r => r.AcceptanceId).Order());
    }

    private static bool IsOf(Acceptance record, ProjectBeneficiary beneficiary) =>
        record.BeneficiaryId == beneficiary.ProjectBeneficiaryId || (record.EstablishmentId == beneficiary.EstablishmentId && record.ProductionSiteId == beneficiary.ProductionSiteId);

    private static string NameOf(Acceptance record) => record.BeneficiaryName ?? WholeProject;

    private static GatheredSite SiteOf(Acceptance record) => new(
        record.AcceptanceId, record.BeneficiaryId, NameOf(record), record.Round, record.Verdict, record.HeldOn,
        record.GivesSupport ? record.EligibleCost : Dong.Zero, record.Due, record.Machines.Count(m => m.AcceptedKey is not null));
}
