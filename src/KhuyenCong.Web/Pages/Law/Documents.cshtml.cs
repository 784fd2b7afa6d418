using System.Text.RegularExpressions;
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

/// <summary>The legal library: every document with its dates, its issuer and how far it is verified.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed partial class DocumentsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public const string WholeCountry = "ca-nuoc";

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "kiem-chung")]
    public Verification? Verification { get; set; }

    [BindProperty(SupportsGet = true, Name = "hieu-luc-ngay")]
    public DateOnly? InForceOn { get; set; }

    [BindProperty(SupportsGet = true, Name = "dia-ban")]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<DocumentRow> List { get; private set; } = Paged.Of<DocumentRow>([], null, null);

    public IReadOnlyDictionary<string, string> Provinces { get; private set; } = new Dictionary<string, string>();

    public bool MayEnter => viewer.Can(Act.EditLaw) && viewer.ProvinceCode.Length > 0;

    public DateOnly Day => InForceOn ?? clock.Today;

    public bool IsFiltered => Search is not null || Kind is not null || Verification is not null || InForceOn is not null || Place is not null;

    public async Task OnGetAsync() => List = Paged.Of(await RowsAsync(), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var rows = await RowsAsync();
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Văn bản", new("Loại", 18), new("Số, ký hiệu", 26), new("Ngày ban hành", 14), new("Cơ quan ban hành", 28), new("Trích yếu", 60), new("Có hiệu lực từ", 14), new("Hết hiệu lực", 14), new("Tình trạng", 26), new("Địa bàn", 22), new("Kiểm chứng", 34));
        sheet.Title("Thư viện văn bản pháp lý").Note($"Tình trạng hiệu lực tính đến ngày {Day.Text()}; xuất ngày {clock.Today.Text()}").Blank().Header();
        foreach (var row in rows)
        {
            var document = row.Document;
            sheet.Row(document.Kind.Word(), document.Number, document.Date is { } date ? date : document.DateText, document.Issuer, document.Title, document.EffectiveFrom, document.EffectiveTo, row.Force.Word, Provinces.Name(document.TerritoryProvinceCode), document.Verification.Tag());
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"van-ban-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<DocumentRow>> RowsAsync()
    {
        Provinces = await Territory.ProvincesAsync(db, clock.Today);
        var all = await db.LegalDocuments.AsNoTracking().ToListAsync();
        var replacements = await db.LegalRelations.AsNoTracking().Where(r => r.Kind == RelationKind.Replaces).ToListAsync();
        var sought = SearchText.Fold(Search);
        var rows = all
            .Where(d => d.SearchText.Contains(sought, StringComparison.Ordinal)
                && (Kind is null || d.Kind == Kind)
                && (Verification is null || d.Verification == Verification)
                && (Place is null || (d.TerritoryProvinceCode ?? WholeCountry) == Place))
            .Select(d => new DocumentRow(d, DocumentForce.On(d, replacements, Day), [.. all.Where(o => AreEasilyConfused(d, o))]))
            .Where(r => InForceOn is null || r.Force.MayApply);
        return [.. Sort switch
        {
            "so" => rows.OrderBy(r => SearchText.SortKey(r.Document.Number), StringComparer.Ordinal),
            "-so" => rows.OrderByDescending(r => SearchText.SortKey(r.Document.Number), StringComparer.Ordinal),
            "ten" => rows.OrderBy(r => SearchText.SortKey(r.Document.Title), StringComparer.Ordinal),
            "-ten" => rows.OrderByDescending(r => SearchText.SortKey(r.Document.Title), StringComparer.Ordinal),
            "ngay" => rows.OrderBy(r => r.Document.Date ?? DateOnly.MinValue),
            _ => rows.OrderByDescending(r => r.Document.Date ?? r.Document.EffectiveFrom ?? DateOnly.MinValue),
        }];
    }

    /// <summary>Thông tư 26/2014/TT-BCT and Thông tư liên tịch 26/2014/TTLT-BTC-BCT share "26/2014" and nothing else.</summary>
    private static bool AreEasilyConfused(LegalDocument one, LegalDocument other) =>
        one.LegalDocumentId != other.LegalDocumentId
        && NumberAndYear().Match(one.Number) is { Success: true } match
        && other.Number.StartsWith(match.Value, StringComparison.Ordinal);

    [GeneratedRegex(@"^\d+/(19|20)\d\d/")]
    private static partial Regex NumberAndYear();
}

/// <summary>A document of the list, whether it is in force, and which others have nearly its number.</summary>
public sealed record DocumentRow(LegalDocument Document, DocumentForce Force, IReadOnlyList<LegalDocument> Confusable);
