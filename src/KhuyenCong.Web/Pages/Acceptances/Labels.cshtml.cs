using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Tem của mọi máy trong một biên bản.</summary>
[Allow(Act.ViewProjects)]
public sealed class LabelsModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    public Acceptance Acceptance { get; private set; } = null!;

    public IReadOnlyList<MachineLabel> Labels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Acceptances.AsNoTracking().VisibleTo(viewer, db).Include(a => a.Machines).SingleOrDefaultAsync(a => a.AcceptanceId == id, cancellationToken) is not { } acceptance)
        {
            return NotFound();
        }

        Acceptance = acceptance;
        Labels = await db.LabelsAsync(acceptance.ProjectId, acceptance.Machines, Request, cancellationToken);
        return Page();
    }
}
