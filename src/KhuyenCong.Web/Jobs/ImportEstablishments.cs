using KhuyenCong.Web.Pages.Establishments;
using Quartz;

namespace KhuyenCong.Web.Jobs;

/// <summary>Works on uploaded lists of establishments; a node that stops leaves its import to the next turn or to another node.</summary>
[DisallowConcurrentExecution]
public sealed class ImportEstablishments(IServiceScopeFactory scopes, TimeProvider clock, Hosting.Readiness readiness) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (readiness.Started)
        {
            await new ImportWork(scopes, clock).RunAsync(cancellationToken);
        }
    }
}
