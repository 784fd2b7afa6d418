using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Một hồ sơ quyết toán: contract, acceptance and payment side by side, vouchers, papers, and the step that comes next.</summary>
[Allow(Act.ViewProjects)]
public sealed partial class DetailsModel(KhuyenCongDb db, Viewer viewer, SettlementBook book, FileStore files, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();

    public Settlement Settlement { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public string ProjectTitle { get; private set; } = "";

    public SettlementFacts Facts { get; private set; } = null!;

    /// <summary>As they stand now; of an approved file as it was approved.</summary>
    public IReadOnlyList<SettlementFigure> Figures { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public IReadOnlyList<Breach> Warnings { get; private set; } = [];

    public IReadOnlyList<Breach> Unready { get; private set; } = [];

    public IReadOnlyList<SettlementAction> Offered { get; private set; } = [];

    public bool MayWrite { get; private set; }

    public DateOnly Today => clock.Today;

    public bool SeesHistory => viewer.SeesHistory();

    public bool MayRecover { get; private set; }

    public bool MayConfirmRecovery { get; private set; }

    /// <summary>Orders whose receipt the reader may confirm: not those that they recorded.</summary>
    public IReadOnlySet<Guid> Confirmable { get; private set; } = new HashSet<Guid>();

    /// <summary>Orders whose receipt the reader may take back: not those that they confirmed.</summary>
    public IReadOnlySet<Guid> Unconfirmable { get; private set; } = new HashSet<Guid>();

    /// <summary>What orders money back may be attached when nothing else of the file changes any more.</summary>
    public bool MayAttachOrder { get; private set; }

    public bool MayArchive { get; private set; }

    /// <summary>The sheet is read with the lines that the contract's money is on: the province's are no commune's.</summary>
    public bool MayReconcile { get; private set; }

    /// <summary>It was the last contract of its two parties in this budget year, and they have signed no reconciliation with it; null otherwise.</summary>
    public int? UnreconciledYear { get; private set; }

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    public bool IsApproved => Settlement.State is SettlementState.Approved;

    /// <summary>For which of the steps offered a reason is needed.</summary>
    public string? ReasonHint => Offered.Where(a => a.TakesBack()).Select(a => a.Text().InSentence()).ToList() is { Count: > 0 } steps ? $"cần khi {string.Join(", ", steps)}" : null;

    /// <summary>Chứng từ của phần hỗ trợ (8a).</summary>
    public IEnumerable<Voucher> SupportVouchers => Settlement.Vouchers.Where(v => Allotting.IsDrawn(v.Source)).OrderBy(v => v.Order);

    /// <summary>Chứng từ của các nguồn khác: with those above, the list of all sources (8b).</summary>
    public IEnumerable<Voucher> OtherVouchers => Settlement.Vouchers.Where(v => !Allotting.IsDrawn(v.Source)).OrderBy(v => v.Order);

    public static IEnumerable<SelectListItem> PaperKinds => Enum.GetValues<SettlementPaperKind>().Select(k => new SelectListItem(k.Text(), k.ToString()));

    public IEnumerable<SelectListItem> VoucherChoices => Settlement.Vouchers.OrderBy(v => v.Order).Select(v => new SelectListItem($"{v.Kind.Text()} {v.Number}", v.VoucherId.ToString()));

    public string Who(Guid id) => people.GetValueOrDefault(id, "—");

    /// <summary>What this contract has to give back by the Cục's record; null where it is nothing.</summary>
    public SupportExcess? Excess => Facts.Excesses.FirstOrDefault(e => e.ContractId == Contract.ContractId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (MayRecover && Excess is { } excess && excess.Uncovered > Dong.Zero)
        {
            Recovery = new()
            {
                AllocationId = Recoverable is [{ Value: var only }] ? Guid.Parse(only) : null,
                Amount = excess.Uncovered,
                DocumentNumber = excess.Bound.Number,
                DocumentDate = excess.Bound.HeldOn,
                Reason = "Cục kết luận nghiệm thu (mẫu 5c) ít hơn số đã quyết toán",
            };
        }

        return Page();
    }

    [Allow(Act.PrepareSettlement)]
    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken cancellationToken) => TakeAsync(id, SettlementAction.Submit, cancellationToken);

    [Allow(Act.ApproveSettlement)]
    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken cancellationToken) => TakeAsync(id, SettlementAction.Approve, cancellationToken);

    [Allow(Act.ApproveSettlement)]
    public Task<IActionResult> OnPostSendBackAsync(Guid id, CancellationToken cancellationToken) => TakeAsync(id, SettlementAction.SendBack, cancellationToken);

    [Allow(Act.ApproveSettlement)]
    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken) => TakeAsync(id, SettlementAction.Revoke, cancellationToken);

    [Allow(Act.PrepareSettlement)]
    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken) => TakeAsync(id, SettlementAction.Discard, cancellationToken);

    [Allow(Act.PrepareSettlement)]
    public Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken cancellationToken) => TakeAsync(id, SettlementAction.Resume, cancellationToken);

    private async Task<IActionResult> TakeAsync(Guid id, SettlementAction action, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ForgetOthers(nameof(Move));
        if (ModelState.IsValid)
        {
            var ruling = await book.MoveAsync(id, BaseVersion, new(action, Move.Note, Move.DocumentNumber, Move.DocumentDate), viewer.AsPlanMover(), cancellationToken);
            if (ruling.Breaches is [{ Code: "settlement.not-allowed" }])
            {
                return this.Refuse("settlement.not-allowed");
            }

            ModelState.AddBreaches(ruling.Breaches.Select(b => b with { Field = b.Field is nameof(MoveForm.Note) or nameof(MoveForm.DocumentNumber) or nameof(MoveForm.DocumentDate) ? $"{nameof(Move)}.{b.Field}" : null }));
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
        }

        TempData.Say($"{action.Done()}.", action.TakesBack() ? "warn" : "good");
        return LocalRedirect($"/quyet-toan/{id}");
    }

    /// <summary>Fields of the other forms of this page were not sent and are no faults.</summary>
    private void ForgetOthers(string mine)
    {
        foreach (var key in ModelState.Keys.Where(k => !k.StartsWith($"{mine}.", StringComparison.Ordinal) && k is not nameof(BaseVersion)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeSettlements.AsNoTracking().VisibleTo(viewer, db).SingleOrDefaultAsync(s => s.SettlementId == id, cancellationToken) is not { } settlement)
        {
            return false;
        }

        Settlement = settlement;
        Contract = await db.WholeContracts.AsNoTracking().SingleAsync(c => c.ContractId == settlement.ContractId, cancellationToken);
        var project = await db.Projects.AsNoTracking().SingleAsync(p => p.ProjectId == settlement.ProjectId, cancellationToken);
        (ProjectTitle, MayArchive) = (project.Title, viewer.MayArchive(project));
        Facts = await book.FactsAsync(settlement, Contract, cancellationToken);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        Figures = IsApproved ? Approved(settlement) : SettlementFigures.Of(settlement.Text, Facts);
        var seesFaults = !IsApproved && settlement.State is not SettlementState.Discarded && viewer.SeesFaults(settlement);
        Warnings = !seesFaults ? [] : SettlementMoves.Warnings(settlement, Facts, clock.Today);
        Unready = !seesFaults ? [] : [.. SettlementMoves.Unready(settlement, Facts, clock.Today), .. SettlementMoves.StillOpen(Facts, Figures)];
        var mover = viewer.AsPlanMover(await db.ContractFaultAsync(viewer.AsPlanMover(), settlement.ContractId, cancellationToken));
        Offered = [.. SettlementStates.Offered(settlement, mover).Where(a => a is not SettlementAction.Revoke || (settlement.ApprovedBy != viewer.UserId && !settlement.Hands.HasWritten(viewer.UserId) && settlement.Recoveries.All(r => r.WithdrawnOn is not null)))];
        MayWrite = Settling.MayWrite(settlement, mover);
        MayAttachOrder = Settling.MayAttachOrder(settlement, mover);
        MayRecover = IsApproved && mover.May(Act.CorrectLedger, settlement.Regime, settlement.TerritoryCode);
        MayConfirmRecovery = IsApproved && mover.May(Act.ConfirmRecovery, settlement.Regime, settlement.TerritoryCode);
        Confirmable = settlement.Recoveries.Where(r => RecoveryFollowing.MayFollow(settlement, r.SettledRecoveryId, mover)).Select(r => r.SettledRecoveryId).ToHashSet();
        Unconfirmable = settlement.Recoveries.Where(r => RecoveryFollowing.MayTakeBack(settlement, r.SettledRecoveryId, mover)).Select(r => r.SettledRecoveryId).ToHashSet();
        MayReconcile = IsApproved && await db.Allocations.VisibleTo(viewer).AnyAsync(a => db.LedgerPositions.Any(p => p.AllocationId == a.AllocationId && p.ContractId == settlement.ContractId), cancellationToken);
        UnreconciledYear = MayReconcile ? await book.UnreconciledYearAsync(Contract, cancellationToken) : null;
        await LoadRecoverableAsync(cancellationToken);
        var users = settlement.Steps.Select(s => s.By).Concat(settlement.Hands.Writers).Concat(settlement.Recoveries.Select(r => r.By)).Concat(settlement.Recoveries.Select(r => r.ConfirmedBy).OfType<Guid>())
            .Concat(settlement.TakenBackReceipts.Select(t => t.By)).Concat(settlement.TakenBackReceipts.Select(t => t.ConfirmedBy).OfType<Guid>()).Distinct().ToList();
        people = await db.Users.Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return true;
    }

    /// <summary>What was fixed by the approval: all that was paid is settled, nothing is advanced.</summary>
    internal static IReadOnlyList<SettlementFigure> Approved(Settlement settlement) =>
        [.. settlement.Amounts.Select(a => new SettlementFigure(a.Source, a.AllocationId, a.Contracted, a.Due, Dong.Zero, a.Paid, a.Proven))];

    /// <summary>What a step brings along.</summary>
    public sealed class MoveForm
    {
        public string? Note { get; set; }

        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }
    }
}
