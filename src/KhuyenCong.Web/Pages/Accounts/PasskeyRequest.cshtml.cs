using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>What the browser needs to sign in with a passkey. Names no account, so that nobody learns which accounts have keys.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInSetup.SignInRateLimit)]
public sealed class PasskeyRequestModel(SignInManager<Account> signIn) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/dang-nhap");

    public async Task<IActionResult> OnPostAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
}
