using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Tests.Execution;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

public sealed class VisitClockTests(App app)
{
    [Fact]
    public async Task AVisitWhoseDayHasGoneBy_IsSeenAtAllItsProjects_RemindedOfOnce_AndEscalates()
    {
        var (one, other) = (await app.ASignedContract(), await app.ASignedContract());
        var (id, on) = (GivenExecution.Id(), await app.WorkingDaysAgo(100));
        List<Guid> projects = [one.ProjectId, other.ProjectId];
        await app.WithDb(App.KhanhHoa, async db =>
        {
            await db.Projects.Where(p => projects.Contains(p.ProjectId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProjectState.Underway));
            db.Inspections.Add(Inspection.From(new(
                id, App.KhanhHoa, null, new(InspectionKind.Planned, "Kiểm tra hai đề án (dữ liệu minh họa)", on, "Nguyễn Minh Họa, Sở Công Thương"),
                [(GivenExecution.Id(), new InspectedText(one.ProjectId, one.ContractId)), (GivenExecution.Id(), new InspectedText(other.ProjectId, other.ContractId))], GivenExecution.Id(), TimeProvider.System.UtcNow)));
            db.Because("inspection.planned", "test");
            return await db.SaveChangesAsync();
        });
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        foreach (var project in projects)
        {
            var card = (await officer.GetPageAsync($"/de-an/{project}")).QuerySelector("#dang-cho")!.TextContent;
            card.ShouldContain("kiểm tra, ghi kết quả cuộc kiểm tra đã lên kế hoạch");
            // One night each, as projects of other chunks have.
            await app.WithDb(App.KhanhHoa, db => ReminderDesk.RunAsync(db, TimeProvider.System, [project], CancellationToken.None));
        }

        (await Open(id)).ShouldBe([ReminderLevel.Late, ReminderLevel.UnitLeader], ignoreOrder: true);
        await app.WithDb(App.KhanhHoa, db => db.Inspections.Where(i => i.InspectionId == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InspectionState.Recorded)));
        await app.WithDb(App.KhanhHoa, db => ReminderDesk.RunAsync(db, TimeProvider.System, projects, CancellationToken.None));
        (await Open(id)).ShouldBeEmpty();
    }

    private Task<List<ReminderLevel>> Open(Guid inspection) =>
        app.WithDb(App.KhanhHoa, db => db.Reminders.AsNoTracking().Where(r => r.ItemId == inspection && r.ClosedAt == null).Select(r => r.Level).ToListAsync());
}
