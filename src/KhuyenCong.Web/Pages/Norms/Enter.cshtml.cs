using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>A province enters a norm of its own; it only warns until it is adopted.</summary>
[Allow(Act.EditNorm)]
public sealed class EnterModel(NormDesk desk, ChangeDesk changes, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "dinh-muc";

    [BindProperty]
    public NormForm Form { get; set; } = new();

    [BindProperty(Name = ChangePreview.Field)]
    public string? Mark { get; set; }

    public NormDesk Desk => desk;

    /// <summary>The norm as it would be, and what it touches.</summary>
    public (Norm Norm, ChangePreview Effects)? Preview { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "van-ban")] Guid? document, [FromQuery(Name = "dia-ban")] string? part, CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        Form.Document = desk.Document(document)?.LegalDocumentId;
        Form.TerritoryPartCode = part;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        var id = Uuid.New(clock);
        var (rule, terms) = Form.Read(desk.CodeOf(Form), viewer.ProvinceCode, ModelState);
        var ruling = NormWriting.EnterNorm(id, rule, terms, desk.Document(Form.Document), desk.Kind(Form.KindCode), desk.Parts, desk.Book.Norms, viewer.ProvinceCode);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } written || !ModelState.IsValid)
        {
            return Page();
        }

        // Whoever has not seen what it touches, or has changed it since, is shown first.
        var norm = desk.NormOf(written, Form);
        Preview = (norm, await changes.OfAsync(desk.Book, norm, written, cancellationToken));
        if (!Preview.Value.Effects.IsSeenBy(Mark))
        {
            return Page();
        }

        if (!await desk.WriteAsync(written, "norm.entered", desk.Document(Form.Document)!.Citation, cancellationToken))
        {
            ModelState.AddBreaches([new("norm.overlaps", nameof(Form.EffectiveFrom), written.Rule.Text.Title)], nameof(Form));
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say("Đã nhập định mức. Định mức chỉ cảnh báo cho đến khi lãnh đạo Sở ký xác nhận áp dụng.");
        return LocalRedirect($"/dinh-muc/{id}");
    }
}
