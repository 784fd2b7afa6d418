using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
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
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>One voucher, one page: what it paid for, papers, steps.</summary>
[Allow(Act.ViewPlans)]
public sealed partial class VoucherModel(KhuyenCongDb db, Viewer viewer, ManagementBook book, ServedChoices served, FileStore files, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();

    public ManagementVoucher Voucher { get; private set; } = null!;

    public string LineContent { get; private set; } = "";

    public ManagementRoom? Room { get; private set; }

    public string? ServedName { get; private set; }

    public IReadOnlyList<ManagementVoucherAction> Offered { get; private set; } = [];

    public ManagementVoucherAction? Chosen { get; private set; }

    public bool MayWrite { get; private set; }

    public bool MayAttach { get; private set; }

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? PaperName { get; set; }

    [BindProperty]
    public Guid PaperId { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, ManagementVoucherAction? viec, CancellationToken cancellationToken) => await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] ManagementVoucherAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var breaches = await book.StepVoucherAsync(id, BaseVersion, new(action, Blank(Move.Note), Move.Date, Blank(Move.TreasuryNumber)), viewer.AsPlanMover(), cancellationToken);
        if (breaches is [{ Code: "management.not-allowed" }])
        {
            return this.Refuse("management.not-allowed");
        }

        ModelState.AddBreaches(breaches.Select(b => b with { Field = b.Field is null ? null : $"{nameof(Move)}.{b.Field}" }));
        if (breaches.Count > 0)
        {
            // What stands there now is shown beside what was typed.
            return await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();
        }

        await this.EndDraftAsync(drafts, $"chung-tu-{action}", $"{id}");
        TempData.Say($"{action.Text()}: {Voucher.Number}.", action is ManagementVoucherAction.Return or ManagementVoucherAction.Discard or ManagementVoucherAction.TakeBack ? "warn" : "good");
        return LocalRedirect($"/chi-quan-ly/chung-tu/{id}");
    }

    public async Task<IActionResult> OnPostPaperAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        if (!MayAttach)
        {
            return this.Refuse("management.not-allowed");
        }

        ModelState.Require(Upload, nameof(Upload), Messages.For("paper.file-missing"));
        ModelState.AddBreaches(await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken) is { } unfit ? [unfit] : []);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var mover = viewer.AsPlanMover(await db.VoucherFaultAsync(viewer.AsPlanMover(), id, cancellationToken));
        ManagementPaperAttached wanted = new(Uuid.New(clock), PaperName ?? "", "", FileNames.Clean(Upload!.FileName), viewer.UserId, clock.UtcNow);
        if (ManagementWriting.Attach(Voucher, wanted, mover) is { Event: null } refused)
        {
            return await ShownAsync(id, refused.Breaches, "", cancellationToken);
        }

        var (sha, notKept) = await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (sha is null)
        {
            return await ShownAsync(id, notKept is null ? [] : [notKept], "", cancellationToken);
        }

        var breaches = await book.ChangeAsync(
            id,
            voucher =>
            {
                var ruling = ManagementWriting.Attach(voucher, wanted with { FileSha = sha }, mover);
                if (ruling.Event is { } attached)
                {
                    voucher.Apply(attached);
                }

                return ruling.Breaches;
            },
            "voucher.paper-attached",
            null,
            cancellationToken);
        return await ShownAsync(id, breaches, "Đã kèm giấy tờ.", cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string? lyDo, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var mover = viewer.AsPlanMover(await db.VoucherFaultAsync(viewer.AsPlanMover(), id, cancellationToken));
        ManagementPaper? freed = null;
        var breaches = await book.ChangeAsync(
            id,
            voucher =>
            {
                var ruling = ManagementWriting.Remove(voucher, new(PaperId, viewer.UserId, clock.UtcNow), mover);
                if (ruling.Event is { } removed)
                {
                    var paper = voucher.Papers.Single(p => p.ManagementPaperId == PaperId);
                    voucher.Apply(removed);
                    if (voucher.StepCount == 0)
                    {
                        freed = paper;
                    }
                    else
                    {
                        // It was asked for with it once: the version stays, and its content with it.
                        db.RemovedPapers.Add(RemovedPaper.Of(new(
                            Uuid.New(clock), voucher.ProvinceCode, null, RemovedPaperKind.Management, id,
                            $"{voucher.Number}: {paper.Name}", paper.FileName, PdfUpload.MediaType, paper.FileSha, paper.At, viewer.UserId, viewer.DisplayName, lyDo, clock.UtcNow)));
                    }
                }

                return ruling.Breaches;
            },
            "voucher.paper-removed",
            lyDo,
            cancellationToken);
        if (breaches.Count == 0 && freed is not null)
        {
            await files.ReleaseAsync(Voucher.ProvinceCode, freed.FileSha, cancellationToken);
        }

        return breaches is [{ Code: "management.not-allowed" }, ..] ? this.Refuse("management.not-allowed") : await ShownAsync(id, breaches, "Đã gỡ giấy tờ.", cancellationToken);
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid giay, CancellationToken cancellationToken)
    {
        var voucher = await db.ManagementVouchers.VisibleTo(viewer, db).AsNoTracking().Include(v => v.Papers).SingleOrDefaultAsync(v => v.ManagementVoucherId == id, cancellationToken);
        return voucher?.Papers.FirstOrDefault(p => p.ManagementPaperId == giay) is not { } paper || await files.OpenAsync(paper.ProvinceCode, paper.FileSha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = paper.FileName };
    }

    public string Who(Guid user) => people.GetValueOrDefault(user, "—");

    private async Task<IActionResult> ShownAsync(Guid id, IReadOnlyList<Breach> breaches, string said, CancellationToken cancellationToken)
    {
        if (breaches.Count == 0)
        {
            TempData.Say(said);
            return LocalRedirect($"/chi-quan-ly/chung-tu/{id}#giay-to");
        }

        ModelState.AddBreaches(breaches);
        return await LoadAsync(id, null, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, ManagementVoucherAction? wanted, CancellationToken cancellationToken)
    {
        if (await db.WholeManagementVouchers.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(v => v.ManagementVoucherId == id, cancellationToken) is not { } voucher)
        {
            return false;
        }

        Voucher = voucher;
        LineContent = await db.ManagementLines.Where(l => l.ManagementLineId == voucher.ManagementLineId).Select(l => l.Content).SingleAsync(cancellationToken);
        Room = await db.ManagementRoomAsync(voucher.ManagementLineId, id, cancellationToken);
        ServedName = await served.NameOfAsync(voucher.Served, cancellationToken);
        var mover = viewer.AsPlanMover(await db.VoucherFaultAsync(viewer.AsPlanMover(), id, cancellationToken));
        Offered = [.. ManagementVoucherStates.Offered(voucher, mover)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Where(a => a is ManagementVoucherAction.Request or ManagementVoucherAction.Approve or ManagementVoucherAction.Pay).Cast<ManagementVoucherAction?>().FirstOrDefault();
        MayWrite = ManagementWriting.MayWrite(voucher, mover);
        MayAttach = voucher.IsEditable ? MayWrite : voucher.State is not ManagementVoucherState.Discarded && mover.May(Act.RequestPayment, voucher.CommuneCode);
        MayCompleteSeries = VoucherSeriesCompleting.MayComplete(voucher, mover);
        var users = voucher.Steps.Select(s => s.By).Concat(voucher.Hands.Writers).Distinct().ToList();
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
