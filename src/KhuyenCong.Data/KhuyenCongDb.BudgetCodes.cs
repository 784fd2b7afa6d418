using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    /// <summary>The table of codes of mục lục ngân sách, as far as the library has it.</summary>
    public Task<List<LegalRule>> BudgetCodeTableAsync(CancellationToken cancellationToken = default) =>
        LegalRules.AsNoTracking().Where(r => r.Code.StartsWith(BudgetCoding.TablePrefix)).OrderBy(r => r.Code).ThenBy(r => r.EffectiveFrom).ToListAsync(cancellationToken);

    /// <summary>Codes of some lines of allotment, by line.</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetCodes>> BudgetCodesAsync(IEnumerable<Guid> allocationIds, CancellationToken cancellationToken = default)
    {
        var ids = allocationIds.Distinct().ToList();
        return (await Allocations.AsNoTracking().Where(a => ids.Contains(a.AllocationId)).ToListAsync(cancellationToken)).ToDictionary(a => a.AllocationId, a => a.Codes);
    }
}
