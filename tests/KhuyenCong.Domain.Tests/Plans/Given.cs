using System.Runtime.CompilerServices;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>Plans the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public static readonly Guid Holder = Id();
    public static readonly int Year = ProjectGiven.Today.Year + 1;
    public static readonly Guid Drafter = Id();
    public static readonly Guid Appraiser = Id();

    public static Guid Id() => ProjectGiven.Id();

    public static PlanMover Mover(Role role, Guid? user = null, string commune = ProjectGiven.Commune) => new(user ?? Id(), act => RoleTable.Allows(role, act), [commune]);

    public static Allocation Allocation(long amount = 1_000_000_000, string source = "KCDP", string? commune = null, Guid? holder = null)
    {
        var line = Domain.Plans.Allocation.From(new(Id(), ProjectGiven.Province, holder ?? Holder, commune, source, Year));
        return Allot(line, amount);
    }

    /// <summary>The first allotment, with its entry of the ledger.</summary>
    public static Allocation Allot(Allocation line, long amount)
    {
        var entered = Allotting.Enter(Id(), line, Text(amount), "Kế toán", TimeProvider.System).Event.ShouldNotBeNull();
        line.Apply(entered);
        new Ledger([line], []).Apply(new([Allotting.PostingOf(line, entered)]), Id(), entered.At);
        return line;
    }

    public static AllotmentText Text(long amount, AllotmentKind kind = AllotmentKind.Initial) => new(kind, new(amount), "01/QĐ", ProjectGiven.Today, "UBND tỉnh (dữ liệu minh họa)");

    public static AnnualPlan Plan(Regime regime = Regime.Provincial) => AnnualPlan.From(new(Id(), ProjectGiven.Province, regime, regime is Regime.Commune ? ProjectGiven.Commune : null, Year, Holder, null, Drafter, ProjectGiven.Today));

    public static ProjectKind KindOf(Regime regime) => regime switch { Regime.National => ProjectKind.NationalSpecific, Regime.Provincial => ProjectKind.Provincial, _ => ProjectKind.Commune };

    public static FundingSource SourceOf(Regime regime) => regime switch { Regime.National => FundingSource.National, Regime.Provincial => FundingSource.Provincial, _ => FundingSource.Commune };

    public static Project Appraised(Regime regime = Regime.Provincial, long support = 200_000_000) => ProjectGiven.In(ProjectState.Appraised, ProjectGiven.Text(KindOf(regime)) with
    {
        Lines = [new(Id(), "Máy", "machines", null, "máy", 1, new(support * 2), FundingSplit.Of(s => s == SourceOf(regime) || s == FundingSource.Counterpart ? new Dong(support) : null))],
    });

    /// <summary>A batch with its projects, brought to a state along the table.</summary>
    public static (AnnualPlan Plan, ApprovalBatch Batch, List<Project> Projects, List<Allocation> Allocations) In(BatchState state, Regime regime = Regime.Provincial, int projects = 2, long allotted = 1_000_000_000, long? given = null)
    {
        var plan = Plan(regime);
        var batch = plan.Open(new(Id(), Drafter, ProjectGiven.Today));
        var held = Enumerable.Range(0, projects).Select(_ => Appraised(regime)).ToList();
        List<Allocation> allocations = [Allocation(allotted, SourceOf(regime).Code, regime is Regime.Commune ? ProjectGiven.Commune : null)];
        batch.Apply(BatchMoves.Choose(batch, held, [], Writer(regime), Id, TimeProvider.System).Event.ShouldNotBeNull());
        BatchAction[] way = state switch
        {
            BatchState.Drafting => [],
            BatchState.Submitted => [BatchAction.Submit],
            BatchState.Appraised => [BatchAction.Submit, BatchAction.Appraise],
            BatchState.SentToAgency => [BatchAction.Submit, BatchAction.Appraise, BatchAction.SendToAgency],
            BatchState.Discarded => [BatchAction.Discard],
            _ => [BatchAction.Submit, BatchAction.Appraise, .. regime is Regime.National ? (BatchAction[])[BatchAction.SendToAgency] : [], BatchAction.Approve,
                .. state switch { BatchState.Assigned => (BatchAction[])[BatchAction.Assign], BatchState.Undone => [BatchAction.Undo], _ => [] }],
        };
        foreach (var action in way)
        {
            if (action is BatchAction.Appraise)
            {
                batch.Apply(AppraiseAll(batch, regime, given));
            }

            Step(plan, batch, held, allocations, action, action is BatchAction.Submit or BatchAction.Discard ? Writer(regime) : action is BatchAction.Appraise or BatchAction.SendToAgency ? Judge(regime) : Decider(regime)).ShouldBeEmpty($"{state} {action}");
        }

        return (plan, batch, held, allocations);
    }

    public static ItemsAppraised AppraiseAll(ApprovalBatch batch, Regime regime, long? given = null) => Amounts(batch, Judge(regime), given).Event.ShouldNotBeNull();

    /// <summary>Amounts for every item: as proposed, or one amount for what is drawn on an allocation; the beneficiary bears the difference.</summary>
    public static Ruling<ItemsAppraised> Amounts(ApprovalBatch batch, PlanMover mover, long? given = null, IReadOnlyDictionary<Guid, ProjectFindings>? findings = null, Guid[]? elsewhere = null) => BatchMoves.Appraise(
        batch, [.. batch.Items.Select(i => new AppraisedItem(i.PlanItemId, i.Amounts.ToDictionary(a => a.Source, a => (Dong?)AmountOf(i, a, given)), false, null))],
        findings ?? NoFindings, elsewhere ?? [], mover, TimeProvider.System);

    private static Dong AmountOf(PlanItem item, PlanItemAmount amount, long? given) =>
        given is not { } some ? amount.Proposed
        : Allotting.IsDrawn(amount.Source) ? new(some)
        : amount.Source == FundingSource.Counterpart.Code ? amount.Proposed + item.Amounts.Where(a => Allotting.IsDrawn(a.Source)).Select(a => a.Proposed - new Dong(some)).Sum()
        : amount.Proposed;

    public static readonly IReadOnlyDictionary<Guid, ProjectFindings> NoFindings = new Dictionary<Guid, ProjectFindings>();

    /// <summary>What an appraisal concluded for one project of the provincial source, and by whom.</summary>
    public static Dictionary<Guid, ProjectFindings> Concluded(Project project, long amount, Guid? concluder = null, Guid? voter = null, Regime regime = Regime.Provincial) => new()
    {
        [project.ProjectId] = new(FundingSplit.Of(s => s == SourceOf(regime) ? new Dong(amount) : null), voter is { } v ? new HashSet<Guid> { v } : [], concluder is { } c ? new HashSet<Guid> { c } : []),
    };

    /// <summary>What the project asked for, with norms that leave so much of it.</summary>
    public static SupportCaps Caps(Project project, long? binding = null, long? known = null)
    {
        var asked = new ProposedSupport(project.NationalAmount, project.ProvincialAmount, project.CommuneAmount);
        ProposedSupport AtMost(long? limit) => limit is { } most ? new(asked.National?.AtMost(new(most)), asked.Provincial?.AtMost(new(most)), asked.Commune?.AtMost(new(most))) : asked;
        return new(asked, AtMost(binding), AtMost(known ?? binding)) { BindingTotal = AtMost(binding).Total ?? Dong.Zero, KnownTotal = AtMost(known ?? binding).Total ?? Dong.Zero };
    }

    /// <summary>An adjustment of the first item, by somebody who has no other hand in it; a change in words stands for a typed one of its kind, and the beneficiary bears what support changes.</summary>
    public static Ruling<PlanAdjusted> Adjust(ApprovalBatch batch, Project project, List<Allocation> allocations, AdjustmentText text, PlanMover? mover = null, SupportCaps? caps = null, ProjectFindings? findings = null, AdjustmentChecks? checks = null)
    {
        var less = batch.Items[0].Amounts.Where(a => Allotting.IsDrawn(a.Source) && text.Amounts.ContainsKey(a.Source)).Select(a => (a.Approved ?? Dong.Zero) - (text.Amounts[a.Source] ?? Dong.Zero)).Sum();
        text = text.Cover == FundingCover.None && !text.Kind.Ends() && less != Dong.Zero ? text with { Cover = new(less < Dong.Zero ? -less : less) } : text;
        var whole = text.Effect is null && text.TextAfter is not null ? text with { Effect = Effect(text.Kind, project) } : text;
        return PlanAdjusting.Adjust(batch, batch.Items[0], project, caps ?? Caps(project), findings, allocations, whole, mover ?? Decider(batch.Regime), TimeProvider.System, checks);
    }

    /// <summary>Some change that a kind may make.</summary>
    public static AdjustmentEffect Effect(AdjustmentKind kind, Project project)
    {
        var end = project.EndsOn!.Value;
        var first = project.Beneficiaries[0].Text;
        return kind switch
        {
            AdjustmentKind.ExtendToNextYear => new() { EndsOn = new(end.Year + 1, 3, 31) },
            AdjustmentKind.ChangeTime => new() { EndsOn = end.AddDays(-10) },
            AdjustmentKind.ChangeContent => new() { Scale = "Quy mô khác" },
            AdjustmentKind.ChangePlace => new() { Beneficiaries = [first with { ProductionSiteId = Id(), CommuneCode = project.Kind is ProjectKind.Commune ? ProjectGiven.Commune : ProjectGiven.Elsewhere }] },
            AdjustmentKind.ChangeBeneficiary => new() { Beneficiaries = [first with { EstablishmentId = Id(), Name = "Hộ kinh doanh Khác (dữ liệu minh họa)" }] },
            AdjustmentKind.ChangePartner => new() { PartnerUnits = "Đơn vị phối hợp khác" },
            _ => AdjustmentEffect.None,
        };
    }

    /// <summary>Applies what was decided to all that it touches.</summary>
    public static void Record(PlanAdjusted adjusted, ApprovalBatch batch, Project project, List<Allocation> allocations)
    {
        batch.Apply(adjusted);
        Draw(allocations, adjusted.Allocations);
        project.Apply(new ProjectAdjusted(project.ProjectId, adjusted.Project, adjusted.At));
    }

    public static AdjustmentText Change(AdjustmentKind kind, long amount, string source = "KCDP", PlanDecider decider = PlanDecider.ProvincialCommittee) =>
        new(kind, new Dictionary<string, Dong?> { [source] = new Dong(amount) }, null, null, "Lý do", decider, "3/QĐ", ProjectGiven.Today, null, "Công văn 1", null);

    public static PlanMover Writer(Regime regime) => Mover(regime is Regime.Commune ? Role.CommuneOfficer : Role.CentreOfficer, Drafter);

    public static PlanMover Judge(Regime regime) => Mover(regime is Regime.Commune ? Role.CommuneAccountant : Role.DepartmentOfficer, Appraiser);

    public static PlanMover Decider(Regime regime) => Mover(regime is Regime.Commune ? Role.CommuneLeader : Role.DepartmentLeader);

    public static BatchMove Whole(BatchAction action, Regime regime) => new(action, "Lý do đầy đủ", "12/QĐ", ProjectGiven.Today, "Người ký", action is BatchAction.Approve ? PlanDeciders.Of(regime)[0] : null);

    /// <summary>Takes a step whichever rule judges it, and applies what it decides; the breaches' codes.</summary>
    public static IReadOnlyList<string> Step(AnnualPlan plan, ApprovalBatch batch, List<Project> held, List<Allocation> allocations, BatchAction action, PlanMover mover, BatchMove? move = null, Guid[]? suspected = null, IReadOnlyDictionary<Guid, ProjectFindings>? findings = null)
    {
        move ??= Whole(action, batch.Regime);
        switch (action)
        {
            case BatchAction.Approve:
                var approval = PlanApproval.Approve(batch, plan, held, allocations, suspected ?? [], findings ?? NoFindings, Id(), move, mover, TimeProvider.System);
                if (approval.Event is { } approved)
                {
                    batch.Apply(approved);
                    Draw(allocations, approved.Allocations);
                    held.ForEach(p => p.Apply(ProjectMoves.ByPlan(p, Id(), ProjectAction.ApproveInPlan, "QĐ", mover.UserId, TimeProvider.System)));
                }

                return [.. approval.Breaches.Select(b => b.Code)];
            case BatchAction.Undo:
                var undoing = PlanApproval.Undo(batch, held, allocations, Id(), move, mover, TimeProvider.System);
                if (undoing.Event is { } undone)
                {
                    batch.Apply(undone);
                    Draw(allocations, undone.Allocations);
                    held.ForEach(p => p.Apply(ProjectMoves.ByPlan(p, Id(), ProjectAction.UndoPlanApproval, "QĐ", mover.UserId, TimeProvider.System)));
                }

                return [.. undoing.Breaches.Select(b => b.Code)];
            default:
                var ruling = BatchMoves.Of(batch, Id(), move, mover, TimeProvider.System);
                if (ruling.Event is { } moved)
                {
                    batch.Apply(moved);
                }

                return [.. ruling.Breaches.Select(b => b.Code)];
        }
    }

    /// <summary>What each project holds of each line, kept beside the lines as the database keeps it.</summary>
    private static readonly ConditionalWeakTable<Allocation, List<LedgerPosition>> Held = [];

    public static void Draw(List<Allocation> allocations, AllocationsDrawn drawn)
    {
        var ledger = new Ledger(allocations, allocations.SelectMany(a => Held.GetOrCreateValue(a)));
        var posted = ledger.Judge(drawn.Postings(Id(), ProjectGiven.Today, Id), ProjectGiven.Today).Event.ShouldNotBeNull();
        foreach (var opened in ledger.Apply(posted, Id(), TimeProvider.System.GetUtcNow().UtcDateTime).Opened)
        {
            Held.GetOrCreateValue(allocations.Single(a => a.AllocationId == opened.AllocationId)).Add(opened);
        }
    }

    /// <summary>What the rows say the allocation's counter should be.</summary>
    public static Dong Drawn(Allocation allocation, params ApprovalBatch[] batches) => batches.SelectMany(b => b.Items).SelectMany(i => i.Amounts).Where(a => a.AllocationId == allocation.AllocationId).Select(a => a.Approved ?? Dong.Zero).Sum();
}
