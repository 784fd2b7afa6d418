using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;

namespace KhuyenCong.Web.Access;

/// <summary>Which reminders are whose: of the holder's office for those who do the next step, of the unit or establishment for its own people, of those above for leaders. Of an office's own record only whose book one reads, and a centre's only of its own money.</summary>
public static class ReminderReach
{
    /// <summary>Roles that carry the duty themselves; a delegated role carries only what was delegated.</summary>
    private static IEnumerable<Role> OwnRoles(Viewer viewer) => viewer.Memberships.Where(m => m.OnlyActs is null).Select(m => m.Role);

    public static IQueryable<Reminder> For(this IQueryable<Reminder> reminders, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var offices = viewer.Roles.Select(ReminderLevels.PartyOf).OfType<WaitingParty>().Distinct().ToList();
        var led = offices.Where(p => OwnRoles(viewer).Any(r => r == ReminderLevels.LeaderOf(p))).ToList();
        var acts = Enum.GetValues<Act>().Where(viewer.Can).ToList();
        var (communes, own) = (viewer.CommuneCodes.ToList(), viewer.OrganisationId);
        var atTop = OwnRoles(viewer).Contains(Role.DepartmentLeader);
        var (isBound, bodies) = (viewer.Bodies is not null, viewer.Bodies?.ToList() ?? []);
        var books = OfficeClock.Kinds.Where(k => viewer.Can(OfficeClock.ReadBy(k))).ToList();
        var performs = viewer.Can(Act.ReportProgress) || viewer.Can(Act.EditProject);
        // Asked of the few rows that wait for a unit, by their keys: the bell asks this on every page.
        var written = db.Projects.WrittenBy(viewer, db);
        return reminders.Where(r => r.ClosedAt == null
            && (r.ProjectId != null || books.Contains(r.Kind))
            && (!isBound || r.UnitId == null || bodies.Contains(r.UnitId.Value)) && (
            // The holder's own people, where the holder is an office, or who record what it did: accountants where the Treasury has it.
            ((r.Level == ReminderLevel.Before || r.Level == ReminderLevel.OnDay || r.Level == ReminderLevel.Late || r.Level == ReminderLevel.Quiet)
                && offices.Contains(r.Asked) && acts.Contains(r.Act) && (r.Asked != WaitingParty.CommuneOffice || communes.Contains(r.TerritoryCode)))
            // The unit or the establishment that has to act; what concerns one establishment is its owner's and no other's; its figures after the support are not asked of whoever wrote the dossier.
            || ((r.Level == ReminderLevel.Before || r.Level == ReminderLevel.OnDay || r.Level == ReminderLevel.Late)
                && performs && (r.Asked == WaitingParty.Filer || r.Asked == WaitingParty.Performer)
                && ((own != null && r.OrganisationId == own) || (own != null && db.Establishments.Any(e => e.EstablishmentId == r.EstablishmentId && e.OrganisationId == own)) || (r.Kind != WaitingKind.FollowUpDue && written.Any(p => p.ProjectId == r.ProjectId))))
            || (r.Level == ReminderLevel.UnitLeader && led.Contains(r.Agency) && (r.Agency != WaitingParty.CommuneOffice || communes.Contains(r.TerritoryCode)))
            || (r.Level == ReminderLevel.DepartmentLeader && atTop)));
    }

    /// <summary>Whether anybody would ever be reminded in these roles: of all others the bell asks nothing.</summary>
    public static bool IsReminded(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Act.ReportProgress) || viewer.Can(Act.EditProject) || viewer.Roles.Any(r => ReminderLevels.PartyOf(r) is not null);
    }

    /// <summary>Of a project or contract that they see, as the inbox shows it. Whoever is reminded of an office's own record reads its book.</summary>
    public static IQueryable<Reminder> SeenBy(this IQueryable<Reminder> reminders, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        // By their keys, of the few that are left.
        var (projects, contracts) = (db.Projects.VisibleTo(viewer, db, seated: false), db.Contracts.VisibleTo(viewer, db));
        return reminders.Where(r => r.ProjectId == null || projects.Any(p => p.ProjectId == r.ProjectId) || (r.ContractId != null && contracts.Any(c => c.ContractId == r.ContractId)));
    }

    /// <summary>Not read and not handled by this person, of what they see: what the bell counts.</summary>
    public static IQueryable<Reminder> NewTo(this IQueryable<Reminder> reminders, Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var user = viewer.UserId;
        return reminders.Where(r => !db.ReminderMarks.Any(m => m.ReminderId == r.ReminderId && m.UserId == user)).SeenBy(viewer, db);
    }
}
