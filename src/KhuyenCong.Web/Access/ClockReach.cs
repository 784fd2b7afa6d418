using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Which clocks of the projects that a commune sees it reads: of a project with others those of the contracts that are its business.</summary>
public static class ClockReach
{
    /// <returns>Whether an item of a project is read; for others than communes everything is.</returns>
    public static async Task<Func<Guid, WaitingItem, bool>> CommuneClocksAsync(this Viewer viewer, KhuyenCongDb db, IReadOnlyCollection<Guid> projectIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(projectIds);
        if (viewer.Reach(Act.ViewProjects) is not Scope.Commune)
        {
            return (_, _) => true;
        }

        List<Guid> ids = [.. projectIds];
        var contracts = (await db.Contracts.VisibleTo(viewer, db).Where(c => ids.Contains(c.ProjectId)).Select(c => c.ContractId).ToListAsync(cancellationToken)).ToHashSet();
        var whole = (await db.Projects.Where(p => ids.Contains(p.ProjectId)).WholeInCommunes(viewer).Select(p => p.ProjectId).ToListAsync(cancellationToken)).ToHashSet();
        // What was bought or found fault with under no contract that is known may be another commune's as well.
        return (project, item) => item.Kind is WaitingKind.Dossier or WaitingKind.ContractMissing
            || (item.ContractId is { } contract ? contracts.Contains(contract) : whole.Contains(project));
    }
}
