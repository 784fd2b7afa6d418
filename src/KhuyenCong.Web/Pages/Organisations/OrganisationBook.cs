using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Territories;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Organisations;

/// <summary>The bodies a province sees on a day: its own, and the national ones that serve it; without a province, all national ones.</summary>
public sealed class OrganisationBook
{
    private readonly Dictionary<Guid, Organisation> all;
    private readonly Dictionary<string, AdministrativeUnit> units;

    private OrganisationBook(Dictionary<Guid, Organisation> all, List<OrganisationRelation> relations, Dictionary<string, AdministrativeUnit> units, DateOnly day, string province)
    {
        (this.all, this.units, Relations, Day) = (all, units, relations, day);
        Tree = new(relations, day);
        Shown = [.. all.Values
            .Where(o => o.ExistsOn(day) && (o.ProvinceCode is not null || province.Length == 0 || o.Kind is OrganisationKind.Ministry or OrganisationKind.Agency or OrganisationKind.MinistryUnit || Tree.Serves(o.OrganisationId, province)))
            .OrderBy(o => o.ProvinceCode is null).ThenBy(o => o.Kind).ThenBy(o => SearchText.SortKey(o.NameOn(day)), StringComparer.Ordinal)];
    }

    public DateOnly Day { get; }

    public OrganisationTree Tree { get; }

    public IReadOnlyList<OrganisationRelation> Relations { get; }

    public IReadOnlyList<Organisation> Shown { get; }

    public static async Task<OrganisationBook> ReadAsync(KhuyenCongDb db, string province, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new(
            await db.Organisations.ToDictionaryAsync(o => o.OrganisationId),
            await db.OrganisationRelations.ToListAsync(),
            await db.AdministrativeUnits.AsNoTracking().Where(u => u.ProvinceCode == province || u.Level == UnitLevel.Province).ToDictionaryAsync(u => u.UnitCode),
            day,
            province);
    }

    public Organisation? Find(Guid? id) => id is { } known ? all.GetValueOrDefault(known) : null;

    public string NameOf(Guid? id) => Find(id)?.NameOn(Day) ?? "—";

    public string UnitName(string? code) =>
        code is null ? "" : code == OrganisationRelation.WholeCountry ? "cả nước" : units.TryGetValue(code, out var unit) ? UnitNaming.DisplayName(unit, Day) : code;

    /// <summary>Bodies of a tree's top: without a parent that is itself shown.</summary>
    public IEnumerable<Organisation> Roots => Shown.Where(o => Tree.ParentOf(o.OrganisationId) is not { } parent || !Shown.Any(s => s.OrganisationId == parent));

    public IEnumerable<Organisation> ChildrenOf(Organisation parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return Shown.Where(o => Tree.ParentOf(o.OrganisationId) == parent.OrganisationId);
    }

    public IEnumerable<SelectListItem> Choices(Func<Organisation, bool>? which = null) =>
        Shown.Where(which ?? (_ => true)).Select(o => new SelectListItem(o.NameOn(Day), o.OrganisationId.ToString()));

    /// <summary>What a national body may serve: a province, or the whole country.</summary>
    public IEnumerable<SelectListItem> Provinces => units.Values.Where(u => u.Level is UnitLevel.Province)
        .Select(u => new SelectListItem(UnitNaming.DisplayName(u, Day), u.UnitCode)).OrderBy(i => SearchText.SortKey(i.Text), StringComparer.Ordinal)
        .Append(new("Cả nước", OrganisationRelation.WholeCountry));

    public IEnumerable<SelectListItem> Communes => units.Values.Where(u => u.Level is UnitLevel.Commune)
        .Select(u => new SelectListItem(UnitNaming.DisplayName(u, Day), u.UnitCode)).OrderBy(i => SearchText.SortKey(i.Text), StringComparer.Ordinal);
}
