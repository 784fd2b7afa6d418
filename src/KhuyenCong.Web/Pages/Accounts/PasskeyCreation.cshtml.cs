using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>What the browser needs to make a passkey for the signed-in person.</summary>
[SignedIn]
public sealed class PasskeyCreationModel(SignInManager<Account> signIn, Viewer viewer) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/tai-khoan/cua-toi");

    public async Task<IActionResult> OnPostAsync() => Content(
        await signIn.MakePasskeyCreationOptionsAsync(new() { Id = viewer.UserId.ToString(), Name = viewer.UserName, DisplayName = viewer.DisplayName }),
        "application/json");
}
