using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>One contract and source of a reconciliation, with its two parties.</summary>
public sealed record ReconciledRow(ReconciledFigure Figure, string Title, ContractState State, string PartiesKey, string PartyA, string PartyB)
{
    /// <summary>The sums of the sheet, and which number of the ledger each is.</summary>
    public static readonly IReadOnlyList<(LedgerNumber Number, string Label, Func<ReconciledFigure, Dong> Of)> Columns =
    [
        (LedgerNumber.Contracted, "Giá trị hợp đồng", f => f.Contracted),
        (LedgerNumber.Committed, "Cam kết còn lại", f => f.Committed),
        (LedgerNumber.Advanced, "Đang tạm ứng", f => f.Advanced),
        (LedgerNumber.Paid, "Đã thanh toán, chưa quyết toán", f => f.Paid),
        (LedgerNumber.Settled, "Đã quyết toán", f => f.Settled),
        (LedgerNumber.Returned, "Đã thu hồi nộp ngân sách", f => f.Returned),
        (LedgerNumber.GivenBack, "Trả về nguồn, chuyển năm sau", f => f.GivenBack),
    ];

    /// <summary>The entries of this contract on this line.</summary>
    public EntryPlace Place => EntryPlace.OfLine(Figure.AllocationId) with { ContractId = Figure.ContractId };

    public bool IsSeparate => LedgerWords.IsSeparate(Figure.Source);

    /// <summary>Which two parties, whatever they are called by now.</summary>
    public static string KeyOf(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return $"{contract.PartyAId:N}-{(contract.PartyBOrganisationId ?? contract.PartyBEstablishmentId)?.ToString("N") ?? contract.PartyB}";
    }

    /// <summary>All contracts on some lines, as the entries up to a day come to.</summary>
    /// <param name="sources">The lines with their source.</param>
    /// <param name="until">The last day whose entries count; null = every entry.</param>
    /// <param name="recordedBy">The moment up to which they were made, as a sheet was printed then; null = by now.</param>
    public static async Task<IReadOnlyList<ReconciledRow>> ReadAsync(KhuyenCongDb db, IReadOnlyDictionary<Guid, string> sources, DateOnly? until, DateTime? recordedBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(sources);
        var ids = sources.Keys.ToList();
        var counted = db.LedgerEntries.AsNoTracking().Where(e => e.ContractId != null && ids.Contains(e.AllocationId));
        counted = until is { } day ? counted.Where(e => e.On <= day) : counted;
        counted = recordedBy is { } moment ? counted.Where(e => e.At <= moment) : counted;
        var entries = await counted.ToListAsync(cancellationToken);
        var contractIds = entries.Select(e => e.ContractId!.Value).Distinct().ToList();
        var contracts = await db.Contracts.AsNoTracking().Where(c => contractIds.Contains(c.ContractId)).ToDictionaryAsync(c => c.ContractId, cancellationToken);
        var projectIds = contracts.Values.Select(c => c.ProjectId).Distinct().ToList();
        var titles = await db.Projects.AsNoTracking().Where(p => projectIds.Contains(p.ProjectId)).Select(p => new { p.ProjectId, p.Title }).ToDictionaryAsync(p => p.ProjectId, p => p.Title, cancellationToken);
        return
        [
            .. entries.GroupBy(e => (e.AllocationId, ContractId: e.ContractId!.Value)).Where(g => contracts.ContainsKey(g.Key.ContractId))
                .Select(g => Row(contracts[g.Key.ContractId], titles, sources[g.Key.AllocationId], g.Key.AllocationId, [.. g]))
                .OrderBy(r => r.Figure.Number, StringComparer.Ordinal).ThenBy(r => r.Figure.Source, StringComparer.Ordinal),
        ];
    }

    private static ReconciledRow Row(Contract contract, Dictionary<Guid, string> titles, string source, Guid allocationId, List<LedgerEntry> entries)
    {
        Dong Of(LedgerAccount account) => entries.Where(e => e.ToAccount == account).Select(e => e.Amount).Sum() - entries.Where(e => e.FromAccount == account).Select(e => e.Amount).Sum();
        var turnover = ContractTurnover.Of(entries);
        var figure = new ReconciledFigure(
            contract.ContractId, contract.ProjectId, allocationId, contract.Number, source,
            turnover.Contracted, Of(LedgerAccount.Committed), Of(LedgerAccount.Advanced), Of(LedgerAccount.Paid), Of(LedgerAccount.Settled), Of(LedgerAccount.Returned), turnover.GivenBack);
        return new(figure, titles.GetValueOrDefault(contract.ProjectId, "—"), contract.State, KeyOf(contract), contract.PartyA, contract.PartyB);
    }
}
