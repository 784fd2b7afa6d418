using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>The contracts of one project as its page shows them, and whether the viewer may draft one.</summary>
public sealed record ProjectContracts(IReadOnlyList<Contract> Contracts, bool MayDraft)
{
    public static readonly ProjectContracts None = new([], false);

    /// <summary>Asked of projects that a plan approved; before that there is none.</summary>
    public static async Task<ProjectContracts> OfAsync(KhuyenCongDb db, Viewer viewer, Project project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(project);
        if (!ProjectStates.FromApprovalOn.Contains(project.State))
        {
            return None;
        }

        var found = await db.Contracts.VisibleTo(viewer, db).AsNoTracking().Where(c => c.ProjectId == project.ProjectId).OrderBy(c => c.SignedOn).ThenBy(c => c.ContractId).ToListAsync(cancellationToken);
        return new(found, project.State.IsApproved() && viewer.AsPlanMover().May(Act.EditContract, project.Kind.Regime(), project.CommuneCode ?? ""));
    }
}
