using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Accounts;

/// <summary>An account as the list shows it: today's roles and where they are held.</summary>
public sealed record AccountRow(Account Account, IReadOnlyList<Role> Roles, IReadOnlyList<string> Units, bool IsLocked)
{
    public string RoleText => string.Join("; ", Roles.Select(r => r.Text()));

    public string UnitText => string.Join("; ", Units);

    public string StateText => IsLocked ? "Đang khóa" : Roles.Count == 0 ? "Không còn vai trò" : "Đang dùng";
}

/// <summary>Accounts of the administrator's own province, or of the national bodies.</summary>
[Allow(Act.ManageUsers, National = true)]
public sealed class IndexModel(KhuyenCongDb db, ManagedAccounts accounts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "vai-tro")]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "sap-xep")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<AccountRow> List { get; private set; } = Paged.Of<AccountRow>([], null, null);

    public IEnumerable<SelectListItem> Roles => accounts.Grantable.Select(r => new SelectListItem(r.Text(), r.ToString()));

    public bool IsFiltered => Search is not null || Role is not null || State is not null;

    /// <summary>Whose accounts these are.</summary>
    public string Whose => accounts.Province is null ? "của Bộ, Cục, Kho bạc khu vực" : "của tỉnh, thành phố";

    public async Task OnGetAsync() => List = Paged.Of(await RowsAsync(), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync()
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Tài khoản", new("Họ và tên", 30), new("Tên đăng nhập", 24), new("Vai trò hiện nay", 40), new("Đơn vị", 44), new("Xác thực hai bước", 14), new("Trạng thái", 20));
        sheet.Title("Tài khoản").Note($"Tài khoản {Whose}; xuất ngày {clock.Today.Text()}").Blank().Header();
        foreach (var row in await RowsAsync())
        {
            sheet.Row(row.Account.DisplayName, row.Account.UserName, row.RoleText, row.UnitText, row.Account.TwoFactorEnabled ? "Bật" : "Chưa bật", row.StateText);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"tai-khoan-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<List<AccountRow>> RowsAsync()
    {
        var today = clock.Today;
        var held = (await accounts.Memberships.AsNoTracking().ToListAsync()).Where(m => m.Covers(today)).ToLookup(m => m.UserId);
        var units = held.SelectMany(m => m).Select(m => m.OrganisationId).Distinct().ToList();
        var names = (await db.Organisations.AsNoTracking().Where(o => units.Contains(o.OrganisationId)).ToListAsync()).ToDictionary(o => o.OrganisationId, o => o.NameOn(today));
        var now = clock.GetUtcNow();
        var wanted = SearchText.Fold(Search);
        // A province has hundreds of accounts, not thousands: folding happens here.
        var rows = (await accounts.All.AsNoTracking().ToListAsync())
            .Select(a => new AccountRow(a, [.. held[a.Id].Select(m => m.Role).Distinct()], [.. held[a.Id].Select(m => names.GetValueOrDefault(m.OrganisationId, "")).Distinct()], a.LockoutEnd > now))
            .Where(r => SearchText.Fold($"{r.Account.DisplayName} {r.Account.UserName} {r.UnitText}").Contains(wanted, StringComparison.Ordinal))
            .Where(r => Role is not { } role || r.Roles.Contains(role))
            .Where(r => State switch { "khoa" => r.IsLocked, "het" => r.Roles.Count == 0, "dung" => !r.IsLocked && r.Roles.Count > 0, _ => true });
        Func<AccountRow, string> key = Sort?.TrimStart('-') switch
        {
            "ten-dang-nhap" => r => SearchText.SortKey(r.Account.UserName),
            "don-vi" => r => SearchText.SortKey(r.UnitText),
            "vai-tro" => r => SearchText.SortKey(r.RoleText),
            _ => r => SearchText.SortKey(r.Account.DisplayName),
        };
        var sorted = Sort is ['-', ..] ? rows.OrderByDescending(key, StringComparer.Ordinal) : rows.OrderBy(key, StringComparer.Ordinal);
        return [.. sorted.ThenBy(r => r.Account.UserName, StringComparer.Ordinal)];
    }
}
