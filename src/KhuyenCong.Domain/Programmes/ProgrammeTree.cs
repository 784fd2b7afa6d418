using System.Text.Json.Nodes;

namespace KhuyenCong.Domain.Programmes;

/// <summary>A programme text as a tree of fields whose rows are known by code, so that two texts can be laid side by side.</summary>
/// <remarks>"statements[KH-1.2].quantity" names the same field wherever the row stands. A list of plain words (sources) is one field.</remarks>
internal static class ProgrammeTree
{
    public static JsonObject Of(ProgrammeText text) => JsonNode.Parse(ProgrammeJson.Write(text))!.AsObject();

    public static ProgrammeText Back(JsonObject tree) => ProgrammeJson.Read<ProgrammeText>(tree.ToJsonString(ProgrammeJson.Options));

    public static bool IsRows(JsonNode? node) => node is JsonArray { Count: > 0 } array && array.All(item => item is JsonObject);

    /// <summary>Rows by key, in order. A key given twice gets a running mark, so that no row is ever lost.</summary>
    public static List<(string Key, JsonObject Row)> Rows(JsonNode? node)
    {
        var rows = new List<(string Key, JsonObject Row)>();
        foreach (var row in (node as JsonArray ?? []).Select(item => item!.AsObject()))
        {
            var key = ((string?)row["code"] ?? (string?)row["name"] ?? "").Trim();
            var free = key;
            for (var n = 2; rows.Any(r => r.Key == free); n++)
            {
                free = $"{key}#{n}";
            }

            rows.Add((free, row));
        }

        return rows;
    }

    public static bool Same(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(left, right);

    public static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
