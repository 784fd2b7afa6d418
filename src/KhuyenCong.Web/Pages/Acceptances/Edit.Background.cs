using System.Globalization;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <content>A record filled without network, sent by a script once there is one (Assets/js/offline-sync.js): first the form, then each file.</content>
public sealed partial class EditModel
{
    public const string BackgroundHeader = "X-Sync";

    private bool IsBackground => Request.Headers[BackgroundHeader] == "1";

    /// <summary>One photograph or file; under one key each content is kept once.</summary>
    public async Task<IActionResult> OnPostFileAsync(Guid id, Guid key, string? field, IFormFile? file, CancellationToken cancellationToken)
    {
        if (await db.Acceptances.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(a => a.AcceptanceId == id, cancellationToken) is not { } acceptance)
        {
            return NotFound();
        }

        if (file is null || key == Guid.Empty)
        {
            return BadRequest();
        }

        // After a lost answer the record may have gone on; what had arrived before that is answered the same.
        var mover = viewer.AsPlanMover();
        if (!AcceptanceStates.MayWrite(acceptance, mover) && await book.SentBeforeAsync(id, key, cancellationToken) is not true)
        {
            return this.Refuse("acceptance.wrong-state");
        }

        var (staged, fault) = await files.StageAsync(acceptance.ProvinceCode, file, nameof(Scene), cancellationToken);
        var breaches = staged is null ? [fault!] : await book.AddPhotosAsync(id, PhotoSubject.Read(field), [staged.TakenAs(Request, file, clock)], key, mover, cancellationToken);
        return breaches switch
        {
            [] => new JsonResult(new { outcome = "saved" }),
            [{ Code: "acceptance.wrong-state" or AcceptanceBook.KeyOfAnother } refused, ..] => this.Refuse(refused.Code),
            _ => new JsonResult(new { outcome = breaches[0].Code == FileStore.Down ? "later" : "faults", messages = breaches.Select(Messages.For) }),
        };
    }

    private async Task<IActionResult> SavedAsync(Guid id, bool wasMerged, int kept, CancellationToken cancellationToken)
    {
        // Sent again under its key with other content: the first was saved, and whoever sends is told.
        var isOther = Form.Key is { } key && await book.KeepsOtherAsync(key, Form.Read(clock.UtcNow), cancellationToken);
        if (IsBackground)
        {
            // What was typed after the submission was made stays a draft.
            await drafts.UseUpAsync(Draft, $"{id}", long.TryParse(Request.Form["__draft"], NumberStyles.None, CultureInfo.InvariantCulture, out var upTo) ? upTo : 0, cancellationToken);
            string[] messages = isOther ? [Messages.For(AcceptanceBook.FirstKept)] : [];
            return new JsonResult(new { outcome = "saved", merged = wasMerged, messages });
        }

        if (isOther)
        {
            TempData.Say(Messages.For(AcceptanceBook.FirstKept), "warn");
            return LocalRedirect($"/nghiem-thu/{id}");
        }

        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say((kept > 0 ? $"Đã lưu biên bản và {kept} tệp." : "Đã lưu biên bản.") + (wasMerged ? " Những ô người khác vừa lưu được giữ nguyên." : ""));
        return LocalRedirect($"/nghiem-thu/{id}");
    }

    private JsonResult Told(RecordOutcome? outcome) => new(new
    {
        outcome = outcome is { IsClash: true } ? "clash" : "faults",
        messages = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).Distinct(),
    });
}
