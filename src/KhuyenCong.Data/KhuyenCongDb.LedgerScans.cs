using KhuyenCong.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<LedgerScan> LedgerScans => Set<LedgerScan>();

    /// <summary>Keeps the signed decision behind an opposite entry; false where one is kept already.</summary>
    /// <param name="entryId">The opposite entry.</param>
    /// <param name="scan">As staged.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="keep">Refers to the staged file, in the same transaction.</param>
    public Task<bool> AttachLedgerScanAsync(Guid entryId, YearEndScan scan, Guid by, Func<Task> keep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentNullException.ThrowIfNull(keep);
        ChangeTracker.Clear();
        return WriteAsync(_ => Task.CompletedTask, async () =>
        {
            if (await LedgerScans.AnyAsync(s => s.LedgerEntryId == entryId, cancellationToken))
            {
                return false;
            }

            var entry = await LedgerEntries.AsNoTracking().SingleAsync(e => e.LedgerEntryId == entryId, cancellationToken);
            await keep();
            LedgerScans.Add(LedgerScan.Of(entry, scan, by, clock.GetUtcNow().UtcDateTime));
            Because("ledger.scan-attached", scan.FileName);
            await SaveChangesAsync(cancellationToken);
            return true;
        }, cancellationToken);
    }

    /// <summary>Keeps the signed decision of a proposal that came without it; false where it has one, or was taken back.</summary>
    public Task<bool> AttachYearEndScanAsync(Guid proposalId, YearEndScan scan, Func<Task> keep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentNullException.ThrowIfNull(keep);
        ChangeTracker.Clear();
        return WriteAsync(_ => Task.CompletedTask, async () =>
        {
            var proposal = await YearEndProposals.SingleAsync(p => p.YearEndProposalId == proposalId, cancellationToken);
            if (!proposal.LacksScan)
            {
                return false;
            }

            await keep();
            proposal.Apply(scan);
            Because("ledger.scan-attached", scan.FileName);
            await SaveChangesAsync(cancellationToken);
            return true;
        }, cancellationToken);
    }
}
