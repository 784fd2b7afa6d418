using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>What a package does not hold: named in the index and the signed manifest, so that none silently holds less than another.</content>
public sealed partial class ProjectArchive
{
    /// <summary>Each part that is not in the package of this viewer, with the reason; counts only, nothing of what is left out.</summary>
    public async Task<IReadOnlyList<string>> LeftOutAsync(Project project, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(viewer);
        var id = project.ProjectId;
        List<string> left = [];
        var judged = await AppraisalsOf(id, viewer).ToListAsync(cancellationToken);
        Name(left, await db.Appraisals.CountAsync(a => a.ProjectId == id, cancellationToken) - judged.Count, "lần thẩm định, cùng quyết định hội đồng, biên bản họp, minh chứng điều kiện, nhật ký của các lần ấy: người lập gói không xem được hồ sơ thẩm định.");
        Name(left, judged.Count(a => !a.IsUnsealed && a.Seats.Count > 0), "lần thẩm định còn niêm phong phiếu ý kiến: phiếu không vào gói của ai cho đến khi mở.");
        Name(left, (await InspectionsAsync(id, viewer, cancellationToken)).Count(i => !i.IsWhole), "cuộc kiểm tra chung với đề án khác: trang của cuộc kiểm tra chỉ có phần của đề án này, biên bản đã ký và nhật ký của cuộc kiểm tra không có, người lập gói không xem được mọi đề án được kiểm tra.");
        Name(left, await db.ProgressReports.CountAsync(r => r.ProjectId == id && r.State == ProgressReportState.Drafting, cancellationToken), "báo cáo tiến độ đang soạn, chưa gửi: không thành trang; ảnh đã kèm có trong gói.");
        Name(left, await AccountsLeftOutAsync(id, viewer, cancellationToken), "hợp đồng, đề nghị chi chỉ có các số cuối của tài khoản, không có bản ký và giấy tờ kèm theo, đã gỡ: người lập gói không xem được số đầy đủ.");
        var asked = db.FollowUps.Where(f => f.ProjectId == id && (f.State != FollowUpState.AwaitingAnswer || db.Acceptances.Any(a => a.AcceptanceId == f.AcceptanceId && a.State == AcceptanceState.Concluded)));
        var read = await db.FollowUps.VisibleTo(viewer, db).CountAsync(f => f.ProjectId == id, cancellationToken);
        Name(left, await asked.CountAsync(cancellationToken) - read, "phiếu theo dõi sau hỗ trợ, cùng ảnh, giấy tờ đã gỡ, nhật ký của phiếu: phiếu có doanh thu của cơ sở, người lập gói không xem được.");
        var served = await (await ServedAsync(id, cancellationToken)).CountAsync(cancellationToken);
        Name(left, served - (await VouchersAsync(id, viewer, cancellationToken)).Count, "chứng từ chi quản lý phục vụ đề án, cùng giấy tờ kèm theo, giấy tờ đã gỡ: chi từ dự toán mà người lập gói không xem được chứng từ.");
        if (!viewer.Can(Act.ViewPersonalData))
        {
            left.Add("Dữ liệu cá nhân trong nhật ký: người lập gói không được xem dữ liệu cá nhân.");
        }

        left.AddRange(await ErasedAsync(id, viewer, cancellationToken));
        left.Add("Giấy tờ gỡ khi hồ sơ còn soạn, chưa gửi lần nào: không được giữ lại, nhật ký ghi việc gỡ.");
        left.Add("Tệp sao kê gốc của Kho bạc: có khoản chi của đề án khác; dòng khớp với đề án này ở sao-ke.csv.");
        return left;
    }

    private async Task<int> AccountsLeftOutAsync(Guid projectId, Viewer viewer, CancellationToken cancellationToken)
    {
        var count = (await db.PaymentRequests.AsNoTracking().Where(r => r.ProjectId == projectId).ToListAsync(cancellationToken)).Count(r => !viewer.SeesAccounts(r));
        foreach (var contract in await db.Contracts.AsNoTracking().Where(c => c.ProjectId == projectId).ToListAsync(cancellationToken))
        {
            count += await viewer.SeesBankAsync(db, contract, cancellationToken) ? 0 : 1;
        }

        return count;
    }

    private static void Name(List<string> left, int count, string what)
    {
        if (count > 0)
        {
            left.Add($"{count} {what}");
        }
    }
}
