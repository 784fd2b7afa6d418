using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>One entry: what moved, why, by whom, and where it is undone. Only an entry that no record owns is taken back here, by an opposite one.</summary>
[Allow(Act.ViewPlans)]
public sealed class EntryModel(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock) : PageModel
{
    [BindProperty]
    [MaxLength(Correcting.LongestDocument, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Document { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The signed decision.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public EntryRow Row { get; private set; } = null!;

    public LedgerScan? Scan { get; private set; }

    /// <summary>An opposite entry made here, by a document of its own.</summary>
    public bool IsCorrection => Row.Entry is { ReversesId: not null, CauseKind: LedgerCauseKind.Correction };

    public bool MayScan => IsCorrection && IsKept && Scan is null;

    public Allocation Line { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    /// <summary>The entry that took this one back.</summary>
    public LedgerEntry? TakenBackBy { get; private set; }

    public Breach? UndoneElsewhere => Correcting.UndoneElsewhere(Row.Entry);

    public bool IsKept => viewer.AsPlanMover() is var mover && mover.May(Act.CorrectLedger, Line.CommuneCode) && HolderDuty.Against(mover, [Line.HolderId]) is null;

    /// <summary>What is not there any more cannot go back: told in the place of a form that would only be refused.</summary>
    public Breach? Obstacle { get; private set; }

    public bool MayTakeBack => IsKept && TakenBackBy is null && UndoneElsewhere is null && Obstacle is null && !IsOwn;

    /// <summary>Whoever posted an entry does not take it back.</summary>
    public bool IsOwn => Row.Entry.By == viewer.UserId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    [Allow(Act.CorrectLedger)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsKept)
        {
            return NotFound();
        }

        var scan = await StageAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ruling = await TakeBackAsync(id, cancellationToken);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } posted)
        {
            return Page();
        }

        var isKept = scan is not null && await AttachAsync(posted.Postings[0].EntryId, scan, cancellationToken);
        TempData.Say($"Đã ghi ngược bút toán số {Row.Entry.Sequence}: {Row.Entry.Amount}.{(isKept ? "" : " Chưa có bản ký của văn bản, hãy kèm ở đây.")}", isKept ? "good" : "warn");
        return LocalRedirect($"/so-du-toan/but-toan/{posted.Postings[0].EntryId}");
    }

    /// <summary>The signed decision of an opposite entry that was made without it.</summary>
    [Allow(Act.CorrectLedger)]
    public async Task<IActionResult> OnPostScanAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsKept)
        {
            return NotFound();
        }

        if (!MayScan)
        {
            return this.Refuse("ledger.scan-kept");
        }

        ModelState.Require(Upload, nameof(Upload), Messages.For("paper.file-missing"));
        if (await StageAsync(cancellationToken) is not { } scan)
        {
            return Page();
        }

        if (!await AttachAsync(id, scan, cancellationToken))
        {
            return this.Refuse("ledger.scan-kept");
        }

        TempData.Say("Đã kèm bản ký.");
        return LocalRedirect($"/so-du-toan/but-toan/{id}");
    }

    /// <summary>Always a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) || Scan is not { } scan || await files.OpenAsync(scan.ProvinceCode, scan.FileSha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = scan.FileName };

    private async Task<YearEndScan?> StageAsync(CancellationToken cancellationToken) =>
        await files.StagePdfAsync(ModelState, viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken) is { } file ? new(file.Sha256, file.FileName) : null;

    private async Task<bool> AttachAsync(Guid entryId, YearEndScan scan, CancellationToken cancellationToken)
    {
        try
        {
            return await db.AttachLedgerScanAsync(entryId, scan, viewer.UserId, () => files.MustReferAsync(viewer.ProvinceCode, scan.Sha256, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // Somebody brought one in the same moment: theirs stands.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<Ruling<LedgerPosted>> TakeBackAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await db.TakeBackAsync(id, new(Reason, Document), viewer.UserId, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Somebody took it back in the same moment: once is enough.
            db.ChangeTracker.Clear();
            return new(null, [new("correction.taken-back")]);
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(e => e.LedgerEntryId == id, cancellationToken) is not { } entry
            || await db.Allocations.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(a => a.AllocationId == entry.AllocationId, cancellationToken) is not { } line)
        {
            return false;
        }

        Line = line;
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(line.HolderId);
        Row = (await EntryRows.OfAsync(db, viewer, [entry], cancellationToken))[0];
        Scan = await db.LedgerScans.AsNoTracking().SingleOrDefaultAsync(s => s.LedgerEntryId == id, cancellationToken);
        TakenBackBy = await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(e => e.ReversesId == id, cancellationToken);
        Obstacle = IsKept && TakenBackBy is null && UndoneElsewhere is null
            ? Correcting.Obstacle(await db.LedgerOfAsync([line], entry.ProjectId is { } project ? [project] : [], cancellationToken), entry, clock.Today)
            : null;
        return true;
    }
}
