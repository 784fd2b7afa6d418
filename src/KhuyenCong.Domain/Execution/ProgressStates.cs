using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Execution;

/// <summary>Bảng trạng thái của báo cáo tiến độ: from, action, to, who, guards. Buttons, POST guards, the guide and the tests read this.</summary>
public static class ProgressStates
{
    private static readonly ProgressGuard[] Submitting = [ProgressGuard.ContractRuns, ProgressGuard.LinesFilled, ProgressGuard.CumulativeOrExplained, ProgressGuard.ScanCurrentOrExplained];

    public static readonly IReadOnlyList<ProgressTransition> Table =
    [
        new(ProgressReportState.Drafting, ProgressAction.Send, ProgressReportState.Submitted, Act.ReportProgress, Submitting),
        new(ProgressReportState.SentBack, ProgressAction.Send, ProgressReportState.Submitted, Act.ReportProgress, Submitting),
        new(ProgressReportState.Submitted, ProgressAction.Confirm, ProgressReportState.Confirmed, Act.ConfirmProgress, [ProgressGuard.ConfirmerIsAnother, ProgressGuard.NotConcerned, ProgressGuard.CumulativeOrExplained, ProgressGuard.ScanCurrentOrExplained]),
        new(ProgressReportState.Submitted, ProgressAction.SendBack, ProgressReportState.SentBack, Act.ConfirmProgress, [ProgressGuard.ReasonGiven, ProgressGuard.NotConcerned]),
    ];

    public static ProgressTransition? Find(ProgressReportState from, ProgressAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<ProgressAction> Offered(ProgressReport report, ReportedContract of, ProjectMover mover)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == report.State && mover.May(t.Who, of)).Select(t => t.Action);
    }

    /// <summary>Whether somebody reports on, confirms for or inspects this contract: one reports on one's own, a commune judges its own, the province all others.</summary>
    public static bool May(this ProjectMover mover, Act act, ReportedContract of)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(of);
        return act switch
        {
            // The Sở, which confirms what others report, reports itself only on what it wrote for an owner, never because it is party A.
            Act.ReportProgress when mover.Reach(Act.ConfirmProgress) is Scope.Province => mover.Reach(act) is not null && of.Regime is not Regime.Commune && mover.IsTheirs(of.Project),
            Act.ReportProgress => mover.Reach(act) is { } reach && (mover.Performs(of)
                || (reach is Scope.Commune && (of.Regime is Regime.Commune ? mover.Communes.Contains(of.TerritoryCode) : of.AssistedIn is { } commune && mover.Communes.Contains(commune)))),
            Act.ConfirmProgress or Act.InspectProject => new PlanMover(mover.UserId, mover.Reach, mover.Communes).May(act, of.Regime, of.TerritoryCode),
            _ => false,
        };
    }

    /// <summary>Whether the work is theirs: they wrote the project, or their unit or establishment performs the contract.</summary>
    private static bool Performs(this ProjectMover mover, ReportedContract of) =>
        mover.IsTheirs(of.Project)
        || (of.EstablishmentId is { } establishment && mover.OwnEstablishments.Contains(establishment))
        || (mover.OrganisationId is { } unit && of.Units.Contains(unit));

    /// <summary>Whether an establishment of theirs, at whatever workplace, has the support.</summary>
    public static bool IsConcerned(this ProjectMover mover, ReportedContract of)
    {
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(of);
        return of.Project.Beneficiaries.Select(b => (Guid?)b.EstablishmentId).Append(of.EstablishmentId).OfType<Guid>()
            .Any(e => mover.OwnEstablishments.Contains(e) || mover.OtherEstablishments.Contains(e));
    }
}

/// <summary>Một dòng của bảng trạng thái báo cáo tiến độ.</summary>
public sealed record ProgressTransition(ProgressReportState From, ProgressAction Action, ProgressReportState To, Act Who, IReadOnlyList<ProgressGuard> Guards);

/// <summary>Hợp đồng được báo cáo, được kiểm tra: what the rules of progress ask of it.</summary>
/// <param name="Project">With its lines and beneficiaries.</param>
/// <param name="Units">Organisations that are parties to it.</param>
/// <param name="EstablishmentId">The establishment that is a party to it.</param>
/// <param name="IsRunning">Signed, and neither liquidated nor cancelled.</param>
public sealed record ReportedContract(Guid ContractId, Project Project, Regime Regime, string TerritoryCode, DateOnly? SignedOn, bool IsRunning, IReadOnlyList<Guid> Units, Guid? EstablishmentId)
{
    /// <summary>Whether the establishment that is a party to it has nobody who signs in.</summary>
    public bool IsOwnerWithoutAccount { get; init; }

    /// <summary>The commune of the site, which may report for an owner without an account: where the dossier's consent is recorded and is that one owner's. Null = none.</summary>
    public string? AssistedIn =>
        IsOwnerWithoutAccount && Project is { IsGroup: false, ConsentGivenBy: not null, Beneficiaries: [var only] } && only.EstablishmentId == EstablishmentId ? only.CommuneCode ?? Project.CommuneCode : null;

    /// <summary>The lines that its work is: a contract with one of several beneficiaries is about that one's lines.</summary>
    public IReadOnlyList<ProjectEstimateLine> Lines
    {
        get
        {
            var all = Project.Lines.OrderBy(l => l.Order).ToList();
            var party = Project.Beneficiaries.Count > 1 && EstablishmentId is { } id ? Project.Beneficiaries.FirstOrDefault(b => b.EstablishmentId == id) : null;
            var own = party is null ? [] : all.Where(l => l.BeneficiaryId == party.ProjectBeneficiaryId).ToList();
            return own.Count > 0 ? own : all;
        }
    }

    /// <summary>Tổng vốn đầu tư of that work.</summary>
    public Dong Investment => Lines.Select(l => l.Total).Sum();
}
