using System.Linq.Expressions;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class SettlementMapping : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.HasAlternateKey(s => new { s.ProvinceCode, s.SettlementId });
        builder.Ignore(s => s.Text).Ignore(s => s.IsEditable);
        builder.Property(s => s.TerritoryCode).HasMaxLength(5);
        builder.Property(s => s.Note).HasMaxLength(Settling.LongestText);
        builder.Property(s => s.LateReason).HasMaxLength(Settling.LongestText);
        builder.Property(s => s.UndoneSites).HasMaxLength(Settling.LongestText);
        builder.Property(s => s.Explanation).HasMaxLength(Settling.LongestText);
        builder.Property(s => s.ConfirmedBy).HasMaxLength(Settling.LongestShort);
        builder.Property(s => s.ConfirmationNumber).HasMaxLength(Settling.LongestNumber);
        builder.Property(s => s.LiquidationNumber).HasMaxLength(Settling.LongestNumber);
        builder.Property(s => s.Hands).AsJson();

        // One contract is settled once, whoever opens its file at the same moment.
        builder.HasIndex(s => new { s.ProvinceCode, s.ContractId }).IsUnique();
        builder.HasIndex(s => new { s.ProvinceCode, s.ProjectId });
        builder.HasIndex(s => new { s.ProvinceCode, s.State, s.StateSince });
        builder.HasOne<Contract>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.ContractId }).HasPrincipalKey(c => new { c.ProvinceCode, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(s => new { s.ProvinceCode, s.ProjectId }).HasPrincipalKey(p => new { p.ProvinceCode, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        Parts(builder, s => s.Amounts, DeleteBehavior.Cascade);
        Parts(builder, s => s.Vouchers, DeleteBehavior.Cascade);
        Parts(builder, s => s.Papers, DeleteBehavior.Cascade);
        Parts(builder, s => s.Steps, DeleteBehavior.Cascade);
        Parts(builder, s => s.Recoveries, DeleteBehavior.Restrict);
        Parts(builder, s => s.TakenBackReceipts, DeleteBehavior.Restrict);
    }

    private static void Parts<T>(EntityTypeBuilder<Settlement> builder, Expression<Func<Settlement, IEnumerable<T>?>> parts, DeleteBehavior onDelete)
        where T : class, IProvincial =>
        builder.HasMany(parts).WithOne()
            .HasForeignKey(nameof(IProvincial.ProvinceCode), nameof(Settlement.SettlementId))
            .HasPrincipalKey(s => new { s.ProvinceCode, s.SettlementId })
            .OnDelete(onDelete);
}

internal sealed class SettlementAmountMapping : IEntityTypeConfiguration<SettlementAmount>
{
    public void Configure(EntityTypeBuilder<SettlementAmount> builder)
    {
        builder.Property(a => a.Source).HasMaxLength(20);
        builder.HasIndex(a => new { a.ProvinceCode, a.SettlementId, a.Source }).IsUnique();
        builder.HasOne<Allocation>().WithMany().HasForeignKey(a => new { a.ProvinceCode, a.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VoucherMapping : IEntityTypeConfiguration<Voucher>
{
    public void Configure(EntityTypeBuilder<Voucher> builder)
    {
        builder.Ignore(v => v.Text);
        builder.Property(v => v.Number).HasMaxLength(Settling.LongestNumber);
        builder.Property(v => v.Payer).HasMaxLength(Settling.LongestShort);
        builder.Property(v => v.Payee).HasMaxLength(Settling.LongestShort);
        builder.Property(v => v.Content).HasMaxLength(Settling.LongestShort);
        builder.Property(v => v.Source).HasMaxLength(20);
        builder.Property(v => v.Invoice).HasMaxLength(Settling.LongestShort);
        builder.Property(v => v.InvoiceValue).HasMaxLength(SupportTrace.LongestValue + 10);
        builder.Property(v => v.InvoiceContent).HasMaxLength(SupportTrace.LongestContent);
        builder.HasIndex(v => new { v.ProvinceCode, v.InvoiceValue });
    }
}

internal sealed class SettlementPaperMapping : IEntityTypeConfiguration<SettlementPaper>
{
    public void Configure(EntityTypeBuilder<SettlementPaper> builder)
    {
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.FileName).HasMaxLength(260);
        builder.Property(p => p.MediaType).HasMaxLength(120);
    }
}

internal sealed class SettlementStepMapping : IEntityTypeConfiguration<SettlementStep>
{
    public void Configure(EntityTypeBuilder<SettlementStep> builder)
    {
        builder.Property(s => s.Note).HasMaxLength(Settling.LongestText);
        builder.Property(s => s.DocumentNumber).HasMaxLength(Settling.LongestNumber);

        // Two people moving one file at once meet here, if they get past its version.
        builder.HasIndex(s => new { s.ProvinceCode, s.SettlementId, s.Sequence }).IsUnique();
    }
}

internal sealed class SettledRecoveryMapping : IEntityTypeConfiguration<SettledRecovery>
{
    public void Configure(EntityTypeBuilder<SettledRecovery> builder)
    {
        builder.Property(r => r.Source).HasMaxLength(20);
        builder.Property(r => r.DocumentNumber).HasMaxLength(Settling.LongestNumber);
        builder.Ignore(r => r.IsPending).Ignore(r => r.IsReceived);
        builder.Property(r => r.TreasuryNumber).HasMaxLength(Settling.LongestNumber);
        builder.Property(r => r.WithdrawnReason).HasMaxLength(Settling.LongestText);
        builder.Property(r => r.Issuer).HasMaxLength(Settling.LongestShort);
        builder.Property(r => r.Reason).HasMaxLength(Settling.LongestText);
        builder.HasOne<Allocation>().WithMany().HasForeignKey(r => new { r.ProvinceCode, r.AllocationId }).HasPrincipalKey(a => new { a.ProvinceCode, a.AllocationId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TakenBackReceiptMapping : IEntityTypeConfiguration<TakenBackReceipt>
{
    public void Configure(EntityTypeBuilder<TakenBackReceipt> builder)
    {
        builder.Property(t => t.TreasuryNumber).HasMaxLength(Settling.LongestNumber);
        builder.Property(t => t.DocumentNumber).HasMaxLength(Settling.LongestNumber);
        builder.Property(t => t.Reason).HasMaxLength(Settling.LongestText);
    }
}

internal sealed class SettledInvoiceMapping : IEntityTypeConfiguration<SettledInvoice>
{
    public void Configure(EntityTypeBuilder<SettledInvoice> builder)
    {
        builder.Property(i => i.Key).HasMaxLength(200);

        // The last wall: one invoice is settled once, also where two files are approved in the same moment.
        builder.HasIndex(i => new { i.ProvinceCode, i.Key }).IsUnique();
        builder.HasOne<Settlement>().WithMany().HasForeignKey(i => new { i.ProvinceCode, i.SettlementId }).HasPrincipalKey(s => new { s.ProvinceCode, s.SettlementId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignedReconciliationMapping : IEntityTypeConfiguration<SignedReconciliation>
{
    public void Configure(EntityTypeBuilder<SignedReconciliation> builder)
    {
        builder.Property(r => r.CommuneCode).HasMaxLength(5);
        builder.Property(r => r.PartiesKey).HasMaxLength(ContractWriting.LongestShort + 40);
        builder.Property(r => r.PartyA).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(r => r.PartyB).HasMaxLength(ContractWriting.LongestShort);
        builder.Property(r => r.Figures).AsJson();
        builder.Property(r => r.FileSha).HasMaxLength(64);
        builder.Property(r => r.FileName).HasMaxLength(260);

        // One paper for two parties and a day, whoever brings it at the same moment.
        builder.HasIndex(r => new { r.ProvinceCode, r.HolderId, r.Year, r.PartiesKey, r.AsOf }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.HolderId).OnDelete(DeleteBehavior.Restrict);
    }
}
