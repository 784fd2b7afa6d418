using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>What was taken off records after these were sent: in a folder of its own, with who, when and why.</content>
public sealed partial class ProjectArchive
{
    private const string RemovedFolder = "9-da-go";

    private async Task<IEnumerable<ArchivedPaper>> RemovedPapersAsync(Guid projectId, Viewer viewer, CancellationToken cancellationToken) =>
        (await RemovedAsync(projectId, viewer, cancellationToken)).Where(p => p.Sha256 is not null)
            .Select(p => new ArchivedPaper(RemovedFolder, $"{Of(p.Kind)}: {p.What} ({Told(p)}: {p.Reason ?? "không nêu lý do"})", p.FileName, p.Sha256!));

    /// <summary>Papers whose content went at somebody's request: that there was one, the package still tells.</summary>
    private async Task<IEnumerable<string>> ErasedAsync(Guid projectId, Viewer viewer, CancellationToken cancellationToken) =>
        (await RemovedAsync(projectId, viewer, cancellationToken)).Where(p => p.IsErased)
            .Select(p => $"{Of(p.Kind)}: một giấy tờ {Told(p)}, nội dung đã xóa theo yêu cầu số {p.ErasedRequest}.");

    private async Task<List<RemovedPaper>> RemovedAsync(Guid projectId, Viewer viewer, CancellationToken cancellationToken)
    {
        // As with the sheets themselves: only for whom the pages show them to.
        var sheets = viewer.Can(Act.AnswerFollowUp) ? await db.FollowUps.VisibleTo(viewer, db).Where(f => f.ProjectId == projectId).Select(f => f.FollowUpId).ToListAsync(cancellationToken) : [];
        // What asked for money has the account's whole number in it.
        var requests = (await db.PaymentRequests.AsNoTracking().Where(r => r.ProjectId == projectId).ToListAsync(cancellationToken)).Where(viewer.SeesAccounts).Select(r => r.PaymentRequestId).ToHashSet();
        // Vouchers, results and batches are no single project's: the package has what was taken off those that it has itself.
        List<Guid> others =
        [
            .. (await VouchersAsync(projectId, viewer, cancellationToken)).Select(v => v.ManagementVoucherId),
            .. (await ResultsAsync(projectId, cancellationToken)).Select(r => r.ResultId),
            .. await db.PlanItems.Where(i => i.ProjectId == projectId).Select(i => i.ApprovalBatchId).Distinct().ToListAsync(cancellationToken),
        ];
        return (await db.RemovedPapers.AsNoTracking().Where(p => p.ProjectId == projectId || (p.ProjectId == null && others.Contains(p.RecordId))).OrderBy(p => p.RemovedPaperId).ToListAsync(cancellationToken))
            .FindAll(p => p.Kind switch { RemovedPaperKind.FollowUp => sheets.Contains(p.RecordId), RemovedPaperKind.Payment => requests.Contains(p.RecordId), _ => true });
    }

    private static string Told(RemovedPaper paper) => $"đã gỡ ngày {paper.RemovedAt.LocalText()} bởi {paper.RemovedByName}";

    private static string Of(RemovedPaperKind kind) => kind switch
    {
        RemovedPaperKind.Project => "Hồ sơ đề án",
        RemovedPaperKind.Payment => "Đề nghị chi",
        RemovedPaperKind.Progress => "Báo cáo tiến độ",
        RemovedPaperKind.Acceptance => "Nghiệm thu",
        RemovedPaperKind.Settlement => "Quyết toán",
        RemovedPaperKind.Management => "Chi quản lý",
        RemovedPaperKind.Result => "Minh chứng kết quả",
        RemovedPaperKind.Summary => "Nghiệm thu chung",
        RemovedPaperKind.Batch => "Phê duyệt kế hoạch",
        _ => "Theo dõi sau hỗ trợ",
    };
}
