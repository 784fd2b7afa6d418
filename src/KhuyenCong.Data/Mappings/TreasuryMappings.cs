using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Treasury;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class TreasuryStatementMapping : IEntityTypeConfiguration<TreasuryStatement>
{
    public void Configure(EntityTypeBuilder<TreasuryStatement> builder)
    {
        builder.HasAlternateKey(s => new { s.ProvinceCode, s.TreasuryStatementId });
        builder.Ignore(s => s.IsWithdrawn);
        builder.Property(s => s.CommuneCode).HasMaxLength(5);
        builder.Property(s => s.Account).HasMaxLength(StatementImport.LongestAccount);
        builder.Property(s => s.Keeper).HasMaxLength(StatementImport.LongestName);
        builder.Property(s => s.FileName).HasMaxLength(260);
        builder.Property(s => s.FileSha).HasMaxLength(64);
        builder.Property(s => s.Checksum).HasMaxLength(64);
        builder.Property(s => s.WithdrawnReason).HasMaxLength(StatementImport.LongestReason);

        // A file comes in once, whoever sends it at the same moment; a withdrawn one has no checksum any more.
        builder.HasIndex(s => new { s.ProvinceCode, s.Checksum }).IsUnique();
        builder.HasIndex(s => new { s.ProvinceCode, s.Account, s.FromDay });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.HolderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StatementLineMapping : IEntityTypeConfiguration<StatementLine>
{
    public void Configure(EntityTypeBuilder<StatementLine> builder)
    {
        builder.HasAlternateKey(l => new { l.ProvinceCode, l.StatementLineId });
        builder.Ignore(l => l.Rest);
        builder.Property(l => l.DocumentNumber).HasMaxLength(StatementImport.LongestNumber);
        builder.Property(l => l.Beneficiary).HasMaxLength(StatementImport.LongestName);
        builder.Property(l => l.Content).HasMaxLength(StatementImport.LongestContent);
        builder.Property(l => l.Fingerprint).HasMaxLength(64);
        builder.HasIndex(l => new { l.ProvinceCode, l.Fingerprint }).IsUnique();
        builder.HasIndex(l => new { l.ProvinceCode, l.TreasuryStatementId, l.Row });
        builder.HasIndex(l => new { l.ProvinceCode, l.State, l.On });
        builder.HasOne<TreasuryStatement>().WithMany().HasForeignKey(l => new { l.ProvinceCode, l.TreasuryStatementId }).HasPrincipalKey(s => new { s.ProvinceCode, s.TreasuryStatementId }).OnDelete(DeleteBehavior.Restrict);

        // The last wall: a line is never matched beyond its amount.
        builder.ToTable(t => t.HasCheckConstraint("CK_StatementLines_Matched", "\"Amount\" > 0 AND \"Matched\" >= 0 AND \"Matched\" <= \"Amount\""));
    }
}

internal sealed class StatementMatchMapping : IEntityTypeConfiguration<StatementMatch>
{
    public void Configure(EntityTypeBuilder<StatementMatch> builder)
    {
        builder.Property(m => m.Reason).HasMaxLength(StatementImport.LongestReason);
        builder.HasIndex(m => new { m.ProvinceCode, m.StatementLineId });
        builder.Ignore(m => m.PaidId);
        builder.HasIndex(m => new { m.ProvinceCode, m.PaymentRequestId });
        builder.HasIndex(m => new { m.ProvinceCode, m.ManagementVoucherId });

        // A match is taken back once, whoever does it at the same moment.
        builder.HasIndex(m => new { m.ProvinceCode, m.ReversesId }).IsUnique();
        builder.HasOne<TreasuryStatement>().WithMany().HasForeignKey(m => new { m.ProvinceCode, m.TreasuryStatementId }).HasPrincipalKey(s => new { s.ProvinceCode, s.TreasuryStatementId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StatementLine>().WithMany().HasForeignKey(m => new { m.ProvinceCode, m.StatementLineId }).HasPrincipalKey(l => new { l.ProvinceCode, l.StatementLineId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PaymentRequest>().WithMany().HasForeignKey(m => new { m.ProvinceCode, m.PaymentRequestId }).HasPrincipalKey(r => new { r.ProvinceCode, r.PaymentRequestId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ManagementVoucher>().WithMany().HasForeignKey(m => new { m.ProvinceCode, m.ManagementVoucherId }).HasPrincipalKey(v => new { v.ProvinceCode, v.ManagementVoucherId }).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_StatementMatches_OfOne", "(\"PaymentRequestId\" IS NULL) <> (\"ManagementVoucherId\" IS NULL)"));
    }
}

internal sealed class LineExplanationMapping : IEntityTypeConfiguration<LineExplanation>
{
    public void Configure(EntityTypeBuilder<LineExplanation> builder)
    {
        builder.Property(e => e.Reason).HasMaxLength(StatementImport.LongestReason);
        builder.Property(e => e.TakenBackReason).HasMaxLength(StatementImport.LongestReason);
        builder.HasIndex(e => new { e.ProvinceCode, e.StatementLineId });
        builder.HasOne<TreasuryStatement>().WithMany().HasForeignKey(e => new { e.ProvinceCode, e.TreasuryStatementId }).HasPrincipalKey(s => new { s.ProvinceCode, s.TreasuryStatementId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StatementLine>().WithMany().HasForeignKey(e => new { e.ProvinceCode, e.StatementLineId }).HasPrincipalKey(l => new { l.ProvinceCode, l.StatementLineId }).OnDelete(DeleteBehavior.Restrict);
    }
}
