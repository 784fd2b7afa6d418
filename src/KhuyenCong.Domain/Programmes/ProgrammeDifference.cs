using System.Globalization;
using System.Text.Json.Nodes;

namespace KhuyenCong.Domain.Programmes;

/// <summary>Thay đổi: what happened to a field or a row between two texts.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>Một thay đổi của văn bản: a field or a whole row, named in Vietnamese, with its old and new value.</summary>
/// <remarks><see cref="Group"/> names the row ("Chỉ tiêu KH-1.2"), <see cref="Label"/> the field ("Số lượng"; blank for a whole row).</remarks>
public sealed record FieldChange(string Path, ChangeKind Kind, string Group, string Label, string? Old, string? New);

/// <summary>So sánh hai phiên bản: field by field, rows by code.</summary>
public static class ProgrammeDifference
{
    public static IReadOnlyList<FieldChange> Between(ProgrammeText old, ProgrammeText @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var changes = new List<FieldChange>();
        Objects(ProgrammeTree.Of(old), ProgrammeTree.Of(@new), "", ProgrammeLabels.Heading, changes);
        return changes;
    }

    private static void Objects(JsonObject? old, JsonObject? @new, string path, string group, List<FieldChange> changes)
    {
        foreach (var name in (old ?? []).Select(p => p.Key).Union((@new ?? []).Select(p => p.Key)))
        {
            var (left, right, at) = (old?[name], @new?[name], ProgrammeTree.Join(path, name));
            if (ProgrammeTree.Same(left, right))
            {
                continue;
            }

            if (left is JsonObject || right is JsonObject)
            {
                Objects(left as JsonObject, right as JsonObject, at, group, changes);
            }
            else if (ProgrammeTree.IsRows(left) || ProgrammeTree.IsRows(right))
            {
                RowsOf(left, right, name, at, changes);
            }
            else
            {
                var kind = left is null ? ChangeKind.Added : right is null ? ChangeKind.Removed : ChangeKind.Changed;
                changes.Add(new(at, kind, group, ProgrammeLabels.Field(at), Text(name, left), Text(name, right)));
            }
        }
    }

    private static void RowsOf(JsonNode? old, JsonNode? @new, string name, string path, List<FieldChange> changes)
    {
        var (left, right) = (ProgrammeTree.Rows(old), ProgrammeTree.Rows(@new));
        foreach (var key in left.Select(r => r.Key).Union(right.Select(r => r.Key)))
        {
            var (before, after) = (left.Find(r => r.Key == key).Row, right.Find(r => r.Key == key).Row);
            var (at, group) = ($"{path}[{key}]", ProgrammeLabels.Row(name) + " " + key);
            if (before is not null && after is not null)
            {
                Objects(before, after, at, group, changes);
            }
            else
            {
                changes.Add(new(at, before is null ? ChangeKind.Added : ChangeKind.Removed, group, "", Summary(name, before), Summary(name, after)));
            }
        }

        var (keptLeft, keptRight) = (Kept(left, right), Kept(right, left));
        if (!keptLeft.SequenceEqual(keptRight))
        {
            changes.Add(new(path, ChangeKind.Changed, ProgrammeLabels.Row(name), "Thứ tự", string.Join(", ", keptLeft), string.Join(", ", keptRight)));
        }
    }

    private static string[] Kept(List<(string Key, JsonObject Row)> rows, List<(string Key, JsonObject Row)> others) =>
        [.. rows.Select(r => r.Key).Where(k => others.Exists(o => o.Key == k))];

    /// <summary>A whole row in one line.</summary>
    private static string? Summary(string name, JsonObject? row) => row is null ? null : name switch
    {
        "statements" => $"{row["name"]}: {TargetWords.Phrase(Enum.Parse<TargetOperator>((string)row["operator"]!), (long?)row["quantity"], (string)row["unit"]!, Enum.Parse<TargetPer>((string)row["per"]!))} ({row["clause"]})",
        "money" => $"{row["name"]}: {Text("printed", row["printed"]) ?? "chưa có số liệu"} ({row["clause"]})",
        _ => (string?)row["name"],
    };

    private static string? Text(string name, JsonNode? value) => value switch
    {
        null => null,
        JsonArray list => string.Join(", ", list.Select(item => FundingSource.Find((string?)item)?.Name ?? (string?)item)),
        _ => name switch
        {
            "printed" => new Dong((long)value).ToString(),
            "printedShare" => ((long)value / 100m).Decimals() + " %",
            "quantity" or "titles" or "copies" => ((long)value).Grouped(),
            "date" => DateOnly.Parse((string)value!, CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            "source" => FundingSource.Find((string?)value)?.Name ?? (string?)value,
            "operator" => Enum.Parse<TargetOperator>((string)value!).Words(),
            "per" => Enum.Parse<TargetPer>((string)value!).Words(),
            "moneyUnit" => (string?)value == nameof(MoneyUnit.Dong) ? "đồng" : "triệu đồng",
            _ => value.ToString(),
        },
    };
}
