using System.Text.Json;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Resources;

/// <summary>One thing that differs inside an audited field: a property with its old and new value, or a row with what differs inside it.</summary>
public sealed record PartChange(string Label, string? Old, string? New, IReadOnlyList<PartChange> Parts)
{
    public PartChange(string label, string? old, string? now)
        : this(label, old, now, [])
    {
    }

    public string Flat => Parts.Count > 0 ? $"{Label} ({string.Join("; ", Parts.Select(p => p.Flat))})" : $"{Label}: {(Old is null || New is null ? Old ?? New : $"{Old} → {New}")}";
}

/// <summary>Audited fields that are kept as one JSON text, in words: rows by their names, properties by theirs, old → new.</summary>
public static class AuditJson
{
    private const string CutOff = "… (sha256 ";

    private const string WholeProgramme = "ProgrammeVersion.Text";

    private static readonly HashSet<string> Fields = ["Arithmetic", "Bank", "BankChange.After", "BankChange.Before", "Changes", "Computation", "Criteria", "Cuts", "Differences", "Dossier", "Kept", "Members", "Quotes", "ResultConditions", "Rows", "Spot", "WorkPlan", "ProposedLines", "YearlyVersion.Figures", "SignedReconciliation.Figures", "YearlyVersion.Findings", WholeProgramme, "Asked", "LedgerEntry", "PaymentStep", "StatementMatch"];

    // What people know a row by, the best first.
    private static readonly string[] Titles = ["name", "what", "title", "clause", "content"];

    // Inside a row a word may mean something else than as a field of its own, and in one list than in another.
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["bank"] = "Ngân hàng",
        ["by"] = "Người, đơn vị thực hiện",
        ["commune"] = "Cấp xã",
        ["contents"] = "Nội dung thực hiện",
        ["cost"] = "Chi phí thực hiện",
        ["effects"] = "Hiệu quả, bền vững, nhân rộng",
        ["holder"] = "Chủ tài khoản",
        ["machines"] = "Máy móc",
        ["most"] = "Điểm tối đa",
        ["necessity"] = "Sự cần thiết và căn cứ",
        ["national"] = "KCQG",
        ["objectives"] = "Mục tiêu",
        ["organisation"] = "Tổ chức thực hiện",
        ["provincial"] = "KCĐP",
        ["quote"] = "Trích dẫn",
        ["schedule"] = "Phân kỳ hỗ trợ theo năm",
        ["scale"] = "Quy mô",
        ["side"] = "Tư cách",
        ["superiority"] = "Đặc điểm vượt trội",
        ["support"] = "Mức hỗ trợ",
        ["what"] = "Công việc",
        ["when"] = "Thời gian",
        ["Members.unit"] = "Đơn vị",
    };

    public static bool Contains(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Fields.Contains(field) || Fields.Contains(NameOf(field));
    }

    /// <returns>Null where one of the two cannot be read: too long for the journal, or never JSON.</returns>
    public static IReadOnlyList<PartChange>? Between(string field, string? old, string? now)
    {
        if (!Contains(field))
        {
            return null;
        }

        try
        {
            return field == WholeProgramme ? Programmes(old, now)
                : NameOf(field) == "Changes" ? [.. Plan((now ?? old)!)]
                : NameOf(field) == "Differences" ? [.. ProgrammeJson.Read<ContractChange[]>((now ?? old)!).Select(c => new PartChange(c.Text(), c.ShownBefore(personal: true), c.ShownAfter(personal: true)))]
                : Inside(NameOf(field), Read(old), Read(now));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>All of one value in one line, for tables and exports.</summary>
    public static string Text(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.LastIndexOf(CutOff, StringComparison.Ordinal) is var cut and >= 0)
        {
            return $"nội dung dài, nhật ký chỉ giữ dấu kiểm tra {value[(cut + CutOff.Length)..].TrimEnd(')')}";
        }

        return Between(field, null, value) is not { } parts ? value : parts.Count == 0 ? "không có" : string.Join("; ", parts.Select(p => p.Flat));
    }

    private static string NameOf(string field) => field[(field.LastIndexOf('.') + 1)..];

    private static JsonElement? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);

    /// <summary>A new text has a page of its own; of two the differences are told in the programme's words.</summary>
    private static IReadOnlyList<PartChange> Programmes(string? old, string? now)
    {
        if (old is not null && now is not null)
        {
            return [.. ProgrammeDifference.Between(ProgrammeJson.Read<ProgrammeText>(old), ProgrammeJson.Read<ProgrammeText>(now)).Select(c => new PartChange(c.Label.Length > 0 ? $"{c.Group}, {c.Label}" : c.Group, c.Old, c.New))];
        }

        var text = ProgrammeJson.Read<ProgrammeText>((now ?? old)!);
        var told = $"{text.Contents.Count} nội dung, {text.Statements.Count} chỉ tiêu, {text.Money.Count} dòng kinh phí";
        return [new(text.Title, now is null ? told : null, now is null ? null : told)];
    }

    /// <summary>What a decision on a plan changed says its own before and after.</summary>
    private static IEnumerable<PartChange> Plan(string json) =>
        from change in ProgrammeJson.Read<PlanChange[]>(json)
        let label = $"{change.Code ?? change.Title}, {change.Text().InSentence()}"
        select change.Source is null ? new PartChange(label, change.TextBefore, change.TextAfter) : new PartChange(label, change.AmountBefore?.ToString(), change.AmountAfter?.ToString());

    private static IReadOnlyList<PartChange> Inside(string of, JsonElement? old, JsonElement? now) => (now ?? old) switch
    {
        { ValueKind: JsonValueKind.Array } => [.. Rows(of, old, now)],
        { ValueKind: JsonValueKind.Object } => [.. Properties(of, old, now, null)],
        _ => [],
    };

    private static IEnumerable<PartChange> Rows(string of, JsonElement? old, JsonElement? now)
    {
        var (left, right) = (Keyed(old), Keyed(now));
        foreach (var (key, number) in left.Keys.Union(right.Keys).Select((key, place) => (key, place + 1)))
        {
            JsonElement? before = left.TryGetValue(key, out var was) ? was : null;
            JsonElement? after = right.TryGetValue(key, out var becomes) ? becomes : null;
            if (before?.GetRawText() == after?.GetRawText())
            {
                continue;
            }

            if ((after ?? before) is not { ValueKind: JsonValueKind.Object } row)
            {
                yield return new($"Dòng {number}", Value("", before), Value("", after));
                continue;
            }

            var isWhole = before is null || after is null;
            var title = Array.Find(Titles, t => row.TryGetProperty(t, out _));
            var name = title is null ? $"Dòng {number}" : $"{row.GetProperty(title)}";
            var parts = Properties(of, before, after, isWhole ? title : null).ToList();
            // Beside other rows it is told what became of this one.
            yield return old is null || now is null ? new(name, null, null, parts) : new($"{(before is null ? "Thêm" : after is null ? "Bỏ" : "Sửa")}: {name}", null, null, parts);
        }
    }

    private static IEnumerable<PartChange> Properties(string of, JsonElement? old, JsonElement? now, string? told)
    {
        foreach (var name in Names(old).Union(Names(now)).Where(n => n != told && !IsTechnical(n)))
        {
            JsonElement? before = old is { } left && left.TryGetProperty(name, out var was) ? was : null;
            JsonElement? after = now is { } right && right.TryGetProperty(name, out var becomes) ? becomes : null;
            if (before?.GetRawText() == after?.GetRawText())
            {
                continue;
            }

            var label = Labels.GetValueOrDefault($"{of}.{name}") ?? Labels.GetValueOrDefault(name) ?? AuditFieldWords.Label(Field(name));
            if ((after ?? before) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object })
            {
                if (Inside(of, before, after) is { Count: > 0 } parts)
                {
                    yield return new(label, null, null, parts);
                }
            }
            else
            {
                yield return new(label, Value(name, before), Value(name, after));
            }
        }
    }

    private static IEnumerable<string> Names(JsonElement? element) => element is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject().Select(p => p.Name) : [];

    /// <summary>Rows by what they stay the same by: an id, a code, or all that they say; equal ones are counted.</summary>
    private static Dictionary<(string, int), JsonElement> Keyed(JsonElement? array)
    {
        var rows = new Dictionary<(string, int), JsonElement>();
        IEnumerable<JsonElement> listed = array is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];
        foreach (var row in listed)
        {
            var key = Names(row).FirstOrDefault(n => n.EndsWith("Id", StringComparison.Ordinal) || n is "code") is { } name ? $"{row.GetProperty(name)}" : row.GetRawText();
            var times = 0;
            while (!rows.TryAdd((key, times), row))
            {
                times++;
            }
        }

        return rows;
    }

    /// <summary>Numbers that say nothing to a reader.</summary>
    private static bool IsTechnical(string name) => name is "code" or "sha256" || name.EndsWith("Id", StringComparison.Ordinal);

    private static string Field(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static string? Value(string name, JsonElement? element) => element is not { ValueKind: not JsonValueKind.Null } value ? null : AuditFieldWords.Text(Field(name), value.ValueKind switch
    {
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    });
}
