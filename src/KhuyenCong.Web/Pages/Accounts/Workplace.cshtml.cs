using System.Security.Claims;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Chooses where to work from: one of one's own organisations and, for the Ministry, the province looked into.</summary>
[SignedIn]
public sealed class WorkplaceModel(SignInManager<Account> signIn, UserManager<Account> users, Viewer viewer) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "khoa")] string key, [FromForm(Name = "tinh")] string? province, string? ve)
    {
        if (viewer.Workplaces.All(w => w.Key != key) || await users.GetUserAsync(User) is not { } account)
        {
            return NotFound();
        }

        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(Access.Workplace.ClaimType, province is { Length: 2 } ? $"{key}/{province}" : key)]);
        return LocalRedirect(Url.IsLocalUrl(ve) ? ve : "/");
    }
}
