using System.Globalization;
using System.Net;
using System.Text;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.Treasury;

/// <summary>Statements of accounts of their own: no two tests share a number.</summary>
internal static class GivenTreasury
{
    public const string Header = "Ngày giao dịch;Số chứng từ;Người thụ hưởng;Nội dung;Số tiền chi;Số tiền thu";

    private static int next;

    public static DateOnly Day => TimeProvider.System.Today.AddDays(-5);

    /// <summary>An account nobody else has; its first digits are no bank's.</summary>
    public static string AnAccount() => $"999{Interlocked.Increment(ref next):D4}{GivenPlans.Id().ToString("N")[^8..]}";

    public static string Row(string number, string amount, string beneficiary = "Cơ sở Mẫu (dữ liệu minh họa)", string content = "Thanh toán", DateOnly? on = null, string received = "") =>
        $"{(on ?? Day).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)};{number};{beneficiary};{content};{amount};{received}";

    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    public static async Task<HttpResponseMessage> Imports(this HttpClient client, Guid holder, string account, byte[] content, string name = "sao-ke.csv", params (string Field, string Value)[] more)
    {
        var token = (await client.GetPageAsync("/kho-bac/nhap")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent($"{holder}"), "Form.HolderId" },
            { new StringContent(account), "Form.Account" },
            { new StringContent("Kho bạc Nhà nước (dữ liệu minh họa)"), "Form.Keeper" },
            { new ByteArrayContent(content), "Upload", name },
        };
        foreach (var (field, value) in more)
        {
            form.Add(new StringContent(value), field);
        }

        return await client.PostAsync(new Uri("/kho-bac/nhap", UriKind.Relative), form);
    }

    /// <summary>The address of the statement that came in.</summary>
    public static async Task<string> Imported(this HttpClient client, Guid holder, string account, params string[] rows)
    {
        var response = await client.Imports(holder, account, Csv([Header, .. rows]));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>What the page says is wrong.</summary>
    public static async Task<string> Refused(this HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.PageAsync()).QuerySelector(".error-summary")!.TextContent;
    }
}
