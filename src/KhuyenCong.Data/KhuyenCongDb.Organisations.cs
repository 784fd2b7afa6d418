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
}
