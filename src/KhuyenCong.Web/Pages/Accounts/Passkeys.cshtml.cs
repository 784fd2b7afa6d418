using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Khóa truy cập của tôi: the passkeys of the signed-in person.</summary>
[SignedIn]
public sealed class PasskeysModel(KhuyenCongDb db, SignInManager<Account> signIn, UserManager<Account> users) : PageModel
{
    [BindProperty, StringLength(60, ErrorMessage = "Tên khóa dài quá 60 ký tự.")]
    public string? KeyName { get; set; }

    [BindProperty]
    public string? CredentialJson { get; set; }

    public IList<UserPasskeyInfo> Keys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var account = await users.GetUserAsync(User);
        Keys = account is null ? [] : await users.GetPasskeysAsync(account);
        return account is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (await users.GetUserAsync(User) is not { } account)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || await AttestAsync() is not { } passkey)
        {
            ModelState.AddModelError("", "Chưa đăng ký được khóa truy cập, đề nghị thử lại.");
            return await OnGetAsync();
        }

        passkey.Name = string.IsNullOrWhiteSpace(KeyName) ? "Khóa truy cập" : KeyName.Trim();
        db.Tell(new(nameof(Account), account.Id), "account.passkey-added", null, ("Name", null, passkey.Name));
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        TempData.Say("Đã đăng ký khóa truy cập. Lần sau có thể đăng nhập không cần mật khẩu.");
        return LocalRedirect("/tai-khoan/khoa-truy-cap");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id)
    {
        if (await users.GetUserAsync(User) is not { } account
            || (await users.GetPasskeysAsync(account)).FirstOrDefault(k => Convert.ToHexString(k.CredentialId) == id) is not { } key)
        {
            return NotFound();
        }

        db.Tell(new(nameof(Account), account.Id), "account.passkey-removed", null, ("Name", key.Name, null));
        await users.RemovePasskeyAsync(account, key.CredentialId);
        TempData.Say("Đã xóa khóa truy cập.");
        return LocalRedirect("/tai-khoan/khoa-truy-cap");
    }

    private async Task<UserPasskeyInfo?> AttestAsync()
    {
        try
        {
            return string.IsNullOrWhiteSpace(CredentialJson) ? null : (await signIn.PerformPasskeyAttestationAsync(CredentialJson)).Passkey;
        }
        catch (InvalidOperationException)
        {
            // No options were asked for in this session.
            return null;
        }
    }
}
