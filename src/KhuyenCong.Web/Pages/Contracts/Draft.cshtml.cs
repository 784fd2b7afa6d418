using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>Lập hợp đồng, giao nhiệm vụ for an approved project, or as a part of one of its contracts.</summary>
[Allow(Act.EditContract)]
public sealed class DraftModel(KhuyenCongDb db, Viewer viewer, ContractBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Box = "hop-dong";

    [BindProperty(SupportsGet = true, Name = "loai")]
    public ContractKind? Wanted { get; set; }

    [BindProperty(SupportsGet = true, Name = "thuoc")]
    public Guid? Parent { get; set; }

    [BindProperty]
    public ContractForm Form { get; set; } = new();

    public ContractKind Kind { get; private set; }

    public ContractGround Ground { get; private set; } = null!;

    public ContractChoices Choices { get; private set; } = ContractChoices.None;

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public AuthorityRow? Advice { get; private set; }

    /// <summary>Who is assigned and who has a contract, of national money.</summary>
    public AuthorityRow? Assigning { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } answer)
        {
            return answer;
        }

        var project = Ground.Project;
        Form = new()
        {
            Content = project.Title,
            StartsOn = project.StartsOn,
            EndsOn = project.EndsOn,
            PartyAId = Choices.PartyA is [var only] ? Guid.Parse(only.Value) : null,
            PartyBEstablishmentId = Choices.Beneficiaries is [var one] ? Guid.Parse(one.Value) : null,
            Amounts = Choices.Sources.ToDictionary(s => s.Source.Code, s => (Dong?)s.Room),
        };
        Form.Spread();
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

        var ruling = await book.DraftAsync(id, Kind, Parent, Form.Read(Kind, [], () => Uuid.New(clock)), viewer.AsPlanMover(), cancellationToken);
        ModelState.AddBreaches(ContractForm.Placed(ruling.Breaches).Select(b => b with { Field = b.Field is null ? null : $"{nameof(Form)}.{b.Field}" }));
        if (ruling.Event is not { } drafted)
        {
            return Page();
        }

        await this.EndDraftAsync(drafts, Box, $"{id}-{Kind}");
        TempData.Say("Đã lưu bản soạn. Kiểm tra rồi trình ký.");
        return LocalRedirect($"/hop-dong/{drafted.ContractId}");
    }

    /// <summary>The answer where nothing can be drafted; null where the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await db.Projects.VisibleTo(viewer, db).AnyAsync(p => p.ProjectId == id, cancellationToken))
        {
            return NotFound();
        }

        if (Parent is { } parent && !await db.Contracts.VisibleTo(viewer, db).AnyAsync(c => c.ContractId == parent && c.ProjectId == id, cancellationToken))
        {
            return NotFound();
        }

        if (await book.GroundAsync(id, Parent, null, null, null, cancellationToken) is not { } ground)
        {
            return this.Refuse("contract.not-approved");
        }

        if (!viewer.AsPlanMover().May(Act.EditContract, ground.Batch.Regime, ground.Batch.TerritoryCode))
        {
            return this.Refuse("contract.not-allowed");
        }

        List<ContractKind> kinds = [.. ContractParties.KindsFor(ground.Batch.Regime, ground.Project.Nature).Where(k => k.IsPart == (Parent is not null)).Select(k => k.Kind).Distinct()];
        if (kinds.Count == 0)
        {
            return this.Refuse("contract.kind-not-part");
        }

        (Ground, Kind) = (ground, Wanted is { } wanted && kinds.Contains(wanted) ? wanted : kinds.Contains(ContractKind.Support) ? ContractKind.Support : kinds[0]);
        Kinds = [.. kinds.Select(k => new SelectListItem(k.Text(), k.ToString()))];
        Parents = [.. (await db.Contracts.VisibleTo(viewer, db).AsNoTracking().Where(c => c.ProjectId == id && c.State == ContractState.Signed && c.ParentContractId == null && c.PartyBOrganisationId != null).ToListAsync(cancellationToken))
            .Select(c => new SelectListItem($"{c.Kind.Text()} số {c.Number}, {c.PartyB}", $"{c.ContractId}"))];
        Choices = await ContractChoices.OfAsync(db, Kind, ground, clock.Today, cancellationToken);
        Advice = TenderAdvice.Asks(Kind, ground.Batch.Regime, ground.Project.ContentCode, Form.Selection)
            ? await AuthorityRow.OfAsync(db, [TenderAdvice.RuleCode], viewer.ProvinceCode, clock.Today, cancellationToken) is [var known, ..] ? known : null
            : null;
        Assigning = ground.Batch.Regime is Regime.National && Parent is null && Kind is ContractKind.Assignment or ContractKind.Agency
            ? await AuthorityRow.OfAsync(db, [AssignmentRule.RuleCode], viewer.ProvinceCode, clock.Today, cancellationToken) is [var assigning, ..] ? assigning : null
            : null;
        return null;
    }
}
