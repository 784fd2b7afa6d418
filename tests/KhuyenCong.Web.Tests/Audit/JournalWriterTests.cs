using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Audit;

/// <summary>A change and what the journal tells of it: both or neither.</summary>
public sealed class JournalWriterTests(App app)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AChangeThatTheJournalCannotTell_IsNotSaved(bool isInATransaction)
    {
        var line = await app.AnAllocation(GivenPlans.AFarYear(), 5_000_000);
        var before = await Version();

        // An event without a kind is refused by both databases.
        await Should.ThrowAsync<DbUpdateException>(() => app.WithDb(App.KhanhHoa, async db =>
        {
            async Task<int> Save()
            {
                var its = await db.Allocations.SingleAsync(a => a.AllocationId == line.AllocationId);
                db.Entry(its).Property(a => a.Year).CurrentValue = line.Year + 1;
                db.Because(null!);
                return await db.SaveChangesAsync();
            }

            return isInATransaction ? await db.WriteAsync(_ => Task.CompletedTask, Save) : await Save();
        }));

        (await Version()).ShouldBe(before);

        Task<(long, int)> Version() => app.WithDb(App.KhanhHoa, async db =>
        {
            var its = await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId);
            return (its.Version, its.Year);
        });
    }
}
