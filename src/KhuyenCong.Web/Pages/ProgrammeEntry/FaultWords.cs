using System.Text.RegularExpressions;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>Says where a fault is, as an official would: "Chỉ tiêu KH-1.2 – Số lượng".</summary>
public static partial class FaultWords
{
    public static string Where(string name, EntryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var match = RowField().Match(name);
        if (!match.Success)
        {
            return ProgrammeLabels.Field(name) is var label && label != name ? label : ProgrammeLabels.Row(name);
        }

        var (list, key) = (match.Groups["list"].Value, match.Groups["key"].Value);
        var row = form.Lists.GetValueOrDefault(list)?.Find(r => r.Key == key);
        var shown = row is null ? "" : row.Text("code") is { Length: > 0 } code ? " " + code : row.Text("name") is { Length: > 0 } text ? $" “{FieldView.Short(text)}”" : "";
        return $"{ProgrammeLabels.Row(list)}{shown} – {ProgrammeLabels.Field(match.Groups["field"].Value)}";
    }

    [GeneratedRegex(@"^(?<list>\w+)\[(?<key>[^\]]+)\]\.(?<field>\w+)\z")]
    private static partial Regex RowField();
}
