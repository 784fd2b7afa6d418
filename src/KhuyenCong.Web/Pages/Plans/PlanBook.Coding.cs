using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Plans;

/// <content>Codes of mục lục ngân sách: no money moves, but the line is the same row that money locks.</content>
public sealed partial class PlanBook
{
    /// <param name="seen">The version of the line that the page showed.</param>
    public async Task<Ruling<AllocationCoded>> CodeAsync(Guid allocationId, long? seen, BudgetCodes codes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var year = await db.Allocations.Where(a => a.AllocationId == allocationId).Select(a => a.Year).SingleAsync(cancellationToken);
        return await db.WriteAllocationsAsync(null, [year], async () =>
        {
            var line = await db.Allocations.SingleAsync(a => a.AllocationId == allocationId, cancellationToken);
            var ruling = AsSeen(line.Version, seen, BudgetCoding.Write(line, codes));
            if (ruling.Event is { } coded)
            {
                line.Apply(coded);
                db.Because("allocation.coded");
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling;
        }, cancellationToken);
    }
}
