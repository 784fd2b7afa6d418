using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Data;

/// <summary>What all requests of a province read, as it was last read: good for as long as nothing behind it was added or changed.</summary>
/// <remarks>The stamp is asked of the database every time, so that two nodes never disagree about what holds.</remarks>
public sealed class Kept<T> : IDisposable
    where T : class
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 128 });

    internal async Task<T> OfAsync(string province, Stamp stamp, Func<Task<T>> read)
    {
        if (kept.TryGetValue(province, out (Stamp Stamp, T Value) last) && last.Stamp == stamp)
        {
            return last.Value;
        }

        // What is read now is at least as new as its stamp: a change in between only means that it is read once more.
        var value = await read();
        kept.Set(province, (stamp, value), new MemoryCacheEntryOptions { Size = 1 });
        return value;
    }

    public void Dispose() => kept.Dispose();
}

/// <summary>How many rows stand behind what is kept and how often they were changed. Such rows are added to and changed, never deleted: no two states share a stamp.</summary>
internal sealed record Stamp(int Rows, long Changes);
