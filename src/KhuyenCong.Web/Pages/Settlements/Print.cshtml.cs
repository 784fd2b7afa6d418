using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Bản in của hồ sơ quyết toán: biểu chi tiết, bảng kê chứng từ, biên bản thanh lý, with the figures that stand at this moment.</summary>
[Allow(Act.ViewProjects)]
public sealed class PrintModel(KhuyenCongDb db, Viewer viewer, SettlementBook book, TimeProvider clock) : PageModel
{
    public Settlement Settlement { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public PaperHead Head { get; private set; } = null!;

    public string ProjectTitle { get; private set; } = "";

    public IReadOnlyList<SettlementFigure> Figures { get; private set; } = [];

    /// <summary>Sources that khuyến công pays; the list of all sources follows where a share of the cost is supported.</summary>
    public IReadOnlyList<Voucher> Support { get; private set; } = [];

    public IReadOnlyList<Voucher> All { get; private set; } = [];

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeSettlements.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(s => s.SettlementId == id, cancellationToken) is not { } settlement)
        {
            return NotFound();
        }

        Settlement = settlement;
        Contract = await db.WholeContracts.AsNoTracking().SingleAsync(c => c.ContractId == settlement.ContractId, cancellationToken);
        ProjectTitle = await db.Projects.Where(p => p.ProjectId == settlement.ProjectId).Select(p => p.Title).SingleAsync(cancellationToken);
        Figures = settlement.State is SettlementState.Approved ? DetailsModel.Approved(settlement) : SettlementFigures.Of(settlement.Text, await book.FactsAsync(Contract, [], cancellationToken));
        All = [.. settlement.Vouchers.OrderBy(v => v.Order)];
        Support = [.. All.Where(v => Allotting.IsDrawn(v.Source))];
        var place = await PaperHead.PlaceAsync(db, settlement.ProvinceCode, settlement.Regime is Regime.Commune ? settlement.TerritoryCode : null, clock.Today, cancellationToken);
        Head = new(Contract.PartyA, place, null, "Mẫu biểu chi tiết quyết toán và bảng kê chứng từ");
        return Page();
    }
}
