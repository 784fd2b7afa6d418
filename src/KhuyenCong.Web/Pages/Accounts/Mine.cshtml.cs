using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Tài khoản của tôi: name, look, password. With a one-time password it is the only page until a new one is set.</summary>
[SignedIn]
[WithOneTimePassword]
public sealed class MineModel(KhuyenCongDb db, UserManager<Account> users, SignInManager<Account> signIn, Viewer viewer) : PageModel
{
    private const int LongestName = 120;

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Fresh { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    public bool HasSecondStep { get; private set; }

    public int PasskeyCount { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await users.GetUserAsync(User) is { } account ? await ShowAsync(account) : NotFound();

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        if (await users.GetUserAsync(User) is not { } account)
        {
            return NotFound();
        }

        if (Fresh != Again)
        {
            ModelState.AddModelError(nameof(Again), "Hai lần nhập mật khẩu mới không giống nhau.");
        }

        if (Fresh == Current)
        {
            ModelState.AddModelError(nameof(Fresh), "Mật khẩu mới phải khác mật khẩu hiện tại.");
        }

        foreach (var error in await FaultsOfAsync(account))
        {
            ModelState.AddModelError(nameof(Fresh), error.Description);
        }

        if (!await users.CheckPasswordAsync(account, Current ?? ""))
        {
            ModelState.AddModelError(nameof(Current), "Mật khẩu hiện tại không đúng.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(account);
        }

        await db.WriteAsync(_ => Task.CompletedTask, async () =>
        {
            db.Tell(new(nameof(Account), account.Id), "account.password-changed");
            await users.ChangePasswordAsync(account, Current!, Fresh!);
            await users.RemoveClaimAsync(account, Sessions.MustChangeClaim);
            return true;
        });
        await signIn.ContinueAsync(account, User);
        TempData.Say("Đã đổi mật khẩu. Các phiên đăng nhập khác sẽ kết thúc trong vòng 30 giây.");
        return LocalRedirect("/tai-khoan/cua-toi");
    }

    public async Task<IActionResult> OnPostProfileAsync()
    {
        if (await users.GetUserAsync(User) is not { } account)
        {
            return NotFound();
        }

        var name = DisplayName?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
        {
            ModelState.AddModelError(nameof(DisplayName), $"Hãy nhập họ và tên, không quá {LongestName} ký tự.");
            return await ShowAsync(account);
        }

        if (name != account.DisplayName)
        {
            db.Tell(new(nameof(Account), account.Id), "account.renamed", null, ("DisplayName", account.DisplayName, name));
        }

        account.DisplayName = name;
        account.Theme = Theme is "light" or "dark" ? Theme : null;
        await users.UpdateAsync(account);
        await signIn.ContinueAsync(account, User);
        TempData.Say("Đã lưu.");
        return LocalRedirect("/tai-khoan/cua-toi");
    }

    private async Task<IEnumerable<IdentityError>> FaultsOfAsync(Account account)
    {
        var faults = new List<IdentityError>();
        foreach (var validator in users.PasswordValidators)
        {
            faults.AddRange((await validator.ValidateAsync(users, account, Fresh ?? "")).Errors);
        }

        return faults;
    }

    private async Task<IActionResult> ShowAsync(Account account)
    {
        DisplayName ??= account.DisplayName;
        Theme ??= account.Theme ?? "auto";
        HasSecondStep = account.TwoFactorEnabled;
        PasskeyCount = viewer.MustChangePassword ? 0 : (await users.GetPasskeysAsync(account)).Count;
        return Page();
    }
}
