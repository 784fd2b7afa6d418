using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Which accounts an administrator may manage: people who hold, or held, a role in the administrator's province; or, for the national one, in bodies that belong to no province.</summary>
public sealed class ManagedAccounts(KhuyenCongDb db, Viewer viewer)
{
    /// <summary>Null for the national administrator: the Ministry, the Cục and the treasury regions.</summary>
    public string? Province => viewer.ProvinceCode.Length > 0 ? viewer.ProvinceCode : null;

    public IQueryable<Membership> Memberships
    {
        get
        {
            var province = Province;
            return db.Memberships.Where(m => m.ProvinceCode == province);
        }
    }

    public IQueryable<Account> All
    {
        get
        {
            var held = Memberships;
            return db.Users.Where(u => held.Any(m => m.UserId == u.Id));
        }
    }

    public Task<Account?> FindAsync(Guid id) => All.SingleOrDefaultAsync(u => u.Id == id);

    /// <summary>A person who also works for another province or for the nation: their password and lock are not one administrator's business.</summary>
    public Task<bool> WorksElsewhereAsync(Guid id)
    {
        var province = Province;
#pragma warning disable RS0030 // Asks only whether there is another place's role, and shows nothing of it.
        return db.Memberships.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]).AnyAsync(m => m.UserId == id && m.ProvinceCode != province);
#pragma warning restore RS0030
    }

    /// <summary>Roles that may be given here: those of national bodies by the national administrator only, and no others by that one.</summary>
    public IEnumerable<Role> Grantable =>
        Enum.GetValues<Role>().Where(r => r is not Role.Citizen && (r is Role.TreasuryOfficer || RoleTable.ReachOf(r) is Scope.Ministry) == Province is null);
}
