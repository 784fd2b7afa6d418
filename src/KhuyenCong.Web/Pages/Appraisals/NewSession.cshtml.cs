using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Triệu tập phiên họp: a council, a day, a place, and the dossiers on its agenda.</summary>
[Allow(Act.AppraiseProject)]
public sealed class NewSessionModel(KhuyenCongDb db, Viewer viewer, AppraisalBook book, TimeProvider clock) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<SelectListItem> Councils { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Code, string Title, string Kind)> Waiting { get; private set; } = [];

    [BindProperty]
    public Guid? CouncilId { get; set; }

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public List<Guid> Dossiers { get; set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "hoi-dong")] Guid? council, [FromQuery(Name = "de-an")] Guid? project, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        CouncilId = council ?? (Councils is [var only] ? Guid.Parse(only.Value) : null);
        HeldOn = clock.Today;
        Dossiers = project is { } one ? [one] : [];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await db.Councils.VisibleTo(viewer).Include(c => c.Members).FirstOrDefaultAsync(c => c.CouncilId == CouncilId, cancellationToken) is not { } council || !viewer.MayOrganise(Act.AppraiseProject, council.CommuneCode))
        {
            ModelState.AddModelError(nameof(CouncilId), Messages.For("council.missing"));
            return Page();
        }

        var ruling = AppraisalSession.Call(Uuid.New(clock), council, HeldOn, Place, clock.UtcNow);
        ModelState.AddBreaches(ruling.Breaches);
        if (Dossiers.Count == 0)
        {
            ModelState.AddModelError(nameof(Dossiers), Messages.For("session.dossiers-missing"));
        }

        if (ruling.Event is not { } called || !ModelState.IsValid)
        {
            return Page();
        }

        var session = AppraisalSession.From(called);
        db.AppraisalSessions.Add(session);
        var mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        var wanted = Dossiers.ToList();
        var projects = await db.WholeProjects.ForAppraisalBy(viewer, db).Where(p => wanted.Contains(p.ProjectId)).OrderBy(p => p.ProjectId).ToListAsync(cancellationToken);
        foreach (var project in projects)
        {
            var started = await book.StartAsync(project, mover, found => book.SeatsOf(council, found), [.. council.Members.Select(m => m.UserId)], council, session, null, cancellationToken);
            foreach (var breach in started.Breaches)
            {
                ModelState.AddModelError(nameof(Dossiers), $"{project.Code}: {Messages.For(breach)}");
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            db.Because("session.called", council.DecisionNumber);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Somebody else started one of them in between.
            ModelState.AddModelError(nameof(Dossiers), Messages.For("appraisal.already-started", string.Join(", ", projects.Select(p => p.Code))));
            return Page();
        }

        TempData.Say($"Đã triệu tập phiên họp ngày {session.HeldOn:dd/MM/yyyy} với {projects.Count} hồ sơ.");
        return LocalRedirect($"/tham-dinh/phien-hop/{session.AppraisalSessionId}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var councils = await db.Councils.VisibleTo(viewer).AsNoTracking().Where(c => c.EndedOn == null).OrderByDescending(c => c.DecisionDate).ToListAsync(cancellationToken);
        Councils = [.. councils.Where(c => viewer.MayOrganise(Act.AppraiseProject, c.CommuneCode)).Select(c => new SelectListItem($"{c.Name} ({c.DecisionNumber})", c.CouncilId.ToString()))];
        Waiting = await WaitingAsync(db, viewer, cancellationToken);
    }

    /// <summary>Dossiers that nobody judges yet: those that wait, and those whose last round was postponed.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Code, string Title, string Kind)>> WaitingAsync(KhuyenCongDb db, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var live = db.Appraisals.Where(a => a.State != AppraisalState.Returned && a.State != AppraisalState.Postponed).Select(a => a.ProjectId);
        var rows = await db.Projects.ForAppraisalBy(viewer, db).AsNoTracking().Where(p => (p.State == ProjectState.AwaitingAppraisal || p.State == ProjectState.InAppraisal) && !live.Contains(p.ProjectId))
            .OrderBy(p => p.StateSince).ThenBy(p => p.ProjectId).Take(Most).Select(p => new { p.ProjectId, p.Code, p.Title, p.Kind }).ToListAsync(cancellationToken);
        return [.. rows.Select(p => (p.ProjectId, p.Code ?? "", p.Title, p.Kind.ShortText()))];
    }
}
