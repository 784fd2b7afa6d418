using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Đối ứng, lồng ghép, nguồn khác ngoài dự toán: what was committed of one source, and what proves it. Blank is not zero.</summary>
/// <param name="Row">Of the project's money; what is committed is its contract's, else what was approved.</param>
/// <param name="Accepted">By concluded acceptances that give support.</param>
/// <param name="Proven">By vouchers of approved settlements.</param>
/// <param name="Waiting">By vouchers of files that are not approved yet.</param>
/// <param name="Files">Whose vouchers count, with their contracts.</param>
/// <param name="Records">Acceptances that tell of it, with their rounds.</param>
public sealed record ProvenMoney(ProjectMoneyRow Row, Dong? Accepted, Dong? Proven, Dong? Waiting, IReadOnlyList<(Guid SettlementId, Guid ContractId)> Files, IReadOnlyList<(Guid AcceptanceId, int Round)> Records)
{
    public Dong? Committed => Row.Contracted ?? Row.Approved;

    /// <summary>What is still to be proven; null before anything is.</summary>
    public Dong? Missing => Committed - Proven is { } missing ? missing > Dong.Zero ? missing : Dong.Zero : null;

    public static async Task<IReadOnlyList<ProvenMoney>> OfAsync(KhuyenCongDb db, Guid projectId, ProjectMoney money, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(money);
        // Nothing is proven of a project that nobody has contracted.
        if (money.ContractNumbers.Count == 0 || money.Rows.All(r => Allotting.IsDrawn(r.Source.Code)))
        {
            return [];
        }

        var vouchers = (await db.Vouchers.AsNoTracking().Where(v => v.Kind != VoucherKind.AgencyInvoice)
            .Join(db.Settlements.Where(s => s.ProjectId == projectId && s.State != SettlementState.Discarded), v => v.SettlementId, s => s.SettlementId, (v, s) => new { v.Source, v.Amount, s.SettlementId, s.ContractId, IsApproved = s.State == SettlementState.Approved })
            .ToListAsync(cancellationToken)).ToLookup(v => v.Source);
        var accepted = (await db.Acceptances.AsNoTracking().Include(a => a.Amounts)
            .Where(a => a.ProjectId == projectId && a.State == AcceptanceState.Concluded && (a.Verdict == AcceptanceVerdict.Accepted || a.Verdict == AcceptanceVerdict.PartlyAccepted))
            .OrderBy(a => a.AcceptanceId).ToListAsync(cancellationToken))
            .SelectMany(a => AcceptedWork.MoneyOf(a).Select(m => (m.SourceCode, m.Amount, a.AcceptanceId, a.Round))).ToLookup(m => m.SourceCode);
        return
        [
            .. FundingSource.All.Where(s => !Allotting.IsDrawn(s.Code))
                .Select(s => money.Rows.FirstOrDefault(r => r.Source == s) ?? new ProjectMoneyRow(s, null, null, null, null, null))
                .Select(r => (Row: r, Vouchers: vouchers[r.Source.Code].ToList(), Accepted: accepted[r.Source.Code].ToList()))
                .Where(x => x.Row.Approved is not null || x.Row.Contracted is not null || x.Vouchers.Count > 0 || x.Accepted.Count > 0)
                .Select(x => new ProvenMoney(
                    x.Row,
                    x.Accepted.Select(a => (Dong?)a.Amount).SumKnown(),
                    x.Vouchers.Where(v => v.IsApproved).Select(v => (Dong?)v.Amount).SumKnown(),
                    x.Vouchers.Where(v => !v.IsApproved).Select(v => (Dong?)v.Amount).SumKnown(),
                    [.. x.Vouchers.Select(v => (v.SettlementId, v.ContractId)).Distinct()],
                    [.. x.Accepted.Select(a => (a.AcceptanceId, a.Round)).Distinct()])),
        ];
    }
}
