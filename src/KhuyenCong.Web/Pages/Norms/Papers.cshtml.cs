using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Norms;

/// <summary>The dated lists of papers by kind of project, and the dated deadlines.</summary>
[Allow(Act.ViewLaw, National = true)]
public sealed class PapersModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(LegalRule Rule, RuleStanding Standing, IReadOnlyList<RequiredPaper> Papers)> Lists { get; private set; } = [];

    public IReadOnlyList<(LegalRule Rule, RuleStanding Standing)> Deadlines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var papers = (await db.RequiredPapers.AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancellationToken)).ToLookup(p => p.LegalRuleId);
        var adoptions = await db.RuleAdoptions.AsNoTracking().ToListAsync(cancellationToken);
        var rules = await db.LegalRules.AsNoTracking()
            .Where(r => (r.Kind == RuleKind.Deadline || r.Kind == RuleKind.Form) && (r.TerritoryProvinceCode == null || r.TerritoryProvinceCode == viewer.ProvinceCode))
            .ToListAsync(cancellationToken);
        Lists = [.. rules.Where(r => papers[r.LegalRuleId].Any())
            .Select(r => (r, RuleStanding.Of(r, adoptions, clock.Today), (IReadOnlyList<RequiredPaper>)[.. papers[r.LegalRuleId]]))
            .OrderBy(l => l.Item3[0].Order)];
        Deadlines = [.. rules.Where(r => r.Kind is RuleKind.Deadline)
            .OrderBy(r => r.DueMonth ?? 13).ThenBy(r => r.DueDay).ThenBy(r => r.EffectiveFrom)
            .Select(r => (r, RuleStanding.Of(r, adoptions, clock.Today)))];
    }
}
