using System.Security.Claims;
using System.Security.Cryptography;
using KhuyenCong.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Access;

/// <summary>Sessions and one-time passwords.</summary>
public static class Sessions
{
    /// <summary>Set with a one-time password: nothing else may be done before it is changed.</summary>
    public const string MustChange = "kc:must-change";

    public static Claim MustChangeClaim => new(MustChange, "1");

    /// <summary>A new session of the same person after their stamp changed: the chosen workplace stays, sessions elsewhere end.</summary>
    public static Task ContinueAsync(this SignInManager<Account> signIn, Account account, ClaimsPrincipal current)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        ArgumentNullException.ThrowIfNull(current);
        return signIn.SignInWithClaimsAsync(account, isPersistent: false, current.FindAll(Workplace.ClaimType).Select(c => new Claim(c.Type, c.Value)));
    }

    /// <summary>Readable over the telephone: no letter that looks like a digit.</summary>
    public static string OneTimePassword() => string.Join('-',
        RandomNumberGenerator.GetString("abcdefghkmnpqrstuvwxyz", 4),
        RandomNumberGenerator.GetString("ABCDEFGHKMNPQRSTUVWXYZ", 4),
        RandomNumberGenerator.GetString("23456789", 4),
        RandomNumberGenerator.GetString("abcdefghkmnpqrstuvwxyz", 4));
}
