using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Bản in thông báo thu hồi: what a settled contract has to pay back, by which document, and why.</summary>
[Allow(Act.ViewProjects)]
public sealed class RecoveryPrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Settlement Settlement { get; private set; } = null!;

    public SettledRecovery Recovery { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public PaperHead Head { get; private set; } = null!;

    public string ProjectTitle { get; private set; } = "";

    public string? ProjectCode { get; private set; }

    public int? BudgetYear { get; private set; }

    /// <summary>Of khuyến công's own sources, before anything was paid back.</summary>
    public Dong Settled => Settlement.Amounts.Where(a => Allotting.IsDrawn(a.Source)).Select(a => a.Settled).Sum();

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid recoveryId, CancellationToken cancellationToken)
    {
        if (await db.WholeSettlements.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(s => s.SettlementId == id, cancellationToken) is not { } settlement
            || settlement.Recoveries.FirstOrDefault(r => r.SettledRecoveryId == recoveryId) is not { } recovery)
        {
            return NotFound();
        }

        (Settlement, Recovery) = (settlement, recovery);
        Contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == settlement.ContractId, cancellationToken);
        var project = await db.Projects.Where(p => p.ProjectId == settlement.ProjectId).Select(p => new { p.Title, p.Code }).SingleAsync(cancellationToken);
        (ProjectTitle, ProjectCode) = (project.Title, project.Code);
        BudgetYear = await db.Allocations.Where(a => a.AllocationId == recovery.AllocationId).Select(a => (int?)a.Year).SingleOrDefaultAsync(cancellationToken);
        Head = new(Contract.PartyA, await PaperHead.PlaceAsync(db, settlement.ProvinceCode, Contract.CommuneCode, clock.Today, cancellationToken), null, "Mẫu thông báo thu hồi kinh phí");
        return Page();
    }
}
