using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Procedures;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Data;

/// <summary>What every dossier of a province is read beside: the norms, the published procedures, which version of each programme is in force. Shared by requests: nothing may be supposed in it.</summary>
public sealed record ReferenceBook(NormBook Norms, IReadOnlyList<Procedure> Procedures, IReadOnlyDictionary<Guid, VersionInForce> Programmes);

/// <summary>The version of a programme in force, with its concurrency token: under both its text is kept.</summary>
public sealed record VersionInForce(Guid VersionId, long Stamp);

/// <summary>The books as they were last read, one per province: each good for as long as nothing behind it was added or changed.</summary>
/// <remarks>The stamp is asked of the database every time, so that two nodes never disagree about what binds.</remarks>
public sealed class KeptBooks : IDisposable
{
    private readonly MemoryCache books = new(new MemoryCacheOptions { SizeLimit = 128 });

    internal async Task<ReferenceBook> OfAsync(string province, BookStamp stamp, Func<Task<ReferenceBook>> read)
    {
        if (books.TryGetValue(province, out (BookStamp Stamp, ReferenceBook Book) kept) && kept.Stamp == stamp)
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

/// <summary>How many rows stand behind a book and how often they were changed. Once published they are added to and changed, never deleted: no two states share a stamp.</summary>
internal sealed record BookStamp(int Rows, long Changes);
