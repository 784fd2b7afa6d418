using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Norms;
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
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>One yearly estimate on its way: lines with the amounts side by side, and the step that comes next.</summary>
[Allow(Act.ViewPlans)]
public sealed class EstimateModel(KhuyenCongDb db, Viewer viewer, PlanBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    private const int BlankRows = 3;

    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();

    public BudgetEstimate Estimate { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public IReadOnlyList<BudgetEstimateAction> Offered { get; private set; } = [];

    public BudgetEstimateAction? Chosen { get; private set; }

    public bool MayWrite { get; private set; }

    /// <summary>The commune whose own estimate it is; null for the province's.</summary>
    public string? Commune { get; private set; }

    public bool AsksAmounts => Asked is { NeedsAmounts: true };

    public bool AsksDocument => Asked is { NeedsDocument: true };

    public bool AsksReason => Asked is { NeedsReason: true };

    /// <summary>Whoever wrote it and would appraise it has to name somebody from outside.</summary>
    public bool OffersOutsider => Commune is not null && Chosen is BudgetEstimateAction.Appraise;

    private BudgetEstimateTransition? Asked => Chosen is { } chosen ? BudgetEstimateStates.Find(Estimate.State, chosen, Commune) : null;

    public static IEnumerable<SelectListItem> Contents => Article4.All.Select(c => new SelectListItem(ProjectWords.ContentText(c.Code), c.Code));

    public IEnumerable<SelectListItem> Sources => Allotting.Sources.Where(s => (s == FundingSource.Commune) == (Commune is not null)).Select(s => new SelectListItem(s.Name, s.Code));

    [BindProperty(Name = nameof(Lines))]
    public List<LineForm> Lines { get; set; } = [];

    /// <summary>The version of the estimate that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty(Name = nameof(Amounts))]
    public Dictionary<Guid, AmountForm> Amounts { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, BudgetEstimateAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken))
        {
            return NotFound();
        }

        Lines = [.. Estimate.Lines.OrderBy(l => l.Order).Select(LineForm.Of)];
        Lines.AddRange(Enumerable.Range(0, BlankRows).Select(_ => new LineForm { Id = Uuid.New(clock), Source = Commune is null ? null : FundingSource.Commune.Code }));
        return Page();
    }

    /// <summary>Saves the lines; rows left blank are dropped.</summary>
    public async Task<IActionResult> OnPostLinesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return this.Refuse("plan.not-allowed");
        }

        var kept = Lines.Select((l, i) => (Line: l, At: i)).Where(l => !l.Line.Remove && !l.Line.IsBlank).ToList();
        List<BudgetLineText> texts = [.. kept.Select(l => new BudgetLineText(l.Line.Id == Guid.Empty ? Uuid.New(clock) : l.Line.Id, l.Line.ContentCode ?? "", l.Line.Source ?? "", l.Line.Text ?? "", l.Line.Proposed ?? Dong.Zero))];
        // What could not be read is told together with what breaks a rule, and nothing is saved.
        var ruling = ModelState.IsValid ? await book.WriteAsync(id, BaseVersion, texts, viewer.AsPlanMover(), cancellationToken) : BudgetEstimating.Write(Estimate, Commune, texts, viewer.AsPlanMover(), clock);
        // The rule counts the rows that are kept; the page shows them where they stand.
        ModelState.AddBreaches(ruling.Breaches.Select(b => b.Field is { } field && field.StartsWith("Lines[", StringComparison.Ordinal) && int.TryParse(field[6..field.IndexOf(']')], out var at) ? b with { Field = $"Lines[{kept[at].At}]{field[(field.IndexOf(']') + 1)..]}" } : b));
        if (!ModelState.IsValid)
        {
            return await ShownAgainAsync(id, null, cancellationToken);
        }

        await this.EndDraftAsync(drafts, "du-toan-nam", $"{id}");
        TempData.Say("Đã lưu các dòng dự toán.");
        return LocalRedirect($"/du-toan/de-nghi/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] BudgetEstimateAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await ShownAgainAsync(id, viec, cancellationToken);
        }

        var move = new BudgetEstimateMove(action, Blank(Move.Note), Blank(Move.DocumentNumber), Move.DocumentDate, Blank(Move.Issuer), [.. Estimate.Lines.Where(l => Amounts.ContainsKey(l.BudgetEstimateLineId)).Select(l => (l.BudgetEstimateLineId, Amounts[l.BudgetEstimateLineId].Amount, Blank(Amounts[l.BudgetEstimateLineId].Remark)))], Blank(Move.OutsideAppraiser), Blank(Move.OutsideAppraiserUnit));
        var ruling = await book.MoveAsync(id, BaseVersion, move, viewer.AsPlanMover(), cancellationToken);
        if (ruling.Breaches is [{ Code: "plan.not-allowed" }])
        {
            return this.Refuse("plan.not-allowed");
        }

        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is null || b.Field.StartsWith("Line-", StringComparison.Ordinal) ? b.Field : $"{nameof(Move)}.{b.Field}" }));
        if (!ModelState.IsValid)
        {
            return await ShownAgainAsync(id, viec, cancellationToken);
        }

        await this.EndDraftAsync(drafts, $"du-toan-{action}", $"{id}");
        var unlike = action is not BudgetEstimateAction.Allot ? 0 : (await db.WholeEstimates.AsNoTracking().SingleAsync(e => e.BudgetEstimateId == id, cancellationToken)).Lines.Count(l => l.IsUnlikeResolution);
        TempData.Say(
            unlike == 0 ? $"{action.Done()}." : $"{action.Done()}. Số giao của {unlike} dòng khác số HĐND quyết nghị; đề nghị đối chiếu nghị quyết.",
            unlike > 0 || action is BudgetEstimateAction.Return or BudgetEstimateAction.Discard ? "warn" : "good");
        return LocalRedirect($"/du-toan/de-nghi/{id}");
    }

    /// <summary>What was typed, beside what stands there now. Lines that somebody else has added since are added, so that saving again does not drop them.</summary>
    private async Task<IActionResult> ShownAgainAsync(Guid id, BudgetEstimateAction? wanted, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, wanted, cancellationToken))
        {
            return NotFound();
        }

        Lines.AddRange(Estimate.Lines.OrderBy(l => l.Order).Where(l => !Lines.Exists(t => t.Id == l.BudgetEstimateLineId)).Select(LineForm.Of));
        return Page();
    }

    public string Who(Guid id) => people.GetValueOrDefault(id, "—");

    private async Task<bool> LoadAsync(Guid id, BudgetEstimateAction? wanted, CancellationToken cancellationToken)
    {
        if (await db.WholeEstimates.VisibleTo(viewer, db).SingleOrDefaultAsync(e => e.BudgetEstimateId == id, cancellationToken) is not { } estimate)
        {
            return false;
        }

        Estimate = estimate;
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(estimate.HolderId);
        Commune = (await db.CommunesOfAsync([estimate.HolderId], cancellationToken)).GetValueOrDefault(estimate.HolderId);
        Offered = [.. BudgetEstimateStates.Offered(estimate, Commune, viewer.AsPlanMover())];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Count > 0 ? Offered[0] : null;
        MayWrite = BudgetEstimating.MayWrite(estimate, Commune, viewer.AsPlanMover());
        var users = estimate.Steps.Select(s => s.By).Concat(estimate.Hands.Writers).Concat(estimate.Hands.Appraisers).Append(estimate.CreatedBy).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }

    /// <summary>A line as typed.</summary>
    public sealed class LineForm
    {
        public Guid Id { get; set; }

        public string? ContentCode { get; set; }

        public string? Source { get; set; }

        public string? Text { get; set; }

        public Dong? Proposed { get; set; }

        public bool Remove { get; set; }

        public static LineForm Of(BudgetEstimateLine line)
        {
            ArgumentNullException.ThrowIfNull(line);
            return new() { Id = line.BudgetEstimateLineId, ContentCode = line.ContentCode, Source = line.Source, Text = line.Text, Proposed = line.Proposed };
        }

        public bool IsBlank => string.IsNullOrWhiteSpace(Text) && Proposed is null;
    }

    /// <summary>What a step brings along.</summary>
    public sealed class MoveForm
    {
        public string? Note { get; set; }

        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }

        public string? Issuer { get; set; }

        public string? OutsideAppraiser { get; set; }

        public string? OutsideAppraiserUnit { get; set; }
    }

    /// <summary>The amount that the Sở Tài chính finds, or that is allotted.</summary>
    public sealed class AmountForm
    {
        public Dong? Amount { get; set; }

        public string? Remark { get; set; }
    }
}
