using KhuyenCong.Data;
using KhuyenCong.Data.Numbering;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>One part of the self-check as a page shows it.</summary>
public sealed record CheckedPart(ProjectBeneficiary? Beneficiary, EligibilityAnswer Answer, IReadOnlyList<(LawRow Law, RequiredPaper Paper)> Papers)
{
    /// <summary>What acceptance and settlement will ask for, and whether by a list of the project's own regime.</summary>
    public (bool IsOwn, IReadOnlyList<(LawRow Law, RequiredPaper Paper)> Papers) Later { get; init; } = (true, []);
}

/// <summary>One case of suspected double support, with what it is about and what was concluded.</summary>
public sealed record SuspectRow(SupportCandidate Candidate, string Title, string? Href, Dong? Amount, DoubleSupportResolution? Resolution);

/// <summary>Checks, compares and moves projects: what several pages and the seeding share.</summary>
public sealed class ProjectBook(KhuyenCongDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<CheckedPart>> CheckAsync(Project project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        var ids = project.Beneficiaries.Select(b => b.EstablishmentId).ToList();
        var forms = await db.Establishments.Where(e => ids.Contains(e.EstablishmentId)).Select(e => new { e.EstablishmentId, e.LegalForm }).ToDictionaryAsync(e => e.EstablishmentId, e => e.LegalForm, cancellationToken);
        return Check(project, forms, await db.SharedNormBookAsync(cancellationToken));
    }

    /// <param name="project">With all its rows.</param>
    /// <param name="forms">The legal forms of its establishments, as far as the register knows them.</param>
    /// <param name="book">The law as the province stands to it.</param>
    public IReadOnlyList<CheckedPart> Check(Project project, IReadOnlyDictionary<Guid, LegalForm> forms, NormBook book)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(book);
        return [.. ProjectCheck.Of(project, forms, book, project.FiledOn ?? clock.Today).Select(c => new CheckedPart(c.Beneficiary, c.Answer, [.. book.PapersFor(c.Facts)]) { Later = book.PapersAtSettlement(c.Facts) })];
    }

    /// <summary>Dossiers not yet closed that ask for a kind of support: a filed one on the day of its filing, a draft on the day a change begins at the earliest.</summary>
    /// <remarks>Without a kind, those that the change can reach at all: drafts, and what is filed from its first day on.</remarks>
    public async Task<IReadOnlyList<OpenDossier>> OpenDossiersAsync(string? kindCode, DateOnly from, CancellationToken cancellationToken)
    {
        var projects = await db.Projects.AsNoTracking().Include(p => p.Lines).Include(p => p.Beneficiaries).Include(p => p.Machines).Include(p => p.Papers).AsSplitQuery()
            .Where(p => p.State != ProjectState.Withdrawn && p.State != ProjectState.NotPassed && p.State != ProjectState.Stopped && (kindCode == null ? p.FiledOn == null || p.FiledOn >= from : p.Lines.Any(l => l.KindCode == kindCode))).OrderBy(p => p.ProjectId).ToListAsync(cancellationToken);
        var ids = projects.SelectMany(p => p.Beneficiaries).Select(b => b.EstablishmentId).Distinct().ToList();
        var forms = await db.Establishments.Where(e => ids.Contains(e.EstablishmentId)).ToDictionaryAsync(e => e.EstablishmentId, e => e.LegalForm, cancellationToken);
        var book = await db.NormBookAsync(cancellationToken);
        var soonest = clock.Today > from ? clock.Today : from;
        return [.. projects.SelectMany(p => ProjectCheck.Of(p, forms, book, p.FiledOn ?? soonest).Select(c => new OpenDossier(p.ProjectId, p.Code ?? $"Bản nháp: {p.Title}", c.Facts)))];
    }

    /// <summary>The support that the plans in which a project stands approved for it, year after year; null where none did.</summary>
    public async Task<Dong?> ApprovedSupportAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var items = await db.PlanItems.AsNoTracking().Include(i => i.Amounts).Where(i => i.LiveProjectId == projectId && i.State == PlanItemState.Approved).ToListAsync(cancellationToken);
        return items.SelectMany(i => new[] { i.Approved.National, i.Approved.Provincial, i.Approved.Commune }).SumKnown();
    }

    /// <summary>The project in a plan that is not decided yet and whose appraised support is lower than what was asked; null where that is not so.</summary>
    public async Task<PlanItem?> LoweredAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var item = await db.PlanItems.AsNoTracking().Include(i => i.Amounts).OrderBy(i => i.Year).FirstOrDefaultAsync(i => i.LiveProjectId == projectId && i.State == PlanItemState.Proposed, cancellationToken);
        return item?.Lowered > Dong.Zero ? item : null;
    }

    /// <summary>What a project is recognised by: its dossier, and the machines and invoices seen at its acceptances.</summary>
    public async Task<IReadOnlyList<SupportTrace>> TracesAsync(Project project, CancellationToken cancellationToken)
    {
        var own = ProjectTraces.Of(project, await EstablishmentsAsync(project, cancellationToken));
        if (project.State is ProjectState.Draft or ProjectState.Filed or ProjectState.Received or ProjectState.AwaitingMore or ProjectState.AwaitingAppraisal or ProjectState.InAppraisal or ProjectState.Appraised or ProjectState.NotPassed or ProjectState.Withdrawn)
        {
            return own;
        }

        var seen = await db.Acceptances.AsNoTracking().Include(a => a.Lines).Include(a => a.Machines).AsSplitQuery()
            .Where(a => a.ProjectId == project.ProjectId && (a.State == AcceptanceState.Submitted || a.State == AcceptanceState.Concluded)).OrderBy(a => a.AcceptanceId).ToListAsync(cancellationToken);
        return [.. own.Concat(seen.SelectMany(AcceptanceTraces.Of)).Distinct()];
    }

    /// <summary>The establishments of a project with what they are recognised by.</summary>
    public async Task<IReadOnlyList<Establishment>> EstablishmentsAsync(Project project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        var ids = project.Beneficiaries.Select(b => b.EstablishmentId).Distinct().ToList();
        var whole = db.Establishments.AsNoTracking().Include(e => e.Sites).Include(e => e.Identifiers).Include(e => e.Contacts);
        // Rows of one multiply a few times over in one query; those of a whole group would not stay few.
        return ids switch
        {
            [] => [],
            [var only] => await whole.AsSingleQuery().Where(e => e.EstablishmentId == only).ToListAsync(cancellationToken),
            _ => await whole.AsSplitQuery().Where(e => ids.Contains(e.EstablishmentId)).ToListAsync(cancellationToken),
        };
    }

    public async Task<IReadOnlyList<SupportCandidate>> CandidatesAsync(Project project, CancellationToken cancellationToken) =>
        await db.SupportCandidatesAsync(await TracesAsync(project, cancellationToken), project.ProjectId, cancellationToken);

    /// <summary>Records a decided step: the code at the first filing, the traces while the dossier stands.</summary>
    public async Task RecordAsync(Project project, ProjectMoved moved, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(moved);
        if (moved.Move.Action is ProjectAction.File && project.Code is null)
        {
            await db.WithNextNumberAsync(
                project.Kind.Series(project.CommuneCode),
                project.Year,
                async next =>
                {
                    await SaveAsync(project, moved with { Code = ProjectCode.Of(next, project.Kind, project.Year, project.ProvinceCode, project.CommuneCode) }, reason, cancellationToken);
                    return next;
                },
                cancellationToken);
            return;
        }

        await SaveAsync(project, moved, reason, cancellationToken);
    }

    private async Task SaveAsync(Project project, ProjectMoved moved, string reason, CancellationToken cancellationToken)
    {
        if (project.State is ProjectState.InAppraisal && moved.To is ProjectState.AwaitingMore or ProjectState.Withdrawn && await db.LiveAppraisalAsync(project.ProjectId, cancellationToken) is { } appraisal)
        {
            appraisal.Apply(new AppraisalBrokenOff(appraisal.AppraisalId, AppraisalState.Returned, moved.Move.Note, moved.At));
        }

        project.Apply(moved);
        if (moved.Move.Action is ProjectAction.File or ProjectAction.Withdraw)
        {
            var traces = moved.To is ProjectState.Withdrawn ? [] : await TracesAsync(project, cancellationToken);
            await db.TraceAsync(SupportSourceKind.Project, project.ProjectId, project.ProvinceCode, traces, cancellationToken);
        }

        db.Because("project.moved", reason);
        await db.SaveChangesAsync(cancellationToken);
    }
}
