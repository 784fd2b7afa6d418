using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Territories;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationName> OrganisationNames => Set<OrganisationName>();

    public DbSet<OrganisationRelation> OrganisationRelations => Set<OrganisationRelation>();

    public DbSet<DutyAssignment> DutyAssignments => Set<DutyAssignment>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<AdministrativeUnit> AdministrativeUnits => Set<AdministrativeUnit>();

    public DbSet<AdministrativeUnitName> AdministrativeUnitNames => Set<AdministrativeUnitName>();

    /// <summary>What people are called who did something; their accounts have more that no page needs.</summary>
    public Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        List<Guid> ids = [.. userIds];
        return Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
    }
}
