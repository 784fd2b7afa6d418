using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Lập biên bản nghiệm thu chung: shows what the sites' records of a project come to and what is missing, and opens 5b or 5c.</summary>
[Allow(Act.AcceptProject)]
public sealed class NewSummaryModel(KhuyenCongDb db, Viewer viewer, SummaryBook book) : PageModel
{
    private Regime regime;

    public Project Project { get; private set; } = null!;

    public Gathering Gathered { get; private set; } = null!;

    [BindProperty]
    public AcceptanceForm Form { get; set; } = AcceptanceForm.General;

    public IEnumerable<SelectListItem> Forms => new[] { AcceptanceForm.General, AcceptanceForm.Agency }.Where(f => f is not AcceptanceForm.Agency || regime is Regime.National).Select(f => new SelectListItem(f.Text(), f.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ruling = await book.OpenAsync(id, Form, viewer.AsPlanMover(), cancellationToken);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } opened)
        {
            return Page();
        }

        TempData.Say("Đã lập biên bản nghiệm thu chung, hãy ghi nội dung.");
        return LocalRedirect($"/nghiem-thu/chung/{opened.AcceptanceSummaryId}");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await viewer.ReadProjectAsync(db, id, cancellationToken, seated: false) is not { } project || await book.ContractAsync(id, cancellationToken) is not { } contract)
        {
            return NotFound();
        }

        if (!viewer.AsPlanMover().May(Act.AcceptProject, contract.Regime, contract.TerritoryCode))
        {
            return this.Refuse("summary.not-allowed");
        }

        (Project, regime) = (project, contract.Regime);
        Gathered = await book.GatheredAsync(project, cancellationToken);
        return null;
    }
}
