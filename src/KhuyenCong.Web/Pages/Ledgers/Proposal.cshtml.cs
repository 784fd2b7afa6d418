using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Đề nghị khóa sổ: what an accountant chose, shown to the leader who approves it; approving closes the year.</summary>
[Allow(Act.ViewPlans)]
public sealed class ProposalModel(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock) : PageModel
{
    public YearEndProposal Proposal { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public IReadOnlyList<ProposalLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, string?> Contracts { get; private set; } = new Dictionary<Guid, string?>();

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public bool IsWaiting => Proposal.State is YearEndProposalState.Proposed;

    /// <summary>The ledger moved since it was proposed: it cannot be approved any more.</summary>
    public bool IsMoved => IsWaiting && Lines.Any(l => l.Line.PostingCount != l.Proposed.PostingCount);

    public bool IsApprover => IsTheirs && viewer.AsPlanMover().May(Act.ApproveYearEnd, Proposal.CommuneCode);

    /// <summary>Whether the lines are of a body that the viewer works for.</summary>
    private bool IsTheirs => HolderDuty.Against(viewer.AsPlanMover(), [Proposal.HolderId]) is null;

    public bool MayApprove => IsWaiting && IsApprover && Proposal.By != viewer.UserId;

    public bool MayScan => Proposal.LacksScan && IsTheirs && viewer.AsPlanMover().May(Act.CloseYear, Proposal.CommuneCode);

    /// <summary>The signed decision.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public bool MayWithdraw => IsWaiting && (IsApprover || Proposal.By == viewer.UserId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>The signed decision: always a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) || Proposal.FileSha is not { } sha || await files.OpenAsync(Proposal.ProvinceCode, sha, cancellationToken) is not { } content
            ? NotFound()
            : new FileStreamResult(content, PdfUpload.MediaType) { FileDownloadName = Proposal.FileName ?? "khoa-so.pdf" };

    [Allow(Act.ApproveYearEnd)]
    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!IsTheirs)
        {
            return this.Refuse("plan.other-holder");
        }

        if (!IsApprover)
        {
            return Refusal.Because(Act.ApproveYearEnd);
        }

        var ruling = await db.ApproveYearEndAsync(id, viewer.UserId, cancellationToken);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is not { } closed)
        {
            // The tracker was cleared under the lock: what is shown is read anew.
            await LoadAsync(id, cancellationToken);
            return Page();
        }

        TempData.Say($"Đã khóa sổ {closed.Lines.Count} dòng năm {Proposal.Year}: hủy {closed.Lines.Select(l => l.Lapsed).Sum()}, chuyển nguồn {closed.Lines.Select(l => l.Carried + l.Advances).Sum()}.");
        return LocalRedirect($"/so-du-toan/khoa-so/{id}");
    }

    /// <summary>The signed decision of a proposal that came without it.</summary>
    [Allow(Act.CloseYear)]
    public async Task<IActionResult> OnPostScanAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayScan)
        {
            return this.Refuse("ledger.scan-kept");
        }

        ModelState.Require(Upload, nameof(Upload), Messages.For("paper.file-missing"));
        if (await files.StagePdfAsync(ModelState, viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken) is not { } scan)
        {
            return Page();
        }

        if (!await db.AttachYearEndScanAsync(id, new(scan.Sha256, scan.FileName), () => files.MustReferAsync(viewer.ProvinceCode, scan.Sha256, cancellationToken), cancellationToken))
        {
            return this.Refuse("ledger.scan-kept");
        }

        TempData.Say("Đã kèm bản ký.");
        return LocalRedirect($"/so-du-toan/khoa-so/{id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var ruling = await db.WithdrawYearEndAsync(id, viewer.UserId, IsApprover, cancellationToken);
        ModelState.AddBreaches(ruling.Breaches);
        if (ruling.Event is null)
        {
            await LoadAsync(id, cancellationToken);
            return Page();
        }

        TempData.Say("Đã rút đề nghị khóa sổ.");
        return LocalRedirect($"/so-du-toan/khoa-so/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.YearEndProposals.AsNoTracking().SingleOrDefaultAsync(p => p.YearEndProposalId == id, cancellationToken) is not { } proposal
            || !viewer.AsPlanMover().May(Act.ViewPlans, proposal.CommuneCode))
        {
            return false;
        }

        Proposal = proposal;
        Holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(proposal.HolderId);
        var ids = proposal.ProposedLines.Select(l => l.AllocationId).ToList();
        var lines = await db.Allocations.AsNoTracking().Where(a => ids.Contains(a.AllocationId)).ToDictionaryAsync(a => a.AllocationId, cancellationToken);
        var positions = await db.LedgerPositions.AsNoTracking().Where(p => ids.Contains(p.AllocationId) && p.ProjectId != null && (p.Reserved != Dong.Zero || p.Committed != Dong.Zero || p.Advanced != Dong.Zero)).ToListAsync(cancellationToken);
        Lines = [.. proposal.ProposedLines.Select(l => new ProposalLine(lines[l.AllocationId], l, [.. positions.Where(p => p.AllocationId == l.AllocationId).OrderBy(p => p.ProjectId).ThenBy(p => p.ContractId is not null)]))];
        var (projects, contracts) = (positions.Select(p => p.ProjectId).OfType<Guid>().Distinct().ToList(), positions.Select(p => p.ContractId).OfType<Guid>().ToList());
        Titles = await db.Projects.Where(p => projects.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Title }).ToDictionaryAsync(p => p.ProjectId, p => p.Title, cancellationToken);
        Contracts = await db.Contracts.Where(c => contracts.Contains(c.ContractId)).Select(c => new { c.ContractId, c.Number }).ToDictionaryAsync(c => c.ContractId, c => c.Number, cancellationToken);
        List<Guid> people = proposal.DecidedBy is { } decided ? [proposal.By, decided] : [proposal.By];
        Names = await db.NamesAsync(people, cancellationToken);
        return true;
    }
}

/// <summary>One line as it stands now, with what was proposed of it.</summary>
public sealed record ProposalLine(Allocation Line, YearEndProposedLine Proposed, IReadOnlyList<LedgerPosition> Positions)
{
    public bool GoesOn(LedgerPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return Proposed.Subjects.Contains(position.SubjectId);
    }

    /// <summary>Hủy dự toán: what is left, less what goes on of it, and what was reserved for projects that do not go on.</summary>
    public Dong Lapsing => Line.Available - Proposed.Carried + Positions.Where(p => !GoesOn(p)).Select(p => p.Reserved).Sum();
}
