using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Answers a request; a granted erasure takes the values from the record and from its history in one transaction.</summary>
[Allow(Act.AnswerDataRequests)]
public sealed class AnswerDataRequestModel(KhuyenCongDb db, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public bool Granted { get; set; }

    public DataRequest DataRequest { get; private set; } = null!;

    public string EstablishmentName { get; private set; } = "";

    public bool MaySeeEstablishment => viewer.Can(Act.ViewEstablishments);

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var ruling = DataRequesting.Answer(DataRequest, Granted, Answer, clock.Today);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b.Field is null ? b : b with { Field = nameof(Answer) }));
        if (ruling.Event is not { } answered || !ModelState.IsValid)
        {
            return Page();
        }

        await db.WriteAsync(_ => Task.CompletedTask, async () =>
        {
            DataRequest.Apply(answered);
            if (Granted && DataRequest.Kind is DataRequestKind.Erase)
            {
                await EraseAsync(cancellationToken);
            }

            db.Because("request.answered");
            return await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
        await this.EndDraftAsync(drafts, "tra-loi-du-lieu", $"{id}");
        TempData.Say("Đã ghi nhận trả lời.");
        return LocalRedirect($"/yeu-cau-du-lieu/{id}");
    }

    /// <summary>First the rows, which writes what they held into the history; then those values and all earlier ones. Of a merged record, in every record of the merge.</summary>
    private async Task EraseAsync(CancellationToken cancellationToken)
    {
        var merges = await db.Establishments.Where(e => e.MergedIntoId != null).Select(e => new { e.EstablishmentId, Kept = e.MergedIntoId!.Value }).ToListAsync(cancellationToken);
        var records = DataRequesting.RecordsOf(DataRequest.EstablishmentId, [.. merges.Select(m => (m.EstablishmentId, m.Kept))]).ToList();
        foreach (var establishment in await db.WholeEstablishments.Where(e => records.Contains(e.EstablishmentId)).ToListAsync(cancellationToken))
        {
            foreach (var removed in DataRequesting.Erasure(establishment, DataRequest.Number, clock.UtcNow))
            {
                establishment.Apply(removed);
            }
        }

        db.Because("establishment.personal-data-erased", $"Yêu cầu số {DataRequest.Number}");
        await db.SaveChangesAsync(cancellationToken);
        var events = await db.AuditEvents.Where(e => e.SubjectKind == nameof(Establishment) && records.Contains(e.SubjectId)).Include(e => e.Values).ToListAsync(cancellationToken);
        foreach (var told in events)
        {
            if (told.Values.FindAll(v => PersonalFields.Contain(v) && v.ErasedByRequest is null) is { Count: > 0 } values)
            {
                db.Erase(told, values, DataRequest.Number);
            }
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.DataRequests.SingleOrDefaultAsync(r => r.DataRequestId == id, cancellationToken) is not { } request)
        {
            return false;
        }

        DataRequest = request;
        EstablishmentName = await db.Establishments.Where(e => e.EstablishmentId == request.EstablishmentId).Select(e => e.Name).SingleAsync(cancellationToken);
        return true;
    }
}
