using System.Globalization;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Numbers as Vietnamese write them.</summary>
public static class EntryNumbers
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>12,0853.</summary>
    public static string Degrees(this double degrees) => degrees.ToString("0.######", Vietnamese);

    /// <summary>6250 basis points as "62,5".</summary>
    public static string Percent(this int basisPoints) => (basisPoints / 100m).ToString("0.##", Vietnamese);
}
