using KhuyenCong.Web.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Tests.Storage;

/// <summary>When a node joins, and when it stays although its file store failed.</summary>
[Trait("Database", "any")]
public sealed class StoreHealthTests
{
    private readonly Told store = new();
    private readonly Clock clock = new();

    [Fact]
    public async Task ANode_JoinsOnlyWithAStore_AndStaysWithoutOne()
    {
        var health = new StoreHealth(store, clock);
        store.Down = new(StoreFault.Missing, "NoSuchBucket");
        (await AskAsync(health)).ShouldBe((HealthStatus.Unhealthy, "Không có bucket hoặc thư mục đã cấu hình / the configured bucket or folder does not exist"));
        store.Down = null;
        (await AskAsync(health)).ShouldBe((HealthStatus.Healthy, null));
        store.Down = new(StoreFault.Unreachable, "time-out");
        (await AskAsync(health)).ShouldBe((HealthStatus.Degraded, "Không kết nối được tới kho tệp / the file store cannot be reached"));
        store.Down = null;
        (await AskAsync(health)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task TheStore_IsNotAskedForEverybody()
    {
        var health = new StoreHealth(store, clock);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => health.CheckHealthAsync(new())));
        store.Asked.ShouldBe(1);
        await AskAsync(health);
        store.Asked.ShouldBe(2);
    }

    private async Task<(HealthStatus Status, string? Said)> AskAsync(StoreHealth health)
    {
        clock.Now += StoreHealth.Kept;
        var result = await health.CheckHealthAsync(new());
        return (result.Status, result.Description);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Told : IBlobStore
    {
        public StoreDownException? Down { get; set; }

        public int Asked { get; private set; }

        public Task CheckAsync(CancellationToken cancellationToken)
        {
            Asked++;
            return Down is null ? Task.CompletedTask : Task.FromException(Down);
        }

        public Task PutAsync(string provinceCode, string sha256, Stream content, string mediaType, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Stream?> OpenAsync(string provinceCode, string sha256, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> DeleteAsync(string provinceCode, string name, DateTime? putBefore, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<string> OlderThanAsync(string provinceCode, DateTime before, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ProvincesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
