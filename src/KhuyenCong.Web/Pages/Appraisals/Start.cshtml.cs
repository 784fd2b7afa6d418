using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Giao thẩm định một hồ sơ: to one appraiser, or into a session of a council.</summary>
[Allow(Act.AppraiseProject)]
public sealed class StartModel(KhuyenCongDb db, Viewer viewer, AppraisalBook book, TimeProvider clock) : PageModel
{
    private IReadOnlyList<Appointable> people = [];
    private Func<Guid, ConflictGround> conflicts = _ => ConflictGround.None;

    public Project Project { get; private set; } = null!;

    public AppraisalSettingText Setting { get; private set; } = AppraisalSetting.Suggested;

    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];

    [BindProperty]
    public string? Appraiser { get; set; }

    [BindProperty]
    public Guid? SessionId { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    /// <summary>Those who are free to judge this dossier; whoever is concerned is told apart.</summary>
    public IEnumerable<SelectListItem> People => people.Select(p => new SelectListItem($"{p.Name} – {p.UnitName}{(conflicts(p.UserId) is var found and not ConflictGround.None ? $" (không giao được: {found.Text()})" : "")}", KeyOf(p)) { Disabled = conflicts(p.UserId) is not ConflictGround.None });

    /// <summary>Whether the own unit has nobody who may judge: three users cannot always part their duties.</summary>
    public bool NeedsOutsider => people.Where(p => p.OrganisationId == viewer.OrganisationId).All(p => conflicts(p.UserId) is not ConflictGround.None);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        DueOn = Setting.Days is { } days ? clock.Today.AddDays(days) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostStaffAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var chosen = people.FirstOrDefault(p => KeyOf(p) == Appraiser);
        var ruling = await book.StartAsync(
            Project, await viewer.AsProjectMoverAsync(db, cancellationToken),
            found => chosen is null ? [] : [new(Uuid.New(clock), new(chosen.UserId, chosen.Name, chosen.OrganisationId, chosen.UnitName, CouncilRole.Appraiser, false), found(chosen.UserId))],
            chosen is null ? [] : [chosen.UserId], null, null, DueOn, cancellationToken);
        return await EndAsync(ruling, $"Đã giao {chosen?.Name} thẩm định.", cancellationToken);
    }

    public async Task<IActionResult> OnPostCouncilAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await db.AppraisalSessions.VisibleTo(viewer, db).FirstOrDefaultAsync(s => s.AppraisalSessionId == SessionId && s.ClosedAt == null, cancellationToken) is not { } session)
        {
            ModelState.AddModelError(nameof(SessionId), Messages.For("session.none-open"));
            return Page();
        }

        var council = await db.Councils.Include(c => c.Members).SingleAsync(c => c.CouncilId == session.CouncilId, cancellationToken);
        var ruling = await book.StartAsync(Project, await viewer.AsProjectMoverAsync(db, cancellationToken), found => book.SeatsOf(council, found), [.. council.Members.Select(m => m.UserId)], council, session, DueOn, cancellationToken);
        return await EndAsync(ruling, $"Đã đưa hồ sơ vào phiên họp ngày {session.HeldOn:dd/MM/yyyy}.", cancellationToken);
    }

    private static string KeyOf(Appointable person) => $"{person.UserId:N}{person.OrganisationId:N}";

    private async Task<IActionResult> EndAsync(Ruling<AppraisalStarted> ruling, string told, CancellationToken cancellationToken)
    {
        if (ruling.Breaches.FirstOrDefault(b => b.Code is "project.not-allowed" or "appraisal.own-dossier") is { } refused)
        {
            return this.Refuse(refused.Code);
        }

        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is "AppraiserId" ? nameof(Appraiser) : b.Field }));
        if (ruling.Event is not { } started || !ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            db.Because("appraisal.started");
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsTwin())
        {
            // Somebody else started it in between.
            ModelState.AddModelError("", Messages.For("appraisal.already-started", Project.Code ?? Project.Title));
            return Page();
        }

        TempData.Say(told);
        return LocalRedirect($"/tham-dinh/{started.AppraisalId}");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeProjects.ForAppraisalBy(viewer, db).SingleOrDefaultAsync(p => p.ProjectId == id, cancellationToken) is not { } project)
        {
            return NotFound();
        }

        Project = project;
        var mover = await viewer.AsProjectMoverAsync(db, cancellationToken);
        if (!mover.May(Act.AppraiseProject, project) || project.State is not (ProjectState.AwaitingAppraisal or ProjectState.InAppraisal))
        {
            return this.Refuse(mover.May(Act.AppraiseProject, project) ? "project.wrong-state" : "project.not-allowed");
        }

        Setting = await db.AppraisalSettingAsync(cancellationToken);
        people = await book.PeopleAsync(cancellationToken);
        conflicts = await book.ConflictsAsync(project, people.Select(p => p.UserId), cancellationToken);
        var commune = project.Kind is ProjectKind.Commune ? project.CommuneCode : null;
        Sessions = [.. await db.AppraisalSessions.VisibleTo(viewer, db).Where(s => s.ClosedAt == null && s.CommuneCode == commune).OrderBy(s => s.HeldOn)
            .Join(db.Councils, s => s.CouncilId, c => c.CouncilId, (s, c) => new { s.AppraisalSessionId, s.HeldOn, c.Name }).Select(s => new SelectListItem($"{s.HeldOn:dd/MM/yyyy} – {s.Name}", s.AppraisalSessionId.ToString())).ToListAsync(cancellationToken)];
        return null;
    }
}
