using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>What an adjustment of support does to everybody else's share and to the costs, so that they still add up.</summary>
internal sealed record CoverBalance(IReadOnlyDictionary<string, Dong> Amounts, IReadOnlyList<CostCut>? Cuts, IReadOnlyList<PlanChange> Changes, IReadOnlyList<Breach> Breaches)
{
    /// <summary>A project that ends is paid no further: there is nothing to share.</summary>
    public static CoverBalance Of(PlanItem item, Project project, AdjustmentText text, Dictionary<string, Dong> wanted)
    {
        var less = wanted.Select(w => (item.Amounts.Single(a => a.Source == w.Key).Approved ?? Dong.Zero) - w.Value).Sum();
        if (!text.Kind.ChangesMoney() || text.Kind.Ends() || less == Dong.Zero)
        {
            return new(wanted, null, [], []);
        }

        var (cover, falls) = (text.Cover, less > Dong.Zero);
        var breaches = cover.Faults(project, falls ? less : -less).ToList();
        if (breaches.Count > 0)
        {
            return new(wanted, null, [], breaches);
        }

        var amounts = new Dictionary<string, Dong>(wanted);
        foreach (var (source, share) in cover.Sources)
        {
            var now = item.Approved[source] ?? Dong.Zero;
            amounts[source.Code] = falls ? now + share : now - share;
            if (amounts[source.Code] < Dong.Zero)
            {
                breaches.Add(new("plan.cover-beyond", null, source.Name, share, now));
            }
        }

        List<CostCut> cuts = [.. cover.Cuts.Select(c => falls ? c : c with { Amount = -c.Amount })];
        IReadOnlyList<CostCut> all = [.. (item.Cuts ?? []).Concat(cuts).GroupBy(c => c.LineId).Select(g => g.First() with { Amount = g.Select(c => c.Amount).Sum() }).Where(c => c.Amount != Dong.Zero)];
        breaches.AddRange((FundingCover.None with { Cuts = all }).FaultsOfCuts(project));
        return new(
            amounts,
            cuts.Count == 0 ? null : all,
            [.. cuts.Select(c => new PlanChange(item.ProjectId, item.Code, item.Title, $"{text.Kind}:Cut", TextBefore: c.Content, TextAfter: c.Amount.ToString()))],
            breaches);
    }
}
