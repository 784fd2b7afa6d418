namespace KhuyenCong.Domain.Acceptances;

/// <summary>Phân chia mức hỗ trợ của từng dòng theo nguồn: in proportion to what each source has left of the line; where a source can give less than its lines came to, all of them bear it and the other sources of a line step in as far as they are approved for it.</summary>
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

        return given;
    }

    /// <summary>In proportion to what each has; the đồng that rounding leaves go to the first that has room.</summary>
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
