using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>One account: roles with dates and documents, lock, a new one-time password.</summary>
[Allow(Act.ManageUsers, National = true)]
public sealed class DetailsModel(KhuyenCongDb db, UserManager<Account> users, ManagedAccounts accounts, Viewer viewer, TimeProvider clock) : PageModel
{
    private Dictionary<Guid, Organisation> organisations = [];

    public Account Account { get; private set; } = new();

    public bool IsLocked { get; private set; }

    public bool IsSelf { get; private set; }

    /// <summary>Whether lock and password are this administrator's business.</summary>
    public bool MayControl { get; private set; }

    public bool IsNational => accounts.Province is null;

    public string? OneTimePassword { get; private set; }

    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    public DateOnly Today => clock.Today;

    [BindProperty]
    public RoleEntry Entry { get; set; } = new();

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? EndDocument { get; set; }

    public RoleChoices Choices { get; private set; } = RoleChoices.None;

    public string NameOf(Guid organisation) => organisations.TryGetValue(organisation, out var found) ? found.NameOn(Today) : "";

    public string CommuneName(string code) => Choices.Communes.FirstOrDefault(c => c.Value == code)?.Text ?? code;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? await ShowAsync() : NotFound();

    public async Task<IActionResult> OnPostGrantAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var granted = await Entry.DecideAsync(db, accounts, id, Uuid.New(clock));
        if (granted.Event is not { } membership)
        {
            ModelState.AddBreaches(granted.Breaches, nameof(Entry));
            return await ShowAsync();
        }

        db.Memberships.Add(Membership.Of(membership));
        db.Because("membership.granted", Entry.Document!.Trim());
        return await SaveAsync(id, $"Đã trao vai trò “{membership.Role.Text()}”.");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid membershipId)
    {
        if (!await LoadAsync(id) || Memberships.FirstOrDefault(m => m.MembershipId == membershipId) is not { } held)
        {
            return NotFound();
        }

        var ended = Domain.Organisations.Memberships.End(held, LastDay, EndDocument, Today);
        if (ended.Event is not { } end)
        {
            ModelState.AddBreaches(ended.Breaches.Select(b => b.Field == "Document" ? b with { Field = nameof(EndDocument) } : b));
            return await ShowAsync();
        }

        held.Apply(end);
        db.Because("membership.ended", EndDocument!.Trim());
        return await SaveAsync(id, $"Đã ghi ngày cuối cùng giữ vai trò “{held.Role.Text()}”.");
    }

    public Task<IActionResult> OnPostLockAsync(Guid id) => ControlAsync(id, "account.locked", "Đã khóa tài khoản; các phiên đang mở kết thúc trong vòng 30 giây.",
        account => users.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue));

    public Task<IActionResult> OnPostUnlockAsync(Guid id) => ControlAsync(id, "account.unlocked", "Đã mở khóa tài khoản.", async account =>
    {
        await users.SetLockoutEndDateAsync(account, null);
        await users.ResetAccessFailedCountAsync(account);
    });

    public async Task<IActionResult> OnPostResetAsync(Guid id)
    {
        if (!await LoadAsync(id) || !MayControl)
        {
            return NotFound();
        }

        OneTimePassword = Sessions.OneTimePassword();
        await db.WriteAsync(_ => Task.CompletedTask, async () =>
        {
            db.Tell(new(nameof(Account), id), "account.password-reset");
            await users.ResetPasswordAsync(Account, await users.GeneratePasswordResetTokenAsync(Account), OneTimePassword);
            await users.RemoveClaimAsync(Account, Sessions.MustChangeClaim);
            return await users.AddClaimAsync(Account, Sessions.MustChangeClaim);
        });
        return await ShowAsync();
    }

    private async Task<IActionResult> ControlAsync(Guid id, string kind, string said, Func<Account, Task> change)
    {
        if (!await LoadAsync(id) || !MayControl)
        {
            return NotFound();
        }

        db.Tell(new(nameof(Account), id), kind);
        await change(Account);
        return await SaveAsync(id, said);
    }

    /// <summary>The stamp changes with every role: sessions learn of it at their next recheck.</summary>
    private async Task<IActionResult> SaveAsync(Guid id, string said)
    {
        await db.SaveChangesAsync();
        await users.UpdateSecurityStampAsync(Account);
        TempData.Say(said);
        return LocalRedirect($"/tai-khoan/{id}");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await accounts.FindAsync(id) is not { } account)
        {
            return false;
        }

        Account = account;
        IsLocked = account.LockoutEnd > clock.GetUtcNow();
        IsSelf = id == viewer.UserId;
        MayControl = !IsSelf && !await accounts.WorksElsewhereAsync(id);
        Memberships = await accounts.Memberships.Where(m => m.UserId == id).OrderByDescending(m => m.From).ToListAsync();
        return true;
    }

    private async Task<IActionResult> ShowAsync()
    {
        Entry.From ??= Today;
        var ids = Memberships.Select(m => m.OrganisationId).ToList();
        organisations = await db.Organisations.Where(o => ids.Contains(o.OrganisationId)).ToDictionaryAsync(o => o.OrganisationId);
        Choices = await RoleChoices.ReadAsync(db, accounts, Today);
        return Page();
    }
}
