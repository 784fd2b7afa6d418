namespace KhuyenCong.Domain.Acceptances;

/// <summary>Phân chia mức hỗ trợ của từng dòng theo nguồn: in proportion to what each source has left of the line; where a source can give less than its lines came to, all of them bear it and the other sources of a line step in as far as they are approved for it, so that as much is given as there is.</summary>
/// <remarks>Nothing is ever above what is due of a line, left of it by source, or left of the source. What no source can give stays open to a later record.</remarks>
internal static class SourceShares
{
    /// <param name="due">Of each line.</param>
    /// <param name="left">Of each line and source, as approved and not yet given.</param>
    /// <param name="limits">What each source has left in all.</param>
    public static Dictionary<Guid, Dictionary<string, Dong>> Of(IReadOnlyDictionary<Guid, Dong> due, IReadOnlyDictionary<Guid, Dictionary<string, Dong>> left, IReadOnlyDictionary<string, Dong> limits)
    {
        var given = due.Keys.ToDictionary(l => l, l => left[l].Keys.ToDictionary(s => s, _ => Dong.Zero));
        var open = limits.Keys.ToHashSet();
        // Each turn closes a source that has given all it can, or is the last.
        for (var isDone = false; !isDone;)
        {
            foreach (var (line, row) in given)
            {
                var room = row.Where(s => open.Contains(s.Key)).ToDictionary(s => s.Key, s => left[line][s.Key] - s.Value);
                foreach (var (source, more) in Split((due[line] - row.Values.Sum()).AtMost(room.Values.Sum()), room))
                {
                    row[source] += more;
                }
            }

            var spent = open.Where(s => Sum(given, s) >= limits[s]).ToList();
            spent.ForEach(source => Bear(given, source, limits[source]));
            open.ExceptWith(spent);
            isDone = spent.Count == 0;
        }

        while (Reroute(due, left, limits, given))
        {
        }

        return given;
    }

    /// <summary>A line that is short of what is due takes more of a source that another line can do without, because that one has another source left: a shortest chain of such exchanges, if there is one.</summary>
    private static bool Reroute(IReadOnlyDictionary<Guid, Dong> due, IReadOnlyDictionary<Guid, Dictionary<string, Dong>> left, IReadOnlyDictionary<string, Dong> limits, Dictionary<Guid, Dictionary<string, Dong>> given)
    {
        foreach (var (line, row) in given)
        {
            var missing = due[line] - row.Values.Sum();
            if (missing == Dong.Zero)
            {
                continue;
            }

            // Each source that can be reached, with the line that would take more of it and the source that this line would give up.
            var via = row.Where(s => left[line][s.Key] > s.Value).ToDictionary(s => s.Key, _ => (Line: line, Freed: (string?)null));
            var next = new Queue<string>(via.Keys);
            while (next.TryDequeue(out var source))
            {
                if (limits[source] - Sum(given, source) is var spare && spare > Dong.Zero)
                {
                    Exchange(missing.AtMost(spare), source, via, left, given);
                    return true;
                }

                foreach (var (other, held) in given.Where(o => o.Value.GetValueOrDefault(source) > Dong.Zero))
                {
                    foreach (var instead in held.Keys.Where(s => !via.ContainsKey(s) && left[other][s] > held[s]))
                    {
                        via[instead] = (other, source);
                        next.Enqueue(instead);
                    }
                }
            }
        }

        return false;
    }

    private static void Exchange(Dong most, string last, Dictionary<string, (Guid Line, string? Freed)> via, IReadOnlyDictionary<Guid, Dictionary<string, Dong>> left, Dictionary<Guid, Dictionary<string, Dong>> given)
    {
        var chain = new List<(Guid Line, string Taken, string? Freed)>();
        for (var source = last; source is not null; source = chain[^1].Freed)
        {
            chain.Add((via[source].Line, source, via[source].Freed));
        }

        var amount = chain.Aggregate(most, (least, c) => least.AtMost(left[c.Line][c.Taken] - given[c.Line][c.Taken]).AtMost(c.Freed is { } freed ? given[c.Line][freed] : least));
        foreach (var (line, taken, freed) in chain)
        {
            given[line][taken] += amount;
            if (freed is not null)
            {
                given[line][freed] -= amount;
            }
        }
    }

    /// <summary>In proportion to what each has, and no more than all of it; the đồng that rounding leaves go to the first that has room.</summary>
    public static Dictionary<TKey, Dong> Split<TKey>(Dong amount, IReadOnlyDictionary<TKey, Dong> weights)
        where TKey : notnull
    {
        var total = weights.Values.Sum();
        var parts = weights.ToDictionary(w => w.Key, w => SupportDue.PartOf(amount, w.Value, total));
        var left = amount - parts.Values.Sum();
        foreach (var key in weights.Keys)
        {
            var more = left.AtMost(weights[key] - parts[key]);
            (parts[key], left) = (parts[key] + more, left - more);
        }

        return parts;
    }

    private static Dong Sum(Dictionary<Guid, Dictionary<string, Dong>> given, string source) => given.Values.Select(row => row.GetValueOrDefault(source)).Sum();

    private static void Bear(Dictionary<Guid, Dictionary<string, Dong>> given, string source, Dong limit)
    {
        var parts = given.Where(row => row.Value.GetValueOrDefault(source) > Dong.Zero).ToDictionary(row => row.Key, row => row.Value[source]);
        foreach (var (line, part) in Split(limit.AtMost(parts.Values.Sum()), parts))
        {
            given[line][source] = part;
        }
    }
}
