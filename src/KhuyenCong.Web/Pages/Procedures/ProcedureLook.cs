using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Procedures;

/// <summary>A procedure with the law that its steps cite, as pages show it.</summary>
/// <param name="Citations">By rule: "khoản 1 Điều 10 Thông tư 36/2013/TT-BCT".</param>
public sealed record ProcedureLook(Procedure Procedure, IReadOnlyDictionary<Guid, string> Citations)
{
    public static async Task<ProcedureLook> OfAsync(KhuyenCongDb db, Procedure procedure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(procedure);
        var ids = procedure.Steps.Select(s => s.LegalRuleId).OfType<Guid>().Distinct().ToList();
        var rules = await db.LegalRules.AsNoTracking().Where(r => ids.Contains(r.LegalRuleId))
            .Join(db.LegalDocuments, r => r.LegalDocumentId, d => d.LegalDocumentId, (r, d) => new { Rule = r, d.Kind, d.Number }).ToListAsync(cancellationToken);
        return new(procedure, rules.ToDictionary(r => r.Rule.LegalRuleId, r => $"{r.Rule.Place} {r.Kind.Word()} {r.Number}".Trim()));
    }
}
