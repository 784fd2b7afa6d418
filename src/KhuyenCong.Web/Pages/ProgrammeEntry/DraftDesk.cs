using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>What became of a save: saved, or conflicts to choose between, or no draft any more.</summary>
/// <remarks><see cref="CameIn"/> lists what others saved meanwhile; <see cref="Conflicts"/> has mine as the old value and theirs as the new one.</remarks>
public sealed record DraftOutcome(ProgrammeVersion? Version, IReadOnlyList<FieldChange> CameIn, IReadOnlyList<FieldChange> Conflicts)
{
    public bool IsSaved => Version?.State is VersionState.Draft && Conflicts.Count == 0;
}

/// <summary>Whose value counts where two officers changed one field: chosen by the one who saves later, having seen both.</summary>
public sealed record DraftEdit(ProgrammeText Mine, long BaseVersion, long? SeenVersion = null, IReadOnlyDictionary<string, MergeSide>? Chosen = null)
{
    /// <summary>No saved version of the draft: what was changed stands outside it, and <see cref="Base"/> says from which text.</summary>
    public const long Outside = -1;

    /// <summary>The text the change started from where it was not the draft's own.</summary>
    public ProgrammeText? Base { get; init; }

    /// <summary>What the journal says of where the change came from.</summary>
    public string? Reason { get; init; }
}

/// <summary>Drafts of programme versions: opened once, saved by three-way merge, never by who saves last.</summary>
public static class DraftDesk
{
    /// <summary>The texts that typing started from, one row a saved version; kept beside the drafts and forgotten with them.</summary>
    private const string BasesForm = "chuong-trinh-goc";

    public static Task<ProgrammeVersion?> FindAsync(KhuyenCongDb db, Guid programmeId, int number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.ProgrammeVersions.SingleOrDefaultAsync(v => v.ProgrammeId == programmeId && v.Number == number, cancellationToken);
    }

    /// <summary>Adds a new draft; the caller says why and saves.</summary>
    public static ProgrammeVersion Open(KhuyenCongDb db, VersionDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(drafted);
        var version = ProgrammeVersion.From(drafted);
        db.ProgrammeVersions.Add(version);
        db.DraftFields.Add(Base(version, version.Version, drafted.SavedAt));
        return version;
    }

    /// <summary>Waits for whoever is opening or publishing a version of this programme.</summary>
    public static Task LockAsync(KhuyenCongDb db, Guid programmeId) =>
        db.Programmes.Where(p => p.ProgrammeId == programmeId).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsPublished, p => p.IsPublished));

    public static Task<DraftOutcome> SaveAsync(KhuyenCongDb db, Guid programmeId, int number, DraftEdit edit, string by, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edit);
        // What the page has read may be old by the time its turn comes.
        db.ChangeTracker.Clear();
        return db.WriteAsync(_ => LockAsync(db, programmeId), () => SaveInTurnAsync(db, programmeId, number, edit, by, clock, cancellationToken), cancellationToken);
    }

    private static async Task<DraftOutcome> SaveInTurnAsync(KhuyenCongDb db, Guid programmeId, int number, DraftEdit edit, string by, TimeProvider clock, CancellationToken cancellationToken)
    {
        var version = await FindAsync(db, programmeId, number, cancellationToken);
        if (version is not { State: VersionState.Draft })
        {
            return new(version, [], []);
        }

        var (text, cameIn, conflicts) = await MergeAsync(db, version, edit, cancellationToken);
        if (text is not null && ProgrammeJson.Write(text) != ProgrammeJson.Write(version.Text))
        {
            version.Apply(new DraftSaved(text, by, clock.UtcNow));
            db.DraftFields.Add(Base(version, version.Version + 1, clock.UtcNow));
            db.Because("programme.draft-saved", edit.Reason);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new(version, cameIn, conflicts);
    }

    /// <summary>The text as it was when this version of the draft was saved, or null where it is no longer known.</summary>
    public static async Task<ProgrammeText?> TextAtAsync(KhuyenCongDb db, ProgrammeVersion version, long at, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(version);
        if (at == version.Version)
        {
            return version.Text;
        }

        var (subject, field) = (version.ProgrammeVersionId.ToString("N"), at.ToString(CultureInfo.InvariantCulture));
        var json = await db.DraftFields.Where(f => f.UserId == Guid.Empty && f.Form == BasesForm && f.Subject == subject && f.Field == field)
            .Select(f => f.Value).SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : ProgrammeJson.Read<ProgrammeText>(json);
    }

    /// <summary>The bases are of no more use once nothing can be typed into the version.</summary>
    public static Task ForgetBasesAsync(KhuyenCongDb db, ProgrammeVersion version)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(version);
        var subject = version.ProgrammeVersionId.ToString("N");
        return db.DraftFields.Where(f => f.UserId == Guid.Empty && f.Form == BasesForm && f.Subject == subject).ExecuteDeleteAsync();
    }

    private static async Task<(ProgrammeText? Text, IReadOnlyList<FieldChange> CameIn, IReadOnlyList<FieldChange> Conflicts)> MergeAsync(
        KhuyenCongDb db, ProgrammeVersion version, DraftEdit edit, CancellationToken cancellationToken)
    {
        // An unknown base is an empty one: then every difference is a conflict, and nothing is taken silently.
        var @base = edit.Base ?? await TextAtAsync(db, version, edit.BaseVersion, cancellationToken) ?? EntryBlank.Text(version.Text);
        var (mine, at) = (edit.Mine, edit.BaseVersion);
        var cameIn = ProgrammeDifference.Between(@base, version.Text);
        if (edit.SeenVersion is { } seen && edit.Chosen is { } chosen
            && await TextAtAsync(db, version, seen, cancellationToken) is { } shown
            && ProgrammeMerge.ThreeWay(@base, mine, shown, chosen).Text is { } resolved)
        {
            (mine, @base, at) = (resolved, shown, seen);
        }

        if (at == version.Version)
        {
            return (mine, cameIn, []);
        }

        var merged = ProgrammeMerge.ThreeWay(@base, mine, version.Text);
        if (merged.Text is { } text)
        {
            return (text, cameIn, []);
        }

        return (null, cameIn, Told(merged.Conflicts, mine, version.Text));
    }

    /// <summary>Conflicting paths in words, mine as the old value and theirs as the new one.</summary>
    public static IReadOnlyList<FieldChange> Told(IReadOnlyList<string> conflicts, ProgrammeText mine, ProgrammeText theirs)
    {
        ArgumentNullException.ThrowIfNull(conflicts);
        var differences = ProgrammeDifference.Between(mine, theirs).ToLookup(d => d.Path);
        return [.. conflicts.SelectMany(path => differences[path].DefaultIfEmpty(new(path, ChangeKind.Changed, ProgrammeLabels.Row(path), ProgrammeLabels.Field(path), null, null)))];
    }

    private static DraftField Base(ProgrammeVersion version, long at, DateTime savedAt) => new()
    {
        UserId = Guid.Empty,
        Form = BasesForm,
        Subject = version.ProgrammeVersionId.ToString("N"),
        Field = at.ToString(CultureInfo.InvariantCulture),
        Value = ProgrammeJson.Write(version.Text),
        SavedAt = savedAt,
    };
}

/// <summary>A programme nobody has entered yet.</summary>
public static class EntryBlank
{
    public static ProgrammeText Text(ProgrammeText like)
    {
        ArgumentNullException.ThrowIfNull(like);
        return Text("", like.FromYear, like.ToYear) with { MoneyUnit = like.MoneyUnit };
    }

    public static ProgrammeText Text(string title, int fromYear, int toYear) => new()
    {
        Decision = new("", default, "", ""),
        Title = title,
        FromYear = fromYear,
        ToYear = toYear,
        MoneyUnit = MoneyUnit.Dong,
    };
}
