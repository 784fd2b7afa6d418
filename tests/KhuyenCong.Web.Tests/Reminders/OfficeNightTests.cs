using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Jobs;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

/// <summary>The whole night of a province that has nothing but one record of an office, and days of its own.</summary>
public sealed class OfficeNightTests(App app)
{
    /// <summary>No other test works here.</summary>
    private const string Province = "01";

    [Fact]
    public async Task TheNight_RemindsOfOffices_AsTheProvinceSetsIt_AndClosesWhatDoesNotWaitAnyMore()
    {
        var (id, holder, since) = (GivenPlans.Id(), await app.AHolder(Province), await app.WorkingDaysAgo(100));
        await app.WithDb(Province, async db =>
        {
            db.BudgetEstimates.Add(BudgetEstimate.From(new(id, Province, GivenPlans.AFarYear(), holder, "Dự toán (dữ liệu minh họa)", GivenPlans.Id(), since)));
            db.Because("estimate.drafted", "test");
            return await db.SaveChangesAsync();
        });
        await Set(0);
        (await Night()).ShouldBe((0, 0), "no days of waiting remind nobody");
        await Set(10);
        (await Night()).ShouldBe((2, 0));
        (await Night()).ShouldBe((0, 0));
        var kept = await app.WithDb(Province, db => db.Reminders.AsNoTracking().Where(r => r.ItemId == id).OrderBy(r => r.Level).ToListAsync());
        kept.Select(r => r.Level).Order().ShouldBe([ReminderLevel.Quiet, ReminderLevel.UnitLeader]);
        kept.ShouldAllBe(r => r.ProjectId == null && r.UnitId == holder && r.ClosedAt == null);
        // Turned off again, nobody is asked any more; on again, the same are open again.
        await Set(0);
        (await Night()).ShouldBe((0, 2));
        await Set(10);
        (await Night()).ShouldBe((0, 0));
        (await Open(id)).ShouldBe(2);

        await app.WithDb(Province, db => db.BudgetEstimates.Where(e => e.BudgetEstimateId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, BudgetEstimateState.Discarded)));
        (await Night()).ShouldBe((0, 2));
        (await Open(id)).ShouldBe(0);
    }

    private Task<int> Open(Guid id) => app.WithDb(Province, db => db.Reminders.CountAsync(r => r.ItemId == id && r.ClosedAt == null));

    private Task<(int Written, int Closed)> Night() => RemindHolders.RunAsync(app.Services.GetRequiredService<IServiceScopeFactory>(), Province, TimeProvider.System, CancellationToken.None);

    private Task<int> Set(int quiet) => app.WithDb(Province, async db =>
    {
        var set = ReminderSetting.Set(3, 5, 10, quiet, "Người minh họa", TimeProvider.System.UtcNow).Event.ShouldNotBeNull();
        if (await db.ReminderSettings.FirstOrDefaultAsync() is { } setting)
        {
            setting.Apply(set);
        }
        else
        {
            db.ReminderSettings.Add(ReminderSetting.Of(GivenPlans.Id(), Province, set));
        }

        db.Because("reminder.set", "test");
        return await db.SaveChangesAsync();
    });
}
