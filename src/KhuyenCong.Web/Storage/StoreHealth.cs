using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Storage;

/// <summary>
/// Whether the file store answers. A node that never reached it does not become ready, so that wrong settings are seen at once;
/// one that did stays in service when the store fails later, because most pages need no file.
/// </summary>
public sealed class StoreHealth(IBlobStore blobs, TimeProvider clock) : IHealthCheck
{
    /// <summary>Anybody may ask whether we are ready: the store is asked this often at most.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly Lock turnstile = new();
    private Task<HealthCheckResult>? latest;
    private DateTime askedAt;
    private bool wasReached;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (turnstile)
        {
            if (latest is null || (latest.IsCompleted && clock.UtcNow - askedAt >= Kept))
            {
                // Without the asker's token: the answer is for everybody, and the store bounds its own waiting.
                (latest, askedAt) = (AskAsync(), clock.UtcNow);
            }

            return latest.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthCheckResult> AskAsync()
    {
        try
        {
            await blobs.CheckAsync(CancellationToken.None);
            wasReached = true;
            return HealthCheckResult.Healthy();
        }
        catch (StoreDownException down)
        {
            return wasReached ? HealthCheckResult.Degraded(down.Words) : HealthCheckResult.Unhealthy(down.Words);
        }
    }
}
