using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>Tổ chức of a province, or of the nation where no province is chosen, as of a day, with that day's names: a tree, or a table as soon as something is looked for.</summary>
[Allow(Act.ViewOrganisations, National = true)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public const string AsTable = "bang";

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public OrganisationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "dang")]
    public string? Form { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public OrganisationBook Book { get; private set; } = null!;

    public bool MayEdit => viewer.Can(Act.EditOrganisations);

    /// <summary>Duties of the programme are given within a province.</summary>
    public bool HasDuties => viewer.Territory is not null;

    public bool IsFiltered => Search is not null || Kind is not null;

    public bool ShowsTable => IsFiltered || Form == AsTable;

    public Paged<Organisation> List { get; private set; } = Paged.Of<Organisation>([], null, null);

    /// <summary>What the organisation belongs to; for a treasury, the Cục and the Ministry, that it is national.</summary>
    public string ParentOf(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return Book.Tree.ParentOf(organisation.OrganisationId) is { } parent ? Book.NameOf(parent) : organisation.ProvinceCode is null ? "cơ quan trung ương" : "—";
    }

    public async Task OnGetAsync() => List = Paged.Of(await RowsAsync(), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var rows = await RowsAsync();
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Tổ chức", new("Tổ chức", 60), new("Loại", 30), new("Trực thuộc", 44), new("Địa bàn", 26), new("Hoạt động từ", 14), new("Ngày hoạt động cuối", 14));
        sheet.Title("Tổ chức").Note($"Theo tên gọi, quan hệ ngày {Book.Day.Text()}; xuất ngày {clock.Today.Text()}").Blank().Header();
        foreach (var one in rows)
        {
            sheet.Row(one.NameOn(Book.Day), one.Kind.Text(), ParentOf(one), Book.UnitName(one.CommuneCode), one.OpenedOn, one.ClosedOn);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"to-chuc-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<Organisation>> RowsAsync()
    {
        Book = await OrganisationBook.ReadAsync(db, viewer.ProvinceCode, Day ?? clock.Today);
        var wanted = SearchText.Fold(Search);
        var rows = Book.Shown.Where(o => o.Names.Any(n => n.SearchText.Contains(wanted, StringComparison.Ordinal)) && (Kind is not { } kind || o.Kind == kind));
        Func<Organisation, string> key = Sort?.TrimStart('-') switch
        {
            "loai" => o => SearchText.SortKey(o.Kind.Text()),
            "truc-thuoc" => o => SearchText.SortKey(ParentOf(o)),
            _ => o => SearchText.SortKey(o.NameOn(Book.Day)),
        };
        // Without a wish: the province's own bodies first, by kind, as the tree has them.
        return Sort is null ? [.. rows] : Sort is ['-', ..] ? [.. rows.OrderByDescending(key, StringComparer.Ordinal)] : [.. rows.OrderBy(key, StringComparer.Ordinal)];
    }
}
