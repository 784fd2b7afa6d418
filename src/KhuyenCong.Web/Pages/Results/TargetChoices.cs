using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>The targets that results may count toward, in groups by programme and content.</summary>
public static class TargetChoices
{
    /// <param name="db">The province's data.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="fits">Which programmes; null = all of the province.</param>
    public static async Task<IReadOnlyList<SelectListItem>> OfAsync(KhuyenCongDb db, CancellationToken cancellationToken, Func<Programme, bool>? fits = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        var programmes = await db.Programmes.AsNoTracking().Where(p => p.CurrentVersionNumber > 0).OrderByDescending(p => p.FromYear).ThenBy(p => p.Title).ToListAsync(cancellationToken);
        programmes.RemoveAll(p => fits is not null && !fits(p));
        var ids = programmes.Select(p => p.ProgrammeId).ToList();
        var targets = await db.Targets.AsNoTracking().Where(t => ids.Contains(t.ProgrammeId) && !t.IsRetired).OrderBy(t => t.Order).ToListAsync(cancellationToken);
        var texts = await db.ProgrammeVersions.AsNoTracking().Where(v => ids.Contains(v.ProgrammeId) && v.State == VersionState.InForce).ToDictionaryAsync(v => v.ProgrammeId, v => v.Text, cancellationToken);
        var choices = new List<SelectListItem>();
        foreach (var programme in programmes)
        {
            var contents = texts.GetValueOrDefault(programme.ProgrammeId)?.Contents ?? [];
            var period = programmes.Count > 1 ? $"{programme.Title} {programme.FromYear}–{programme.ToYear} · " : "";
            foreach (var group in targets.Where(t => t.ProgrammeId == programme.ProgrammeId).GroupBy(t => t.ContentCode))
            {
                var content = contents.FirstOrDefault(c => c.Code == group.Key);
                var heading = new SelectListGroup { Name = period + (content is null ? "Chỉ tiêu chung" : $"{content.Code}. {content.Name}") };
                choices.AddRange(group.Select(t => new SelectListItem($"{t.Code} · {t.Name}", t.TargetId.ToString()) { Group = heading }));
            }
        }

        return choices;
    }
}
