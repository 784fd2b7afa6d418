using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>What the project counts for in the programme, and by which files that is proven.</content>
public sealed partial class ProjectArchive
{
    private const string ResultFolder = "6b-ket-qua";

    /// <summary>Results that its acceptances recorded or found recorded, those withdrawn since among them.</summary>
    private async Task<List<Result>> ResultsAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var linked = db.AcceptanceResults.Where(r => db.Acceptances.Any(a => a.AcceptanceId == r.AcceptanceId && a.ProjectId == projectId)).Select(r => r.ResultId);
        return await db.Results.AsNoTracking().Include(r => r.Evidence).Where(r => linked.Contains(r.ResultId)).OrderBy(r => r.AchievedOn).ThenBy(r => r.ResultId).ToListAsync(cancellationToken);
    }

    /// <summary>Each file once: most are pictures of the acceptance, which the package has already; the table of results names every one by its SHA-256.</summary>
    private async Task<List<ArchivedPaper>> EvidencePapersAsync(Guid projectId, HashSet<string> already, CancellationToken cancellationToken)
    {
        List<ArchivedPaper> papers = [];
        foreach (var result in await ResultsAsync(projectId, cancellationToken))
        {
            papers.AddRange(result.Evidence.OrderBy(e => e.EvidenceId).Where(e => already.Add(e.Sha256)).Select(e => new ArchivedPaper(ResultFolder, $"Minh chứng kết quả: {result.Title}", e.FileName, e.Sha256)));
        }

        return papers;
    }

    /// <summary>A row for every file of every result; one for a result without.</summary>
    private async Task<byte[]> ResultTableAsync(Project project, CancellationToken cancellationToken)
    {
        var results = await ResultsAsync(project.ProjectId, cancellationToken);
        var targets = results.Select(r => r.TargetId).Distinct().ToList();
        var names = await db.Targets.AsNoTracking().Where(t => targets.Contains(t.TargetId)).ToDictionaryAsync(t => t.TargetId, t => $"{t.Code} {t.Name}", cancellationToken);
        List<string?[]> rows = [["Kết quả", "Ngày", "Chỉ tiêu", "Số lượng", "Kinh phí (đồng)", "Trạng thái", "Minh chứng", "SHA-256 của tệp"]];
        foreach (var result in results)
        {
            string?[] head =
            [
                result.Title, result.AchievedOn.Text(), names.GetValueOrDefault(result.TargetId), $"{result.Quantity}", $"{result.TotalAmount.Amount}",
                result.State is ResultState.Recorded ? "đã ghi nhận" : $"đã rút: {result.WithdrawnReason}",
            ];
            rows.AddRange(result.Evidence.Count == 0 ? [[.. head, null, null]] : result.Evidence.OrderBy(e => e.EvidenceId).Select(e => (string?[])[.. head, e.FileName, e.Sha256]));
        }

        return Csv(rows);
    }
}
