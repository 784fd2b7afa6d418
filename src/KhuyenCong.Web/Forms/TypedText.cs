namespace KhuyenCong.Web.Forms;

/// <summary>Text as somebody typed it.</summary>
internal static class TypedText
{
    /// <summary>Without what is no character: NUL, which PostgreSQL does not keep, and U+FFFE, which cannot be normalised.</summary>
    public static string Sound(string text) => text.Contains('\0', StringComparison.Ordinal) || text.Contains('\ufffe', StringComparison.Ordinal)
        ? text.Replace("\0", "", StringComparison.Ordinal).Replace("\ufffe", "", StringComparison.Ordinal)
        : text;

    /// <summary>Null where nothing was typed: a blank is no value.</summary>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
