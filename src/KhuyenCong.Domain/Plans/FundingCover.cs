using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Bên chịu phần chênh: who pays, or what is cut, where khuyến công pays less than was asked; turned round where it pays more.</summary>
public sealed record FundingCover(Dong? Counterpart = null, Dong? Integrated = null, Dong? Sponsorship = null, Dong? Other = null)
{
    public static readonly FundingCover None = new();

    /// <summary>Costs that are cut, or rise, line by line.</summary>
    public IReadOnlyList<CostCut> Cuts { get; init; } = [];

    public IEnumerable<(FundingSource Source, Dong Amount)> Sources =>
        new[] { (FundingSource.Counterpart, Counterpart), (FundingSource.Integrated, Integrated), (FundingSource.Sponsorship, Sponsorship), (FundingSource.Other, Other) }
            .Where(s => s.Item2 is { } amount && amount != Dong.Zero).Select(s => (s.Item1, s.Item2!.Value));

    private IEnumerable<Dong> Parts => Sources.Select(s => s.Amount).Concat(Cuts.Select(c => c.Amount));

    /// <summary>Whether its parts are exactly the difference: no part is negative or greater than the whole.</summary>
    public bool IsExactly(Dong difference) => Parts.All(p => p >= Dong.Zero && p <= difference) && Parts.Sum() == difference;

    /// <summary>What it says of a project, against a difference.</summary>
    internal IEnumerable<Breach> Faults(Project project, Dong difference)
    {
        if (!IsExactly(difference))
        {
            yield return new("plan.cover-differs", null, difference);
        }

        if (Cuts.Any(c => project.Lines.All(l => l.ProjectEstimateLineId != c.LineId)) || Cuts.DistinctBy(c => c.LineId).Count() < Cuts.Count)
        {
            yield return new("plan.cut-unknown");
        }
    }

    internal IEnumerable<Breach> FaultsOfCuts(Project project) =>
        Cuts.Select(c => (Cut: c, Line: project.Lines.FirstOrDefault(l => l.ProjectEstimateLineId == c.LineId))).Where(x => x.Line is { } line && x.Cut.Amount > line.Total).Select(x => new Breach("plan.cut-beyond", null, x.Line!.Content, x.Cut.Amount, x.Line.Total));
}

/// <summary>Chi phí cắt giảm của một dòng dự toán; negative where the cost of the line rose.</summary>
public sealed record CostCut(Guid LineId, string Content, Dong Amount);

/// <summary>Đã nêu bên chịu phần chênh của một đề án trong đợt.</summary>
/// <param name="NewRows">Identities of amounts of sources that did not pay before.</param>
public sealed record DifferenceCovered(Guid PlanItemId, FundingCover Cover, IReadOnlyDictionary<string, Guid> NewRows, Guid By, DateTime At);

/// <summary>Nêu bên chịu phần chênh: by the writing unit, before the decision; a plan whose sources do not add up to its costs is not approved.</summary>
public static class FundingCovering
{
    /// <param name="batch">With its items.</param>
    /// <param name="item">The one whose appraised support is lower than what was asked.</param>
    /// <param name="project">Its project, with its lines.</param>
    /// <param name="cover">Who bears the difference.</param>
    /// <param name="mover">Somebody of the unit that wrote the project.</param>
    /// <param name="clock">Of the record.</param>
    public static Ruling<DifferenceCovered> Cover(ApprovalBatch batch, PlanItem item, Project project, FundingCover cover, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(cover);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (batch.State is not (BatchState.Submitted or BatchState.Appraised or BatchState.SentToAgency) || item.State is not PlanItemState.Proposed)
        {
            return new(null, [new("plan.wrong-state")]);
        }

        if (!mover.May(Act.EditProject, project))
        {
            return new(null, [new("project.not-allowed")]);
        }

        if (item.Lowered is not { } difference)
        {
            return new(null, [new("plan.amount-missing", null, item.Title)]);
        }

        if (difference <= Dong.Zero)
        {
            return new(null, [new("plan.no-difference")]);
        }

        // Who says it writes: whoever appraised the plan does not, nor will who decides on it.
        Breach[] breaches = [.. batch.Regime is Law.Regime.Commune ? [] : batch.Hands.Against(PlanDuty.Write, mover.UserId), .. cover.Faults(project, difference), .. cover.FaultsOfCuts(project)];
        return Decide.Unless<DifferenceCovered>(breaches, () => new(item.PlanItemId, cover, item.RowsFor(cover, clock), mover.UserId, clock.UtcNow));
    }
}
