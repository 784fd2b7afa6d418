using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Somebody who may be appointed to judge, with the unit that they would sit for.</summary>
public sealed record Appointable(Guid UserId, string Name, Guid OrganisationId, string UnitName);

/// <summary>What several pages of appraisal ask of the registry: conflicts, limits of support, what stands in a conclusion's way.</summary>
public sealed class AppraisalBook(KhuyenCongDb db, ProjectBook projects, TimeProvider clock)
{
    /// <summary>What the registry knows against each of these people judging one project.</summary>
    public async Task<Func<Guid, ConflictGround>> ConflictsAsync(Project project, IEnumerable<Guid> userIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        var (users, today) = (userIds.Distinct().ToList(), clock.Today);
        var establishments = project.Beneficiaries.Select(b => b.EstablishmentId).Distinct().ToList();
        var owners = await db.Establishments.Where(e => establishments.Contains(e.EstablishmentId) && e.OrganisationId != null).Select(e => e.OrganisationId!.Value).ToListAsync(cancellationToken);
        var units = (await db.Memberships.Where(m => users.Contains(m.UserId) && (m.From == null || m.From <= today) && (m.To == null || m.To >= today)).Select(m => new { m.UserId, m.OrganisationId }).ToListAsync(cancellationToken))
            .ToLookup(m => m.UserId, m => m.OrganisationId);
        return user => ConflictCheck.Of(project, user, [.. units[user].Distinct()], owners);
    }

    /// <summary>What each of these people shares with people of the dossier, in words; names may coincide, so it is only asked about.</summary>
    public async Task<Func<Guid, IReadOnlyList<string>>> CoincidencesAsync(Project project, IEnumerable<Guid> userIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        var (users, ids) = (userIds.Distinct().ToList(), project.Beneficiaries.Select(b => b.EstablishmentId).Distinct().ToList());
        var establishments = await db.Establishments.AsNoTracking().Include(e => e.Contacts).Where(e => ids.Contains(e.EstablishmentId)).OrderBy(e => e.EstablishmentId).ToListAsync(cancellationToken);
        List<PartyTrace> parties =
        [
            .. establishments.SelectMany(e => e.Contacts.Select(c => new PartyTrace(PartyRole.Contact, e.Name, c.Name, c.Phone, c.Email))),
            .. establishments.Where(e => e.LegalForm is LegalForm.HouseholdBusiness or LegalForm.Artisan).Select(e => new PartyTrace(PartyRole.Owner, e.Name, e.Name)),
            .. project.ConsentGivenBy is { } consenter ? [new PartyTrace(PartyRole.Consenter, "", consenter)] : Array.Empty<PartyTrace>(),
        ];
        var found = (await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName, u.UserName, u.Email, u.PhoneNumber }).ToListAsync(cancellationToken))
            .ToDictionary(u => u.Id, u => (IReadOnlyList<string>)[.. Coincidence.Between(new(u.DisplayName, [u.PhoneNumber, u.UserName], [u.Email, u.UserName]), parties).Select(c => c.Text())]);
        return user => found.GetValueOrDefault(user, []);
    }

    /// <summary>Everybody who may be given a seat: a role that gives opinions, today, in this province.</summary>
    public async Task<IReadOnlyList<Appointable>> PeopleAsync(CancellationToken cancellationToken)
    {
        var (today, roles) = (clock.Today, RoleTable.Holders(Act.GiveOpinion).ToList());
        var rows = await db.Memberships.Where(m => roles.Contains(m.Role) && m.DelegationId == null && m.ProvinceCode != null && (m.From == null || m.From <= today) && (m.To == null || m.To >= today))
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Id, u.DisplayName, m.OrganisationId }).Distinct().ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.OrganisationId).Distinct().ToList();
        var units = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.OrganisationId)).ToDictionaryAsync(o => o.OrganisationId, o => o.NameOn(today), cancellationToken);
        return [.. rows.Select(r => new Appointable(r.Id, r.DisplayName, r.OrganisationId, units.GetValueOrDefault(r.OrganisationId, ""))).OrderBy(p => p.UnitName, StringComparer.CurrentCulture).ThenBy(p => p.Name, StringComparer.CurrentCulture).ThenBy(p => p.UserId)];
    }

    public static SupportCaps CapsOf(Project project, IEnumerable<CheckedPart> checks, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(project);
        return SupportCaps.Of(project, checks.Select(c => c.Answer), project.FiledOn ?? today);
    }

    /// <summary>How an appraisal stands toward a conclusion: its result, double support, the plan.</summary>
    public async Task<AppraisalStanding> StandingAsync(Appraisal appraisal, Project project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        ArgumentNullException.ThrowIfNull(project);
        return appraisal.StandingWith(await DoubleSupportBlocksAsync(project, cancellationToken), await PlanThatHoldsAsync(project.ProjectId, cancellationToken));
    }

    public async Task<bool> DoubleSupportBlocksAsync(Project project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        return project.Nature is ProjectNature.Grant
            && DoubleSupport.Blocks(await projects.CandidatesAsync(project, cancellationToken), await db.ResolutionsAsync(project.ProjectId, cancellationToken));
    }

    /// <summary>The plan, submitted or approved, in which a project stands; a conclusion that it rests on is not undone.</summary>
    public async Task<string?> PlanThatHoldsAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var held = await db.PlanItems.Where(i => i.LiveProjectId == projectId)
            .Join(db.ApprovalBatches.Where(b => b.State != BatchState.Drafting && b.State != BatchState.Undone && b.State != BatchState.Discarded), i => i.ApprovalBatchId, b => b.ApprovalBatchId, (_, b) => new { b.Year, b.Number })
            .OrderBy(b => b.Year).ThenBy(b => b.Number).FirstOrDefaultAsync(cancellationToken);
        return held is null ? null : $"kế hoạch năm {held.Year}, đợt {held.Number}";
    }

    /// <summary>Begins a round: moves the project where it still waits, then seats whoever judges. Saved by the caller.</summary>
    public async Task<Ruling<AppraisalStarted>> StartAsync(Project project, ProjectMover mover, Func<Func<Guid, ConflictGround>, IReadOnlyList<SeatText>> seats, IReadOnlyCollection<Guid> people, Council? council, AppraisalSession? session, DateOnly? dueOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(seats);
        ArgumentNullException.ThrowIfNull(people);
        // Every round asks, the second as the first: whoever had a hand in it does not organise its appraisal.
        if (mover.HasInterest(project))
        {
            return new(null, [new("appraisal.own-dossier")]);
        }

        if (project.State is ProjectState.AwaitingAppraisal)
        {
            var moved = ProjectMoves.Of(project, Uuid.New(clock), new(ProjectAction.StartAppraisal), mover, [], clock);
            if (moved.Event is not { } step)
            {
                return new(null, moved.Breaches);
            }

            project.Apply(step);
        }
        else if (!mover.May(Act.AppraiseProject, project))
        {
            return new(null, [new("project.not-allowed")]);
        }

        var live = await db.LiveAppraisalAsync(project.ProjectId, cancellationToken) is not null;
        var before = await db.Appraisals.Where(a => a.ProjectId == project.ProjectId).MaxAsync(a => (int?)a.Round, cancellationToken) ?? 0;
        var setting = await db.AppraisalSettingAsync(cancellationToken);
        var conflicts = await ConflictsAsync(project, people, cancellationToken);
        var commune = project.Kind is ProjectKind.Commune ? project.CommuneCode : null;
        var wanted = new AppraisalStarted(
            Uuid.New(clock), project.ProvinceCode, commune, project.ProjectId, before + 1, council is null ? AppraisalMode.Staff : AppraisalMode.Council, council?.CouncilId, session?.AppraisalSessionId,
            council?.QuorumPart ?? 1, council?.QuorumWhole ?? 1, setting.AllowsConditional, seats(conflicts), mover.UserId, clock.Today, dueOn ?? (setting.Days is { } days ? clock.Today.AddDays(days) : null), clock.UtcNow);
        var ruling = council is not null && session is not null ? Appraising.ByCouncil(wanted, project, live, council, session) : Appraising.ByStaff(wanted, project, live);
        if (ruling.Event is { } started)
        {
            db.Appraisals.Add(Appraisal.From(started));
        }

        return ruling;
    }

    /// <summary>The seats of a council for one dossier.</summary>
    public IReadOnlyList<SeatText> SeatsOf(Council council, Func<Guid, ConflictGround> conflicts)
    {
        ArgumentNullException.ThrowIfNull(council);
        return [.. council.Members.OrderBy(m => m.Order).Select(m => new SeatText(Uuid.New(clock), m.Text, conflicts(m.UserId)))];
    }
}
