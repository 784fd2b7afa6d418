using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <content>Papers of the file, and recoveries after its approval.</content>
public sealed partial class DetailsModel
{
    [BindProperty]
    public PaperForm Paper { get; set; } = new();

    [BindProperty]
    public RecoveryForm Recovery { get; set; } = new();

    [BindProperty]
    public ReceiptForm Receipt { get; set; } = new();

    /// <summary>Lines of money that still hold what was settled of this contract.</summary>
    public IReadOnlyList<SelectListItem> Recoverable { get; private set; } = [];

    [Allow(Act.PrepareSettlement)]
    public async Task<IActionResult> OnPostPaperAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ForgetOthers(nameof(Paper));
        var mover = viewer.AsPlanMover(await db.ContractFaultAsync(viewer.AsPlanMover(), Settlement.ContractId, cancellationToken));
        if (Settling.PaperRefused(Settlement, Paper.Kind, mover) is { } refusal)
        {
            return this.Refuse(refusal.Code);
        }

        ModelState.Require(Paper.File, "Paper.File", Messages.For("paper.file-missing"));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (staged, fault) = await files.StageAsync(Settlement.ProvinceCode, Paper.File!, "Paper.File", cancellationToken);
        if (staged is null)
        {
            ModelState.AddBreaches(fault is null ? [] : [fault]);
            return Page();
        }

        var voucher = Settlement.Vouchers.Any(v => v.VoucherId == Paper.VoucherId) ? Paper.VoucherId : null;
        if (await ChangeAsync(id, s => Settling.PaperRefused(s, Paper.Kind, mover), async settlement =>
        {
            await files.MustReferAsync(settlement.ProvinceCode, staged.Sha256, cancellationToken);
            settlement.Apply(new SettlementPaperAttached(Uuid.New(clock), Paper.Kind, voucher, staged.Sha256, staged.FileName, staged.MediaType, staged.Size, viewer.UserId, clock.UtcNow));
            db.Because("settlement.paper-attached");
        }, cancellationToken) is { } changed)
        {
            return changed;
        }

        TempData.Say($"Đã kèm “{staged.FileName}”.");
        return LocalRedirect($"/quyet-toan/{id}#giay-to");
    }

    [Allow(Act.PrepareSettlement)]
    public async Task<IActionResult> OnPostRemovePaperAsync(Guid id, Guid giay, string? lyDo, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Settlement.Papers.FirstOrDefault(p => p.SettlementPaperId == giay) is not { } paper)
        {
            return NotFound();
        }

        var mover = viewer.AsPlanMover(await db.ContractFaultAsync(viewer.AsPlanMover(), Settlement.ContractId, cancellationToken));
        if (Settling.Refused(Settlement, mover) is { } refusal)
        {
            return this.Refuse(refusal.Code);
        }

        if (await ChangeAsync(id, s => Settling.Refused(s, mover), async settlement =>
        {
            if (settlement.Papers.All(p => p.SettlementPaperId != giay))
            {
                throw new DbUpdateConcurrencyException("The paper was removed at the same moment.");
            }

            await files.TakeOffAsync(db, settlement.StepCount > 0, new(
                Uuid.New(clock), settlement.ProvinceCode, settlement.ProjectId, RemovedPaperKind.Settlement, id,
                paper.Kind.Text(), paper.FileName, paper.MediaType, paper.Sha256, paper.AddedAt, viewer.UserId, viewer.DisplayName, lyDo, clock.UtcNow), cancellationToken);
            settlement.Apply(new SettlementPaperRemoved(giay, viewer.UserId, clock.UtcNow));
            // The name of the file and why are values of the event, which can be erased; a reason is sealed for good.
            db.BecauseTyped("settlement.paper-removed", lyDo);
        }, cancellationToken) is { } changed)
        {
            return changed;
        }

        TempData.Say($"Đã gỡ “{paper.FileName}”.");
        return LocalRedirect($"/quyet-toan/{id}#giay-to");
    }

    /// <summary>One paper: always a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid giay, CancellationToken cancellationToken)
    {
        var paper = await db.Settlements.AsNoTracking().VisibleTo(viewer, db).Where(s => s.SettlementId == id).SelectMany(s => s.Papers).SingleOrDefaultAsync(p => p.SettlementPaperId == giay, cancellationToken);
        return paper is null || await files.OpenAsync(paper.ProvinceCode, paper.Sha256, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, paper.MediaType) { FileDownloadName = paper.FileName };
    }

    [Allow(Act.CorrectLedger)]
    public async Task<IActionResult> OnPostRecoverAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayRecover)
        {
            return this.Refuse("settlement.not-allowed");
        }

        ForgetOthers(nameof(Recovery));
        ModelState.Require(Recovery.AllocationId, "Recovery.AllocationId", Messages.For("edit.required"));
        ModelState.Require(Recovery.Amount, "Recovery.Amount", Messages.For("edit.required"));
        ModelState.Require(Recovery.DocumentDate, "Recovery.DocumentDate", Messages.For("edit.required"));
        if (ModelState.IsValid)
        {
            var wanted = new SettledRecovered(Uuid.New(clock), Recovery.AllocationId!.Value, "", Recovery.Amount!.Value, Recovery.DocumentNumber ?? "", Recovery.DocumentDate!.Value, Recovery.Issuer ?? "", Recovery.Reason ?? "", viewer.UserId, clock.UtcNow);
            ModelState.AddBreaches(await book.RecoverAsync(id, BaseVersion, wanted, viewer.AsPlanMover(), cancellationToken), nameof(Recovery));
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        TempData.Say("Đã ghi yêu cầu thu hồi. Khi tiền nộp về Kho bạc, người khác xác nhận ngày nộp và số chứng từ ở mục này.");
        return LocalRedirect($"/quyet-toan/{id}#thu-hoi");
    }

    /// <summary>The money came back, says another than whoever recorded the order.</summary>
    [Allow(Act.ConfirmRecovery)]
    public Task<IActionResult> OnPostReceiveAsync(Guid id, CancellationToken cancellationToken) =>
        FollowAsync(id, () => book.ReceiveAsync(id, BaseVersion, Receipt.RecoveryId, Receipt.PaidBackOn, Receipt.TreasuryNumber, viewer.AsPlanMover(), cancellationToken), "Đã ghi nhận tiền thu hồi, sổ dự toán đã ghi.", cancellationToken);

    /// <summary>Nothing is waited for any longer.</summary>
    [Allow(Act.ConfirmRecovery)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) =>
        FollowAsync(id, () => book.WithdrawAsync(id, BaseVersion, Receipt.RecoveryId, Receipt.Reason, viewer.AsPlanMover(), cancellationToken), "Đã thôi thu hồi khoản này.", cancellationToken);

    /// <summary>The receipt was confirmed by mistake, says another than whoever confirmed it.</summary>
    [Allow(Act.ConfirmRecovery)]
    public Task<IActionResult> OnPostTakeBackReceiptAsync(Guid id, CancellationToken cancellationToken) =>
        FollowAsync(id, () => book.TakeBackReceiptAsync(id, BaseVersion, Receipt.RecoveryId, new(Receipt.Reason, Receipt.DocumentNumber, Receipt.DocumentDate), viewer.AsPlanMover(), cancellationToken), "Đã hủy xác nhận đã thu, sổ dự toán đã ghi ngược; khoản này lại chờ thu hồi.", cancellationToken);

    private async Task<IActionResult> FollowAsync(Guid id, Func<Task<IReadOnlyList<Breach>>> act, string done, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayConfirmRecovery)
        {
            return this.Refuse("settlement.not-allowed");
        }

        ForgetOthers(nameof(Receipt));
        if (ModelState.IsValid)
        {
            ModelState.AddBreaches(await act(), nameof(Receipt));
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        TempData.Say(done);
        return LocalRedirect($"/quyet-toan/{id}#thu-hoi");
    }

    /// <summary>Changes a file that may still be changed; what to answer where it may not.</summary>
    private async Task<IActionResult?> ChangeAsync(Guid id, Func<Settlement, Breach?> refuse, Func<Settlement, Task> change, CancellationToken cancellationToken)
    {
        var refused = await db.WriteAsync(
            _ => Task.CompletedTask,
            async () =>
            {
                var settlement = await db.WholeSettlements.SingleAsync(s => s.SettlementId == id, cancellationToken);
                if (refuse(settlement) is { } refusal)
                {
                    return refusal.Code;
                }

                await change(settlement);
                await db.SaveChangesAsync(cancellationToken);
                return null;
            },
            cancellationToken);
        return refused is null ? null : this.Refuse(refused);
    }

    private async Task LoadRecoverableAsync(CancellationToken cancellationToken)
    {
        if (!MayRecover)
        {
            return;
        }

        var rows = await db.LedgerPositions.AsNoTracking().Where(p => p.ContractId == Settlement.ContractId)
            .Join(db.Allocations, p => p.AllocationId, a => a.AllocationId, (p, a) => new { a.AllocationId, a.Source, a.Year, p.Settled }).ToListAsync(cancellationToken);
        Recoverable = [.. rows.Where(r => r.Settled > Dong.Zero).OrderBy(r => r.Year).ThenBy(r => r.Source).Select(r => new SelectListItem($"{FundingSource.Find(r.Source)?.ShortName}, năm {r.Year}: {r.Settled}", r.AllocationId.ToString()))];
    }

    /// <summary>A paper as uploaded.</summary>
    public sealed class PaperForm
    {
        public SettlementPaperKind Kind { get; set; }

        public Guid? VoucherId { get; set; }

        public IFormFile? File { get; set; }
    }

    /// <summary>What became of a recovery, as typed.</summary>
    public sealed class ReceiptForm
    {
        public Guid RecoveryId { get; set; }

        public DateOnly? PaidBackOn { get; set; }

        public string? TreasuryNumber { get; set; }

        public string? Reason { get; set; }

        /// <summary>Of what orders a receipt taken back.</summary>
        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }
    }

    /// <summary>A recovery as typed.</summary>
    public sealed class RecoveryForm
    {
        public Guid? AllocationId { get; set; }

        public Dong? Amount { get; set; }

        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }

        public string? Issuer { get; set; }

        public string? Reason { get; set; }
    }
}
