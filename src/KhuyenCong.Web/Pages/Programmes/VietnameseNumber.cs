using System.Globalization;
using System.Text.RegularExpressions;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>A number as Vietnamese people write it: "8,5", "1.234,5"; "8.5" is refused, because it might mean either.</summary>
public static partial class VietnameseNumber
{
    public static decimal? Parse(string text)
    {
        var bare = text.Trim().Replace("−", "-", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal).Trim();
        return Shape().IsMatch(bare) && decimal.TryParse(bare.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^-?(\d{1,3}(\.\d{3})+|\d{1,12})(,\d{1,4})?$")]
    private static partial Regex Shape();
}
