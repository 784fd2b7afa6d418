using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>Which establishments a viewer sees and changes: one's own, those with a production site in one's communes, or the province's.</summary>
public static class EstablishmentReach
{
    public static IQueryable<Establishment> VisibleTo(this IQueryable<Establishment> establishments, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (communes, own) = (viewer.CommuneCodes.ToList(), viewer.OrganisationId);
        return viewer.Reach(Act.ViewEstablishments) switch
        {
            Scope.Province => establishments,
            // Also where the site has been given up: the commune keeps the record of its time.
            Scope.Commune => establishments.Where(e => e.Sites.Any(s => communes.Contains(s.CommuneCode))),
            Scope.Own => establishments.Where(e => e.OrganisationId != null && e.OrganisationId == own),
            _ => establishments.Where(_ => false),
        };
    }

    /// <summary>A commune role edits what works in its communes today.</summary>
    public static bool MayEdit(this Viewer viewer, Establishment establishment, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(establishment);
        return viewer.Reach(Act.EditEstablishments) is Scope.Province || establishment.CommunesOn(today).Any(c => viewer.CanIn(Act.EditEstablishments, c));
    }

    /// <summary>Numbers of persons, telephones, contacts: shown, or masked.</summary>
    public static bool MaySeePersonalData(this Viewer viewer, Establishment establishment)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        return viewer.MaySeePersonalData(establishment.OrganisationId, establishment.Sites.Select(s => s.CommuneCode));
    }

    public static bool MaySeePersonalData(this Viewer viewer, Guid? organisationId, IEnumerable<string> communeCodes)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Reach(Act.ViewPersonalData) switch
        {
            Scope.Province => true,
            Scope.Commune => communeCodes.Any(c => viewer.CanIn(Act.ViewPersonalData, c)),
            Scope.Own => organisationId is not null && organisationId == viewer.OrganisationId,
            _ => false,
        };
    }

    /// <summary>Whether every establishment the viewer can list may be searched by its personal numbers.</summary>
    public static bool MaySearchPersonalData(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Reach(Act.ViewPersonalData) is { } reach && reach >= viewer.Reach(Act.ViewEstablishments);
    }
}
