using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<Procedure> Procedures => Set<Procedure>();

    /// <summary>The published procedure for a dossier of a day; one look-up.</summary>
    public async Task<Procedure?> ProcedureForAsync(Project project, DateOnly day, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(project);
        var (regime, nature) = (project.Kind.Regime(), project.Nature);
        var found = await Procedures.AsNoTracking().Include(p => p.Steps)
            .Where(p => p.Regime == regime && p.Nature == nature && p.From <= day && (p.To == null || p.To >= day) && (p.TerritoryCode == p.ProvinceCode || p.TerritoryCode == project.CommuneCode))
            .ToListAsync(cancellationToken);
        return Procedure.For(project, found, day);
    }
}
