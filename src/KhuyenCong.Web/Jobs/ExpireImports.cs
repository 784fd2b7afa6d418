using KhuyenCong.Data;
using KhuyenCong.Data.Imports;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace KhuyenCong.Web.Jobs;

/// <summary>A list that nobody confirmed goes after two weeks: it holds personal data, and what it was compared with has changed since.</summary>
[DisallowConcurrentExecution]
public sealed class ExpireImports(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await ExpireAsync(scopes, clock.UtcNow - Kept, cancellationToken);

    /// <returns>How many went.</returns>
    public static async Task<int> ExpireAsync(IServiceScopeFactory scopes, DateTime before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var expired = 0;
        foreach (var (id, province) in await DueAsync(scopes, before, cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
            var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
            expired += await db.WriteAsync(_ => Task.CompletedTask, async () =>
            {
                // Whoever confirms at this moment wins: the state is asked again under the lock.
                var changed = await db.EstablishmentImports.Where(i => i.EstablishmentImportId == id && i.State == ImportState.Ready).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ImportState.Expired), cancellationToken);
                if (changed == 1)
                {
                    await db.EstablishmentImportRows.Where(r => r.EstablishmentImportId == id).ExecuteDeleteAsync(cancellationToken);
                }

                return changed;
            }, cancellationToken);
        }

        return expired;
    }

    private static async Task<List<(Guid Id, string Province)>> DueAsync(IServiceScopeFactory scopes, DateTime before, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
        var due = await scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().EveryProvince<EstablishmentImport>().AsNoTracking()
            .Where(i => i.State == ImportState.Ready && i.CreatedAt < before).Select(i => new { i.EstablishmentImportId, i.ProvinceCode }).ToListAsync(cancellationToken);
        return due.ConvertAll(i => (i.EstablishmentImportId, i.ProvinceCode));
    }
}
