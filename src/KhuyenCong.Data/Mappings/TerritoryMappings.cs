using KhuyenCong.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class AdministrativeUnitMapping : IEntityTypeConfiguration<AdministrativeUnit>
{
    public void Configure(EntityTypeBuilder<AdministrativeUnit> builder)
    {
        builder.HasKey(u => u.UnitCode);
        builder.Property(u => u.UnitCode).HasMaxLength(5);
        builder.Property(u => u.ProvinceCode).HasMaxLength(2);
        builder.HasIndex(u => new { u.ProvinceCode, u.Level });
        builder.HasMany(u => u.Names).WithOne().HasForeignKey(n => n.UnitCode).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(u => u.Names).AutoInclude();
    }
}

internal sealed class AdministrativeUnitNameMapping : IEntityTypeConfiguration<AdministrativeUnitName>
{
    public void Configure(EntityTypeBuilder<AdministrativeUnitName> builder)
    {
        builder.Property(n => n.AdministrativeUnitNameId).ValueGeneratedNever();
        builder.Property(n => n.UnitCode).HasMaxLength(5);
        builder.Property(n => n.Name).HasMaxLength(120);
        builder.Property(n => n.FullName).HasMaxLength(140);
        builder.Property(n => n.DocumentNumber).HasMaxLength(60);
        builder.HasIndex(n => new { n.UnitCode, n.From }).IsUnique();
        builder.HasIndex(n => n.SortKey);
    }
}
