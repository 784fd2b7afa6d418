using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
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
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.ManagementCosts;

/// <summary>One estimate, one page: lines, share against the norm, vouchers, steps; the state table says which buttons there are and guards what they send.</summary>
[Allow(Act.ViewPlans)]
public sealed class DetailsModel(KhuyenCongDb db, Viewer viewer, ManagementBook book, DraftBox drafts, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();

    public ManagementEstimate Estimate { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public ManagementShare Share { get; private set; } = null!;

    /// <summary>All of them: the lines are summed with them, whoever looks.</summary>
    public IReadOnlyList<ManagementVoucher> Vouchers { get; private set; } = [];

    /// <summary>Who was paid is for those who handle or check money.</summary>
    public bool SeesVouchers => viewer.SeesVouchers(Estimate);

    public Dong Committed { get; private set; }

    /// <summary>Paid, settled or not.</summary>
    public Dong Paid { get; private set; }

    public Dong Left { get; private set; }

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public IReadOnlyList<ManagementAction> Offered { get; private set; } = [];

    public ManagementAction? Chosen { get; private set; }

    public bool MayWrite { get; private set; }

    public bool MayVouch { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>The norm that is shown is another regime's.</summary>
    public bool IsOthersRule => Share.Law?.Rule.Regime is { } regime && regime != ManagementShare.RegimeOf(Estimate.CommuneCode, Estimate.Source);

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty]
    public long? BaseVersion { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, ManagementAction? viec, CancellationToken cancellationToken) => await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] ManagementAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var breaches = await book.StepAsync(id, BaseVersion, new(action, Blank(Move.Note), Blank(Move.DocumentNumber), Move.DocumentDate), viewer.AsPlanMover(), cancellationToken);
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

        await this.EndDraftAsync(drafts, $"chi-quan-ly-{action}", $"{id}");
        TempData.Say($"Đã xong: {action.Text().InSentence()}.", action is ManagementAction.Return or ManagementAction.Discard or ManagementAction.ReturnSettlement ? "warn" : "good");
        return LocalRedirect($"/chi-quan-ly/{id}");
    }

    /// <summary>The estimate's entries that make a number.</summary>
    public string? Opens(LedgerNumber number) => Links.To(number, EntryPlace.OfLine(Estimate.AllocationId) with { EstimateId = Estimate.ManagementEstimateId });

    public string Who(Guid user) => people.GetValueOrDefault(user, "—");

    public Dong UsedOf(Guid lineId) => Vouchers.Where(v => v.ManagementLineId == lineId && v.State.Counts()).Select(v => v.Amount).Sum();

    private async Task<bool> LoadAsync(Guid id, ManagementAction? wanted, CancellationToken cancellationToken)
    {
        if (await db.WholeManagementEstimates.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(e => e.ManagementEstimateId == id, cancellationToken) is not { } estimate)
        {
            return false;
        }

        Estimate = estimate;
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(estimate.HolderId);
        Share = await book.ShareAsync(estimate, cancellationToken);
        Vouchers = await db.ManagementVouchers.AsNoTracking().Where(v => v.ManagementEstimateId == id).OrderByDescending(v => v.IssuedOn).ThenBy(v => v.Number).ToListAsync(cancellationToken);
        var held = await db.LedgerPositions.AsNoTracking().SingleOrDefaultAsync(p => p.AllocationId == estimate.AllocationId && p.SubjectId == id, cancellationToken);
        (Committed, Paid, Left) = held is null ? default : (held.Committed, held.Paid + held.Settled, held.Reserved);
        var mover = viewer.AsPlanMover(await db.EstimateFaultAsync(viewer.AsPlanMover(), id, cancellationToken));
        Offered = [.. ManagementStates.Offered(estimate, mover)];
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Where(a => a is ManagementAction.Submit or ManagementAction.Approve or ManagementAction.Settle).Cast<ManagementAction?>().FirstOrDefault();
        (MayWrite, MayVouch) = (ManagementWriting.MayWrite(estimate, mover), ManagementWriting.MayVouch(estimate, mover));
        var users = estimate.Steps.Select(s => s.By).Concat(estimate.Hands.Writers).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }

    /// <summary>What a step brings along.</summary>
    public sealed class MoveForm
    {
        public string? Note { get; set; }

        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }
    }
}
