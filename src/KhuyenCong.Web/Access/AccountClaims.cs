using System.Security.Claims;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KhuyenCong.Web.Access;

/// <summary>Puts a person's dated roles into the session: read once at sign-in and at every recheck, not once a request.</summary>
public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, KhuyenCongDb db, TimeProvider clock)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <summary>The recheck makes the principal anew; the chosen workplace is the session's own.</summary>
    public static Task KeepWorkplace(SecurityStampRefreshingPrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CurrentPrincipal?.FindFirst(Workplace.ClaimType) is { } chosen && context.NewPrincipal?.Identity is ClaimsIdentity identity)
        {
            identity.AddClaim(new(Workplace.ClaimType, chosen.Value));
        }

        return Task.CompletedTask;
    }

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(ClaimTypes.GivenName, user.DisplayName));
        if (user.Theme is { Length: > 0 } theme)
        {
            identity.AddClaim(new("kc:theme", theme));
        }

        var today = clock.Today;
        // A person's own roles, in every province where they hold one: the session chooses among them later.
#pragma warning disable RS0030 // Lifting the province filter is Access's business; the user id bounds the query.
        var held = await db.Memberships.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]).AsNoTracking()
            .Where(m => m.UserId == user.Id && (m.To == null || m.To >= today))
            .ToListAsync();
        var ids = held.Select(m => m.OrganisationId).Distinct().ToList();
        var organisations = await db.Organisations.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]).AsNoTracking()
            .Include(o => o.Names).Where(o => ids.Contains(o.OrganisationId)).ToListAsync();
        var served = await db.OrganisationRelations.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]).AsNoTracking()
            .Where(r => (r.Kind == OrganisationRelationKind.ServesProvince || r.Kind == OrganisationRelationKind.CoversCommune) && ids.Contains(r.SubjectId) && r.UnitCode != null && (r.To == null || r.To >= today))
            .ToListAsync();
        var bound = organisations.Where(o => HolderDuty.Binds(o.Kind)).Select(o => o.ProvinceCode).Distinct().ToList();
        var parents = bound.Count == 0 ? [] : await db.OrganisationRelations.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]).AsNoTracking()
            .Where(r => r.Kind == OrganisationRelationKind.Parent && bound.Contains(r.ProvinceCode) && (r.To == null || r.To >= today)).ToListAsync();
#pragma warning restore RS0030
        var tree = new OrganisationTree(parents, today);
        foreach (var organisation in organisations.Where(o => o.ExistsOn(today)))
        {
            identity.AddClaim(new(Workplace.NameClaimType, $"{organisation.OrganisationId:N}|{organisation.NameOn(today)}"));
            if (HolderDuty.BodiesOf(organisation.Kind, organisation.OrganisationId, tree) is { } bodies)
            {
                identity.AddClaim(new(Workplace.BodiesClaimType, $"{organisation.OrganisationId:N}|{string.Join(' ', bodies.Select(b => b.ToString("N")))}"));
            }

            foreach (var membership in held.Where(m => m.OrganisationId == organisation.OrganisationId))
            {
                identity.AddClaims(Places(membership, organisation, served).Select(m => new Claim(MembershipClaim.ClaimType, m.ToString())));
            }
        }

        return identity;
    }

    /// <summary>A treasury's role holds in each province it serves and a branch's in each commune it covers, for as long as it does; a ministry's in the whole country.</summary>
    private static IEnumerable<MembershipClaim> Places(Membership membership, Organisation organisation, List<OrganisationRelation> served)
    {
        var claim = new MembershipClaim(membership.Role, membership.OrganisationId, membership.ProvinceCode ?? "", membership.CommuneCode, membership.From, membership.To, membership.OnlyActs);
        var relations = served.Where(r => r.SubjectId == organisation.OrganisationId && r.UnitCode != OrganisationRelation.WholeCountry);
        return organisation.Kind switch
        {
            OrganisationKind.Ministry or OrganisationKind.Agency => [claim],
            OrganisationKind.CentreBranch when membership.CommuneCode is null =>
                relations.Where(r => r.Kind is OrganisationRelationKind.CoversCommune).Select(r => Within(claim, r) with { CommuneCode = r.UnitCode }),
            _ when membership.ProvinceCode is null =>
                relations.Where(r => r.Kind is OrganisationRelationKind.ServesProvince).Select(r => Within(claim, r) with { ProvinceCode = r.UnitCode! }),
            _ => [claim],
        };
    }

    private static MembershipClaim Within(MembershipClaim claim, OrganisationRelation relation) =>
        claim with { From = Later(claim.From, relation.From), To = Earlier(claim.To, relation.To) };

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a > b ? a : b;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a < b ? a : b;
}
