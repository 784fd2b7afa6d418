using System.Security.Claims;
using KhuyenCong.Web.Access;

namespace KhuyenCong.Web.Tests.Accounts;

/// <summary>What is kept of a recheck is kept for one session of one person in one workplace.</summary>
public sealed class SessionRecheckTests
{
    private static readonly ClaimsPrincipal Somebody = new(new ClaimsIdentity());

    [Fact]
    public void AnotherStampOrWorkplace_IsAnotherSession()
    {
        using var known = new CheckedSessions();
        known.Keep(("user", "stamp", "here"), Somebody, TimeSpan.FromMinutes(1));
        known.Find(("user", "stamp", "here")).ShouldBe(Somebody);
        known.Find(("user", "other stamp", "here")).ShouldBeNull();
        known.Find(("user", "stamp", "there")).ShouldBeNull();
        known.Find(("other", "stamp", "here")).ShouldBeNull();
    }

    [Fact]
    public async Task APrincipal_IsForgottenAfterTheInterval()
    {
        using var known = new CheckedSessions();
        known.Keep(("user", "stamp", "here"), Somebody, TimeSpan.FromMilliseconds(30));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        known.Find(("user", "stamp", "here")).ShouldBeNull();
    }
}
