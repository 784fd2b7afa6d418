using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;

namespace KhuyenCong.Domain.Reminders;

/// <summary>Đồng hồ của đề án: everything that a project waits for, each with its holder, next step and last day. It informs and never blocks.</summary>
public static partial class ProjectClock
{
    /// <summary>What is late first, then what somebody has to decide, of these what has a day and has waited longest; what comes round by itself and work that just goes on come last.</summary>
    public static IReadOnlyList<WaitingItem> Of(ClockFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        List<WaitingItem> found = facts.State switch
        {
            ProjectState.Approved or ProjectState.Underway => [.. facts.Contracts.SelectMany(c => OfContract(c, facts, today)), .. Payments(facts), .. Recoveries(facts), .. Excesses(facts), .. Findings(facts), .. Machines(facts), .. FollowUps(facts, today)],
            // Money that is out still has to come back, what is bound to be set free; what was found or bought is still looked after.
            ProjectState.Stopped or ProjectState.Settled => [.. facts.Contracts.SelectMany(c => OfStopped(c, facts)), .. Payments(facts), .. facts.Contracts.SelectMany(Advances), .. Recoveries(facts), .. Excesses(facts), .. Findings(facts), .. Machines(facts), .. FollowUps(facts, today)],
            _ => [.. Dossier(facts)],
        };
        found.AddRange([.. Parts(facts), .. Summaries(facts), .. Inspections(facts)]);
        if (facts.State.IsApproved() && facts.Contracts.All(c => c.State is ContractState.Cancelled))
        {
            found.Add(Own(facts, WaitingKind.ContractMissing, Act.EditContract));
        }

        return
        [
            .. found.OrderByDescending(w => w.IsLate(today)).ThenBy(w => w.Kind is WaitingKind.WorkUnderway or WaitingKind.PartDone).ThenBy(w => w.Kind is WaitingKind.MachineCheck or WaitingKind.AdvanceUnspent or WaitingKind.MilestoneUnpaid or WaitingKind.ReportDue or WaitingKind.FollowUpDue)
                .ThenBy(w => w.Due is { Counts: true } due ? due.LastDay : DateOnly.MaxValue).ThenBy(w => w.Since).ThenBy(w => w.Kind).ThenBy(w => w.ItemId).ThenBy(w => w.Part, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whose office works with a contract: the commune's own, the Centre where it is party A, otherwise the Sở.</summary>
    public static WaitingParty AgencyOf(Regime regime, OrganisationKind? partyA) =>
        regime is Regime.Commune ? WaitingParty.CommuneOffice : partyA is OrganisationKind.PromotionCentre ? WaitingParty.Centre : WaitingParty.Department;

    /// <summary>Of several last days the first that binds, or the first that is suggested.</summary>
    /// <param name="deadlines">Of one contract.</param>
    /// <param name="fileToo">Whether the file is not handed in yet.</param>
    public static WaitingDue? DueOf(IReadOnlyList<SettlementDeadline> deadlines, bool fileToo)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        return deadlines.Where(d => fileToo || d.RuleCode == LiquidationRule).OrderByDescending(d => d.Binds).ThenBy(d => d.InTimeUntil)
            .Select(d => new WaitingDue(d.InTimeUntil, DueSource.Law, d.RuleCode, d.Binds)).FirstOrDefault();
    }

    /// <summary>Thanh lý, quyết toán chậm nhất 22/01: the one deadline that still runs once the file is handed in.</summary>
    public const string LiquidationRule = "kcqg.liquidation";

    private static IEnumerable<WaitingItem> Dossier(ClockFacts facts)
    {
        if (ProjectStates.HolderOf(facts.State, facts.Kind) is not { } holder)
        {
            yield break;
        }

        var due = facts.State is ProjectState.AwaitingMore && facts.Deadline is { } deadline ? new WaitingDue(deadline, DueSource.Record)
            : facts.StepDue is { } step ? new WaitingDue(step, DueSource.Procedure)
            : null;
        var act = facts.State switch
        {
            ProjectState.Draft or ProjectState.AwaitingMore => Act.EditProject,
            ProjectState.Filed or ProjectState.Received => Act.ReceiveProject,
            ProjectState.AwaitingAppraisal or ProjectState.InAppraisal => Act.AppraiseProject,
            _ => Act.DraftPlan,
        };
        yield return Own(facts, WaitingKind.Dossier, act) with
        {
            Holder = holder is ProjectHolder.Filer ? WaitingParty.Filer : HomeOf(facts),
            Due = due,
            PersonId = holder is ProjectHolder.Filer ? facts.WrittenBy : null,
        };
    }

    private static IEnumerable<WaitingItem> OfContract(ContractFact contract, ClockFacts facts, DateOnly today)
    {
        switch (contract.State)
        {
            case ContractState.Drafting:
                yield return At(contract, WaitingKind.ContractDrafting, contract.ContractId, Act.EditContract, contract.StateSince) with { PersonId = contract.DraftedBy };
                break;
            case ContractState.Proposed:
                yield return At(contract, WaitingKind.ContractProposed, contract.ContractId, Act.SignContract, contract.StateSince);
                break;
            case ContractState.Signed:
                List<WaitingItem> work = [.. Acceptances(contract, facts), .. Settlements(contract, facts)];
                foreach (var item in (IEnumerable<WaitingItem>)[.. work, .. Changes(contract), .. Reports(contract), .. Advances(contract), .. Milestones(contract, facts, today)])
                {
                    yield return item;
                }

                // A part is told by the contract that it belongs to.
                if (!contract.IsPart && (contract.LastAcceptance is null ? work.Count == 0 : contract.Sites.Missing.Count > 0))
                {
                    yield return ByPerformer(contract, WaitingKind.WorkUnderway, contract.ContractId, Act.ReportProgress, contract.SignedOn ?? contract.StateSince) with
                    {
                        Due = contract.EndsOn is { } ends ? new(ends, DueSource.Contract) : null,
                        Sites = contract.LastAcceptance is null ? [] : contract.Sites.Missing,
                    };
                }

                break;
            case ContractState.Liquidated:
                foreach (var item in Advances(contract))
                {
                    yield return item;
                }

                break;
        }
    }

    private static IEnumerable<WaitingItem> Reports(ContractFact contract) => contract.Months
        .Where(m => m.Standing is not ReportStanding.Confirmed && (m.LastDay is not null || m.Standing is not (ReportStanding.NotYetDue or ReportStanding.Missing)))
        .Select(m =>
        {
            var month = new DateOnly(m.Year, m.Month, 1);
            var since = m.ReportId is { } id && contract.ReportsSince.TryGetValue(id, out var day) ? day : contract.SignedOn > month ? contract.SignedOn.Value : month;
            var due = m.LastDay is { } last ? new WaitingDue(last, DueSource.Law, m.RuleCode ?? ExpectedReports.RuleCode, m.Binds) : null;
            var part = $"{m.Year:0000}-{m.Month:00}";
            return m.Standing switch
            {
                // The unit has done its part: its last day is no longer anybody's.
                ReportStanding.AwaitingConfirmation => AtHome(contract, WaitingKind.ReportSubmitted, m.ReportId ?? contract.ContractId, Act.ConfirmProgress, since) with { Part = part },
                ReportStanding.SentBack => ByPerformer(contract, WaitingKind.ReportSentBack, contract.ContractId, Act.ReportProgress, since) with { Part = part, Due = due },
                _ => ByPerformer(contract, WaitingKind.ReportDue, contract.ContractId, Act.ReportProgress, m.ReportId is null ? since : month > contract.SignedOn ? month : contract.SignedOn ?? month) with { Part = part, Due = due },
            };
        });

    private static IEnumerable<WaitingItem> Acceptances(ContractFact contract, ClockFacts facts)
    {
        foreach (var record in facts.Acceptances.Where(a => a.ContractId == contract.ContractId))
        {
            if (record.State is AcceptanceState.Drafting)
            {
                yield return AtHome(contract, WaitingKind.AcceptanceDrafting, record.AcceptanceId, Act.AcceptProject, record.Since) with { EstablishmentId = record.EstablishmentId };
            }
            else if (record.State is AcceptanceState.Submitted)
            {
                yield return AtHome(contract, WaitingKind.AcceptanceSubmitted, record.AcceptanceId, Act.ConcludeAcceptance, record.Since) with { EstablishmentId = record.EstablishmentId };
            }
            else if (record is { State: AcceptanceState.Concluded, Verdict: AcceptanceVerdict.ToBeCompleted, IsFollowed: false })
            {
                yield return ByPerformer(contract, WaitingKind.WorkToComplete, record.AcceptanceId, Act.ReportProgress, record.Since) with
                {
                    Due = record.CompleteBy is { } by ? new(by, DueSource.Record) : null,
                    EstablishmentId = record.EstablishmentId ?? contract.EstablishmentId,
                };
            }
        }
    }

    private static IEnumerable<WaitingItem> Settlements(ContractFact contract, ClockFacts facts)
    {
        if (contract.IsPart)
        {
            yield break;
        }

        var file = facts.Settlements.FirstOrDefault(s => s.ContractId == contract.ContractId && s.State is not SettlementState.Discarded);
        if (file is null)
        {
            var isOpen = facts.Acceptances.Any(a => a.ContractId == contract.ContractId && IsBeingAccepted(a));
            if (contract.LastAcceptance is { } last && !isOpen && contract.Sites.IsNone)
            {
                yield return At(contract, WaitingKind.SettlementMissing, contract.ContractId, Act.PrepareSettlement, last) with { Due = DueOf(contract.Deadlines, fileToo: true) };
            }
        }
        else if (file.State is SettlementState.Drafting or SettlementState.SentBack)
        {
            yield return At(contract, WaitingKind.SettlementDrafting, file.SettlementId, Act.PrepareSettlement, file.Since) with { Due = DueOf(contract.Deadlines, fileToo: true) };
        }
        else if (file.State is SettlementState.Submitted)
        {
            yield return AtHome(contract, WaitingKind.SettlementSubmitted, file.SettlementId, Act.ApproveSettlement, file.Since) with { Due = DueOf(contract.Deadlines, fileToo: false) };
        }
    }

    /// <summary>The day after which the product reminds is its own, and says so.</summary>
    private static IEnumerable<WaitingItem> Advances(ContractFact contract)
    {
        if (contract.Advance is { Since: { } since } advance && advance.Amount > Dong.Zero)
        {
            yield return At(contract, WaitingKind.AdvanceUnspent, contract.ContractId, Act.RequestPayment, since) with { Due = new(since.AddDays(AdvanceAge.RemindAfterDays), DueSource.Product) };
        }
    }

    private static IEnumerable<WaitingItem> Findings(ClockFacts facts) => facts.Findings.Where(f => f.State is not FindingState.Closed).Select(f =>
    {
        var of = facts.Contracts.FirstOrDefault(c => !c.IsPart && f.EstablishmentId is { } establishment && c.EstablishmentId == establishment) ?? facts.Contracts.FirstOrDefault(c => c is { IsPart: false, State: ContractState.Signed or ContractState.Liquidated });
        var item = Own(facts, WaitingKind.FindingPending, Act.ReportProgress) with
        {
            ItemId = f.FindingId,
            PlaceId = f.InspectionId,
            Since = f.Since,
            ContractId = of?.ContractId,
            OrganisationId = of?.OrganisationId,
            EstablishmentId = f.EstablishmentId ?? of?.EstablishmentId,
            Due = new(f.DueOn, DueSource.Record),
        };
        return f.State is FindingState.Pending
            ? item with { Holder = WaitingParty.Performer }
            : item with { Kind = WaitingKind.FindingAnswered, Act = Act.InspectProject, Due = null };
    });

    private static IEnumerable<WaitingItem> Machines(ClockFacts facts) => facts.Machines.Select(m => Own(facts, WaitingKind.MachineCheck, Act.InspectProject) with
    {
        ItemId = m.MachinePassportId,
        Since = m.AcceptedOn,
        Due = new(m.CheckDueOn, DueSource.Product),
    });

    /// <summary>From the day on which it may be answered the owner has it; answered, whoever works with the contract. It is the owner's alone: the unit that performs is not asked.</summary>
    private static IEnumerable<WaitingItem> FollowUps(ClockFacts facts, DateOnly today)
    {
        foreach (var sheet in facts.FollowUps)
        {
            if (facts.Contracts.FirstOrDefault(c => c.ContractId == sheet.ContractId) is not { State: not ContractState.Cancelled } contract)
            {
                continue;
            }

            var opensOn = sheet.DueOn.AddDays(-FollowUp.EarlyDays);
            if (sheet.State is FollowUpState.Submitted)
            {
                yield return At(contract, WaitingKind.FollowUpSubmitted, sheet.FollowUpId, Act.ConfirmFollowUp, sheet.Since);
            }
            else if (sheet.State is FollowUpState.SentBack || (sheet.State is FollowUpState.AwaitingAnswer && today >= opensOn))
            {
                yield return At(contract, WaitingKind.FollowUpDue, sheet.FollowUpId, Act.AnswerFollowUp, sheet.Since > opensOn ? sheet.Since : opensOn) with
                {
                    Holder = WaitingParty.Performer,
                    EstablishmentId = sheet.EstablishmentId,
                    Due = new(sheet.DueOn, DueSource.Product),
                };
            }
        }
    }

    private static WaitingParty HomeOf(ClockFacts facts) => facts.Kind is ProjectKind.Commune ? WaitingParty.CommuneOffice : WaitingParty.Department;

    private static WaitingItem Own(ClockFacts facts, WaitingKind kind, Act act) => new(kind, facts.ProjectId, HomeOf(facts), HomeOf(facts), act, facts.StateSince, null)
    {
        Regime = facts.Kind.Regime(),
        TerritoryCode = facts.CommuneCode ?? "",
    };

    /// <summary>With the unit that is party A.</summary>
    private static WaitingItem At(ContractFact contract, WaitingKind kind, Guid id, Act act, DateOnly since)
    {
        var agency = AgencyOf(contract.Regime, contract.AgencyKind);
        return new(kind, id, agency, agency, act, since, null) { ContractId = contract.ContractId, Regime = contract.Regime, TerritoryCode = contract.TerritoryCode };
    }

    /// <summary>With the Sở, or the commune for its own: what is judged is not judged by party A as such.</summary>
    private static WaitingItem AtHome(ContractFact contract, WaitingKind kind, Guid id, Act act, DateOnly since)
    {
        var home = AgencyOf(contract.Regime, null);
        return At(contract, kind, id, act, since) with { Holder = home, Agency = home };
    }

    private static WaitingItem ByPerformer(ContractFact contract, WaitingKind kind, Guid id, Act act, DateOnly since) =>
        At(contract, kind, id, act, since) with { Holder = WaitingParty.Performer, OrganisationId = contract.OrganisationId, EstablishmentId = contract.EstablishmentId };
}
