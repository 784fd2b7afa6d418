using System.Linq.Expressions;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class EstablishmentMapping : IEntityTypeConfiguration<Establishment>
{
    public void Configure(EntityTypeBuilder<Establishment> builder)
    {
        builder.HasAlternateKey(e => new { e.ProvinceCode, e.EstablishmentId });
        builder.Property(e => e.Name).HasMaxLength(Registering.LongestName);
        builder.Property(e => e.HeadOffice).HasMaxLength(Registering.LongestText);
        builder.Property(e => e.Trade).HasMaxLength(Registering.LongestText);
        builder.Property(e => e.TradeCode).HasMaxLength(5);
        builder.Property(e => e.TradeCodeVersion).HasMaxLength(20);
        builder.Property(e => e.SortKey).HasMaxLength((2 * Registering.LongestName) + 10);
        builder.Ignore(e => e.Parts);
        builder.HasIndex(e => new { e.ProvinceCode, e.SortKey, e.EstablishmentId });
        builder.HasIndex(e => new { e.ProvinceCode, e.ChangedAt, e.EstablishmentId }).IsDescending(false, true, true);
        builder.HasIndex(e => new { e.ProvinceCode, e.OrganisationId });
        Parts(builder, e => e.Sites);
        Parts(builder, e => e.Identifiers);
        Parts(builder, e => e.FormerNames);
        Parts(builder, e => e.Years);
        Parts(builder, e => e.Products);
        Parts(builder, e => e.Certificates);
        Parts(builder, e => e.Contacts);
        Parts(builder, e => e.SupplyLinks);
        Parts(builder, e => e.Consents);
    }

    private static void Parts<T>(EntityTypeBuilder<Establishment> builder, Expression<Func<Establishment, IEnumerable<T>?>> parts)
        where T : EstablishmentPart =>
        builder.HasMany(parts).WithOne()
            .HasForeignKey(p => new { p.ProvinceCode, p.EstablishmentId })
            .HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId })
            .OnDelete(DeleteBehavior.Cascade);
}

internal sealed class ProductionSiteMapping : IEntityTypeConfiguration<ProductionSite>
{
    public void Configure(EntityTypeBuilder<ProductionSite> builder)
    {
        builder.Property(s => s.CommuneCode).HasMaxLength(5);
        builder.Property(s => s.Address).HasMaxLength(Registering.LongestText);
        builder.Property(s => s.Note).HasMaxLength(Registering.LongestText);
        builder.HasIndex(s => new { s.ProvinceCode, s.CommuneCode, s.EstablishmentId });
    }
}

internal sealed class EstablishmentIdentifierMapping : IEntityTypeConfiguration<EstablishmentIdentifier>
{
    public void Configure(EntityTypeBuilder<EstablishmentIdentifier> builder)
    {
        builder.Property(i => i.Value).HasMaxLength(60);
        builder.Property(i => i.PersonalValue).HasMaxLength(60);
        builder.Property(i => i.SearchText).HasMaxLength(60);
        builder.Property(i => i.Note).HasMaxLength(Registering.LongestText);
        builder.HasIndex(i => new { i.ProvinceCode, i.SearchText });
    }
}

internal sealed class EstablishmentContactMapping : IEntityTypeConfiguration<EstablishmentContact>
{
    public void Configure(EntityTypeBuilder<EstablishmentContact> builder)
    {
        foreach (var name in (string[])[nameof(EstablishmentContact.Name), nameof(EstablishmentContact.Position), nameof(EstablishmentContact.Phone), nameof(EstablishmentContact.Email)])
        {
            builder.Property(name).HasMaxLength(Registering.LongestText);
        }

        builder.Property(c => c.SearchText).HasMaxLength(60);
        builder.HasIndex(c => new { c.ProvinceCode, c.SearchText });
    }
}

internal sealed class EstablishmentYearMapping : IEntityTypeConfiguration<EstablishmentYear>
{
    public void Configure(EntityTypeBuilder<EstablishmentYear> builder)
    {
        builder.Property(y => y.Source).HasMaxLength(Registering.LongestText);
        builder.HasIndex(y => new { y.ProvinceCode, y.EstablishmentId, y.Year }).IsUnique();
    }
}
