namespace KhuyenCong.Web.Storage;

/// <summary>A PDF that came with a form: judged by its bytes before anything is kept.</summary>
public static class PdfUpload
{
    public const string MediaType = "application/pdf";

    public static async Task<Breach?> FaultAsync(IFormFile? file, string field, CancellationToken cancellationToken = default)
    {
        if (file is null)
        {
            return null;
        }

        if (file.Length > FileStore.LargestFile)
        {
            return new("upload.too-large", field, FileStore.LargestFile / 1024 / 1024);
        }

        var head = new byte[16];
        await using var content = file.OpenReadStream();
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return FileKinds.Sniff(head.AsSpan(0, length), file.FileName) == MediaType ? null : new("upload.not-pdf", field, Path.GetFileName(file.FileName));
    }

    /// <summary>Keeps the content: its SHA-256, or why it could not be kept; neither where no file came.</summary>
    public static async Task<(string? Sha256, Breach? Fault)> KeepPdfAsync(this FileStore files, string provinceCode, IFormFile? file, string field, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (file is null)
        {
            return (null, null);
        }

        await using var content = file.OpenReadStream();
        try
        {
            return (await files.AddAsync(provinceCode, content, MediaType, cancellationToken), null);
        }
        catch (StoreDownException)
        {
            return (null, new(FileStore.Down, field, FileNames.Clean(file.FileName)));
        }
    }
}
