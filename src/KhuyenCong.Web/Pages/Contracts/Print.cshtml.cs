using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>Bản in hợp đồng: a page for the printer, as it was signed; where it was changed since, the text in force is asked for.</summary>
[Allow(Act.ViewProjects)]
public sealed class PrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Contract Contract { get; private set; } = null!;

    /// <summary>What is printed: as it was signed, or as it is in force.</summary>
    public ContractText Text { get; private set; } = new();

    /// <summary>Whether it was changed since it was signed.</summary>
    public bool IsChanged => ContractVersions.IsChanged(Contract);

    /// <summary>Whether what was signed can still be printed.</summary>
    public bool IsKept => ContractVersions.AsSigned(Contract) is not null;

    /// <summary>Whether the text in force is printed, not the one that was signed.</summary>
    public bool IsInForce { get; private set; }

    public Project Project { get; private set; } = null!;

    public ApprovalBatch Batch { get; private set; } = null!;

    public PaperHead Head { get; private set; } = null!;

    public bool SeesBank { get; private set; }

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "hien-hanh")] bool inForce, CancellationToken cancellationToken)
    {
        if (await db.WholeContracts.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) is not { } contract)
        {
            return NotFound();
        }

        Contract = contract;
        var signed = ContractVersions.AsSigned(contract);
        (Text, IsInForce) = inForce || signed is null ? (contract.Text, IsChanged) : (signed, false);
        Project = await db.Projects.AsNoTracking().SingleAsync(p => p.ProjectId == contract.ProjectId, cancellationToken);
        Batch = await db.ApprovalBatches.AsNoTracking().SingleAsync(b => db.PlanItems.Any(i => i.PlanItemId == contract.PlanItemId && i.ApprovalBatchId == b.ApprovalBatchId), cancellationToken);
        SeesBank = await viewer.SeesBankAsync(db, contract, cancellationToken);
        var commune = contract.Regime is Regime.Commune ? contract.TerritoryCode : null;
        Head = new(Text.PartyA, await PaperHead.PlaceAsync(db, contract.ProvinceCode, commune, contract.SignedOn ?? clock.Today, cancellationToken), contract.SignedOn, contract.Kind is ContractKind.Assignment ? "Mẫu văn bản giao nhiệm vụ" : "Mẫu hợp đồng");
        return Page();
    }
}
