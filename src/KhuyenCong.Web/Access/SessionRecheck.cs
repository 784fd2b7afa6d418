using System.Security.Claims;
using KhuyenCong.Data.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace KhuyenCong.Web.Access;

/// <summary>The recheck of a session against the database, done once in the interval and not once for every request that comes with the same cookie.</summary>
/// <remarks>
/// A page with its background requests, or a client that never takes the renewed cookie, would otherwise read the whole account again for each of them.
/// What is kept is the principal that the last recheck made: no request sees roles older than the interval, on any number of nodes.
/// </remarks>
public sealed class SessionRecheck(IOptions<SecurityStampValidatorOptions> options, SignInManager<Account> signIn, ILoggerFactory loggers, TimeProvider clock, CheckedSessions known)
    : SecurityStampValidator<Account>(options, signIn, loggers)
{
    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var interval = Options.ValidationInterval;
        var isFresh = context.Properties.IssuedUtc is { } issued && clock.GetUtcNow() - issued <= interval;
        if (isFresh || interval <= TimeSpan.Zero || context.Principal is not { } presented)
        {
            await base.ValidateAsync(context);
            return;
        }

        var key = KeyOf(presented);
        if (known.Find(key) is { } principal)
        {
            context.ReplacePrincipal(principal);
            return;
        }

        await base.ValidateAsync(context);
        if (context is { ShouldRenew: true, Principal: { } made })
        {
            known.Keep(key, made, interval);
        }
    }

    /// <summary>What the cookie itself decides; everything else in a principal is read anew from the database.</summary>
    private (string? User, string? Stamp, string? Workplace) KeyOf(ClaimsPrincipal principal) => (
        principal.FindFirstValue(ClaimTypes.NameIdentifier),
        principal.FindFirstValue(SignInManager.Options.ClaimsIdentity.SecurityStampClaimType),
        principal.FindFirstValue(Workplace.ClaimType));
}

/// <summary>Principals made by rechecks of this node, each for one interval.</summary>
public sealed class CheckedSessions : IDisposable
{
    private readonly MemoryCache principals = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public ClaimsPrincipal? Find(object key) => principals.Get<ClaimsPrincipal>(key);

    public void Keep(object key, ClaimsPrincipal principal, TimeSpan interval) =>
        principals.Set(key, principal, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = interval });

    public void Dispose() => principals.Dispose();
}
