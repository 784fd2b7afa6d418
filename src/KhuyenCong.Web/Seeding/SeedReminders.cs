using KhuyenCong.Data;
using KhuyenCong.Web.Jobs;

namespace KhuyenCong.Web.Seeding;

/// <summary>The first night of the samples, in Development only: what the night's job would remind of is there to be seen at once.</summary>
internal sealed class SeedReminders(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Mark = "sample-reminders";

    public async Task RunAsync(KhuyenCongDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SeedMarks.FindAsync([Mark], cancellationToken) is not null)
        {
            return;
        }

        foreach (var province in new[] { "56", "75" })
        {
            await RemindHolders.RunAsync(scopes, province, clock, cancellationToken);
        }

        db.SeedMarks.Add(new() { Name = Mark, Hash = "1" });
        await db.SaveChangesAsync(cancellationToken);
    }
}
