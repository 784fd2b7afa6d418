using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>One session as the list shows it.</summary>
public sealed record SessionRow(Guid AppraisalSessionId, DateOnly HeldOn, string Place, string Council, int Dossiers, DateTime? ClosedAt, bool HasMinutes);

/// <summary>Các phiên họp thẩm định.</summary>
[Allow(Act.GiveOpinion)]
public sealed class SessionsModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public bool Organises => viewer.Can(Act.AppraiseProject);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Sessions = await db.AppraisalSessions.VisibleTo(viewer, db).AsNoTracking().OrderBy(s => s.ClosedAt != null).ThenByDescending(s => s.HeldOn).ThenByDescending(s => s.AppraisalSessionId).Take(Most)
            .Select(s => new SessionRow(
                s.AppraisalSessionId, s.HeldOn, s.Place, db.Councils.Where(c => c.CouncilId == s.CouncilId).Select(c => c.Name).First(), db.Appraisals.Count(a => a.AppraisalSessionId == s.AppraisalSessionId), s.ClosedAt, s.SignedMinutes != null))
            .ToListAsync(cancellationToken);
}
