namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Tells from the first bytes what a file is, whatever its name says.</summary>
internal static class FileSniffer
{
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Old Excel files and password-protected new ones share this container.</summary>
    public static bool IsCompoundFile(ReadOnlySpan<byte> bytes) => bytes.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 });

    public static bool IsEncryptedPackage(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    /// <summary>What a file that is no zip looks like, as a file name ending.</summary>
    public static string Name(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when IsCompoundFile(bytes) => ".xls",
        _ when bytes.StartsWith("%PDF"u8) => ".pdf",
        _ when bytes.StartsWith("MZ"u8) || bytes.StartsWith("\u007fELF"u8) => ".exe",
        _ when bytes.StartsWith("Rar!"u8) => ".rar",
        _ when bytes.StartsWith("7z"u8) => ".7z",
        _ when bytes.StartsWith("{\\rtf"u8) => ".rtf",
        _ when bytes.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47 }) => ".png",
        _ when bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }) => ".jpg",
        _ when LooksLikeMarkup(bytes) => ".html/.xml",
        _ when LooksLikeText(bytes) => ".csv/.txt",
        _ => "không rõ loại",
    };

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.StartsWith("\ufeff"u8) ? bytes[3..] : bytes;
        return LooksLikeText(bytes) && head.TrimStart(" \r\n\t"u8).StartsWith("<"u8);
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        return head.IndexOfAnyInRange((byte)0, (byte)8) < 0 && head.IndexOfAnyInRange((byte)14, (byte)31) < 0;
    }
}
