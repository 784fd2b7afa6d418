using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Projects;

/// <summary>Bước được yêu cầu với đề án.</summary>
public sealed record ProjectMove(ProjectAction Action, string? Note = null, ProjectSections Sections = ProjectSections.None, DateOnly? Deadline = null);

/// <summary>Tình trạng thẩm định mà một bước dựa vào: what the result of the appraisal allows, and what else stands in the way.</summary>
/// <param name="IsComplete">Whether the appraisal has come to its result: the council's signed, the appraiser's sent.</param>
/// <param name="MayPass">Whether the result allows: đạt.</param>
/// <param name="MayFail">Whether the result allows: không đạt.</param>
/// <param name="Appraiser">The single appraiser, who does not also conclude.</param>
/// <param name="DoubleSupportBlocks">Whether a suspected double support has no conclusion, or the one that it is the same expense.</param>
/// <param name="PlanThatHoldsIt">The plan, submitted or approved, in which the project stands.</param>
/// <param name="Withdrawn">Those who withdrew from the appraisal because they are concerned themselves.</param>
public sealed record AppraisalStanding(bool IsComplete = false, bool MayPass = false, bool MayFail = false, Guid? Appraiser = null, bool DoubleSupportBlocks = false, string? PlanThatHoldsIt = null, IReadOnlySet<Guid>? Withdrawn = null)
{
    public static readonly AppraisalStanding None = new();
}

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
    /// <param name="appraisal">How its appraisal stands, for the steps of appraisal.</param>
    public static Ruling<ProjectMoved> Of(Project project, Guid stepId, ProjectMove move, ProjectMover mover, IReadOnlyList<EligibilityAnswer> checks, TimeProvider clock, AppraisalStanding? appraisal = null)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (ProjectStates.Find(project, move.Action) is not { } transition)
        {
            return new(null, [new("project.wrong-state")]);
        }

        if (move.Action.IsOfPlan())
        {
            return new(null, [new("project.only-by-plan")]);
        }

        if (move.Action.IsOfContract())
        {
            return new(null, [new("project.only-by-contract")]);
        }

        if (!mover.May(transition.Who, project))
        {
            return new(null, [new("project.not-allowed")]);
        }

        var breaches = transition.Guards.SelectMany(g => Unmet(g, project, move, mover, checks).Concat(UnmetOfAppraisal(g, project, move, mover, appraisal ?? AppraisalStanding.None))).ToList();
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
        ProjectGuard.EstimateBalances => EstimateRules.Imbalances(project.Text.Lines).Concat(SupportSchedule.Imbalances(project.Text)),
        ProjectGuard.BeneficiariesNamed when project.Beneficiaries.Count == 0 && project.Kind.NeedsBeneficiaries(project.Nature) => [new("project.beneficiary-missing")],
        ProjectGuard.ConsentRecorded when project.ConsentGivenBy is null && FilesForAnother(project, mover) => [new("project.consent-missing")],
        ProjectGuard.CheckDoesNotBlock when checks.Any(c => c.Verdict is Verdict.NotEligible) => [new("project.check-blocks")],
        ProjectGuard.SectionsNamed when (move.Sections & ProjectSections.All) is ProjectSections.None => [new("project.sections-missing", nameof(move.Sections))],
        ProjectGuard.ReasonGiven when string.IsNullOrWhiteSpace(move.Note) => [new("project.reason-missing", nameof(move.Note))],
        _ => [],
    };

    private static IEnumerable<Breach> UnmetOfAppraisal(ProjectGuard guard, Project project, ProjectMove move, ProjectMover mover, AppraisalStanding appraisal) => guard switch
    {
        ProjectGuard.NotTheirOwn when mover.HasInterest(project) => [new("appraisal.own-dossier")],
        ProjectGuard.NotTheirOwn when appraisal.Withdrawn is { } withdrawn && withdrawn.Contains(mover.UserId) => [new("appraisal.withdrew")],
        ProjectGuard.NotTheirOwn when appraisal.Appraiser == mover.UserId => [new("appraisal.appraiser-concludes")],
        ProjectGuard.AppraisalAgrees when !(move.Action is ProjectAction.ConcludePassed ? appraisal.MayPass : appraisal.MayFail) => [new(appraisal.IsComplete ? "appraisal.result-differs" : "appraisal.result-missing")],
        ProjectGuard.NoDoubleSupport when appraisal.DoubleSupportBlocks => [new("appraisal.double-support")],
        ProjectGuard.NotInPlan when appraisal.PlanThatHoldsIt is { } plan => [new("appraisal.in-plan", null, plan)],
        _ => [],
    };

    /// <summary>The step that a plan's decision, already judged, takes for one of its projects.</summary>
    public static ProjectMoved ByPlan(Project project, Guid stepId, ProjectAction action, string note, Guid by, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(clock);
        return action.IsOfPlan() && ProjectStates.Find(project, action) is { } transition
            ? new(project.ProjectId, stepId, new(action, note), transition.To, by, clock.Today, clock.UtcNow)
            : throw new InvalidOperationException($"A plan does not {action} a project that is {project.State}.");
    }

    /// <summary>The step that a contract's signing, cancellation or settlement, already judged, takes.</summary>
    public static ProjectMoved ByContract(Project project, Guid stepId, ProjectAction action, string note, Guid by, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(clock);
        return action.IsOfContract() && ProjectStates.Find(project, action) is { } transition
            ? new(project.ProjectId, stepId, new(action, note), transition.To, by, clock.Today, clock.UtcNow)
            : throw new InvalidOperationException($"A contract does not {action} a project that is {project.State}.");
    }

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

    /// <summary>Whoever files for beneficiaries that are not all theirs speaks for the owners, and only with their consent.</summary>
    private static bool FilesForAnother(Project project, ProjectMover mover) => project.Beneficiaries.Any(b => !mover.OwnEstablishments.Contains(b.EstablishmentId));
}
