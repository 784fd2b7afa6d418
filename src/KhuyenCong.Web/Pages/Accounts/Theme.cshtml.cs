using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Giao diện: light, dark or as the device says, kept with the account so that it follows the person between browsers.</summary>
[SignedIn]
[WithOneTimePassword]
public sealed class ThemeModel(UserManager<Account> users, SignInManager<Account> signIn) : PageModel
{
    /// <summary>As the device says.</summary>
    public const string Device = "auto";

    public IActionResult OnGet() => LocalRedirect("/tai-khoan/cua-toi");

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "giao-dien")] string? theme, string? ve)
    {
        if (theme is not ("light" or "dark" or Device))
        {
            return BadRequest();
        }

        if (await users.GetUserAsync(User) is not { } account)
        {
            return NotFound();
        }

        account.Theme = theme == Device ? null : theme;
        await users.UpdateAsync(account);
        await signIn.ContinueAsync(account, User);
        // A script has already changed the page; without one it is shown anew.
        return Request.Headers.ContainsKey("X-Requested-With") ? new NoContentResult() : LocalRedirect(Url.IsLocalUrl(ve) ? ve : "/");
    }
}
