using System.Text.RegularExpressions;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>What a number format makes of a number.</summary>
public enum NumberShape
{
    Plain,
    Date,
    Percent,
}

internal static partial class NumberShapeOf
{
    public static NumberShape BuiltIn(int id) => id switch
    {
        9 or 10 => NumberShape.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberShape.Date,
        _ => NumberShape.Plain,
    };

    public static NumberShape Code(string code)
    {
        var bare = Literals().Replace(code, "").Split(';')[0];
        return bare switch
        {
            _ when bare.Contains('%') => NumberShape.Percent,
            _ when bare.Any(c => "dmyDMY".Contains(c)) => NumberShape.Date,
            _ => NumberShape.Plain,
        };
    }

    // Quoted text, escaped characters, padding and bracketed conditions are not part of the pattern.
    [GeneratedRegex("""\"[^\"]*\"|\\.|_.|\*.|\[[^\]]*\]|General""", RegexOptions.IgnoreCase)]
    private static partial Regex Literals();
}
