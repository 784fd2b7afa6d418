using KhuyenCong.Domain.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<FollowUpMachine> FollowUpMachines => Set<FollowUpMachine>();

    public DbSet<FollowUpTerm> FollowUpTerms => Set<FollowUpTerm>();

    /// <summary>Follow-up sheets with all their rows.</summary>
    public IQueryable<FollowUp> WholeFollowUps => FollowUps.Include(f => f.Machines).Include(f => f.Photos).Include(f => f.Steps).AsSplitQuery();
}
