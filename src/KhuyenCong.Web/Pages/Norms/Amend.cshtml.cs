using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>A local norm changes: a new version from a day on; what that touches is shown before it is saved.</summary>
[Allow(Act.EditNorm)]
public sealed class AmendModel(KhuyenCongDb db, NormDesk desk, ChangeDesk changes, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "sua-dinh-muc";

    [BindProperty]
    public NormForm Form { get; set; } = new();

    public NormDesk Desk => desk;

    public Norm Old { get; private set; } = null!;

    /// <summary>The new version as it would be, once asked to look.</summary>
    public Norm? Seen { get; private set; }

    public int OpenPetitions { get; private set; }

    /// <summary>Open dossiers with this kind of support, and those whose answer would change.</summary>
    public ChangePreview? Preview { get; private set; }

    [BindProperty(Name = ChangePreview.Field)]
    public string? Mark { get; set; }

    public IReadOnlyList<RuleAdoption> Adoptions => [.. Old.Law.Adoptions.Where(a => a.To is null)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = NormForm.Of(Old);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Decided() is { } written)
        {
            await LookAsync(written, cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Decided() is not { } written)
        {
            return Page();
        }

        // Whoever has not seen what it touches, or has changed it since, is shown first.
        await LookAsync(written, cancellationToken);
        if (!Preview!.IsSeenBy(Mark))
        {
            return Page();
        }

        if (!await desk.WriteAsync(written, "norm.amended", desk.Document(Form.Document)!.Citation, cancellationToken))
        {
            ModelState.AddBreaches([new("norm.overlaps", nameof(Form.EffectiveFrom), written.Rule.Text.Title)], nameof(Form));
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, $"{id}");
        TempData.Say($"Đã lưu bản sửa đổi, có hiệu lực từ ngày {written.Rule.Text.EffectiveFrom!.Value.Text()}. Bản mới chỉ cảnh báo cho đến khi được xác nhận áp dụng.");
        return LocalRedirect($"/dinh-muc/{written.Norm.LegalRuleId}");
    }

    /// <summary>Drafts will be judged by the new version; what is filed keeps the version of its day.</summary>
    private async Task LookAsync(NormWritten written, CancellationToken cancellationToken)
    {
        Seen = desk.NormOf(written, Form);
        Preview = await changes.OfAsync(desk.Book, Seen, written, cancellationToken);
        OpenPetitions = await db.Petitions.CountAsync(p => p.SubjectKind == PetitionSubjectKind.Rule && p.SubjectId == Old.Id && p.State != PetitionState.Closed && p.State != PetitionState.Withdrawn, cancellationToken);
    }

    private NormWritten? Decided()
    {
        var (rule, terms) = Form.Read(Old.Law.Rule.Code, viewer.ProvinceCode, ModelState);
        var ruling = NormWriting.AmendNorm(Uuid.New(clock), Old, rule, terms, desk.Document(Form.Document), desk.Kind(Form.KindCode), desk.Parts, desk.Book.Norms, viewer.ProvinceCode);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        return ModelState.IsValid ? ruling.Event : null;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        if (desk.Book.Norms.FirstOrDefault(n => n.Id == id && n.Terms.ProvinceCode == viewer.ProvinceCode) is not { } norm)
        {
            return false;
        }

        Old = norm;
        return true;
    }
}
