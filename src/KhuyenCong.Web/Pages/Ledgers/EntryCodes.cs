using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Codes of mục lục ngân sách that entries are exported with: of their lines, and of the payment or voucher that caused them.</summary>
/// <param name="Lines">Chương, loại, khoản by line.</param>
/// <param name="Spending">Mục, tiểu mục by cause.</param>
public sealed record EntryCodes(IReadOnlyDictionary<Guid, string?> Lines, IReadOnlyDictionary<Guid, string?> Spending)
{
    public static async Task<EntryCodes> OfAsync(KhuyenCongDb db, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var requests = Causes(entries, LedgerCauseKind.PaymentRequest);
        var vouchers = Causes(entries, LedgerCauseKind.ManagementVoucher);
        var asked = await db.PaymentRequests.AsNoTracking().Where(r => r.BudgetItem != null && requests.Contains(r.PaymentRequestId)).Select(r => new { Id = r.PaymentRequestId, r.BudgetItem, r.BudgetSubItem }).ToListAsync(cancellationToken);
        var vouched = await db.ManagementVouchers.AsNoTracking().Where(v => v.BudgetItem != null && vouchers.Contains(v.ManagementVoucherId)).Select(v => new { Id = v.ManagementVoucherId, v.BudgetItem, v.BudgetSubItem }).ToListAsync(cancellationToken);
        return new(
            (await db.BudgetCodesAsync(entries.Select(e => e.AllocationId), cancellationToken)).ToDictionary(c => c.Key, c => c.Value.Text()),
            asked.Concat(vouched).ToDictionary(c => c.Id, c => BudgetCodeWords.SpendingText(c.BudgetItem, c.BudgetSubItem)));
    }

    public string? OfLine(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Lines.GetValueOrDefault(entry.AllocationId);
    }

    public string? OfSpending(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Spending.GetValueOrDefault(entry.CauseId);
    }

    private static List<Guid> Causes(IEnumerable<LedgerEntry> entries, LedgerCauseKind kind) => [.. entries.Where(e => e.CauseKind == kind).Select(e => e.CauseId).Distinct()];
}
