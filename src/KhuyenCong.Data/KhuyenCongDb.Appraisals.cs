using KhuyenCong.Domain.Appraisals;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<AppraisalSetting> AppraisalSettings => Set<AppraisalSetting>();

    public DbSet<Council> Councils => Set<Council>();

    public DbSet<AppraisalSession> AppraisalSessions => Set<AppraisalSession>();

    public DbSet<Appraisal> Appraisals => Set<Appraisal>();

    public DbSet<AppraisalSeat> AppraisalSeats => Set<AppraisalSeat>();

    /// <summary>Appraisals with all their rows, for rules that change them.</summary>
    public IQueryable<Appraisal> WholeAppraisals => Appraisals
        .Include(a => a.Seats).Include(a => a.Opinions).Include(a => a.Conclusions).Include(a => a.Conditions).AsSplitQuery();

    /// <summary>How the province appraises, or the suggestion where it has not said.</summary>
    public async Task<AppraisalSettingText> AppraisalSettingAsync(CancellationToken cancellationToken = default) =>
        (await AppraisalSettings.AsNoTracking().FirstOrDefaultAsync(cancellationToken))?.Text ?? AppraisalSetting.Suggested;

    /// <summary>The appraisal that counts for a project now, or null.</summary>
    public Task<Appraisal?> LiveAppraisalAsync(Guid projectId, CancellationToken cancellationToken = default) =>
        WholeAppraisals.Where(a => a.ProjectId == projectId && a.State != AppraisalState.Returned && a.State != AppraisalState.Postponed).OrderByDescending(a => a.Round).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Changes one appraisal: votes, substitutions and the opening of the votes wait for each other, and what was tracked before the lock is forgotten.</summary>
    public Task<T> WriteAppraisalAsync<T>(Guid appraisalId, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ChangeTracker.Clear();
        return WriteAsync(
            db => db.Database.IsNpgsql()
                ? db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Appraisals\" WHERE \"AppraisalId\" = {appraisalId} FOR NO KEY UPDATE", cancellationToken)
                : Task.CompletedTask,
            work,
            cancellationToken);
    }

    /// <summary>Changes a session with all its appraisals: always locked in the order of their ids.</summary>
    public Task<T> WriteSessionAsync<T>(Guid sessionId, Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ChangeTracker.Clear();
        return WriteAsync(
            async db =>
            {
                if (db.Database.IsNpgsql())
                {
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"AppraisalSessions\" WHERE \"AppraisalSessionId\" = {sessionId} FOR NO KEY UPDATE", cancellationToken);
                    await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Appraisals\" WHERE \"AppraisalSessionId\" = {sessionId} ORDER BY \"AppraisalId\" FOR NO KEY UPDATE", cancellationToken);
                }
            },
            work,
            cancellationToken);
    }
}
