using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace KhuyenCong.Web.Jobs;

/// <summary>Drafts that nobody has touched for a quarter of a year are forgotten, whole: never single fields of one still in use. So is what was sent under a key that long ago: no browser sends it again.</summary>
[DisallowConcurrentExecution]
public sealed class ForgetOldDrafts(KhuyenCongDb db, DataScope scope, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        scope.ActAsSystem();
        await ForgetAsync(db, clock.UtcNow - Kept, cancellationToken);
    }

    public static Task<int> ForgetAsync(KhuyenCongDb db, DateTime before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.WriteAsync(_ => Task.CompletedTask, async () =>
            await db.SentOnce.Where(sent => sent.SavedAt < before).ExecuteDeleteAsync(cancellationToken)
            + await db.DraftFields
                .Where(old => old.SavedAt < before && !db.DraftFields.Any(young =>
                    young.UserId == old.UserId && young.Form == old.Form && young.Subject == old.Subject && young.SavedAt >= before))
                .ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }
}
