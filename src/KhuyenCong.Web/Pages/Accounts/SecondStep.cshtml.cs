using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>The second step of a sign-in: the code of the authenticator app, or a recovery code.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInSetup.SignInRateLimit)]
public sealed class SecondStepModel(SignInManager<Account> signIn) : PageModel
{
    private const int AuthenticatorDigits = 6;

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mã xác thực.")]
    [StringLength(40)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/dang-nhap") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            return LocalRedirect("/dang-nhap");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = Code.Replace(" ", "");
        var result = code.Length == AuthenticatorDigits
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/");
        }

        ModelState.AddModelError(nameof(Code), result.IsLockedOut
            ? "Tài khoản tạm khóa 15 phút vì nhập sai nhiều lần."
            : "Mã xác thực không đúng hoặc đã hết hạn.");
        return Page();
    }
}
