using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>Danh sách hợp đồng, giao nhiệm vụ.</summary>
[Allow(Act.ViewProjects)]
public sealed class IndexModel(KhuyenCongDb db, KeptCommunes communes, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public ContractState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public ContractKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? CommuneCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<ContractRow> List { get; private set; } = Paged.Of<ContractRow>([], null, null);

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public bool MaySet => viewer.Reach(Act.AdoptRule) is Scope.Province;

    public bool IsFiltered => Year is not null || State is not null || Kind is not null || !string.IsNullOrEmpty(CommuneCode) || !string.IsNullOrWhiteSpace(Search);

    public static IEnumerable<SelectListItem> States => Enum.GetValues<ContractState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<ContractKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = Found();
        var (size, total) = (Size is 25 or 50 or 100 ? Size.Value : 50, await found.CountAsync(cancellationToken));
        var page = Math.Clamp(Number ?? 1, 1, Math.Max(1, (total + size - 1) / size));
        List = new(await Rows(Ordered(found).Skip((page - 1) * size).Take(size)).ToListAsync(cancellationToken), total, page, size);
        Communes = [.. (await communes.OfAsync(db, viewer.ProvinceCode, clock.Today, cancellationToken))
            .Where(c => viewer.Reach(Act.ViewProjects) is not Scope.Commune || viewer.CommuneCodes.Contains(c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Hợp đồng", new("Số", 22), new("Loại", 26), new("Đề án, nhiệm vụ", 60), new("Bên A", 40), new("Bên B", 40), new("Năm", 8, CellFormat.Year), new("Ngày ký", 12, CellFormat.Date), new("Đến ngày", 12, CellFormat.Date), new("Giá trị (đồng)", 20, CellFormat.Money), new("Trạng thái", 16));
        sheet.Title("HỢP ĐỒNG, GIAO NHIỆM VỤ KHUYẾN CÔNG").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        var carried = await db.CarriedYearsAsync(Found(), cancellationToken);
        foreach (var row in await Rows(Ordered(Found())).ToListAsync(cancellationToken))
        {
            sheet.Row(row.Number ?? "", row.Kind.Text(), row.Project, row.PartyA, row.PartyB, (long)carried.GetValueOrDefault(row.ContractId, row.Year), row.SignedOn is { } signed ? signed : default(SheetValue), row.EndsOn is { } end ? end : default(SheetValue), row.Total, row.State.Text());
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"hop-dong-{clock.Today:yyyyMMdd}.xlsx");
    }

    private IQueryable<Contract> Found()
    {
        var rows = db.Contracts.VisibleTo(viewer, db).AsNoTracking();
        rows = Year is { } year ? db.OfBudgetYear(rows, year) : rows;
        rows = State is { } state ? rows.Where(c => c.State == state) : rows;
        rows = Kind is { } kind ? rows.Where(c => c.Kind == kind) : rows;
        if (!string.IsNullOrEmpty(CommuneCode))
        {
            var there = db.Projects.Where(p => p.CommuneCode == CommuneCode || p.Beneficiaries.Any(b => b.CommuneCode == CommuneCode)).Select(p => p.ProjectId);
            rows = rows.Where(c => there.Contains(c.ProjectId));
        }

        foreach (var word in SearchText.Words(Search))
        {
            rows = rows.Where(c => c.SearchText.Contains(word) || db.Projects.Any(p => p.ProjectId == c.ProjectId && p.SearchText.Contains(word)));
        }

        return rows;
    }

    private IQueryable<Contract> Ordered(IQueryable<Contract> rows) => Sort switch
    {
        "tien" => rows.OrderBy(c => c.Total).ThenBy(c => c.ContractId),
        "-tien" => rows.OrderByDescending(c => c.Total).ThenBy(c => c.ContractId),
        "ky" => rows.OrderBy(c => c.SignedOn).ThenBy(c => c.ContractId),
        "-ky" => rows.OrderByDescending(c => c.SignedOn).ThenBy(c => c.ContractId),
        _ => rows.OrderByDescending(c => c.ChangedAt).ThenBy(c => c.ContractId),
    };

    private IQueryable<ContractRow> Rows(IQueryable<Contract> rows) => rows.Select(c => new ContractRow(
        c.ContractId, c.Number, c.Kind, c.State, db.Projects.Where(p => p.ProjectId == c.ProjectId).Select(p => p.Title).FirstOrDefault() ?? "", c.PartyA, c.PartyB, c.Year, c.SignedOn, c.EndsOn, c.Total, c.ParentContractId != null));
}

/// <summary>One contract as lists and exports show it.</summary>
public sealed record ContractRow(Guid ContractId, string? Number, ContractKind Kind, ContractState State, string Project, string PartyA, string PartyB, int Year, DateOnly? SignedOn, DateOnly? EndsOn, Dong Total, bool IsPart);
