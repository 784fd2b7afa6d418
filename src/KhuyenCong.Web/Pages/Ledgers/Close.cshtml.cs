using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Đề nghị khóa sổ năm: of one line, or of all open lines of a holder in a year. What is shown is what will be; nothing is posted until a leader approves it.</summary>
[Allow(Act.CloseYear)]
[RequestFormLimits(ValueCountLimit = 60_000)]
public sealed class CloseModel(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock) : PageModel
{
    private Holders holders = null!;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? HolderId { get; set; }

    [BindProperty(SupportsGet = true, Name = "dong")]
    public Guid? LineId { get; set; }

    [BindProperty]
    public CloseForm Form { get; set; } = new();

    /// <summary>The signed decision.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Proposals for these lines that nobody decided yet.</summary>
    public IReadOnlyList<YearEndProposal> Waiting { get; private set; } = [];

    public IReadOnlyList<Allocation> Lines { get; private set; } = [];

    public ILookup<Guid, LedgerPosition> Positions { get; private set; } = Array.Empty<LedgerPosition>().ToLookup(p => p.AllocationId);

    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, string?> Contracts { get; private set; } = new Dictionary<Guid, string?>();

    /// <summary>What keeps the lines from closing whatever is chosen.</summary>
    public IReadOnlyList<Breach> Hindrances { get; private set; } = [];

    public int Shown => Lines.Count > 0 ? Lines[0].Year : Year ?? clock.Today.Year - 1;

    /// <summary>Holders with open lines of the year that the viewer may close.</summary>
    public IReadOnlyList<SelectListItem> HolderChoices { get; private set; } = [];

    /// <summary>The common end of the adjusting time was not read in the law in force: it warns.</summary>
    public DateOnly? AdjustingEnds => YearEndRules.AdjustingEnds(Shown) is var end && clock.Today <= end ? end : null;

    public long Seen => Lines.Sum(l => (long)l.PostingCount);

    public string HolderOf(Allocation line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return holders.NameOf(line.HolderId);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        // Bound money goes on unless somebody says otherwise: it cannot lapse.
        Form.Carried = [.. Positions.SelectMany(p => p).Where(p => p.Committed > Dong.Zero || p.Advanced > Dong.Zero).Select(CloseForm.KeyOf)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var scan = await files.StagePdfAsync(ModelState, viewer.ProvinceCode, Upload, nameof(Upload), cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        List<Guid> ids = [.. Lines.Select(l => l.AllocationId)];
        var ruling = await db.ProposeYearEndAsync(
            ids,
            Form.Choice(ids),
            Form.Seen,
            viewer.UserId,
            scan is null ? null : new YearEndScan(scan.Sha256, scan.FileName),
            () => scan is null ? Task.CompletedTask : files.MustReferAsync(viewer.ProvinceCode, scan.Sha256, cancellationToken),
            cancellationToken);
        ModelState.AddBreaches(ruling.Breaches, nameof(Form));
        if (ruling.Event is not { } proposed)
        {
            // The tracker was cleared under the lock: what is shown is read anew.
            await LoadAsync(cancellationToken);
            return Page();
        }

        TempData.Say($"Đã gửi đề nghị khóa sổ {proposed.Lines.Count} dòng năm {Shown}: chờ lãnh đạo duyệt.");
        return LocalRedirect($"/so-du-toan/khoa-so/{proposed.ProposalId}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        holders = await Holders.ReadAsync(db, clock.Today, cancellationToken);
        var (line, holder, year, mover) = (LineId, HolderId, Year ?? clock.Today.Year - 1, viewer.AsPlanMover());
        var visible = db.Allocations.VisibleTo(viewer).AsNoTracking();
        var open = (await (line is { } one ? visible.Where(a => a.AllocationId == one) : visible.Where(a => a.Year == year && a.ClosedOn == null)).ToListAsync(cancellationToken))
            .FindAll(a => mover.May(Act.CloseYear, a.CommuneCode) && HolderDuty.Against(mover, [a.HolderId]) is null);
        if (line is not null && open.Count == 0)
        {
            return false;
        }

        HolderChoices = [.. open.Select(a => a.HolderId).Distinct().Select(h => new SelectListItem(holders.NameOf(h), $"{h}")).OrderBy(h => SearchText.SortKey(h.Text), StringComparer.Ordinal)];
        Lines = [.. open.Where(a => line is not null || a.HolderId == holder).OrderBy(a => a.Source, StringComparer.Ordinal)];
        var ids = Lines.Select(l => l.AllocationId).ToList();
        Waiting = ids.Count == 0 ? [] : (await db.YearEndProposals.AsNoTracking().Where(p => p.State == YearEndProposalState.Proposed).ToListAsync(cancellationToken)).FindAll(p => p.ProposedLines.Any(l => ids.Contains(l.AllocationId)));
        var positions = ids.Count == 0 ? [] : await db.LedgerPositions.AsNoTracking().Where(p => ids.Contains(p.AllocationId) && (p.Reserved != Dong.Zero || p.Committed != Dong.Zero || p.Advanced != Dong.Zero || p.Paid != Dong.Zero)).ToListAsync(cancellationToken);
        Positions = positions.ToLookup(p => p.AllocationId);
        var (projects, contracts) = (positions.Select(p => p.ProjectId).OfType<Guid>().Distinct().ToList(), positions.Select(p => p.ContractId).OfType<Guid>().ToList());
        Titles = projects.Count == 0 ? [] : await db.Projects.Where(p => projects.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Title }).ToDictionaryAsync(p => p.ProjectId, p => p.Title, cancellationToken);
        Contracts = contracts.Count == 0 ? [] : await db.Contracts.Where(c => contracts.Contains(c.ContractId)).Select(c => new { c.ContractId, c.Number }).ToDictionaryAsync(c => c.ContractId, c => c.Number, cancellationToken);
        var paying = ids.Count == 0 ? [] : await db.PayingLinesAsync(ids, cancellationToken);
        Hindrances =
        [
            .. Lines.Where(l => l.ClosedOn is not null).Select(l => new Breach("year.closed-already", null, l.Year, l.ClosedOn!.Value)),
            .. Lines.Where(l => l.ClosedOn is null && clock.Today < new DateOnly(l.Year, 12, 31)).Select(l => l.Year).Distinct().Select(y => new Breach("year.not-over", null, y)),
            .. Lines.Where(l => Positions[l.AllocationId].Any(p => p.ManagementEstimateId is not null)).Select(l => new Breach("year.management-left", null, Positions[l.AllocationId].Where(p => p.ManagementEstimateId is not null).Select(p => p.Reserved + p.Committed + p.Paid).Sum(), Positions[l.AllocationId].Count(p => p.ManagementEstimateId is not null))),
            .. Lines.Where(l => paying.Contains(l.AllocationId)).Select(l => new Breach("year.paying", null, FundingSource.Find(l.Source)?.ShortName ?? l.Source, l.Year)),
        ];
        return true;
    }
}
