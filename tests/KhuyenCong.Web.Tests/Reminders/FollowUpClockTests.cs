using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Tests.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

public sealed class FollowUpClockTests(App app)
{
    [Fact]
    public async Task ADueSheet_WaitsForItsOwner_AndAnsweredForWhoeverConfirms()
    {
        var sheet = await app.ASheet();
        using var owner = await app.ItsOwner(sheet);
        await app.WithDb(sheet.ProvinceCode, db => db.Projects.Where(p => p.ProjectId == sheet.ProjectId).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ProjectState.Settled)));
        (await Waiting(sheet)).ShouldBe((WaitingKind.FollowUpDue, WaitingParty.Performer));
        await app.WithDb(sheet.ProvinceCode, db => ReminderDesk.RunAsync(db, TimeProvider.System, [sheet.ProjectId], CancellationToken.None));
        (await Inbox(owner)).ShouldContain("trả lời phiếu theo dõi sau hỗ trợ");

        await owner.Answers(sheet);
        (await app.Again(sheet)).State.ShouldBe(FollowUpState.Submitted);
        (await Waiting(sheet)).ShouldBe((WaitingKind.FollowUpSubmitted, WaitingParty.Department));
        (await Inbox(owner)).ShouldNotContain("trả lời phiếu theo dõi sau hỗ trợ");
    }

    private Task<(WaitingKind Kind, WaitingParty Holder)> Waiting(FollowUp sheet) => app.WithDb(sheet.ProvinceCode, async db =>
    {
        var item = (await ClockBook.OfAsync(db, [sheet.ProjectId], GivenFollowUps.Today, CancellationToken.None))[sheet.ProjectId].Single(i => i.ItemId == sheet.FollowUpId);
        return (item.Kind, item.Holder);
    });

    private static async Task<string> Inbox(HttpClient client) => (await client.GetPageAsync("/nhac-viec?co=100")).QuerySelector("main")!.TextContent;
}
