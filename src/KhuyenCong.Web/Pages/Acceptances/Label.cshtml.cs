using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Tem của một máy, để in và dán lên máy.</summary>
[Allow(Act.ViewProjects)]
public sealed class LabelModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    public MachinePassport Machine { get; private set; } = null!;

    public IReadOnlyList<MachineLabel> Labels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.MachinePassports.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(m => m.MachinePassportId == id, cancellationToken) is not { } machine)
        {
            return NotFound();
        }

        Machine = machine;
        Labels = await db.LabelsAsync(machine.ProjectId, [machine], Request, cancellationToken);
        return Page();
    }
}
