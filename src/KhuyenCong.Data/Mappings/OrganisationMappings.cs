using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhuyenCong.Data.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Code).HasMaxLength(60);
        builder.Property(o => o.CommuneCode).HasMaxLength(5);
        builder.Property(o => o.Note).HasMaxLength(1000);
        builder.HasIndex(o => o.Code).IsUnique();
        builder.HasIndex(o => new { o.ProvinceCode, o.Kind });
        builder.HasMany(o => o.Names).WithOne().HasForeignKey(n => n.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(o => o.Names).AutoInclude();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganisationNameMapping : IEntityTypeConfiguration<OrganisationName>
{
    public void Configure(EntityTypeBuilder<OrganisationName> builder)
    {
        // Ids come from the caller: a name added to a loaded organisation must be inserted, not taken for an existing row.
        builder.Property(n => n.OrganisationNameId).ValueGeneratedNever();
        builder.Property(n => n.Name).HasMaxLength(300);
        builder.Property(n => n.ShortName).HasMaxLength(80);
        builder.Property(n => n.Document).HasMaxLength(200);
        builder.Property(n => n.Note).HasMaxLength(600);
        builder.HasIndex(n => new { n.OrganisationId, n.From }).IsUnique();
    }
}

internal sealed class OrganisationRelationMapping : IEntityTypeConfiguration<OrganisationRelation>
{
    public void Configure(EntityTypeBuilder<OrganisationRelation> builder)
    {
        builder.Property(r => r.UnitCode).HasMaxLength(5);
        builder.Property(r => r.Document).HasMaxLength(200);
        builder.Property(r => r.Note).HasMaxLength(600);
        builder.HasIndex(r => new { r.SubjectId, r.Kind });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.ObjectId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DutyAssignmentMapping : IEntityTypeConfiguration<DutyAssignment>
{
    public void Configure(EntityTypeBuilder<DutyAssignment> builder)
    {
        builder.Property(d => d.Document).HasMaxLength(200);
        builder.HasIndex(d => new { d.ProvinceCode, d.Duty, d.From }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.Property(m => m.CommuneCode).HasMaxLength(5);
        builder.Property(m => m.OnlyActs).HasMaxLength(1000);
        builder.HasIndex(m => m.UserId);
        builder.HasIndex(m => m.OrganisationId);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegation>().WithMany().HasForeignKey(m => m.DelegationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DelegationMapping : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.Property(d => d.Acts).HasMaxLength(1000);
        builder.Property(d => d.DocumentNumber).HasMaxLength(60);
        builder.Property(d => d.RevokedReason).HasMaxLength(1000);
        builder.HasIndex(d => new { d.ProvinceCode, d.To });
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.FromUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.ToUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
