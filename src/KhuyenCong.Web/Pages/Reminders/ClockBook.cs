using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Execution;
using KhuyenCong.Web.Pages.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>What projects wait for, read from their records: one look at each book for many projects at once. Whether somebody may see them is the caller's question.</summary>
public static class ClockBook
{
    /// <summary>So many projects are looked at together.</summary>
    public const int Chunk = 200;

    private static readonly List<PaymentState> Open = [PaymentState.Drafting, PaymentState.SentBack, PaymentState.Refused, PaymentState.Requested, PaymentState.Approved, PaymentState.Sent];

    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<WaitingItem>>> OfAsync(KhuyenCongDb db, IReadOnlyCollection<Guid> projectIds, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(projectIds);
        Dictionary<Guid, IReadOnlyList<WaitingItem>> found = [];
        foreach (var chunk in projectIds.Distinct().Chunk(Chunk))
        {
            List<Guid> ids = [.. chunk];
            foreach (var facts in await FactsAsync(db, await db.Projects.AsNoTracking().Where(p => ids.Contains(p.ProjectId)).ToListAsync(cancellationToken), today, cancellationToken))
            {
                found[facts.ProjectId] = ProjectClock.Of(facts, today);
            }
        }

        return found;
    }

    /// <summary>Of one project that was read already.</summary>
    public static async Task<IReadOnlyList<WaitingItem>> OfAsync(KhuyenCongDb db, Project project, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(project);
        return ProjectClock.Of((await FactsAsync(db, [project], today, cancellationToken))[0], today);
    }

    /// <summary>Before its approval a dossier has nothing but its own state: the books of contracts and money are not asked.</summary>
    private static async Task<List<ClockFacts>> FactsAsync(KhuyenCongDb db, List<Project> projects, DateOnly today, CancellationToken cancellationToken)
    {
        var later = projects.FindAll(p => ProjectStates.FromApprovalOn.Contains(p.State));
        var before = projects.FindAll(p => !ProjectStates.FromApprovalOn.Contains(p.State));
        var steps = await StepsAsync(db, before, today, cancellationToken);
        List<ClockFacts> facts = before.ConvertAll(p => Bare(p) with { StepDue = steps.TryGetValue(p.ProjectId, out var due) ? due : null });
        if (later.Count > 0)
        {
            facts.AddRange(await LaterAsync(db, later, today, cancellationToken));
        }

        return facts;
    }

    private static ClockFacts Bare(Project project) => new(project.ProjectId, project.Kind, project.State, project.StateSince, project.CommuneCode, project.Deadline, null, project.CreatedBy);

    private static async Task<List<ClockFacts>> LaterAsync(KhuyenCongDb db, List<Project> projects, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = projects.ConvertAll(p => p.ProjectId);
        var contracts = (await ContractsAsync(db, ids, today, cancellationToken)).ToLookup(c => c.ProjectId, c => c.Fact);
        var requests = await db.PaymentRequests.AsNoTracking().Where(r => ids.Contains(r.ProjectId) && Open.Contains(r.State))
            .Select(r => new { r.ProjectId, r.PaymentRequestId, r.ContractId, r.State, r.StateSince, r.CreatedBy, r.Total }).ToListAsync(cancellationToken);
        var sent = requests.Where(r => r.State is PaymentState.Sent).Select(r => (Guid?)r.PaymentRequestId).ToList();
        var tied = (await db.StatementMatches.AsNoTracking().Where(m => sent.Contains(m.PaymentRequestId)).Select(m => new { m.PaymentRequestId, m.Amount }).ToListAsync(cancellationToken))
            .GroupBy(m => m.PaymentRequestId!.Value).ToDictionary(g => g.Key, g => g.Select(m => m.Amount).Sum());
        var payments = requests.ToLookup(r => r.ProjectId, r => new PaymentFact(r.PaymentRequestId, r.ContractId, r.State, r.StateSince, r.CreatedBy) { IsMatched = tied.TryGetValue(r.PaymentRequestId, out var all) && all == r.Total });
        var acceptances = await db.Acceptances.AsNoTracking().Where(a => ids.Contains(a.ProjectId) && a.State != AcceptanceState.Undone)
            .Select(a => new { a.ProjectId, a.AcceptanceId, a.ContractId, a.State, a.StateSince, a.Verdict, a.CompleteBy, a.FollowsId, a.EstablishmentId }).ToListAsync(cancellationToken);
        var followed = acceptances.Select(a => a.FollowsId).OfType<Guid>().ToHashSet();
        var records = acceptances.ToLookup(a => a.ProjectId, a => new AcceptanceFact(a.AcceptanceId, a.ContractId, a.State, a.StateSince, a.Verdict, a.CompleteBy, followed.Contains(a.AcceptanceId), a.EstablishmentId));
        var settlements = (await db.Settlements.AsNoTracking().Where(s => ids.Contains(s.ProjectId)).Select(s => new { s.ProjectId, s.SettlementId, s.ContractId, s.State, s.StateSince }).ToListAsync(cancellationToken))
            .ToLookup(s => s.ProjectId, s => new SettlementFact(s.SettlementId, s.ContractId, s.State, s.StateSince));
        var recoveries = (await db.Settlements.AsNoTracking().Where(s => ids.Contains(s.ProjectId)).SelectMany(s => s.Recoveries, (s, r) => new { s.ProjectId, s.SettlementId, s.ContractId, r.SettledRecoveryId, r.DocumentDate, r.PaidBackOn, r.WithdrawnOn })
            .Where(r => r.PaidBackOn == null && r.WithdrawnOn == null).ToListAsync(cancellationToken))
            .ToLookup(r => r.ProjectId, r => new RecoveryFact(r.SettledRecoveryId, r.SettlementId, r.ContractId, r.DocumentDate));
        var excesses = await ExcessesAsync(db, ids, today, cancellationToken);
        var findings = (await db.InspectionFindings.AsNoTracking().Where(f => ids.Contains(f.ProjectId) && f.State != FindingState.Closed)
            .Select(f => new { f.ProjectId, f.InspectionFindingId, f.InspectionId, f.State, f.FoundOn, f.AnsweredOn, f.DueOn, f.EstablishmentId }).ToListAsync(cancellationToken))
            .ToLookup(f => f.ProjectId, f => new FindingFact(f.InspectionFindingId, f.InspectionId, f.State, f.State is FindingState.Answered ? f.AnsweredOn ?? f.FoundOn : f.FoundOn, f.DueOn, f.EstablishmentId));
        var summaries = (await db.AcceptanceSummaries.AsNoTracking().Where(s => ids.Contains(s.ProjectId) && (s.State == AcceptanceState.Drafting || s.State == AcceptanceState.Submitted))
            .Select(s => new { s.ProjectId, s.AcceptanceSummaryId, s.State, s.StateSince, s.Regime, s.TerritoryCode }).ToListAsync(cancellationToken))
            .ToLookup(s => s.ProjectId, s => new SummaryFact(s.AcceptanceSummaryId, s.State, s.StateSince, s.Regime, s.TerritoryCode));
        var visits = await VisitsAsync(db, ids, today, cancellationToken);
        var machines = (await db.MachinePassports.AsNoTracking().Where(m => ids.Contains(m.ProjectId) && m.AcceptedKey != null && m.DueCheckedOn == null && m.AcceptedOn != null && m.CheckDueOn != null)
            .Select(m => new { m.ProjectId, m.MachinePassportId, m.AcceptedOn, m.CheckDueOn }).ToListAsync(cancellationToken))
            .ToLookup(m => m.ProjectId, m => new MachineFact(m.MachinePassportId, m.AcceptedOn!.Value, m.CheckDueOn!.Value));
        // Of what may be answered by now; what was accepted and then undone is asked of nobody.
        var opened = today.AddDays(FollowUp.EarlyDays);
        var sheets = (await db.FollowUps.AsNoTracking()
            .Where(f => ids.Contains(f.ProjectId) && (f.State == FollowUpState.Submitted || f.State == FollowUpState.SentBack
                || (f.State == FollowUpState.AwaitingAnswer && f.DueOn <= opened && db.Acceptances.Any(a => a.AcceptanceId == f.AcceptanceId && a.State == AcceptanceState.Concluded))))
            .Select(f => new { f.ProjectId, f.FollowUpId, f.ContractId, f.State, f.StateSince, f.DueOn, f.EstablishmentId }).ToListAsync(cancellationToken))
            .ToLookup(f => f.ProjectId, f => new FollowUpFact(f.FollowUpId, f.ContractId, f.State, f.StateSince, f.DueOn, f.EstablishmentId));
        return projects.ConvertAll(p => Bare(p) with
        {
            Contracts = [.. contracts[p.ProjectId]],
            Payments = [.. payments[p.ProjectId]],
            Acceptances = [.. records[p.ProjectId]],
            Settlements = [.. settlements[p.ProjectId]],
            Findings = [.. findings[p.ProjectId]],
            Machines = [.. machines[p.ProjectId]],
            FollowUps = [.. sheets[p.ProjectId]],
            Recoveries = [.. recoveries[p.ProjectId]],
            Excesses = excesses.GetValueOrDefault(p.ProjectId, []),
            Summaries = [.. summaries[p.ProjectId]],
            Inspections = [.. visits[p.ProjectId]],
        });
    }

    /// <summary>What is to come back and nobody has asked back, where a request or an order can.</summary>
    private static async Task<Dictionary<Guid, List<ExcessFact>>> ExcessesAsync(KhuyenCongDb db, List<Guid> ids, DateOnly today, CancellationToken cancellationToken)
    {
        // Few: national projects on which the Cục has concluded.
        var bounded = await db.AcceptanceSummaries.AsNoTracking().Where(s => ids.Contains(s.ProjectId) && s.Form == AcceptanceForm.Agency && s.State == AcceptanceState.Concluded).Select(s => s.ProjectId).Distinct().ToListAsync(cancellationToken);
        Dictionary<Guid, List<ExcessFact>> excesses = [];
        foreach (var id in bounded)
        {
            excesses[id] = [.. (await db.ExcessesAsync(id, null, cancellationToken)).Where(e => e.Uncovered > Dong.Zero && !e.WaitsForSettlement).Select(e => new ExcessFact(e.ContractId, e.SettlementId, e.Bound.HeldOn ?? today))];
        }

        return excesses;
    }

    /// <summary>Inspections whose day has come: of several projects the first that is past its approval reminds of it, whichever are looked at.</summary>
    private static async Task<ILookup<Guid, InspectionFact>> VisitsAsync(KhuyenCongDb db, List<Guid> ids, DateOnly today, CancellationToken cancellationToken)
    {
        var open = db.Inspections.Where(i => i.State == InspectionState.Scheduled && i.On <= today && i.Projects.Any(p => ids.Contains(p.ProjectId)));
        var later = ProjectStates.FromApprovalOn.ToList();
        var rows = await open.AsNoTracking().Join(db.InspectedProjects, i => i.InspectionId, p => p.InspectionId, (i, p) => new { i.InspectionId, i.On, i.CommuneCode, p.ProjectId, p.ContractId })
            .Where(r => db.Projects.Any(p => p.ProjectId == r.ProjectId && later.Contains(p.State))).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.InspectionId).SelectMany(visit => visit.Select(r => (r.ProjectId, Fact: new InspectionFact(r.InspectionId, r.On, r.CommuneCode, r.ContractId, r.ProjectId != visit.Min(o => o.ProjectId)))))
            .ToLookup(v => v.ProjectId, v => v.Fact);
    }

    private static async Task<List<(Guid ProjectId, ContractFact Fact)>> ContractsAsync(KhuyenCongDb db, List<Guid> ids, DateOnly today, CancellationToken cancellationToken)
    {
        var contracts = await db.Contracts.AsNoTracking().Where(c => ids.Contains(c.ProjectId) && c.State != ContractState.Cancelled).ToListAsync(cancellationToken);
        if (contracts.Count == 0)
        {
            return [];
        }

        var contractIds = contracts.ConvertAll(c => c.ContractId);
        List<Guid> bodies = [.. contracts.Select(c => c.PartyAId).Distinct()];
        var kinds = await db.Organisations.AsNoTracking().Where(o => bodies.Contains(o.OrganisationId)).ToDictionaryAsync(o => o.OrganisationId, o => (OrganisationKind?)o.Kind, cancellationToken);
        var reports = (await db.ProgressReports.AsNoTracking().Where(r => contractIds.Contains(r.ContractId)).ToListAsync(cancellationToken)).ToLookup(r => r.ContractId);
        var rules = await MonthBook.Rules(db).ToListAsync(cancellationToken);
        var ruleIds = rules.ConvertAll(r => r.LegalRuleId);
        var adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ruleIds.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        var deadlines = await SettlementClock.ReadAsync(db, contractIds, cancellationToken);
        var advances = (await db.UnspentAdvancesAsync(db.Contracts.Where(c => ids.Contains(c.ProjectId)).Select(c => c.ContractId), cancellationToken)).ToDictionary(a => a.ContractId);
        var amendments = (await db.Contracts.AsNoTracking().Where(c => contractIds.Contains(c.ContractId)).SelectMany(c => c.Amendments).Where(a => a.State == ContractAmendmentState.Proposed)
            .Select(a => new { a.ContractId, a.ProposedAt }).ToListAsync(cancellationToken)).ToLookup(a => a.ContractId, a => (DateOnly?)DateOnly.FromDateTime(a.ProposedAt.ToVietnam()));
        var accounts = (await db.Contracts.AsNoTracking().Where(c => contractIds.Contains(c.ContractId)).SelectMany(c => c.BankChanges).Where(b => b.State == BankChangeState.Asked)
            .Select(b => new { b.ContractId, b.AskedAt }).ToListAsync(cancellationToken)).ToLookup(b => b.ContractId, b => (DateOnly?)DateOnly.FromDateTime(b.AskedAt.ToVietnam()));
        var milestones = await MilestonesAsync(db, [.. contracts.Where(c => c is { State: ContractState.Signed, CommitsMoney: true }).Select(c => c.ContractId)], deadlines, today, cancellationToken);
        return contracts.ConvertAll(c => (c.ProjectId, new ContractFact(
            c.ContractId, c.Regime, c.TerritoryCode, c.State, c.StateSince, c.SignedOn, c.EndsOn, c.ParentContractId is not null, kinds.GetValueOrDefault(c.PartyAId), c.DraftedBy)
        {
            ParentId = c.ParentContractId,
            EstablishmentId = c.PartyBEstablishmentId,
            OrganisationId = c.PartyBOrganisationId,
            // A part is told by the reports and the settlement of the contract that it belongs to.
            Months = c.ParentContractId is null && c.State is ContractState.Signed ? MonthBook.Months(c, reports[c.ContractId], rules, adoptions, today) : [],
            ReportsSince = reports[c.ContractId].ToDictionary(r => r.ProgressReportId, r => r.StateSince),
            Deadlines = c.ParentContractId is null && c.State is ContractState.Signed ? deadlines.Of(c.ContractId, c.Regime, c.Year) : [],
            LastAcceptance = deadlines.LastAcceptance(c.ContractId),
            Sites = deadlines.WaitedFor(c.ContractId),
            Advance = advances.GetValueOrDefault(c.ContractId),
            MilestoneDue = milestones.GetValueOrDefault(c.ContractId),
            AmendmentSince = amendments[c.ContractId].Min(),
            BankChangeSince = accounts[c.ContractId].Min(),
        }));
    }

    /// <summary>The next payment of those signed contracts whose schedule names a day that is near or over.</summary>
    private static async Task<Dictionary<Guid, DateOnly?>> MilestonesAsync(KhuyenCongDb db, List<Guid> signed, SettlementClock deadlines, DateOnly today, CancellationToken cancellationToken)
    {
        var ahead = today.AddDays(ProjectClock.MilestoneDaysAhead);
        var near = signed.Count == 0 ? [] : await db.Contracts.AsNoTracking().Include(c => c.Milestones).Where(c => signed.Contains(c.ContractId) && c.Milestones.Any(m => m.DueOn <= ahead && m.Amount != null)).ToListAsync(cancellationToken);
        if (near.Count == 0)
        {
            return [];
        }

        var ids = near.ConvertAll(c => c.ContractId);
        var gone = (await db.LedgerPositions.AsNoTracking().Where(p => p.ContractId != null && ids.Contains(p.ContractId.Value)).ToListAsync(cancellationToken)).ToLookup(p => p.ContractId!.Value);
        Dictionary<Guid, DateOnly?> next = [];
        foreach (var contract in near)
        {
            var (id, disbursed) = (contract.ContractId, gone[contract.ContractId].Select(p => p.Advanced + p.Paid + p.Settled).Sum());
            next[id] = ContractMilestone.NextUnpaid(contract, disbursed);
            // Asked of the few whose work is all accepted; what was carried out without support is found due of nothing.
            if (next[id] is not null && deadlines.LastAcceptance(id) is not null && deadlines.WaitedFor(id).IsNone && (await db.SupportDueAsync(id, cancellationToken)).Values.Sum() is var due && due > Dong.Zero)
            {
                next[id] = ContractMilestone.NextUnpaid(contract, disbursed, due);
            }
        }

        return next;
    }

    /// <summary>Last days by the published procedure, for dossiers on their way to approval.</summary>
    private static async Task<Dictionary<Guid, DateOnly>> StepsAsync(KhuyenCongDb db, List<Project> projects, DateOnly today, CancellationToken cancellationToken)
    {
        var held = projects.FindAll(p => p.State is not ProjectState.Draft && ProjectStates.HolderOf(p.State, p.Kind) is not null);
        if (held.Count == 0)
        {
            return [];
        }

        var procedures = (await db.SharedBookAsync(cancellationToken)).Procedures;
        var calendar = await db.WorkingCalendarAsync(cancellationToken);
        Dictionary<Guid, DateOnly> found = [];
        foreach (var project in held)
        {
            if (Procedure.For(project, procedures, project.FiledOn ?? today) is { } procedure && StepTime.Of(procedure, project.State, project.StateSince, today, calendar)?.DueOn is { } due)
            {
                found[project.ProjectId] = due;
            }
        }

        return found;
    }
}
