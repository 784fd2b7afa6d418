using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Bản in đề nghị khóa sổ, chuyển nguồn: the balances that it was made on, whatever the ledger says since.</summary>
[Allow(Act.ViewPlans)]
public sealed class ProposalPrintModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public YearEndProposal Proposal { get; private set; } = null!;

    public IReadOnlyList<PrintedLine> Lines { get; private set; } = [];

    public PaperHead Head { get; private set; } = null!;

    public DateTime At => clock.UtcNow;

    public string By => viewer.DisplayName;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.YearEndProposals.AsNoTracking().SingleOrDefaultAsync(p => p.YearEndProposalId == id, cancellationToken) is not { } proposal
            || !viewer.AsPlanMover().May(Act.ViewPlans, proposal.CommuneCode))
        {
            return NotFound();
        }

        Proposal = proposal;
        var ids = proposal.ProposedLines.Select(l => l.AllocationId).ToList();
        var lines = await db.Allocations.AsNoTracking().Where(a => ids.Contains(a.AllocationId)).ToDictionaryAsync(a => a.AllocationId, cancellationToken);
        var printed = new List<PrintedLine>();
        foreach (var proposed in proposal.ProposedLines)
        {
            printed.Add(await LineAsync(lines[proposed.AllocationId], proposed, cancellationToken));
        }

        Lines = [.. printed.OrderBy(l => l.IsSeparate).ThenBy(l => l.Name, StringComparer.Ordinal)];
        var holder = (await Holders.ReadAsync(db, clock.Today, cancellationToken)).NameOf(proposal.HolderId);
        Head = new(holder, await PaperHead.PlaceAsync(db, proposal.ProvinceCode, proposal.CommuneCode, clock.Today, cancellationToken), null, "Mẫu đề nghị khóa sổ, chuyển nguồn");
        return Page();
    }

    /// <summary>What the first entries of a line come to: those that it had when it was proposed.</summary>
    private async Task<PrintedLine> LineAsync(Allocation line, YearEndProposedLine proposed, CancellationToken cancellationToken)
    {
        var (id, until) = (line.AllocationId, proposed.PostingCount);
        var moved = await db.LedgerEntries.AsNoTracking().Where(e => e.AllocationId == id && e.Sequence <= until)
            .GroupBy(e => new { e.FromAccount, e.ToAccount, e.ProjectId, e.ContractId, e.ManagementEstimateId })
            .Select(g => new { g.Key.FromAccount, g.Key.ToAccount, g.Key.ProjectId, g.Key.ContractId, g.Key.ManagementEstimateId, Sum = g.Sum(e => (long)(object)e.Amount) })
            .ToListAsync(cancellationToken);
        var sums = LedgerProof.Sums(id, moved.Select(m => new LedgerMove(m.FromAccount, m.ToAccount, m.ProjectId, m.ContractId, new(m.Sum), m.ManagementEstimateId)))
            .ToDictionary(s => (s.SubjectId, s.Account), s => s.Amount);
        Dong Of(Guid? subject, LedgerAccount account) => sums.GetValueOrDefault((subject, account));

        var (projects, contracts) = (moved.Select(m => m.ProjectId).OfType<Guid>().Distinct().ToList(), moved.Select(m => m.ContractId).OfType<Guid>().Distinct().ToList());
        var estimates = moved.Select(m => m.ManagementEstimateId).OfType<Guid>().ToHashSet();
        var titles = await db.Projects.Where(p => projects.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Title }).ToDictionaryAsync(p => p.ProjectId, p => p.Title, cancellationToken);
        var signed = await db.Contracts.Where(c => contracts.Contains(c.ContractId)).Select(c => new { c.ContractId, c.ProjectId, c.Number }).ToDictionaryAsync(c => c.ContractId, cancellationToken);
        string NameOf(Guid subject) => estimates.Contains(subject) ? "Dự toán chi quản lý" : signed.TryGetValue(subject, out var contract) ? $"{titles.GetValueOrDefault(contract.ProjectId, "—")}: hợp đồng {contract.Number ?? "chưa có số"}" : titles.GetValueOrDefault(subject, "—");

        return new(
            line,
            proposed,
            Of(null, LedgerAccount.Available),
            Of(null, LedgerAccount.Paid),
            [
                .. projects.Concat(contracts).Concat(estimates)
                    .Select(s => new PrintedBalance(NameOf(s), proposed.Subjects.Contains(s), Of(s, LedgerAccount.Reserved) + Of(s, LedgerAccount.Committed), Of(s, LedgerAccount.Advanced)))
                    .Where(b => b.Undrawn != Dong.Zero || b.Advanced != Dong.Zero).OrderBy(b => b.Name, StringComparer.Ordinal),
            ]);
    }
}

/// <summary>One line of a year-end proposal as it stood then.</summary>
public sealed record PrintedLine(Allocation Line, YearEndProposedLine Proposed, Dong Available, Dong Paid, IReadOnlyList<PrintedBalance> Balances)
{
    public string Name => $"{FundingSource.Find(Line.Source)?.Name ?? Line.Source}, năm {Line.Year}";

    public bool IsSeparate => LedgerWords.IsSeparate(Line.Source);

    public Dong Carried => Proposed.Carried + Balances.Select(b => b.Carried).Sum();

    public Dong Lapsing => Available - Proposed.Carried + Balances.Select(b => b.Lapsing).Sum();
}

/// <summary>What a line held for one project or contract when the year-end was proposed.</summary>
public sealed record PrintedBalance(string Name, bool GoesOn, Dong Undrawn, Dong Advanced)
{
    public Dong Carried => GoesOn ? Undrawn + Advanced : Dong.Zero;

    /// <summary>What was advanced and does not go on is settled or recovered, never cancelled.</summary>
    public Dong Lapsing => GoesOn ? Dong.Zero : Undrawn;
}
