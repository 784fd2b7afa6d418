using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Access;

/// <summary>Which clocks of the projects that somebody sees they read: a commune of a project with others those of the contracts that are its business; what a part waits for only who does not read the contract above it.</summary>
public static class ClockReach
{
    /// <returns>Whether an item of a project is read; by others than communes everything that is not told by an upper contract.</returns>
    public static async Task<Func<Guid, WaitingItem, bool>> CommuneClocksAsync(this Viewer viewer, KhuyenCongDb db, IReadOnlyCollection<Guid> projectIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(projectIds);
        if (viewer.Reach(Act.ViewProjects) is not Scope.Commune)
        {
            return (_, item) => item.Kind is not WaitingKind.PartDone;
        }

        List<Guid> ids = [.. projectIds];
        var contracts = (await db.Contracts.VisibleTo(viewer, db).Where(c => ids.Contains(c.ProjectId)).Select(c => c.ContractId).ToListAsync(cancellationToken)).ToHashSet();
        // As records of sites are read: those of the beneficiaries in it, under whichever contract.
        var here = (await db.Projects.VisibleTo(viewer, db, seated: false).InCommunes(viewer).Where(b => ids.Contains(b.ProjectId)).Select(b => b.EstablishmentId).ToListAsync(cancellationToken)).ToHashSet();
        var whole = (await db.Projects.Where(p => ids.Contains(p.ProjectId)).WholeInCommunes(viewer).Select(p => p.ProjectId).ToListAsync(cancellationToken)).ToHashSet();
        // What was bought or found fault with under no contract that is known may be another commune's as well.
        return (project, item) => item.Kind switch
        {
            WaitingKind.Dossier or WaitingKind.ContractMissing => true,
            WaitingKind.PartDone when whole.Contains(project) => false,
            WaitingKind.AcceptanceDrafting or WaitingKind.AcceptanceSubmitted or WaitingKind.WorkToComplete when item.EstablishmentId is { } establishment && here.Contains(establishment) => true,
            _ => item.ContractId is { } contract ? contracts.Contains(contract) : whole.Contains(project),
        };
    }
}
