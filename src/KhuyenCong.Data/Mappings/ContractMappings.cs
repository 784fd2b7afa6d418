using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class ContractMapping : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.HasAlternateKey(c => new { c.ProvinceCode, c.ContractId });
        builder.Ignore(c => c.CommitsMoney).Ignore(c => c.IsInForce).Ignore(c => c.CommuneCode).Ignore(c => c.OpenAmendment).Ignore(c => c.OpenBankChange).Ignore(c => c.Text);
        builder.Property(c => c.TerritoryCode).HasMaxLength(5);
        builder.Property(c => c.Number).HasMaxLength(ContractWriting.LongestNumber);
        builder.Property(c => c.Content).HasMaxLength(ContractWriting.LongestText);
        builder.Property(c => c.PartyA).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(c => c.PartyASigner).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(c => c.PartyB).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(c => c.PartyBTaxCode).HasMaxLength(20);
        builder.Property(c => c.PartyBSigner).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(c => c.SelectionBasis).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(c => c.PaymentTerms).HasMaxLength(ContractWriting.LongestText);
        builder.Property(c => c.Bank).AsJson();
        builder.Property(c => c.FileSha).HasMaxLength(64);
        builder.Property(c => c.FileName).HasMaxLength(260);
        builder.Property(c => c.Hands).AsJson();
        builder.HasIndex(c => new { c.ProvinceCode, c.Year, c.State });
        builder.HasIndex(c => new { c.ProvinceCode, c.State, c.StateSince });
        builder.HasIndex(c => new { c.ProvinceCode, c.ProjectId });
        builder.HasIndex(c => new { c.ProvinceCode, c.ParentContractId });

        // One body gives a number once in a year, whoever types it at the same moment.
        builder.HasIndex(c => new { c.ProvinceCode, c.PartyAId, c.Year, c.Number }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(c => new { c.ProvinceCode, c.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanItem>().WithMany().HasForeignKey(c => new { c.ProvinceCode, c.PlanItemId }).HasPrincipalKey(i => new { i.ProvinceCode, i.PlanItemId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Contract>().WithMany().HasForeignKey(c => new { c.ProvinceCode, c.ParentContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.PartyAId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Amounts).WithOne().HasForeignKey(a => new { a.ProvinceCode, a.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Milestones).WithOne().HasForeignKey(m => new { m.ProvinceCode, m.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Amendments).WithOne().HasForeignKey(a => new { a.ProvinceCode, a.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.BankChanges).WithOne().HasForeignKey(b => new { b.ProvinceCode, b.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContractSettingMapping : IEntityTypeConfiguration<ContractSetting>
{
    public void Configure(EntityTypeBuilder<ContractSetting> builder)
    {
        builder.Property(s => s.Document).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(s => s.SetBy).HasMaxLength(200);

        // One for each province.
        builder.HasIndex(s => s.ProvinceCode).IsUnique();
    }
}

internal sealed class ContractAmountMapping : IEntityTypeConfiguration<ContractAmount>
{
    public void Configure(EntityTypeBuilder<ContractAmount> builder)
    {
        builder.Property(a => a.Source).HasMaxLength(20);
        builder.HasIndex(a => new { a.ProvinceCode, a.ContractId, a.Source }).IsUnique();
        builder.HasOne<Allocation>().WithMany().HasForeignKey(a => new { a.ProvinceCode, a.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_ContractAmounts_Amount", "\"Amount\" >= 0"));
    }
}

internal sealed class ContractMilestoneMapping : IEntityTypeConfiguration<ContractMilestone>
{
    public void Configure(EntityTypeBuilder<ContractMilestone> builder)
    {
        builder.Property(m => m.Content).HasMaxLength(ContractWriting.LongestShort);
        builder.HasIndex(m => new { m.ProvinceCode, m.ContractId });
    }
}

internal sealed class ContractStepMapping : IEntityTypeConfiguration<ContractStep>
{
    public void Configure(EntityTypeBuilder<ContractStep> builder)
    {
        builder.Property(s => s.Note).HasMaxLength(ContractMoves.LongestNote);
        builder.HasIndex(s => new { s.ProvinceCode, s.ContractId, s.Sequence }).IsUnique();
    }
}

internal sealed class ContractAmendmentMapping : IEntityTypeConfiguration<ContractAmendment>
{
    public void Configure(EntityTypeBuilder<ContractAmendment> builder)
    {
        builder.Property(a => a.Reason).HasMaxLength(ContractMoves.LongestNote);
        builder.Property(a => a.Note).HasMaxLength(ContractMoves.LongestNote);
        builder.Property(a => a.Number).HasMaxLength(ContractWriting.LongestNumber + 10);
        builder.Property(a => a.FileSha).HasMaxLength(64);
        builder.Property(a => a.FileName).HasMaxLength(260);
        builder.Property(a => a.AmendedText).AsJson();
        builder.Property(a => a.PriorText).AsJson();
        builder.Property(a => a.Differences).AsJson();
        builder.HasIndex(a => new { a.ProvinceCode, a.ContractId, a.Sequence }).IsUnique();
    }
}

internal sealed class BankChangeMapping : IEntityTypeConfiguration<BankChange>
{
    public void Configure(EntityTypeBuilder<BankChange> builder)
    {
        builder.Property(b => b.Before).AsJson();
        builder.Property(b => b.After).AsJson();
        builder.Property(b => b.Reason).HasMaxLength(ContractMoves.LongestNote);
        builder.Property(b => b.Document).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(b => b.Note).HasMaxLength(ContractMoves.LongestNote);
        builder.Property(b => b.FileSha).HasMaxLength(64);
        builder.Property(b => b.FileName).HasMaxLength(260);
        builder.HasIndex(b => new { b.ProvinceCode, b.ContractId });
    }
}
