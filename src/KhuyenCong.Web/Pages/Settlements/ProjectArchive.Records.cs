using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>The records themselves as pages, whether or not a scan of them was attached: every one, with account numbers as the viewer reads them.</content>
public sealed partial class ProjectArchive
{
    private const string RecordFolder = "ho-so";

    private async Task<List<(string Path, string What, byte[] Content)>> RecordsAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        List<(string Name, string What, ArchivePage Page)> pages = [];
        pages.AddRange(await ContractPagesAsync(project, viewer, cancellationToken));
        pages.AddRange(await PaymentPagesAsync(project, viewer, cancellationToken));
        pages.AddRange(await ProgressPagesAsync(project, cancellationToken));
        pages.AddRange(await InspectionPagesAsync(project, viewer, cancellationToken));
        pages.AddRange(await AcceptancePagesAsync(project, cancellationToken));
        pages.AddRange(await SummaryPagesAsync(project, cancellationToken));
        pages.AddRange(await SettlementPagesAsync(project, cancellationToken));
        pages.AddRange(await ReconciliationPagesAsync(project, cancellationToken));
        pages.AddRange(await FollowUpPagesAsync(project, viewer, cancellationToken));
        List<(string Path, string What, byte[] Content)> records = [];
        foreach (var (name, what, page) in pages)
        {
            records.Add(($"{RecordFolder}/{records.Count + 1:000}-{name}.html", what, page.ToBytes()));
        }

        return records;
    }

    private async Task<List<(string Name, string What, ArchivePage Page)>> ContractPagesAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        List<(string Name, string What, ArchivePage Page)> pages = [];
        foreach (var contract in await db.WholeContracts.AsNoTracking().Where(c => c.ProjectId == id).OrderBy(c => c.ContractId).ToListAsync(cancellationToken))
        {
            var item = contract.PlanItemId;
            var batch = await db.ApprovalBatches.AsNoTracking().SingleOrDefaultAsync(b => db.PlanItems.Any(i => i.PlanItemId == item && i.ApprovalBatchId == b.ApprovalBatchId), cancellationToken);
            var sees = await viewer.SeesBankAsync(db, contract, cancellationToken);
            var what = $"{contract.Kind.Text()} {contract.Number ?? "(chưa có số)"}";
            var page = new ArchivePage(what);
            page.Fact("Đề án, nhiệm vụ", $"{project.Title} ({project.Code ?? "chưa có mã"})");
            page.Fact("Căn cứ", $"quyết định phê duyệt số {batch?.DecisionNumber ?? "…"} ngày {batch?.DecisionDate?.Text() ?? "…"} về kế hoạch khuyến công năm {contract.Year}");
            Tell(page, contract, sees);
            Versions(page, contract, sees);
            pages.Add(("hop-dong", what, page));
        }

        return pages;
    }

    private static void Tell(ArchivePage page, Contract contract, bool sees)
    {
        page.Fact("Trạng thái", $"{contract.State.Text()}{(contract.SignedOn is { } signed ? $", ký ngày {signed.Text()}" : "")}");
        page.Fact("Bên A", $"{contract.PartyA}{(contract.PartyASigner is { } signerA ? $", đại diện: {signerA}" : "")}");
        page.Fact("Bên B", $"{contract.PartyB}{(contract.PartyBTaxCode is { } tax ? $", mã số thuế {ContractWords.TaxCode(tax, sees)}" : "")}{(contract.PartyBSigner is { } signerB ? $", đại diện: {signerB}" : "")}");
        page.Fact("Tài khoản nhận tiền", contract.Bank?.Shown(sees));
        page.Fact("Hình thức lựa chọn", $"{contract.Selection?.Text() ?? "chưa ghi"}{(contract.SelectionBasis is { } basis ? $", {basis}" : "")}");
        page.Fact("Nội dung", contract.Content);
        page.Fact("Thời gian", $"từ {contract.StartsOn?.Text() ?? "…"} đến {contract.EndsOn?.Text() ?? "…"}");
        page.Fact("Giá trị", $"{contract.Total} (bằng chữ: {contract.Total.InWords()})");
        page.Table(["Nguồn", "Giá trị (đồng)"], [.. contract.Amounts.Where(a => a.Amount > Dong.Zero).Select(a => (string?[])[NameOf(a.Source), Money(a.Amount)])]);
        page.Heading("Tiến độ, đợt thanh toán");
        page.Table(["Nội dung", "Hạn", "Thanh toán (đồng)"], [.. contract.Milestones.OrderBy(m => m.Order).Select(m => (string?[])[m.Content, m.DueOn?.Text(), Money(m.Amount)])]);
        page.Fact("Tạm ứng, thanh toán", contract.PaymentTerms);
    }

    /// <summary>What stands above is the contract as it is now; each amendment says what it was before.</summary>
    private static void Versions(ArchivePage page, Contract contract, bool sees)
    {
        if (ContractVersions.IsChanged(contract) && ContractVersions.AsSigned(contract) is { } signedText)
        {
            page.Heading("Như đã ký, trước các phụ lục và lần đổi tài khoản");
            page.Fact("Tài khoản nhận tiền", signedText.Bank?.Shown(sees));
            page.Fact("Nội dung", signedText.Content);
            page.Fact("Thời gian", $"từ {signedText.StartsOn?.Text() ?? "…"} đến {signedText.EndsOn?.Text() ?? "…"}");
            page.Fact("Giá trị", $"{signedText.Total} (bằng chữ: {signedText.Total.InWords()})");
            page.Table(["Nguồn", "Giá trị (đồng)"], [.. signedText.Amounts.Select(a => (string?[])[NameOf(a.Source), Money(a.Amount)])]);
            page.Table(["Nội dung", "Hạn", "Thanh toán (đồng)"], [.. signedText.Milestones.Select(m => (string?[])[m.Content, m.DueOn?.Text(), Money(m.Amount)])]);
            page.Fact("Tạm ứng, thanh toán", signedText.PaymentTerms);
        }

        foreach (var amendment in contract.Amendments.OrderBy(a => a.Sequence))
        {
            page.Heading($"Phụ lục {amendment.Number ?? $"lần {amendment.Sequence}"}: {amendment.State.Text()}{(amendment.SignedOn is { } signed ? $", ký ngày {signed.Text()}" : "")}");
            page.Fact("Lý do", amendment.Reason);
            page.Table(["Điều thay đổi", "Trước", "Sau"], [.. amendment.Differences.Select(d => (string?[])[d.Text(), d.ShownBefore(sees) ?? "không có", d.ShownAfter(sees) ?? "không có"])]);
        }

        foreach (var change in contract.BankChanges.OrderBy(b => b.AskedAt))
        {
            page.Heading($"Đổi tài khoản nhận tiền: {change.State.Text()}");
            page.Say($"{change.Before?.Shown(sees) ?? "chưa có"} → {change.After.Shown(sees)}. {change.Document}. {change.Reason}");
        }

        page.Heading("Các bước");
        page.Table(["Ngày", "Bước", "Ghi chú"], [.. contract.Steps.OrderBy(s => s.Sequence).Select(s => (string?[])[s.On.Text(), s.Action.Done(), s.Note])]);
    }

    private async Task<List<(string Name, string What, ArchivePage Page)>> PaymentPagesAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        List<(string Name, string What, ArchivePage Page)> pages = [];
        var contracts = await db.Contracts.AsNoTracking().Where(c => c.ProjectId == id).ToDictionaryAsync(c => c.ContractId, cancellationToken);
        foreach (var payment in await db.WholePaymentRequests.AsNoTracking().Where(r => r.ProjectId == id).OrderBy(r => r.PaymentRequestId).ToListAsync(cancellationToken))
        {
            var what = $"{payment.Kind.Title()} {payment.Number}";
            var page = new ArchivePage(what);
            page.Fact("Đề án, nhiệm vụ", $"{project.Title} ({project.Code ?? "chưa có mã"})");
            Tell(page, payment, contracts[payment.ContractId], viewer.SeesAccounts(payment));
            pages.Add(("de-nghi-chi", what, page));
        }

        return pages;
    }

    private static void Tell(ArchivePage page, PaymentRequest payment, Contract contract, bool sees)
    {
        page.Fact("Trạng thái", $"{payment.State.Text(payment.Kind)}{(payment.Reason is { } why ? $". {why}" : "")}");
        page.Fact("Ngày đề nghị", payment.RequestedOn?.Text());
        page.Fact("Hợp đồng, giao nhiệm vụ", $"số {contract.Number ?? "…"} ngày {contract.SignedOn?.Text() ?? "…"}");
        page.Fact("Bên nhận", $"{contract.PartyB}{(payment.Bank is { } bank ? $". Tài khoản {bank.Shown(sees)}" : "")}");
        page.Fact("Nội dung chi", payment.Purpose);
        if (BudgetCodeWords.SpendingText(payment.BudgetItem, payment.BudgetSubItem) is { } spending)
        {
            page.Fact("Mục lục ngân sách", spending);
        }

        page.Table(["Nguồn kinh phí", "Niên độ", "Đề nghị (đồng)"], [.. payment.Lines.OrderBy(l => l.Source).Select(l => (string?[])[NameOf(l.Source), $"{payment.Year}", Money(l.Amount)])]);
        page.Fact("Số tiền đề nghị", $"{payment.Total} (bằng chữ: {payment.Total.InWords()})");
        page.Table(
            ["Hóa đơn số", "Ký hiệu", "Người bán, mã số thuế", "Ngày", "Có thuế GTGT (đồng)", "Tính vào đề nghị (đồng)"],
            [.. payment.Invoices.OrderBy(i => i.Order).Select(i => (string?[])[i.InvoiceNumber, i.InvoiceSeries, $"{i.InvoiceSeller} {i.InvoiceTaxCode}".Trim(), i.InvoiceDate?.Text(), Money(i.WithVat), Money(i.Covered)])]);
        if (payment.InvoiceDifference is { } difference)
        {
            page.Fact("Hóa đơn ít hơn số đề nghị vì", difference);
        }

        if (payment.IsOverridden)
        {
            page.Fact("Quyết định cho tạm ứng khác mức", $"số {payment.OverrideNumber} ngày {payment.OverrideDate?.Text()}: {payment.OverrideReason}");
        }

        page.Fact("Gửi Kho bạc", payment.SentOn?.Text());
        page.Fact("Ghi chi", $"{payment.PaidOn?.Text() ?? "—"}{(payment.TreasuryNumber is { } number ? $", chứng từ {number}" : "")}");
        page.Heading("Các bước");
        page.Table(["Ngày", "Bước", "Ghi chú"], [.. payment.Steps.OrderBy(s => s.Sequence).Select(s => (string?[])[s.On.Text(), s.Action.Done(payment.Kind), s.Note])]);
    }

    private static string NameOf(string source) => FundingSource.Find(source)?.Name ?? source;

    private static string Money(Dong? amount) => amount?.Grouped ?? "—";
}
