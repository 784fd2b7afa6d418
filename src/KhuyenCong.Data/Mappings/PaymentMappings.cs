using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class PaymentRequestMapping : IEntityTypeConfiguration<PaymentRequest>
{
    public void Configure(EntityTypeBuilder<PaymentRequest> builder)
    {
        builder.HasAlternateKey(r => new { r.ProvinceCode, r.PaymentRequestId });
        builder.Ignore(r => r.CommuneCode).Ignore(r => r.IsOverridden);
        builder.Property(r => r.TerritoryCode).HasMaxLength(5);
        builder.Property(r => r.Number).HasMaxLength(PaymentWriting.LongestNumber);
        builder.Property(r => r.Purpose).HasMaxLength(PaymentWriting.LongestText);
        builder.Property(r => r.Bank).AsJson();
        builder.Property(r => r.InvoiceDifference).HasMaxLength(PaymentWriting.LongestText);
        builder.Property(r => r.BudgetItem).HasMaxLength(BudgetCoding.ItemDigits);
        builder.Property(r => r.BudgetSubItem).HasMaxLength(BudgetCoding.ItemDigits);
        builder.Property(r => r.OverrideNumber).HasMaxLength(PaymentWriting.LongestNumber);
        builder.Property(r => r.OverrideReason).HasMaxLength(PaymentWriting.LongestText);
        builder.Property(r => r.TreasuryNumber).HasMaxLength(PaymentWriting.LongestNumber);
        builder.Property(r => r.Reason).HasMaxLength(PaymentWriting.LongestText);
        builder.Property(r => r.Hands).AsJson();
        builder.HasIndex(r => new { r.ProvinceCode, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.ProvinceCode, r.ContractId });
        builder.HasIndex(r => new { r.ProvinceCode, r.ProjectId });
        builder.HasIndex(r => new { r.ProvinceCode, r.State, r.StateSince });
        builder.HasOne<Contract>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => new { l.ProvinceCode, l.PaymentRequestId }).HasPrincipalKey(r => new { r.ProvinceCode, r.PaymentRequestId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Invoices).WithOne().HasForeignKey(i => new { i.ProvinceCode, i.PaymentRequestId }).HasPrincipalKey(r => new { r.ProvinceCode, r.PaymentRequestId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.PaymentRequestId }).HasPrincipalKey(r => new { r.ProvinceCode, r.PaymentRequestId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Papers).WithOne().HasForeignKey(p => new { p.ProvinceCode, p.PaymentRequestId }).HasPrincipalKey(r => new { r.ProvinceCode, r.PaymentRequestId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PaymentLineMapping : IEntityTypeConfiguration<PaymentLine>
{
    public void Configure(EntityTypeBuilder<PaymentLine> builder)
    {
        builder.Property(l => l.Source).HasMaxLength(20);
        builder.HasIndex(l => new { l.ProvinceCode, l.PaymentRequestId, l.AllocationId }).IsUnique();
        builder.HasOne<Allocation>().WithMany().HasForeignKey(l => new { l.ProvinceCode, l.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_PaymentLines_Amount", "\"Amount\" > 0"));
    }
}

internal sealed class PaymentInvoiceMapping : IEntityTypeConfiguration<PaymentInvoice>
{
    public void Configure(EntityTypeBuilder<PaymentInvoice> builder)
    {
        builder.Property(i => i.InvoiceNumber).HasMaxLength(PaymentWriting.LongestNumber);
        builder.Property(i => i.InvoiceSeries).HasMaxLength(PaymentWriting.LongestNumber);
        builder.Property(i => i.InvoiceSeller).HasMaxLength(PaymentWriting.LongestShort);
        builder.Property(i => i.InvoiceTaxCode).HasMaxLength(PaymentWriting.LongestTaxCode);
        builder.Property(i => i.InvoiceTrace).HasMaxLength(SupportTrace.LongestValue);
        builder.Property(i => i.InvoiceDetail).HasMaxLength(SupportTrace.LongestContent);
        builder.HasIndex(i => new { i.ProvinceCode, i.PaymentRequestId });

        // An invoice is paid for once, whoever types it at the same moment; those of discarded requests have no trace.
        builder.HasIndex(i => new { i.ProvinceCode, i.InvoiceTrace, i.InvoiceDetail }).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("CK_PaymentInvoices_Covered", "\"Covered\" > 0 AND (\"WithVat\" IS NULL OR \"Covered\" <= \"WithVat\")"));
    }
}

internal sealed class PaymentStepMapping : IEntityTypeConfiguration<PaymentStep>
{
    public void Configure(EntityTypeBuilder<PaymentStep> builder)
    {
        builder.Property(s => s.Note).HasMaxLength(PaymentWriting.LongestText);
        builder.Property(s => s.TreasuryNumber).HasMaxLength(PaymentWriting.LongestNumber);
        builder.HasIndex(s => new { s.ProvinceCode, s.PaymentRequestId, s.Sequence }).IsUnique();
    }
}

internal sealed class PaymentPaperMapping : IEntityTypeConfiguration<PaymentPaper>
{
    public void Configure(EntityTypeBuilder<PaymentPaper> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(60);
        builder.Property(p => p.Name).HasMaxLength(500);
        builder.Property(p => p.FileSha).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);
    }
}
