using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>Sổ thiết bị quản lý: what was bought and paid with management money.</summary>
[Allow(Act.ViewPlans)]
public sealed class EquipmentModel(KhuyenCongDb db, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    public Paged<EquipmentRow> List { get; private set; } = null!;

    public async Task OnGetAsync(int? trang, int? co, CancellationToken cancellationToken)
    {
        var vouchers = db.ManagementVouchers.VisibleTo(viewer, db).AsNoTracking().Where(v => v.State == ManagementVoucherState.Paid);
        vouchers = Year is { } year ? vouchers.Where(v => v.Year == year) : vouchers;
        var rows = await vouchers.Join(db.ManagementEquipment, v => v.ManagementVoucherId, e => e.ManagementVoucherId, (v, e) => new EquipmentRow(e.ManagementEquipmentId, e.Name, e.Serial, v.Year, e.Price, e.Place, e.Keeper, v.ManagementVoucherId, v.Number)).ToListAsync(cancellationToken);
        var sought = SearchText.Fold(Search ?? "").Trim();
        List = Paged.Of<EquipmentRow>([.. rows.Where(r => SearchText.Fold($"{r.Name} {r.Serial} {r.Place} {r.Keeper}").Contains(sought, StringComparison.Ordinal)).OrderByDescending(r => r.Year).ThenBy(r => SearchText.SortKey(r.Name), StringComparer.Ordinal)], trang, co);
    }
}

/// <summary>One thing as the register shows it.</summary>
public sealed record EquipmentRow(Guid Id, string Name, string? Serial, int Year, Dong Price, string Place, string Keeper, Guid VoucherId, string Number);
