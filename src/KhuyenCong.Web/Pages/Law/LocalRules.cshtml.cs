using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>Quy định của tỉnh: what only the province can settle for its own projects and its communes', and what of it is there.</summary>
[Allow(Act.ViewLaw)]
public sealed class LocalRulesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public IReadOnlyList<LocalRuleRow> Rows { get; private set; } = [];

    public string Province { get; private set; } = "";

    public bool MayEnter => viewer.Reach(Act.EditLaw) is Scope.Province;

    public bool MayEnterNorm => viewer.Reach(Act.EditNorm) is Scope.Province;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Province = (await Territory.ProvincesAsync(db, clock.Today)).Name(viewer.ProvinceCode);
        var rules = await db.LegalRules.AsNoTracking().Where(r => r.TerritoryProvinceCode == viewer.ProvinceCode).ToListAsync(cancellationToken);
        var found = Enum.GetValues<LocalSubject>().Select(s => (Subject: s, Rule: LocalRegulations.Of(s, viewer.ProvinceCode, rules, clock.Today))).ToList();
        var parts = found.ToDictionary(f => f.Subject, f => LocalRegulations.PartsOf(f.Subject, viewer.ProvinceCode, rules, clock.Today));
        var ids = found.Select(f => f.Rule?.LegalDocumentId).OfType<Guid>().Distinct().ToList();
        var documents = await db.LegalDocuments.AsNoTracking().Where(d => ids.Contains(d.LegalDocumentId)).ToDictionaryAsync(d => d.LegalDocumentId, cancellationToken);
        Rows = [.. found.Select(f => new LocalRuleRow(f.Subject, f.Rule, f.Rule is { } rule ? documents.GetValueOrDefault(rule.LegalDocumentId) : null, parts[f.Subject]))];
    }
}

/// <summary>One subject, with the province's rule where there is one, and those for single kinds.</summary>
public sealed record LocalRuleRow(LocalSubject Subject, LegalRule? Rule, LegalDocument? Document, IReadOnlyList<LegalRule> Parts);
