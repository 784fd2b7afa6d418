using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>The programmes of the viewer's province.</summary>
[Allow(Act.ViewProgramme)]
public sealed class IndexModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool MayEdit => viewer.Can(Act.EditProgramme);

    public async Task OnGetAsync()
    {
        var heads = await db.Programmes.Join(db.ProgrammeVersions, p => p.ProgrammeId, v => v.ProgrammeId, ProgrammeHead.Of).ToListAsync();
        var targets = await db.Targets.Where(t => !t.IsRetired).GroupBy(t => t.ProgrammeId).Select(g => new { g.Key, Targets = g.Count(), Results = g.Sum(t => t.ResultCount) }).ToDictionaryAsync(g => g.Key);
        var open = await db.Discrepancies.Where(d => d.Origin == DiscrepancyOrigin.Rule && d.State == DiscrepancyState.Open).GroupBy(d => d.ProgrammeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Lines =
        [
            .. heads.GroupBy(h => h.ProgrammeId)
                .Select(g => new Line(
                    g.FirstOrDefault(h => h.Number == h.CurrentNumber) ?? g.MaxBy(h => h.Number)!,
                    MayEdit ? g.FirstOrDefault(h => h.State is VersionState.Draft) : null,
                    targets.GetValueOrDefault(g.Key)?.Targets ?? 0,
                    targets.GetValueOrDefault(g.Key)?.Results ?? 0,
                    open.GetValueOrDefault(g.Key)))
                .Where(l => MayEdit || l.Head.CurrentNumber > 0)
                .OrderByDescending(l => l.Head.FromYear).ThenByDescending(l => l.Head.DecisionDate),
        ];
    }

    /// <summary>One programme with its version in force (or its newest draft) and what waits on it.</summary>
    public sealed record Line(ProgrammeHead Head, ProgrammeHead? Draft, int Targets, int Results, int Open);
}
