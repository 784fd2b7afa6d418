using KhuyenCong.Data;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <content>What a form sends, once or again after a lost answer, from the office or from a site without network.</content>
public sealed partial class AcceptanceBook
{
    public const string KeyOfAnother = "acceptance.key-of-another";
    public const string FirstKept = "acceptance.first-kept";

    /// <summary>How often files that arrive at the same moment are tried: a telephone sends a handful at once.</summary>
    private const int MostAttempts = 8;

    /// <summary>Whether a submission was saved already: true = the viewer's own of this record, false = somebody else's or of another one; null = not yet.</summary>
    public async Task<bool?> SentBeforeAsync(Guid id, Guid key, CancellationToken cancellationToken) =>
        await FindSentAsync(key, cancellationToken) is { } sent ? sent.UserId == viewer.UserId && sent.SubjectId == id : null;

    /// <summary>Whether something else was saved under a key than what is sent under it now: the first stays. What was settled on the page in its place is not compared.</summary>
    public async Task<bool> KeepsOtherAsync(Guid key, AcceptanceText text, CancellationToken cancellationToken) =>
        await FindSentAsync(key, cancellationToken) is { Text.Length: > 0 } sent && ProgrammeJson.Write(Compared(ProgrammeJson.Read<AcceptanceText>(sent.Text))) != ProgrammeJson.Write(Compared(text));

    /// <summary>A time that could not be the first time may be by now, and nobody has sent anything else for it.</summary>
    private static AcceptanceText Compared(AcceptanceText text) => text.Spot is { } spot ? text with { Spot = spot with { ReadAt = null } } : text;

    /// <summary>Saves what was entered, merged field by field with whatever somebody else saved meanwhile; under one key once.</summary>
    public async Task<RecordOutcome> SaveAsync(Guid id, RecordSending sending, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sending);
        ArgumentNullException.ThrowIfNull(mover);
        try
        {
            db.ChangeTracker.Clear();
            return await db.WriteAsync(_ => Task.CompletedTask, () => SaveOnceAsync(id, sending, mover, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException fault) when (sending.Key is not null && (fault is DbUpdateConcurrencyException || fault.IsTwin()))
        {
            // The same submission arrived twice at the same moment: the other one saved it.
            db.ChangeTracker.Clear();
            if (await SentBeforeAsync(id, sending.Key.Value, cancellationToken) is true)
            {
                return new();
            }

            throw;
        }
    }

    private async Task<RecordOutcome> SaveOnceAsync(Guid id, RecordSending sending, PlanMover mover, CancellationToken cancellationToken)
    {
        if (sending.Key is { } key && await SentBeforeAsync(id, key, cancellationToken) is { } isMine)
        {
            return isMine ? new() : new() { Breaches = [new(KeyOfAnother)] };
        }

        var acceptance = await db.WholeAcceptances.SingleAsync(a => a.AcceptanceId == id, cancellationToken);
        if (!AcceptanceStates.MayWrite(acceptance, mover))
        {
            return new() { Breaches = [new(acceptance.State is AcceptanceState.Drafting ? "acceptance.not-allowed" : "acceptance.wrong-state")] };
        }

        var text = sending.Text;
        var isOvertaken = sending.BaseVersion is { } known && known != acceptance.Version;
        if (isOvertaken)
        {
            if (await BaseAsync(id, sending, cancellationToken) is not { } @base)
            {
                return new() { Breaches = [Meanwhile] };
            }

            var chosen = sending.SettledVersion == acceptance.Version ? sending.Chosen : null;
            if (AcceptanceMerge.ThreeWay(@base, text, acceptance.Text, chosen).Text is not { } whole)
            {
                return new() { IsClash = true, Base = @base };
            }

            text = whole;
        }

        var breaches = await WriteAsync(acceptance, text, cancellationToken);
        if (breaches.Count > 0)
        {
            return new() { Breaches = breaches, Merged = isOvertaken ? text : null };
        }

        Keep(sending.Key, SentOnce.Whole, id, ProgrammeJson.Write(sending.Text));
        // Whoever settled it on the page has saved it for the browser that still waits with it.
        if (sending.Origin is { } origin && origin != sending.Key && await FindSentAsync(origin, cancellationToken) is null)
        {
            Keep(origin, SentOnce.Whole, id, "");
        }

        db.Because("acceptance.written");
        await db.SaveChangesAsync(cancellationToken);
        return new() { WasMerged = isOvertaken && !AcceptanceMerge.AreSame(text, sending.Text) };
    }

    /// <summary>What was typed over: the submission before it from the same page, if that one arrived; otherwise what the page showed.</summary>
    private async Task<AcceptanceText?> BaseAsync(Guid id, RecordSending sending, CancellationToken cancellationToken) =>
        sending.Before is { } before && await FindSentAsync(before, cancellationToken) is { Text.Length: > 0 } sent && sent.UserId == viewer.UserId && sent.SubjectId == id
            ? ProgrammeJson.Read<AcceptanceText>(sent.Text)
            : sending.Base;

    private async Task<IReadOnlyList<Breach>> WriteAsync(Acceptance acceptance, AcceptanceText text, CancellationToken cancellationToken)
    {
        var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == acceptance.ProjectId, cancellationToken);
        var planned = PlannedOf(project);
        var faults = AcceptanceCheck.Faults(text, planned.Keys.ToHashSet()).ToList();
        // A machine that is another record's is nobody's to write here.
        var ids = text.Machines.Select(m => m.MachinePassportId).ToList();
        // One of the dossier is one of this dossier, or what the record says already: a dossier may have changed since.
        var listed = project.Machines.Select(m => m.ProjectMachineId).Concat(acceptance.Machines.Select(m => m.ProjectMachineId).OfType<Guid>()).ToHashSet();
        if (await db.MachinePassports.AnyAsync(m => ids.Contains(m.MachinePassportId) && m.AcceptanceId != acceptance.AcceptanceId, cancellationToken) || ids.Distinct().Count() != ids.Count
            || text.Machines.Any(m => m.ProjectMachineId is { } of && !listed.Contains(of)))
        {
            faults.Add(Meanwhile);
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        // A nameplate goes with its machine.
        foreach (var photo in acceptance.Photos.Where(p => p.MachinePassportId is { } machine && !ids.Contains(machine)).ToList())
        {
            photo.Unlink();
        }

        acceptance.Apply(new AcceptanceWritten(text, planned, () => Uuid.New(clock), viewer.UserId, clock.UtcNow));
        return [];
    }

    /// <summary>Keeps pictures and scans that were staged; of what came under a key, each once.</summary>
    public async Task<IReadOnlyList<Breach>> AddPhotosAsync(Guid id, PhotoSubject subject, IReadOnlyList<StagedFile> staged, Guid? key, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(staged);
        ArgumentNullException.ThrowIfNull(mover);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AddOnceAsync(id, subject, staged, key, mover, cancellationToken);
            }
            catch (Exception fault) when (key is not null && attempt < MostAttempts && fault.IsWorthAnotherTry())
            {
                // The same file, or another one of the record, arrived at the same moment: read again, it is saved already or finds its place.
                db.ChangeTracker.Clear();
            }
        }
    }

    private Task<IReadOnlyList<Breach>> AddOnceAsync(Guid id, PhotoSubject subject, IReadOnlyList<StagedFile> staged, Guid? key, PlanMover mover, CancellationToken cancellationToken) =>
        db.WriteAsync<IReadOnlyList<Breach>>(_ => Task.CompletedTask, async () =>
        {
            string PartOf(StagedFile file) => $"{subject.MachineId:N}:{file.Sha256}";
            var parts = staged.Select(PartOf).ToList();
            var known = key is { } sent ? await db.SentOnce.AsNoTracking().Where(s => s.Key == sent && (s.Part == SentOnce.Whole || parts.Contains(s.Part))).ToListAsync(cancellationToken) : [];
            if (known.Any(s => s.UserId != viewer.UserId || s.SubjectId != id))
            {
                return [new(KeyOfAnother)];
            }

            var fresh = staged.DistinctBy(PartOf).Where(f => known.All(s => s.Part != PartOf(f))).ToList();
            if (fresh.Count == 0)
            {
                return [];
            }

            var acceptance = await db.WholeAcceptances.SingleAsync(a => a.AcceptanceId == id, cancellationToken);
            if (!AcceptanceStates.MayWrite(acceptance, mover))
            {
                return [new("acceptance.wrong-state")];
            }

            var isHere = subject.MachineId is null || acceptance.Machines.Any(m => m.MachinePassportId == subject.MachineId);
            if (!isHere && key is null)
            {
                return [Meanwhile];
            }

            // A picture of a machine that was taken off meanwhile stays one of the scene.
            var of = isHere ? subject.MachineId : null;
            var added = fresh.Where(f => !acceptance.Photos.Any(p => p.Sha256 == f.Sha256 && p.MachinePassportId == of)).ToList();
            // Asked before anything is referred to: what is counted is counted at once, whether or not a row follows.
            if (acceptance.Photos.Count + added.Count > AcceptanceCheck.MostRows)
            {
                return [new("acceptance.too-many", "Photos", AcceptanceCheck.MostRows)];
            }

            foreach (var file in fresh)
            {
                Keep(key, PartOf(file), id, "");
            }

            foreach (var file in added)
            {
                await files.MustReferAsync(acceptance.ProvinceCode, file.Sha256, cancellationToken);
                acceptance.Apply(new AcceptancePhotoAdded(Uuid.New(clock), of, file.Sha256, file.FileName, file.Size, file.MediaType, viewer.UserId, clock.UtcNow, file.TakenAt, subject.SignedBy));
            }

            db.Because("acceptance.photo-added");
            await db.SaveChangesAsync(cancellationToken);
            return [];
        }, cancellationToken);

    private void Keep(Guid? key, string part, Guid id, string text)
    {
        if (key is { } sent)
        {
            db.SentOnce.Add(new() { Key = sent, Part = part, UserId = viewer.UserId, SubjectId = id, Text = text, SavedAt = clock.UtcNow });
        }
    }

    private Task<SentOnce?> FindSentAsync(Guid key, CancellationToken cancellationToken) =>
        db.SentOnce.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key && s.Part == SentOnce.Whole, cancellationToken);
}

/// <summary>A record as a form sends it.</summary>
public sealed record RecordSending(AcceptanceText Text)
{
    /// <summary>The version that the form was shown with.</summary>
    public long? BaseVersion { get; init; }

    /// <summary>The text that the form was shown with.</summary>
    public AcceptanceText? Base { get; init; }

    /// <summary>Made by the browser for one submission and its repetitions.</summary>
    public Guid? Key { get; init; }

    /// <summary>The key of the submission before it from the same page.</summary>
    public Guid? Before { get; init; }

    /// <summary>The key of the submission that somebody is settling on the page.</summary>
    public Guid? Origin { get; init; }

    /// <summary>The version whose clashes were shown.</summary>
    public long? SettledVersion { get; init; }

    public IReadOnlyDictionary<string, MergeSide>? Chosen { get; init; }
}

/// <summary>What became of it: saved, unless there are breaches or a clash.</summary>
public sealed record RecordOutcome
{
    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    /// <summary>Somebody else saved another value in a field of it.</summary>
    public bool IsClash { get; init; }

    public bool WasMerged { get; init; }

    /// <summary>Over which it clashed.</summary>
    public AcceptanceText? Base { get; init; }

    /// <summary>What two changed soundly but does not fit together: to be mended on the page.</summary>
    public AcceptanceText? Merged { get; init; }

    public bool IsSaved => Breaches.Count == 0 && !IsClash;
}
