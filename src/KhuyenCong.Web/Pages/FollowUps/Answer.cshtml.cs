using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>Trả lời phiếu theo dõi: plain questions on one page of a telephone; what is unfinished is saved, and judged when it is sent.</summary>
[Allow(Act.AnswerFollowUp)]
public sealed class AnswerModel(KhuyenCongDb db, Viewer viewer, FollowUpBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "phieu-theo-doi";

    /// <summary>Pictures only: a telephone then offers its camera, and turns its own format into one of these.</summary>
    public const string Pictures = "image/jpeg,image/png,image/webp";

    private ProjectMover mover = null!;

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public FollowUpCase Case { get; private set; } = null!;

    public FollowUp FollowUp => Case.FollowUp;

    public IReadOnlyList<FollowedMachine> Machines { get; private set; } = [];

    /// <summary>Somebody else than the owner writes: whose leave they have is asked.</summary>
    public bool IsOnBehalf => !mover.Owns(FollowUp);

    public static IEnumerable<SelectListItem> Uses => Enum.GetValues<MachineUse>().Select(u => new SelectListItem(u.Text(), u.ToString()));

    public static IEnumerable<SelectListItem> Manners => new[] { ConsentManner.SignedPaper, ConsentManner.InPerson }.Select(m => new SelectListItem(m.Text(), m.ToString()));

    public static string PhotoName(int row) => $"Form.Machines[{row}].Photo";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var years = await db.Establishments.AsNoTracking().Where(e => e.EstablishmentId == FollowUp.EstablishmentId).SelectMany(e => e.Years).ToListAsync(cancellationToken);
        Form = AnswerForm.Of(FollowUp, Machines, years);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => SaveAsync(id, sends: false, cancellationToken);

    /// <summary>Writes and sends in one go, as one does on a phone.</summary>
    public Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken cancellationToken) => SaveAsync(id, sends: true, cancellationToken);

    public async Task<IActionResult> OnPostRemovePhotoAsync(Guid id, Guid anh, string? lyDo, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (FollowUp.Photos.FirstOrDefault(p => p.FollowUpPhotoId == anh) is not { } photo)
        {
            return NotFound();
        }

        if (await book.RemovePhotoAsync(Case, photo, lyDo, mover, cancellationToken) is [var first, ..])
        {
            return this.Refuse(first.Code);
        }

        TempData.Say("Đã gỡ ảnh.", "warn");
        return LocalRedirect($"/theo-doi/{id}/tra-loi#may");
    }

    private async Task<IActionResult> SaveAsync(Guid id, bool sends, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form.Align(Machines);
        var isReadable = ModelState.IsValid;
        var breaches = isReadable ? await book.WriteAsync(Case, Form.BaseVersion, Form.Read(), mover, cancellationToken) : [];
        ModelState.AddBreaches(breaches, nameof(Form));
        // A picture taken in the workshop is kept even where something typed has to be mended first.
        for (var row = 0; row < Machines.Count; row++)
        {
            if (Request.Form.Files.GetFiles(PhotoName(row)) is { Count: > 0 } chosen)
            {
                var faults = await book.AddPhotosAsync(Case, Machines[row].MachinePassportId, chosen, Request, PhotoName(row), mover, cancellationToken);
                ModelState.AddBreaches(faults.Select(f => f with { Field = PhotoName(row) }));
            }
        }

        if (ModelState.IsValid && sends)
        {
            ModelState.AddBreaches(await book.MoveAsync(Case, FollowUp.Version, FollowUpAction.Send, null, null, mover, cancellationToken), nameof(Form));
        }

        if (!ModelState.IsValid)
        {
            // What was typed stays; the next saving is of what stands there now, which the message has told of.
            ModelState.Remove("Form.BaseVersion");
            Form.BaseVersion = FollowUp.Version;
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say(sends ? $"Đã gửi phiếu, {FollowUp.State.Next(FollowUp.Regime)}. Cảm ơn cơ sở đã trả lời." : "Đã lưu phiếu, chưa gửi.");
        return LocalRedirect($"/theo-doi/{id}");
    }

    /// <summary>The answer where there is nothing to write; null where the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        if (Following.WriteFaults(FollowUp, Case.Units, mover, clock.Today) is [var fault, ..])
        {
            return fault.Code is "followup.not-allowed" ? this.Refuse(fault.Code) : LocalRedirect($"/theo-doi/{id}");
        }

        Machines = await book.MachinesAsync(FollowUp, cancellationToken);
        return null;
    }
}
