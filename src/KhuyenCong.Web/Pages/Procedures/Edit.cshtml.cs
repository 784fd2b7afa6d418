using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>Sửa dự thảo quy trình; a published one is never changed.</summary>
[Allow(Act.EditProcedure)]
public sealed class EditModel(KhuyenCongDb db, Viewer viewer, ProcedureDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ProcedureForm Form { get; set; } = new();

    public Procedure Procedure { get; private set; } = null!;

    public ProcedureDesk Desk => desk;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = ProcedureForm.Of(Procedure.Text);
        (Form.Id, Form.BaseVersion) = (id, Procedure.Version);
        await desk.LoadAsync(Form, $"{id}", $"/quy-trinh/{id}", cancellationToken);
        await desk.RestoreAsync(cancellationToken);
        return Page();
    }

    /// <summary>One step more, less or elsewhere; nothing is judged yet.</summary>
    public async Task<IActionResult> OnPostRowsAsync(Guid id, RowMove viec, string? buoc, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await desk.LoadAsync(Form, $"{id}", $"/quy-trinh/{id}", cancellationToken);
        await desk.MoveAsync(viec, buoc, cancellationToken);
        ModelState.ForgetFaults();
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id)
    {
        await this.EndDraftAsync(drafts, ProcedureDesk.Draft, $"{id}");
        return LocalRedirect($"/quy-trinh/{id}/sua");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await desk.LoadAsync(Form, $"{id}", $"/quy-trinh/{id}", cancellationToken);
        if (Form.BaseVersion != Procedure.Version)
        {
            ModelState.Remove("Form.BaseVersion");
            Form.BaseVersion = Procedure.Version;
            ModelState.AddModelError("", Messages.For("edit.conflict"));
            return Page();
        }

        var ruling = ProcedureWriting.Edit(Procedure, Form.Read(Procedure, clock), desk.IsCommune, desk.IsRule, desk.IsTheirs, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is { } field ? Form.FieldOf(field) : null }));
        if (ruling.Event is not { } edited || !ModelState.IsValid)
        {
            return Page();
        }

        Procedure.Apply(edited);
        db.Because("procedure.edited");
        await db.SaveChangesAsync(cancellationToken);
        await this.EndDraftAsync(drafts, ProcedureDesk.Draft, $"{id}");
        TempData.Say("Đã lưu dự thảo quy trình.");
        return LocalRedirect($"/quy-trinh/{id}");
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Procedures.Include(p => p.Steps).VisibleTo(viewer).SingleOrDefaultAsync(p => p.ProcedureId == id, cancellationToken) is not { } procedure)
        {
            return NotFound();
        }

        Procedure = procedure;
        return !viewer.MayFor(Act.EditProcedure, procedure) ? this.Refuse("procedure.not-yours") : procedure.IsPublished ? this.Refuse("procedure.published") : null;
    }
}
