using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>What the Treasury's statements prove, what serving the project cost, and the machines a year later.</content>
public sealed partial class ProjectArchive
{
    private const string VoucherFolder = "4b-chi-quan-ly";

    /// <summary>Each match with its line; the account of the statement is no part of the project.</summary>
    private async Task<byte[]> StatementLinesAsync(Project project, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        var requests = await db.PaymentRequests.AsNoTracking().Where(r => r.ProjectId == id).ToDictionaryAsync(r => r.PaymentRequestId, cancellationToken);
        var paid = requests.Keys.ToList();
        var matches = await db.StatementMatches.AsNoTracking().Where(m => m.PaymentRequestId != null && paid.Contains(m.PaymentRequestId.Value)).OrderBy(m => m.StatementMatchId).ToListAsync(cancellationToken);
        var found = matches.Select(m => m.StatementLineId).Distinct().ToList();
        var lines = await db.StatementLines.AsNoTracking().Where(l => found.Contains(l.StatementLineId) && db.TreasuryStatements.Any(s => s.TreasuryStatementId == l.TreasuryStatementId && s.WithdrawnAt == null)).ToDictionaryAsync(l => l.StatementLineId, cancellationToken);
        List<string?[]> rows = [["Đề nghị", "Loại", "Ngày sao kê", "Dòng", "Thu, chi", "Số chứng từ", "Người thụ hưởng, người nộp", "Nội dung", "Số tiền của dòng (đồng)", "Số tiền khớp (đồng)", "Khớp lúc", "Bỏ khớp", "Lý do"]];
        foreach (var match in matches)
        {
            var request = requests[match.PaidId];
            string?[] line = lines.TryGetValue(match.StatementLineId, out var of)
                ? [of.On.Text(), $"{of.Row}", of.Direction.Text(), of.DocumentNumber, of.Beneficiary, of.Content, $"{of.Amount.Amount}"]
                : [null, null, null, null, null, "(sao kê đã rút)", null];
            rows.Add([request.Number, request.Kind.Text(), .. line, $"{match.Amount.Amount}", match.At.LocalText(), match.ReversesId is null ? null : "bút bỏ khớp", match.Reason]);
        }

        return Csv(rows);
    }

    /// <summary>Of the project itself, and of the inspections, sessions and acceptances that were for it, whichever body's money paid.</summary>
    private async Task<IQueryable<ManagementVoucher>> ServedAsync(Guid id, CancellationToken cancellationToken)
    {
        var inspections = await db.InspectedProjects.Where(p => p.ProjectId == id).Select(p => p.InspectionId).ToListAsync(cancellationToken);
        var acceptances = await db.Acceptances.Where(a => a.ProjectId == id).Select(a => a.AcceptanceId).ToListAsync(cancellationToken);
        var sessions = await db.Appraisals.Where(a => a.ProjectId == id && a.AppraisalSessionId != null).Select(a => a.AppraisalSessionId!.Value).ToListAsync(cancellationToken);
        // Discarding is a step itself: what was asked for before it has been somebody else's to judge.
        return db.ManagementVouchers.AsNoTracking().Where(v => v.State != ManagementVoucherState.Discarded || v.StepCount > 1)
            .Where(v => v.ProjectId == id
                || (v.InspectionId != null && inspections.Contains(v.InspectionId.Value))
                || (v.AcceptanceId != null && acceptances.Contains(v.AcceptanceId.Value))
                || (v.AppraisalSessionId != null && sessions.Contains(v.AppraisalSessionId.Value)));
    }

    /// <summary>Vouchers tell which persons were paid: as on their pages, for those who handle or check that money.</summary>
    private async Task<List<ManagementVoucher>> VouchersAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        await (await ServedAsync(id, cancellationToken)).VisibleTo(viewer, db).Include(v => v.Papers).OrderBy(v => v.IssuedOn).ThenBy(v => v.ManagementVoucherId).ToListAsync(cancellationToken);

    private async Task<IEnumerable<ArchivedPaper>> VoucherPapersAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        (await VouchersAsync(id, viewer, cancellationToken)).SelectMany(v => v.Papers.OrderBy(p => p.At).Select(p => new ArchivedPaper(VoucherFolder, $"Chứng từ chi quản lý {v.Number} ngày {v.IssuedOn.Text()}: {p.Name}", p.FileName, p.FileSha)));

    private async Task<byte[]> ServedVouchersAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        var vouchers = await VouchersAsync(project.ProjectId, viewer, cancellationToken);
        return Csv(
        [
            ["Số", "Ngày", "Năm", "Khoản chi", "Phục vụ", "Người nhận", "Nội dung", "Số tiền (đồng)", "Hóa đơn", "Trạng thái", "Ngày chi", "Chứng từ Kho bạc"],
            .. vouchers.Select(v => (string?[])
            [
                v.Number, v.IssuedOn.Text(), $"{v.Year}", v.Item.Text(), v.Served?.Kind.Text(), v.Payee, v.Content, $"{v.Amount.Amount}",
                v.InvoiceNumber, v.State.Text(), v.PaidOn?.Text(), v.TreasuryNumber,
            ]),
        ]);
    }

    private async Task<byte[]> MachineChecksAsync(Project project, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        var machines = await db.MachinePassports.AsNoTracking().Include(m => m.Checks).Where(m => m.ProjectId == id && m.AcceptedKey != null).OrderBy(m => m.AcceptedOn).ThenBy(m => m.MachinePassportId).ToListAsync(cancellationToken);
        return Csv(
        [
            ["Máy", "Kiểu", "Hãng", "Số máy", "Nghiệm thu", "Hạn kiểm tra", "Đã kiểm tra", "Kết quả", "Người kiểm tra", "Ghi chú"],
            // Each look at a machine is a line; one that nobody looked at has its line without a look.
            .. machines.SelectMany(m => m.Checks.OrderBy(c => c.Sequence).DefaultIfEmpty(), (m, c) => (string?[])
                [m.Name, m.Model, m.Maker, m.Serial, m.AcceptedOn?.Text(), m.CheckDueOn?.Text(), c?.CheckedOn.Text(), c?.CheckResult.Text(), c?.CheckedBy, c?.Note]),
        ]);
    }
}
