using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Appraisals;

/// <summary>Mức hỗ trợ cao nhất khi thẩm định: what was asked, what adopted or verified norms leave of it, and what all norms would leave.</summary>
/// <param name="Asked">By source, as the estimate asks.</param>
/// <param name="Binding">By source, after the norms that may block.</param>
/// <param name="Known">By source, after every norm, also one that only warns.</param>
public sealed record SupportCaps(ProposedSupport Asked, ProposedSupport Binding, ProposedSupport Known)
{
    /// <summary>The most that all sources together may give.</summary>
    public required Dong BindingTotal { get; init; }

    public required Dong KnownTotal { get; init; }

    public static SupportCaps Of(Project project, IEnumerable<EligibilityAnswer> answers, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(answers);
        var limits = answers.SelectMany(a => a.Lines).ToLookup(l => l.Line.Key);
        var (binding, known) = (ProposedSupport.None, ProposedSupport.None);
        var (bindingTotal, knownTotal) = (Dong.Zero, Dong.Zero);
        foreach (var line in project.Lines)
        {
            var answer = limits[$"{line.Order + 1}"].FirstOrDefault();
            var asked = new ProposedSupport(line.NationalAmount, line.ProvincialAmount, line.CommuneAmount);
            var strict = answer?.Steps.Where(s => s.By?.Law.StandingOn(day).MayBlock == true).Select(s => (Dong?)s.Result).Min();
            binding = Plus(binding, AtMost(asked, strict));
            known = Plus(known, AtMost(asked, answer?.Highest));
            bindingTotal += Least(asked.Total ?? Dong.Zero, strict);
            knownTotal += Least(asked.Total ?? Dong.Zero, answer?.Highest);
        }

        return new(new(project.NationalAmount, project.ProvincialAmount, project.CommuneAmount), binding, known) { BindingTotal = bindingTotal, KnownTotal = knownTotal };
    }

    /// <summary>What stands against a proposal: never more than asked, nor than a norm that binds; every source asked of has an amount.</summary>
    public IEnumerable<Breach> Faults(ProposedSupport proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        (string Field, Dong? Asked, Dong? Cap, Dong? Amount)[] sources =
        [
            ("Support.National", Asked.National, Binding.National, proposed.National),
            ("Support.Provincial", Asked.Provincial, Binding.Provincial, proposed.Provincial),
            ("Support.Commune", Asked.Commune, Binding.Commune, proposed.Commune),
        ];
        foreach (var (field, asked, cap, amount) in sources)
        {
            if (amount is null && asked is not null)
            {
                yield return new("support.proposed-missing", field);
            }
            else if (amount < Dong.Zero)
            {
                yield return new("amount.negative", field);
            }
            else if (amount is { } some && some > (asked ?? Dong.Zero))
            {
                yield return new("support.over-asked", field, some, asked ?? Dong.Zero);
            }
            else if (amount is { } more && more > (cap ?? Dong.Zero))
            {
                yield return new("support.over-cap", field, more, cap ?? Dong.Zero);
            }
        }

        // One source alone is told once, by its own cap.
        var isToldAlready = sources.Count(s => s.Amount is not null) == 1 && sources.Any(s => s.Amount > (s.Cap ?? Dong.Zero));
        if (proposed.Total is { } total && total > BindingTotal && !isToldAlready)
        {
            yield return new("support.over-cap-together", "Support.Provincial", total, BindingTotal);
        }
    }

    /// <summary>Whether it goes beyond a norm that only warns.</summary>
    public bool ExceedsKnown(ProposedSupport proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        return proposed.National > Known.National || proposed.Provincial > Known.Provincial || proposed.Commune > Known.Commune || proposed.Total > KnownTotal;
    }

    private static Dong Least(Dong asked, Dong? limit) => limit is { } most ? asked.AtMost(most) : asked;

    private static ProposedSupport AtMost(ProposedSupport asked, Dong? limit) => limit is not { } most ? asked : new(asked.National?.AtMost(most), asked.Provincial?.AtMost(most), asked.Commune?.AtMost(most));

    private static ProposedSupport Plus(ProposedSupport one, ProposedSupport other) =>
        new(new[] { one.National, other.National }.SumKnown(), new[] { one.Provincial, other.Provincial }.SumKnown(), new[] { one.Commune, other.Commune }.SumKnown());
}
