using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.Extensions.Primitives;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>A field whose text cannot be read: the text is shown again, the stored value stays as it was.</summary>
public sealed record UnreadField(string Name, string Raw, Breach Breach);

/// <summary>What a form says: the programme as far as it can be read, and every field that cannot.</summary>
public sealed record EntryReading(ProgrammeText Text, IReadOnlyList<UnreadField> Unread);

/// <summary>Reads a form to the end, whatever is wrong on the way.</summary>
public static partial class EntryReader
{
    private const int LongestText = 20_000;
    private const long LargestCount = 1_000_000_000;

    /// <param name="form">What was typed.</param>
    /// <param name="before">The text the typing started from: a field that cannot be read keeps its value from there.</param>
    public static EntryReading Read(EntryForm form, ProgrammeText before)
    {
        ArgumentNullException.ThrowIfNull(form);
        var old = EntryForm.Of(before);
        var unread = new List<UnreadField>();
        var unit = form.Heading["moneyUnit"].ToString() == nameof(MoneyUnit.MillionDong) ? MoneyUnit.MillionDong : MoneyUnit.Dong;
        var tree = new JsonObject { ["decision"] = new JsonObject() };
        foreach (var field in EntryLayout.Heading)
        {
            Put(field.Name.StartsWith("decision.", StringComparison.Ordinal) ? tree["decision"]!.AsObject() : tree, field, form.Heading[field.Name], old.Heading[field.Name], field.Name);
        }

        foreach (var list in EntryLayout.Lists)
        {
            var rows = new JsonArray();
            var kept = form.Lists[list.Name].Where(r => !r.IsDropped).ToArray();
            foreach (var row in kept)
            {
                var was = old.Lists[list.Name].Find(r => r.Key == row.Key);
                var read = new JsonObject();
                foreach (var field in list.Fields)
                {
                    Put(read, field, row.Values[field.Name], was?.Values[field.Name] ?? "", EntryForm.NameOf(list.Name, row.Key, field.Name));
                }

                rows.Add(read);
            }

            tree[list.Name] = rows;
        }

        var text = ProgrammeJson.Read<ProgrammeText>(tree.ToJsonString(ProgrammeJson.Options));
        return new(text, Renamed(unread, form, EntryForm.Of(text)));

        void Put(JsonObject into, EntryField field, StringValues typed, StringValues was, string name)
        {
            // Boxes are sent in the page's order; the decision's own order is no change.
            var (value, breach) = Value(field, field.Kind is EntryKind.Sources && typed.Order().SequenceEqual(was.Order()) ? was : typed, unit);
            if (breach is not null)
            {
                unread.Add(new(name, typed.ToString(), breach));
                (value, var older) = Value(field, was, before.MoneyUnit);
                value = older is null ? value : null;
            }

            if ((value ?? Blank(field)) is { } known)
            {
                into[field.Name[(field.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]] = known;
            }
        }
    }

    /// <summary>A row's name in the form follows its code: faults go where the row is shown next.</summary>
    private static List<UnreadField> Renamed(List<UnreadField> unread, EntryForm typed, EntryForm shown)
    {
        var names = new Dictionary<string, string>();
        foreach (var list in EntryLayout.Lists)
        {
            foreach (var (row, now) in typed.Lists[list.Name].Where(r => !r.IsDropped).Zip(shown.Lists[list.Name]))
            {
                foreach (var field in list.Fields)
                {
                    names[EntryForm.NameOf(list.Name, row.Key, field.Name)] = EntryForm.NameOf(list.Name, now.Key, field.Name);
                }
            }
        }

        return [.. unread.Select(u => u with { Name = names.GetValueOrDefault(u.Name, u.Name) })];
    }

    private static (JsonNode? Value, Breach? Breach) Value(EntryField field, StringValues typed, MoneyUnit unit)
    {
        var text = Clean(typed.ToString());
        if (field.Kind is EntryKind.Sources)
        {
            var codes = typed.OfType<string>().Where(s => s.Length > 0).Distinct().Select(s => (JsonNode)s).ToArray();
            return (codes.Length == 0 ? null : new JsonArray(codes), null);
        }

        if (text.Length == 0)
        {
            return (null, null);
        }

        return field.Kind switch
        {
            EntryKind.Day => Dates.Parse(text) is { } day ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null) : Fault("date.unreadable"),
            EntryKind.Year => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999 ? (year, null) : Fault("sheet.absurd-year", text),
            EntryKind.Count => Count(text),
            EntryKind.Amount => AmountCell.Read(SheetCell.OfText(text, false), unit) is var (amount, _, code, args) && code is null ? (amount?.Amount, null) : Fault(Renamed(code!), args),
            EntryKind.Share => Share().Match(text) is { Success: true } share && decimal.Parse(share.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture) is var percent and <= 100 ? ((int)(percent * 100), null) : Fault("sheet.not-share", text),
            EntryKind.Choice => field.Choices!.Any(c => c.Value == text) ? (text, null) : Fault("entry.unknown-choice", text),
            _ => text.Length > Longest(field) ? Fault("programme.text-long", Longest(field)) : (text, null),
        };
    }

    private static (JsonNode? Value, Breach? Breach) Count(string text) => WholeNumber().Match(text) switch
    {
        { Success: false } => Fault("sheet.not-whole", text),
        { } number when number.Groups["sign"].Length > 0 => Fault("sheet.negative", text),
        { } number when number.Groups["whole"].Value.Replace(".", "") is var digits && (digits.Length > 10 || long.Parse(digits, CultureInfo.InvariantCulture) > LargestCount) => Fault("sheet.absurd-number", text),
        { } number => (long.Parse(number.Groups["whole"].Value.Replace(".", ""), CultureInfo.InvariantCulture), null),
    };

    private static string Renamed(string code) => code switch
    {
        "sheet.suspicious-unit" => "entry.suspicious-unit",
        "sheet.suspicious-decimal" => "entry.suspicious-decimal",
        _ => code,
    };

    private static int Longest(EntryField field) => field.Name switch
    {
        "decision.number" => ProgrammeTextFaults.LongestNumber,
        "title" => ProgrammeTextFaults.LongestTitle,
        "unit" => ProgrammeTextFaults.LongestUnit,
        "code" or "contentCode" or "sameAs" => ProgrammeTextFaults.LongestCode,
        _ => LongestText,
    };

    private static JsonNode? Blank(EntryField field) => field.Kind switch
    {
        EntryKind.Day => "0001-01-01",
        EntryKind.Year when field.Required => 0,
        EntryKind.Line or EntryKind.Area when field.Required => "",
        _ => field.Fallback,
    };

    private static (JsonNode?, Breach) Fault(string code, params object[] args) => (null, new(code, null, args));

    /// <summary>One spelling of every letter, no characters that cannot be seen, one kind of line end.</summary>
    private static string Clean(string text) =>
        Unseen().Replace(text.Replace("\r\n", "\n").Replace('\r', '\n'), "").Normalize(NormalizationForm.FormC).Trim();

    [GeneratedRegex(@"[\p{Cc}-[\n\t]]")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"^(?<sign>[-−–])?\s*(?<whole>\d{1,3}(?:\.\d{3})+|\d+)\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^(\d{1,3}(?:,\d{1,2})?)\s*%?\z")]
    private static partial Regex Share();
}
