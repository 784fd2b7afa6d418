using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Parsed texts and added-up results, kept under keys that change with their content.</summary>
/// <remarks>
/// A key names one state of the database (version id and concurrency token; the tokens of all targets), so an entry never goes stale
/// and two nodes never disagree: whoever sees a newer state asks for another key.
/// </remarks>
public sealed class ProgrammeCache : IDisposable
{
    private readonly MemoryCache texts = new(new MemoryCacheOptions { SizeLimit = 128 });
    private readonly MemoryCache sums = new(new MemoryCacheOptions { SizeLimit = 512 });

    /// <param name="versions">Where to read it: the caller has already found this version through its own scope.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="stamp">Its concurrency token.</param>
    public async Task<ProgrammeText> TextAsync(IQueryable<ProgrammeVersion> versions, Guid versionId, long stamp)
    {
        if (texts.TryGetValue((versionId, stamp), out ProgrammeText? known))
        {
            return known!;
        }

        var text = await versions.AsNoTracking().Where(v => v.ProgrammeVersionId == versionId).Select(v => v.Text).SingleAsync();
        return texts.Set((versionId, stamp), text, new MemoryCacheEntryOptions { Size = 1 });
    }

    public Task<ProgrammeText> TextAsync(KhuyenCongDb db, ProgrammeHead head)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(head);
        return TextAsync(db.ProgrammeVersions, head.VersionId, head.Stamp);
    }

    /// <summary>Every result recorded or withdrawn counts its target's token up, so the tokens stand for the results.</summary>
    public async Task<ResultSums> SumsAsync(KhuyenCongDb db, Guid programmeId, IReadOnlyCollection<Target> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var key = (programmeId, StampOf(targets));
        if (sums.TryGetValue(key, out ResultSums? known))
        {
            return known!;
        }

        // Without results there is nothing to add up.
        var added = targets.Any(t => t.ResultCount > 0) ? await ResultSums.AddUpAsync(db, programmeId) : ResultSums.None;
        return sums.Set(key, added, new MemoryCacheEntryOptions { Size = 1 });
    }

    public static string StampOf(IReadOnlyCollection<Target> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return $"{targets.Count}-{targets.Sum(t => t.Version)}";
    }

    public void Dispose()
    {
        texts.Dispose();
        sums.Dispose();
    }
}
