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
        var things = db.ManagementEquipment.AsNoTracking();
        foreach (var word in SearchText.Words(Search))
        {
            things = things.Where(e => e.SearchText.Contains(word));
        }

        // The text of a search begins with the name.
        var sorted = vouchers.Join(things, v => v.ManagementVoucherId, e => e.ManagementVoucherId, (v, e) => new { v, e })
            .OrderByDescending(x => x.v.Year).ThenBy(x => x.e.SearchText).ThenBy(x => x.e.ManagementEquipmentId)
            .Select(x => new EquipmentRow(x.e.ManagementEquipmentId, x.e.Name, x.e.Serial, x.v.Year, x.e.Price, x.e.Place, x.e.Keeper, x.v.ManagementVoucherId, x.v.Number));
        List = await Paged.OfAsync(sorted, trang, co, cancellationToken);
    }
}

/// <summary>One thing as the register shows it.</summary>
public sealed record EquipmentRow(Guid Id, string Name, string? Serial, int Year, Dong Price, string Place, string Keeper, Guid VoucherId, string Number);
