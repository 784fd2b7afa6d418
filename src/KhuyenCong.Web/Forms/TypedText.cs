namespace KhuyenCong.Web.Forms;

/// <summary>Text as somebody typed it.</summary>
internal static class TypedText
{
    /// <summary>Null where nothing was typed: a blank is no value.</summary>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
