using KhuyenCong.Data;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Drafts;

/// <summary>What somebody was typing in one form about one subject, and which save of each field it is.</summary>
public sealed record KeptDraft(IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, long> Sequences, long BaseVersion, DateTime SavedAt);

/// <summary>How far a draft has come: the newest save, and the last save that a submission or a discard has used up.</summary>
public sealed record DraftMarks(long Newest, long Ended);

/// <summary>The signed-in person's drafts, field by field. Nobody else's are in reach.</summary>
/// <remarks>
/// The row without a field name is the head of a draft: it is locked by every save, and it stays when the draft has ended,
/// so that a save still on its way cannot bring the draft back.
/// </remarks>
public sealed class DraftBox(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
{
    public const int LongestName = 60;
    public const int LongestField = 200;
    public const int LongestValue = 100_000;
    public const int MostFields = 20_000;

    private const string Head = "";

    public async Task<(KeptDraft? Draft, DraftMarks Marks)> FindAsync(string form, string subject, CancellationToken cancellationToken = default)
    {
        var rows = await Rows(form, subject).AsNoTracking().ToListAsync(cancellationToken);
        var marks = new DraftMarks(rows.Select(r => r.Sequence).DefaultIfEmpty().Max(), rows.Find(r => r.Field == Head)?.Sequence ?? 0);
        var fields = rows.Where(r => r.Field != Head).ToList();
        return (fields.Count == 0 ? null : new(fields.ToDictionary(f => f.Field, f => f.Value), fields.ToDictionary(f => f.Field, f => f.Sequence), fields.Min(f => f.BaseVersion), fields.Max(f => f.SavedAt)), marks);
    }

    /// <summary>Keeps one field; false when the draft this save belongs to has ended. A late, older save changes nothing.</summary>
    public Task<bool> KeepAsync(string form, string subject, string field, string value, long baseVersion, long sequence, CancellationToken cancellationToken = default) =>
        InTurnAsync(form, subject, async () =>
        {
            if (await Rows(form, subject).AnyAsync(f => f.Field == Head && f.Sequence >= sequence, cancellationToken))
            {
                return false;
            }

            var now = clock.UtcNow;
            var updated = await Rows(form, subject).Where(f => f.Field == field && f.Sequence < sequence).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.Value, value).SetProperty(f => f.BaseVersion, baseVersion).SetProperty(f => f.Sequence, sequence).SetProperty(f => f.SavedAt, now),
                cancellationToken);
            if (updated == 0 && !await Rows(form, subject).AnyAsync(f => f.Field == field, cancellationToken))
            {
                db.DraftFields.Add(New(form, subject, field, value, baseVersion, sequence));
                await db.SaveChangesAsync(cancellationToken);
            }

            return true;
        }, cancellationToken);

    /// <summary>Ends a draft: called where a submission went through, and when the person discards it.</summary>
    /// <param name="form">The form's name.</param>
    /// <param name="subject">What the form is about.</param>
    /// <param name="upTo">The newest save the browser had made, where it says so; saves still on their way count as used up too.</param>
    /// <param name="cancellationToken">The request's.</param>
    public Task FinishAsync(string form, string subject, long upTo = 0, CancellationToken cancellationToken = default) =>
        InTurnAsync(form, subject, async () =>
        {
            var newest = await Rows(form, subject).MaxAsync(f => f.Sequence, cancellationToken);
            var ended = Math.Max(newest, upTo);
            await Rows(form, subject).Where(f => f.Field != Head).ExecuteDeleteAsync(cancellationToken);
            await Rows(form, subject).ExecuteUpdateAsync(set => set.SetProperty(f => f.Sequence, ended), cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>Uses up what a submission carried; what was typed after it was made stays a draft.</summary>
    public Task UseUpAsync(string form, string subject, long upTo, CancellationToken cancellationToken = default) =>
        InTurnAsync(form, subject, async () =>
        {
            await Rows(form, subject).Where(f => f.Field != Head && f.Sequence <= upTo).ExecuteDeleteAsync(cancellationToken);
            return await Rows(form, subject).Where(f => f.Field == Head && f.Sequence < upTo).ExecuteUpdateAsync(set => set.SetProperty(f => f.Sequence, upTo), cancellationToken);
        }, cancellationToken);

    private async Task<T> InTurnAsync<T>(string form, string subject, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await LockAsync(form, subject, cancellationToken);
            return await work();
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.WriteAsync(_ => LockAsync(form, subject, cancellationToken), work, cancellationToken);
            }
            catch (Exception fault) when (attempt < 3 && fault.IsWorthAnotherTry())
            {
                // Two first saves of one draft met at its head: the second finds it there now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task LockAsync(string form, string subject, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        if (await Rows(form, subject).Where(f => f.Field == Head).ExecuteUpdateAsync(set => set.SetProperty(f => f.SavedAt, now), cancellationToken) == 0)
        {
            db.DraftFields.Add(New(form, subject, Head, "", 0, 0));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private DraftField New(string form, string subject, string field, string value, long baseVersion, long sequence) => new()
    {
        UserId = viewer.UserId,
        Form = form,
        Subject = subject,
        Field = field,
        Value = value,
        BaseVersion = baseVersion,
        Sequence = sequence,
        SavedAt = clock.UtcNow,
    };

    private IQueryable<DraftField> Rows(string form, string subject) =>
        db.DraftFields.Where(f => f.UserId == viewer.UserId && f.Form == form && f.Subject == subject);
}
