using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Law;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>Định mức: shares and ceilings by kind of support, and which local documents still wait to be entered.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public const string WholeCountry = "ca-nuoc";
    public const string OwnProvince = "tinh";

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "noi-dung")]
    public string? ContentCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "che-do")]
    public Regime? Regime { get; set; }

    [BindProperty(SupportsGet = true, Name = "dia-ban")]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "gia-tri")]
    public StandingKind? Standing { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<NormRow> List { get; private set; } = Paged.Of<NormRow>([], null, null);

    /// <summary>Local documents that no norm has been entered from.</summary>
    public IReadOnlyList<AwaitedSource> Awaited { get; private set; } = [];

    public IReadOnlyList<TerritoryPart> Parts { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Provinces { get; private set; } = new Dictionary<string, string>();

    public DateOnly Day => On ?? clock.Today;

    public bool HasProvince => viewer.ProvinceCode.Length > 0;

    public string Province => Provinces.Name(viewer.ProvinceCode);

    public bool MayEnter => viewer.Can(Act.EditNorm) && HasProvince;

    public bool IsFiltered => Search is not null || ContentCode is not null || Regime is not null || Place is not null || Standing is not null || On is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = Paged.Of(await RowsAsync(cancellationToken), Number, Size);
        var entered = await db.SpendingNorms.Where(n => n.ProvinceCode != null)
            .Join(db.LegalRules, n => n.LegalRuleId, r => r.LegalRuleId, (n, r) => new { r.LegalDocumentId, n.TerritoryPartCode }).ToListAsync(cancellationToken);
        var documents = await db.LegalDocuments.AsNoTracking().Where(d => d.TerritoryProvinceCode == viewer.ProvinceCode).ToDictionaryAsync(d => d.LegalDocumentId, cancellationToken);
        var sources = await db.NormSources.AsNoTracking().ToListAsync(cancellationToken);
        Awaited = [.. sources
            .Where(s => !entered.Any(e => s.LegalDocumentId is { } id ? e.LegalDocumentId == id : e.TerritoryPartCode == s.TerritoryPartCode))
            .OrderBy(s => s.TerritoryPartCode is not null)
            .Select(s => new AwaitedSource(s, s.LegalDocumentId is { } id ? documents.GetValueOrDefault(id) : null, Parts.FirstOrDefault(p => p.Code == s.TerritoryPartCode)?.Name ?? Province))];
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Định mức", new("Nội dung", 40), new("Loại hỗ trợ", 44), new("Mức hỗ trợ", 44), new("Tỷ lệ (phần vạn)", 12), new("Trần (đồng)", 18), new("Tính theo", 16), new("Điều kiện", 36), new("Chế độ", 22), new("Địa bàn", 24), new("Văn bản", 26), new("Điều, khoản", 16), new("Có hiệu lực từ", 14), new("Hết hiệu lực", 14), new("Giá trị áp dụng", 30), new("Kiểm chứng", 40), new("Nguồn", 40));
        sheet.Title("Định mức, mức chi khuyến công").Note($"Giá trị áp dụng vào ngày {Day.Text()}{(HasProvince ? " tại " + Province : "")}; xuất ngày {clock.Today.Text()}").Blank().Header();
        foreach (var (norm, kind, standing) in rows)
        {
            var rule = norm.Law.Rule;
            sheet.Row(Article4.NameOf(kind.ContentCode), kind.Name, norm.Figures(), norm.Share, norm.Ceiling, norm.Unit is NormUnit.None ? null : norm.Unit.Word(), norm.Conditions(), rule.Regime.Word(), norm.Place(Provinces), norm.Law.Document, rule.Place, rule.EffectiveFrom, rule.EffectiveTo, standing.Word(), rule.VerificationNote, norm.Terms.SourceUrl);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"dinh-muc-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<NormRow>> RowsAsync(CancellationToken cancellationToken)
    {
        Provinces = await Territory.ProvincesAsync(db, clock.Today);
        Parts = await db.TerritoryParts.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancellationToken);
        var book = await db.NormBookAsync(cancellationToken);
        var sought = SearchText.Fold(Search);
        var rows = book.Norms
            .Select(n => new NormRow(n, book.Kind(n.KindCode)!, n.Law.StandingOn(Day)))
            .Where(r => (ContentCode is null || r.Kind.ContentCode == ContentCode)
                && (Regime is null || r.Norm.Law.Rule.Regime is null || r.Norm.Law.Rule.Regime == Regime)
                && (Place is null || Place == (r.Norm.Terms.TerritoryPartCode ?? (r.Norm.Terms.ProvinceCode is null ? WholeCountry : OwnProvince)))
                && (Standing is null || r.Standing.Kind == Standing)
                && SearchText.Fold($"{r.Kind.Name} {r.Kind.Plain} {r.Norm.Law.Rule.Title} {r.Norm.Law.Rule.Text} {r.Norm.Law.Document} {r.Norm.Terms.Mark}").Contains(sought, StringComparison.Ordinal));
        return [.. Sort switch
        {
            "tran" => rows.OrderBy(r => r.Norm.Ceiling?.Amount ?? 0),
            "-tran" => rows.OrderByDescending(r => r.Norm.Ceiling?.Amount ?? 0),
            "ten" => rows.OrderBy(r => SearchText.SortKey(r.Kind.Name), StringComparer.Ordinal),
            "-ten" => rows.OrderByDescending(r => SearchText.SortKey(r.Kind.Name), StringComparer.Ordinal),
            "hieu-luc" => rows.OrderBy(r => r.Norm.Law.Rule.EffectiveFrom ?? DateOnly.MinValue),
            "-hieu-luc" => rows.OrderByDescending(r => r.Norm.Law.Rule.EffectiveFrom ?? DateOnly.MinValue),
            _ => rows.OrderBy(r => r.Kind.ContentCode).ThenBy(r => r.Kind.Order).ThenByDescending(r => r.Norm.Law.Rule.EffectiveFrom),
        }];
    }
}

/// <summary>A norm of the list, what it pays for, and what it is worth here on the day asked about.</summary>
public sealed record NormRow(Norm Norm, SupportKind Kind, RuleStanding Standing);

/// <summary>A local document, or a part of the province, whose norms are not entered yet.</summary>
public sealed record AwaitedSource(NormSource Source, LegalDocument? Document, string Place);
