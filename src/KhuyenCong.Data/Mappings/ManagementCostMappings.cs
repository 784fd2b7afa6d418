using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ManagementEstimateMapping : IEntityTypeConfiguration<ManagementEstimate>
{
    public void Configure(EntityTypeBuilder<ManagementEstimate> builder)
    {
        builder.HasAlternateKey(e => new { e.ProvinceCode, e.ManagementEstimateId });
        builder.Property(e => e.CommuneCode).HasMaxLength(5);
        builder.Property(e => e.Source).HasMaxLength(20);
        builder.Property(e => e.Note).HasMaxLength(ManagementWriting.LongestText);
        builder.Property(e => e.DecisionNumber).HasMaxLength(ManagementWriting.LongestNumber);
        builder.Property(e => e.Reason).HasMaxLength(ManagementWriting.LongestText);
        builder.Property(e => e.Hands).AsJson();
        builder.HasIndex(e => new { e.ProvinceCode, e.AllocationId });
        builder.HasIndex(e => new { e.ProvinceCode, e.Year, e.HolderId });
        builder.HasOne<Allocation>().WithMany().HasForeignKey(e => new { e.ProvinceCode, e.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Lines).WithOne().HasForeignKey(l => new { l.ProvinceCode, l.ManagementEstimateId }).HasPrincipalKey(e => new { e.ProvinceCode, e.ManagementEstimateId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(e => e.Steps).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.ManagementEstimateId }).HasPrincipalKey(e => new { e.ProvinceCode, e.ManagementEstimateId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ManagementLineMapping : IEntityTypeConfiguration<ManagementLine>
{
    public void Configure(EntityTypeBuilder<ManagementLine> builder)
    {
        builder.HasAlternateKey(l => new { l.ProvinceCode, l.ManagementLineId });
        builder.Ignore(l => l.Text);
        builder.Property(l => l.Content).HasMaxLength(ManagementWriting.LongestShort);
        builder.Property(l => l.Unit).HasMaxLength(ManagementWriting.LongestNumber);
        builder.ToTable(t => t.HasCheckConstraint("CK_ManagementLines_Amount", "\"Amount\" > 0"));
    }
}

internal sealed class ManagementStepMapping : IEntityTypeConfiguration<ManagementStep>
{
    public void Configure(EntityTypeBuilder<ManagementStep> builder)
    {
        builder.Property(s => s.Note).HasMaxLength(ManagementWriting.LongestText);
        builder.HasIndex(s => new { s.ProvinceCode, s.ManagementEstimateId, s.Sequence }).IsUnique();
    }
}

internal sealed class ManagementVoucherMapping : IEntityTypeConfiguration<ManagementVoucher>
{
    public void Configure(EntityTypeBuilder<ManagementVoucher> builder)
    {
        builder.HasAlternateKey(v => new { v.ProvinceCode, v.ManagementVoucherId });
        builder.Ignore(v => v.Text).Ignore(v => v.Served).Ignore(v => v.IsEditable);
        builder.Property(v => v.CommuneCode).HasMaxLength(5);
        builder.Property(v => v.Number).HasMaxLength(ManagementWriting.LongestNumber);
        builder.Property(v => v.Payee).HasMaxLength(ManagementWriting.LongestShort);
        builder.Property(v => v.Content).HasMaxLength(ManagementWriting.LongestText);
        builder.Property(v => v.InvoiceNumber).HasMaxLength(ManagementWriting.LongestNumber);
        builder.Property(v => v.InvoiceSeries).HasMaxLength(ManagementWriting.LongestNumber);
        builder.Property(v => v.InvoiceSeller).HasMaxLength(ManagementWriting.LongestShort);
        builder.Property(v => v.InvoiceTrace).HasMaxLength(SupportTrace.LongestValue);
        builder.Property(v => v.InvoiceDetail).HasMaxLength(SupportTrace.LongestContent);
        builder.Property(v => v.ServedNote).HasMaxLength(ManagementWriting.LongestText);
        builder.Property(v => v.BudgetItem).HasMaxLength(BudgetCoding.ItemDigits);
        builder.Property(v => v.BudgetSubItem).HasMaxLength(BudgetCoding.ItemDigits);
        builder.Property(v => v.TreasuryNumber).HasMaxLength(ManagementWriting.LongestNumber);
        builder.Property(v => v.Reason).HasMaxLength(ManagementWriting.LongestText);
        builder.Property(v => v.Hands).AsJson();
        builder.HasIndex(v => new { v.ProvinceCode, v.ManagementEstimateId });
        builder.HasIndex(v => new { v.ProvinceCode, v.InspectionId });
        builder.HasIndex(v => new { v.ProvinceCode, v.AppraisalSessionId });
        builder.HasIndex(v => new { v.ProvinceCode, v.AcceptanceId });
        builder.HasIndex(v => new { v.ProvinceCode, v.ProjectId });

        // An invoice is paid for once, whoever types it at the same moment; vouchers without one have no trace.
        builder.HasIndex(v => new { v.ProvinceCode, v.InvoiceTrace, v.InvoiceDetail }).IsUnique();
        builder.HasOne<ManagementEstimate>().WithMany().HasForeignKey(v => new { v.ProvinceCode, v.ManagementEstimateId }).HasPrincipalKey(e => new { e.ProvinceCode, e.ManagementEstimateId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ManagementLine>().WithMany().HasForeignKey(v => new { v.ProvinceCode, v.ManagementLineId }).HasPrincipalKey(l => new { l.ProvinceCode, l.ManagementLineId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Allocation>().WithMany().HasForeignKey(v => new { v.ProvinceCode, v.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Inspection>().WithMany().HasForeignKey(v => new { v.ProvinceCode, v.InspectionId }).HasPrincipalKey(i => new { i.ProvinceCode, i.InspectionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppraisalSession>().WithMany().HasForeignKey(v => new { v.ProvinceCode, v.AppraisalSessionId }).HasPrincipalKey(s => new { s.ProvinceCode, s.AppraisalSessionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Acceptance>().WithMany().HasForeignKey(v => new { v.ProvinceCode, v.AcceptanceId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AcceptanceId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(v => new { v.ProvinceCode, v.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Equipment).WithOne().HasForeignKey(x => new { x.ProvinceCode, x.ManagementVoucherId }).HasPrincipalKey(v => new { v.ProvinceCode, v.ManagementVoucherId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(v => v.Papers).WithOne().HasForeignKey(x => new { x.ProvinceCode, x.ManagementVoucherId }).HasPrincipalKey(v => new { v.ProvinceCode, v.ManagementVoucherId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(v => v.Steps).WithOne().HasForeignKey(x => new { x.ProvinceCode, x.ManagementVoucherId }).HasPrincipalKey(v => new { v.ProvinceCode, v.ManagementVoucherId }).OnDelete(DeleteBehavior.Cascade);
        builder.ToTable(t => t.HasCheckConstraint("CK_ManagementVouchers_Amount", "\"Amount\" > 0"));
    }
}

internal sealed class ManagementEquipmentMapping : IEntityTypeConfiguration<ManagementEquipment>
{
    public void Configure(EntityTypeBuilder<ManagementEquipment> builder)
    {
        builder.Ignore(e => e.Text);
        builder.Property(e => e.Name).HasMaxLength(ManagementWriting.LongestShort);
        builder.Property(e => e.Serial).HasMaxLength(ManagementWriting.LongestShort);
        builder.Property(e => e.Key).HasMaxLength((2 * ManagementWriting.LongestShort) + 1);
        builder.Property(e => e.Place).HasMaxLength(ManagementWriting.LongestShort);
        builder.Property(e => e.Keeper).HasMaxLength(ManagementWriting.LongestShort);
        builder.Property(e => e.HandoverDocument).HasMaxLength(ManagementWriting.LongestShort);

        // One thing is bought once, whoever types it at the same moment; what has no serial has no key.
        builder.HasIndex(e => new { e.ProvinceCode, e.Key }).IsUnique();
    }
}

internal sealed class ManagementPaperMapping : IEntityTypeConfiguration<ManagementPaper>
{
    public void Configure(EntityTypeBuilder<ManagementPaper> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(ManagementWriting.LongestShort);
        builder.Property(p => p.FileSha).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);
    }
}

internal sealed class ManagementVoucherStepMapping : IEntityTypeConfiguration<ManagementVoucherStep>
{
    public void Configure(EntityTypeBuilder<ManagementVoucherStep> builder)
    {
        builder.Property(s => s.Note).HasMaxLength(ManagementWriting.LongestText);
        builder.HasIndex(s => new { s.ProvinceCode, s.ManagementVoucherId, s.Sequence }).IsUnique();
    }
}
