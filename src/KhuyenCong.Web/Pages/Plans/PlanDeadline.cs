using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Hạn đăng ký kế hoạch khuyến công quốc gia, exactly as the library has it: the day, the clause, how far it is verified.</summary>
public sealed record PlanDeadline(Guid LegalRuleId, string Title, string Source, DateOnly? LastDay, RuleStanding Standing, string? Remark)
{
    private static readonly string[] Codes = ["kcqg.unit-to-department", "kcqg.department-to-agency"];

    /// <summary>Rules in force when the deadline falls, not today: next year's registration follows next year's law.</summary>
    public static async Task<IReadOnlyList<PlanDeadline>> OfAsync(KhuyenCongDb db, AnnualPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        var on = new DateOnly(plan.Year - 1, 6, 30);
        var rules = await db.LegalRules.AsNoTracking().Where(r => Codes.Contains(r.Code)).ToListAsync(cancellationToken);
        var ids = rules.Select(r => r.LegalRuleId).ToList();
        var adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ids.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        var sources = rules.Select(r => r.LegalDocumentId).ToList();
        var documents = await db.LegalDocuments.AsNoTracking().Where(d => sources.Contains(d.LegalDocumentId)).ToDictionaryAsync(d => d.LegalDocumentId, d => $"{d.Kind.Word()} {d.Number}", cancellationToken);
        return [.. rules.Where(r => r.Covers(on)).OrderBy(r => Array.IndexOf(Codes, r.Code))
            .Select(r => new PlanDeadline(r.LegalRuleId, r.Title, $"{r.Place}, {documents[r.LegalDocumentId]}", r.LastDayFor(plan.Year), RuleStanding.Of(r, adoptions, on), r.Remark))];
    }
}
