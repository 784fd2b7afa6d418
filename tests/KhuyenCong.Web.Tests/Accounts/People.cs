using System.Security.Cryptography;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Tests.Accounts;

/// <summary>People with a password, and the codes their telephone would show.</summary>
internal static class People
{
    public const string Password = "Bien-xanh-nang-9";

    public static async Task<Account> GivenAPerson(this App app, Role role = Role.DepartmentOfficer, string province = App.KhanhHoa)
    {
        var account = await app.GivenAnAccount($"p{role}", role, province);
        await app.WithUser(account.Id, async (users, found) => (await users.AddPasswordAsync(found, Password)).Succeeded.ShouldBeTrue());
        return account;
    }

    public static async Task WithUser(this App app, Guid id, Func<UserManager<Account>, Account, Task> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await use(users, (await users.FindByIdAsync(id.ToString()))!);
    }

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string? name, string password, string query = "") =>
        client.SubmitAsync("/dang-nhap" + query, new { UserName = name, Password = password });

    /// <summary>RFC 6238, as every authenticator app computes it.</summary>
    public static string Totp(string key)
    {
        var bits = string.Concat(key.TrimEnd('=').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(c)), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
#pragma warning disable CA5350 // The algorithm that authenticator apps use.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6");
    }
}
