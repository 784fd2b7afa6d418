using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Reminders;

/// <summary>The books whose records wait in offices and are of no single project, narrowed down alike; a book that is null is not asked.</summary>
public sealed record OfficeRecords
{
    private static readonly List<BatchState> BatchesWaiting = [BatchState.Drafting, BatchState.Submitted, BatchState.Appraised, BatchState.SentToAgency, BatchState.Approved];
    private static readonly List<ManagementState> EstimatesWaiting = [ManagementState.Drafting, ManagementState.Submitted, ManagementState.Settling];
    private static readonly List<ManagementVoucherState> VouchersWaiting = [ManagementVoucherState.Drafting, ManagementVoucherState.Requested, ManagementVoucherState.Approved];
    private static readonly List<PetitionState> PetitionsWaiting = [PetitionState.Filed, PetitionState.Received];

    public IQueryable<ApprovalBatch>? Batches { get; private init; }

    public IQueryable<BudgetEstimate>? Budgets { get; private init; }

    public IQueryable<ManagementEstimate>? Estimates { get; private init; }

    public IQueryable<ManagementVoucher>? Vouchers { get; private init; }

    public IQueryable<YearEndProposal>? YearEnds { get; private init; }

    public IQueryable<YearlySettlement>? Reports { get; private init; }

    public IQueryable<TreasuryStatement>? Statements { get; private init; }

    /// <summary>Units without a report of the year that is over.</summary>
    public IQueryable<Organisation>? Unreported { get; private init; }

    public IQueryable<Petition>? Petitions { get; private init; }

    /// <summary>The year that is over.</summary>
    private int OverYear { get; init; }

    /// <summary>All that waits in the province, whoever looks.</summary>
    public static OfficeRecords Of(KhuyenCongDb db, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        // Read from the lines that are open: of most statements none is.
        var open = db.StatementLines.Where(l => l.State == LineState.Unmatched || l.State == LineState.PartlyMatched).Select(l => l.TreasuryStatementId);
        return new()
        {
            Batches = db.ApprovalBatches.AsNoTracking().Where(b => BatchesWaiting.Contains(b.State)),
            Budgets = db.BudgetEstimates.AsNoTracking().Where(e => e.State != BudgetEstimateState.Allotted && e.State != BudgetEstimateState.Discarded),
            Estimates = db.ManagementEstimates.AsNoTracking().Where(e => EstimatesWaiting.Contains(e.State)),
            Vouchers = db.ManagementVouchers.AsNoTracking().Where(v => VouchersWaiting.Contains(v.State)),
            YearEnds = db.YearEndProposals.AsNoTracking().Where(p => p.State == YearEndProposalState.Proposed),
            Reports = db.YearlySettlements.AsNoTracking().Where(r => r.State != YearlyState.Finished),
            Statements = db.TreasuryStatements.AsNoTracking().Where(s => s.WithdrawnAt == null && open.Contains(s.TreasuryStatementId)),
            Unreported = db.Unreported(today).AsNoTracking(),
            Petitions = db.Petitions.AsNoTracking().Where(p => PetitionsWaiting.Contains(p.State)),
            OverYear = today.Year - 1,
        };
    }

    /// <summary>Of these what somebody sees in its own book.</summary>
    public OfficeRecords VisibleTo(Viewer viewer, KhuyenCongDb db)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var communes = viewer.CommuneCodes.ToList();
        return new()
        {
            Batches = Batches?.VisibleTo(viewer),
            Budgets = Budgets?.VisibleTo(viewer, db),
            Estimates = Estimates?.VisibleTo(viewer, db),
            Vouchers = Vouchers?.VisibleTo(viewer, db),
            YearEnds = viewer.Reach(Act.ViewPlans) switch
            {
                Scope.Province => YearEnds,
                Scope.Commune => YearEnds?.Where(p => p.CommuneCode != null && communes.Contains(p.CommuneCode)),
                _ => null,
            },
            Reports = Reports?.VisibleTo(viewer, db),
            Statements = Statements?.VisibleTo(viewer),
            Unreported = Unreported?.ReportedTo(viewer, db),
            Petitions = Petitions?.VisibleTo(viewer),
            OverYear = OverYear,
        };
    }

    /// <summary>As the list shows them: of a year, those that wait longest first, to the province none that a commune still writes.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="db">The database.</param>
    /// <param name="year">Of which year; a statement is of the year of its last day, a petition of that of its filing.</param>
    /// <param name="most">Of one book.</param>
    public OfficeRecords Listed(Viewer viewer, KhuyenCongDb db, int? year, int most)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(db);
        var (first, last) = year is >= 1 and <= 9999 ? (new DateOnly(year.Value, 1, 1), new DateOnly(year.Value, 12, 31)) : (DateOnly.MaxValue, DateOnly.MinValue);
        var (plans, reports) = (viewer.Reach(Act.ViewPlans) is Scope.Province, viewer.Reach(Act.ViewYearlySettlements) is Scope.Province);
        return new()
        {
            Batches = Batches?.Where(b => (year == null || b.Year == year) && (!plans || b.Regime != Regime.Commune || b.State != BatchState.Drafting))
                .OrderBy(b => b.StateSince).ThenBy(b => b.ApprovalBatchId).Take(most),
            Budgets = Budgets?.Where(e => (year == null || e.Year == year)
                    && (!plans || e.State != BudgetEstimateState.Drafting || !db.Organisations.Any(o => o.OrganisationId == e.HolderId && o.Kind == OrganisationKind.CommuneOffice)))
                .OrderBy(e => e.StateSince).ThenBy(e => e.BudgetEstimateId).Take(most),
            Estimates = Estimates?.Where(e => (year == null || e.Year == year) && (!plans || e.CommuneCode == null || e.State != ManagementState.Drafting))
                .OrderBy(e => e.StateSince).ThenBy(e => e.ManagementEstimateId).Take(most),
            Vouchers = Vouchers?.Where(v => (year == null || v.Year == year) && (!plans || v.CommuneCode == null || v.State != ManagementVoucherState.Drafting))
                .OrderBy(v => v.StateSince).ThenBy(v => v.ManagementVoucherId).Take(most),
            YearEnds = YearEnds?.Where(p => year == null || p.Year == year).OrderBy(p => p.At).ThenBy(p => p.YearEndProposalId).Take(most),
            Reports = Reports?.Where(r => (year == null || r.Year == year) && (!reports || r.CommuneCode == null || r.State != YearlyState.Drafting))
                .OrderBy(r => r.StateSince).ThenBy(r => r.YearlySettlementId).Take(most),
            Statements = Statements?.Where(s => year == null || (s.ToDay >= first && s.ToDay <= last)).OrderBy(s => s.EnteredAt).ThenBy(s => s.TreasuryStatementId).Take(most),
            // That a commune has not begun is known to whoever reads reports, as the page of yearly reports says it; the province's own come first.
            Unreported = year is null || year == OverYear ? Unreported?.OrderBy(o => o.Kind == OrganisationKind.CommuneOffice).ThenBy(o => o.OrganisationId).Take(most) : null,
            Petitions = Petitions?.Where(p => year == null || (p.FiledOn >= first && p.FiledOn <= last)).OrderBy(p => p.FiledOn).ThenBy(p => p.PetitionId).Take(most),
            OverYear = OverYear,
        };
    }

    /// <summary>Only these; books of which none is asked for are not asked.</summary>
    public OfficeRecords In(IReadOnlyCollection<OfficeKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        List<Guid>? Ids(WaitingKind kind) => keys.Where(k => k.Kind == kind).Select(k => k.RecordId).ToList() is { Count: > 0 } ids ? ids : null;
        return new()
        {
            Batches = Ids(WaitingKind.PlanBatch) is { } batches ? Batches?.Where(b => batches.Contains(b.ApprovalBatchId)) : null,
            Budgets = Ids(WaitingKind.BudgetEstimate) is { } budgets ? Budgets?.Where(e => budgets.Contains(e.BudgetEstimateId)) : null,
            Estimates = Ids(WaitingKind.ManagementEstimate) is { } estimates ? Estimates?.Where(e => estimates.Contains(e.ManagementEstimateId)) : null,
            Vouchers = Ids(WaitingKind.ManagementVoucher) is { } vouchers ? Vouchers?.Where(v => vouchers.Contains(v.ManagementVoucherId)) : null,
            YearEnds = Ids(WaitingKind.YearEndProposal) is { } proposals ? YearEnds?.Where(p => proposals.Contains(p.YearEndProposalId)) : null,
            Reports = Ids(WaitingKind.YearlySettlement) is { } reports ? Reports?.Where(r => reports.Contains(r.YearlySettlementId)) : null,
            Statements = Ids(WaitingKind.StatementUnmatched) is { } statements ? Statements?.Where(s => statements.Contains(s.TreasuryStatementId)) : null,
            Unreported = Ids(WaitingKind.YearlySettlementMissing) is { } units ? Unreported?.Where(o => units.Contains(o.OrganisationId)) : null,
            Petitions = Ids(WaitingKind.Petition) is { } petitions ? Petitions?.Where(p => petitions.Contains(p.PetitionId)) : null,
            OverYear = OverYear,
        };
    }

    /// <summary>Which they are, book by book.</summary>
    public async Task<List<OfficeKey>> KeysAsync(CancellationToken cancellationToken) =>
    [
        .. await KeysAsync(WaitingKind.PlanBatch, Batches?.Select(b => b.ApprovalBatchId), cancellationToken),
        .. await KeysAsync(WaitingKind.BudgetEstimate, Budgets?.Select(e => e.BudgetEstimateId), cancellationToken),
        .. await KeysAsync(WaitingKind.ManagementEstimate, Estimates?.Select(e => e.ManagementEstimateId), cancellationToken),
        .. await KeysAsync(WaitingKind.ManagementVoucher, Vouchers?.Select(v => v.ManagementVoucherId), cancellationToken),
        .. await KeysAsync(WaitingKind.YearEndProposal, YearEnds?.Select(p => p.YearEndProposalId), cancellationToken),
        .. await KeysAsync(WaitingKind.YearlySettlement, Reports?.Select(r => r.YearlySettlementId), cancellationToken),
        .. await KeysAsync(WaitingKind.StatementUnmatched, Statements?.Select(s => s.TreasuryStatementId), cancellationToken),
        .. await KeysAsync(WaitingKind.YearlySettlementMissing, Unreported?.Select(o => o.OrganisationId), cancellationToken),
        .. await KeysAsync(WaitingKind.Petition, Petitions?.Select(p => p.PetitionId), cancellationToken),
    ];

    private static async Task<IEnumerable<OfficeKey>> KeysAsync(WaitingKind kind, IQueryable<Guid>? ids, CancellationToken cancellationToken) =>
        ids is null ? [] : (await ids.ToListAsync(cancellationToken)).Select(id => new OfficeKey(kind, id));
}

/// <summary>Which record of which book; which unit, where its report is not begun.</summary>
public sealed record OfficeKey(WaitingKind Kind, Guid RecordId);
