using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Phòng họp: the agenda with votes and quorum of each dossier, the end of the session, the minutes.</summary>
[Allow(Act.GiveOpinion)]
public sealed class SessionDetailsModel(KhuyenCongDb db, Viewer viewer, AppraisalBook book, FileStore files, TimeProvider clock) : PageModel
{
    public AppraisalSession Session { get; private set; } = null!;

    public Council Council { get; private set; } = null!;

    public IReadOnlyList<(Appraisal Appraisal, Project Project)> Agenda { get; private set; } = [];

    /// <summary>How many dossiers were postponed or went back: where all were, no vote is opened.</summary>
    public int PutOff => Agenda.Count(a => AppraisalSession.WasPutOff(a.Appraisal));

    [BindProperty]
    public string? Proceedings { get; set; }

    [BindProperty]
    public IFormFile? Scan { get; set; }

    public Guid Me => viewer.UserId;

    public bool Organises => viewer.MayOrganise(Act.AppraiseProject, Session.CommuneCode);

    /// <summary>Whoever keeps the session: its organisers, the chair and the secretary.</summary>
    public bool Keeps => Organises || Council.IsKeptBy(viewer.UserId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Proceedings = Session.Proceedings;
        return Page();
    }

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken) => db.WriteSessionAsync(
        id,
        async () =>
        {
            if (await LoadToKeepAsync(id, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            var open = Agenda.Where(a => a.Appraisal.State is AppraisalState.Open).ToList();
            var found = new Dictionary<Guid, Func<Guid, ConflictGround>>();
            foreach (var (appraisal, project) in open)
            {
                found[appraisal.AppraisalId] = await book.ConflictsAsync(project, appraisal.Seats.Select(s => s.UserId), cancellationToken);
            }

            foreach (var (appraisal, project) in open)
            {
                var coincidences = await book.CoincidencesAsync(project, appraisal.Seats.Select(s => s.UserId), cancellationToken);
                ModelState.AddBreaches(Appraising.Doubts(appraisal, coincidences));
            }

            // Votes of those found to be concerned since are taken out first; then the quorum is counted.
            var opened = open.Select(a => (a.Appraisal, a.Project, Event: Concluding.Open(a.Appraisal, s => found[a.Appraisal.AppraisalId](s.UserId), clock.UtcNow))).ToList();
            var ruling = AppraisalSession.Close(Session, [.. opened.Select(a => (a.Appraisal, a.Project.Code ?? a.Project.Title, a.Event))], clock.Today, viewer.DisplayName, clock.UtcNow, PutOff);
            ModelState.AddBreaches(ruling.Breaches);
            if (ruling.Event is not { } closed || !ModelState.IsValid)
            {
                Proceedings = Session.Proceedings;
                return Page();
            }

            foreach (var (appraisal, _, votes) in opened)
            {
                appraisal.Apply(votes);
            }

            Session.Apply(closed);
            db.Because("session.ended");
            await db.SaveChangesAsync(cancellationToken);
            TempData.Say(opened.Count > 0 ? "Đã kết thúc phiên họp và mở phiếu. Người chủ trì ký kết quả từng hồ sơ." : "Đã kết thúc phiên họp: mọi hồ sơ đã hoãn hoặc trả lại, không có phiếu nào được mở.");
            return LocalRedirect($"/tham-dinh/phien-hop/{id}");
        },
        cancellationToken);

    public async Task<IActionResult> OnPostMinutesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadToKeepAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (file, fault) = await files.KeepAsync(viewer.ProvinceCode, Scan, nameof(Scan), cancellationToken);
        ModelState.AddBreaches(fault is null ? [] : [fault]);
        var ruling = AppraisalSession.Write(Session, Proceedings, file, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } written || !ModelState.IsValid)
        {
            return Page();
        }

        if (file is not null)
        {
            await files.MustReferAsync(viewer.ProvinceCode, file.Sha256, cancellationToken);
        }

        Session.Apply(written);
        db.Because("session.minutes-written");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Say(file is null ? "Đã lưu biên bản." : "Đã lưu bản biên bản đã ký.");
        return LocalRedirect($"/tham-dinh/phien-hop/{id}");
    }

    private async Task<IActionResult?> LoadToKeepAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound() : Keeps ? null : this.Refuse("project.not-allowed");

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.AppraisalSessions.VisibleTo(viewer, db).SingleOrDefaultAsync(s => s.AppraisalSessionId == id, cancellationToken) is not { } session)
        {
            return false;
        }

        Session = session;
        (Council, Agenda) = await ReadAsync(db, session, cancellationToken);
        return true;
    }

    /// <summary>The council and the agenda of a session, in the order in which the dossiers came.</summary>
    public static async Task<(Council Council, IReadOnlyList<(Appraisal Appraisal, Project Project)> Agenda)> ReadAsync(KhuyenCongDb db, AppraisalSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(session);
        var council = await db.Councils.AsNoTracking().Include(c => c.Members).SingleAsync(c => c.CouncilId == session.CouncilId, cancellationToken);
        var appraisals = await db.WholeAppraisals.Where(a => a.AppraisalSessionId == session.AppraisalSessionId).OrderBy(a => a.AppraisalId).ToListAsync(cancellationToken);
        var ids = appraisals.Select(a => a.ProjectId).ToList();
        var projects = await db.WholeProjects.AsNoTracking().Where(p => ids.Contains(p.ProjectId)).ToDictionaryAsync(p => p.ProjectId, cancellationToken);
        return (council, [.. appraisals.Select(a => (a, projects[a.ProjectId]))]);
    }
}
