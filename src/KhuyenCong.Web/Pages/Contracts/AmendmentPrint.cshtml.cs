using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>Bản in phụ lục hợp đồng: what it changes, before and after, for two signatures.</summary>
[Allow(Act.ViewProjects)]
public sealed class AmendmentPrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public Contract Contract { get; private set; } = null!;

    public ContractAmendment Amendment { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public PaperHead Head { get; private set; } = null!;

    public bool SeesBank { get; private set; }

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid amendmentId, CancellationToken cancellationToken)
    {
        // As on the contract's page: a party reads what was signed.
        if (await db.WholeContracts.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) is not { } contract
            || contract.Amendments.FirstOrDefault(a => a.ContractAmendmentId == amendmentId && (viewer.SeesHistory() || a.State is ContractAmendmentState.Signed)) is not { } amendment)
        {
            return NotFound();
        }

        (Contract, Amendment) = (contract, amendment);
        Project = await db.Projects.AsNoTracking().SingleAsync(p => p.ProjectId == contract.ProjectId, cancellationToken);
        SeesBank = await viewer.SeesBankAsync(db, contract, cancellationToken);
        var place = await PaperHead.PlaceAsync(db, contract.ProvinceCode, contract.CommuneCode, amendment.SignedOn ?? clock.Today, cancellationToken);
        Head = new(amendment.AmendedText.PartyA, place, amendment.SignedOn, contract.Kind is ContractKind.Assignment ? "Mẫu phụ lục văn bản giao nhiệm vụ" : "Mẫu phụ lục hợp đồng");
        return Page();
    }
}
