using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
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
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Payments;

/// <summary>One request, one page: amounts, conditions, papers, steps; the state table says which buttons there are and guards what they send.</summary>
[Allow(Act.ViewProjects)]
public sealed partial class DetailsModel(KhuyenCongDb db, Viewer viewer, PaymentBook book, PaymentRules rules, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();
    private IReadOnlyDictionary<Guid, BudgetCodes> codes = new Dictionary<Guid, BudgetCodes>();

    public PaymentRequest Payment { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public string ProjectTitle { get; private set; } = "";

    public PaymentRoom Room { get; private set; } = null!;

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public IReadOnlyList<PaymentFinding> Findings { get; private set; } = [];

    /// <summary>The clause by which another share of advance may be decided.</summary>
    public LawRow? OtherShare { get; private set; }

    public IReadOnlyList<PaymentPaperRow> Checklist { get; private set; } = [];

    public IReadOnlyList<PaymentAction> Offered { get; private set; } = [];

    public PaymentAction? Chosen { get; private set; }

    public bool MayWrite { get; private set; }

    public bool MayAttachCopy { get; private set; }

    public bool SeesAccounts => viewer.SeesAccounts(Payment);

    public DateOnly Today => clock.Today;

    public IEnumerable<SelectListItem> PaperChoices => Checklist.Where(p => !p.IsThere).Select(p => new SelectListItem(p.Paper.Name, p.Paper.Code));

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? PaperCode { get; set; }

    [BindProperty]
    public string? PaperName { get; set; }

    [BindProperty]
    public Guid PaperId { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, PaymentAction? viec, CancellationToken cancellationToken) => await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] PaymentAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ruling = await book.StepAsync(id, BaseVersion, new(action, Blank(Move.Note), Move.Date, Blank(Move.TreasuryNumber)), viewer.AsPlanMover(), cancellationToken);
        if (ruling.Breaches is [{ Code: "payment.not-allowed" }])
        {
            return this.Refuse("payment.not-allowed");
        }

        ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is nameof(Move.Note) or nameof(Move.Date) or nameof(Move.TreasuryNumber) ? $"{nameof(Move)}.{b.Field}" : null }));
        if (ruling.Event is null)
        {
            // What stands there now is shown beside what was typed.
            return await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, $"de-nghi-{action}", $"{id}");
        TempData.Say($"{action.Done(Payment.Kind)}: {Payment.Number}.", action is PaymentAction.Return or PaymentAction.SendBack or PaymentAction.Refuse or PaymentAction.Discard or PaymentAction.TakeBack ? "warn" : "good");
        return LocalRedirect($"/thanh-toan/{id}");
    }

    /// <summary>Brings a paper of the checklist, or another one.</summary>
    public async Task<IActionResult> OnPostPaperAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var paper = Checklist.FirstOrDefault(p => p.Paper.Code == PaperCode)?.Paper;
        return MayWrite ? await AttachAsync(id, paper?.Code, paper?.Name ?? Blank(PaperName) ?? "", false, cancellationToken) : this.Refuse(Payment.State.IsWritable() ? "payment.not-allowed" : "payment.papers-closed");
    }

    /// <summary>The signed scan of the request itself.</summary>
    public async Task<IActionResult> OnPostCopyAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        return MayAttachCopy ? await AttachAsync(id, null, "Bản ký", true, cancellationToken) : this.Refuse("payment.not-allowed");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string? lyDo, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var mover = viewer.AsPlanMover(await db.PaymentFaultAsync(viewer.AsPlanMover(), id, cancellationToken));
        PaymentPaper? freed = null;
        var breaches = await book.ChangePapersAsync(
            id,
            request =>
            {
                var ruling = PaymentWriting.Remove(request, new(PaperId, viewer.UserId, clock.UtcNow), mover);
                if (ruling.Event is { } removed)
                {
                    var paper = request.Papers.Single(p => p.PaymentPaperId == PaperId);
                    request.Apply(removed);
                    if (request.StepCount == 0)
                    {
                        freed = paper;
                    }
                    else
                    {
                        // It was sent with it once: the version stays, and its content with it.
                        db.RemovedPapers.Add(RemovedPaper.Of(new(
                            Uuid.New(clock), request.ProvinceCode, request.ProjectId, RemovedPaperKind.Payment, id,
                            $"{request.Number}: {paper.Name}", paper.FileName, PdfUpload.MediaType, paper.FileSha, paper.At, viewer.UserId, viewer.DisplayName, lyDo, clock.UtcNow)));
                    }
                }

                return ruling.Breaches.Count > 0 ? ruling.Breaches[0] : null;
            },
            PaperChange.Removed,
            lyDo,
            cancellationToken);
        if (breaches.Count == 0 && freed is not null)
        {
            await files.ReleaseAsync(freed.ProvinceCode, freed.FileSha, cancellationToken);
        }

        return await ShownAsync(id, breaches, "Đã gỡ giấy tờ.", cancellationToken);
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid giay, CancellationToken cancellationToken)
    {
        var request = await db.PaymentRequests.VisibleTo(viewer, db).AsNoTracking().Include(r => r.Papers).SingleOrDefaultAsync(r => r.PaymentRequestId == id, cancellationToken);
        return request?.Papers.FirstOrDefault(p => p.PaymentPaperId == giay) is not { } paper || !viewer.SeesAccounts(request) || await files.OpenAsync(paper.ProvinceCode, paper.FileSha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = paper.FileName };
    }

    /// <summary>Chương, loại, khoản of a line, as it has them now.</summary>
    public string? CodesOf(Guid allocationId) => codes.GetValueOrDefault(allocationId)?.Text();

    public string Who(Guid user) => people.GetValueOrDefault(user, "—");

    private async Task<IActionResult> AttachAsync(Guid id, string? code, string name, bool isCopy, CancellationToken cancellationToken)
    {
        ModelState.Require(Upload, nameof(Upload), Messages.For("paper.file-missing"));
        ModelState.AddBreaches(await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken) is { } unfit ? [unfit] : []);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var mover = viewer.AsPlanMover(await db.PaymentFaultAsync(viewer.AsPlanMover(), id, cancellationToken));
        PaymentPaperAttached wanted = new(Uuid.New(clock), code, name, isCopy, "", FileNames.Clean(Upload!.FileName), viewer.UserId, clock.UtcNow);
        if (PaymentWriting.Attach(Payment, wanted, mover) is { Event: null } refused)
        {
            return await ShownAsync(id, refused.Breaches, "", cancellationToken);
        }

        var (sha, notKept) = await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (sha is null)
        {
            return await ShownAsync(id, notKept is null ? [] : [notKept], "", cancellationToken);
        }

        var breaches = await book.ChangePapersAsync(
            id,
            request =>
            {
                var ruling = PaymentWriting.Attach(request, wanted with { FileSha = sha }, mover);
                if (ruling.Event is { } attached)
                {
                    request.Apply(attached);
                }

                return ruling.Breaches.Count > 0 ? ruling.Breaches[0] : null;
            },
            isCopy ? PaperChange.CopyAttached : PaperChange.Attached,
            null,
            cancellationToken);
        return await ShownAsync(id, breaches, isCopy ? "Đã kèm bản ký." : "Đã kèm giấy tờ.", cancellationToken);
    }

    private async Task<IActionResult> ShownAsync(Guid id, IReadOnlyList<Breach> breaches, string said, CancellationToken cancellationToken)
    {
        if (breaches.Count == 0)
        {
            TempData.Say(said);
            return LocalRedirect($"/thanh-toan/{id}#giay-to");
        }

        ModelState.AddBreaches(breaches);
        return await LoadAsync(id, null, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>The entries of a number of the contract on one line.</summary>
    public string? Opens(LedgerNumber number, Guid allocationId) => Links.To(number, EntryPlace.OfLine(allocationId) with { ContractId = Payment.ContractId });

    private async Task<bool> LoadAsync(Guid id, PaymentAction? wanted, CancellationToken cancellationToken)
    {
        if (await db.WholePaymentRequests.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(r => r.PaymentRequestId == id, cancellationToken) is not { } payment)
        {
            return false;
        }

        Payment = payment;
        Contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == payment.ContractId, cancellationToken);
        ProjectTitle = await db.Projects.Where(p => p.ProjectId == payment.ProjectId).Select(p => p.Title).SingleAsync(cancellationToken);
        Room = await db.PaymentRoomAsync(payment.ContractId, id, cancellationToken);
        codes = await db.BudgetCodesAsync(payment.Lines.Select(l => l.AllocationId), cancellationToken);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        Checklist = await rules.ChecklistAsync(payment, cancellationToken);
        OtherShare = payment.Kind is PaymentKind.Advance ? await rules.ExceptionAsync(payment, cancellationToken) : null;
        var mover = viewer.AsPlanMover(await db.PaymentFaultAsync(viewer.AsPlanMover(), id, cancellationToken));
        Findings = payment.State is PaymentState.Paid or PaymentState.Discarded ? [] : await rules.FindingsAsync(payment, Contract, Room, cancellationToken);
        Offered = [.. PaymentStates.Offered(payment, mover)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Where(a => a is PaymentAction.Request or PaymentAction.Approve or PaymentAction.Send or PaymentAction.Pay).Cast<PaymentAction?>().FirstOrDefault();
        (MayWrite, MayAttachCopy) = (PaymentWriting.MayWrite(payment, mover), PaymentWriting.MayAttachCopy(payment, mover));
        Completable = payment.Invoices.Where(i => SeriesCompleting.MayComplete(payment, i, mover)).Select(i => i.PaymentInvoiceId).ToHashSet();
        var users = payment.Steps.Select(s => s.By).Concat(payment.Hands.Writers).Concat(payment.Hands.Appraisers).Append(payment.CreatedBy).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }

    /// <summary>What a step brings along.</summary>
    public sealed class MoveForm
    {
        public string? Note { get; set; }

        public DateOnly? Date { get; set; }

        public string? TreasuryNumber { get; set; }
    }
}
