using KhuyenCong.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<SignedReconciliation> SignedReconciliations => Set<SignedReconciliation>();

    /// <summary>Keeps a signed reconciliation; false where one of the same parties and day is kept already, also by somebody in the same moment.</summary>
    /// <param name="signed">With its figures.</param>
    /// <param name="keep">Refers to the staged file, in the same transaction.</param>
    public async Task<bool> KeepReconciliationAsync(ReconciliationSigned signed, Func<Task> keep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(signed);
        ArgumentNullException.ThrowIfNull(keep);
        ChangeTracker.Clear();
        try
        {
            return await WriteAsync(_ => Task.CompletedTask, async () =>
            {
                await keep();
                SignedReconciliations.Add(SignedReconciliation.From(signed));
                Because("reconciliation.signed");
                await SaveChangesAsync(cancellationToken);
                return true;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            ChangeTracker.Clear();
            return false;
        }
    }
}
