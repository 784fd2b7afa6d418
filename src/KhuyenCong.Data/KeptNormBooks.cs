using KhuyenCong.Domain.Norms;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Data;

/// <summary>The books of norms as they were last read, one per province: each good for as long as nothing in the law behind it was added or changed.</summary>
/// <remarks>The stamp is asked of the database every time, so that two nodes never disagree about what binds.</remarks>
public sealed class KeptNormBooks : IDisposable
{
    private readonly MemoryCache books = new(new MemoryCacheOptions { SizeLimit = 128 });

    internal async Task<NormBook> OfAsync(string province, NormStamp stamp, Func<Task<NormBook>> read)
    {
        if (books.TryGetValue(province, out (NormStamp Stamp, NormBook Book) kept) && kept.Stamp == stamp)
        {
            return kept.Book;
        }

        // What is read now is at least as new as its stamp: a change in between only means that it is read once more.
        var book = await read();
        books.Set(province, (stamp, book), new MemoryCacheEntryOptions { Size = 1 });
        return book;
    }

    public void Dispose() => books.Dispose();
}

/// <summary>How many rows the law of support has and how often they were changed. Rows are added and changed, never deleted: no two states share a stamp.</summary>
internal sealed record NormStamp(int Rows, long Changes);
