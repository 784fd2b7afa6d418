using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    /// <summary>Changes one target's sums: others who change the same target wait, and what was tracked before the lock is forgotten.</summary>
    public Task<T> WriteTargetAsync<T>(Guid targetId, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ChangeTracker.Clear();
        return WriteAsync(
            // LINQ has no row lock (docs/adr/0003). SQLite holds its one write lock already.
            db => db.Database.IsNpgsql()
                ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Targets\" WHERE \"TargetId\" = {targetId} FOR NO KEY UPDATE", cancellationToken)
                : Task.CompletedTask,
            work,
            cancellationToken);
    }

    /// <summary>Số cơ sở khác nhau: how many establishments the recorded results of one target name; one named twice counts once.</summary>
    public Task<int> EstablishmentsOfTargetAsync(Guid targetId, CancellationToken cancellationToken = default) =>
        CountedKeys(Results.Where(r => r.TargetId == targetId)).CountAsync(cancellationToken);

    /// <summary>Số cơ sở khác nhau của cả chương trình: one helped under two targets counts once.</summary>
    public Task<int> EstablishmentsOfProgrammeAsync(Guid programmeId, CancellationToken cancellationToken = default) =>
        CountedKeys(Results.Where(r => r.ProgrammeId == programmeId)).CountAsync(cancellationToken);

    /// <summary>Distinct establishments of every target of a programme, in one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> EstablishmentsByTargetAsync(Guid programmeId, CancellationToken cancellationToken = default) =>
        await Results.Where(r => r.ProgrammeId == programmeId && r.State == ResultState.Recorded)
            .Join(ResultBeneficiaries, r => r.ResultId, b => b.ResultId, (r, b) => new { r.TargetId, b.CountingKey })
            .Distinct()
            .GroupBy(x => x.TargetId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    /// <summary>A lock on a name, until the transaction ends: for what has no row yet that could be locked.</summary>
    private Task LockNameAsync(string name, CancellationToken cancellationToken) =>
        // LINQ has no lock (docs/adr/0003). SQLite holds its one write lock already.
        Database.IsNpgsql()
            ? Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken)
            : Task.CompletedTask;

    private IQueryable<string> CountedKeys(IQueryable<Result> results) =>
        results.Where(r => r.State == ResultState.Recorded)
            .Join(ResultBeneficiaries, r => r.ResultId, b => b.ResultId, (r, b) => b.CountingKey)
            .Distinct();
}
