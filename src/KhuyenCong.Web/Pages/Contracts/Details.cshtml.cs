using System.ComponentModel.DataAnnotations;
using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Execution;
using KhuyenCong.Web.Pages.Ledgers;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>One contract, one page: its parties, money, steps, amendments and account; the state table says which buttons there are and guards what they send.</summary>
[Allow(Act.ViewProjects)]
public sealed partial class DetailsModel(KhuyenCongDb db, Viewer viewer, ContractBook book, FileStore files, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<Guid, string> people = new Dictionary<Guid, string>();
    private ContractFlows flows = ContractFlows.None;

    public Contract Contract { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public int? CarriedTo { get; private set; }

    public Contract? Parent { get; private set; }

    public IReadOnlyList<Contract> Parts { get; private set; } = [];

    /// <summary>What the ledger holds for it, by line.</summary>
    public IReadOnlyList<LedgerPosition> Positions { get; private set; } = [];

    /// <summary>Where the numbers of the ledger lead.</summary>
    public EntryLinks Links { get; private set; } = EntryLinks.None;

    public IReadOnlyList<ContractAction> Offered { get; private set; } = [];

    public ContractAction? Chosen { get; private set; }

    public bool MayEdit { get; private set; }

    public bool MaySign { get; private set; }

    /// <summary>Whether they put nothing of it on paper themselves: whoever did records no signing.</summary>
    public bool IsAnother { get; private set; }

    public bool SeesBank { get; private set; }

    /// <summary>The signed scan shows the account too: whoever reads it masked gets no scan, the province's own readers excepted.</summary>
    public bool SeesScan => SeesBank || viewer.Reach(Act.ViewProjects) is Scope.Province;

    public bool MayReport { get; private set; }

    public bool MayAccept => Contract is { State: ContractState.Signed, CommitsMoney: true } && viewer.AsPlanMover().May(Act.AcceptProject, Contract.Regime, Contract.TerritoryCode);

    public bool SeesHistory => viewer.SeesHistory();

    public AuthorityRow? Advice { get; private set; }

    /// <summary>The rule that the way chosen for this unit goes against.</summary>
    public AuthorityRow? Misassigned { get; private set; }

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty]
    public BankForm Account { get; set; } = new();

    /// <summary>The version of the contract that the form was shown with.</summary>
    [BindProperty]
    public long? BaseVersion { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, ContractAction? viec, CancellationToken cancellationToken) => await LoadAsync(id, viec, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [Required] ContractAction? viec, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, viec, cancellationToken) || viec is not { } action)
        {
            return NotFound();
        }

        if (await UnfitAsync(cancellationToken))
        {
            return Page();
        }

        var ruling = await book.MoveAsync(id, BaseVersion, new(action, Blank(Move.Note), Move.SignedOn), viewer.AsPlanMover(), cancellationToken);
        return await AnswerAsync(id, viec, ruling.Breaches, nameof(Move), $"{action.Done()}.", (action is ContractAction.Sign, null), cancellationToken);
    }

    /// <summary>The signed scan of a contract whose signing was recorded without it.</summary>
    public async Task<IActionResult> OnPostCopyAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        if (!(MaySign || MayEdit) || !Contract.IsInForce)
        {
            return this.Refuse("contract.not-allowed");
        }

        if (Contract.FileSha is not null)
        {
            return this.Refuse("contract.copy-kept");
        }

        ModelState.Require(Upload, nameof(Upload), Messages.For("paper.file-missing"));
        return await UnfitAsync(cancellationToken) ? Page() : await AnswerAsync(id, null, [], nameof(Move), "Đã kèm bản ký.", (true, null), cancellationToken);
    }

    public async Task<IActionResult> OnPostSignAmendmentAsync(Guid id, Guid phuLuc, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken) || Contract.Amendments.All(a => a.ContractAmendmentId != phuLuc))
        {
            return NotFound();
        }

        if (await UnfitAsync(cancellationToken))
        {
            return Page();
        }

        var ruling = await book.SignAmendmentAsync(id, BaseVersion, phuLuc, Move.SignedOn, viewer.AsPlanMover(), cancellationToken);
        return await AnswerAsync(id, null, ruling.Breaches, nameof(Move), "Đã ghi nhận phụ lục ký.", (true, phuLuc), cancellationToken);
    }

    public async Task<IActionResult> OnPostReturnAmendmentAsync(Guid id, Guid phuLuc, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken) || Contract.Amendments.All(a => a.ContractAmendmentId != phuLuc))
        {
            return NotFound();
        }

        var breaches = await book.SendBackAmendmentAsync(id, BaseVersion, phuLuc, Blank(Move.Note), viewer.AsPlanMover(), cancellationToken);
        return await AnswerAsync(id, null, breaches, nameof(Move), "Đã trả lại phụ lục.", (false, null), cancellationToken);
    }

    public async Task<IActionResult> OnPostAskBankAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        if (await UnfitAsync(cancellationToken))
        {
            return Page();
        }

        var text = new BankChangeText(new(Account.Number ?? "", Account.Bank ?? "", Account.Holder ?? ""), Account.Reason ?? "", Account.Document ?? "");
        var breaches = await book.AskBankAsync(id, BaseVersion, text, viewer.AsPlanMover(), cancellationToken);
        var asked = breaches.Count > 0 || Upload is null ? (Guid?)null : await db.Contracts.AsNoTracking().Where(c => c.ContractId == id).SelectMany(c => c.BankChanges).Where(b => b.State == BankChangeState.Asked).Select(b => (Guid?)b.BankChangeId).FirstOrDefaultAsync(cancellationToken);
        return await AnswerAsync(id, null, [.. breaches.Select(b => b.Field is nameof(BankChangeText.After) ? b with { Field = nameof(Account.Number) } : b)], nameof(Account), "Đã đề nghị đổi tài khoản; chờ người khác xác nhận.", (asked is not null, asked), cancellationToken);
    }

    public async Task<IActionResult> OnPostDecideBankAsync(Guid id, Guid doi, bool nhan, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken) || Contract.BankChanges.All(b => b.BankChangeId != doi))
        {
            return NotFound();
        }

        var breaches = await book.DecideBankAsync(id, BaseVersion, doi, nhan, Blank(Move.Note), viewer.AsPlanMover(), cancellationToken);
        return await AnswerAsync(id, null, breaches, nameof(Move), nhan ? "Đã xác nhận tài khoản mới." : "Đã từ chối đổi tài khoản.", (false, null), cancellationToken);
    }

    /// <summary>The signed scan of the contract or an amendment: always a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid? phan, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return NotFound();
        }

        var (sha, name) = phan is null && SeesScan ? (Contract.FileSha, Contract.FileName)
            : SeesScan && Contract.Amendments.FirstOrDefault(a => a.ContractAmendmentId == phan) is { } amendment ? (amendment.FileSha, amendment.FileName)
            : SeesBank && Contract.BankChanges.FirstOrDefault(b => b.BankChangeId == phan) is { } change ? (change.FileSha, change.FileName)
            : (null, null);
        return sha is null || await files.OpenAsync(Contract.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = name ?? "hop-dong.pdf" };
    }

    public string Who(Guid? user) => user is { } id ? people.GetValueOrDefault(id, "—") : "—";

    public string? Shown(BankAccount? account) => account is null ? null : $"{(SeesBank ? account.Number : account.Masked)}, {account.Bank}, {account.Holder}";

    /// <summary>Whether what came cannot even be judged.</summary>
    private async Task<bool> UnfitAsync(CancellationToken cancellationToken)
    {
        ModelState.AddBreaches(await PdfUpload.FaultAsync(Upload, nameof(Upload), cancellationToken) is { } unfit ? [unfit] : []);
        return !ModelState.IsValid;
    }

    /// <summary>Says what was done, with its file where one belongs to it, or shows why not beside what stands there now.</summary>
    private async Task<IActionResult> AnswerAsync(Guid id, ContractAction? wanted, IReadOnlyList<Breach> breaches, string prefix, string done, (bool Keeps, Guid? Part) file, CancellationToken cancellationToken)
    {
        if (breaches is [{ Code: "contract.not-allowed" or "contract.wrong-state" } refused])
        {
            return this.Refuse(refused.Code);
        }

        if (breaches.Count > 0)
        {
            db.ChangeTracker.Clear();
            ModelState.AddBreaches(breaches.Select(b => b with { Field = b.Field is nameof(ContractMove.Note) or nameof(ContractMove.SignedOn) || (b.Field is not null && prefix is nameof(Account)) ? $"{prefix}.{b.Field}" : null }));
            return await LoadAsync(id, wanted, cancellationToken) ? Page() : NotFound();
        }

        var notKept = file.Keeps && Upload is not null ? await AttachAsync(id, file.Part, cancellationToken) : null;
        TempData.Say(notKept is null ? done : $"{done} {Messages.For("contract.copy-not-kept")}", notKept is null ? "good" : "warn");
        return LocalRedirect($"/hop-dong/{id}");
    }

    private async Task<Breach?> AttachAsync(Guid id, Guid? part, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var (sha, notKept) = await files.KeepPdfAsync(viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (sha is null)
        {
            return notKept;
        }

        await book.AttachAsync(id, part, new(sha, FileNames.Clean(Upload!.FileName)), cancellationToken);
        return null;
    }

    /// <summary>The entries of a number of the contract on one line.</summary>
    public string? Opens(LedgerNumber number, LedgerPosition? position) => position is null ? null : Links.To(number, EntryPlace.OfLine(position.AllocationId) with { ContractId = Contract.ContractId });

    /// <summary>The entries that bound what one source gives; where they bound something else or nothing, the amendments that say it.</summary>
    public string? OpensValue(ContractAmount amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return (amount.AllocationId is { } line && amount.Amount > Dong.Zero && flows.OfContract(LedgerNumber.Contracted, Contract.ContractId, line) == amount.Amount
            ? Links.To(LedgerNumber.Contracted, EntryPlace.OfLine(line) with { ContractId = Contract.ContractId }) : null) ?? Amended;
    }

    /// <summary>The same of all sources together.</summary>
    public string? OpensTotal() =>
        (Contract.Total > Dong.Zero && flows.OfContract(LedgerNumber.Contracted, Contract.ContractId) == Contract.Total
            ? Links.To(LedgerNumber.Contracted, new() { ContractId = Contract.ContractId }, flows.LinesOf(Contract.ContractId)) : null) ?? Amended;

    private string? Amended => Contract.Amendments.Any(a => a.State is ContractAmendmentState.Signed) ? "#phu-luc" : null;

    private async Task<bool> LoadAsync(Guid id, ContractAction? wanted, CancellationToken cancellationToken)
    {
        if (await db.WholeContracts.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(c => c.ContractId == id, cancellationToken) is not { } contract)
        {
            return false;
        }

        Contract = contract;
        CarriedTo = (await db.CarriedYearsAsync(db.Contracts.Where(c => c.ContractId == id), cancellationToken)).TryGetValue(id, out var year) ? year : null;
        // A party reads its contract also where the dossier is not all theirs: the title is no secret of it.
        Project = await db.Projects.AsNoTracking().Include(p => p.Beneficiaries).SingleAsync(p => p.ProjectId == contract.ProjectId, cancellationToken);
        MayReport = contract is { State: ContractState.Signed, CommitsMoney: true } && (await viewer.AsProjectMoverAsync(db, cancellationToken)).May(Act.ReportProgress, await ExecutionBook.OfAsync(db, contract, Project, cancellationToken));
        Parent = contract.ParentContractId is { } parent ? await db.Contracts.VisibleTo(viewer, db).AsNoTracking().SingleOrDefaultAsync(c => c.ContractId == parent, cancellationToken) : null;
        Parts = await db.Contracts.VisibleTo(viewer, db).AsNoTracking().Where(c => c.ParentContractId == id).OrderBy(c => c.Number).ToListAsync(cancellationToken);
        Links = await EntryLinks.OfAsync(db, viewer, cancellationToken);
        Positions = await db.LedgerPositions.AsNoTracking().Where(p => p.ContractId == id).ToListAsync(cancellationToken);
        flows = Positions.Count == 0 ? ContractFlows.None : await ContractFlows.OfContractsAsync(db, [id], cancellationToken);
        var mover = viewer.AsPlanMover(await db.ContractFaultAsync(viewer.AsPlanMover(), id, cancellationToken));
        Offered = [.. ContractStates.Offered(contract, mover)];
        MayEdit = mover.May(Act.EditContract, contract.Regime, contract.TerritoryCode);
        MaySign = mover.May(Act.SignContract, contract.Regime, contract.TerritoryCode);
        IsAnother = !contract.Hands.HasWritten(viewer.UserId);
        SeesBank = await viewer.SeesBankAsync(db, contract, cancellationToken);
        Chosen = wanted is { } asked && Offered.Contains(asked) ? asked : Offered.Where(a => a is ContractAction.Propose or ContractAction.Sign).Cast<ContractAction?>().FirstOrDefault();
        Advice = !contract.IsInForce && TenderAdvice.Asks(contract.Kind, contract.Regime, Project.ContentCode, contract.Selection)
            ? await AuthorityRow.OfAsync(db, [TenderAdvice.RuleCode], viewer.ProvinceCode, clock.Today, cancellationToken) is [var known, ..] ? known : null
            : null;
        Misassigned = contract is { CommitsMoney: true, Regime: Domain.Law.Regime.National, PartyBOrganisationId: { } unit }
            && AssignmentRule.Contradicts(contract.Kind, contract.Regime, await db.Organisations.Where(o => o.OrganisationId == unit).Select(o => (OrganisationKind?)o.Kind).SingleOrDefaultAsync(cancellationToken))
            ? await AuthorityRow.OfAsync(db, [AssignmentRule.RuleCode], viewer.ProvinceCode, clock.Today, cancellationToken) is [var against, ..] ? against : null
            : null;
        var users = contract.Steps.Select(s => s.By).Append(contract.DraftedBy)
            .Concat(contract.Amendments.SelectMany(a => new[] { a.ProposedBy, a.DecidedBy ?? a.ProposedBy })).Concat(contract.BankChanges.SelectMany(b => new[] { b.AskedBy, b.DecidedBy ?? b.AskedBy })).Distinct().ToList();
        people = await db.NamesAsync(users, cancellationToken);
        return true;
    }
}
