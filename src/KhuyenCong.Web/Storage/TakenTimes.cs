namespace KhuyenCong.Web.Storage;

/// <summary>Lúc chụp theo thiết bị, sent beside the files of a field: one value for each, in their order (Assets/js/forms.js, offline-sync.js).</summary>
public static class TakenTimes
{
    public const string Suffix = ".TakenAt";

    /// <summary>The file with the time that was sent for it; without one where the values are not as many as the files.</summary>
    public static StagedFile TakenAs(this StagedFile file, HttpRequest request, IFormFile upload, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(upload);
        var (sent, told) = (request.Form.Files.GetFiles(upload.Name).ToList(), request.Form[upload.Name + Suffix]);
        var place = sent.IndexOf(upload);
        return place >= 0 && told.Count == sent.Count ? file with { TakenAt = DeviceTime.Read(told[place], clock.UtcNow) } : file;
    }
}
