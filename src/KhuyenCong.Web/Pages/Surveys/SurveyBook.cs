using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Surveys;

/// <summary>How far one commune is with a round.</summary>
public sealed record CommuneProgress(string Code, string Name, int Establishments, int Sheets)
{
    public int Left => Establishments - Sheets;
}

/// <summary>Rounds and how far they are; establishments are those producing in the round's communes today, so that one recorded late is asked too.</summary>
public sealed class SurveyBook(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
{
    public async Task<IReadOnlyList<SurveyRound>> VisibleAsync(CancellationToken cancellationToken) =>
        [.. (await db.SurveyRounds.AsNoTracking().OrderByDescending(r => r.SurveyRoundId).ToListAsync(cancellationToken)).Where(viewer.MaySee)];

    public async Task<SurveyRound?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.SurveyRounds.SingleOrDefaultAsync(r => r.SurveyRoundId == id, cancellationToken) is { } round && viewer.MaySee(round) ? round : null;

    /// <summary>The establishments that a round asks in some communes.</summary>
    public IQueryable<Establishment> Asked(IReadOnlyCollection<string> communes)
    {
        var today = clock.Today;
        return db.Establishments.Where(e => (e.State == EstablishmentState.Active || e.State == EstablishmentState.Suspended)
            && e.Sites.Any(s => communes.Contains(s.CommuneCode) && (s.From == null || s.From <= today) && (s.To == null || s.To >= today)));
    }

    /// <summary>Each commune of a round, as far as the viewer sees, in Vietnamese order.</summary>
    public async Task<IReadOnlyList<CommuneProgress>> ProgressAsync(SurveyRound round, CancellationToken cancellationToken)
    {
        var communes = viewer.CommunesOf(round).ToList();
        var (today, id) = (clock.Today, round.SurveyRoundId);
        var places = db.ProductionSites
            .Where(s => communes.Contains(s.CommuneCode) && (s.From == null || s.From <= today) && (s.To == null || s.To >= today))
            .Join(db.Establishments.Where(e => e.State == EstablishmentState.Active || e.State == EstablishmentState.Suspended), s => s.EstablishmentId, e => e.EstablishmentId, (s, _) => new { s.CommuneCode, s.EstablishmentId })
            .Distinct();
        var all = await places.GroupBy(p => p.CommuneCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var done = await places.Where(p => db.SurveySheets.Any(s => s.SurveyRoundId == id && s.EstablishmentId == p.EstablishmentId))
            .GroupBy(p => p.CommuneCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. (await db.CommunesAsync(viewer.ProvinceCode, today, cancellationToken)).Where(c => communes.Contains(c.Code))
            .Select(c => new CommuneProgress(c.Code, c.Name, all.GetValueOrDefault(c.Code), done.GetValueOrDefault(c.Code)))];
    }
}
