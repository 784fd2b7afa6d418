using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Results;

/// <summary>Programmes of their own with targets to record on, and the form sent as a browser sends it.</summary>
internal static class GivenResults
{
    public const string CamLam = "22453";

    private static readonly byte[] PdfHead = "%PDF-1.4\n"u8.ToArray();

    /// <summary>A published programme 2026–2030 with one target of each kind; names and codes are its own.</summary>
    public static Task<Programme> AProgramme(this App app, string province = App.KhanhHoa) => app.WithDb(province, async db =>
    {
        var id = Id();
        var programme = Programme.From(new(id, province, ProgrammeLevel.Province, null, $"Chương trình {id:N}", 2026, 2030));
        var text = new ProgrammeText
        {
            Decision = new("1/QĐ", new(2026, 1, 2), "UBND", "Quyết định"),
            Title = programme.Title,
            FromYear = 2026,
            ToYear = 2030,
            MoneyUnit = MoneyUnit.Dong,
            Statements =
            [
                Statement("T-1", "Mô hình trình diễn", "mô hình"),
                Statement("T-2", "Ứng dụng máy móc thiết bị", "cơ sở"),
                Statement("T-3", "Bản tin khuyến công", "số") with { Copies = 1000 },
                Statement("T-4", "Lớp tập huấn", "lớp"),
            ],
        };
        programme.Apply(new VersionPublished(id, 1, text, new(2026, 1, 2), "test", new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc)));
        db.Because("programme.version-published", "test");
        db.Programmes.Add(programme);
        db.Targets.AddRange(TargetPlan.Bring(programme, text, [], Id));
        await db.SaveChangesAsync();
        return programme;
    });

    public static Task<Target> Target(this App app, Programme programme, string code) =>
        app.WithDb(programme.ProvinceCode, db => db.Targets.AsNoTracking().SingleAsync(t => t.ProgrammeId == programme.ProgrammeId && t.Code == code));

    public static Dictionary<string, string> Fields(string title, string commune = CamLam) => new()
    {
        ["Form.Id"] = Id().ToString(),
        ["Form.Title"] = title,
        ["Form.AchievedOn"] = "01/03/2026",
        ["Form.Quantity"] = "1",
        ["Form.CommuneCode"] = commune,
    };

    /// <summary>A file whose bytes nobody else sends.</summary>
    public static (string Name, byte[] Content) APdf(string name = "biên bản nghiệm thu.pdf") => (name, [.. PdfHead, .. Id().ToByteArray()]);

    public static string FormOf(Target target) => $"/ket-qua/ghi-nhan?chi-tieu={target.TargetId}";

    /// <summary>Opens the page for its token, then sends fields and files as multipart.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient client, string url, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, byte[] Content)[] files)
    {
        var token = (await client.GetPageAsync(url)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.SendWith(token, url, fields, files);
    }

    public static async Task<HttpResponseMessage> SendWith(this HttpClient client, string token, string url, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, byte[] Content)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(new("__RequestVerificationToken", token)))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        return await client.PostAsync(new Uri(url, UriKind.Relative), content);
    }

    public static string[] Faults(this IHtmlDocument page) => [.. page.QuerySelectorAll(".error-summary li").Select(li => li.TextContent.Trim())];

    public static Guid ResultId(this HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect, response.Content.ReadAsStringAsync().Result);
        return Guid.Parse(response.Headers.Location!.ToString().Split('/')[^1]);
    }

    public static Guid Id() => Uuid.New(TimeProvider.System);

    private static TargetStatement Statement(string code, string name, string unit) => new() { Code = code, Name = name, Unit = unit, Quantity = 100, Clause = "1", Quote = name };
}
