namespace KhuyenCong.Web.Storage;

/// <summary>Names of uploads are data: kept for people, cleaned of what could mislead a file system or a header.</summary>
public static class FileNames
{
    private const int Longest = 200;
    private const int LongestExtension = 10;

    public static string Clean(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = Characters.Sound(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]).Normalize();
        var visible = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format && !"\"<>|:*?".Contains(c))]).Trim(' ', '.');
        if (visible.Length == 0)
        {
            return "tep";
        }

        var extension = Characters.Cut(Path.GetExtension(visible), LongestExtension);
        return visible.Length <= Longest ? visible : Characters.Cut(visible, Longest - extension.Length) + extension;
    }

    /// <summary>"1,5 MB", "340 KB".</summary>
    public static string SizeText(long size) => size switch
    {
        >= 1024 * 1024 => $"{size / 1024m / 1024m:0.#} MB",
        >= 1024 => $"{size / 1024m:0} KB",
        _ => $"{size} byte",
    };
}
