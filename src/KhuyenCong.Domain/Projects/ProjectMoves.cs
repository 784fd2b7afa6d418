using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Projects;

/// <summary>Bước được yêu cầu với đề án.</summary>
public sealed record ProjectMove(ProjectAction Action, string? Note = null, ProjectSections Sections = ProjectSections.None, DateOnly? Deadline = null);

/// <summary>Chuyển bước: the table says from where, to where, by whom and under which guards.</summary>
public static class ProjectMoves
{
    public const int LongestNote = 10_000;

    /// <param name="project">With all its rows.</param>
    /// <param name="stepId">Of the step to record.</param>
    /// <param name="move">What is asked for.</param>
    /// <param name="mover">By whom.</param>
    /// <param name="checks">The self-check's answers, for steps that ask for them.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<ProjectMoved> Of(Project project, Guid stepId, ProjectMove move, ProjectMover mover, IReadOnlyList<EligibilityAnswer> checks, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (ProjectStates.Find(project.State, move.Action, project.Nature) is not { } transition)
        {
            return new(null, [new("project.wrong-state")]);
        }

        if (!mover.May(transition.Who, project))
        {
            return new(null, [new("project.not-allowed")]);
        }

        var breaches = transition.Guards.SelectMany(g => Unmet(g, project, move, mover, checks)).ToList();
        if (move.Note?.Length > LongestNote)
        {
            breaches.Add(new("project.too-long", nameof(move.Note), LongestNote));
        }

        if (move.Deadline is { } deadline && (move.Action is not ProjectAction.ReturnForMore || deadline < clock.Today))
        {
            breaches.Add(new("project.deadline-past", nameof(move.Deadline)));
        }

        var sections = move.Action is ProjectAction.ReturnForMore ? move.Sections & ProjectSections.All : ProjectSections.None;
        return Decide.Unless<ProjectMoved>(breaches, () => new(project.ProjectId, stepId, move with { Sections = sections }, transition.To, mover.UserId, clock.Today, clock.UtcNow));
    }

    private static IEnumerable<Breach> Unmet(ProjectGuard guard, Project project, ProjectMove move, ProjectMover mover, IReadOnlyList<EligibilityAnswer> checks) => guard switch
    {
        ProjectGuard.DossierComplete => Incomplete(project),
        ProjectGuard.EstimateBalances => EstimateRules.Imbalances(project.Text.Lines),
        ProjectGuard.BeneficiariesNamed when project.Beneficiaries.Count == 0 && project.Kind.NeedsBeneficiaries(project.Nature) => [new("project.beneficiary-missing")],
        ProjectGuard.ConsentRecorded when project.ConsentGivenBy is null && FilesForAnother(project, mover) => [new("project.consent-missing")],
        ProjectGuard.CheckDoesNotBlock when checks.Any(c => c.Verdict is Verdict.NotEligible) => [new("project.check-blocks")],
        ProjectGuard.SectionsNamed when (move.Sections & ProjectSections.All) is ProjectSections.None => [new("project.sections-missing", nameof(move.Sections))],
        ProjectGuard.ReasonGiven when string.IsNullOrWhiteSpace(move.Note) => [new("project.reason-missing", nameof(move.Note))],
        _ => [],
    };

    /// <summary>Without these a dossier has no number to stand under: whose it is, when and for what.</summary>
    private static IEnumerable<Breach> Incomplete(Project project)
    {
        if (string.IsNullOrWhiteSpace(project.ImplementingUnit))
        {
            yield return new("project.unit-missing");
        }

        if (project.StartsOn is null || project.EndsOn is null)
        {
            yield return new("project.period-missing");
        }
    }

    /// <summary>An officer who is neither the unit of the dossier nor the beneficiary speaks for the owner only with consent.</summary>
    private static bool FilesForAnother(Project project, ProjectMover mover) =>
        project.Beneficiaries.Count > 0 && mover.Reach(Act.EditProject) is Scope.Commune or Scope.Province && !project.Beneficiaries.Any(b => mover.OwnEstablishments.Contains(b.EstablishmentId));
}
