using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Which accounts a province's administrator may manage: people who hold, or held, a role in the province and nowhere else.</summary>
public sealed class ProvinceAccounts(KhuyenCongDb db, Viewer viewer)
{
    public IQueryable<Account> All => db.Users.Where(u => db.Memberships.Any(m => m.UserId == u.Id && m.ProvinceCode == viewer.ProvinceCode));

    public Task<Account?> FindAsync(Guid id) => All.SingleOrDefaultAsync(u => u.Id == id);

    /// <summary>A person who also works for another province or for the nation: their password and lock are not one province's business.</summary>
    public Task<bool> WorksElsewhereAsync(Guid id)
    {
        var province = viewer.ProvinceCode;
#pragma warning disable RS0030 // Asks only whether there is another province's role, and shows nothing of it.
        return db.Memberships.IgnoreQueryFilters([KhuyenCongDb.ProvinceFilter]).AnyAsync(m => m.UserId == id && m.ProvinceCode != province);
#pragma warning restore RS0030
    }

    /// <summary>Roles that a province may give; those of the Ministry and the treasury belong to bodies that are not its own.</summary>
    public static IEnumerable<Role> Grantable =>
        Enum.GetValues<Role>().Where(r => r is not Role.Citizen and not Role.TreasuryOfficer && RoleTable.ReachOf(r) is not Scope.Ministry);
}
