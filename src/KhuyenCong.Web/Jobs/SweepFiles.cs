using KhuyenCong.Data;
using KhuyenCong.Web.Storage;
using Quartz;

namespace KhuyenCong.Web.Jobs;

/// <summary>Once a night: content that nothing refers to goes. A day's grace, so that a form left open over night keeps its files.</summary>
[DisallowConcurrentExecution]
public sealed class SweepFiles(FileStore files, DataScope scope, TimeProvider clock, ILogger<SweepFiles> logger) : IJob
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            scope.ActAsSystem();
            foreach (var province in await files.ProvincesAsync(cancellationToken))
            {
                scope.ActAsSystem(province);
                var taken = await files.SweepAsync(province, clock.UtcNow - Grace, cancellationToken);
                if (taken > 0 && logger.IsEnabled(LogLevel.Information))
                {
                    logger.LogInformation("Swept {Count} unreferenced files of {Province}", taken, province);
                }
            }
        }
        catch (StoreDownException down)
        {
            logger.LogWarning("The file store is not swept tonight: {Detail}", down.Message);
        }
    }
}
