using KhuyenCong.Data;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>Đang chờ ai, at the top of a project's page: for officials with roles and person, for all others with the unit only.</summary>
public sealed class ProjectClockViewComponent(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : ViewComponent
{
    /// <param name="project">Which the page has decided to show.</param>
    /// <param name="money">Whether the viewer sees all that comes after its approval.</param>
    public async Task<IViewComponentResult> InvokeAsync(Project project, bool money)
    {
        ArgumentNullException.ThrowIfNull(project);
        var cancellationToken = HttpContext.RequestAborted;
        var (id, items) = (project.ProjectId, await ClockBook.OfAsync(db, project, clock.Today, cancellationToken));
        if (!money && items.Count > 0)
        {
            // One of several owners, or whoever only judged it: what is of their own contract and their own establishment.
            // A council member judges the dossier: what the unit that lends them signs and is paid is not theirs to read.
            var isSeated = viewer.IsOnlySeated();
            var own = isSeated ? null : viewer.OrganisationId;
            var contracts = (await db.Contracts.VisibleTo(viewer, db).Where(c => c.ProjectId == id).Select(c => c.ContractId).ToListAsync(cancellationToken)).ToHashSet();
            var owned = (await db.Establishments.Where(e => own != null && e.OrganisationId == own).Select(e => e.EstablishmentId).ToListAsync(cancellationToken)).ToHashSet();
            items = [.. items.Where(i => i.Kind is WaitingKind.Dossier || (i.Kind is WaitingKind.ContractMissing && !isSeated)
                || (i.EstablishmentId is { } establishment ? owned.Contains(establishment) : i.ContractId is { } contract && contracts.Contains(contract)))];
        }
        else if (items.Count > 0)
        {
            var reads = await viewer.CommuneClocksAsync(db, [id], cancellationToken);
            items = [.. items.Where(i => reads(id, i))];
        }

        if (items.Count == 0)
        {
            return Content("");
        }

        var isOfficial = viewer.Roles.Any(r => ReminderLevels.PartyOf(r) is not null) || viewer.Reach(Act.ViewProjects) is Scope.Province;
        var people = items.Select(i => i.PersonId).OfType<Guid>().Distinct().ToList();
        var names = isOfficial && people.Count > 0 ? await db.Users.Where(u => people.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken) : [];
        return View("~/Pages/Reminders/_Clock.cshtml", new ClockCard(id, project.State, project.Nature, items, clock.Today, await db.WorkingCalendarAsync(cancellationToken), isOfficial, names, Places(id, items)));
    }

    /// <summary>Where the next steps are taken, of those that the viewer may take; what is on this page, the months of reports among it, needs no way.</summary>
    private Dictionary<WaitingItem, string> Places(Guid id, IReadOnlyList<WaitingItem> items) =>
        items.Where(i => i.Kind is not (WaitingKind.ReportDue or WaitingKind.ReportSentBack))
            .Select(i => (Item: i, Href: viewer.StepOf(i, id))).Where(p => p.Href is not null && p.Href != $"/de-an/{id}").DistinctBy(p => p.Item).ToDictionary(p => p.Item, p => p.Href!);
}

/// <summary>What the card shows.</summary>
/// <param name="Names">Persons who hold something; empty for whoever is not to know.</param>
/// <param name="Places">Where steps are taken that the viewer may take.</param>
public sealed record ClockCard(Guid ProjectId, ProjectState State, ProjectNature Nature, IReadOnlyList<WaitingItem> Items, DateOnly Today, WorkingCalendar Calendar, bool IsOfficial, IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<WaitingItem, string> Places)
{
    public WaitingItem Main => Items[0];

    public string? Caveat => CalendarWords.Caveat(Calendar.UnknownYears(Earliest, Latest));

    private DateOnly Earliest => Items.Select(i => i.Due?.LastDay ?? Today).Append(Today).Min();

    private DateOnly Latest => Items.Select(i => i.Due?.LastDay ?? Today).Append(Today).Max();
}
