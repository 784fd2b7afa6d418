using System.Threading.RateLimiting;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Hosting;

/// <summary>Local accounts: strong passwords, lockout, TOTP, passkeys; a session that learns of a lost role within half a minute.</summary>
public static class SignInSetup
{
    public const string SignInRateLimit = "sign-in";

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.Password.RequiredLength = 12;
            options.Password.RequiredUniqueChars = 5;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.Lockout.AllowedForNewUsers = true;
            options.User.RequireUniqueEmail = false;
            // The account's own name is remembered by everyone who ever saw it.
            options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@";
        })
            .AddEntityFrameworkStores<KhuyenCongDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<PlainPasswords>()
            .AddErrorDescriber<VietnameseIdentityErrors>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "kc-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(configuration.GetValue("SignIn:SessionHours", 8));
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/dang-nhap";
            cookie.LogoutPath = "/dang-xuat";
            cookie.AccessDeniedPath = "/loi/403";
            cookie.ReturnUrlParameter = "ve";
            cookie.Events.OnRedirectToLogin = AskToSignIn;
        });
        services.AddSingleton<CheckedSessions>();
        services.AddScoped<ISecurityStampValidator, SessionRecheck>();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromSeconds(configuration.GetValue("SignIn:RecheckSeconds", 30));
            options.OnRefreshingPrincipal = AccountClaims.KeepWorkplace;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            var permits = configuration.GetValue("SignIn:AttemptsPerMinute", 20);
            limiter.AddPolicy(SignInRateLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetSlidingWindowLimiter("post from " + context.Connection.RemoteIpAddress, _ => new()
                {
                    PermitLimit = permits,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                })
                : RateLimitPartition.GetNoLimiter("read"));
        });
    }

    /// <summary>A page is sent to the sign-in page; a background request is told, so that the page can ask without losing a field.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.ContainsKey("HX-Request") || context.Request.Headers["X-Requested-With"] == "fetch")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["X-Signed-Out"] = "1";
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
