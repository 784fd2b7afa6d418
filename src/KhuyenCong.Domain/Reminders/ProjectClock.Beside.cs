using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Reminders;

/// <content>What stands beside the contracts that hold the money: parts of them, records of the whole project, inspections.</content>
public static partial class ProjectClock
{
    /// <summary>A beneficiary under a unit's contract reads its own only: its work until its site is accepted or the project stopped, then that the contract above is to be paid and settled. What the upper contract waits for reminds of that.</summary>
    private static IEnumerable<WaitingItem> Parts(ClockFacts facts)
    {
        var isStopped = facts.State is ProjectState.Stopped;
        if (!isStopped && !facts.State.IsApproved())
        {
            yield break;
        }

        foreach (var part in facts.Contracts.Where(c => c is { IsPart: true, State: ContractState.Signed, EstablishmentId: not null }))
        {
            var records = facts.Acceptances.Where(a => a.ContractId == part.ParentId && (a.EstablishmentId is null || a.EstablishmentId == part.EstablishmentId)).ToList();
            if (records.Exists(a => a.EstablishmentId is not null && IsBeingAccepted(a)))
            {
                // Told by the record itself.
                continue;
            }

            var done = records.FindAll(a => a is { State: AcceptanceState.Concluded, Verdict: not AcceptanceVerdict.ToBeCompleted });
            if ((done.Count > 0 || isStopped) && facts.Contracts.FirstOrDefault(c => c.ContractId == part.ParentId) is { } upper)
            {
                yield return At(upper, WaitingKind.PartDone, part.ContractId, Act.PrepareSettlement, done.Count > 0 ? done.Max(a => a.Since) : facts.StateSince) with
                {
                    ContractId = part.ContractId,
                    EstablishmentId = part.EstablishmentId,
                    IsRemindedElsewhere = true,
                };
            }
            else if (!isStopped)
            {
                yield return ByPerformer(part, WaitingKind.WorkUnderway, part.ContractId, Act.ReportProgress, part.SignedOn ?? part.StateSince) with
                {
                    Due = part.EndsOn is { } ends ? new(ends, DueSource.Contract) : null,
                };
            }
        }
    }

    private static bool IsBeingAccepted(AcceptanceFact record) => record.State is AcceptanceState.Drafting or AcceptanceState.Submitted
        || record is { State: AcceptanceState.Concluded, Verdict: AcceptanceVerdict.ToBeCompleted, IsFollowed: false };

    /// <summary>Nothing sets a day for them. A 5c lowers what may be paid once it is concluded: also after the project has ended.</summary>
    private static IEnumerable<WaitingItem> Summaries(ClockFacts facts) => facts.Summaries.Where(s => s.State is AcceptanceState.Drafting or AcceptanceState.Submitted).Select(s =>
    {
        var (home, isSent) = (AgencyOf(s.Regime, null), s.State is AcceptanceState.Submitted);
        return new WaitingItem(
            isSent ? WaitingKind.SummarySubmitted : WaitingKind.SummaryDrafting, s.AcceptanceSummaryId, home, home, isSent ? Act.ConcludeAcceptance : Act.AcceptProject, s.Since, null)
        {
            Regime = s.Regime,
            TerritoryCode = s.TerritoryCode,
        };
    });

    /// <summary>From its day on a planned visit is owed by whoever planned it.</summary>
    private static IEnumerable<WaitingItem> Inspections(ClockFacts facts) => facts.Inspections.Select(i =>
    {
        var home = i.CommuneCode is null ? WaitingParty.Department : WaitingParty.CommuneOffice;
        return new WaitingItem(WaitingKind.InspectionPlanned, i.InspectionId, home, home, Act.InspectProject, i.On, new(i.On, DueSource.Plan))
        {
            ContractId = i.ContractId,
            Regime = i.CommuneCode is null ? Regime.Provincial : Regime.Commune,
            TerritoryCode = i.CommuneCode ?? "",
            IsRemindedElsewhere = i.IsToldElsewhere,
        };
    });
}
