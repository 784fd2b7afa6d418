using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Máy đã nghiệm thu: every machine that was supported, and when it is to be looked at again.</summary>
[Allow(Act.ViewProjects)]
public sealed class MachinesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<SelectListItem> Checks = [new("Đến hạn kiểm tra", "den-han"), new("Chưa đến hạn", "chua"), new("Đã kiểm tra", "da"), new("Không sử dụng đúng mục đích", "sai")];

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "kiem-tra")]
    public string? Check { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<MachineRow> List { get; private set; } = Paged.Of<MachineRow>([], null, null);

    public int DueCount { get; private set; }

    public DateOnly Today => clock.Today;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Check);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (found, today) = (Found(), clock.Today);
        DueCount = await found.CountAsync(m => m.DueCheckedOn == null && m.CheckDueOn <= today, cancellationToken);
        List = await Paged.OfAsync(Sorted(found), Number, Size, cancellationToken);
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var found = Found();
        var total = await found.CountAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Máy", new("Máy", 40, CellFormat.Text), new("Số máy", 24, CellFormat.Text), new("Hãng", 24, CellFormat.Text), new("Cơ sở", 40, CellFormat.Text), new("Nghiệm thu", 14, CellFormat.Text), new("Hạn kiểm tra", 14, CellFormat.Text), new("Đã kiểm tra", 14, CellFormat.Text), new("Kết quả", 34, CellFormat.Text));
        sheet.Title("MÁY MÓC, THIẾT BỊ ĐÃ NGHIỆM THU").NoteLimit(total, "máy").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in await Sorted(found).Take(Paged.LargestExport).ToListAsync(cancellationToken))
        {
            sheet.Row(row.Name, row.Serial ?? "", row.Maker ?? "", row.Beneficiary ?? "", row.AcceptedOn?.Text() ?? "", row.CheckDueOn?.Text() ?? "", row.CheckedOn?.Text() ?? "", row.Result?.Text() ?? "");
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"may-da-nghiem-thu-{clock.Today:yyyyMMdd}.xlsx");
    }

    private IQueryable<MachinePassport> Found()
    {
        var today = clock.Today;
        var query = db.MachinePassports.AsNoTracking().VisibleTo(viewer, db).Where(m => m.AcceptedKey != null);
        query = Check switch
        {
            "den-han" => query.Where(m => m.DueCheckedOn == null && m.CheckDueOn <= today),
            "chua" => query.Where(m => m.DueCheckedOn == null && m.CheckDueOn > today),
            "da" => query.Where(m => m.DueCheckedOn != null),
            "sai" => query.Where(m => m.CheckResult != null && m.CheckResult != MachineCheckResult.InUse),
            _ => query,
        };
        foreach (var word in SearchText.Words(Search))
        {
            query = query.Where(m => m.SearchText.Contains(word) || db.Acceptances.Any(a => a.AcceptanceId == m.AcceptanceId && a.SearchText.Contains(word)));
        }

        return query;
    }

    /// <summary>What is to be looked at again first, by its day.</summary>
    private IQueryable<MachineRow> Sorted(IQueryable<MachinePassport> found) => found
        .Join(db.Acceptances, m => m.AcceptanceId, a => a.AcceptanceId, (m, a) => new { m, a.BeneficiaryName })
        .OrderBy(x => x.m.DueCheckedOn != null).ThenBy(x => x.m.CheckDueOn != null).ThenBy(x => x.m.CheckDueOn).ThenBy(x => x.m.MachinePassportId)
        .Select(x => new MachineRow(x.m.MachinePassportId, x.m.Name, x.m.Serial, x.m.Maker, x.BeneficiaryName, x.m.AcceptedOn, x.m.CheckDueOn, x.m.DueCheckedOn, x.m.CheckedOn, x.m.CheckResult));
}

/// <summary>One accepted machine in a list.</summary>
public sealed record MachineRow(Guid MachinePassportId, string Name, string? Serial, string? Maker, string? Beneficiary, DateOnly? AcceptedOn, DateOnly? CheckDueOn, DateOnly? DueCheckedOn, DateOnly? CheckedOn, MachineCheckResult? Result)
{
    /// <summary>The check after a year is still to be done, whoever looked at the machine before.</summary>
    public bool IsAwaited => DueCheckedOn is null;

    public bool IsDueOn(DateOnly day) => IsAwaited && CheckDueOn <= day;
}
