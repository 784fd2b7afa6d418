using System.Text.Json.Nodes;

namespace KhuyenCong.Domain.Programmes;

/// <summary>A programme text as a tree of fields whose rows are known by code, so that two texts can be laid side by side.</summary>
/// <remarks>"statements[KH-1.2].quantity" names the same field wherever the row stands. A list of plain words (sources) is one field.</remarks>
internal static class ProgrammeTree
{
    public static JsonObject Of(ProgrammeText text) => JsonNode.Parse(ProgrammeJson.Write(text))!.AsObject();

    public static ProgrammeText Back(JsonObject tree) => ProgrammeJson.Read<ProgrammeText>(tree.ToJsonString(ProgrammeJson.Options));

    public static string KeyOf(JsonObject row) => (string?)row["code"] ?? (string?)row["name"] ?? "";

    public static bool IsRows(JsonNode? node) => TreeMerge.IsRows(node);

    public static List<(string Key, JsonObject Row)> Rows(JsonNode? node) => [.. TreeMerge.Rows(node, KeyOf)];

    public static bool Same(JsonNode? left, JsonNode? right) => TreeMerge.Same(left, right);

    public static string Join(string path, string name) => TreeMerge.Join(path, name);
}
