using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Hosting;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Đăng nhập bằng khóa truy cập: the device has already verified the person, so there is no second step.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInSetup.SignInRateLimit)]
public sealed class PasskeySignInModel(SignInManager<Account> signIn, UserManager<Account> users) : PageModel
{
    [BindProperty]
    public string? CredentialJson { get; set; }

    [BindProperty(Name = "ve")]
    public string? ReturnTo { get; set; }

    public IActionResult OnGet() => LocalRedirect("/dang-nhap");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await AssertAsync() is { } account)
        {
            await signIn.SignInAsync(account, isPersistent: false);
            return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/");
        }

        TempData.Say("Chưa đăng nhập được bằng khóa truy cập. Đề nghị thử lại hoặc đăng nhập bằng mật khẩu.", "bad");
        return RedirectToPage("/Accounts/SignIn", new { ve = ReturnTo });
    }

    private async Task<Account?> AssertAsync()
    {
        if (string.IsNullOrWhiteSpace(CredentialJson))
        {
            return null;
        }

        try
        {
            var asserted = await signIn.PerformPasskeyAssertionAsync(CredentialJson);
            // A locked account stays locked, whatever key opens it.
            return asserted.Succeeded && !await users.IsLockedOutAsync(asserted.User) && (await users.AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey)).Succeeded ? asserted.User : null;
        }
        catch (InvalidOperationException)
        {
            // No options were asked for in this session.
            return null;
        }
    }
}
