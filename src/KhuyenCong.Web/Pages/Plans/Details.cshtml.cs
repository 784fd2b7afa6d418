using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>One plan: its batches, what was approved, the money beside it, and every version with its differences.</summary>
[Allow(Act.ViewPlans)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public AnnualPlan Plan { get; private set; } = null!;

    public string Territory { get; private set; } = "";

    public string Holder { get; private set; } = "";

    public IReadOnlyList<ApprovalBatch> Batches { get; private set; } = [];

    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    public IReadOnlyList<Allocation> Allocations { get; private set; } = [];

    public IReadOnlyList<PlanMoneyRow> Beside { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public IReadOnlyList<PlanDeadline> Deadlines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    public PlanProjects Projects { get; private set; } = PlanProjects.None;

    public bool MayDraft { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>Items whose decision is in force.</summary>
    public IEnumerable<(ApprovalBatch Batch, PlanItem Item)> Decided => Batches.Where(b => b.State.IsDecided()).OrderBy(b => b.Number).SelectMany(b => b.Standing.Select(i => (b, i)));

    /// <summary>By whose decision an approval drew communes' money.</summary>
    public string? CommuneDocumentOf(PlanVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Kind is PlanVersionKind.Approved
            ? Batches.FirstOrDefault(b => b.ApprovalBatchId == version.ApprovalBatchId)?.Steps.Where(s => s.Action is BatchAction.Approve).MaxBy(s => s.Sequence)?.CommuneDocument
            : null;
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Opens the next batch.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayDraft)
        {
            return this.Refuse("plan.not-allowed");
        }

        var plan = await db.AnnualPlans.SingleAsync(p => p.AnnualPlanId == id, cancellationToken);
        var batch = plan.Open(new(Uuid.New(clock), viewer.UserId, clock.Today));
        db.ApprovalBatches.Add(batch);
        db.Because("plan.batch-opened");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say($"Đã mở đợt {batch.Number}. Chọn đề án cho đợt.");
        return LocalRedirect($"/ke-hoach/dot/{batch.ApprovalBatchId}/chon");
    }

    /// <summary>Every item of the plan, as the page shows it.</summary>
    public async Task<IActionResult> OnGetExcelAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var book = new WorkbookWriter();
        var sheet = book.AddSheet($"Kế hoạch {Plan.Year}",
            [new("Đợt", 8, CellFormat.Number), new("Quyết định", 24), new("Mã", 22), new("Đề án, nhiệm vụ", 50), new("Nội dung", 40), .. FundingSource.All.Select(s => new SheetColumn($"{s.ShortName} đã phê duyệt (đồng)", 18, CellFormat.Money)), new("Trong đó đã trả về nguồn (đồng)", 18, CellFormat.Money), new("Tình trạng", 18)]);
        sheet.Title($"KẾ HOẠCH {Plan.Regime.PlanText().ToUpperInvariant()} NĂM {Plan.Year}").Note($"{Territory}; phiên bản {Plan.VersionNumber}; xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var (batch, item) in Decided)
        {
            sheet.Row([(long)batch.Number, batch.DecisionNumber, item.Code, item.Title, ProjectWords.ContentText(item.ContentCode), .. FundingSource.All.Select(s => item.Approved[s] is { } amount ? (SheetValue)amount : default), FundingSource.All.Select(s => item.Returned[s]).SumKnown() is { } returned ? (SheetValue)returned : default, item.State.Text()]);
        }

        sheet.Total("Cộng", [.. Enumerable.Range(6, FundingSource.All.Count + 1)]);
        return File(book.ToBytes(), WorkbookType.Xlsx, $"ke-hoach-{Plan.Year}-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.AnnualPlans.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(p => p.AnnualPlanId == id, cancellationToken) is not { } plan)
        {
            return false;
        }

        Plan = plan;
        MayDraft = viewer.AsPlanMover().May(Act.DraftPlan, plan.Regime, plan.TerritoryCode);
        Territory = (await PlanTerritory.OfAsync(db, plan, clock.Today, cancellationToken)).AtStart();
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(plan.HolderId);
        Batches = await db.WholeBatches.AsNoTracking().Where(b => b.AnnualPlanId == id).OrderByDescending(b => b.Number).ToListAsync(cancellationToken);
        Versions = await db.PlanVersions.AsNoTracking().Where(v => v.AnnualPlanId == id).OrderByDescending(v => v.Number).ToListAsync(cancellationToken);
        Projects = await PlanProjects.OfAsync(db, viewer, Decided.Select(d => d.Item.ProjectId).Concat(Versions.SelectMany(v => v.Changes).Select(c => c.ProjectId)), cancellationToken);
        var drawn = Batches.SelectMany(b => b.Items).SelectMany(i => i.Amounts).Select(a => a.AllocationId).OfType<Guid>().Distinct().ToList();
        Allocations = await db.Allocations.VisibleTo(viewer).AsNoTracking().Where(a => a.Year == plan.Year && (a.HolderId == plan.HolderId || drawn.Contains(a.AllocationId))).OrderBy(a => a.Source).ToListAsync(cancellationToken);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        Beside = viewer.Reach(Act.ViewPlans) is Scope.Province && plan.Regime is not Regime.Commune ? await PlanMoney.OfYearAsync(db, plan.Year, cancellationToken) : [];
        Deadlines = plan.Regime is Regime.National ? await PlanDeadline.OfAsync(db, plan, cancellationToken) : [];
        var users = Versions.Select(v => v.By).Append(plan.CreatedBy).Distinct().ToList();
        People = await db.NamesAsync(users, cancellationToken);
        return true;
    }
}
