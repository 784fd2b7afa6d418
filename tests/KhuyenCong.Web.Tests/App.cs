using System.Collections.Concurrent;
using System.Security.Claims;
using AngleSharp;
using AngleSharp.Html.Dom;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(KhuyenCong.Web.Tests.App))]

namespace KhuyenCong.Web.Tests;

/// <summary>The real application over one real database for the whole assembly: SQLite, or PostgreSQL where KHUYENCONG_TEST_DATABASE says so.</summary>
public sealed class App : IAsyncLifetime
{
    public const string KhanhHoa = "56";
    public const string DongNai = "75";

    private readonly ConcurrentDictionary<(Role, string, string?), Lazy<Task<string>>> cookies = new();
    private readonly TestDatabase database = new();
    private readonly IReadOnlyDictionary<string, string> settings;
    private Factory? factory;

    public App()
        : this(new Dictionary<string, string>())
    {
    }

    /// <summary>A host of its own that differs in these settings: it costs seconds, so there are few.</summary>
    internal App(IReadOnlyDictionary<string, string> settings) => this.settings = settings;

    public static bool OnPostgres => TestDatabase.OnPostgres;

    public IServiceProvider Services => factory!.Services;

    public async ValueTask InitializeAsync()
    {
        await database.CreateAsync();
        factory = new Factory(database, settings);
        using var client = factory.CreateClient();
        (await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }

        await database.DropAsync();
    }

    /// <summary>Runs against the database as the system, in one province's scope.</summary>
    public async Task<T> WithDb<T>(string province, Func<KhuyenCongDb, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        return await use(scope.ServiceProvider.GetRequiredService<KhuyenCongDb>());
    }

    public HttpClient Anonymous() => Client(null);

    /// <summary>Somebody who holds one role in one province; the account is made on first use.</summary>
    public async Task<HttpClient> As(Role role, string province = KhanhHoa, string? commune = null) =>
        Client(await cookies.GetOrAdd((role, province, commune), key => new(() => CookieFor(key.Item1, key.Item2, key.Item3))).Value);

    /// <summary>A session cookie as the application itself would issue it.</summary>
    public async Task<string> CookieOf(Account account, params Claim[] extra)
    {
        await using var scope = Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        ((ClaimsIdentity)principal.Identity!).AddClaims(extra);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now.AddHours(8) }, IdentityConstants.ApplicationScheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }

    public HttpClient Client(string? cookie)
    {
        var client = factory!.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return client;
    }

    public async Task<Account> GivenAnAccount(string name, Role role, string province, string? commune = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var account = new Account(Uuid.New(clock), $"{name}-{Uuid.New(clock):N}", $"{name} (dữ liệu minh họa)");
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded.ShouldBeTrue();
        var national = RoleTable.ReachOf(role) is Scope.Ministry;
        var organisation = await db.Organisations.FirstAsync(o => national ? o.Kind == OrganisationKind.Ministry : o.ProvinceCode == province && o.Kind == OrganisationKind.Department);
        db.Because("membership.granted", "test");
        db.Memberships.Add(Membership.Of(new MembershipGranted(Uuid.New(clock), account.Id, organisation.OrganisationId, role, national ? null : province, commune, new(2020, 1, 1), null)));
        await db.SaveChangesAsync();
        return account;
    }

    private async Task<string> CookieFor(Role role, string province, string? commune) => await CookieOf(await GivenAnAccount(role.ToString(), role, province, commune));

    private sealed class Factory(TestDatabase database, IReadOnlyDictionary<string, string> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (key, value) in database.Settings.Concat(settings))
            {
                builder.UseSetting(key, value);
            }

            builder.UseSetting("SignIn:AttemptsPerMinute", "100000");
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        }

        protected override void ConfigureClient(HttpClient client)
        {
            ArgumentNullException.ThrowIfNull(client);
            client.BaseAddress = new("http://localhost");
        }
    }
}

/// <summary>Reads pages as users read them.</summary>
public static class Html
{
    private static readonly IBrowsingContext Browsing = BrowsingContext.New();

    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string url)
    {
        ArgumentNullException.ThrowIfNull(client);
        var response = await client.GetAsync(new Uri(url, UriKind.Relative));
        return await response.PageAsync();
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return (IHtmlDocument)await Browsing.OpenAsync(async r => r.Content(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Opens the page that holds the form, fills the given fields and posts it, antiforgery token included.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string url, object fields, string? action = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(fields);
        var page = await client.GetPageAsync(url);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? page.QuerySelector("meta[name=csrf-token]")?.GetAttribute("content") ?? "";
        var pairs = fields is IEnumerable<KeyValuePair<string, string>> given ? given : fields.GetType().GetProperties().Select(p => KeyValuePair.Create(p.Name, p.GetValue(fields)?.ToString() ?? ""));
        using var content = new FormUrlEncodedContent([.. pairs, new("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri(action ?? url, UriKind.Relative), content);
    }
}
