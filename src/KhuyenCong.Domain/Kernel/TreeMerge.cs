using System.Text.Json.Nodes;
using Keyed = System.Collections.Generic.List<(string Key, System.Text.Json.Nodes.JsonObject Row)>;

namespace KhuyenCong.Domain.Kernel;

/// <summary>Bên được chọn khi hai người sửa cùng một ô.</summary>
public enum MergeSide
{
    /// <summary>Của người đang lưu.</summary>
    Mine,

    /// <summary>Của người đã lưu trước.</summary>
    Theirs,
}

/// <summary>Một ô hai người sửa khác nhau: both values; a null one was left blank, or its row removed.</summary>
public sealed record MergeConflict(string Path, JsonNode? Mine, JsonNode? Theirs);

/// <summary>Gộp ba chiều: two people edited one text; what only one of them changed is taken, what both changed differently is a conflict.</summary>
/// <param name="keyOf">How a row of a list is known: "lines[KH-1.2].unitPrice" names the same field wherever the row stands.</param>
/// <param name="chosen">Whose value counts at conflicting fields, by somebody who has seen both.</param>
public sealed class TreeMerge(Func<JsonObject, string> keyOf, IReadOnlyDictionary<string, MergeSide>? chosen = null)
{
    private readonly List<MergeConflict> open = [];

    /// <summary>What is still open; a conflict that somebody has settled is none.</summary>
    public IReadOnlyList<MergeConflict> Open => open;

    /// <param name="base">The text both started from.</param>
    /// <param name="mine">The text of the one who saves now.</param>
    /// <param name="theirs">The text saved meanwhile.</param>
    public JsonObject Of(JsonObject @base, JsonObject mine, JsonObject theirs)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        return Objects(@base, mine, theirs, "");
    }

    public static bool IsRows(JsonNode? node) => node is JsonArray { Count: > 0 } array && array.All(item => item is JsonObject);

    public static bool Same(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(left, right);

    public static string Join(string path, string name) => string.IsNullOrEmpty(path) ? name : path + "." + name;

    /// <summary>Rows by key, in order. A key given twice gets a running mark, so that no row is ever lost.</summary>
    public static IReadOnlyList<(string Key, JsonObject Row)> Rows(JsonNode? node, Func<JsonObject, string> keyOf)
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        var rows = new Keyed();
        foreach (var row in (node as JsonArray ?? []).Select(item => item!.AsObject()))
        {
            var key = keyOf(row).Trim();
            var free = key;
            for (var n = 2; rows.Exists(r => r.Key == free); n++)
            {
                free = $"{key}#{n}";
            }

            rows.Add((free, row));
        }

        return rows;
    }

    private JsonObject Objects(JsonObject? @base, JsonObject mine, JsonObject theirs, string path)
    {
        var merged = new JsonObject();
        foreach (var name in theirs.Select(p => p.Key).Union(mine.Select(p => p.Key)))
        {
            if (Nodes(@base?[name], mine[name], theirs[name], Join(path, name)) is { } value)
            {
                merged[name] = value.DeepClone();
            }
        }

        return merged;
    }

    private JsonNode? Nodes(JsonNode? @base, JsonNode? mine, JsonNode? theirs, string path)
    {
        if (Same(mine, theirs) || Same(@base, mine))
        {
            return theirs;
        }

        if (Same(@base, theirs))
        {
            return mine;
        }

        if (mine is JsonObject left && theirs is JsonObject right)
        {
            return Objects(@base as JsonObject, left, right, path);
        }

        if (IsRows(@base) || IsRows(mine) || IsRows(theirs))
        {
            return Lists(RowsOf(@base), RowsOf(mine), RowsOf(theirs), path);
        }

        return Settle(path, mine, theirs) is MergeSide.Mine ? mine : theirs;
    }

    private JsonArray Lists(Keyed @base, Keyed mine, Keyed theirs, string path)
    {
        var merged = new JsonArray();
        foreach (var key in Order(@base, mine, theirs, path))
        {
            if (Nodes(Find(@base, key), Find(mine, key), Find(theirs, key), $"{path}[{key}]") is { } row)
            {
                merged.Add(row.DeepClone());
            }
        }

        return merged;
    }

    /// <summary>The order of whoever moved rows; rows only the other has follow the row they stood behind.</summary>
    private List<string> Order(Keyed @base, Keyed mine, Keyed theirs, string path)
    {
        var common = Keys(@base).Where(k => Find(mine, k) is not null && Find(theirs, k) is not null).ToHashSet();
        var (was, left, right) = (Keys(@base).Where(common.Contains), Keys(mine).Where(common.Contains), Keys(theirs).Where(common.Contains));
        var (mineMoved, theirsMoved) = (!was.SequenceEqual(left), !was.SequenceEqual(right));
        var bothMoved = mineMoved && theirsMoved && !left.SequenceEqual(right);
        var mineLeads = bothMoved ? Settle(path, null, null) is MergeSide.Mine : mineMoved;
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

    private MergeSide? Settle(string path, JsonNode? mine, JsonNode? theirs)
    {
        if (chosen?.TryGetValue(path, out var side) == true)
        {
            return side;
        }

        open.Add(new(path, mine?.DeepClone(), theirs?.DeepClone()));
        return null;
    }

    private Keyed RowsOf(JsonNode? node) => [.. Rows(node, keyOf)];

    private static IEnumerable<string> Keys(Keyed rows) => rows.Select(r => r.Key);

    private static JsonObject? Find(Keyed rows, string key) => rows.Find(r => r.Key == key).Row;
}
