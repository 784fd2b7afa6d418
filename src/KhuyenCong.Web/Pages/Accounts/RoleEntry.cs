using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>A role to be given, as typed.</summary>
public sealed class RoleEntry
{
    public Guid? OrganisationId { get; set; }

    public Role? Role { get; set; }

    public string? CommuneCode { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Document { get; set; }

    /// <summary>Every fault at once: what is missing, then what the rule says.</summary>
    public async Task<Ruling<MembershipGranted>> DecideAsync(KhuyenCongDb db, ManagedAccounts accounts, Guid userId, Guid membershipId)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(accounts);
        var province = accounts.Province;
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.OrganisationId == OrganisationId && o.ProvinceCode == province);
        var existing = await db.Memberships.Where(m => m.UserId == userId).ToListAsync();
        var isCommune = CommuneCode is { Length: > 0 } code && await db.AdministrativeUnits.AnyAsync(u => u.UnitCode == code && u.ProvinceCode == province && u.Level == UnitLevel.Commune);
        var missing = new List<Breach>();
        Require(Role is { } role && accounts.Grantable.Contains(role), "membership.role-not-grantable", nameof(Role));
        Require(From is not null, "organisation.from-missing", nameof(From));
        Require(!string.IsNullOrWhiteSpace(Document), "membership.document-missing", nameof(Document));
        Require(string.IsNullOrEmpty(CommuneCode) || isCommune, "membership.commune-unknown", nameof(CommuneCode));
        var decided = Memberships.Grant(
            new(membershipId, userId, OrganisationId ?? Guid.Empty, Role ?? Domain.Organisations.Role.Citizen, province, isCommune ? CommuneCode : null, From ?? DateOnly.MaxValue, To),
            organisation,
            existing);
        missing.AddRange(decided.Breaches.Where(b => missing.TrueForAll(m => m.Field != b.Field)));
        return missing.Count == 0 ? decided : new(null, missing);

        void Require(bool holds, string breach, string field)
        {
            if (!holds)
            {
                missing.Add(new(breach, field));
            }
        }
    }
}

/// <summary>What the form of a role offers.</summary>
public sealed record RoleChoices(IReadOnlyList<SelectListItem> Organisations, IReadOnlyList<SelectListItem> Communes, IReadOnlyList<SelectListItem> Roles)
{
    public static readonly RoleChoices None = new([], [], []);

    public static async Task<RoleChoices> ReadAsync(KhuyenCongDb db, ManagedAccounts accounts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(accounts);
        var province = accounts.Province;
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.ProvinceCode == province).ToListAsync();
        var communes = await db.AdministrativeUnits.AsNoTracking().Where(u => u.ProvinceCode == province && u.Level == UnitLevel.Commune).ToListAsync();
        return new(
            [.. organisations.Where(o => o.ExistsOn(today)).OrderBy(o => o.Kind is OrganisationKind.CommuneOffice).ThenBy(o => SearchText.SortKey(o.NameOn(today)), StringComparer.Ordinal)
                .Select(o => new SelectListItem(o.NameOn(today), o.OrganisationId.ToString()))],
            [.. communes.Select(u => (u.UnitCode, Name: UnitNaming.DisplayName(u, today))).OrderBy(u => SearchText.SortKey(u.Name), StringComparer.Ordinal).Select(u => new SelectListItem(u.Name, u.UnitCode))],
            [.. accounts.Grantable.Select(r => new SelectListItem(r.Text(), r.ToString()))]);
    }
}
