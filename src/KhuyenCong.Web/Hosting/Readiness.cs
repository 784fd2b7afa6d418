using KhuyenCong.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Hosting;

/// <summary>Ready only after migration and seeding, and while the database answers.</summary>
public sealed class Readiness(IServiceScopeFactory scopes) : IHealthCheck
{
    public bool Started { get; set; }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!Started)
        {
            return HealthCheckResult.Unhealthy("Đang nâng cấp hoặc nạp dữ liệu / migrating or seeding");
        }

        using var scope = scopes.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Không kết nối được cơ sở dữ liệu / database unreachable");
    }
}
