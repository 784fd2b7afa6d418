using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Đề án, nhiệm vụ trong kế hoạch: a project as a batch has it, with what was proposed, appraised and approved by source.</summary>
public sealed class PlanItem : IProvincial, IAudited
{
    private readonly List<PlanItemAmount> amounts = [];

    private PlanItem()
    {
    }

    internal PlanItem(ApprovalBatch batch, PlanItemText text) =>
        (PlanItemId, ProvinceCode, ApprovalBatchId, AnnualPlanId, Year, ProjectId, ShareYear) = (text.PlanItemId, batch.ProvinceCode, batch.ApprovalBatchId, batch.AnnualPlanId, batch.Year, text.ProjectId, text.ShareYear);

    public Guid PlanItemId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ApprovalBatchId { get; private set; }

    public Guid AnnualPlanId { get; private set; }

    /// <summary>The year whose money it is: its plan's, unless an extension took the money to the next.</summary>
    public int Year { get; private set; }

    public Guid ProjectId { get; private set; }

    /// <summary>The project while this item stands; null once it does not, so that no project stands in two batches at once.</summary>
    public Guid? LiveProjectId { get; private set; }

    /// <summary>The year whose share of a key project it is, where an earlier year's plan took up the project; 0 = the project itself, whole or with its first share. So it stands once for each year.</summary>
    public int ShareYear { get; private set; }

    /// <summary>Whether an earlier year's plan approved the project and this one only gives its share.</summary>
    public bool IsContinued => ShareYear > 0;

    public int Order { get; private set; }

    public string? Code { get; private set; }

    public string Title { get; private set; } = "";

    public ProjectKind Kind { get; private set; }

    public ProjectNature Nature { get; private set; }

    public string ContentCode { get; private set; } = "";

    public string? CommuneCode { get; private set; }

    public Guid? ProgrammeId { get; private set; }

    public string? ProgrammeContentCode { get; private set; }

    public PlanItemState State { get; private set; }

    /// <summary>What the appraiser remarks, or why it was left out.</summary>
    public string? Remark { get; private set; }

    /// <summary>What was cut of the estimate as filed; null where nothing was.</summary>
    public IReadOnlyList<CostCut>? Cuts { get; private set; }

    public IReadOnlyList<PlanItemAmount> Amounts => amounts;

    /// <summary>What it costs: the estimate as filed, less what was cut.</summary>
    public Dong Cost => amounts.Select(a => a.Proposed).Sum() - (Cuts ?? []).Select(c => c.Amount).Sum();

    /// <summary>How much less khuyến công pays than was asked; null until every source of it is appraised.</summary>
    public Dong? Lowered => Drawn.Any(a => a.Appraised is null) ? null : Drawn.Select(a => a.Proposed - a.Appraised!.Value).Sum();

    /// <summary>What nobody pays of what it costs, as appraised; null until that is known.</summary>
    public Dong? Gap => Lowered is null ? null : Cost - amounts.Select(a => a.Appraised ?? (Allotting.IsDrawn(a.Source) ? Dong.Zero : a.Proposed)).Sum();

    private IEnumerable<PlanItemAmount> Drawn => amounts.Where(a => Allotting.IsDrawn(a.Source));

    public AuditSubject AuditSubject => new(nameof(AnnualPlan), AnnualPlanId);

    public FundingSplit Proposed => FundingSplit.Of(s => Of(s)?.Proposed);

    public FundingSplit Appraised => FundingSplit.Of(s => Of(s)?.Appraised);

    public FundingSplit Approved => FundingSplit.Of(s => Of(s)?.Approved);

    /// <summary>What settlements and cancelled contracts gave back of it to its sources.</summary>
    public FundingSplit Returned => FundingSplit.Of(s => Of(s) is { Approved: not null } amount ? amount.Returned : null);

    /// <summary>What it takes as far as it has come: as approved, less what went back to its source; else as appraised, else as proposed.</summary>
    public FundingSplit Held => FundingSplit.Of(s => Of(s) is { } amount ? amount.InForce ?? amount.Appraised ?? amount.Proposed : null);

    internal void Place(int order, PlanItemText text)
    {
        (Order, Code, Title, Kind, Nature, ContentCode) = (order, text.Code, text.Title, text.Kind, text.Nature, text.ContentCode);
        (CommuneCode, ProgrammeId, ProgrammeContentCode) = (text.CommuneCode, text.ProgrammeId, text.ProgrammeContentCode);
        (State, Remark, LiveProjectId) = (PlanItemState.Proposed, State is PlanItemState.LeftOut ? null : Remark, ProjectId);
        amounts.RemoveAll(a => !text.Amounts.Any(t => t.Source == a.Source));
        Cuts = null;
        foreach (var (id, source, proposed) in text.Amounts)
        {
            var amount = amounts.Find(a => a.Source == source);
            if (amount is null)
            {
                amounts.Add(amount = new(this, id, source));
            }

            amount.Propose(proposed);
        }
    }

    internal void Appraise(AppraisedItem text)
    {
        Remark = text.Remark;
        (State, LiveProjectId) = text.LeftOut ? (PlanItemState.LeftOut, (Guid?)null) : (PlanItemState.Proposed, ProjectId);
        foreach (var amount in amounts)
        {
            amount.Appraise(text.LeftOut ? null : text.Amounts.TryGetValue(amount.Source, out var appraised) ? appraised : null);
        }

        // Another amount is another difference: who bears it is asked again.
        if (Gap != Dong.Zero)
        {
            Cuts = null;
            amounts.Where(a => !Allotting.IsDrawn(a.Source) && a.Appraised is not null).ToList().ForEach(a => a.Appraise(a.Proposed));
        }
    }

    internal void Approve(IReadOnlyList<ItemDraw> draws)
    {
        State = PlanItemState.Approved;
        foreach (var amount in amounts)
        {
            amount.Approve(amount.Appraised, draws.FirstOrDefault(d => d.PlanItemId == PlanItemId && d.Source == amount.Source)?.AllocationId);
        }
    }

    internal void Undo()
    {
        (State, LiveProjectId) = (PlanItemState.Undone, null);
        amounts.ForEach(a => a.Set(null));
    }

    internal void Release() => LiveProjectId = null;

    /// <summary>A decided change of what was approved.</summary>
    internal void Adjust(PlanAdjusted adjusted)
    {
        foreach (var (source, amount) in adjusted.Amounts)
        {
            Row(source, adjusted.NewRows).Set(amount);
        }

        Cuts = adjusted.Cuts ?? Cuts;
        foreach (var (source, allocation) in adjusted.MovedTo)
        {
            amounts.Single(a => a.Source == source).Move(allocation, adjusted.Staying.GetValueOrDefault(source));
        }

        Year = adjusted.MoneyYear ?? Year;
        if (adjusted.Project is { } project)
        {
            (ContentCode, CommuneCode) = (project.ContentCode, PlanItemText.PlaceOf(project));
            (ProgrammeId, ProgrammeContentCode) = (project.ProgrammeId, project.ProgrammeContentCode);
        }

        if (adjusted.Text.Kind.Ends())
        {
            State = PlanItemState.Stopped;
        }
    }

    /// <summary>What is approved on a line and has not gone back to its source.</summary>
    public Dong ApprovedOn(Guid allocationId) => amounts.SelectMany(a => a.OnLines).Where(l => l.AllocationId == allocationId).Select(l => l.Amount).Sum();

    /// <summary>Whether a line pays a part of it, or did until that part went back.</summary>
    public bool LiesOn(Guid allocationId) => amounts.Any(a => a.AllocationId == allocationId || (a.Kept ?? []).Any(k => k.AllocationId == allocationId));

    /// <summary>Less is drawn on a line, by what a settlement or a cancelled contract gave back to its source; what was decided stays.</summary>
    internal void GiveBack(Guid allocationId, Dong sum) => amounts.Single(a => a.OnLines.Any(l => l.AllocationId == allocationId)).GiveBack(allocationId, sum);

    /// <summary>What settlements gave back of one source, and may be drawn again.</summary>
    public Dong ReturnedOf(string source) => amounts.Where(a => a.Source == source && a.AllocationId is not null).Select(a => a.Returned).Sum();

    internal void TakeAgain(TakenFromSource taken) => amounts.Single(a => a.Source == taken.Source).TakeAgain(taken.AllocationId, taken.Year, taken.Amount);

    /// <summary>Who bears the difference takes the place of what was said before.</summary>
    internal void Cover(DifferenceCovered covered)
    {
        var more = covered.Cover.Sources.ToDictionary(s => s.Source.Code, s => s.Amount);
        foreach (var source in FundingSource.All.Where(s => !Allotting.IsDrawn(s.Code) && (Of(s) is not null || more.ContainsKey(s.Code))))
        {
            var row = Row(source.Code, covered.NewRows);
            row.Appraise(row.Proposed + more.GetValueOrDefault(source.Code));
        }

        Cuts = covered.Cover.Cuts is { Count: > 0 } cuts ? cuts : null;
    }

    /// <summary>Identities for sources of a cover that have no amount yet.</summary>
    internal Dictionary<string, Guid> RowsFor(FundingCover cover, TimeProvider clock) => cover.Sources.Where(s => Of(s.Source) is null).ToDictionary(s => s.Source.Code, _ => Uuid.New(clock));

    private PlanItemAmount Row(string source, IReadOnlyDictionary<string, Guid> newRows)
    {
        var row = amounts.Find(a => a.Source == source);
        if (row is null)
        {
            amounts.Add(row = new(this, newRows[source], source));
        }

        return row;
    }

    private PlanItemAmount? Of(FundingSource source) => amounts.Find(a => a.Source == source.Code);
}

/// <summary>Một đề án được chọn, as the project says it on that day.</summary>
public sealed record PlanItemText(Guid PlanItemId, Guid ProjectId, string? Code, string Title, ProjectKind Kind, ProjectNature Nature, string ContentCode, string? CommuneCode, Guid? ProgrammeId, string? ProgrammeContentCode, IReadOnlyList<(Guid Id, string Source, Dong Proposed)> Amounts)
{
    /// <summary>As <see cref="PlanItem.ShareYear"/>.</summary>
    public int ShareYear { get; init; }

    /// <summary>The commune it counts in: its own, or that of the first beneficiary who has one.</summary>
    public static string? PlaceOf(ProjectText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.CommuneCode ?? text.Beneficiaries.Select(b => b.CommuneCode).FirstOrDefault(c => c is not null);
    }

    /// <param name="project">With its beneficiaries.</param>
    /// <param name="newId">For rows that are new.</param>
    /// <param name="year">Of the plan: a project that gives by years is proposed with that year's share.</param>
    public static PlanItemText Of(Project project, Func<Guid> newId, int year)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(newId);
        var share = SupportSchedule.ShareOf(project, year);
        return new(
            newId(), project.ProjectId, project.Code, project.Title, project.Kind, project.Nature, project.ContentCode, PlaceOf(project.Text),
            project.ProgrammeId, project.ProgrammeContentCode,
            [.. FundingSource.All.Where(s => share[s] > Dong.Zero).Select(s => (newId(), s.Code, share[s]!.Value))])
        {
            ShareYear = SupportSchedule.Continues(project, year) ? year : 0,
        };
    }
}

/// <summary>Mức thẩm định của một đề án, hoặc lý do không đưa vào.</summary>
public sealed record AppraisedItem(Guid PlanItemId, IReadOnlyDictionary<string, Dong?> Amounts, bool LeftOut, string? Remark);

/// <summary>Đã chọn đề án cho đợt.</summary>
public sealed record ItemsChosen(IReadOnlyList<PlanItemText> Items, Guid By, DateTime At);

/// <summary>Đã ghi mức thẩm định.</summary>
public sealed record ItemsAppraised(IReadOnlyList<AppraisedItem> Items, Guid By, DateTime At);

/// <summary>Đã trả về nguồn: what a settlement, or a contract that was cancelled, gave back of one line.</summary>
public sealed record ReturnedToSource(Guid PlanItemId, Guid AllocationId, Dong Amount, DateTime At);

/// <summary>Đã lấy lại từ nguồn: the approval of a settlement was taken back, and with it what it had given back.</summary>
/// <param name="Source">Of the line.</param>
/// <param name="Year">Of the line.</param>
public sealed record TakenFromSource(Guid PlanItemId, Guid AllocationId, string Source, int Year, Dong Amount, DateTime At);

/// <summary>Phần dự toán được giao mà một đề án lấy.</summary>
public sealed record ItemDraw(Guid PlanItemId, string Source, Guid AllocationId, Dong Amount);
