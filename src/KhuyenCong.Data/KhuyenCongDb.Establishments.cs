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
    public IQueryable<Establishment> WholeEstablishments => Whole(Establishments);

    /// <summary>Takes persons' numbers that an earlier version kept as public registrations out of sight and out of the search text.</summary>
    public async Task HideRegistrationsAsync(CancellationToken cancellationToken = default)
    {
        var persons = Enum.GetValues<LegalForm>().Where(f => f.MayBePerson()).ToList();
        var kept = await Whole(EveryProvince<Establishment>())
            .Where(e => e.Identifiers.Any(i => i.Value != null && i.SearchText.Length == IdentifierText.PersonalDigits && (i.Kind == IdentifierKind.TaxCode || persons.Contains(e.LegalForm))))
            .ToListAsync(cancellationToken);
        if (kept.Count == 0)
        {
            return;
        }

        kept.ForEach(e => e.HidePersons());
        Because("establishment.registration-hidden");
        try
        {
            await SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node that starts does the same; what both missed is hidden at the next start, and where it is read until then.
            ChangeTracker.Clear();
        }
    }

    private static IQueryable<Establishment> Whole(IQueryable<Establishment> rows) => rows
        .Include(e => e.Sites).Include(e => e.Identifiers).Include(e => e.FormerNames).Include(e => e.Years).Include(e => e.Products)
        .Include(e => e.Certificates).Include(e => e.Contacts).Include(e => e.SupplyLinks).Include(e => e.Consents).AsSplitQuery();
}
