using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>Lập phụ lục hợp đồng: the next version of a signed contract, put before the signer.</summary>
[Allow(Act.EditContract)]
public sealed class AmendModel(KhuyenCongDb db, Viewer viewer, ContractBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Box = "hop-dong-phu-luc";

    public Contract Contract { get; private set; } = null!;

    public ContractChoices Choices { get; private set; } = ContractChoices.None;

    [BindProperty]
    public ContractForm Form { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version of the contract that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } answer)
        {
            return answer;
        }

        Form = ContractForm.Of(Contract.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } answer)
        {
            return answer;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ruling = await book.AmendAsync(id, BaseVersion, Form.Read(Contract.Kind, Contract.Text.Milestones, () => Uuid.New(clock)), Reason, viewer.AsPlanMover(), cancellationToken);
        ModelState.AddBreaches(ContractForm.Placed(ruling.Breaches).Select(b => b with { Field = b.Field is null or nameof(Reason) ? b.Field : $"{nameof(Form)}.{b.Field}" }));
        if (ruling.Event is null)
        {
            return await LoadAsync(id, cancellationToken) ?? Page();
        }

        await this.EndDraftAsync(drafts, Box, $"{id}");
        TempData.Say("Đã trình ký phụ lục.");
        return LocalRedirect($"/hop-dong/{id}");
    }

    /// <summary>The answer where nothing can be written; null where the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeContracts.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) is not { } contract)
        {
            return NotFound();
        }

        Contract = contract;
        if (!viewer.AsPlanMover().May(Act.EditContract, contract.Regime, contract.TerritoryCode))
        {
            return this.Refuse("contract.not-allowed");
        }

        if (contract.State is not ContractState.Signed)
        {
            return this.Refuse("contract.wrong-state");
        }

        if (contract.OpenAmendment is not null)
        {
            return this.Refuse("contract.amendment-open");
        }

        Choices = await ContractChoices.OfAsync(db, contract.Kind, await book.GroundOfAsync(contract, contract.Text, null, cancellationToken), clock.Today, cancellationToken);
        return null;
    }
}
