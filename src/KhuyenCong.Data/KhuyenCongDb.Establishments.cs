using KhuyenCong.Data.Imports;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Establishment> Establishments => Set<Establishment>();

    public DbSet<ProductionSite> ProductionSites => Set<ProductionSite>();

    public DbSet<EstablishmentIdentifier> EstablishmentIdentifiers => Set<EstablishmentIdentifier>();

    public DbSet<EstablishmentContact> EstablishmentContacts => Set<EstablishmentContact>();

    public DbSet<EstablishmentYear> EstablishmentYears => Set<EstablishmentYear>();

    public DbSet<EstablishmentMerge> EstablishmentMerges => Set<EstablishmentMerge>();

    public DbSet<ProvincialProduct> ProvincialProducts => Set<ProvincialProduct>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<EstablishmentImport> EstablishmentImports => Set<EstablishmentImport>();

    public DbSet<EstablishmentImportRow> EstablishmentImportRows => Set<EstablishmentImportRow>();

    /// <summary>Establishments with all their rows, for rules that change them and pages that show them.</summary>
    public IQueryable<Establishment> WholeEstablishments => Establishments
        .Include(e => e.Sites).Include(e => e.Identifiers).Include(e => e.FormerNames).Include(e => e.Years).Include(e => e.Products)
        .Include(e => e.Certificates).Include(e => e.Contacts).Include(e => e.SupplyLinks).Include(e => e.Consents).AsSplitQuery();
}
