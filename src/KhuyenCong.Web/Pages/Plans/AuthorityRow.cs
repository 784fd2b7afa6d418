using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>A rule of the library that says who decides.</summary>
public sealed record AuthorityRow(Guid LegalRuleId, string Text, string Source, RuleStanding Standing)
{
    public static async Task<IReadOnlyList<AuthorityRow>> OfAsync(KhuyenCongDb db, IReadOnlyList<string> codes, string province, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rules = (await db.LegalRules.AsNoTracking().Where(r => codes.Contains(r.Code) && (r.TerritoryProvinceCode == null || r.TerritoryProvinceCode == province)).ToListAsync(cancellationToken)).Where(r => r.Covers(on)).ToList();
        var (ids, sources) = (rules.Select(r => r.LegalRuleId).ToList(), rules.Select(r => r.LegalDocumentId).ToList());
        var adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ids.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        var documents = await db.LegalDocuments.AsNoTracking().Where(d => sources.Contains(d.LegalDocumentId)).ToDictionaryAsync(d => d.LegalDocumentId, d => $"{d.Kind.Word()} {d.Number}", cancellationToken);
        return [.. rules.OrderBy(r => codes.ToList().IndexOf(r.Code)).Select(r => new AuthorityRow(r.LegalRuleId, r.Text, string.Join(", ", new[] { r.Place, documents[r.LegalDocumentId] }.Where(t => t.Length > 0)), RuleStanding.Of(r, adoptions, on)))];
    }
}
