using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>What the registry's rules and forms read from the database.</summary>
public static class Registry
{
    private static readonly (SizeClass Class, string Code)[] SizeCodes = [(SizeClass.Micro, "size.micro"), (SizeClass.Small, "size.small"), (SizeClass.Medium, "size.medium")];

    public static async Task<RegistryFacts> RegistryFactsAsync(this KhuyenCongDb db, string provinceCode, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var communes = await db.AdministrativeUnits.Where(u => u.ProvinceCode == provinceCode && u.Level == UnitLevel.Commune).Select(u => u.UnitCode).ToHashSetAsync(cancellationToken);
        return new(communes.Contains, await db.SizeRuleAsync(clock.Today, cancellationToken), clock.Today, clock.UtcNow);
    }

    /// <summary>The thresholds of the legal library, with what they are worth in the scope's province.</summary>
    public static async Task<SizeRule> SizeRuleAsync(this KhuyenCongDb db, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.LegalRules.AsNoTracking().Where(r => r.Code.StartsWith("size.")).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.LegalRuleId);
        var adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ids.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        var standing = rows.Where(r => r.Covers(day)).ToList();
        var steps = SizeCodes
            .Select(c => (c.Class, Turnover: standing.Where(r => r.Code == c.Code).On(day), Capital: standing.Where(r => r.Code == c.Code + ".capital").On(day)))
            .Where(s => s is { Turnover: { Quantity: not null, Amount: not null }, Capital.Amount: not null })
            .Select(s => new SizeStep(s.Class, s.Turnover!.Quantity!.Value, s.Turnover.Amount!.Value, s.Capital!.Amount!.Value))
            .ToList();
        var documentId = standing.FirstOrDefault()?.LegalDocumentId;
        var source = await db.LegalDocuments.Where(d => d.LegalDocumentId == documentId).Select(d => d.Number).FirstOrDefaultAsync(cancellationToken);
        return new(steps, standing.Count > 0 && standing.TrueForAll(r => RuleStanding.Of(r, adoptions, day).MayBlock), source is null ? null : $"Điều 5 {source}");
    }

    /// <summary>The communes in which the viewer may do this, under their names of the day.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> CommuneChoicesAsync(this KhuyenCongDb db, Viewer viewer, Act act, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return [.. (await db.CommunesAsync(viewer.ProvinceCode, day, cancellationToken)).Where(c => viewer.CanIn(act, c.Code)).Select(c => new SelectListItem(c.Name, c.Code))];
    }
}
