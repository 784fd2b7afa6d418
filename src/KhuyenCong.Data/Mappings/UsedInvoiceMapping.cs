using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class UsedInvoiceMapping : IEntityTypeConfiguration<UsedInvoice>
{
    public void Configure(EntityTypeBuilder<UsedInvoice> builder)
    {
        // The wall between records of every kind, in the whole nation: two in the same second meet at this key.
        builder.HasKey(u => u.Key);
        builder.Ignore(u => u.IsFree);
        builder.Property(u => u.Key).HasMaxLength(SupportTrace.LongestValue);
        builder.Property(u => u.Base).HasMaxLength(SupportTrace.LongestValue);
        builder.HasIndex(u => u.Base);
        builder.HasOne<Project>().WithMany().HasForeignKey(u => new { u.ProvinceCode, u.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PaymentRequest>().WithMany().HasForeignKey(u => new { u.ProvinceCode, u.PaymentRequestId }).HasPrincipalKey(r => new { r.ProvinceCode, r.PaymentRequestId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Acceptance>().WithMany().HasForeignKey(u => new { u.ProvinceCode, u.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Settlement>().WithMany().HasForeignKey(u => new { u.ProvinceCode, u.SettlementId }).HasPrincipalKey(s => new { s.ProvinceCode, s.SettlementId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ManagementVoucher>().WithMany().HasForeignKey(u => new { u.ProvinceCode, u.ManagementVoucherId }).HasPrincipalKey(v => new { v.ProvinceCode, v.ManagementVoucherId }).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint(
            "CK_UsedInvoices_Holder",
            "(\"ManagementVoucherId\" IS NULL) = (\"ProjectId\" IS NOT NULL) AND (\"ProjectId\" IS NULL OR COALESCE(\"PaymentRequestId\", \"AcceptanceId\", \"SettlementId\") IS NOT NULL)"));
    }
}
