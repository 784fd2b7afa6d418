using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Quyết toán năm: every unit with an estimate in the year, where its report lies, and those that have none.</summary>
[Allow(Act.ViewYearlySettlements)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, YearlyBook book, TimeProvider clock) : PageModel
{
    public const string Missing = "chua-lap";

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>A state's name, or <see cref="Missing"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<YearlyRow> List { get; private set; } = Paged.Of<YearlyRow>([], null, null);

    public int MissingCount { get; private set; }

    /// <summary>How communes go; null where the province has not said.</summary>
    public YearlyRoute? CommuneRoute { get; private set; }

    public bool HasCommunes { get; private set; }

    public bool MaySet => viewer.Reach(Act.AdoptRule) is Scope.Province;

    public bool MayReadLedger => viewer.Can(Act.ViewPlans);

    public int Shown => Year ?? clock.Today.Year - 1;

    public bool IsFiltered => !string.IsNullOrEmpty(State);

    public static IEnumerable<SelectListItem> States => [new("Chưa lập", Missing), .. Enum.GetValues<YearlyState>().Select(s => new SelectListItem(s.Text(), s.ToString()))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        CommuneRoute = await db.CommuneYearlyRouteAsync(cancellationToken);
        List = Paged.Of(await RowsAsync(cancellationToken), Number, Size);
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var sheets = new WorkbookWriter();
        var sheet = sheets.AddSheet($"Quyết toán năm {Shown}", new("Đơn vị dự toán", 44), new("Tình trạng", 26), new("Phiên bản", 10, CellFormat.Number), new("Từ ngày", 12, CellFormat.Date), new("Đề nghị quyết toán (đồng)", 22, CellFormat.Money), new("Thẩm định chấp nhận (đồng)", 22, CellFormat.Money), new("KCQG: đề nghị quyết toán (đồng)", 22, CellFormat.Money), new("KCQG: thẩm định chấp nhận (đồng)", 22, CellFormat.Money), new("Văn bản phê duyệt, thông báo", 30));
        sheet.Title($"BÁO CÁO QUYẾT TOÁN NĂM {Shown}").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in await RowsAsync(cancellationToken))
        {
            sheet.Row(row.Holder, row.StateText, (long?)row.Round, row.Since, row.Local?.Settled, row.Local?.Accepted, row.Separate?.Settled, row.Separate?.Accepted, row.Document);
        }

        return File(sheets.ToBytes(), WorkbookType.Xlsx, $"quyet-toan-nam-{Shown}-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<YearlyRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var year = Shown;
        var holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var reports = (await db.YearlySettlements.VisibleTo(viewer, db).AsNoTracking().Include(s => s.Versions).Where(s => s.Year == year).ToListAsync(cancellationToken)).ToDictionary(s => s.HolderId);
        // That a unit is at it is known; what it is drafting is its own.
        var drafting = await db.YearlySettlements.AsNoTracking().Where(s => s.Year == year && s.State == YearlyState.Drafting).Select(s => s.HolderId).ToHashSetAsync(cancellationToken);
        var units = await db.Allocations.ReportedTo(viewer).AsNoTracking().Where(a => a.Year == year).Select(a => new { a.HolderId, a.CommuneCode }).Distinct().ToListAsync(cancellationToken);
        var mover = await book.MoverAsync(cancellationToken);
        var links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        HasCommunes = units.Exists(u => u.CommuneCode is not null);
        List<YearlyRow> rows =
        [
            .. units.Select(u => reports.GetValueOrDefault(u.HolderId) is { } report
                ? YearlyRow.Of(report, holders.NameOf(u.HolderId), links)
                : new YearlyRow(u.HolderId, u.CommuneCode, holders.NameOf(u.HolderId), null, drafting.Contains(u.HolderId) ? YearlyState.Drafting : null, null, null, null, null)
                {
                    MayOpen = !drafting.Contains(u.HolderId) && holders.Find(u.HolderId) is { } holder && mover.May(Act.PrepareSettlement, YearlySide.Unit, new(u.HolderId, holder.Kind, u.CommuneCode)),
                }),
        ];
        MissingCount = rows.Count(r => r.State is null);
        return
        [
            .. rows.Where(r => State switch { null or "" => true, Missing => r.State is null, _ => r.State?.ToString() == State })
                .OrderBy(r => r.Commune is not null).ThenBy(r => r.State is not null).ThenBy(r => SearchText.SortKey(r.Holder), StringComparer.Ordinal),
        ];
    }
}

/// <summary>One unit of a year with its report, where it has one.</summary>
/// <param name="Local">Of the local budget.</param>
/// <param name="Separate">Of national money, which is a book of its own.</param>
public sealed record YearlyRow(Guid HolderId, string? Commune, string Holder, Guid? ReportId, YearlyState? State, DateOnly? Since, int? Round, YearlySum? Local, YearlySum? Separate)
{
    /// <summary>Whether the viewer may begin it.</summary>
    public bool MayOpen { get; init; }

    public string? Document { get; init; }

    public string StateText => State?.Text() ?? "Chưa lập";

    public static YearlyRow Of(YearlySettlement report, string holder, EntryLinks links)
    {
        ArgumentNullException.ThrowIfNull(report);
        var table = new YearlyTable(report.Current.Figures, report.Current.Findings, links);
        return new(report.HolderId, report.CommuneCode, holder, report.YearlySettlementId, report.State, report.StateSince, report.Round, Sum(table, table.Local), Sum(table, table.Separate))
        {
            Document = report.FinalNumber is { } number ? $"{number} ngày {report.FinalDate?.Text()}, {report.FinalIssuer}" : null,
        };
    }

    private static YearlySum? Sum(YearlyTable table, IReadOnlyList<YearlyLine> lines) => lines.Count == 0 ? null : new(YearlyTable.Sum(lines, YearlyItem.Settled), table.Accepted(lines), table.To(YearlyItem.Settled, lines));
}

/// <summary>What is reported as settled, and what of it was accepted.</summary>
/// <param name="Opens">The entries of what is reported, where the reader may read them.</param>
public sealed record YearlySum(Dong Settled, Dong? Accepted, string? Opens);
