using System.Globalization;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Reads typed fields; what cannot be read is told at its field and stays as typed.</summary>
public sealed class EntryText(IReadOnlyDictionary<string, string?> values, string prefix, ModelStateDictionary? state)
{
    public int Faults { get; private set; }

    public string? Text(string name) => values.GetValueOrDefault(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public DateOnly? Day(string name) => Read<DateOnly>(name, text => Dates.Parse(text), "date.unreadable");

    public Dong? Amount(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var (amount, fault) = AmountText.Parse(text);
        return fault is null ? amount : Fault<Dong?>(name, fault);
    }

    public int? Count(string name) => Read<int>(name, text => int.TryParse(Plain(text).Replace(".", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : null, "entry.number-unreadable");

    /// <summary>"60,5" % as 6050 basis points.</summary>
    public int? Share(string name) => Read<int>(name, text => decimal.TryParse(Plain(text).TrimEnd('%').Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var percent)
        && percent is > -1000 and < 1000 ? (int)Math.Round(percent * 100) : null, "entry.number-unreadable");

    public double? Coordinate(string name) => Read<double>(name, text => double.TryParse(Plain(text).Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : null, "entry.number-unreadable");

    public T? Choice<T>(string name)
        where T : struct, Enum => Read<T>(name, text => Enum.TryParse<T>(text, out var choice) && Enum.IsDefined(choice) ? choice : null, "entry.choice-unknown");

    private static string Plain(string text) => text.Replace(" ", "").Replace("\u00a0", "");

    private T? Read<T>(string name, Func<string, T?> parse, string fault)
        where T : struct => Text(name) is not { } text ? null : parse(text) ?? Fault<T?>(name, fault, text);

    private T? Fault<T>(string name, string code, params object[] arguments)
    {
        Faults++;
        state?.AddModelError($"{prefix}[{name}]", Messages.For(code, arguments));
        return default;
    }
}
