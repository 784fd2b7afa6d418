using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Đơn vị dự toán: bodies of the province that may hold an allocation, under their names of the day.</summary>
public sealed class Holders
{
    private static readonly OrganisationKind[] Kinds = [OrganisationKind.Department, OrganisationKind.PromotionCentre, OrganisationKind.OtherDepartment, OrganisationKind.CommuneOffice];

    private readonly List<Organisation> all;
    private readonly DateOnly day;

    private Holders(List<Organisation> all, DateOnly day) => (this.all, this.day) = (all, day);

    public static async Task<Holders> ReadAsync(KhuyenCongDb db, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = await db.Organisations.AsNoTracking().Include(o => o.Names).Where(o => o.ProvinceCode != null && Kinds.Contains(o.Kind)).ToListAsync(cancellationToken);
        return new([.. found.OrderBy(o => o.Kind is OrganisationKind.CommuneOffice).ThenBy(o => Array.IndexOf(Kinds, o.Kind)).ThenBy(o => SearchText.SortKey(o.NameOn(day)), StringComparer.Ordinal)], day);
    }

    /// <summary>Names of a few of them: a page that offers none for choice need not read them all.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(KhuyenCongDb db, IReadOnlyCollection<Guid> ids, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(ids);
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0
            ? new Dictionary<Guid, string>()
            : (await db.Organisations.AsNoTracking().Include(o => o.Names).Where(o => wanted.Contains(o.OrganisationId)).ToListAsync(cancellationToken)).ToDictionary(o => o.OrganisationId, o => o.NameOn(day));
    }

    public Organisation? Find(Guid? id) => all.Find(o => o.OrganisationId == id && o.ExistsOn(day));

    public Organisation? OfCommune(string communeCode) => all.Find(o => o.Kind is OrganisationKind.CommuneOffice && o.CommuneCode == communeCode && o.ExistsOn(day));

    public Organisation? First(OrganisationKind kind) => all.Find(o => o.Kind == kind && o.ExistsOn(day));

    public string NameOf(Guid id) => all.Find(o => o.OrganisationId == id)?.NameOn(day) ?? "—";

    public IReadOnlyList<SelectListItem> Choices(Func<Organisation, bool> which) => [.. all.Where(o => o.ExistsOn(day) && which(o)).Select(o => new SelectListItem(o.NameOn(day), o.OrganisationId.ToString()))];

    public IReadOnlyList<SelectListItem> Recordable(Viewer viewer) => Choices(viewer.MayRecord);
}
