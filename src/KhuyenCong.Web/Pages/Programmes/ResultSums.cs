using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>What the results of a programme add up to beyond the sums that targets keep: money by source and year, places, distinct establishments.</summary>
public sealed record ResultSums(
    IReadOnlyList<Spent> Spent,
    IReadOnlyDictionary<string, int> ByCommune,
    int WithoutCommune,
    int Establishments,
    IReadOnlyDictionary<Guid, int> EstablishmentsOf)
{
    public static readonly ResultSums None = new([], new Dictionary<string, int>(), 0, 0, new Dictionary<Guid, int>());

    public static async Task<ResultSums> AddUpAsync(KhuyenCongDb db, Guid programmeId)
    {
        ArgumentNullException.ThrowIfNull(db);
        var counted = db.Results.Where(r => r.ProgrammeId == programmeId && r.State == ResultState.Recorded);
        var spent = await counted
            .SelectMany(r => r.Amounts, (r, a) => new { a.SourceCode, r.AchievedOn.Year, Amount = (long)(object)a.Amount })
            .GroupBy(x => new { x.SourceCode, x.Year })
            .Select(g => new { g.Key.SourceCode, g.Key.Year, Amount = g.Sum(x => x.Amount) })
            .ToListAsync();
        var communes = await counted.GroupBy(r => r.CommuneCode).Select(g => new { Code = g.Key, Count = g.Count() }).ToListAsync();
        var served = counted.SelectMany(r => r.Beneficiaries, (r, b) => new { r.TargetId, b.CountingKey });
        var all = await served.Select(s => s.CountingKey).Distinct().CountAsync();
        var byTarget = await served.GroupBy(s => s.TargetId).Select(g => new { TargetId = g.Key, Count = g.Select(s => s.CountingKey).Distinct().Count() }).ToListAsync();
        return new(
            [.. spent.Select(s => new Spent(s.SourceCode, s.Year, new(s.Amount)))],
            communes.Where(c => c.Code is not null).ToDictionary(c => c.Code!, c => c.Count),
            communes.FirstOrDefault(c => c.Code is null)?.Count ?? 0,
            all,
            byTarget.ToDictionary(t => t.TargetId, t => t.Count));
    }
}
