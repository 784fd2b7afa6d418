using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>One line of allotted money: every time it was given, and every project that draws on it.</summary>
[Allow(Act.ViewPlans)]
public sealed class AllocationModel(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock) : PageModel
{
    public Allocation Line { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public bool MayRecord { get; private set; }

    /// <summary>What the year before gave on, beside what was allotted.</summary>
    public Dong CarriedIn => Line.Allotted - Line.Entries.Select(e => e.Amount).Sum();

    public IReadOnlyList<DrawingRow> Drawing { get; private set; } = [];

    public PlanProjects Projects { get; private set; } = PlanProjects.None;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

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
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        Holder = holders.NameOf(line.HolderId);
        MayRecord = line.ClosedOn is null && holders.Find(line.HolderId) is { } holder && viewer.MayRecord(holder);
        Drawing = await db.PlanItemAmounts.AsNoTracking().Where(a => a.AllocationId == id)
            .Join(db.PlanItems, a => a.PlanItemId, i => i.PlanItemId, (a, i) => new { a, i })
            .Join(db.ApprovalBatches, x => x.i.ApprovalBatchId, b => b.ApprovalBatchId, (x, b) => new { x.a, x.i, b })
            .OrderByDescending(x => x.b.DecisionDate).ThenBy(x => x.i.Order)
            .Select(x => new DrawingRow(x.i.ProjectId, x.i.Code, x.i.Title, x.i.State, x.b.ApprovalBatchId, x.b.Number, x.b.DecisionNumber, x.a.Approved)).ToListAsync(cancellationToken);
        Projects = await PlanProjects.OfAsync(db, viewer, Drawing.Select(d => d.ProjectId), cancellationToken);
        return true;
    }
}

/// <summary>One project's part of an allocation; blank once its decision was undone.</summary>
public sealed record DrawingRow(Guid ProjectId, string? Code, string Title, PlanItemState State, Guid BatchId, int BatchNumber, string? DecisionNumber, Dong? Approved);
