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
public sealed partial class BatchModel(KhuyenCongDb db, Viewer viewer, PlanBook book, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
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

    /// <summary>What appraisal concluded for each project: what the amounts start from, and do not exceed.</summary>
    public IReadOnlyDictionary<Guid, ProjectFindings> Findings { get; private set; } = new Dictionary<Guid, ProjectFindings>();

    public PlanProjects Projects { get; private set; } = PlanProjects.None;

    /// <summary>When the dossiers were filed and appraised.</summary>
    public IReadOnlyList<DossierDays> Dossiers { get; private set; } = [];

    /// <summary>Dossiers that the decision comes before: worth a look, and no more.</summary>
    public IReadOnlyList<Breach> DateWarnings => Batch is { DecisionDate: { } decided, State: not BatchState.Undone } ? DecisionDay.Warnings(decided, Dossiers) : [];

    public DateOnly Today => clock.Today;

    public IReadOnlyList<FundingSource> Used => [.. FundingSource.All.Where(s => Batch.Items.Any(i => i.Proposed[s] is not null))];

    public IEnumerable<SelectListItem> Deciders => PlanDeciders.Of(Batch.Regime).Select(d => new SelectListItem(d.Text(), d.ToString()));

    /// <summary>The writer who would appraise has to name somebody from outside.</summary>
    public bool OffersOutsider => Batch.Regime is Regime.Commune && Chosen is BatchAction.Appraise;

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty(Name = nameof(Items))]
    public Dictionary<Guid, ItemForm> Items { get; set; } = [];

    /// <summary>The version of the batch that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

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
            BatchAction.Approve => (await book.ApproveAsync(id, BaseVersion, move, mover, cancellationToken)).Breaches,
            BatchAction.Undo => (await book.UndoAsync(id, BaseVersion, move, mover, cancellationToken)).Breaches,
            _ => await book.StepAsync(id, BaseVersion, action is BatchAction.Appraise && Items.Count > 0 ? Read : null, move, mover, cancellationToken),
        };
        if (await RefusedAsync(id, viec, breaches, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var notKept = await AttachAsync(id, cancellationToken);
        await this.EndDraftAsync(drafts, $"dot-{action}", $"{id}");
        if (notKept is not null)
        {
            // The step itself is done and stands; its signed copy is sent again from the page.
            TempData.Say($"{action.Done()}: đợt {Batch.Number}. {Messages.For("plan.copy-not-kept")}", "warn");
            return LocalRedirect($"/ke-hoach/dot/{id}");
        }

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

        var breaches = await book.StepAsync(id, BaseVersion, Read, null, viewer.AsPlanMover(), cancellationToken);
        if (await RefusedAsync(id, BatchAction.Appraise, breaches, cancellationToken) is { } refusal)
        {
            return refusal;
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

        if (await AttachAsync(id, cancellationToken) is { } notKept)
        {
            ModelState.AddBreaches([notKept]);
            return Page();
        }

        TempData.Say("Đã kèm bản ký.");
        return LocalRedirect($"/ke-hoach/dot/{id}");
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken)
    {
        var batch = await db.ApprovalBatches.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(b => b.ApprovalBatchId == id, cancellationToken);
        return batch is not { FileSha: { } sha } || await files.OpenAsync(batch.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = batch.FileName ?? "quyet-dinh.pdf" };
    }

    public string Who(Guid? user) => user is { } id ? people.GetValueOrDefault(id, "—") : "—";

    /// <summary>What undoing the decision touches, told before it is done.</summary>
    public IEnumerable<string> Touched()
    {
        var drawn = Batch.Standing.SelectMany(i => i.Amounts).Where(a => a.AllocationId is not null).GroupBy(a => a.Source).Select(g => $"trả {g.Select(a => a.InForce ?? Dong.Zero).Sum()} về dự toán được giao của nguồn {FundingSource.Find(g.Key)?.Name}");
        var (taken, continued) = (Batch.Standing.Count(i => !i.IsContinued), Batch.Standing.Count(i => i.IsContinued));
        string[] back = [.. taken > 0 ? [$"{taken} đề án, nhiệm vụ trở về “thẩm định đạt”"] : (string[])[], .. continued > 0 ? [$"{continued} đề án chuyển tiếp mất phần của năm {Batch.Year}, đề án vẫn theo quyết định của năm trước"] : (string[])[]];
        return [.. back, .. drawn, "số đã phê duyệt bên cạnh chương trình giảm theo", "quyết định và bản hủy đều giữ trong danh sách phiên bản"];
    }

    public IEnumerable<string> FaultsOf(Guid projectId) => ModelState.TryGetValue($"Row-{projectId:N}", out var state) ? state.Errors.Select(e => e.ErrorMessage) : [];

    private List<AppraisedItem> Read(ApprovalBatch batch) => [.. batch.Items.Where(i => Items.ContainsKey(i.PlanItemId)).Select(i => Items[i.PlanItemId].Read(i))];

    /// <summary>The answer to what was not done, or null; where somebody was faster, the page shows what stands there now beside what was typed.</summary>
    private async Task<IActionResult?> RefusedAsync(Guid id, BatchAction? wanted, IReadOnlyList<Breach> breaches, CancellationToken cancellationToken)
    {
        if (breaches is [{ Code: "plan.not-allowed" }])
        {
            return this.Refuse("plan.not-allowed");
        }

        if (breaches is [{ Code: "edit.conflict" }] && await LoadAsync(id, wanted, cancellationToken))
        {
            foreach (var item in Batch.Items.Where(i => Items.TryGetValue(i.PlanItemId, out var typed) && !typed.IsAs(i)))
            {
                var saved = item.State is PlanItemState.LeftOut ? item.State.Text().InSentence() : string.Join("; ", item.Amounts.Where(a => Allotting.IsDrawn(a.Source)).Select(a => $"{FundingSource.Find(a.Source)!.ShortName} {a.Appraised?.ToString() ?? "chưa có"}"));
                ModelState.AddModelError($"Row-{item.ProjectId:N}", Messages.For("plan.row-saved", item.Title, saved));
            }
        }

        ModelState.AddBreaches(breaches.Select(b => b with { Field = b.Field is null || b.Field.StartsWith("Row-", StringComparison.Ordinal) ? b.Field : $"{nameof(Move)}.{b.Field}" }));
        return ModelState.IsValid ? null : Page();
    }

    /// <summary>Attaches the signed copy where one came, or says why it could not be kept.</summary>
    private async Task<Breach?> AttachAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Upload is null)
        {
            return null;
        }

        db.ChangeTracker.Clear();
        var (sha, notKept) = await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (sha is null)
        {
            return notKept;
        }

        var batch = await db.ApprovalBatches.SingleAsync(b => b.ApprovalBatchId == id, cancellationToken);
        if (batch.FileSha is { } earlier && earlier != sha)
        {
            // The signed copy of an earlier step: the one of the assignment or the cancellation does not take the approval's away.
            db.RemovedPapers.Add(RemovedPaper.Of(new(
                Uuid.New(clock), batch.ProvinceCode, null, RemovedPaperKind.Batch, id,
                $"Bản ký đã kèm trước của đợt {batch.Number} năm {batch.Year}", batch.FileName ?? "quyet-dinh.pdf", PdfUpload.MediaType, earlier, null, viewer.UserId, viewer.DisplayName, TakenOff.Replaced, clock.UtcNow)));
        }

        batch.Apply(new SignedCopyAttached(sha, FileNames.Clean(Upload.FileName)));
        db.Because("plan.copy-attached");
        await db.SaveChangesAsync(cancellationToken);
        return null;
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
        // A commune's people may be too few to part duties: there the conclusion names an appraiser from outside.
        bool Parted(PlanDuty duty) => batch.Regime is Regime.Commune || !batch.Hands.Against(duty, viewer.UserId).Any();
        MayAppraise = batch.State is BatchState.Submitted && mover.May(Act.AppraisePlan, batch.Regime, batch.TerritoryCode) && Parted(PlanDuty.Appraise);
        MayChoose = batch.State is BatchState.Drafting && mover.May(Act.DraftPlan, batch.Regime, batch.TerritoryCode) && Parted(PlanDuty.Write);
        MayDecide = mover.May(Act.ApprovePlan, batch.Regime, batch.TerritoryCode);
        Findings = MayAppraise ? await db.FindingsAsync([.. batch.Items.Select(i => i.ProjectId)], batch.ApprovalBatchId, cancellationToken) : Findings;
        Projects = await PlanProjects.OfAsync(db, viewer, batch.Items.Select(i => i.ProjectId), cancellationToken);
        var standing = batch.Standing.Select(i => i.ProjectId).ToList();
        Dossiers = (await db.Projects.AsNoTracking().Where(p => standing.Contains(p.ProjectId)).OrderBy(p => p.Code)
                .Select(p => new { Name = p.Code ?? p.Title, p.FiledOn, Appraised = p.Steps.Where(s => s.ToState == ProjectState.Appraised).Max(s => (DateOnly?)s.On) }).ToListAsync(cancellationToken))
            .ConvertAll(p => new DossierDays(p.Name, p.FiledOn, p.Appraised));
        Authorities = await AuthorityRow.OfAsync(db, PlanDeciders.RuleCodes(batch.Regime), viewer.ProvinceCode, clock.Today, cancellationToken);
        var users = batch.Steps.Select(s => s.By).Concat(batch.Hands.Writers).Concat(batch.Hands.Appraisers).Append(batch.CreatedBy).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }
}
