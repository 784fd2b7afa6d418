using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>An account as the list shows it.</summary>
public sealed record AccountRow(Account Account, IReadOnlyList<Role> Roles, bool IsLocked);

/// <summary>Accounts of the administrator's own province.</summary>
[Allow(Act.ManageUsers)]
public sealed class IndexModel(KhuyenCongDb db, ProvinceAccounts accounts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? State { get; set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var today = clock.Today;
        var held = (await db.Memberships.AsNoTracking().ToListAsync()).Where(m => m.Covers(today)).ToLookup(m => m.UserId, m => m.Role);
        var now = clock.GetUtcNow();
        var wanted = SearchText.Fold(Search);
        // A province has hundreds of accounts, not thousands: folding happens here.
        Rows = [.. (await accounts.All.AsNoTracking().ToListAsync())
            .Select(a => new AccountRow(a, [.. held[a.Id].Distinct()], a.LockoutEnd > now))
            .Where(r => SearchText.Fold($"{r.Account.DisplayName} {r.Account.UserName}").Contains(wanted, StringComparison.Ordinal))
            .Where(r => State switch { "khoa" => r.IsLocked, "het" => r.Roles.Count == 0, "dung" => !r.IsLocked && r.Roles.Count > 0, _ => true })
            .OrderBy(r => SearchText.SortKey(r.Account.DisplayName), StringComparer.Ordinal)];
    }
}
