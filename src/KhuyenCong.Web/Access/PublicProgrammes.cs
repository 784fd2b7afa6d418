using System.Linq.Expressions;
using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Pages.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>What anybody may read without signing in: published programmes of every province, their targets and the sums of results. No result, no person, no file.</summary>
public sealed class PublicProgrammes(KhuyenCongDb db)
{
    /// <summary>Where a version's text is read once it has been found to be published.</summary>
    public IQueryable<ProgrammeVersion> Versions => Everywhere(db.ProgrammeVersions);

    public async Task<IReadOnlyList<PublicProgramme>> ListAsync(DateOnly today)
    {
        var heads = await Heads(_ => true).ToListAsync();
        var provinces = await ProvincesAsync(heads, today);
        return [.. heads.Select(h => new PublicProgramme(h, provinces.GetValueOrDefault(h.ProvinceCode, h.ProvinceCode))).OrderBy(p => SearchText.SortKey(p.Province), StringComparer.Ordinal).ThenByDescending(p => p.Head.FromYear)];
    }

    public async Task<PublicProgramme?> FindAsync(Guid id, DateOnly today)
    {
        if (await Heads(p => p.ProgrammeId == id).FirstOrDefaultAsync() is not { } head)
        {
            return null;
        }

        var provinces = await ProvincesAsync([head], today);
        return new(head, provinces.GetValueOrDefault(head.ProvinceCode, head.ProvinceCode));
    }

    public Task<List<Target>> TargetsAsync(PublicProgramme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return Everywhere(db.Targets).AsNoTracking().Where(t => t.ProgrammeId == programme.Head.ProgrammeId && !t.IsRetired).ToListAsync();
    }

    private IQueryable<ProgrammeHead> Heads(Expression<Func<Programme, bool>> wanted) =>
        Everywhere(db.Programmes).Where(wanted).Where(p => p.IsPublished && p.Level == ProgrammeLevel.Province)
            .Join(Everywhere(db.ProgrammeVersions).Where(v => v.State == VersionState.InForce), p => p.ProgrammeId, v => v.ProgrammeId, ProgrammeHead.Of);

    private async Task<Dictionary<string, string>> ProvincesAsync(IReadOnlyCollection<ProgrammeHead> heads, DateOnly today)
    {
        var codes = heads.Select(h => h.ProvinceCode).Distinct().ToList();
        var units = await db.AdministrativeUnits.AsNoTracking().Where(u => u.Level == UnitLevel.Province && codes.Contains(u.ProvinceCode)).ToListAsync();
        return units.ToDictionary(u => u.ProvinceCode, u => u.NearestName(today)?.FullName ?? u.ProvinceCode);
    }

    // Lifting the province filter is Access's business; every query above is bounded to published programmes.
#pragma warning disable RS0030
    private static IQueryable<T> Everywhere<T>(IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]);
#pragma warning restore RS0030
}

/// <summary>A published programme and the present name of its province.</summary>
public sealed record PublicProgramme(ProgrammeHead Head, string Province)
{
    public string Href => $"{Head.Href}/cong-khai";
}
