using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>One entry: what moved, why, by whom, and where it is undone. Only an entry that no record owns is taken back here, by an opposite one.</summary>
[Allow(Act.ViewPlans)]
public sealed class EntryModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty]
    [MaxLength(Correcting.LongestDocument, ErrorMessage = "Dài quá {1} ký tự.")]
    public string? Document { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public EntryRow Row { get; private set; } = null!;

    public Allocation Line { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    /// <summary>The entry that took this one back.</summary>
    public LedgerEntry? TakenBackBy { get; private set; }

    public Breach? UndoneElsewhere => Correcting.UndoneElsewhere(Row.Entry);

    public bool IsKept => viewer.AsPlanMover().May(Act.CorrectLedger, Line.CommuneCode);

    public bool MayTakeBack => IsKept && TakenBackBy is null && Line.ClosedOn is null && UndoneElsewhere is null && !IsOwn;

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

        TempData.Say($"Đã ghi ngược bút toán số {Row.Entry.Sequence}: {Row.Entry.Amount}.");
        return LocalRedirect($"/so-du-toan/but-toan/{posted.Postings[0].EntryId}");
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
        TakenBackBy = await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(e => e.ReversesId == id, cancellationToken);
        return true;
    }
}
