using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Execution;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>Progress reports, inspections and records of acceptance as pages.</content>
public sealed partial class ProjectArchive
{
    private async Task<List<(string Name, string What, ArchivePage Page)>> ProgressPagesAsync(Project project, CancellationToken cancellationToken)
    {
        List<(string Name, string What, ArchivePage Page)> pages = [];
        // What is still being written is the writers' own.
        var id = project.ProjectId;
        foreach (var report in await db.WholeProgressReports.AsNoTracking().Where(r => r.ProjectId == id && r.State != ProgressReportState.Drafting).OrderBy(r => r.Year).ThenBy(r => r.Month).ToListAsync(cancellationToken))
        {
            var what = $"Báo cáo tiến độ tháng {report.Month:00}/{report.Year}";
            var page = new ArchivePage(what);
            page.Fact("Đề án, nhiệm vụ", $"{project.Title} ({project.Code ?? "chưa có mã"})");
            Tell(page, report);
            pages.Add(("tien-do", what, page));
        }

        return pages;
    }

    private static void Tell(ArchivePage page, ProgressReport report)
    {
        FundingSource[] used = [.. FundingSource.All.Where(s => report.Lines.Any(l => l.Spent[s] is not null))];
        page.Fact("Trạng thái", $"{report.State.Text()}{(report.ConfirmedOn is { } confirmed ? $", xác nhận ngày {confirmed.Text()}" : "")}");
        page.Table(
            ["Nội dung", "Dự toán", "Đã thực hiện", "Giá trị (đồng)", .. used.Select(s => $"Đã chi: {s.ShortName} (đồng)")],
            [.. report.Lines.OrderBy(l => l.Order).Select(l => (string?[])[l.Content, $"{l.Planned} {l.Unit}", l.Done is { } done ? DoneQuantity.Text(done) : "—", Money(l.Value), .. used.Select(s => Money(l.Spent[s]))])]);
        page.Fact("Tổng giá trị đã thực hiện", $"{report.ValueDone}, {ExecutionWords.ShareText(report.WorkShare)} tổng vốn đầu tư {report.Investment}{(report.OwnShare is { } own ? $" (đơn vị tự đánh giá {ExecutionWords.ShareText(own)})" : "")}");
        page.Fact("Khó khăn, vướng mắc", report.Difficulties);
        page.Fact("Đề nghị", report.Proposals);
        page.Heading("Các bước");
        page.Table(["Ngày", "Bước", "Ghi chú"], [.. report.Steps.OrderBy(s => s.Sequence).Select(s => (string?[])[s.On.Text(), s.Action.Done(), s.Note])]);
    }

    /// <summary>Of an inspection of several projects what was found here; what was seen as a whole only for whoever sees all of them.</summary>
    private async Task<List<(string Name, string What, ArchivePage Page)>> InspectionPagesAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        List<(string Name, string What, ArchivePage Page)> pages = [];
        foreach (var (inspection, isWhole) in await InspectionsAsync(id, viewer, cancellationToken))
        {
            var what = $"Kiểm tra, giám sát ngày {inspection.On.Text()}: {inspection.Title}";
            var page = new ArchivePage(what);
            page.Fact("Trạng thái", $"{inspection.Kind.Text()}, {inspection.State.Text().InSentence()}{(inspection.CancelReason is { } cancelled ? $": {cancelled}" : "")}");
            page.Fact("Văn bản", inspection.DocumentNumber is { } number ? $"số {number}{(inspection.DocumentDate is { } dated ? $" ngày {dated.Text()}" : "")}" : null);
            if (isWhole)
            {
                page.Fact("Thành phần đoàn", inspection.Members);
                page.Fact("Nội dung đã kiểm tra, kết quả", inspection.Seen);
            }

            page.Heading("Kiến nghị đối với đề án này");
            page.Table(
                ["Số", "Loại", "Nội dung", "Trách nhiệm, hạn", "Trạng thái", "Trả lời", "Đóng"],
                [.. inspection.Findings.Where(f => f.ProjectId == id).OrderBy(f => f.Number).Select(f => (string?[])[$"{f.Number}", f.Kind.Text(), f.Content, $"{f.Responsible}, {f.DueOn.Text()}", f.State.Text(), f.Answer, $"{f.ClosedOn?.Text()} {f.ClosingNote}".Trim()])]);
            pages.Add(("kiem-tra", what, page));
        }

        return pages;
    }

    private async Task<List<(Inspection Inspection, bool IsWhole)>> InspectionsAsync(Guid projectId, Viewer viewer, CancellationToken cancellationToken)
    {
        List<(Inspection Inspection, bool IsWhole)> found = [];
        var mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        foreach (var inspection in await db.WholeInspections.AsNoTracking().Where(i => i.Projects.Any(p => p.ProjectId == projectId)).OrderBy(i => i.On).ToListAsync(cancellationToken))
        {
            var seen = await InspectionSight.ProjectsAsync(db, viewer, [.. inspection.Projects.Select(p => p.ProjectId)], cancellationToken);
            found.Add((inspection, new InspectionSight(inspection, seen, mover).IsWhole));
        }

        return found;
    }

    private async Task<List<(string Name, string What, ArchivePage Page)>> AcceptancePagesAsync(Project project, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        List<(string Name, string What, ArchivePage Page)> pages = [];
        var numbers = await db.Contracts.Where(c => c.ProjectId == id).ToDictionaryAsync(c => c.ContractId, c => c.Number, cancellationToken);
        foreach (var acceptance in await db.WholeAcceptances.AsNoTracking().Where(a => a.ProjectId == id).OrderBy(a => a.AcceptanceId).ToListAsync(cancellationToken))
        {
            var what = $"Biên bản nghiệm thu {acceptance.Number} {acceptance.BeneficiaryName ?? "cả đề án, nhiệm vụ"}, lần {acceptance.Round}";
            var page = new ArchivePage(what);
            page.Fact("Đề án, nhiệm vụ", $"{project.Title} ({project.Code ?? "chưa có mã"})");
            page.Fact("Hợp đồng", numbers.GetValueOrDefault(acceptance.ContractId));
            Tell(page, acceptance);
            pages.Add(("nghiem-thu", what, page));
        }

        return pages;
    }

    private static void Tell(ArchivePage page, Acceptance acceptance)
    {
        page.Fact("Mẫu, trạng thái", $"{acceptance.Form.Text()}; {acceptance.State.Text().InSentence()}");
        page.Fact("Ngày, địa điểm", $"{acceptance.HeldOn?.Text() ?? "…"}, {acceptance.Place ?? "…"}");
        page.Fact("Căn cứ", acceptance.Basis);
        page.Heading("Thành phần");
        page.Table(["Họ tên", "Chức vụ, đơn vị", "Bên"], [.. acceptance.Members.Select(m => (string?[])[m.Name, $"{m.Role} {m.Unit}".Trim(), m.Side.Text()])]);
        page.Heading("Khối lượng, chi phí");
        page.Table(
            ["Nội dung", "Dự toán", "Nghiệm thu", "Hóa đơn, chứng từ (đồng)", "Hợp lệ (đồng)", "Ghi chú"],
            [.. acceptance.Lines.OrderBy(l => l.Order).Select(l => (string?[])[l.Content, $"{l.PlannedQuantity} {l.Unit}", $"{l.AcceptedQuantity}", Money(l.InvoicedCost), Money(l.EligibleCost), string.Join("; ", new[] { l.Invoices, l.Vouchers, l.Reason }.OfType<string>())])]);
        page.Fact("Tổng chi phí hợp lệ", $"{acceptance.EligibleCost}");
        page.Heading("Máy móc, thiết bị");
        page.Table(
            ["Máy", "Kiểu, hãng", "Số máy", "Năm, xuất xứ", "Kết quả"],
            [.. acceptance.Machines.OrderBy(m => m.Order).Select(m => (string?[])[m.Name, $"{m.Model}, {m.Maker}", m.Serial, $"{m.MadeYear}, {m.Origin}", m.IsAccepted ? "đạt" : "không nghiệm thu"])]);
        page.Heading("Kết luận");
        page.Fact("Chất lượng, tình trạng hoạt động", acceptance.Quality);
        page.Fact("Kết luận", $"{acceptance.Verdict?.Text() ?? "…"}{(acceptance.CompleteBy is { } by ? $", hạn hoàn thiện {by.Text()}" : "")}");
        page.Fact("Ý kiến", acceptance.Opinion);
        if (acceptance.State is AcceptanceState.Concluded)
        {
            page.Table(["Cách tính mức hỗ trợ", "Kết quả (đồng)"], [.. acceptance.Computation.Select(s => (string?[])[s.Text(), Money(s.Result)])]);
            page.Fact("Mức hỗ trợ được thanh toán", $"{string.Join("; ", acceptance.Amounts.Select(a => $"{NameOf(a.Source)} {a.Amount}"))}; cộng {acceptance.Due}");
        }
    }
}
