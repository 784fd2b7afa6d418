using KhuyenCong.Data;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>Reports that the viewer owes or has to confirm, inspections to hold, findings to answer or to judge.</summary>
public static class ExecutionWork
{
    private const int Most = 50;

    /// <summary>A report that is not due for longer is no work yet.</summary>
    private const int DaysAhead = 10;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Act.ViewProjects) || (!viewer.Can(Act.ReportProgress) && !viewer.Can(Act.ConfirmProgress) && !viewer.Can(Act.InspectProject)))
        {
            return [];
        }

        List<WorkItem> work = [];
        if (viewer.Can(Act.ReportProgress) || viewer.Can(Act.ConfirmProgress))
        {
            var rows = await MonthBook.RowsAsync(db, viewer, MonthBook.Open(db), today);
            work.AddRange(rows.Where(r => r.MayReport && r.Month is { LastDay: not null } && IsOwed(r.Month, today)).OrderBy(r => r.Month.LastDay).Take(Most).Select(Owed));
            var mover = viewer.AsPlanMover();
            work.AddRange(rows.Where(r => r.Month.Standing is ReportStanding.AwaitingConfirmation && r.Value is { IsWrittenByViewer: false } && mover.May(Act.ConfirmProgress, r.Regime, r.TerritoryCode))
                .OrderBy(r => r.Month.SubmittedOn).Take(Most)
                .Select(r => new WorkItem("Báo cáo tiến độ chờ xác nhận", r.Title, $"Tháng {r.Month.Name()}, hợp đồng {r.Number}, {r.Unit}", r.Month.SubmittedOn, null, "Xem, xác nhận", $"/tien-do/{r.Month.ReportId}")));
        }

        work.AddRange(await InspectionsAsync(db, viewer, today));
        return work;
    }

    private static bool IsOwed(ExpectedReport month, DateOnly today) =>
        month.Standing is ReportStanding.Missing or ReportStanding.SentBack || (month.Standing is ReportStanding.NotYetDue && month.LastDay <= today.AddDays(DaysAhead));

    /// <summary>A day that binds nobody is told and makes nothing overdue.</summary>
    private static WorkItem Owed(MonthRow row) => new(
        row.Month.Standing is ReportStanding.SentBack ? "Báo cáo tiến độ bị trả lại" : "Báo cáo tiến độ",
        row.Title,
        $"Tháng {row.Month.Name()}, hợp đồng {row.Number}{(row.Month.Binds ? "" : $"; hạn {row.Month.LastDay:dd/MM/yyyy} là {ExecutionWords.OnlySuggested}")}",
        null,
        row.Month.Binds ? row.Month.LastDay : null,
        row.Month.ReportId is null ? "Lập báo cáo" : "Sửa, gửi",
        $"/hop-dong/{row.ContractId}/bao-cao?thang={row.Month.Year}-{row.Month.Month:00}");

    private static async Task<IEnumerable<WorkItem>> InspectionsAsync(KhuyenCongDb db, Viewer viewer, DateOnly today)
    {
        var found = await db.WholeInspections.VisibleTo(viewer, db).AsNoTracking().Where(i => (i.State == InspectionState.Recorded && i.OpenCount > 0) || i.State == InspectionState.Scheduled).OrderBy(i => i.On).Take(Most).ToListAsync();
        if (found.Count == 0)
        {
            return [];
        }

        var mover = await viewer.AsProjectMoverAsync(db, CancellationToken.None);
        var plan = viewer.AsPlanMover();
        var seen = await InspectionSight.ProjectsAsync(db, viewer, [.. found.SelectMany(i => i.Projects).Select(p => p.ProjectId).Distinct()], CancellationToken.None);
        var named = found.SelectMany(i => i.Projects).Select(p => p.ContractId).OfType<Guid>().Distinct().ToList();
        var contracts = (await db.Contracts.AsNoTracking().Where(c => named.Contains(c.ContractId)).ToListAsync()).Where(c => seen.ContainsKey(c.ProjectId)).ToLookup(c => c.ProjectId);
        List<WorkItem> work = [];
        foreach (var inspection in found)
        {
            var isTheirs = plan.May(Act.InspectProject, inspection.Regime, inspection.CommuneCode ?? "");
            if (isTheirs && inspection.State is InspectionState.Scheduled)
            {
                work.Add(new("Kiểm tra theo kế hoạch", inspection.Title, inspection.On < today ? "Đã qua ngày dự kiến, chưa ghi kết quả" : "Chuẩn bị kiểm tra, ghi kết quả", null, inspection.On, "Mở", $"/kiem-tra/{inspection.InspectionId}"));
            }

            foreach (var finding in new InspectionSight(inspection, seen, mover).Findings)
            {
                var reports = contracts[finding.ProjectId].Any(c => mover.May(Act.ReportProgress, ExecutionBook.Of(c, seen[c.ProjectId])));
                if (finding.State is FindingState.Pending && reports)
                {
                    work.Add(new("Kiến nghị kiểm tra", inspection.Title, $"Kiến nghị {finding.Number}: {finding.Kind.Text().InSentence()}; phải thực hiện: {finding.Responsible}", finding.FoundOn, finding.DueOn, "Trả lời", $"/kiem-tra/{inspection.InspectionId}#kien-nghi-{finding.Number}"));
                }
                else if (finding.State is FindingState.Answered && isTheirs && !finding.Answerers.Contains(viewer.UserId))
                {
                    work.Add(new("Trả lời kiến nghị chờ xem xét", inspection.Title, $"Kiến nghị {finding.Number}: {finding.Kind.Text().InSentence()}", finding.AnsweredOn, finding.DueOn, "Xem xét", $"/kiem-tra/{inspection.InspectionId}#kien-nghi-{finding.Number}"));
                }
                else if (isTheirs && finding.IsOverdue(today))
                {
                    work.Add(new("Kiến nghị kiểm tra quá hạn", inspection.Title, $"Kiến nghị {finding.Number}, phải thực hiện: {finding.Responsible}", finding.FoundOn, finding.DueOn, "Đôn đốc", $"/kiem-tra/{inspection.InspectionId}#kien-nghi-{finding.Number}"));
                }
            }
        }

        return work;
    }
}
