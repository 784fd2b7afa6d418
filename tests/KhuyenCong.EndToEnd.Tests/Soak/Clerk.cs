using System.Net;
using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Somebody at work without a browser: as many requests as the server takes.</summary>
public sealed partial class Clerk : IDisposable
{
    private const int LongestTold = 500;

    private readonly HttpClient http;

    /// <summary>Who signs in when the first page is opened.</summary>
    private string? waiting;

    public Clerk(Uri url) => http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };

    public void Dispose() => http.Dispose();

    public static async Task<Clerk> SignedInAsync(Uri url, string user)
    {
        var clerk = new Clerk(url);
        await clerk.SignInAsync(user);
        return clerk;
    }

    /// <summary>Somebody who signs in when they have something to do, so that nobody waits for them to begin.</summary>
    public static Clerk Later(Uri url, string user) => new(url) { waiting = user };

    public async Task SignInAsync(string user)
    {
        using var fields = new MultipartFormDataContent { { new StringContent(user), "UserName" }, { new StringContent(Accounts.Password), "Password" } };
        (await SendAsync("/dang-nhap", await ReadAsync("/dang-nhap"), fields)).Redirect.ShouldNotBeNull("signs in");
    }

    public async Task<string> ReadAsync(string address)
    {
        await ArriveAsync();
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{address}: {Told(page)}");
        return page;
    }

    /// <summary>A page that does not open, or has not the form that it should have.</summary>
    public static bool IsUnfit(Exception fault) => fault is InvalidOperationException or ShouldAssertException;

    /// <summary>Where a page sends whoever opens it; null where it opens.</summary>
    public async Task<string?> LedToAsync(string address)
    {
        await ArriveAsync();
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        return Led(response);
    }

    /// <summary>Sends a form of the page that was read, and says where it led: nowhere, if it was not accepted.</summary>
    public async Task<(string? Redirect, string Answer)> SendAsync(string address, string page, MultipartFormDataContent fields)
    {
        fields.Add(new StringContent(Value(page, "__RequestVerificationToken")), "__RequestVerificationToken");
        using var response = await http.PostAsync(new Uri(address, UriKind.Relative), fields);
        var answer = await response.Content.ReadAsStringAsync();
        return (Led(response), $"{address} answered {(int)response.StatusCode} {response.Headers.Location}: {Told(answer)}");
    }

    /// <summary>Sends as the script of a page does in the background: accepted is what it is told to be saved.</summary>
    public async Task<(string? Redirect, string Answer)> SyncAsync(string address, string page, MultipartFormDataContent fields)
    {
        fields.Add(new StringContent(Value(page, "__RequestVerificationToken")), "__RequestVerificationToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = fields };
        request.Headers.Add("X-Requested-With", "fetch");
        request.Headers.Add("X-Sync", "1");
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        var isSaved = response.StatusCode is HttpStatusCode.OK && answer.Contains("\"outcome\":\"saved\"", StringComparison.Ordinal);
        return (isSaved ? address : null, $"{address} answered {(int)response.StatusCode}: {(answer.Length > LongestTold ? answer[..LongestTold] : answer)}");
    }

    private async Task ArriveAsync()
    {
        if (waiting is not { } user)
        {
            return;
        }

        waiting = null;
        try
        {
            await SignInAsync(user);
        }
        catch
        {
            waiting = user;
            throw;
        }
    }

    /// <summary>Whoever is sent to sign in was not heard.</summary>
    private static string? Led(HttpResponseMessage response) =>
        response is { StatusCode: HttpStatusCode.Found, Headers.Location: { } to } && !to.ToString().Contains("/dang-nhap", StringComparison.Ordinal) ? to.ToString() : null;

    /// <summary>The value of a hidden field.</summary>
    public static string Value(string page, string name) =>
        HiddenInputs().Matches(page).Select(input => input.Value).Where(input => input.Contains($"name=\"{name}\"", StringComparison.Ordinal))
            .Select(input => WebUtility.HtmlDecode(ValueAttribute().Match(input).Groups[1].Value)).FirstOrDefault() ?? throw new InvalidOperationException($"there is no field {name}: {Told(page)}");

    /// <summary>The faults that a page tells, or what it begins with.</summary>
    private static string Told(string page)
    {
        const string Summary = "class=\"error-summary\"";
        var summary = page.IndexOf(Summary, StringComparison.Ordinal);
        var from = page.IndexOf('>', Math.Max(0, summary >= 0 ? summary : page.IndexOf("<main", StringComparison.Ordinal)));
        var text = Gaps().Replace(WebUtility.HtmlDecode(Tags().Replace(page[(from + 1)..], " ")), " ").Trim();
        return text.Length > LongestTold ? text[..LongestTold] : text;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex HiddenInputs();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex ValueAttribute();
}
