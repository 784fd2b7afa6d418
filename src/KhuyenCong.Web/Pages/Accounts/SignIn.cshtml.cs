using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Hosting;
using KhuyenCong.Web.Seeding;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Sign-in by password, with a second step where the account has one; a passkey needs no password.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInSetup.SignInRateLimit)]
public sealed class SignInModel(SignInManager<Account> signIn, IWebHostEnvironment environment) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập tên đăng nhập.")]
    [StringLength(100)]
    public string UserName { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập mật khẩu.")]
    [StringLength(200)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>Only Development has accounts that everybody knows.</summary>
    public IReadOnlyList<SampleAccount> Samples => environment.IsDevelopment() ? SampleAccounts.All : [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await signIn.PasswordSignInAsync(UserName.Trim(), Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return Return();
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Accounts/SecondStep", new { ve = ReturnTo });
        }

        // One answer for a wrong name, a wrong password and a locked account: nobody learns which names exist.
        ModelState.AddModelError("", "Tên đăng nhập hoặc mật khẩu không đúng. Nhập sai 5 lần liên tiếp, tài khoản tạm khóa 15 phút; có thể liên hệ quản trị viên của đơn vị.");
        return Page();
    }

    private LocalRedirectResult Return() => LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/");
}
