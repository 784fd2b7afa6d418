using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>What a contract's form lets choose: parties by its kind, sources with what they leave.</summary>
public sealed record ContractChoices(
    ContractKind Kind, IReadOnlyList<SelectListItem> PartyA, IReadOnlyList<SelectListItem> Units, IReadOnlyList<SelectListItem> Beneficiaries, IReadOnlyList<(FundingSource Source, Dong Approved, Dong Room)> Sources)
{
    public static readonly ContractChoices None = new(ContractKind.Support, [], [], [], []);

    private static readonly OrganisationKind[] Doers =
    [
        OrganisationKind.PromotionCentre, OrganisationKind.CentreBranch, OrganisationKind.Department, OrganisationKind.OtherDepartment, OrganisationKind.CommuneOffice,
        OrganisationKind.Association, OrganisationKind.ClusterInvestor, OrganisationKind.Broadcaster, OrganisationKind.Portal, OrganisationKind.MinistryUnit, OrganisationKind.Other,
    ];

    public static async Task<ContractChoices> OfAsync(KhuyenCongDb db, ContractKind kind, ContractGround ground, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(ground);
        var (regime, commune, parent) = (ground.Batch.Regime, ground.Batch.CommuneCode, ground.Parent?.PartyBOrganisationId);
        List<OrganisationKind> first = [.. ground.Parent is null ? ContractParties.PartyA(kind, regime, ground.LocalPartyA) : []];
        // Units under the Ministry work with national money only; where the rule on assignments binds, the list is what it leaves.
        List<OrganisationKind> second = kind is not (ContractKind.Agency or ContractKind.Assignment) ? []
            : [.. Doers.Where(d => regime is Regime.National ? ground.AssignmentStanding is not { MayBlock: true } || !AssignmentRule.Contradicts(kind, regime, d) : d is not OrganisationKind.MinistryUnit)];
        var found = (await db.Organisations.AsNoTracking().Include(o => o.Names).Where(o => o.OrganisationId == parent || first.Contains(o.Kind) || second.Contains(o.Kind)).ToListAsync(cancellationToken))
            .Where(o => o.ExistsOn(day)).OrderByDescending(o => kind is ContractKind.Assignment && o.Kind is OrganisationKind.MinistryUnit).ThenBy(o => SearchText.SortKey(o.NameOn(day)), StringComparer.Ordinal).ToList();
        List<SelectListItem> Items(Func<Organisation, bool> which) => [.. found.Where(which).Select(o => new SelectListItem(o.NameOn(day), $"{o.OrganisationId}"))];
        return new(
            kind,
            Items(o => parent is not null ? o.OrganisationId == parent : first.Contains(o.Kind) && (o.Kind is not OrganisationKind.CommuneOffice || o.CommuneCode == commune)),
            // A commune assigns to its own bodies or to the province's, never to another commune.
            Items(o => second.Contains(o.Kind) && (commune is null || o.Kind is not OrganisationKind.CommuneOffice || o.CommuneCode == commune)),
            kind is ContractKind.Support ? [.. ground.Project.Beneficiaries.OrderBy(b => b.Order).DistinctBy(b => b.EstablishmentId).Select(b => new SelectListItem(b.Name, $"{b.EstablishmentId}"))] : [],
            [.. FundingSource.All.Where(s => ground.Parent is not null ? ground.Room.ContainsKey(s.Code) : ground.Item.Approved[s] is not null).Select(s => (s, ground.Item.Approved[s] ?? Dong.Zero, ground.RoomOf(s.Code)))]);
    }
}
