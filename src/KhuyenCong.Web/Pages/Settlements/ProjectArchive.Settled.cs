using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>Settlements with their liquidation, and what was answered afterwards, as pages.</content>
public sealed partial class ProjectArchive
{
    private async Task<List<(string Name, string What, ArchivePage Page)>> SettlementPagesAsync(Project project, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        List<(string Name, string What, ArchivePage Page)> pages = [];
        foreach (var settlement in await db.WholeSettlements.AsNoTracking().Where(s => s.ProjectId == id).OrderBy(s => s.SettlementId).ToListAsync(cancellationToken))
        {
            var of = settlement.ContractId;
            var contract = await db.WholeContracts.AsNoTracking().SingleAsync(c => c.ContractId == of, cancellationToken);
            var figures = settlement.State is SettlementState.Approved ? DetailsModel.Approved(settlement) : SettlementFigures.Of(settlement.Text, await book.FactsAsync(contract, [], cancellationToken));
            var what = $"Quyết toán, thanh lý hợp đồng {contract.Number ?? "(chưa có số)"}";
            var page = new ArchivePage(what);
            page.Fact("Đề án, nhiệm vụ", $"{project.Title} ({project.Code ?? "chưa có mã"})");
            Tell(page, settlement, contract, [.. figures]);
            pages.Add(("quyet-toan", what, page));
        }

        return pages;
    }

    private static void Tell(ArchivePage page, Settlement settlement, Contract contract, SettlementFigure[] figures)
    {
        page.Fact("Hợp đồng", $"số {contract.Number ?? "…"} ngày {contract.SignedOn?.Text() ?? "…"}, {contract.PartyA} – {contract.PartyB}");
        page.Fact("Trạng thái", $"{settlement.State.Text()}{(settlement.ApprovedOn is { } approved ? $", ngày {approved.Text()}" : "")}");
        page.Fact("Chế độ chứng từ, căn cứ", $"{settlement.Vouchering.Text()}; {settlement.Basis.Text()}");
        page.Heading("Biểu chi tiết quyết toán");
        page.Table(
            ["Nguồn", "Hợp đồng (đồng)", "Nghiệm thu (đồng)", "Đã thanh toán (đồng)", "Chứng từ (đồng)", "Quyết toán (đồng)", "Chênh lệch (đồng)"],
            [.. figures.Select(f => (string?[])[NameOf(f.Source), Money(f.Contracted), f.IsSupport ? Money(f.Due) : "—", f.IsPaidHere ? Money(f.Paid) : "—", Money(f.Proven), Money(f.ToSettle), Money(f.Difference)])]);
        page.Fact("Thuyết minh", settlement.Explanation);
        page.Fact("Xác nhận", settlement.ConfirmedBy is { } confirmer ? $"{confirmer}, số {settlement.ConfirmationNumber} ngày {settlement.ConfirmationDate?.Text()}" : null);
        page.Fact("Lý do chậm", settlement.LateReason);
        page.Fact("Địa điểm không thực hiện", settlement.UndoneSites);
        page.Fact("Ghi chú", settlement.Note);
        page.Heading("Bảng kê chứng từ");
        page.Table(
            ["Số", "Ngày", "Loại", "Nội dung chi", "Người nhận", "Nguồn", "Số tiền (đồng)"],
            [.. settlement.Vouchers.OrderBy(v => v.Order).Select(v => (string?[])[v.Number, v.IssuedOn?.Text(), v.Kind.Text(), $"{v.Content}{(v.Invoice is { } invoice ? $" (hóa đơn {invoice})" : "")}", v.Payee, NameOf(v.Source), Money(v.Amount)])]);
        page.Heading("Biên bản thanh lý hợp đồng");
        page.Say(settlement.LiquidationNumber is { } number ? $"Số {number} ngày {settlement.LiquidationDate?.Text() ?? "…"}" : "Chưa có số.");
        page.Say($"Hai bên thanh lý hợp đồng giá trị {contract.Total}; kinh phí khuyến công quyết toán {figures.Where(f => f.IsSupport).Select(f => f.ToSettle).Sum()}; trả về nguồn {figures.Where(f => f.IsSupport).Select(f => f.Difference).Sum()}.");
        if (settlement.Recoveries.Count > 0)
        {
            page.Heading("Thu hồi sau quyết toán");
            page.Table(
                ["Nguồn", "Số tiền (đồng)", "Văn bản", "Lý do", "Đã nộp ngày", "Đã rút"],
                [.. settlement.Recoveries.OrderBy(r => r.At).Select(r => (string?[])[NameOf(r.Source), Money(r.Amount), $"số {r.DocumentNumber} ngày {r.DocumentDate.Text()}, {r.Issuer}", r.Reason, r.PaidBackOn?.Text(), r.WithdrawnOn?.Text()])]);
            if (settlement.TakenBackReceipts.Count > 0)
            {
                page.Say("Xác nhận đã thu bị hủy, khoản ấy lại chờ thu hồi:");
                page.Table(
                    ["Văn bản thu hồi", "Đã ghi nộp ngày", "Chứng từ Kho bạc", "Ngày hủy xác nhận", "Văn bản hủy", "Lý do"],
                    [.. settlement.TakenBackReceipts.OrderBy(t => t.At).Select(t => (string?[])[settlement.Recoveries.Single(r => r.SettledRecoveryId == t.SettledRecoveryId).DocumentNumber, t.PaidBackOn.Text(), t.TreasuryNumber, t.On.Text(), $"số {t.DocumentNumber} ngày {t.DocumentDate.Text()}", t.Reason])]);
            }
        }

        page.Heading("Các bước");
        page.Table(["Ngày", "Bước", "Văn bản", "Ghi chú"], [.. settlement.Steps.OrderBy(s => s.Sequence).Select(s => (string?[])[s.On.Text(), s.Action.Done(), s.DocumentNumber, s.Note])]);
    }

    /// <summary>Sheets tell a business's revenue: only those whom the pages show them to have them in the package.</summary>
    private async Task<List<(string Name, string What, ArchivePage Page)>> FollowUpPagesAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        List<(string Name, string What, ArchivePage Page)> pages = [];
        foreach (var sheet in await db.WholeFollowUps.AsNoTracking().VisibleTo(viewer, db).Where(f => f.ProjectId == id).OrderBy(f => f.FollowUpId).ToListAsync(cancellationToken))
        {
            var what = $"Phiếu theo dõi sau hỗ trợ lần {sheet.Round}, {sheet.BeneficiaryName}";
            var page = new ArchivePage(what);
            page.Fact("Đề án, nhiệm vụ", $"{project.Title} ({project.Code ?? "chưa có mã"})");
            Tell(page, sheet, clock.Today);
            pages.Add(("theo-doi", what, page));
        }

        return pages;
    }

    private static void Tell(ArchivePage page, FollowUp sheet, DateOnly today)
    {
        page.Fact("Thời điểm", $"sau {sheet.Months} tháng kể từ ngày nghiệm thu {sheet.AcceptedOn.Text()}, trả lời trước ngày {sheet.DueOn.Text()}");
        page.Fact("Trạng thái", sheet.StandingOn(today).Text());
        // What is still being written is the writer's own.
        if (sheet.IsAnswered)
        {
            page.Fact("Số người đang làm việc", $"{sheet.Workers}; năm {sheet.BaselineYear}, trước khi được hỗ trợ: {sheet.WorkersBefore}");
            page.Fact($"Doanh thu năm {sheet.ReportYear}", $"{sheet.Revenue}; năm {sheet.BaselineYear}: {sheet.RevenueBefore}");
            page.Table(["Máy", "Số máy", "Hiện nay", "Lý do"], [.. sheet.Machines.OrderBy(m => m.Order).Select(m => (string?[])[m.Name, m.Serial, m.Use?.Text(), m.Reason])]);
            page.Fact("Khó khăn", sheet.Difficulties);
            page.Fact("Mong muốn", sheet.Wishes);
            page.Fact("Sử dụng kinh phí", sheet.MoneyUse?.Text());
            page.Fact("Ngày trả lời", sheet.AnsweredOn?.Text());
            page.Fact("Ngày xác nhận", sheet.ConfirmedOn?.Text());
        }

        page.Heading("Các bước");
        page.Table(["Ngày", "Bước"], [.. sheet.Steps.OrderBy(s => s.Sequence).Select(s => (string?[])[s.On.Text(), s.Action.Done()])]);
    }
}
