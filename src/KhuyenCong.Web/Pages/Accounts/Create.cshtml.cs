using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>Cấp tài khoản: a person of the province or of a national body, a first role, and a password that is shown once.</summary>
[Allow(Act.ManageUsers, National = true)]
public sealed class CreateModel(KhuyenCongDb db, UserManager<Account> users, ManagedAccounts accounts, TimeProvider clock) : PageModel
{
    private const int LongestName = 120;

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public RoleEntry Entry { get; set; } = new();

    public RoleChoices Choices { get; private set; } = RoleChoices.None;

    public Account? Created { get; private set; }

    public string OneTimePassword { get; private set; } = "";

    public async Task OnGetAsync()
    {
        Entry.From = clock.Today;
        Choices = await RoleChoices.ReadAsync(db, accounts, clock.Today);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var name = DisplayName?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
        {
            ModelState.AddModelError(nameof(DisplayName), $"Hãy nhập họ và tên, không quá {LongestName} ký tự.");
        }

        var account = new Account(Uuid.New(clock), UserName?.Trim() ?? "", name);
        if (string.IsNullOrWhiteSpace(UserName))
        {
            ModelState.AddModelError(nameof(UserName), "Hãy nhập tên đăng nhập.");
        }
        else if (!(await users.UserValidators[0].ValidateAsync(users, account)).Succeeded)
        {
            foreach (var error in (await users.UserValidators[0].ValidateAsync(users, account)).Errors)
            {
                ModelState.AddModelError(nameof(UserName), error.Description);
            }
        }

        var granted = await Entry.DecideAsync(db, accounts, account.Id, Uuid.New(clock));
        ModelState.AddBreaches(granted.Breaches, nameof(Entry));
        if (!ModelState.IsValid)
        {
            Choices = await RoleChoices.ReadAsync(db, accounts, clock.Today);
            return Page();
        }

        OneTimePassword = Sessions.OneTimePassword();
        await db.WriteAsync(_ => Task.CompletedTask, async () =>
        {
            db.Tell(new(nameof(Account), account.Id), "account.created", Entry.Document, ("UserName", null, account.UserName), ("DisplayName", null, name));
            var made = await users.CreateAsync(account, OneTimePassword);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Code)));
            }

            await users.AddClaimAsync(account, Sessions.MustChangeClaim);
            db.Memberships.Add(Membership.Of(granted.Event!));
            db.Because("membership.granted", Entry.Document!.Trim());
            return await db.SaveChangesAsync();
        });
        Created = account;
        return Page();
    }
}
