using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Biên bản để in: what the session's data say, for the signatures on paper.</summary>
[Allow(Act.GiveOpinion)]
public sealed class MinutesModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public AppraisalSession Session { get; private set; } = null!;

    public Council Council { get; private set; } = null!;

    public IReadOnlyList<(Appraisal Appraisal, Project Project)> Agenda { get; private set; } = [];

    /// <summary>The body whose council it is, under its name of the day of the session: the Sở, or the commune's committee.</summary>
    public string Unit { get; private set; } = "";

    public DateTime Now => clock.UtcNow;

    /// <summary>Those who voted on at least one dossier.</summary>
    public IEnumerable<CouncilMember> Present => Council.Members.Where(m => Agenda.Any(a => a.Appraisal.SeatOf(m.UserId)?.SentAt is not null)).OrderBy(m => m.Order);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.AppraisalSessions.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(s => s.AppraisalSessionId == id, cancellationToken) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        (Council, Agenda) = await SessionDetailsModel.ReadAsync(db, session, cancellationToken);
        var bodies = await Holders.ReadAsync(db, session.HeldOn, cancellationToken);
        Unit = (Council.CommuneCode is { } commune ? bodies.OfCommune(commune) : bodies.First(OrganisationKind.Department))?.NameOn(session.HeldOn) ?? "";
        return Page();
    }
}
