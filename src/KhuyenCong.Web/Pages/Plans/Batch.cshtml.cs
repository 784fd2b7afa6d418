using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Drafts;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Plans;

/// <summary>One batch, one page: its projects with the amounts side by side, its steps; the state table says which buttons there are and guards what they send.</summary>
[Allow(Act.ViewPlans)]
public sealed class BatchModel(KhuyenCongDb db, Viewer viewer, PlanBook book, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();

    public AnnualPlan Plan { get; private set; } = null!;

    public ApprovalBatch Batch { get; private set; } = null!;

    public IReadOnlyList<BatchAction> Offered { get; private set; } = [];

    public BatchAction? Chosen { get; private set; }

    public bool MayAppraise { get; private set; }

    public bool MayChoose { get; private set; }

    public bool MayDecide { get; private set; }

    public IReadOnlyList<AuthorityRow> Authorities { get; private set; } = [];

    /// <summary>What appraisal concluded for each project: what the amounts start from.</summary>
    public IReadOnlyDictionary<Guid, FundingSplit> Supported { get; private set; } = new Dictionary<Guid, FundingSplit>();

    public DateOnly Today => clock.Today;

    public IReadOnlyList<FundingSource> Used => [.. FundingSource.All.Where(s => Batch.Items.Any(i => i.Proposed[s] is not null))];

    public IEnumerable<SelectListItem> Deciders => PlanDeciders.Of(Batch.Regime).Select(d => new SelectListItem(d.Text(), d.ToString()));

    /// <summary>The writer who would appraise has to name somebody from outside.</summary>
    public bool OffersOutsider => Batch.Regime is Regime.Commune && Chosen is BatchAction.Appraise;

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty(Name = nameof(Items))]
    public Dictionary<Guid, ItemForm> Items { get; set; } = [];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, BatchAction? viec, CancellationToken cancellationToken) => await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] BatchAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        var mover = viewer.AsPlanMover();
        var move = Move.Read(action);
        ModelState.AddBreaches(await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken) is { } unfit ? [unfit] : []);
        var breaches = !ModelState.IsValid ? [] : action switch
        {
            BatchAction.Approve => (await book.ApproveAsync(id, move, mover, cancellationToken)).Breaches,
            BatchAction.Undo => (await book.UndoAsync(id, move, mover, cancellationToken)).Breaches,
            _ => await StepAsync(move, mover, cancellationToken),
        };
        if (breaches is [{ Code: "plan.not-allowed" }])
        {
            return this.Refuse("plan.not-allowed");
        }

        ModelState.AddBreaches(breaches.Select(b => b with { Field = b.Field is null || b.Field.StartsWith("Row-", StringComparison.Ordinal) ? b.Field : $"{nameof(Move)}.{b.Field}" }));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Upload is not null)
        {
            await AttachAsync(id, cancellationToken);
        }

        await this.EndDraftAsync(drafts, $"dot-{action}", $"{id}");
        TempData.Say($"{action.Done()}: đợt {Batch.Number}.", action is BatchAction.Undo or BatchAction.Return or BatchAction.Discard ? "warn" : "good");
        return LocalRedirect($"/ke-hoach/dot/{id}");
    }

    /// <summary>Writes the appraised amounts without concluding.</summary>
    public async Task<IActionResult> OnPostAppraiseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, BatchAction.Appraise, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var breaches = await WriteAmountsAsync(viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "plan.not-allowed" }])
        {
            return this.Refuse("plan.not-allowed");
        }

        ModelState.AddBreaches(breaches);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await this.EndDraftAsync(drafts, "dot-muc-tham-dinh", $"{id}");
        TempData.Say("Đã ghi mức thẩm định.");
        return LocalRedirect($"/ke-hoach/dot/{id}");
    }

    /// <summary>The signed scan of a decision that was recorded without it.</summary>
    public async Task<IActionResult> OnPostCopyAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        if (!MayDecide || !Batch.State.IsDecided())
        {
            return this.Refuse("plan.not-allowed");
        }

        ModelState.Require(Upload, nameof(Upload), Messages.For("paper.file-missing"));
        ModelState.AddBreaches(await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken) is { } unfit ? [unfit] : []);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await AttachAsync(id, cancellationToken);
        TempData.Say("Đã kèm bản ký.");
        return LocalRedirect($"/ke-hoach/dot/{id}");
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken)
    {
        var batch = await db.ApprovalBatches.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(b => b.ApprovalBatchId == id, cancellationToken);
        return batch is not { FileSha: { } sha } || files.Open(batch.ProvinceCode, sha) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = batch.FileName ?? "quyet-dinh.pdf" };
    }

    public string Who(Guid? user) => user is { } id ? people.GetValueOrDefault(id, "—") : "—";

    /// <summary>What undoing the decision touches, told before it is done.</summary>
    public IEnumerable<string> Touched()
    {
        var drawn = Batch.Standing.SelectMany(i => i.Amounts).Where(a => a.AllocationId is not null).GroupBy(a => a.Source).Select(g => $"trả {g.Select(a => a.Approved ?? Dong.Zero).Sum()} về dự toán được giao của nguồn {FundingSource.Find(g.Key)?.Name}");
        return [$"{Batch.Standing.Count()} đề án, nhiệm vụ trở về “thẩm định đạt”", .. drawn, "số đã phê duyệt bên cạnh chương trình giảm theo", "quyết định và bản hủy đều giữ trong danh sách phiên bản"];
    }

    public IEnumerable<string> FaultsOf(Guid projectId) => ModelState.TryGetValue($"Row-{projectId:N}", out var state) ? state.Errors.Select(e => e.ErrorMessage) : [];

    private async Task<IReadOnlyList<Breach>> StepAsync(BatchMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        if (move.Action is BatchAction.Appraise && Items.Count > 0 && await WriteAmountsAsync(mover, cancellationToken) is { Count: > 0 } faults)
        {
            return faults;
        }

        var ruling = BatchMoves.Of(Batch, Uuid.New(clock), move, mover, clock);
        if (ruling.Event is { } moved)
        {
            Batch.Apply(moved);
            db.Because("plan.moved", move.Note ?? move.Action.Done());
            await db.SaveChangesAsync(cancellationToken);
        }

        return ruling.Breaches;
    }

    private async Task<IReadOnlyList<Breach>> WriteAmountsAsync(PlanMover mover, CancellationToken cancellationToken)
    {
        var texts = Batch.Items.Where(i => Items.ContainsKey(i.PlanItemId)).Select(i => Items[i.PlanItemId].Read(i)).ToList();
        var ruling = BatchMoves.Appraise(Batch, texts, mover);
        if (ruling.Event is { } appraised)
        {
            Batch.Apply(appraised);
            db.Because("plan.appraised");
            await db.SaveChangesAsync(cancellationToken);
        }

        return ruling.Breaches;
    }

    private async Task AttachAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var batch = await db.ApprovalBatches.SingleAsync(b => b.ApprovalBatchId == id, cancellationToken);
        batch.Apply(new SignedCopyAttached((await files.KeepAsync(viewer.ProvinceCode, Upload, cancellationToken))!, FileNames.Clean(Upload!.FileName)));
        db.Because("plan.copy-attached");
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> LoadAsync(Guid id, BatchAction? wanted, CancellationToken cancellationToken)
    {
        if (await db.WholeBatches.VisibleTo(viewer).SingleOrDefaultAsync(b => b.ApprovalBatchId == id, cancellationToken) is not { } batch)
        {
            return false;
        }

        Batch = batch;
        Plan = await db.AnnualPlans.AsNoTracking().SingleAsync(p => p.AnnualPlanId == batch.AnnualPlanId, cancellationToken);
        var mover = viewer.AsPlanMover();
        Offered = [.. BatchStates.Offered(batch, mover)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Where(a => a is not (BatchAction.Return or BatchAction.Discard or BatchAction.Undo)).Cast<BatchAction?>().FirstOrDefault();
        MayAppraise = batch.State is BatchState.Submitted && mover.May(Act.AppraisePlan, batch.Regime, batch.TerritoryCode);
        MayChoose = batch.State is BatchState.Drafting && mover.May(Act.DraftPlan, batch.Regime, batch.TerritoryCode);
        MayDecide = mover.May(Act.ApprovePlan, batch.Regime, batch.TerritoryCode);
        Supported = MayAppraise ? await PlanBook.SupportedAsync(db, [.. batch.Items.Select(i => i.ProjectId)], cancellationToken) : Supported;
        Authorities = await AuthorityRow.OfAsync(db, PlanDeciders.RuleCodes(batch.Regime), viewer.ProvinceCode, clock.Today, cancellationToken);
        var users = batch.Steps.Select(s => s.By).Append(batch.CreatedBy).Distinct().ToList();
        people = await db.Users.Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return true;
    }

    /// <summary>What a step brings along.</summary>
    public sealed class MoveForm
    {
        public string? Note { get; set; }

        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }

        public string? Signer { get; set; }

        public PlanDecider? Decider { get; set; }

        public string? DelegationDocument { get; set; }

        public string? OutsideAppraiser { get; set; }

        public string? OutsideAppraiserUnit { get; set; }

        public BatchMove Read(BatchAction action) => new(
            action, Blank(Note), Blank(DocumentNumber), DocumentDate, Blank(Signer), action is BatchAction.Approve ? Decider : null, Blank(DelegationDocument),
            action is BatchAction.Appraise ? Blank(OutsideAppraiser) : null, action is BatchAction.Appraise ? Blank(OutsideAppraiserUnit) : null);

        private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>One item as the appraiser fills it in.</summary>
    public sealed class ItemForm
    {
        public Dictionary<string, Dong?> Amounts { get; set; } = [];

        public bool LeftOut { get; set; }

        public string? Remark { get; set; }

        public AppraisedItem Read(PlanItem item)
        {
            ArgumentNullException.ThrowIfNull(item);
            // Sources that are not drawn on an allocation are the project's own affair: they stay as proposed.
            return new(item.PlanItemId, item.Amounts.ToDictionary(a => a.Source, a => Allotting.IsDrawn(a.Source) ? Amounts.GetValueOrDefault(a.Source) : a.Proposed), LeftOut, Remark);
        }
    }
}

/// <summary>A rule of the library that says who decides.</summary>
public sealed record AuthorityRow(Guid LegalRuleId, string Text, string Source, RuleStanding Standing)
{
    public static async Task<IReadOnlyList<AuthorityRow>> OfAsync(KhuyenCongDb db, IReadOnlyList<string> codes, string province, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rules = (await db.LegalRules.AsNoTracking().Where(r => codes.Contains(r.Code) && (r.TerritoryProvinceCode == null || r.TerritoryProvinceCode == province)).ToListAsync(cancellationToken)).Where(r => r.Covers(on)).ToList();
        var (ids, sources) = (rules.Select(r => r.LegalRuleId).ToList(), rules.Select(r => r.LegalDocumentId).ToList());
        var adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ids.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        var documents = await db.LegalDocuments.AsNoTracking().Where(d => sources.Contains(d.LegalDocumentId)).ToDictionaryAsync(d => d.LegalDocumentId, d => $"{d.Kind.Word()} {d.Number}", cancellationToken);
        return [.. rules.OrderBy(r => codes.ToList().IndexOf(r.Code)).Select(r => new AuthorityRow(r.LegalRuleId, r.Text, string.Join(", ", new[] { r.Place, documents[r.LegalDocumentId] }.Where(t => t.Length > 0)), RuleStanding.Of(r, adoptions, on)))];
    }
}
