using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>Records that gather the acceptances of all sites, as pages.</content>
public sealed partial class ProjectArchive
{
    private async Task<List<(string Name, string What, ArchivePage Page)>> SummaryPagesAsync(Project project, CancellationToken cancellationToken)
    {
        var id = project.ProjectId;
        List<(string Name, string What, ArchivePage Page)> pages = [];
        foreach (var summary in await db.WholeAcceptanceSummaries.AsNoTracking().Where(s => s.ProjectId == id).OrderBy(s => s.AcceptanceSummaryId).ToListAsync(cancellationToken))
        {
            var what = $"{summary.Form.SummaryText()} {summary.Number}, lần {summary.Round}";
            var page = new ArchivePage(what);
            page.Fact("Đề án, nhiệm vụ", $"{project.Title} ({project.Code ?? "chưa có mã"})");
            Tell(page, summary);
            pages.Add(("nghiem-thu-chung", what, page));
        }

        return pages;
    }

    private static void Tell(ArchivePage page, AcceptanceSummary summary)
    {
        page.Fact("Trạng thái", summary.State.Text());
        page.Fact("Ngày, địa điểm", $"{summary.HeldOn?.Text() ?? "…"}, {summary.Place ?? "…"}");
        page.Fact("Căn cứ", summary.Basis);
        page.Fact("Thành phần", summary.Members);
        page.Table(
            ["Đơn vị thụ hưởng, địa điểm", "Lần", "Ngày", "Kết luận", "Chi phí hợp lệ (đồng)", "Hỗ trợ (đồng)", "Số máy"],
            [.. summary.Rows.OrderBy(r => r.Order).Select(r => (string?[])[r.Name, $"{r.Round}", r.HeldOn?.Text(), r.Verdict?.Text(), Money(r.EligibleCost), Money(r.Due), $"{r.MachineCount}"])]);
        page.Fact("Chi phí hợp lệ", summary.EligibleCost?.ToString());
        page.Fact("Hỗ trợ được thanh toán", summary.Due?.ToString());
        page.Fact("Số máy", summary.MachineCount is { } machines ? $"{machines}" : null);
        page.Fact("Kết luận", summary.Verdict?.Text());
        page.Fact("Ý kiến", summary.Opinion);
    }
}
