using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Every version of a programme; drafts only for those who edit.</summary>
[Allow(Act.ViewProgramme)]
public sealed class VersionsModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public ProgrammeHead? Head { get; private set; }

    public bool MayEdit => viewer.CanIn(Act.EditProgramme, Programme.CommuneCode);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.ProgrammeId == id) is not { } programme)
        {
            return NotFound();
        }

        Programme = programme;
        Head = await ProgrammeHead.CurrentAsync(db, id);
        var lines = await db.ProgrammeVersions.Where(v => v.ProgrammeId == id).OrderByDescending(v => v.Number)
            .Select(v => new Line(v.Number, v.State, v.Source, v.DecisionNumber, v.DecisionDate, v.InForceFrom, v.SavedBy, v.SavedAt)).ToListAsync();
        Lines = [.. lines.Where(l => MayEdit || l.State is not VersionState.Draft)];
        return Lines.Count == 0 && !MayEdit ? NotFound() : Page();
    }

    /// <summary>A version without its text.</summary>
    public sealed record Line(int Number, VersionState State, VersionSource Source, string DecisionNumber, DateOnly DecisionDate, DateOnly? InForceFrom, string SavedBy, DateTime SavedAt);
}
