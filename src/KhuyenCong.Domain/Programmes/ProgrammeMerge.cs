using System.Text.Json.Nodes;
using Keyed = System.Collections.Generic.List<(string Key, System.Text.Json.Nodes.JsonObject Row)>;

namespace KhuyenCong.Domain.Programmes;

/// <summary>Trộn ba chiều: two officers edited one text; what only one of them changed is taken, what both changed differently is a conflict.</summary>
public static class ProgrammeMerge
{
    /// <param name="base">The text both started from.</param>
    /// <param name="mine">The text of the one who saves now.</param>
    /// <param name="theirs">The text saved meanwhile.</param>
    /// <param name="chosen">Whose value counts at conflicting fields, by somebody who has seen both.</param>
    /// <returns>Either the merged text, or every conflicting field; never the last one to save.</returns>
    public static MergedProgramme ThreeWay(ProgrammeText @base, ProgrammeText mine, ProgrammeText theirs, IReadOnlyDictionary<string, MergeSide>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var conflicts = new Conflicts(chosen ?? new Dictionary<string, MergeSide>(), []);
        var merged = Objects(ProgrammeTree.Of(@base), ProgrammeTree.Of(mine), ProgrammeTree.Of(theirs), "", conflicts);
        return conflicts.Open.Count == 0 ? new(ProgrammeTree.Back(merged), []) : new(null, conflicts.Open);
    }

    private static JsonObject Objects(JsonObject? @base, JsonObject mine, JsonObject theirs, string path, Conflicts conflicts)
    {
        var merged = new JsonObject();
        foreach (var name in theirs.Select(p => p.Key).Union(mine.Select(p => p.Key)))
        {
            if (Nodes(@base?[name], mine[name], theirs[name], ProgrammeTree.Join(path, name), conflicts) is { } value)
            {
                merged[name] = value.DeepClone();
            }
        }

        return merged;
    }

    private static JsonNode? Nodes(JsonNode? @base, JsonNode? mine, JsonNode? theirs, string path, Conflicts conflicts)
    {
        if (ProgrammeTree.Same(mine, theirs) || ProgrammeTree.Same(@base, mine))
        {
            return theirs;
        }

        if (ProgrammeTree.Same(@base, theirs))
        {
            return mine;
        }

        if (mine is JsonObject left && theirs is JsonObject right)
        {
            return Objects(@base as JsonObject, left, right, path, conflicts);
        }

        if (ProgrammeTree.IsRows(@base) || ProgrammeTree.IsRows(mine) || ProgrammeTree.IsRows(theirs))
        {
            return Rows(ProgrammeTree.Rows(@base), ProgrammeTree.Rows(mine), ProgrammeTree.Rows(theirs), path, conflicts);
        }

        return conflicts.Settle(path) is MergeSide.Mine ? mine : theirs;
    }

    private static JsonArray Rows(Keyed @base, Keyed mine, Keyed theirs, string path, Conflicts conflicts)
    {
        var merged = new JsonArray();
        foreach (var key in Order(@base, mine, theirs, path, conflicts))
        {
            var (before, left, right, at) = (Find(@base, key), Find(mine, key), Find(theirs, key), $"{path}[{key}]");
            if (Nodes(before, left, right, at, conflicts) is { } row)
            {
                merged.Add(row.DeepClone());
            }
        }

        return merged;
    }

    /// <summary>The order of whoever moved rows; rows only the other has follow the row they stood behind.</summary>
    private static List<string> Order(Keyed @base, Keyed mine, Keyed theirs, string path, Conflicts conflicts)
    {
        var common = Keys(@base).Where(k => Find(mine, k) is not null && Find(theirs, k) is not null).ToHashSet();
        var (was, left, right) = (Keys(@base).Where(common.Contains), Keys(mine).Where(common.Contains), Keys(theirs).Where(common.Contains));
        var (mineMoved, theirsMoved) = (!was.SequenceEqual(left), !was.SequenceEqual(right));
        var bothMoved = mineMoved && theirsMoved && !left.SequenceEqual(right);
        var mineLeads = bothMoved ? conflicts.Settle(path) is MergeSide.Mine : mineMoved;
        var (lead, other) = mineLeads ? (mine, theirs) : (theirs, mine);
        var order = Keys(lead).ToList();
        var previous = -1;
        foreach (var key in Keys(other))
        {
            if (order.IndexOf(key) is >= 0 and var at)
            {
                previous = at;
            }
            else
            {
                order.Insert(++previous, key);
            }
        }

        return order;
    }

    /// <summary>What is still open; a conflict that somebody has settled is none.</summary>
    private sealed record Conflicts(IReadOnlyDictionary<string, MergeSide> Chosen, List<string> Open)
    {
        public MergeSide? Settle(string path)
        {
            if (Chosen.TryGetValue(path, out var side))
            {
                return side;
            }

            Open.Add(path);
            return null;
        }
    }

    private static IEnumerable<string> Keys(Keyed rows) => rows.Select(r => r.Key);

    private static JsonObject? Find(Keyed rows, string key) => rows.Find(r => r.Key == key).Row;
}

/// <summary>Bên được chọn khi hai người sửa cùng một ô.</summary>
public enum MergeSide
{
    /// <summary>Của người đang lưu.</summary>
    Mine,

    /// <summary>Của người đã lưu trước.</summary>
    Theirs,
}

/// <summary>Kết quả trộn: the merged text, or the paths both changed differently.</summary>
public sealed record MergedProgramme(ProgrammeText? Text, IReadOnlyList<string> Conflicts);
