using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>The rules that the product applies: value, clause, days, place, and whether each may block or only warn here.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed class RulesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public RuleKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "gia-tri")]
    public StandingKind? Standing { get; set; }

    [BindProperty(SupportsGet = true, Name = "che-do")]
    public Regime? Regime { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? On { get; set; }

    /// <summary>Rules of other provinces are shown only on request: they bind nobody here.</summary>
    [BindProperty(SupportsGet = true, Name = "moi-tinh")]
    public bool Everywhere { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<RuleRow> List { get; private set; } = Paged.Of<RuleRow>([], null, null);

    public IReadOnlyDictionary<string, string> Provinces { get; private set; } = new Dictionary<string, string>();

    public DateOnly Day => On ?? clock.Today;

    public bool HasProvince => viewer.ProvinceCode.Length > 0;

    public async Task OnGetAsync() => List = Paged.Of(await RowsAsync(), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var rows = await RowsAsync();
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Quy định", new("Loại", 16), new("Quy định", 44), new("Nội dung", 60), new("Giá trị", 30), new("Văn bản", 30), new("Điều, khoản", 16), new("Có hiệu lực từ", 14), new("Hết hiệu lực", 14), new("Chế độ", 22), new("Địa bàn", 22), new("Giá trị áp dụng", 34));
        sheet.Title("Quy định trong thư viện pháp lý").Note($"Giá trị áp dụng vào ngày {Day.Text()}{(HasProvince ? " tại " + Provinces.Name(viewer.ProvinceCode) : "")}; xuất ngày {clock.Today.Text()}").Blank().Header();
        foreach (var (rule, document, standing) in rows)
        {
            sheet.Row(rule.Kind.Word(), rule.Title, rule.Text, LawLook.Value(rule), $"{document.Kind.Word()} {document.Number}", rule.Place, rule.EffectiveFrom, rule.EffectiveTo, rule.Regime.Word(), Provinces.Name(rule.TerritoryProvinceCode), standing.Word());
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"quy-dinh-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<RuleRow>> RowsAsync()
    {
        Provinces = await Territory.ProvincesAsync(db, clock.Today);
        var rules = await db.LegalRules.AsNoTracking().ToListAsync();
        var documents = await db.LegalDocuments.AsNoTracking().ToDictionaryAsync(d => d.LegalDocumentId);
        var adoptions = await db.RuleAdoptions.AsNoTracking().ToListAsync();
        var sought = SearchText.Fold(Search);
        return [.. rules
            .Where(r => (Everywhere || !HasProvince || r.TerritoryProvinceCode is null || r.TerritoryProvinceCode == viewer.ProvinceCode)
                && (Kind is null || r.Kind == Kind)
                && (Regime is null || r.Regime is null || r.Regime == Regime))
            .Select(r => new RuleRow(r, documents[r.LegalDocumentId], RuleStanding.Of(r, adoptions, Day)))
            .Where(r => (Standing is null || r.Standing.Kind == Standing)
                && SearchText.Fold($"{r.Rule.Title} {r.Rule.Text} {r.Document.Number}").Contains(sought, StringComparison.Ordinal))
            .OrderBy(r => r.Rule.Kind).ThenBy(r => SearchText.SortKey(r.Rule.Title), StringComparer.Ordinal).ThenByDescending(r => r.Rule.EffectiveFrom)];
    }
}

/// <summary>A rule of the list, the document that sets it, and what it is worth here on the day asked about.</summary>
public sealed record RuleRow(LegalRule Rule, LegalDocument Document, RuleStanding Standing);
