using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

/// <summary>What has no last day is not forgotten: its holder is asked after a long wait, and then their leader.</summary>
public sealed class QuietRemindersTests(App app)
{
    [Fact]
    public async Task ARequestLeftLying_IsItsHoldersFirst_ThenTheirLeadersToo_UntilItMovesOn()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var abroad = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var path = await officer.Drafted(contract, line, 10_000_000);
        var request = await app.Payment(path);
        (await Night(contract, request)).ShouldBe("");

        await Since(request, ReminderDays.Default.Quiet);
        (await Night(contract, request)).ShouldBe("Quiet");
        var row = (await Inbox(officer, ReminderLevel.Quiet)).First(r => r.Contains(contract.Number!, StringComparison.Ordinal));
        row.ShouldContain("Chờ lâu");
        row.ShouldContain($"đã chờ {ReminderDays.Default.Quiet} ngày làm việc, chưa có thời hạn quy định");
        row.ShouldNotContain("trễ");
        (await Inbox(leader, ReminderLevel.UnitLeader)).ShouldNotContain(r => r.Contains(contract.Number!, StringComparison.Ordinal));
        (await Inbox(abroad, ReminderLevel.Quiet)).ShouldNotContain(r => r.Contains(contract.Number!, StringComparison.Ordinal));
        (await officer.GetPageAsync("/")).QuerySelector(".topbar a[href='/nhac-viec']")!.GetAttribute("title")!.ShouldContain("chưa đọc");

        await Since(request, ReminderDays.Default.Quiet + ReminderDays.Default.UnitLeader);
        (await Night(contract, request)).ShouldBe("Quiet UnitLeader");
        (await Inbox(leader, ReminderLevel.UnitLeader)).ShouldContain(r => r.Contains(contract.Number!, StringComparison.Ordinal));

        await officer.Take(path, PaymentAction.Request);
        (await Night(contract, request)).ShouldBe("");
    }

    private static async Task<List<string>> Inbox(HttpClient client, ReminderLevel level) =>
        [.. (await client.GetPageAsync($"/nhac-viec?co=100&muc={level}")).QuerySelectorAll("main .work-list li").Select(r => r.TextContent)];

    /// <summary>What is open of the request after the night.</summary>
    private Task<string> Night(Contract contract, PaymentRequest request) => app.WithDb(App.KhanhHoa, async db =>
    {
        await ReminderDesk.RunAsync(db, TimeProvider.System, [contract.ProjectId], CancellationToken.None);
        var open = await db.Reminders.AsNoTracking().Where(r => r.ItemId == request.PaymentRequestId && r.ClosedAt == null).Select(r => r.Level).ToListAsync();
        return string.Join(' ', open.Order());
    });

    /// <summary>As if it had been left lying for so many working days.</summary>
    private async Task Since(PaymentRequest request, int days)
    {
        var since = await app.WorkingDaysAgo(days);
        await app.WithDb(App.KhanhHoa, db => db.PaymentRequests.Where(r => r.PaymentRequestId == request.PaymentRequestId).ExecuteUpdateAsync(s => s.SetProperty(r => r.StateSince, since)));
    }
}
