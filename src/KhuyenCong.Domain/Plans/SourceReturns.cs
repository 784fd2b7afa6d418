namespace KhuyenCong.Domain.Plans;

/// <summary>Chia phần trả về nguồn: which share of a project gives back to a line, and takes again from it, so that each keeps what its own contracts bind there.</summary>
public static class SourceReturns
{
    /// <summary>What each share gives back to one line: nothing of what its own contracts bind there, as long as another one has what is free.</summary>
    /// <param name="items">Of the project, that of the contract first.</param>
    /// <param name="line">The line.</param>
    /// <param name="sum">That goes back.</param>
    /// <param name="bound">What contracts of an item bind on that line once it went back.</param>
    public static IReadOnlyDictionary<Guid, Dong> Giving(IReadOnlyList<PlanItem> items, Guid line, Dong sum, Func<PlanItem, Dong> bound)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(bound);
        var given = new Dictionary<Guid, Dong>();
        foreach (var keepsBound in new[] { true, false })
        {
            foreach (var item in items)
            {
                var before = given.GetValueOrDefault(item.PlanItemId);
                var part = sum.AtMost(Above(item.ApprovedOn(line) - before, keepsBound ? bound(item) : Dong.Zero));
                if (part > Dong.Zero)
                {
                    given[item.PlanItemId] = before + part;
                    sum -= part;
                }
            }
        }

        return given;
    }

    /// <summary>What each share takes again of which line, when what gave it back is taken back: first what its own contracts bind there again, then what it had given there, whoever is left last.</summary>
    /// <param name="items">Of the project, that of the contract first.</param>
    /// <param name="lines">With what comes again from each.</param>
    /// <param name="bound">What contracts of an item bind on a line again.</param>
    public static IReadOnlyDictionary<(Guid PlanItemId, Guid Line), Dong> Taking(IReadOnlyList<PlanItem> items, IReadOnlyCollection<(Guid Line, string Source, Dong Sum)> lines, Func<PlanItem, Guid, Dong> bound)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(bound);
        var taken = new Dictionary<(Guid PlanItemId, Guid Line), Dong>();
        var rest = lines.ToDictionary(l => l.Line, l => l.Sum);
        Dong On(PlanItem item, Guid line) => taken.GetValueOrDefault((item.PlanItemId, line));
        Func<PlanItem, Guid, Dong, Dong>[] rounds =
        [
            (item, line, _) => Above(bound(item, line), item.ApprovedOn(line) + On(item, line)),
            (item, line, left) => item.LiesOn(line) ? left : Dong.Zero,
            (_, _, left) => left,
        ];
        // Every line has its turn before the next round: what one share gave to another line is not taken for this one.
        foreach (var most in rounds)
        {
            foreach (var (line, source, _) in lines)
            {
                foreach (var item in items)
                {
                    var left = item.ReturnedOf(source) - lines.Where(l => l.Source == source).Select(l => On(item, l.Line)).Sum();
                    var part = rest[line].AtMost(left).AtMost(most(item, line, left));
                    if (part > Dong.Zero)
                    {
                        taken[(item.PlanItemId, line)] = On(item, line) + part;
                        rest[line] -= part;
                    }
                }
            }
        }

        return taken;
    }

    private static Dong Above(Dong amount, Dong floor) => amount > floor ? amount - floor : Dong.Zero;
}
