namespace KhuyenCong.Web.Storage;

/// <summary>What an upload really is, by its first bytes: the name and the browser's word are data, not proof.</summary>
public static class FileKinds
{
    private static readonly (byte[] Magic, int At, string MediaType, string[] Extensions)[] Known =
    [
        ("%PDF-"u8.ToArray(), 0, "application/pdf", [".pdf"]),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg", [".jpg", ".jpeg"]),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png", [".png"]),
        ("WEBP"u8.ToArray(), 8, "image/webp", [".webp"]),
        ("ftyp"u8.ToArray(), 4, "video/mp4", [".mp4", ".m4v"]),
        ([0x50, 0x4B, 0x03, 0x04], 0, "application/vnd.openxmlformats-officedocument", [".docx", ".xlsx", ".pptx"]),
    ];

    public const string Accept = ".pdf,.jpg,.jpeg,.png,.webp,.mp4,.docx,.xlsx";

    /// <summary>Any zip can be called .docx: the part that makes it one must be inside. Only the directory is read, nothing is unpacked.</summary>
    public static async Task<string?> SniffAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var head = new byte[64];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var mediaType = Sniff(head.AsSpan(0, read), fileName);
        if (mediaType is null || !mediaType.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal))
        {
            return mediaType;
        }

        var part = Path.GetExtension(fileName).ToLowerInvariant() switch { ".docx" => "word/document.xml", ".xlsx" => "xl/workbook.xml", _ => "ppt/presentation.xml" };
        try
        {
            using var package = new System.IO.Compression.ZipArchive(content, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
            return package.GetEntry(part) is null ? null : mediaType;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            content.Position = 0;
        }
    }

    /// <summary>The media type of an accepted file whose name and bytes agree, or null.</summary>
    public static string? Sniff(ReadOnlySpan<byte> head, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        foreach (var (magic, at, mediaType, extensions) in Known)
        {
            if (head.Length >= at + magic.Length && head.Slice(at, magic.Length).SequenceEqual(magic) && extensions.Contains(extension))
            {
                return mediaType == "application/vnd.openxmlformats-officedocument" ? mediaType + extension switch
                {
                    ".docx" => ".wordprocessingml.document",
                    ".xlsx" => ".spreadsheetml.sheet",
                    _ => ".presentationml.presentation",
                } : mediaType;
            }
        }

        return null;
    }
}
