using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>Soạn quy trình: from the usual way of a dossier, or as the next edition of one that there is.</summary>
[Allow(Act.EditProcedure)]
public sealed class NewModel(KhuyenCongDb db, Viewer viewer, ProcedureDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu")]
    public Guid? FromId { get; set; }

    [BindProperty]
    public ProcedureForm Form { get; set; } = new();

    public ProcedureDesk Desk => desk;

    public Procedure? Source { get; private set; }

    public string DraftSubject => $"moi-{FromId?.ToString("N") ?? "trong"}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindSourceAsync(cancellationToken))
        {
            return NotFound();
        }

        Form = Source is { } source ? ProcedureForm.Of(source.Text) : ProcedureForm.Usual();
        await desk.LoadAsync(Form, DraftSubject, "/quy-trinh", cancellationToken);
        desk.BringHome();
        await desk.RestoreAsync(cancellationToken);
        return Page();
    }

    /// <summary>One step more, less or elsewhere; nothing is judged yet.</summary>
    public async Task<IActionResult> OnPostRowsAsync(RowMove viec, string? buoc, CancellationToken cancellationToken)
    {
        if (!await FindSourceAsync(cancellationToken))
        {
            return NotFound();
        }

        await desk.LoadAsync(Form, DraftSubject, "/quy-trinh", cancellationToken);
        await desk.MoveAsync(viec, buoc, cancellationToken);
        ModelState.ForgetFaults();
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await this.EndDraftAsync(drafts, ProcedureDesk.Draft, DraftSubject);
        return LocalRedirect(FromId is { } from ? $"/quy-trinh/lap?tu={from}" : "/quy-trinh/lap");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindSourceAsync(cancellationToken))
        {
            return NotFound();
        }

        await desk.LoadAsync(Form, DraftSubject, "/quy-trinh", cancellationToken);
        if (await db.Procedures.AnyAsync(p => p.ProcedureId == Form.Id && p.CreatedBy == viewer.UserId, cancellationToken))
        {
            return await DoneAsync();
        }

        var ruling = ProcedureWriting.Draft(new(Form.Id, viewer.ProvinceCode, Form.Read(null, clock), viewer.UserId, clock.Today, clock.UtcNow), desk.IsCommune, desk.IsRule, desk.IsTheirs);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is { } field ? Form.FieldOf(field) : null }));
        if (ruling.Event is not { } drafted || !ModelState.IsValid)
        {
            return Page();
        }

        db.Procedures.Add(Procedure.Of(drafted));
        db.Because("procedure.drafted", Source is { } source ? $"Lập từ bản: {source.Title}" : null);
        await db.SaveChangesAsync(cancellationToken);
        return await DoneAsync();
    }

    private async Task<IActionResult> DoneAsync()
    {
        await this.EndDraftAsync(drafts, ProcedureDesk.Draft, DraftSubject);
        TempData.Say($"Đã lưu dự thảo quy trình. {(desk.IsOfCommune ? "Lãnh đạo UBND cấp xã" : "Lãnh đạo Sở")} công bố sau khi có quyết định.");
        return LocalRedirect($"/quy-trinh/{Form.Id}");
    }

    private async Task<bool> FindSourceAsync(CancellationToken cancellationToken)
    {
        Source = FromId is { } from ? await db.Procedures.AsNoTracking().Include(p => p.Steps).VisibleTo(viewer).SingleOrDefaultAsync(p => p.ProcedureId == from, cancellationToken) : null;
        return FromId is null || Source is not null;
    }
}
