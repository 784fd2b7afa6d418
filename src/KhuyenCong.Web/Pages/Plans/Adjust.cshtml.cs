using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Điều chỉnh, ngừng một đề án đã phê duyệt: the decision of the right decider, shown as before and after, recorded with what it changes.</summary>
[Allow(Act.ApprovePlan)]
public sealed class AdjustModel(KhuyenCongDb db, Viewer viewer, PlanBook book, AdjustDesk desk, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "dieu-chinh-ke-hoach";

    public ApprovalBatch Batch { get; private set; } = null!;

    public PlanItem Item { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public AdjustDesk Desk => desk;

    public AuthorityRow? Authority { get; private set; }

    /// <summary>What the project asked for and what norms leave of it: an increase stays within.</summary>
    public SupportCaps? Caps { get; private set; }

    /// <summary>Before and after, shown without being written; null where nothing was tried.</summary>
    public IReadOnlyList<PlanChange>? Shown { get; private set; }

    /// <summary>What next year's allotments leave, by source that this project draws on; null where none was given.</summary>
    public IReadOnlyList<(FundingSource Source, Dong? Available)> NextYear { get; private set; } = [];

    /// <summary>What the change would be suspected to support twice; asked once something was sent.</summary>
    public IReadOnlyList<SuspectRow> Suspects { get; private set; } = [];

    /// <summary>The version of the batch that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public AdjustForm Form { get; set; } = new();

    [BindProperty(Name = "tim-co-so")]
    public string? Search { get; set; }

    public bool Rises => Form.Kind is AdjustmentKind.IncreaseSupport;

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<AdjustmentKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public IEnumerable<SelectListItem> Deciders => AdjustmentTable.Of(Form.Kind, Item.Kind).Deciders.Select(d => new SelectListItem(d.Text(), d.ToString()));

    public IEnumerable<SelectListItem> BeneficiaryChoices => Project.Beneficiaries.OrderBy(b => b.Order).Select(b => new SelectListItem(b.Name, $"{b.ProjectBeneficiaryId}"));

    public async Task<IActionResult> OnGetAsync(Guid id, AdjustmentKind? loai, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Refused() is { } refusal)
        {
            return refusal;
        }

        Form.Kind = loai ?? AdjustmentKind.DecreaseSupport;
        Form.Start(Item, Project);
        if (Form.Kind is AdjustmentKind.ExtendToNextYear)
        {
            Form.Moved = await book.FreeAsync(Item, cancellationToken);
        }

        if (Form.Kind.Ends())
        {
            Form.Keep(Item, await book.FreeAsync(Item, cancellationToken));
        }

        await ExplainAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await StartAsync(id, cancellationToken) is { } answer)
        {
            return answer;
        }

        var ruling = await book.AdjustAsync(Batch.ApprovalBatchId, BaseVersion, id, Form.Read(desk.Read(Form, Project), Project), viewer.AsPlanMover(), cancellationToken);
        Tell(ruling.Breaches);
        if (ruling.Event is not { } adjusted)
        {
            await SuspectAsync(cancellationToken);
            // The figures in force now, beside what was typed.
            return await LoadAsync(id, cancellationToken) ? Refused() ?? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, Draft, $"{id}");
        var warning = adjusted.IsBeyondKnown ? " Mức này vượt định mức chưa xác nhận; đề nghị đối chiếu văn bản gốc." : "";
        TempData.Say($"Đã ghi: {Form.Kind.Text().InSentence()}, {Item.Code ?? Item.Title}.{warning}", Form.Kind.Ends() || adjusted.IsBeyondKnown ? "warn" : "good");
        return LocalRedirect($"/ke-hoach/{Batch.AnnualPlanId}#phien-ban");
    }

    /// <summary>Before and after, and what stands in the way; nothing is written.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await StartAsync(id, cancellationToken) is { } answer)
        {
            return answer;
        }

        var ruling = await book.TryAdjustAsync(Batch, Item, Form.Read(desk.Read(Form, Project), Project), viewer.AsPlanMover(), cancellationToken);
        Tell(ruling.Breaches);
        await SuspectAsync(cancellationToken);
        Shown = ruling.Event?.Changes;
        return Page();
    }

    /// <summary>Looks for who may take a beneficiary's place.</summary>
    public async Task<IActionResult> OnPostFindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await StartAsync(id, cancellationToken) is { } answer)
        {
            return answer;
        }

        return Page();
    }

    private async Task SuspectAsync(CancellationToken cancellationToken) =>
        Suspects = await book.SuspectsAsync(Project, Form.Read(desk.Read(Form, Project), Project), cancellationToken);

    /// <summary>The answer where nothing can be decided; null where the form can be read.</summary>
    private async Task<IActionResult?> StartAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Refused() is { } refusal)
        {
            return refusal;
        }

        await ExplainAsync(cancellationToken);
        return ModelState.IsValid ? null : Page();
    }

    private void Tell(IReadOnlyList<Breach> breaches) => ModelState.AddBreaches(breaches.Select(b => b with { Field = b.Field is null || b.Field.Contains('[', StringComparison.Ordinal) ? null : $"{nameof(Form)}.{b.Field}" }));

    private IActionResult? Refused() => !viewer.AsPlanMover().May(Act.ApprovePlan, Batch.Regime, Batch.TerritoryCode) ? this.Refuse("plan.not-allowed")
        : !Batch.State.IsDecided() || Item.State is not PlanItemState.Approved ? this.Refuse("plan.wrong-state") : null;

    /// <summary>What bounds the amounts of one source, in words.</summary>
    public string BoundsOf(PlanItemAmount amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        var returned = amount.Returned > Dong.Zero ? $", trong đó đã trả về nguồn {amount.Returned}" : "";
        var text = $"Đang phê duyệt {amount.Approved ?? Dong.Zero}{returned}; đề án đề nghị {amount.Proposed}";
        if (Caps is null)
        {
            return text + ".";
        }

        var source = FundingSource.Find(amount.Source)!;
        var (binding, known) = (Of(Caps.Binding), Of(Caps.Known));
        return $"{text}; cao nhất theo định mức đã xác nhận: {binding}{(known < binding ? $"; định mức chưa xác nhận chỉ cảnh báo: {known}" : "")}.";

        Dong Of(ProposedSupport support) => (source == FundingSource.National ? support.National : source == FundingSource.Provincial ? support.Provincial : support.Commune) ?? Dong.Zero;
    }

    private async Task ExplainAsync(CancellationToken cancellationToken)
    {
        if (Form.Kind.ChangesMoney())
        {
            Caps = await book.CapsAsync(Project, cancellationToken);
        }

        if (Form.Kind is AdjustmentKind.ExtendToNextYear)
        {
            NextYear = await book.NextYearAsync(Item, cancellationToken);
        }

        await desk.LoadAsync(Project, Form, Search, cancellationToken);
        Authority = AdjustmentTable.Of(Form.Kind, Item.Kind).RuleCode is { } code ? await AuthorityRow.OfAsync(db, [code], viewer.ProvinceCode, clock.Today, cancellationToken) is [var first, ..] ? first : null : null;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeBatches.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(b => b.Items.Any(i => i.PlanItemId == id), cancellationToken) is not { } batch)
        {
            return false;
        }

        (Batch, Item) = (batch, batch.Items.Single(i => i.PlanItemId == id));
        Project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == Item.ProjectId, cancellationToken);
        return true;
    }
}
