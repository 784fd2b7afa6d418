using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
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

    /// <summary>What was advanced, paid, recovered and settled of every source that khuyến công pays.</summary>
    public IReadOnlyList<LiquidatedSource> Liquidated { get; private set; } = [];

    public bool IsStopped { get; private set; }

    /// <summary>Why and how far the contract ends: by force majeure, with its project, or with the work done.</summary>
    public string Ending => Settlement.Basis is SettlementBasis.ForceMajeure
        ? $"Do sự kiện bất khả kháng, hợp đồng không thực hiện được đầy đủ; hai bên thanh lý theo khối lượng đã thực hiện, {Settlement.ConfirmedBy ?? "…"} xác nhận tại biên bản số {Settlement.ConfirmationNumber ?? "…"} ngày {Settlement.ConfirmationDate?.Text() ?? "…"}."
        : IsStopped ? "Đề án, nhiệm vụ đã ngừng thực hiện theo quyết định; hai bên thanh lý theo khối lượng đã thực hiện và nghiệm thu đến khi ngừng, phần còn lại của hợp đồng không thực hiện nữa."
        : Settlement.UndoneSites is not null || Figures.Any(f => f.IsSupport && f.Difference > Dong.Zero) ? "Hai bên đã nghiệm thu phần việc bên B thực hiện; phần hợp đồng không thực hiện hoặc không được nghiệm thu thì không quyết toán."
        : "Bên B đã thực hiện xong công việc theo hợp đồng, hai bên đã nghiệm thu.";

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
        var project = await db.Projects.Where(p => p.ProjectId == settlement.ProjectId).Select(p => new { p.Title, p.State }).SingleAsync(cancellationToken);
        (ProjectTitle, IsStopped) = (project.Title, project.State is ProjectState.Stopped);
        Figures = settlement.State is SettlementState.Approved ? DetailsModel.Approved(settlement) : SettlementFigures.Of(settlement.Text, await book.FactsAsync(Contract, [], cancellationToken));
        All = [.. settlement.Vouchers.OrderBy(v => v.Order)];
        Support = [.. All.Where(v => Allotting.IsDrawn(v.Source))];
        Liquidated = await LiquidatedAsync(cancellationToken);
        var place = await PaperHead.PlaceAsync(db, settlement.ProvinceCode, settlement.Regime is Regime.Commune ? settlement.TerritoryCode : null, clock.Today, cancellationToken);
        Head = new(Contract.PartyA, place, null, "Mẫu 7 (biểu chi tiết quyết toán kinh phí khuyến công quốc gia)");
        return Page();
    }

    /// <summary>What entries of the contract come to on all its lines; what only went on into the next year is no payment.</summary>
    private async Task<IReadOnlyList<LiquidatedSource>> LiquidatedAsync(CancellationToken cancellationToken)
    {
        var id = Contract.ContractId;
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.ContractId == id)
            .Join(db.Allocations, e => e.AllocationId, a => a.AllocationId, (e, a) => new { a.Source, e.Kind, e.ReversesId, e.Amount }).ToListAsync(cancellationToken);
        Dong Of(string source, params LedgerKind[] kinds) => entries.Where(e => e.Source == source && kinds.Contains(e.Kind)).Select(e => e.ReversesId is null ? e.Amount : -e.Amount).Sum();
        return
        [
            .. Figures.Where(f => f.IsSupport).Select(f => new LiquidatedSource(
                f,
                Of(f.Source, LedgerKind.Advance),
                Of(f.Source, LedgerKind.Pay, LedgerKind.ClearAdvance),
                Of(f.Source, LedgerKind.RecoverAdvance, LedgerKind.RecoverPaid, LedgerKind.RecoverSettled))),
        ];
    }
}

/// <summary>One source of a liquidated contract.</summary>
/// <param name="Figure">Contracted, settled, given back.</param>
/// <param name="Advanced">All that was ever advanced.</param>
/// <param name="Paid">Paid, with advances that were cleared.</param>
/// <param name="Recovered">What came back of advances, payments and what was settled.</param>
public sealed record LiquidatedSource(SettlementFigure Figure, Dong Advanced, Dong Paid, Dong Recovered);
