using System.Globalization;
using System.Net;
using System.Text;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>What the package says in words: index, journal, entries.</content>
public sealed partial class ProjectArchive
{
    /// <summary>Every event of the project and of its appraisals, contracts, requests, reports, acceptances, settlements, results, inspections, sheets of follow-up and vouchers of what served it, oldest first.</summary>
    private async Task<byte[]> JournalAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        List<Guid> subjects =
        [
            id,
            .. await db.Contracts.Where(c => c.ProjectId == id).Select(c => c.ContractId).ToListAsync(cancellationToken),
            .. await db.PaymentRequests.Where(r => r.ProjectId == id).Select(r => r.PaymentRequestId).ToListAsync(cancellationToken),
            .. await db.ProgressReports.Where(r => r.ProjectId == id).Select(r => r.ProgressReportId).ToListAsync(cancellationToken),
            .. await db.Acceptances.Where(a => a.ProjectId == id).Select(a => a.AcceptanceId).ToListAsync(cancellationToken),
            .. await db.AcceptanceSummaries.Where(s => s.ProjectId == id).Select(s => s.AcceptanceSummaryId).ToListAsync(cancellationToken),
            .. await db.Settlements.Where(s => s.ProjectId == id).Select(s => s.SettlementId).ToListAsync(cancellationToken),
            .. (await ResultsAsync(id, cancellationToken)).Select(r => r.ResultId),
            .. (await InspectionsAsync(id, viewer, cancellationToken)).Where(i => i.IsWhole).Select(i => i.Inspection.InspectionId),
            .. await db.FollowUps.VisibleTo(viewer, db).Where(f => f.ProjectId == id).Select(f => f.FollowUpId).ToListAsync(cancellationToken),
            .. (await VouchersAsync(id, viewer, cancellationToken)).Select(v => v.ManagementVoucherId),
            .. await AppraisalsOf(id, viewer).Select(a => a.AppraisalId).ToListAsync(cancellationToken),
        ];
        var events = await db.VisibleAuditEvents().AsNoTracking().Include(e => e.Values).Where(e => subjects.Contains(e.SubjectId)).OrderBy(e => e.AuditEventId).ToListAsync(cancellationToken);
        List<string?[]> rows = [["Lúc", "Người", "Đơn vị", "Hồ sơ", "Việc", "Lý do", "Trường", "Giá trị cũ", "Giá trị mới", "Số thứ tự niêm phong"]];
        foreach (var told in await History.TellAsync(db, events, viewer.Can(Act.ViewPersonalData)))
        {
            string?[] head = [told.When, told.Who, told.Unit, told.Subject, told.What, told.Reason];
            var ending = told.Sealed?.ToString(CultureInfo.InvariantCulture);
            rows.AddRange(told.Values.Count == 0 ? [[.. head, null, null, null, ending]] : told.Values.Select(v => (string?[])[.. head, v.Label, v.Erased is { } request ? $"(đã xóa theo yêu cầu {request})" : v.Old, v.New, ending]));
        }

        return Csv(rows);
    }

    private async Task<byte[]> EntriesAsync(Project project, CancellationToken cancellationToken)
    {
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.ProjectId == project.ProjectId)
            .Join(db.Allocations, e => e.AllocationId, a => a.AllocationId, (e, a) => new { Entry = e, a.Source, a.Year }).ToListAsync(cancellationToken);
        var numbers = await db.Contracts.Where(c => c.ProjectId == project.ProjectId).ToDictionaryAsync(c => c.ContractId, c => c.Number, cancellationToken);
        return Csv(
        [
            ["Ngày hạch toán", "Năm", "Nguồn", "Bút toán số", "Từ tài khoản", "Sang tài khoản", "Số tiền (đồng)", "Hợp đồng", "Lý do"],
            .. entries.OrderBy(e => e.Entry.At).ThenBy(e => e.Entry.Sequence).Select(e => (string?[])
            [
                e.Entry.On.Text(), $"{e.Year}", FundingSource.Find(e.Source)?.Name, $"{e.Entry.Sequence}", Account(e.Entry.FromAccount), Account(e.Entry.ToAccount), $"{e.Entry.Amount.Amount}",
                e.Entry.ContractId is { } contract ? numbers.GetValueOrDefault(contract) : null, e.Entry.Reason,
            ]),
        ]);
    }

    private async Task<byte[]> IndexAsync(Project project, List<ArchivedFile> written, IReadOnlyList<string> left, Viewer viewer, CancellationToken cancellationToken)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>").Append(Encoded($"Hồ sơ lưu trữ {project.Code}")).AppendLine("</title></head><body>");
        html.Append("<h1>").Append(Encoded(project.Title)).AppendLine("</h1>");
        html.Append("<p>").Append(Encoded($"Mã {project.Code ?? "chưa có"}, năm {project.Year}, {project.State.Text()}. Lập gói lúc {clock.UtcNow.LocalText()}, người lập: {viewer.DisplayName}.")).AppendLine("</p>");
        html.AppendLine("<h2>Hợp đồng</h2><ul>");
        foreach (var contract in await ContractsAsync(project.ProjectId, cancellationToken))
        {
            html.Append("<li>").Append(Encoded($"{contract.Number}: {contract.PartyA} – {contract.PartyB}, {contract.Total}, {contract.State.Text()}")).AppendLine("</li>");
        }

        html.AppendLine("</ul><h2>Quyết toán</h2><ul>");
        foreach (var settlement in await db.Settlements.AsNoTracking().Include(s => s.Amounts).Where(s => s.ProjectId == project.ProjectId).OrderBy(s => s.SettlementId).ToListAsync(cancellationToken))
        {
            html.Append("<li>").Append(Encoded($"{settlement.State.Text()}, thanh lý số {settlement.LiquidationNumber ?? "—"}: {string.Join("; ", settlement.Amounts.Select(a => $"{FundingSource.Find(a.Source)?.ShortName} hợp đồng {a.Contracted}, quyết toán {a.Settled}, trả về nguồn {a.ToReturn}"))}")).AppendLine("</li>");
        }

        html.AppendLine("</ul><h2>Tệp</h2><table border=\"1\"><tr><th>TT</th><th>Giấy tờ</th><th>Tệp</th><th>SHA-256</th></tr>");
        for (var i = 0; i < written.Count; i++)
        {
            var file = written[i];
            var link = string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
            html.Append("<tr><td>").Append(i + 1).Append("</td><td>").Append(Encoded(file.What)).Append("</td><td>")
                .Append(file.IsMissing ? Encoded($"{file.Path} (kho không còn tệp)") : $"<a href=\"{Encoded(link)}\">{Encoded(file.Path)}</a>")
                .Append("</td><td>").Append(Encoded(file.Sha256)).AppendLine("</td></tr>");
        }

        html.AppendLine("</table>");
        html.Append("<p>").Append(Encoded($"Giấy tờ gỡ khỏi hồ sơ đã từng gửi đi nằm ở thư mục {RemovedFolder}, có ghi ai gỡ, lúc nào, vì sao.")).AppendLine("</p>");
        html.AppendLine("<h2>Không có trong gói này</h2><ul>");
        foreach (var note in left)
        {
            html.Append("<li>").Append(Encoded(note)).AppendLine("</li>");
        }

        html.AppendLine("</ul>");
        html.AppendLine("<p>Kiểm tra gói: lệnh verify-archive của Khuyến Công Số so từng tệp với manifest.json và chữ ký manifest.sig.</p></body></html>");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static string Account(LedgerAccount account) => account switch
    {
        LedgerAccount.Outside => "Ngoài sổ",
        LedgerAccount.Available => "Dự toán còn lại",
        LedgerAccount.Reserved => "Dành dự toán",
        LedgerAccount.Committed => "Cam kết chi",
        LedgerAccount.Advanced => "Tạm ứng",
        LedgerAccount.Paid => "Đã thanh toán",
        LedgerAccount.Settled => "Đã quyết toán",
        LedgerAccount.Returned => "Đã thu hồi nộp ngân sách",
        LedgerAccount.Cancelled => "Đã hủy dự toán",
        _ => "Đã chuyển nguồn",
    };

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    /// <summary>With a mark by which spreadsheets know UTF-8; text that a spreadsheet would calculate stays text.</summary>
    private static byte[] Csv(IEnumerable<string?[]> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows)
        {
            text.AppendLine(string.Join(',', row.Select(Cell)));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string? value)
    {
        var text = value ?? "";
        // Spreadsheets pass over what is blank in front, and some read the full-width signs as well.
        var calculates = text.TrimStart() is [var first, ..] && "=+-@＝＋－＠".Contains(first, StringComparison.Ordinal);
        return $"\"{(calculates || text is ['\t' or '\r' or '\n', ..] ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
