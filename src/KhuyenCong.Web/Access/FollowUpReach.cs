using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>Which follow-up sheets a viewer reads: an owner their own, a commune those of its sites, the Centre those of its contracts, the Sở the province's. They tell a business's revenue: nobody else reads them.</summary>
public static class FollowUpReach
{
    public static IQueryable<FollowUp> VisibleTo(this IQueryable<FollowUp> followUps, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        // What was accepted and then undone is asked of nobody; what was answered before stays.
        var live = followUps.Where(f => f.State != FollowUpState.AwaitingAnswer || db.Acceptances.Any(a => a.AcceptanceId == f.AcceptanceId && a.State == AcceptanceState.Concluded));
        var (communes, own) = (viewer.CommuneCodes.ToList(), viewer.OrganisationId);
        return viewer.Reach(Act.AnswerFollowUp) switch
        {
            Scope.Province => live,
            Scope.Commune => live.Where(f => f.CommuneCode != null && communes.Contains(f.CommuneCode)),
            Scope.Own when viewer.Can(Act.ConfirmFollowUp) => live.Where(f => own != null && db.Contracts.Any(c => c.ContractId == f.ContractId && (c.PartyAId == own || c.PartyBOrganisationId == own))),
            Scope.Own => live.Where(f => own != null && db.Establishments.Any(e => e.EstablishmentId == f.EstablishmentId && e.OrganisationId == own)),
            _ => live.Where(_ => false),
        };
    }

    /// <summary>Who sets the months for the province.</summary>
    public static bool SetsFollowUpTerms(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Reach(Act.ConcludeAcceptance) is Scope.Province;
    }
}
