using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Kết luận nghi trùng nêu khi điều chỉnh, as typed: for one support that the project would be suspected with.</summary>
public sealed record SuspicionAnswer(DoubleSupportOutcome? Outcome, string? Reason)
{
    public bool IsBlank => Outcome is null && string.IsNullOrWhiteSpace(Reason);
}

/// <summary>Nghi hỗ trợ trùng do điều chỉnh gây ra: a change that raises a suspicion goes on with a reasoned conclusion, as a dossier does.</summary>
public static class AdjustmentSuspicions
{
    /// <summary>What nobody has concluded on yet. That an expense is the same, once concluded, is not talked away by a change.</summary>
    public static IEnumerable<SupportCandidate> Open(IEnumerable<SupportCandidate> candidates, IReadOnlyCollection<DoubleSupportResolution> known)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(known);
        return candidates.Where(c => DoubleSupport.ResolvedBy(c, known) is null);
    }

    /// <param name="project">Whose change it is.</param>
    /// <param name="candidates">Of the dossier as it would be.</param>
    /// <param name="known">What was concluded before.</param>
    /// <param name="answers">By the other support's id; only those to open suspicions are read.</param>
    /// <param name="by">Who concludes.</param>
    /// <param name="newId">For rows that are new.</param>
    /// <param name="at">When.</param>
    /// <returns>The conclusions to keep with the decision, or what is missing of them.</returns>
    public static (IReadOnlyList<DoubleSupportResolution> Resolved, IReadOnlyList<Breach> Breaches) Conclude(
        Project project, IEnumerable<SupportCandidate> candidates, IReadOnlyCollection<DoubleSupportResolution> known, IReadOnlyDictionary<Guid, SuspicionAnswer> answers, string by, Func<Guid> newId, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(newId);
        var rulings = Open(candidates, known)
            .Select(c => answers.GetValueOrDefault(c.SourceId) is { IsBlank: false } answer ? DoubleSupport.Resolve(newId(), project.ProjectId, c, answer.Outcome, answer.Reason, by, at) : null)
            .OfType<Ruling<DoubleSupportResolved>>().ToList();
        return (
            [.. rulings.Select(r => r.Event).OfType<DoubleSupportResolved>().Select(r => DoubleSupportResolution.From(r, project.ProvinceCode))],
            [.. rulings.SelectMany(r => r.Breaches).Select(b => b with { Field = null })]);
    }
}
