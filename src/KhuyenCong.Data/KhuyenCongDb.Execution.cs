using KhuyenCong.Domain.Execution;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<ProgressPhoto> ProgressPhotos => Set<ProgressPhoto>();

    public DbSet<Inspection> Inspections => Set<Inspection>();

    public DbSet<InspectedProject> InspectedProjects => Set<InspectedProject>();

    public DbSet<InspectionFinding> InspectionFindings => Set<InspectionFinding>();

    /// <summary>Progress reports with all their rows.</summary>
    public IQueryable<ProgressReport> WholeProgressReports => ProgressReports.Include(r => r.Lines).Include(r => r.Photos).Include(r => r.Steps).AsSplitQuery();

    /// <summary>Inspections with all their rows.</summary>
    public IQueryable<Inspection> WholeInspections => Inspections.Include(i => i.Projects).Include(i => i.Findings).AsSplitQuery();

    /// <summary>The share of the whole investment that the last confirmed report of a contract says is done, in basis points and rounded down; null where none is confirmed.</summary>
    public Task<int?> ConfirmedWorkShareAsync(Guid contractId, CancellationToken cancellationToken = default) =>
        ProgressReports.Where(r => r.ContractId == contractId && r.State == ProgressReportState.Confirmed)
            .OrderByDescending(r => r.Year).ThenByDescending(r => r.Month).Select(r => (int?)r.WorkShare).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Confirmed reports of a contract with their lines: what a new one is compared with.</summary>
    public Task<List<ProgressReport>> ConfirmedReportsAsync(Guid contractId, CancellationToken cancellationToken = default) =>
        ProgressReports.AsNoTracking().Include(r => r.Lines).Where(r => r.ContractId == contractId && r.State == ProgressReportState.Confirmed)
            .OrderByDescending(r => r.Year).ThenByDescending(r => r.Month).ToListAsync(cancellationToken);
}
