using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>Sheets of reconciliation that two parties signed for contracts of the project.</content>
public sealed partial class ProjectArchive
{
    private async Task<List<SignedReconciliation>> ReconciliationsAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(projectId, cancellationToken);
        var holders = await db.Allocations.Where(a => lines.Contains(a.AllocationId)).Select(a => a.HolderId).Distinct().ToListAsync(cancellationToken);
        return [.. (await db.SignedReconciliations.AsNoTracking().Where(r => holders.Contains(r.HolderId)).OrderBy(r => r.AsOf).ThenBy(r => r.SignedReconciliationId).ToListAsync(cancellationToken))
            .Where(r => r.Figures.Any(f => f.ProjectId == projectId))];
    }

    /// <summary>Other projects of the same two parties are in the signed scan, not on this page.</summary>
    private async Task<List<(string Name, string What, ArchivePage Page)>> ReconciliationPagesAsync(Project project, CancellationToken cancellationToken)
    {
        List<(string Name, string What, ArchivePage Page)> pages = [];
        foreach (var signed in await ReconciliationsAsync(project.ProjectId, cancellationToken))
        {
            var what = $"Bảng đối chiếu kinh phí năm {signed.Year} đến ngày {signed.AsOf.Text()}";
            var page = new ArchivePage(what);
            page.Fact("Hai bên", $"{signed.PartyA} – {signed.PartyB}");
            page.Fact("Số liệu lúc", signed.FiguresAt.MomentText());
            page.Fact("Bản ký", $"{signed.FileName}, kèm lúc {signed.At.LocalText()}");
            page.Say("Các hợp đồng của đề án này theo số liệu hai bên đã ký; hợp đồng của đề án khác xem ở bản ký.");
            page.Table(
                ["Hợp đồng", "Nguồn", .. ReconciledRow.Columns.Select(c => $"{c.Label} (đồng)")],
                [.. signed.Figures.Where(f => f.ProjectId == project.ProjectId).Select(f => (string?[])[f.Number, NameOf(f.Source), .. ReconciledRow.Columns.Select(c => Money(c.Of(f)))])]);
            pages.Add(("doi-chieu", what, page));
        }

        return pages;
    }
}
