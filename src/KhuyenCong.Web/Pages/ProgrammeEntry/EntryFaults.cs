using System.Text.RegularExpressions;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>Faults of a text, each under the name its field has in the form.</summary>
public static partial class EntryFaults
{
    public static IReadOnlyList<Breach> Find(ProgrammeText text, EntryForm form, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(form);
        return [.. ProgrammeTextFaults.Find(text, today).Select(b => b with { Field = Named(b.Field, form) })];
    }

    /// <summary>"statements[3].sources[0]" counts by place; the form names rows by key: "statements[KH-2].sources".</summary>
    private static string? Named(string? path, EntryForm form)
    {
        var match = Place().Match(path ?? "");
        if (!match.Success || !form.Lists.TryGetValue(match.Groups["list"].Value, out var rows))
        {
            return path;
        }

        var row = rows[int.Parse(match.Groups["at"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)];
        var field = match.Groups["field"] is { Success: true } named ? named.Value : "code";
        return EntryForm.NameOf(match.Groups["list"].Value, row.Key, field);
    }

    [GeneratedRegex(@"^(?<list>\w+)\[(?<at>\d+)\](?:\.(?<field>\w+))?")]
    private static partial Regex Place();
}
