using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>One cluster: its investor, its dated figures, who is to move in, its history.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, ClusterDesk desk) : PageModel
{
    public IndustrialCluster Cluster { get; private set; } = null!;

    public IReadOnlyList<RelocationRow> Relocations { get; private set; } = [];

    public ClusterDesk Desk => desk;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        if (desk.Find(id) is not { } cluster)
        {
            return NotFound();
        }

        Cluster = cluster;
        Relocations = await RelocationList.ReadAsync(db, db.RelocationCandidates.VisibleTo(viewer, desk.Own).Where(r => r.IndustrialClusterId == id), desk, cancellationToken);
        return Page();
    }
}
