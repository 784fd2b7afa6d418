using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>What waits for the viewer in appraisal: dossiers to assign, ballots to send, results to sign, conclusions to draw, conditions to follow.</summary>
public static class AppraisalWork
{
    private const int Most = 50;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Act.GiveOpinion))
        {
            return [];
        }

        var (user, organises, concludes) = (viewer.UserId, viewer.Can(Act.AppraiseProject), viewer.Can(Act.ConcludeAppraisal));
        var rows = await db.Appraisals.VisibleTo(viewer).AsNoTracking().Include(a => a.Seats).Include(a => a.Conditions).AsSplitQuery()
            .Where(a => (a.State == AppraisalState.Open && a.Seats.Any(s => s.UserId == user && s.SentAt == null))
                || (a.State == AppraisalState.Closed && (a.Seats.Any(s => s.UserId == user) || concludes))
                || (a.State == AppraisalState.SignedOff && concludes)
                || (organises && a.Conditions.Any(c => c.State == ConditionState.Open)))
            .OrderBy(a => a.StartedOn).ThenBy(a => a.AppraisalId).Take(Most).ToListAsync();
        var ids = rows.Select(a => a.ProjectId).ToList();
        var projects = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Code, p.Title, p.StateSince }).ToDictionaryAsync(p => p.ProjectId);
        List<WorkItem> work = [.. rows.SelectMany(a => Items(a, user, viewer, projects[a.ProjectId].Title, projects[a.ProjectId].Code ?? "", projects[a.ProjectId].StateSince))];
        if (organises)
        {
            work.AddRange((await NewSessionModel.WaitingAsync(db, viewer, CancellationToken.None)).Take(Most)
                .Select(p => new WorkItem("Hồ sơ chờ thẩm định", p.Title, $"{p.Code}; giao người thẩm định hoặc đưa vào phiên họp", null, null, "Giao thẩm định", $"/tham-dinh/bat-dau/{p.Id}")));
        }

        return work;
    }

    private static IEnumerable<WorkItem> Items(Appraisal it, Guid user, Viewer viewer, string title, string code, DateOnly since)
    {
        var href = $"/tham-dinh/{it.AppraisalId}";
        if (AppraisalRows.Waits(it, it.SeatOf(user)))
        {
            yield return it.State is AppraisalState.Open
                ? new("Phiếu thẩm định chưa gửi", title, $"{code}; {it.Mode.ShortText().ToLowerInvariant()}", it.StartedOn, it.DueOn, "Cho ý kiến", $"{href}#y-kien")
                : new("Kết quả chờ ký", title, $"{code}; phiếu đã mở", since, it.DueOn, "Ký kết quả", $"{href}#y-kien");
        }

        var concludes = viewer.MayOrganise(Act.ConcludeAppraisal, it.CommuneCode) && (it.State is AppraisalState.SignedOff || it is { State: AppraisalState.Closed, Mode: AppraisalMode.Staff });
        if (concludes)
        {
            yield return new("Thẩm định chờ kết luận", title, $"{code}; {it.State.Text(it.Mode).ToLowerInvariant()}", since, it.DueOn, "Kết luận", $"{href}/ket-luan");
        }

        var open = it.Conditions.Count(c => c.State is ConditionState.Open);
        if (open > 0 && viewer.MayOrganise(Act.AppraiseProject, it.CommuneCode))
        {
            yield return new("Điều kiện chưa đáp ứng", title, $"{code}; còn {open} điều kiện", since, null, "Theo dõi", $"{href}#dieu-kien");
        }
    }
}
