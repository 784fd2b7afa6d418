using KhuyenCong.Data;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Pages.Reminders;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace KhuyenCong.Web.Jobs;

/// <summary>Every night, and some hours later in case a night was missed: who holds what is reminded, those above are told, what has moved on is closed. Nothing is sent out of the product.</summary>
[DisallowConcurrentExecution]
public sealed class RemindHolders(IServiceScopeFactory scopes, Hosting.Readiness readiness, TimeProvider clock, ILogger<RemindHolders> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (!readiness.Started)
        {
            return;
        }

        foreach (var province in await ProvincesAsync(cancellationToken))
        {
            var (written, closed) = await RunAsync(scopes, province, clock, cancellationToken);
            if (written + closed > 0 && logger.IsEnabled(LogLevel.Information))
            {
                logger.LogInformation("Reminders of {Province}: {Written} written, {Closed} closed", province, written, closed);
            }
        }
    }

    /// <summary>One province, in a unit of work of its own.</summary>
    public static async Task<(int Written, int Closed)> RunAsync(IServiceScopeFactory scopes, string province, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        return await ReminderDesk.RunAsync(scope.ServiceProvider.GetRequiredService<KhuyenCongDb>(), clock, cancellationToken);
    }

    /// <summary>Every province with a project, or with a book of its offices.</summary>
    private async Task<IReadOnlyCollection<string>> ProvincesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem();
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        IQueryable<string>[] books =
        [
            db.EveryProvince<Project>().Select(p => p.ProvinceCode),
            db.EveryProvince<AnnualPlan>().Select(p => p.ProvinceCode),
            db.EveryProvince<BudgetEstimate>().Select(e => e.ProvinceCode),
            db.EveryProvince<Allocation>().Select(a => a.ProvinceCode),
            db.EveryProvince<TreasuryStatement>().Select(s => s.ProvinceCode),
            db.EveryProvince<Reminder>().Where(r => r.ClosedAt == null).Select(r => r.ProvinceCode),
        ];
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var codes in books)
        {
            found.UnionWith(await codes.Distinct().ToListAsync(cancellationToken));
        }

        return found;
    }
}
