using Keyed = System.Collections.Generic.List<(string Key, System.Text.Json.Nodes.JsonObject Row)>;
using System.Text.Json.Nodes;

namespace KhuyenCong.Domain.Programmes;

/// <summary>Trộn ba chiều: two officers edited one text; what only one of them changed is taken, what both changed differently is a conflict.</summary>
public static class ProgrammeMerge
{
    /// <returns>Either the merged text, or every conflicting field; never the last one to save.</returns>
    public static MergedProgramme ThreeWay(ProgrammeText @base, ProgrammeText mine, ProgrammeText theirs)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var conflicts = new List<string>();
        var merged = Objects(ProgrammeTree.Of(@base), ProgrammeTree.Of(mine), ProgrammeTree.Of(theirs), "", conflicts);
        return conflicts.Count == 0 ? new(ProgrammeTree.Back(merged), []) : new(null, conflicts);
    }

    private static JsonObject Objects(JsonObject? @base, JsonObject mine, JsonObject theirs, string path, List<string> conflicts)
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

    private static JsonNode? Nodes(JsonNode? @base, JsonNode? mine, JsonNode? theirs, string path, List<string> conflicts)
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

        conflicts.Add(path);
        return theirs;
    }

    private static JsonArray Rows(Keyed @base, Keyed mine, Keyed theirs, string path, List<string> conflicts)
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
    private static List<string> Order(Keyed @base, Keyed mine, Keyed theirs, string path, List<string> conflicts)
    {
        var common = Keys(@base).Where(k => Find(mine, k) is not null && Find(theirs, k) is not null).ToHashSet();
        var (was, left, right) = (Keys(@base).Where(common.Contains), Keys(mine).Where(common.Contains), Keys(theirs).Where(common.Contains));
        var (mineMoved, theirsMoved) = (!was.SequenceEqual(left), !was.SequenceEqual(right));
        if (mineMoved && theirsMoved && !left.SequenceEqual(right))
        {
            conflicts.Add(path);
        }

        var (lead, other) = mineMoved ? (mine, theirs) : (theirs, mine);
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

    private static IEnumerable<string> Keys(Keyed rows) => rows.Select(r => r.Key);

    private static JsonObject? Find(Keyed rows, string key) => rows.Find(r => r.Key == key).Row;
}

/// <summary>Kết quả trộn: the merged text, or the paths both changed differently.</summary>
public sealed record MergedProgramme(ProgrammeText? Text, IReadOnlyList<string> Conflicts);
