using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.Property(e => e.Kind).HasMaxLength(80);
        builder.Property(e => e.SubjectKind).HasMaxLength(40);
        builder.HasIndex(e => new { e.ProvinceCode, e.SubjectKind, e.SubjectId, e.AuditEventId });
        builder.HasIndex(e => new { e.ProvinceCode, e.AuditEventId });
        builder.HasMany(e => e.Values).WithOne().HasForeignKey(v => v.AuditEventId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditValueMapping : IEntityTypeConfiguration<AuditValue>
{
    public void Configure(EntityTypeBuilder<AuditValue> builder) => builder.Property(v => v.Field).HasMaxLength(120);
}

internal sealed class AuditSealMapping : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.HasKey(s => new { s.ProvinceCode, s.Sequence });
        builder.HasIndex(s => s.AuditEventId).IsUnique();
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder) => builder.HasKey(h => new { h.ProvinceCode, h.Day });
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.HasKey(k => k.DataProtectionKeyId);
}

internal sealed class DraftFieldMapping : IEntityTypeConfiguration<DraftField>
{
    public void Configure(EntityTypeBuilder<DraftField> builder)
    {
        builder.HasKey(f => new { f.UserId, f.Form, f.Subject, f.Field });
        builder.Property(f => f.Form).HasMaxLength(60);
        builder.Property(f => f.Subject).HasMaxLength(60);
        builder.Property(f => f.Field).HasMaxLength(200);
    }
}

internal sealed class SentOnceMapping : IEntityTypeConfiguration<SentOnce>
{
    public void Configure(EntityTypeBuilder<SentOnce> builder)
    {
        builder.ToTable("SentOnce");
        builder.HasKey(s => new { s.Key, s.Part });
        builder.Property(s => s.Part).HasMaxLength(120);
        builder.HasIndex(s => s.SavedAt);
    }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(v => v.Page).HasMaxLength(60);
        builder.Property(v => v.Name).HasMaxLength(80);
        builder.HasIndex(v => new { v.UserId, v.Page, v.Name }).IsUnique();
    }
}

internal sealed class BlobMapping : IEntityTypeConfiguration<Blob>
{
    public void Configure(EntityTypeBuilder<Blob> builder)
    {
        builder.HasKey(b => new { b.ProvinceCode, b.Sha256 });
        builder.Property(b => b.Sha256).HasMaxLength(64);
        builder.Property(b => b.MediaType).HasMaxLength(120);
    }
}

internal sealed class SeedMarkMapping : IEntityTypeConfiguration<SeedMark>
{
    public void Configure(EntityTypeBuilder<SeedMark> builder)
    {
        builder.HasKey(m => m.Name);
        builder.Property(m => m.Name).HasMaxLength(80);
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(a => a.DisplayName).HasMaxLength(120);
    }
}
