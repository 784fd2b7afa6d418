using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Surveys;

namespace KhuyenCong.Web.Access;

/// <summary>Which survey rounds a viewer sees: the province's, or those that ask in one's communes. An owner sees none: the commune asks them.</summary>
public static class SurveyReach
{
    public static bool MaySee(this Viewer viewer, SurveyRound round)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(round);
        return viewer.Reach(Act.ViewEstablishments) switch
        {
            Scope.Province => true,
            Scope.Commune => round.Communes.Any(viewer.CommuneCodes.Contains),
            _ => false,
        };
    }

    /// <summary>The communes of a round that a viewer looks at.</summary>
    public static IReadOnlyList<string> CommunesOf(this Viewer viewer, SurveyRound round)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(round);
        return viewer.Reach(Act.ViewEstablishments) is Scope.Province ? round.Communes : [.. round.Communes.Where(viewer.CommuneCodes.Contains)];
    }
}
