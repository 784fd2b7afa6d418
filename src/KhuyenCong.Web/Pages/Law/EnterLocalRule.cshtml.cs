using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>The province enters what its own document says on one subject, word for word.</summary>
[Allow(Act.EditLaw)]
public sealed class EnterLocalRuleModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty]
    public RuleForm Form { get; set; } = new();

    public IReadOnlyList<LegalDocument> Documents { get; private set; } = [];

    public string Province { get; private set; } = "";

    /// <summary>What a share of its own may be for: contents of Điều 4, and kinds of support.</summary>
    public IReadOnlyList<SelectListItem> Contents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(LocalSubject? muc, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form.Subject = muc;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var existing = await db.LegalRules.Where(r => r.TerritoryProvinceCode == viewer.ProvinceCode).ToListAsync(cancellationToken);
        var document = Documents.FirstOrDefault(d => d.LegalDocumentId == Form.Document);
        var (share, unreadable) = Form.ReadShare();
        var ruling = LocalRegulations.Enter(Uuid.New(clock), viewer.ProvinceCode, new(Form.Subject, TitleOf(), Form.Article, Form.Clause, Form.Text, Form.From, share, Form.DueDay, Form.Days, Blank(Form.Content)), document, existing, [.. Contents.Select(c => c.Value)]);
        ModelState.AddBreaches(unreadable is null ? ruling.Breaches : [unreadable, .. ruling.Breaches], nameof(Form));
        if (ruling.Event is not { } entered || !ModelState.IsValid)
        {
            return Page();
        }

        if (entered.Ended is { } ended)
        {
            existing.Single(r => r.LegalRuleId == ended.LegalRuleId).Apply(ended);
        }

        db.LegalRules.Add(LegalRule.From(entered.Rule));
        db.Because("local-rule.entered", document!.Citation);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // The same form sent twice at once: the first one is in.
            ModelState.AddBreaches([new("local-rule.taken", "From", $"{Form.From:dd/MM/yyyy}")], nameof(Form));
            return Page();
        }

        TempData.Say($"Đã nhập quy định về {Form.Subject!.Value.Text()}.");
        return LocalRedirect("/quy-dinh/cua-tinh");
    }

    private string TitleOf() => $"{Form.Subject?.Title()}{(Contents.FirstOrDefault(c => c.Value == Form.Content) is { } content ? $": {content.Text}" : "")}";

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (viewer.Reach(Act.EditLaw) is not Scope.Province)
        {
            return this.Refuse("local-rule.not-allowed");
        }

        Province = (await Territory.ProvincesAsync(db, clock.Today)).Name(viewer.ProvinceCode);
        Contents =
        [
            .. Article4.All.Select(c => new SelectListItem($"Mọi đề án: {c.Name}", c.Code)),
            .. (await db.SharedNormBookAsync(cancellationToken)).Kinds.Select(k => new SelectListItem(k.Name, k.Code)),
        ];
        Documents = await db.LegalDocuments.AsNoTracking().Where(d => d.TerritoryProvinceCode == viewer.ProvinceCode).OrderByDescending(d => d.Date).ToListAsync(cancellationToken);
        return null;
    }

    /// <summary>The rule as typed.</summary>
    public sealed class RuleForm
    {
        public LocalSubject? Subject { get; set; }

        public Guid? Document { get; set; }

        public string? Article { get; set; }

        public string? Clause { get; set; }

        public string? Text { get; set; }

        public DateOnly? From { get; set; }

        /// <summary>Percent, as typed.</summary>
        public string? Share { get; set; }

        /// <summary>The kind of support, or the content, that the share is for.</summary>
        public string? Content { get; set; }

        public int? DueDay { get; set; }

        public int? Days { get; set; }

        public (int? BasisPoints, Breach? Fault) ReadShare() =>
            string.IsNullOrWhiteSpace(Share) ? (null, null)
            : decimal.TryParse(Share.Replace("%", "", StringComparison.Ordinal).Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
                ? ((int)Math.Floor(percent * 100), null)
                : (null, new("local-rule.share-outside", nameof(Share)));
    }
}
