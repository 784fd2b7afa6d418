using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>One line of allotted money: every time it was given, and every project that draws on it.</summary>
[Allow(Act.ViewPlans)]
public sealed class AllocationModel(KhuyenCongDb db, Viewer viewer, PlanBook book, FileStore files, TimeProvider clock) : PageModel
{
    private bool isRecorder;

    public Allocation Line { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public bool MayRecord => isRecorder && Line.ClosedOn is null;

    [BindProperty]
    public BudgetCodesForm Codes { get; set; } = new();

    /// <summary>The version of the line that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    /// <summary>Whether the library has codes of the line's year.</summary>
    public bool HasTable { get; private set; }

    /// <summary>What is told about its codes.</summary>
    public BudgetCodeAdvice? Advice { get; private set; }

    public BudgetCodesView CodesView => new(Codes, HasTable);

    /// <summary>What the year before gave on, beside what was allotted.</summary>
    public Dong CarriedIn => Line.Allotted - Line.Entries.Select(e => e.Amount).Sum();

    public IReadOnlyList<DrawingRow> Drawing { get; private set; } = [];

    /// <summary>What estimates of management costs hold of it.</summary>
    public Dong Managing { get; private set; }

    public PlanProjects Projects { get; private set; } = PlanProjects.None;

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Codes = BudgetCodesForm.Of(Line.Codes);
        return Page();
    }

    /// <summary>Ghi mã mục lục ngân sách của dòng.</summary>
    public async Task<IActionResult> OnPostCodesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!isRecorder)
        {
            return this.Refuse("allocation.not-allowed");
        }

        ModelState.AddBreaches((await book.CodeAsync(id, BaseVersion, Codes.Read(), cancellationToken)).Breaches, nameof(Codes));
        if (!ModelState.IsValid)
        {
            // What stands there now is shown beside what was typed.
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        TempData.Say("Đã ghi mã mục lục ngân sách.");
        return LocalRedirect($"/du-toan/{id}#ma-muc-luc");
    }

    /// <summary>The signed document of one allotment: always a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid lan, CancellationToken cancellationToken)
    {
        var entry = await db.Allocations.VisibleTo(viewer).Where(a => a.AllocationId == id).SelectMany(a => a.Entries).AsNoTracking().SingleOrDefaultAsync(e => e.AllocationEntryId == lan, cancellationToken);
        return entry is not { FileSha: { } sha } || await files.OpenAsync(entry.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = entry.FileName ?? "quyet-dinh.pdf" };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Allocations.VisibleTo(viewer).AsNoTracking().Include(a => a.Entries).SingleOrDefaultAsync(a => a.AllocationId == id, cancellationToken) is not { } line)
        {
            return false;
        }

        Line = line;
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        Holder = holders.NameOf(line.HolderId);
        isRecorder = holders.Find(line.HolderId) is { } holder && viewer.MayRecord(holder);
        var table = await db.BudgetCodeTableAsync(cancellationToken);
        (HasTable, Advice) = (BudgetCoding.IsKnown(line.Year, table), BudgetCoding.Advice(line.Codes, line.Year, table));
        var drawn = await db.PlanItemAmounts.AsNoTracking().Where(a => a.AllocationId == id)
            .Join(db.PlanItems, a => a.PlanItemId, i => i.PlanItemId, (a, i) => new { a, i })
            .Join(db.ApprovalBatches, x => x.i.ApprovalBatchId, b => b.ApprovalBatchId, (x, b) => new { x.a, x.i, b })
            .OrderByDescending(x => x.b.DecisionDate).ThenBy(x => x.i.Order)
            .Select(x => new DrawingRow(x.i.ProjectId, x.i.Code, x.i.Title, x.i.State, x.b.ApprovalBatchId, x.b.Number, x.b.DecisionNumber, x.a.Approved)).ToListAsync(cancellationToken);
        var positions = await db.LedgerPositions.AsNoTracking().Where(p => p.AllocationId == id).ToListAsync(cancellationToken);
        Managing = positions.Where(p => p.ManagementEstimateId is not null).Select(p => p.Reserved + p.Bound).Sum();
        var inUse = positions.Where(p => p.ProjectId is not null).GroupBy(p => p.ProjectId!.Value).ToDictionary(g => g.Key, g => g.Select(p => p.Reserved + p.Bound).Sum());

        // What went on into the next year took its plan row along; what was settled of it before stays here.
        var left = inUse.Where(u => u.Value > Dong.Zero).Select(u => u.Key).Except(drawn.Select(d => d.ProjectId)).ToList();
        var moved = left.Count == 0 ? [] : await db.PlanItems.AsNoTracking().Where(i => left.Contains(i.ProjectId))
            .Join(db.ApprovalBatches, i => i.ApprovalBatchId, b => b.ApprovalBatchId, (i, b) => new { i, b }).OrderByDescending(x => x.b.DecisionDate)
            .Select(x => new DrawingRow(x.i.ProjectId, x.i.Code, x.i.Title, x.i.State, x.b.ApprovalBatchId, x.b.Number, x.b.DecisionNumber, null)).ToListAsync(cancellationToken);
        Drawing = DrawingRow.AsHeld([.. drawn, .. moved.DistinctBy(m => m.ProjectId)], inUse);
        Projects = await PlanProjects.OfAsync(db, viewer, Drawing.Select(d => d.ProjectId), cancellationToken);
        return true;
    }
}

/// <summary>One project's part of an allocation, as the ledger holds it; blank once its decision was undone.</summary>
public sealed record DrawingRow(Guid ProjectId, string? Code, string Title, PlanItemState State, Guid BatchId, int BatchNumber, string? DecisionNumber, Dong? Approved)
{
    /// <summary>Each project once, with what the line holds for it, so that the rows come to what the line has in use.</summary>
    public static IReadOnlyList<DrawingRow> AsHeld(IReadOnlyList<DrawingRow> rows, IReadOnlyDictionary<Guid, Dong> inUse)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(inUse);
        var standing = rows.GroupBy(r => r.ProjectId).ToDictionary(g => g.Key, g => (g.FirstOrDefault(r => r.Approved is not null) ?? g.First()).BatchId);
        return
        [
            .. rows.Select(r =>
            {
                var held = inUse.GetValueOrDefault(r.ProjectId);
                return r with { Approved = standing[r.ProjectId] == r.BatchId && (r.Approved is not null || held > Dong.Zero) ? held : null };
            }),
        ];
    }
}
