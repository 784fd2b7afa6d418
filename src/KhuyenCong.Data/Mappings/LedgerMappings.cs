using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.Property(e => e.Reason).HasMaxLength(Ledger.LongestReason);
        builder.HasIndex(e => new { e.ProvinceCode, e.AllocationId, e.Sequence }).IsUnique();
        builder.HasIndex(e => new { e.ProvinceCode, e.ProjectId });
        builder.HasIndex(e => new { e.ProvinceCode, e.CauseId });
        builder.HasIndex(e => new { e.ProvinceCode, e.ManagementEstimateId });

        // An entry is taken back once, whoever does it at the same moment.
        builder.HasIndex(e => new { e.ProvinceCode, e.ReversesId }).IsUnique();
        builder.HasOne<Allocation>().WithMany().HasForeignKey(e => new { e.ProvinceCode, e.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(e => new { e.ProvinceCode, e.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ManagementEstimate>().WithMany().HasForeignKey(e => new { e.ProvinceCode, e.ManagementEstimateId }).HasPrincipalKey(m => new { m.ProvinceCode, m.ManagementEstimateId }).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_LedgerEntries_Amount", "\"Amount\" > 0"));
    }
}

internal sealed class LedgerScanMapping : IEntityTypeConfiguration<LedgerScan>
{
    public void Configure(EntityTypeBuilder<LedgerScan> builder)
    {
        // One entry has one, whoever brings it at the same moment.
        builder.HasKey(s => s.LedgerEntryId);
        builder.Property(s => s.FileSha).HasMaxLength(64);
        builder.Property(s => s.FileName).HasMaxLength(260);
        builder.HasOne<Allocation>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class YearEndProposalMapping : IEntityTypeConfiguration<YearEndProposal>
{
    public void Configure(EntityTypeBuilder<YearEndProposal> builder)
    {
        builder.Ignore(p => p.LacksScan);
        builder.Property(p => p.CommuneCode).HasMaxLength(5);
        builder.Property(p => p.ProposedLines).AsJson();
        builder.Property(p => p.DocumentNumber).HasMaxLength(YearEndChoice.LongestNumber);
        builder.Property(p => p.Issuer).HasMaxLength(YearEndChoice.LongestIssuer);
        builder.Property(p => p.FileSha).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);
        builder.HasIndex(p => new { p.ProvinceCode, p.State });
        builder.HasIndex(p => new { p.ProvinceCode, p.HolderId, p.Year });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.HolderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LedgerPositionMapping : IEntityTypeConfiguration<LedgerPosition>
{
    public void Configure(EntityTypeBuilder<LedgerPosition> builder)
    {
        builder.HasKey(p => new { p.AllocationId, p.SubjectId });
        builder.Ignore(p => p.Bound);
        builder.HasIndex(p => new { p.ProvinceCode, p.ProjectId });
        builder.HasIndex(p => new { p.ProvinceCode, p.ContractId });
        builder.HasOne<Allocation>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.ProjectId }).HasPrincipalKey(g => new { g.ProvinceCode, g.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.ProvinceCode, p.ManagementEstimateId });
        builder.HasOne<ManagementEstimate>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.ManagementEstimateId }).HasPrincipalKey(m => new { m.ProvinceCode, m.ManagementEstimateId }).OnDelete(DeleteBehavior.Restrict);

        // A row is a project's (and its contract's) or an estimate's, never both and never nobody's.
        builder.ToTable(t => t.HasCheckConstraint("CK_LedgerPositions_Subject", "(\"ProjectId\" IS NULL AND \"ContractId\" IS NULL AND \"ManagementEstimateId\" IS NOT NULL) OR (\"ProjectId\" IS NOT NULL AND \"ManagementEstimateId\" IS NULL)"));
        builder.ToTable(t => t.HasCheckConstraint("CK_LedgerPositions_Accounts", "\"Reserved\" >= 0 AND \"Committed\" >= 0 AND \"Advanced\" >= 0 AND \"Paid\" >= 0 AND \"Settled\" >= 0 AND \"Returned\" >= 0"));
    }
}
