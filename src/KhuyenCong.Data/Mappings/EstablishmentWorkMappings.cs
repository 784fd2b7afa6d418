using KhuyenCong.Data.Imports;
using KhuyenCong.Domain.Establishments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class EstablishmentImportMapping : IEntityTypeConfiguration<EstablishmentImport>
{
    public void Configure(EntityTypeBuilder<EstablishmentImport> builder)
    {
        builder.HasAlternateKey(i => new { i.ProvinceCode, i.EstablishmentImportId });
        builder.Property(i => i.FileName).HasMaxLength(260);
        builder.Property(i => i.Sha256).HasMaxLength(64);
        builder.Property(i => i.ActorName).HasMaxLength(200);
        builder.HasIndex(i => i.State);
        builder.HasIndex(i => new { i.ProvinceCode, i.UserId });
    }
}

internal sealed class EstablishmentImportRowMapping : IEntityTypeConfiguration<EstablishmentImportRow>
{
    public void Configure(EntityTypeBuilder<EstablishmentImportRow> builder)
    {
        builder.HasOne<EstablishmentImport>().WithMany()
            .HasForeignKey(r => new { r.ProvinceCode, r.EstablishmentImportId })
            .HasPrincipalKey(i => new { i.ProvinceCode, i.EstablishmentImportId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.ProvinceCode, r.EstablishmentImportId, r.Number }).IsUnique();
    }
}

internal sealed class EstablishmentMergeMapping : IEntityTypeConfiguration<EstablishmentMerge>
{
    public void Configure(EntityTypeBuilder<EstablishmentMerge> builder)
    {
        builder.HasOne<Establishment>().WithMany().HasForeignKey(m => new { m.ProvinceCode, m.KeptId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Establishment>().WithMany().HasForeignKey(m => new { m.ProvinceCode, m.MergedId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(m => m.Reason).HasMaxLength(1000);
        builder.Property(m => m.UndoneReason).HasMaxLength(1000);
    }
}

internal sealed class DataRequestMapping : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.HasOne<Establishment>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.EstablishmentId }).HasPrincipalKey(e => new { e.ProvinceCode, e.EstablishmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(r => r.Number).HasMaxLength(40);
        builder.Property(r => r.RequestedBy).HasMaxLength(Registering.LongestName);
        builder.HasIndex(r => new { r.ProvinceCode, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.ProvinceCode, r.State, r.DueOn });
    }
}

internal sealed class ProvincialProductMapping : IEntityTypeConfiguration<ProvincialProduct>
{
    public void Configure(EntityTypeBuilder<ProvincialProduct> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(Registering.LongestName);
        builder.Property(p => p.Document).HasMaxLength(Registering.LongestText);
        builder.HasIndex(p => new { p.ProvinceCode, p.SortKey });
    }
}
