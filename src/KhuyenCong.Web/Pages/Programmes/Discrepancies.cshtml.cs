using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Contradictions that rules found, and apart from them, never counted with them, what readers noted.</summary>
[Allow(Act.ViewProgramme)]
public sealed class DiscrepanciesModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    public ProgrammeHead Head { get; private set; } = null!;

    public IReadOnlyList<Discrepancy> Found { get; private set; } = [];

    public IReadOnlyList<Discrepancy> Notes { get; private set; } = [];

    public bool MayExplain => viewer.MayExplain(Head);

    public int Open => Found.Count(d => d.State is DiscrepancyState.Open);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ProgrammeHead.CurrentAsync(db, id) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        var all = await db.Discrepancies.AsNoTracking().Where(d => d.ProgrammeId == id).OrderBy(d => d.Order).ToListAsync();
        Found = [.. all.Where(d => d.Origin is DiscrepancyOrigin.Rule).OrderBy(d => d.State)];
        Notes = [.. all.Where(d => d.Origin is DiscrepancyOrigin.Reader)];
        return Page();
    }
}
