using KhuyenCong.Domain.Treasury;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>Into which of the three a line's amount falls: a line matched in part has two of them.</summary>
public enum LinePart
{
    /// <summary>Đã khớp.</summary>
    Matched,

    /// <summary>Đã giải trình.</summary>
    Explained,

    /// <summary>Chưa giải trình.</summary>
    Unexplained,
}

/// <summary>As a reconciliation adds them.</summary>
public static class LineParts
{
    public static Dong Of(this LinePart part, StatementLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return part is LinePart.Matched ? line.Matched
            : (part is LinePart.Explained) == (line.State is LineState.Explained) ? line.Rest : Dong.Zero;
    }
}
