using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;

namespace KhuyenCong.Web.Access;

/// <summary>Which petitions a viewer sees: one's own, those of one's communes, or all of the province.</summary>
public static class PetitionReach
{
    public static IQueryable<Petition> VisibleTo(this IQueryable<Petition> petitions, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var communes = viewer.CommuneCodes.ToList();
        return (viewer.Can(Act.AnswerPetition) ? Scope.Province : viewer.Reach(Act.FilePetition)) switch
        {
            // Kho bạc works in the province but sees payment files only: of petitions, its own.
            Scope.Province when viewer.Can(Act.AnswerPetition) || viewer.Can(Act.ViewResults) => petitions,
            Scope.Commune => petitions.Where(p => p.FiledBy == viewer.UserId || p.OrganisationId == viewer.OrganisationId || (p.CommuneCode != null && communes.Contains(p.CommuneCode))),
            Scope.Province or Scope.Own => petitions.Where(p => p.FiledBy == viewer.UserId || p.OrganisationId == viewer.OrganisationId),
            _ => petitions.Where(_ => false),
        };
    }

    /// <summary>Those that a folded word is found in; by who filed only whoever may see that.</summary>
    public static IQueryable<Petition> Having(this IQueryable<Petition> petitions, Viewer viewer, string word)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(word);
        if (viewer.Can(Act.AnswerPetition))
        {
            return petitions.Where(p => p.SearchText.Contains(word));
        }

        var (user, unit) = (viewer.UserId, viewer.OrganisationId);
        return petitions.Where(p => p.MatterText.Contains(word) || (p.SearchText.Contains(word) && (p.FiledBy == user || (unit != null && p.OrganisationId == unit))));
    }

    /// <summary>Who filed is for the filer and for those who answer; others read the matter, not the person.</summary>
    public static bool MaySeeFiler(this Viewer viewer, Petition petition)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Act.AnswerPetition) || viewer.AsMover().Owns(petition);
    }

    public static PetitionMover AsMover(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return new(viewer.UserId, viewer.OrganisationId, viewer.Can);
    }
}
