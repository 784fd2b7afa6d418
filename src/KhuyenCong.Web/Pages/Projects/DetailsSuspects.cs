using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

// What a project's page compares with the dossiers of others. Most share nothing: then no more is read than the traces.
public sealed partial class DetailsModel
{
    private async Task<IReadOnlyList<SuspectRow>> SuspectsAsync(Project project, IReadOnlyList<Establishment> establishments, CancellationToken cancellationToken)
    {
        // A list that waits for its confirmation is compared before it is confirmed.
        var proposed = project.IsGroup ? await db.BeneficiaryLists.AsNoTracking().FirstOrDefaultAsync(l => l.ProjectId == project.ProjectId && l.State == BeneficiaryListState.Proposed, cancellationToken) : null;
        listed = proposed is null ? null : project.Preview(proposed.Rows);
        var candidates = listed is null ? await db.SupportCandidatesAsync(ProjectTraces.Of(project, establishments), project.ProjectId, cancellationToken) : await book.CandidatesAsync(listed, cancellationToken);
        if (candidates.Count == 0)
        {
            return [];
        }

        var ids = candidates.Select(c => c.SourceId).ToList();
        var projects = await db.Projects.Where(p => ids.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Code, p.Title, p.State, p.Total }).ToDictionaryAsync(p => p.ProjectId, cancellationToken);
        var asked = projects.Values.Where(p => !viewer.SurelySees(p.State)).Select(p => p.ProjectId).ToList();
        var hidden = asked.Count == 0 ? [] : asked.Except(await db.Projects.VisibleTo(viewer, db).Where(p => asked.Contains(p.ProjectId)).Select(p => p.ProjectId).ToListAsync(cancellationToken)).ToHashSet();
        var outside = candidates.All(c => c.SourceKind is SupportSourceKind.Project) ? [] : await db.OutsideSupports.AsNoTracking().Where(s => ids.Contains(s.OutsideSupportId)).ToDictionaryAsync(s => s.OutsideSupportId, cancellationToken);
        var resolutions = await db.ResolutionsAsync(project.ProjectId, cancellationToken);
        return [.. candidates.Select(c => projects.TryGetValue(c.SourceId, out var other)
            ? hidden.Contains(c.SourceId)
                ? new SuspectRow(c, "Một đề án ngoài địa bàn của bạn", null, other.Total, DoubleSupport.ResolvedBy(c, resolutions))
                : new SuspectRow(c, $"{other.Code}: {other.Title}{(other.State is ProjectState.Stopped ? " (đã ngừng: xem phần kinh phí đã chi)" : "")}", $"/de-an/{c.SourceId}", other.Total, DoubleSupport.ResolvedBy(c, resolutions))
            : new SuspectRow(c, outside.TryGetValue(c.SourceId, out var given) ? $"{given.ProgrammeName} – {given.GivenBy}: {given.ProjectName}" : "Khoản hỗ trợ khác", $"/de-an/ho-tro-khac?dong={c.SourceId}", given?.Amount, DoubleSupport.ResolvedBy(c, resolutions)))];
    }
}
