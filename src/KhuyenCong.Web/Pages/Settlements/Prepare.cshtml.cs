using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Lập quyết toán từ hợp đồng: the figures of the contract, and one click that opens its file.</summary>
[Allow(Act.ViewProjects)]
public sealed class PrepareModel(KhuyenCongDb db, Viewer viewer, SettlementBook book) : PageModel
{
    public Contract Contract { get; private set; } = null!;

    public IReadOnlyList<SettlementFigure> Figures { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public SettlementFacts Facts { get; private set; } = null!;

    public bool MayOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound()
        : await db.Settlements.AsNoTracking().VisibleTo(viewer, db).Where(s => s.ContractId == id).Select(s => (Guid?)s.SettlementId).SingleOrDefaultAsync(cancellationToken) is { } open ? LocalRedirect($"/quyet-toan/{open}")
        : Page();

    [Allow(Act.PrepareSettlement)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var ruling = await book.OpenAsync(id, viewer.AsPlanMover(), cancellationToken);
        if (ruling.Breaches is [{ Code: "settlement.not-allowed" }])
        {
            return this.Refuse("settlement.not-allowed");
        }

        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } opened)
        {
            return Page();
        }

        TempData.Say("Đã mở hồ sơ quyết toán. Kê chứng từ rồi trình phê duyệt.");
        return LocalRedirect($"/quyet-toan/{opened.SettlementId}/sua");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeContracts.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) is not { } contract)
        {
            return false;
        }

        Contract = contract;
        Facts = await book.FactsAsync(contract, [], cancellationToken);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        Figures = SettlementFigures.Of(new(), Facts);
        MayOpen = Facts.Contract.IsSigned && contract.CommitsMoney && viewer.AsPlanMover().May(Act.PrepareSettlement, contract.Regime, contract.TerritoryCode);
        return true;
    }
}
