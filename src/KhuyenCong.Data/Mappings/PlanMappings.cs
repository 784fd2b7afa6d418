using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class AllocationMapping : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> builder)
    {
        builder.HasAlternateKey(a => new { a.ProvinceCode, a.AllocationId });
        builder.Property(a => a.CommuneCode).HasMaxLength(5);
        builder.Property(a => a.Source).HasMaxLength(20);
        builder.Property(a => a.ClosingDocument).HasMaxLength(400);
        builder.Ignore(a => a.Codes);
        builder.Property(a => a.BudgetChapter).HasMaxLength(BudgetCoding.CodeDigits);
        builder.Property(a => a.BudgetCategory).HasMaxLength(BudgetCoding.CodeDigits);
        builder.Property(a => a.BudgetSection).HasMaxLength(BudgetCoding.CodeDigits);
        builder.Property(a => a.BudgetUnitNumber).HasMaxLength(BudgetCoding.MostUnitDigits);
        builder.HasIndex(a => new { a.ProvinceCode, a.Year, a.Source, a.HolderId }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.HolderId).OnDelete(DeleteBehavior.Restrict);

        // The last wall before the law of arithmetic: no path, not even a wrong one, overspends.
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("CK_Allocations_Ceiling", "\"Approved\" >= 0 AND \"Cancelled\" >= 0 AND \"CarriedOver\" >= 0 AND \"Approved\" + \"Cancelled\" + \"CarriedOver\" <= \"Allotted\"");
            // A line from before the ledger has its sums proven when its ledger starts.
            t.HasCheckConstraint("CK_Allocations_Accounts", "\"PostingCount\" = 0 OR (\"Reserved\" >= 0 AND \"Committed\" >= 0 AND \"Advanced\" >= 0 AND \"Paid\" >= 0 AND \"Settled\" >= 0 AND \"Returned\" >= 0 AND \"Approved\" = \"Reserved\" + \"Committed\" + \"Advanced\" + \"Paid\" + \"Settled\" + \"Returned\")");
        });
        builder.HasMany(a => a.Entries).WithOne()
            .HasForeignKey(e => new { e.ProvinceCode, e.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AllocationEntryMapping : IEntityTypeConfiguration<AllocationEntry>
{
    public void Configure(EntityTypeBuilder<AllocationEntry> builder)
    {
        builder.Property(e => e.DocumentNumber).HasMaxLength(60);
        builder.Property(e => e.Issuer).HasMaxLength(Allotting.LongestText);
        builder.Property(e => e.Note).HasMaxLength(2000);
        builder.Property(e => e.FileSha).HasMaxLength(64);
        builder.Property(e => e.FileName).HasMaxLength(260);
        builder.Property(e => e.EnteredBy).HasMaxLength(200);
        builder.HasIndex(e => new { e.ProvinceCode, e.AllocationId, e.Sequence }).IsUnique();
    }
}

internal sealed class AnnualPlanMapping : IEntityTypeConfiguration<AnnualPlan>
{
    public void Configure(EntityTypeBuilder<AnnualPlan> builder)
    {
        builder.HasAlternateKey(p => new { p.ProvinceCode, p.AnnualPlanId });
        builder.Ignore(p => p.CommuneCode);
        builder.Property(p => p.TerritoryCode).HasMaxLength(5);
        builder.HasIndex(p => new { p.ProvinceCode, p.Year, p.Regime, p.TerritoryCode }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => new { p.ProvinceCode, p.ProgrammeId }).HasPrincipalKey(g => new { g.ProvinceCode, g.ProgrammeId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanVersionMapping : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.Property(v => v.DocumentNumber).HasMaxLength(60);
        builder.Property(v => v.Reason).HasMaxLength(BatchMoves.LongestNote);
        builder.Property(v => v.Changes).AsJson();
        builder.HasIndex(v => new { v.ProvinceCode, v.AnnualPlanId, v.Number }).IsUnique();
        builder.HasOne<AnnualPlan>().WithMany().HasForeignKey(v => new { v.ProvinceCode, v.AnnualPlanId }).HasPrincipalKey(p => new { p.ProvinceCode, p.AnnualPlanId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApprovalBatchMapping : IEntityTypeConfiguration<ApprovalBatch>
{
    public void Configure(EntityTypeBuilder<ApprovalBatch> builder)
    {
        builder.HasAlternateKey(b => new { b.ProvinceCode, b.ApprovalBatchId });
        builder.Ignore(b => b.CommuneCode).Ignore(b => b.Standing);
        builder.Property(b => b.TerritoryCode).HasMaxLength(5);
        builder.Property(b => b.OutsideAppraiser).HasMaxLength(BatchMoves.LongestShort);
        builder.Property(b => b.OutsideAppraiserUnit).HasMaxLength(BatchMoves.LongestShort);
        builder.Property(b => b.DecisionNumber).HasMaxLength(60);
        builder.Property(b => b.Signer).HasMaxLength(BatchMoves.LongestShort);
        builder.Property(b => b.DelegationDocument).HasMaxLength(BatchMoves.LongestShort);
        builder.Property(b => b.FileSha).HasMaxLength(64);
        builder.Property(b => b.FileName).HasMaxLength(260);
        builder.Property(b => b.Hands).AsJson();
        builder.HasIndex(b => new { b.ProvinceCode, b.AnnualPlanId, b.Number }).IsUnique();
        builder.HasIndex(b => new { b.ProvinceCode, b.State, b.StateSince });
        builder.HasOne<AnnualPlan>().WithMany().HasForeignKey(b => new { b.ProvinceCode, b.AnnualPlanId }).HasPrincipalKey(p => new { p.ProvinceCode, p.AnnualPlanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(b => b.Items).WithOne().HasForeignKey(i => new { i.ProvinceCode, i.ApprovalBatchId }).HasPrincipalKey(b => new { b.ProvinceCode, b.ApprovalBatchId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(b => b.Steps).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.ApprovalBatchId }).HasPrincipalKey(b => new { b.ProvinceCode, b.ApprovalBatchId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BatchStepMapping : IEntityTypeConfiguration<BatchStep>
{
    public void Configure(EntityTypeBuilder<BatchStep> builder)
    {
        builder.Property(s => s.DocumentNumber).HasMaxLength(60);
        builder.Property(s => s.CommuneDocument).HasMaxLength(BatchMoves.LongestShort);
        builder.Property(s => s.OutsideAppraiser).HasMaxLength(BatchMoves.LongestShort);
        builder.Property(s => s.OutsideAppraiserUnit).HasMaxLength(BatchMoves.LongestShort);
        builder.HasIndex(s => new { s.ProvinceCode, s.ApprovalBatchId, s.Sequence }).IsUnique();
    }
}

internal sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.HasAlternateKey(i => new { i.ProvinceCode, i.PlanItemId });
        builder.Ignore(i => i.Proposed).Ignore(i => i.Appraised).Ignore(i => i.Approved).Ignore(i => i.Returned).Ignore(i => i.Cost).Ignore(i => i.Lowered).Ignore(i => i.Gap).Ignore(i => i.IsContinued).Ignore(i => i.Held);
        builder.Property(i => i.Code).HasMaxLength(60);
        builder.Property(i => i.Title).HasMaxLength(ProjectWriting.LongestTitle);
        builder.Property(i => i.ContentCode).HasMaxLength(10);
        builder.Property(i => i.CommuneCode).HasMaxLength(5);
        builder.Property(i => i.ProgrammeContentCode).HasMaxLength(40);
        builder.Property(i => i.Remark).HasMaxLength(2000);
        builder.Property(i => i.Cuts).AsJson();

        // A project stands in one batch at a time, and each later year's share of it in one: whoever chooses it at the same moment.
        builder.HasIndex(i => new { i.ProvinceCode, i.LiveProjectId, i.ShareYear }).IsUnique();
        builder.HasIndex(i => new { i.ProvinceCode, i.ProgrammeId, i.Year });
        builder.HasIndex(i => new { i.ProvinceCode, i.AnnualPlanId });
        builder.HasOne<Project>().WithMany().HasForeignKey(i => new { i.ProvinceCode, i.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Amounts).WithOne().HasForeignKey(a => new { a.ProvinceCode, a.PlanItemId }).HasPrincipalKey(i => new { i.ProvinceCode, i.PlanItemId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PlanItemAmountMapping : IEntityTypeConfiguration<PlanItemAmount>
{
    public void Configure(EntityTypeBuilder<PlanItemAmount> builder)
    {
        builder.Property(a => a.Source).HasMaxLength(20);
        builder.Property(a => a.Kept).AsJson();
        builder.Ignore(a => a.InForce).Ignore(a => a.KeptSum).Ignore(a => a.Drawn).Ignore(a => a.OnLines);
        builder.HasIndex(a => new { a.ProvinceCode, a.PlanItemId, a.Source }).IsUnique();
        builder.HasOne<Allocation>().WithMany().HasForeignKey(a => new { a.ProvinceCode, a.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CommunePriorityMapping : IEntityTypeConfiguration<CommunePriority>
{
    public void Configure(EntityTypeBuilder<CommunePriority> builder)
    {
        builder.Property(p => p.CommuneCode).HasMaxLength(5);
        builder.Property(p => p.Document).HasMaxLength(500);
        builder.HasIndex(p => new { p.ProvinceCode, p.CommuneCode, p.Class, p.From }).IsUnique();
    }
}

internal sealed class TradeStatementMapping : IEntityTypeConfiguration<TradeStatement>
{
    public void Configure(EntityTypeBuilder<TradeStatement> builder)
    {
        builder.Property(s => s.Reason).HasMaxLength(TradeStatement.LongestReason);
        builder.Property(s => s.Paper).HasMaxLength(TradeStatement.LongestPaper);
        builder.Property(s => s.ProposerName).HasMaxLength(200);
        builder.Property(s => s.DeciderName).HasMaxLength(200);
        builder.Property(s => s.DeciderReason).HasMaxLength(TradeStatement.LongestReason);
        builder.HasIndex(s => new { s.ProvinceCode, s.ProjectId, s.Ground }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BudgetEstimateMapping : IEntityTypeConfiguration<BudgetEstimate>
{
    public void Configure(EntityTypeBuilder<BudgetEstimate> builder)
    {
        builder.HasAlternateKey(e => new { e.ProvinceCode, e.BudgetEstimateId });
        builder.Property(e => e.Title).HasMaxLength(BudgetEstimating.LongestText);
        builder.Property(e => e.Hands).AsJson();
        builder.HasIndex(e => new { e.ProvinceCode, e.Year });
        builder.HasIndex(e => new { e.ProvinceCode, e.State, e.StateSince });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Lines).WithOne().HasForeignKey(l => new { l.ProvinceCode, l.BudgetEstimateId }).HasPrincipalKey(e => new { e.ProvinceCode, e.BudgetEstimateId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(e => e.Steps).WithOne().HasForeignKey(s => new { s.ProvinceCode, s.BudgetEstimateId }).HasPrincipalKey(e => new { e.ProvinceCode, e.BudgetEstimateId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BudgetEstimateLineMapping : IEntityTypeConfiguration<BudgetEstimateLine>
{
    public void Configure(EntityTypeBuilder<BudgetEstimateLine> builder)
    {
        builder.Property(l => l.ContentCode).HasMaxLength(10);
        builder.Property(l => l.Source).HasMaxLength(20);
        builder.Property(l => l.Text).HasMaxLength(BudgetEstimating.LongestText);
        builder.Property(l => l.Remark).HasMaxLength(BudgetEstimating.LongestText);
    }
}

internal sealed class BudgetEstimateStepMapping : IEntityTypeConfiguration<BudgetEstimateStep>
{
    public void Configure(EntityTypeBuilder<BudgetEstimateStep> builder)
    {
        builder.Property(s => s.DocumentNumber).HasMaxLength(60);
        builder.Property(s => s.OutsideAppraiser).HasMaxLength(BudgetEstimating.LongestText);
        builder.Property(s => s.OutsideAppraiserUnit).HasMaxLength(BudgetEstimating.LongestText);
        builder.HasIndex(s => new { s.ProvinceCode, s.BudgetEstimateId, s.Sequence }).IsUnique();
    }
}
