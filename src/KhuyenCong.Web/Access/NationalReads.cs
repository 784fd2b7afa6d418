using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>What the Ministry sees of all provinces at once: published programmes, targets with their sums, counts of open contradictions. Aggregates only.</summary>
public sealed class NationalReads(KhuyenCongDb db, Viewer viewer, PublicProgrammes published)
{
    public async Task<IReadOnlyList<NationalProgramme>> ProgrammesAsync(ProgrammeCache cache, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(cache);
        var programmes = await published.ListAsync(today);
        var targets = (await Everywhere(db.Targets).AsNoTracking().Where(t => !t.IsRetired).ToListAsync()).ToLookup(t => t.ProgrammeId);
        var open = await Everywhere(db.Discrepancies)
            .Where(d => d.Origin == DiscrepancyOrigin.Rule && d.State == DiscrepancyState.Open)
            .GroupBy(d => d.ProgrammeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var read = new List<NationalProgramme>();
        foreach (var programme in programmes)
        {
            var text = await cache.TextAsync(published.Versions, programme.Head.VersionId, programme.Head.Stamp);
            read.Add(new(programme.Head, programme.Province, text, [.. targets[programme.Head.ProgrammeId]], open.GetValueOrDefault(programme.Head.ProgrammeId)));
        }

        return read;
    }

    /// <summary>Lifts the province filter, for a viewer whose reach is the whole country and for nobody else.</summary>
    private IQueryable<T> Everywhere<T>(IQueryable<T> rows)
        where T : class
    {
        if (viewer.Reach(Act.CompareProvinces) is not Scope.Ministry)
        {
            throw new InvalidOperationException("Only a viewer of the whole country reads all provinces.");
        }

        // The check above is the reason why this may stand here.
#pragma warning disable RS0030
        return rows.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]);
#pragma warning restore RS0030
    }
}

/// <summary>One province's programme beside the others.</summary>
public sealed record NationalProgramme(ProgrammeHead Head, string Province, ProgrammeText Text, IReadOnlyList<Target> Targets, int OpenDiscrepancies);
