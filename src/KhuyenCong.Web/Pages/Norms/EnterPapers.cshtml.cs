using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>A province enters a list of papers of its own; how it was read and what it touches is shown before it is saved. It only reminds until it is adopted.</summary>
[Allow(Act.EditNorm)]
public sealed class EnterPapersModel(KhuyenCongDb db, NormDesk desk, ChangeDesk changes, Viewer viewer, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "giay-to";

    [BindProperty]
    public PaperListForm Form { get; set; } = new();

    [BindProperty(Name = ChangePreview.Field)]
    public string? Mark { get; set; }

    public NormDesk Desk => desk;

    /// <summary>Of the province, and the national ones: a province may write down the appendix it has before it.</summary>
    public IReadOnlyList<LegalDocument> Documents { get; private set; } = [];

    public IReadOnlyList<PaperLine> ReadAs { get; private set; } = [];

    public ChangePreview? Preview { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "tu")] Guid? from, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (desk.Book.PaperLists.FirstOrDefault(l => l.Law.Rule.LegalRuleId == from) is { } list)
        {
            Form = PaperListForm.Of(list);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var (rule, list) = Form.Read(viewer.ProvinceCode);
        ReadAs = list.Papers;
        var document = Documents.FirstOrDefault(d => d.LegalDocumentId == Form.Document);
        var ruling = PaperListWriting.Enter(Uuid.New(clock), rule, list, document, desk.Kind(list.KindCode), desk.Book.PaperLists, viewer.ProvinceCode);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } entered || !ModelState.IsValid)
        {
            return Page();
        }

        var papers = entered.Papers(() => Uuid.New(clock));
        var after = desk.Book.With(new LawRow(LegalRule.From(entered.Rule), document!.Citation, []), papers);
        Preview = await changes.OfAsync(desk.Book, after, list.KindCode, rule.EffectiveFrom!.Value, new object[] { entered.Rule.Text, list, document.LegalDocumentId }, cancellationToken);
        if (!Preview.IsSeenBy(Mark))
        {
            return Page();
        }

        db.LegalRules.Add(LegalRule.From(entered.Rule));
        db.RequiredPapers.AddRange(papers);
        db.Because("papers.entered", document.Citation);
        var (code, day) = (entered.Rule.Text.Code, rule.EffectiveFrom);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when ((fault is DbUpdateConcurrencyException || fault.IsTwin()) && db.LegalRules.AsNoTracking().Any(r => r.Code == code && r.EffectiveFrom == day))
        {
            // Sent twice at once: the first one holds.
            ModelState.AddBreaches([new("papers.overlaps", nameof(Form.EffectiveFrom), rule.Title)], nameof(Form));
            return Page();
        }

        await this.EndDraftAsync(drafts, Draft, "moi");
        TempData.Say("Đã nhập danh mục giấy tờ. Danh mục chỉ nhắc cho đến khi lãnh đạo Sở ký xác nhận áp dụng.");
        return LocalRedirect($"/dinh-muc/giay-to#danh-muc-{entered.Rule.LegalRuleId:N}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        Documents = [.. desk.Documents, .. await db.LegalDocuments.AsNoTracking().Where(d => d.TerritoryProvinceCode == null).OrderByDescending(d => d.Date).ToListAsync(cancellationToken)];
    }
}
