using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <content>What an adjustment would be suspected to support twice.</content>
public sealed partial class PlanBook
{
    /// <summary>Suspicions without a conclusion that the dossier would raise as it is after the change.</summary>
    public async Task<IReadOnlyList<SuspectRow>> SuspectsAsync(Project project, AdjustmentText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Kind.ChangesWhatIsHelped() || project.Nature is not ProjectNature.Grant || text.Effect is not { } effect)
        {
            return [];
        }

        var open = AdjustmentSuspicions.Open(
            await projects.CandidatesAsync(project.Preview(effect.On(text.Kind, project.Text)), cancellationToken), await db.ResolutionsAsync(project.ProjectId, cancellationToken)).ToList();
        var ids = open.Select(c => c.SourceId).ToList();
        var seen = await db.Projects.VisibleTo(viewer, db).Where(p => ids.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Code, p.Title, p.Total }).ToDictionaryAsync(p => p.ProjectId, cancellationToken);
        var outside = await db.OutsideSupports.AsNoTracking().Where(s => ids.Contains(s.OutsideSupportId)).ToDictionaryAsync(s => s.OutsideSupportId, cancellationToken);
        return
        [
            .. open.Select(c => seen.TryGetValue(c.SourceId, out var other) ? new SuspectRow(c, $"{other.Code}: {other.Title}", $"/de-an/{c.SourceId}", other.Total, null)
                : outside.TryGetValue(c.SourceId, out var given) ? new SuspectRow(c, $"{given.ProgrammeName} – {given.GivenBy}: {given.ProjectName}", null, given.Amount, null)
                : new SuspectRow(c, "Một đề án ngoài địa bàn của bạn", null, null, null)),
        ];
    }
}
