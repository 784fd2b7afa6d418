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
        var provinces = await ProvincesAsync(heads);
        return [.. heads.Select(h => PublicProgramme.Of(h, provinces.GetValueOrDefault(h.ProvinceCode), today)).OrderBy(p => SearchText.SortKey(p.Province), StringComparer.Ordinal).ThenByDescending(p => p.Head.FromYear)];
    }

    public async Task<PublicProgramme?> FindAsync(Guid id, DateOnly today)
    {
        if (await Heads(p => p.ProgrammeId == id).FirstOrDefaultAsync() is not { } head)
        {
            return null;
        }

        return PublicProgramme.Of(head, (await ProvincesAsync([head])).GetValueOrDefault(head.ProvinceCode), today);
    }

    public Task<List<Target>> TargetsAsync(PublicProgramme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return Everywhere(db.Targets).AsNoTracking().Where(t => t.ProgrammeId == programme.Head.ProgrammeId && !t.IsRetired).ToListAsync();
    }

    private IQueryable<ProgrammeHead> Heads(Expression<Func<Programme, bool>> wanted) =>
        Everywhere(db.Programmes).Where(wanted).Where(p => p.IsPublished && p.Level == ProgrammeLevel.Province)
            .Join(Everywhere(db.ProgrammeVersions).Where(v => v.State == VersionState.InForce), p => p.ProgrammeId, v => v.ProgrammeId, ProgrammeHead.Of);

    private async Task<Dictionary<string, AdministrativeUnit>> ProvincesAsync(IReadOnlyCollection<ProgrammeHead> heads)
    {
        var codes = heads.Select(h => h.ProvinceCode).Distinct().ToList();
        return await db.AdministrativeUnits.AsNoTracking().Where(u => u.Level == UnitLevel.Province && codes.Contains(u.ProvinceCode)).ToDictionaryAsync(u => u.ProvinceCode);
    }

    // Lifting the province filter is Access's business; every query above is bounded to published programmes.
#pragma warning disable RS0030
    private static IQueryable<T> Everywhere<T>(IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]);
#pragma warning restore RS0030
}

/// <summary>A published programme and the present name of its province.</summary>
/// <remarks>Renamed says since when the province has another name than on the day of the decision; null where it has not.</remarks>
public sealed record PublicProgramme(ProgrammeHead Head, string Province, string? Renamed)
{
    public static PublicProgramme Of(ProgrammeHead head, AdministrativeUnit? unit, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(head);
        var (then, now) = (unit?.NameOn(head.DecisionDate), unit?.NearestName(today));
        var renamed = then is not null && now is { From: { } since } && then.FullName != now.FullName
            ? $"Quyết định được ký khi địa phương là {InSentence(then.FullName)}; từ ngày {since:dd/MM/yyyy} là {InSentence(now.FullName)}."
            : null;
        return new(head, now?.FullName ?? head.ProvinceCode, renamed);
    }

    private static string InSentence(string name) => char.ToLower(name[0], System.Globalization.CultureInfo.InvariantCulture) + name[1..];

    public string Href => $"{Head.Href}/cong-khai";
}
