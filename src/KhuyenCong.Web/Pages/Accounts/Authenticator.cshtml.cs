using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Mã xác thực hai bước: an authenticator app as the second step, and recovery codes for the day without it.</summary>
[SignedIn]
public sealed class AuthenticatorModel(KhuyenCongDb db, UserManager<Account> users, SignInManager<Account> signIn) : PageModel
{
    private const int CodeCount = 10;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool IsOn { get; private set; }

    public string Key { get; private set; } = "";

    public string Address { get; private set; } = "";

    public int CodesLeft { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await users.GetUserAsync(User) is { } account ? await ShowAsync(account) : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is not { } account)
        {
            return NotFound();
        }

        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, (Code ?? "").Replace(" ", "")))
        {
            ModelState.AddModelError(nameof(Code), "Mã không đúng. Đề nghị kiểm tra giờ của điện thoại rồi nhập mã mới nhất.");
            return await ShowAsync(account);
        }

        db.Tell(new(nameof(Account), account.Id), "account.second-step-enabled");
        await users.SetTwoFactorEnabledAsync(account, true);
        return await GiveCodesAsync(account);
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        if (await users.GetUserAsync(User) is not { TwoFactorEnabled: true } account)
        {
            return NotFound();
        }

        db.Tell(new(nameof(Account), account.Id), "account.recovery-codes-made");
        return await GiveCodesAsync(account);
    }

    public async Task<IActionResult> OnPostDisableAsync()
    {
        if (await users.GetUserAsync(User) is not { TwoFactorEnabled: true } account)
        {
            return NotFound();
        }

        if (!await users.CheckPasswordAsync(account, Password ?? ""))
        {
            ModelState.AddModelError(nameof(Password), "Mật khẩu hiện tại không đúng.");
            return await ShowAsync(account);
        }

        db.Tell(new(nameof(Account), account.Id), "account.second-step-disabled");
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await signIn.ContinueAsync(account, User);
        TempData.Say("Đã tắt xác thực hai bước.", "warn");
        return LocalRedirect("/tai-khoan/cua-toi");
    }

    private async Task<IActionResult> GiveCodesAsync(Account account)
    {
        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, CodeCount) ?? []];
        await signIn.ContinueAsync(account, User);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(Account account)
    {
        IsOn = account.TwoFactorEnabled;
        if (IsOn)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(account);
            return Page();
        }

        if (await users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 })
        {
            await users.ResetAuthenticatorKeyAsync(account);
            await signIn.ContinueAsync(account, User);
        }

        Key = await users.GetAuthenticatorKeyAsync(account) ?? "";
        Address = $"otpauth://totp/{Uri.EscapeDataString("Khuyến Công Số")}:{Uri.EscapeDataString(account.UserName!)}?secret={Key}&issuer={Uri.EscapeDataString("Khuyến Công Số")}&digits=6";
        return Page();
    }
}
