using KhuyenCong.Data;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Pages.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.YearlySettlements;

/// <summary>Việc còn dở của năm: what is worth ending before the year is reported. It warns and stops nothing.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Href">Where it is ended.</param>
/// <param name="Amount">How much it is about.</param>
public sealed record YearlyConcern(string Text, string Href, Dong? Amount);

/// <summary>Hạn quyết toán năm, exactly as the library has it.</summary>
public sealed record YearlyDeadline(string Title, DateOnly LastDay, bool Binds);

/// <summary>Reads what is still open of a unit's year, and its dated deadlines.</summary>
public static class YearlyConcerns
{
    private const int Most = 200;

    public static async Task<IReadOnlyList<YearlyConcern>> OfAsync(KhuyenCongDb db, Guid holderId, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lines = await db.Allocations.AsNoTracking().Where(a => a.HolderId == holderId && a.Year == year).Select(a => new { a.AllocationId, a.Source, a.ClosedOn }).ToListAsync(cancellationToken);
        var ids = lines.Select(l => l.AllocationId).ToList();
        var held = await db.LedgerPositions.AsNoTracking().Where(p => p.ContractId != null && ids.Contains(p.AllocationId) && (p.Committed != Dong.Zero || p.Advanced != Dong.Zero || p.Paid != Dong.Zero)).OrderBy(p => p.SubjectId).Take(Most).ToListAsync(cancellationToken);
        var managing = await db.LedgerPositions.AsNoTracking().Where(p => p.ManagementEstimateId != null && ids.Contains(p.AllocationId) && (p.Reserved != Dong.Zero || p.Committed != Dong.Zero || p.Paid != Dong.Zero)).OrderBy(p => p.SubjectId).Take(Most).ToListAsync(cancellationToken);
        var contractIds = held.Select(p => p.ContractId!.Value).Distinct().ToList();
        var numbers = await db.Contracts.AsNoTracking().Where(c => contractIds.Contains(c.ContractId)).Select(c => new { c.ContractId, c.Number }).ToDictionaryAsync(c => c.ContractId, c => c.Number, cancellationToken);
        var paying = await db.PaymentRequests.AsNoTracking()
            .Where(r => (r.State == PaymentState.Requested || r.State == PaymentState.Approved || r.State == PaymentState.Sent) && r.Lines.Any(l => ids.Contains(l.AllocationId)))
            .OrderBy(r => r.Number).Take(Most).Select(r => new { r.PaymentRequestId, r.Number, r.Total }).ToListAsync(cancellationToken);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var unexplained = await db.StatementLines.AsNoTracking()
            .Where(l => (l.State == LineState.Unmatched || l.State == LineState.PartlyMatched) && l.On >= from && l.On <= to && db.TreasuryStatements.Any(s => s.TreasuryStatementId == l.TreasuryStatementId && s.HolderId == holderId && s.WithdrawnAt == null))
            .OrderBy(l => l.StatementLineId).Take(Most).Select(l => new { l.TreasuryStatementId, l.Amount, l.Matched }).ToListAsync(cancellationToken);
        string Name(Guid? contract) => contract is { } id && numbers.GetValueOrDefault(id) is { } number ? $"Hợp đồng {number}" : "Hợp đồng chưa có số";
        return
        [
            .. held.Where(p => p.Advanced != Dong.Zero).Select(p => new YearlyConcern($"{Name(p.ContractId)}: tạm ứng chưa thanh toán, chưa thu hồi", $"/hop-dong/{p.ContractId}", p.Advanced)),
            .. held.Where(p => p.Committed != Dong.Zero || p.Paid != Dong.Zero).Select(p => new YearlyConcern($"{Name(p.ContractId)}: chưa quyết toán", $"/hop-dong/{p.ContractId}", p.Committed + p.Paid)),
            .. managing.Select(p => new YearlyConcern("Dự toán chi quản lý: chưa quyết toán", $"/chi-quan-ly/{p.SubjectId}", p.Reserved + p.Committed + p.Paid)),
            .. paying.Select(r => new YearlyConcern($"Đề nghị {r.Number}: đang xử lý, chưa có kết quả của Kho bạc", $"/thanh-toan/{r.PaymentRequestId}", r.Total)),
            .. unexplained.GroupBy(l => l.TreasuryStatementId).Select(g => new YearlyConcern($"Sao kê: {g.Count()} dòng chưa khớp, chưa giải trình", $"/kho-bac/{g.Key}", g.Select(l => l.Amount - l.Matched).Sum())),
            .. lines.Where(l => l.ClosedOn is null).Select(l => new YearlyConcern($"Nguồn {FundingSource.Find(l.Source)?.ShortName ?? l.Source}: chưa khóa sổ năm {year}; nên khóa sổ trước khi trình", $"/so-du-toan/{l.AllocationId}", null)),
        ];
    }

    /// <summary>Only what is in the library: a rule on national contracts says nothing of other sources, and what is not there is not invented.</summary>
    public static async Task<YearlyDeadline?> DeadlineAsync(KhuyenCongDb db, YearlyFigures figures, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Lines.All(l => l.Source != FundingSource.National.Code) ? null : await DeadlineAsync(db, year, cancellationToken);
    }

    /// <summary>The same of a unit of which it is known that it has national money.</summary>
    public static async Task<YearlyDeadline?> DeadlineAsync(KhuyenCongDb db, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rules = await db.LegalRules.AsNoTracking().Where(r => r.Code == SettlementClock.LiquidationRule).ToListAsync(cancellationToken);
        var ids = rules.Select(r => r.LegalRuleId).ToList();
        var adoptions = await db.RuleAdoptions.AsNoTracking().Where(a => ids.Contains(a.LegalRuleId)).ToListAsync(cancellationToken);
        return rules.Select(r => (Rule: r, Day: r.LastDayFor(year))).Where(r => r.Day is { } day && r.Rule.Covers(day))
            .Select(r => new YearlyDeadline(r.Rule.Title, r.Day!.Value, RuleStanding.Of(r.Rule, adoptions, r.Day.Value).MayBlock)).FirstOrDefault();
    }
}
