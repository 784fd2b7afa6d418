using KhuyenCong.Web.Pages.Norms;

namespace KhuyenCong.Web.Tests.Norms;

/// <summary>Changes of the law are looked at before they are saved.</summary>
internal static class Previewed
{
    /// <summary>Sends the form, reads what it touches, sends it again as seen; what is refused at once is given back as it is.</summary>
    public static async Task<HttpResponseMessage> SubmitSeenAsync(this HttpClient client, string url, Dictionary<string, string> fields, string? action = null)
    {
        var first = await client.SubmitAsync(url, fields, action);
        return await MarkAsync(first) is { } mark ? await client.SubmitAsync(url, fields.Seen(mark), action) : first;
    }

    public static Dictionary<string, string> Seen(this Dictionary<string, string> fields, string mark) => new(fields) { [ChangePreview.Field] = mark };

    /// <summary>The mark of what the page shows.</summary>
    public static async Task<string?> MarkAsync(HttpResponseMessage response) => (await response.PageAsync()).QuerySelector($"input[name={ChangePreview.Field}]")?.GetAttribute("value");
}
