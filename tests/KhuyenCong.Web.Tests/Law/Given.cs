using System.Net.Http.Headers;
using KhuyenCong.Domain.Law;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Law;

/// <summary>Rows and uploads that the law tests start from.</summary>
internal static class Given
{
    public static readonly byte[] Pdf = [.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8];

    public static Task<Guid> DocumentAsync(App app, string code) =>
        app.WithDb("", db => db.LegalDocuments.Where(d => d.Code == code).Select(d => d.LegalDocumentId).SingleAsync());

    /// <summary>A rule of its own for one test, so that tests do not adopt each other's.</summary>
    public static Task<Guid> RuleAsync(App app, Verification verification = Verification.Secondary, string? territory = null) => app.WithDb(territory ?? "", async db =>
    {
        var id = Uuid.New(TimeProvider.System);
        var document = await db.LegalDocuments.SingleAsync(d => d.Code == "tt-28-2018");
        db.LegalRules.Add(LegalRule.From(new RuleAdded(id, document.LegalDocumentId, new()
        {
            Code = $"test.{id:N}",
            Kind = RuleKind.Norm,
            Title = $"Mức hỗ trợ máy móc {id:N}",
            Text = "Hỗ trợ tối đa 50%, không quá 300 triệu đồng.",
            BasisPoints = 5000,
            Amount = 300_000_000,
            Verification = verification,
            TerritoryProvinceCode = territory,
            EffectiveFrom = new(2020, 1, 1),
        })));
        db.Because("law.seeded");
        await db.SaveChangesAsync();
        return id;
    });

    /// <summary>Posts a form with a file, as a browser would: with what the page had shown.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string url, Dictionary<string, string> fields, byte[]? file = null, string name = "van-ban.pdf")
    {
        var page = await client.GetPageAsync(url);
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in fields)
        {
            content.Add(new StringContent(value), key);
        }

        content.Add(new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        if (page.QuerySelector("input[name=da-xem]")?.GetAttribute("value") is { } mark)
        {
            content.Add(new StringContent(mark), "da-xem");
        }

        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse("application/pdf");
            content.Add(part, "Upload", name);
        }

        return await client.PostAsync(new Uri(url, UriKind.Relative), content);
    }
}
