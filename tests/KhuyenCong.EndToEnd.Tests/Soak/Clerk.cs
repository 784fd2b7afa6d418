using System.Net;
using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Somebody at work without a browser: as many requests as the server takes.</summary>
public sealed partial class Clerk : IDisposable
{
    private readonly HttpClient http;

    public Clerk(Uri url) => http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };

    public void Dispose() => http.Dispose();

    public async Task SignInAsync(string user)
    {
        using var fields = new MultipartFormDataContent { { new StringContent(user), "UserName" }, { new StringContent(Accounts.Password), "Password" } };
        (await SendAsync("/dang-nhap", await ReadAsync("/dang-nhap"), fields)).Redirect.ShouldNotBeNull("signs in");
    }

    public async Task<string> ReadAsync(string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form of the page that was read, and says where it led: nowhere, if it was not accepted.</summary>
    public async Task<(string? Redirect, string Answer)> SendAsync(string address, string page, MultipartFormDataContent fields)
    {
        fields.Add(new StringContent(Value(page, "__RequestVerificationToken")), "__RequestVerificationToken");
        using var response = await http.PostAsync(new Uri(address, UriKind.Relative), fields);
        var answer = await response.Content.ReadAsStringAsync();
        return (response.StatusCode is HttpStatusCode.Found ? response.Headers.Location!.ToString() : null, $"{address} answered {(int)response.StatusCode}\n{answer}");
    }

    /// <summary>The value of a hidden field.</summary>
    public static string Value(string page, string name) =>
        HiddenInputs().Matches(page).Select(input => input.Value).Where(input => input.Contains($"name=\"{name}\"", StringComparison.Ordinal))
            .Select(input => WebUtility.HtmlDecode(ValueAttribute().Match(input).Groups[1].Value)).First();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex HiddenInputs();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex ValueAttribute();
}
