using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

/// <summary>Đối chiếu sổ dự toán: proves the ledger of every province, one after the other, as the system.</summary>
public sealed class LedgerVerifier(KhuyenCongDb db, DataScope scope)
{
    public async Task<IReadOnlyList<LedgerFinding>> VerifyAsync(CancellationToken cancellationToken = default)
    {
        scope.ActAsSystem();
        var provinces = await db.EveryProvince<Allocation>().Select(a => a.ProvinceCode).Distinct().OrderBy(c => c).ToListAsync(cancellationToken);
        var findings = new List<LedgerFinding>();
        foreach (var province in provinces)
        {
            scope.ActAsSystem(province);
            findings.Add(await db.ProveLedgersAsync(cancellationToken));
        }

        return findings;
    }
}
