using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>Điều chỉnh, ngừng một đề án đã phê duyệt: the decision of the right decider, recorded with what it changes.</summary>
[Allow(Act.ApprovePlan)]
public sealed class AdjustModel(KhuyenCongDb db, Viewer viewer, PlanBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    public const string Draft = "dieu-chinh-ke-hoach";

    public ApprovalBatch Batch { get; private set; } = null!;

    public PlanItem Item { get; private set; } = null!;

    public AuthorityRow? Authority { get; private set; }

    /// <summary>What the project asked for and what norms leave of it: an increase stays within.</summary>
    public SupportCaps? Caps { get; private set; }

    /// <summary>The version of the batch that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public AdjustForm Form { get; set; } = new();

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<AdjustmentKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public IEnumerable<SelectListItem> Deciders => AdjustmentTable.Of(Form.Kind, Item.Kind).Deciders.Select(d => new SelectListItem(d.Text(), d.ToString()));

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
        Form.Amounts = Item.Amounts.ToDictionary(a => a.Source, a => Form.Kind.Ends() ? Dong.Zero : a.Approved);
        Form.Decider = AdjustmentTable.Of(Form.Kind, Item.Kind).Deciders[0];
        await ExplainAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
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
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var text = new AdjustmentText(Form.Kind, Form.Amounts, Form.TextBefore, Form.TextAfter, Form.Reason?.Trim() ?? "", Form.Decider, Form.DocumentNumber?.Trim() ?? "", Form.DocumentDate, Form.DelegationDocument, Form.Request ?? "", Form.Confirmation);
        var ruling = await book.AdjustAsync(Batch.ApprovalBatchId, BaseVersion, id, text, viewer.AsPlanMover(), cancellationToken);
        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is null ? null : $"{nameof(Form)}.{b.Field}" }));
        if (ruling.Event is not { } adjusted)
        {
            // The figures in force now, beside what was typed.
            return await LoadAsync(id, cancellationToken) ? Refused() ?? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, Draft, $"{id}");
        var warning = adjusted.IsBeyondKnown ? " Mức này vượt định mức chưa xác nhận; đề nghị đối chiếu văn bản gốc." : "";
        TempData.Say($"Đã ghi: {Form.Kind.Text().InSentence()}, {Item.Code ?? Item.Title}.{warning}", Form.Kind.Ends() || adjusted.IsBeyondKnown ? "warn" : "good");
        return LocalRedirect($"/ke-hoach/{Batch.AnnualPlanId}#phien-ban");
    }

    private IActionResult? Refused() => !viewer.AsPlanMover().May(Act.ApprovePlan, Batch.Regime, Batch.TerritoryCode) ? this.Refuse("plan.not-allowed")
        : !Batch.State.IsDecided() || Item.State is not PlanItemState.Approved ? this.Refuse("plan.wrong-state") : null;

    /// <summary>What bounds the amounts of one source, in words.</summary>
    public string BoundsOf(PlanItemAmount amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        var text = $"Đang phê duyệt {amount.Approved ?? Dong.Zero}; đề án đề nghị {amount.Proposed}";
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
            Caps = await book.CapsAsync(await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == Item.ProjectId, cancellationToken), cancellationToken);
        }

        Authority = AdjustmentTable.Of(Form.Kind, Item.Kind).RuleCode is { } code ? await AuthorityRow.OfAsync(db, [code], viewer.ProvinceCode, clock.Today, cancellationToken) is [var first, ..] ? first : null : null;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeBatches.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(b => b.Items.Any(i => i.PlanItemId == id), cancellationToken) is not { } batch)
        {
            return false;
        }

        (Batch, Item) = (batch, batch.Items.Single(i => i.PlanItemId == id));
        return true;
    }

    /// <summary>A decided change as typed.</summary>
    public sealed class AdjustForm
    {
        public AdjustmentKind Kind { get; set; }

        public Dictionary<string, Dong?> Amounts { get; set; } = [];

        [MaxLength(2000, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? TextBefore { get; set; }

        [MaxLength(2000, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? TextAfter { get; set; }

        [MaxLength(4000, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Reason { get; set; }

        public PlanDecider? Decider { get; set; }

        [MaxLength(60, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }

        [MaxLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? DelegationDocument { get; set; }

        [MaxLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Request { get; set; }

        [MaxLength(500, ErrorMessage = "Dài quá {1} ký tự.")]
        public string? Confirmation { get; set; }
    }
}
