using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Lập biên bản nghiệm thu: for one site of a signed contract, or for the whole project.</summary>
[Allow(Act.AcceptProject)]
public sealed class NewModel(KhuyenCongDb db, Viewer viewer, AcceptanceBook book) : PageModel
{
    public Contract Contract { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public IReadOnlyList<Acceptance> Before { get; private set; } = [];

    [BindProperty]
    public AcceptanceForm Form { get; set; }

    [BindProperty]
    public Guid? BeneficiaryId { get; set; }

    public static IEnumerable<SelectListItem> Forms => Enum.GetValues<AcceptanceForm>().Where(f => f is not AcceptanceForm.Agency).Select(f => new SelectListItem(f.Text(), f.ToString()));

    public IEnumerable<SelectListItem> Sites => Project.Beneficiaries.OrderBy(b => b.Order).Select(b => new SelectListItem(b.Name, b.ProjectBeneficiaryId.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = Project.Beneficiaries.Count > 0 ? AcceptanceForm.PerSite : AcceptanceForm.General;
        BeneficiaryId = Project.Beneficiaries.OrderBy(b => b.Order).FirstOrDefault(b => Before.All(a => a.BeneficiaryId != b.ProjectBeneficiaryId))?.ProjectBeneficiaryId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (BeneficiaryId is { } wanted && Project.Beneficiaries.All(b => b.ProjectBeneficiaryId != wanted))
        {
            ModelState.AddBreaches([new("acceptance.site-missing", nameof(BeneficiaryId))]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ruling = await book.OpenAsync(id, Form, BeneficiaryId, viewer.AsPlanMover(), cancellationToken);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } opened)
        {
            return Page();
        }

        TempData.Say("Đã lập biên bản, hãy ghi nội dung nghiệm thu.");
        return LocalRedirect($"/nghiem-thu/{opened.AcceptanceId}/sua");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Contracts.AsNoTracking().Include(c => c.Amounts).SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) is not { } contract
            || await viewer.ReadProjectAsync(db, contract.ProjectId, cancellationToken, seated: false) is not { } project)
        {
            return NotFound();
        }

        (Contract, Project) = (contract, project);
        if (!viewer.AsPlanMover().May(Act.AcceptProject, contract.Regime, contract.TerritoryCode))
        {
            return this.Refuse("acceptance.not-allowed");
        }

        Before = await db.Acceptances.AsNoTracking().Where(a => a.ContractId == id).OrderBy(a => a.BeneficiaryName).ThenBy(a => a.Round).ToListAsync(cancellationToken);
        return null;
    }
}
