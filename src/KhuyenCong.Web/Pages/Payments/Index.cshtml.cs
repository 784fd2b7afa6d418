using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
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

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>Danh sách đề nghị tạm ứng, thanh toán, thu hồi.</summary>
[Allow(Act.ViewProjects)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    private static readonly (SheetColumn Column, Func<PaymentRow, SheetValue> Value)[] Columns =
    [
        (new("Số", 18, CellFormat.Text), r => r.Number),
        (new("Loại", 24, CellFormat.Text), r => r.Kind.Text()),
        (new("Nội dung chi", 44, CellFormat.Text), r => r.Purpose),
        (new("Hợp đồng", 22, CellFormat.Text), r => r.ContractNumber),
        (new("Bên nhận", 36, CellFormat.Text), r => r.PartyB),
        (new("Mã đề án", 22, CellFormat.Text), r => r.ProjectCode),
        (new("Đề án", 44, CellFormat.Text), r => r.ProjectTitle),
        (new("Năm", 8, CellFormat.Year), r => (long)r.Year),
        (new("Số tiền (đồng)", 20, CellFormat.Money), r => r.Total),
        (new("Trạng thái", 20, CellFormat.Text), r => r.State.Text(r.Kind)),
        (new("Từ ngày", 12, CellFormat.Date), r => r.StateSince),
        (new("Ngày chi, thu", 12, CellFormat.Date), r => r.PaidOn),
        (new("Chứng từ Kho bạc", 20, CellFormat.Text), r => r.TreasuryNumber),
        (new("Mục", 8, CellFormat.Text), r => r.BudgetItem),
        (new("Tiểu mục", 10, CellFormat.Text), r => r.BudgetSubItem),
    ];

    public PaymentFilter Filter { get; private set; } = null!;

    public Paged<PaymentRow> List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public static IEnumerable<SelectListItem> States => Enum.GetValues<PaymentState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<PaymentKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public async Task OnGetAsync(int? trang, int? co, CancellationToken cancellationToken)
    {
        Filter = PaymentFilter.Read(Request.Query);
        var rows = Filter.Apply(db.PaymentRequests.VisibleTo(viewer, db), db);
        var total = await rows.CountAsync(cancellationToken);
        var size = co is 25 or 50 or 100 ? co.Value : 50;
        var page = Math.Clamp(trang ?? 1, 1, Math.Max(1, (total + size - 1) / size));
        List = new(await PaymentList.Rows(rows, db).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken), total, page, size);
        Units = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).Choices(o => viewer.Reach(Act.ViewPlans) is Scope.Province || o.OrganisationId == viewer.OrganisationId);
    }

    /// <summary>Xuất Excel: the list as it is seen, all of its pages.</summary>
    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var filter = PaymentFilter.Read(Request.Query);
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet("Đề nghị chi", [.. Columns.Select(c => c.Column)]);
        sheet.Title("DANH SÁCH ĐỀ NGHỊ TẠM ỨNG, THANH TOÁN, THU HỒI");
        if (!filter.IsEmpty)
        {
            sheet.Note("Lọc: " + string.Join("; ", new[] { filter.Search.Length > 0 ? $"có “{filter.Search}”" : null, filter.State?.Text(), filter.Kind?.Text(), filter.Year is { } year ? $"năm {year}" : null, filter.HolderId is null ? null : "một đơn vị dự toán", filter.ContractId is null ? null : "một hợp đồng" }.Where(p => p is not null)));
        }

        sheet.Note($"Xuất ngày {clock.Today.Text()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in await PaymentList.Rows(filter.Apply(db.PaymentRequests.VisibleTo(viewer, db), db), db).ToListAsync(cancellationToken))
        {
            sheet.Row([.. Columns.Select(c => c.Value(row))]);
        }

        await InvoicesAsync(workbook, filter, cancellationToken);
        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"de-nghi-chi-{clock.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>The invoices of the listed requests, on a sheet of their own.</summary>
    private async Task InvoicesAsync(WorkbookWriter workbook, PaymentFilter filter, CancellationToken cancellationToken)
    {
        var listed = filter.Apply(db.PaymentRequests.VisibleTo(viewer, db), db);
        var invoices = await db.PaymentInvoices.AsNoTracking()
            .Join(listed, i => i.PaymentRequestId, r => r.PaymentRequestId, (i, r) => new { Request = r.Number, r.Kind, r.State, Invoice = i })
            .OrderBy(x => x.Request).ThenBy(x => x.Invoice.Order).ToListAsync(cancellationToken);
        var sheet = workbook.AddSheet(
            "Hóa đơn", new("Đề nghị", 18), new("Trạng thái", 20), new("Số hóa đơn", 14), new("Ký hiệu", 12), new("Người bán", 36), new("Mã số thuế", 16), new("Ngày", 12, CellFormat.Date),
            new("Chưa thuế (đồng)", 18, CellFormat.Money), new("Có thuế (đồng)", 18, CellFormat.Money), new("Tính vào đề nghị (đồng)", 20, CellFormat.Money));
        sheet.Title("HÓA ĐƠN CỦA CÁC ĐỀ NGHỊ").Blank().Header();
        foreach (var row in invoices)
        {
            var invoice = row.Invoice;
            sheet.Row(row.Request, row.State.Text(row.Kind), invoice.InvoiceNumber, invoice.InvoiceSeries, invoice.InvoiceSeller, invoice.InvoiceTaxCode, invoice.InvoiceDate, invoice.BeforeVat, invoice.WithVat, invoice.Covered);
        }
    }
}
