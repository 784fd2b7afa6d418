using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.Extensions.Primitives;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>One row of the form: its key names the same row for as long as its code stays, wherever it stands.</summary>
public sealed record EntryRow(string Key, Dictionary<string, StringValues> Values, bool IsDropped = false)
{
    public string Text(string field) => Values.TryGetValue(field, out var value) ? value.ToString() : "";
}

/// <summary>A programme as the texts of its fields: what a stored version shows, or exactly what somebody typed.</summary>
public sealed partial class EntryForm
{
    public Dictionary<string, StringValues> Heading { get; } = [];

    public Dictionary<string, List<EntryRow>> Lists { get; } = EntryLayout.Lists.ToDictionary(l => l.Name, _ => new List<EntryRow>());

    public static string NameOf(string list, string key, string field) => $"{list}[{key}].{field}";

    public static EntryForm Of(ProgrammeText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var form = new EntryForm();
        var tree = JsonNode.Parse(ProgrammeJson.Write(text))!.AsObject();
        foreach (var field in EntryLayout.Heading)
        {
            form.Heading[field.Name] = Shown(field, field.Name.Split('.').Aggregate((JsonNode?)tree, (node, name) => node?[name]), text.MoneyUnit);
        }

        foreach (var list in EntryLayout.Lists)
        {
            foreach (var row in tree[list.Name] as JsonArray ?? [])
            {
                var key = FreeKey((string?)row!["code"] ?? (string?)row["name"] ?? "", form.Lists[list.Name]);
                form.Lists[list.Name].Add(new(key, list.Fields.ToDictionary(f => f.Name, f => Shown(f, row[f.Name], text.MoneyUnit))));
            }
        }

        return form;
    }

    /// <summary>What was sent. A row is in the form where its key was sent; fields left out are blank.</summary>
    public static EntryForm Of(IFormCollection sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var form = new EntryForm();
        foreach (var field in EntryLayout.Heading)
        {
            form.Heading[field.Name] = sent[field.Name];
        }

        foreach (var list in EntryLayout.Lists)
        {
            foreach (var key in sent[list.Name].OfType<string>().Distinct())
            {
                form.Lists[list.Name].Add(new(
                    key,
                    list.Fields.ToDictionary(f => f.Name, f => sent[NameOf(list.Name, key, f.Name)]),
                    sent[NameOf(list.Name, key, "bo")].ToString().Contains("true", StringComparison.Ordinal)));
            }
        }

        return form;
    }

    /// <summary>Puts a text over a field, by its name.</summary>
    public void Put(string name, string text)
    {
        if (Heading.ContainsKey(name))
        {
            Heading[name] = text;
            return;
        }

        foreach (var (list, row) in Lists.SelectMany(l => l.Value.Select(r => (l.Key, r))))
        {
            if (row.Values.Keys.FirstOrDefault(f => NameOf(list, row.Key, f) == name) is { } field)
            {
                row.Values[field] = text;
                return;
            }
        }
    }

    /// <summary>Every field with its name, for a page that carries the whole form along unseen.</summary>
    public IEnumerable<(string Name, string Value)> Carried()
    {
        foreach (var (name, values) in Heading.SelectMany(h => h.Value.OfType<string>().Select(v => (h.Key, v))))
        {
            yield return (name, values);
        }

        foreach (var (list, row) in Lists.SelectMany(l => l.Value.Select(r => (l.Key, r))))
        {
            yield return (list, row.Key);
            foreach (var (field, value) in row.Values.SelectMany(v => v.Value.OfType<string>().Select(text => (v.Key, text))))
            {
                yield return (NameOf(list, row.Key, field), value);
            }

            if (row.IsDropped)
            {
                yield return (NameOf(list, row.Key, "bo"), "true");
            }
        }
    }

    /// <summary>Adds a row with a code that nobody has given yet: "CT-26".</summary>
    public EntryRow Add(EntryList list, EntryForm stored)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(stored);
        var code = FreeCode(list, stored);
        var row = new EntryRow(FreeKey(code, Lists[list.Name]), list.Fields.ToDictionary(f => f.Name, f => new StringValues(f.Name == (list.HasCodes ? "code" : "name") ? code : f.Fallback ?? "")));
        Lists[list.Name].Add(row);
        return row;
    }

    private string FreeCode(EntryList list, EntryForm stored)
    {
        var taken = Lists[list.Name].Concat(stored.Lists[list.Name]).Select(r => r.Text(list.HasCodes ? "code" : "name").Trim()).ToHashSet();
        var start = list.HasCodes ? list.CodeStart : "Phụ lục ";
        return Enumerable.Range(taken.Count + 1, taken.Count + 2).Select(n => start + n).First(code => !taken.Contains(code));
    }

    private static StringValues Shown(EntryField field, JsonNode? value, MoneyUnit unit) => value switch
    {
        null => new(""),
        JsonArray list => new([.. list.Select(item => (string?)item)]),
        _ => new(Shown(field, value.AsValue(), unit)),
    };

    private static string Shown(EntryField field, JsonValue value, MoneyUnit unit) => field.Kind switch
    {
        EntryKind.Day => DateOnly.Parse((string)value!, CultureInfo.InvariantCulture) is var day && day == default ? "" : day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        EntryKind.Year => (int)value == 0 ? "" : ((int)value).ToString(CultureInfo.InvariantCulture),
        EntryKind.Count => ((long)value).Grouped(),
        EntryKind.Amount => AmountCell.Write(new Dong((long)value), unit),
        EntryKind.Share => ((int)value / 100m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
        _ => (string)value!,
    };

    // Short and plain, because it becomes part of ids, draft fields and addresses; form fields know no case.
    private static string FreeKey(string code, List<EntryRow> rows)
    {
        var key = PlainKey().IsMatch(code) ? code : Hashed(code);
        var free = key;
        for (var n = 2; rows.Exists(r => string.Equals(r.Key, free, StringComparison.OrdinalIgnoreCase)); n++)
        {
            free = Hashed($"{code}#{n}");
        }

        return free;
    }

    private static string Hashed(string code) => "h" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))[..12];

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,40}\z")]
    private static partial Regex PlainKey();
}
