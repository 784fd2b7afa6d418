using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territories;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>What became of a wish to record: the result's id, or every breach.</summary>
public sealed record BookEntry(Guid ResultId, bool WasThere, IReadOnlyList<Breach> Breaches);

/// <summary>Records, proves and withdraws results: target locked, rule asked, sums and rows saved together.</summary>
public sealed class ResultBook(KhuyenCongDb db, FileStore files, Viewer viewer, TimeProvider clock)
{
    private const int LongestSameFileReason = 1000;
    private const int Attempts = 4;

    /// <param name="resultId">Made by the form, so that sending it twice records once.</param>
    /// <param name="targetId">The target it counts toward.</param>
    /// <param name="entry">What was typed.</param>
    /// <param name="proofs">Staged evidence.</param>
    /// <param name="sameFileReason">Why a file that already proves another result proves this one too.</param>
    /// <param name="cancellationToken">Ends the wait for the target.</param>
    public async Task<BookEntry> RecordAsync(Guid resultId, Guid targetId, ResultEntry entry, IReadOnlyList<StagedFile> proofs, string? sameFileReason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(proofs);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.WriteTargetAsync(targetId, () => TryRecordAsync(resultId, targetId, entry, proofs, sameFileReason, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (attempt < Attempts && fault.IsWorthAnotherTry())
            {
                // The same key or id came in on another target, or the programme was amended meanwhile: look again.
            }
        }
    }

    /// <summary>All faults the rules would find, without recording: for a form that has unreadable fields besides.</summary>
    public async Task<BookEntry> JudgeAsync(Guid resultId, Guid targetId, ResultEntry entry, IReadOnlyList<StagedFile> proofs, string? sameFileReason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(proofs);
        var (_, _, _, breaches) = await RuleAsync(resultId, targetId, entry, proofs, sameFileReason, cancellationToken);
        db.ChangeTracker.Clear();
        return new(resultId, false, breaches);
    }

    public async Task<IReadOnlyList<Breach>> AttachAsync(Guid resultId, IReadOnlyList<StagedFile> proofs, string? sameFileReason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proofs);
        return await OfAsync(resultId, cancellationToken) is not { } targetId ? [new("result.not-found")]
            : await db.WriteTargetAsync<IReadOnlyList<Breach>>(targetId, async () =>
            {
                var result = await db.Results.Include(r => r.Evidence).SingleAsync(r => r.ResultId == resultId, cancellationToken);
                var breaches = viewer.CanIn(Act.RecordResult, result.CommuneCode) ? await ProveAsync(result, proofs, sameFileReason, cancellationToken) : [new("result.commune-not-yours")];
                if (breaches.Count == 0)
                {
                    await SaveAsync("result.evidence-attached", result.ProvinceCode, proofs, null, cancellationToken);
                }

                return breaches;
            }, cancellationToken);
    }

    public async Task<IReadOnlyList<Breach>> WithdrawAsync(Guid resultId, string? reason, CancellationToken cancellationToken) =>
        await OfAsync(resultId, cancellationToken) is not { } targetId ? [new("result.not-found")]
            : await db.WriteTargetAsync<IReadOnlyList<Breach>>(targetId, async () =>
            {
                var result = await db.Results.SingleAsync(r => r.ResultId == resultId, cancellationToken);
                var target = await db.Targets.SingleAsync(t => t.TargetId == targetId, cancellationToken);
                if (!viewer.CanIn(Act.RecordResult, result.CommuneCode))
                {
                    return [new("result.commune-not-yours")];
                }

                var ruling = WithdrawResult.Of(result, reason);
                if (ruling.Event is not { } withdrawn)
                {
                    return ruling.Breaches;
                }

                var rest = await db.Results.Where(r => r.TargetId == targetId && r.ResultId != resultId && r.State == ResultState.Recorded)
                    .MaxAsync(r => (DateOnly?)r.AchievedOn, cancellationToken);
                result.Apply(withdrawn);
                target.Apply(withdrawn, rest);
                await SaveAsync("result.withdrawn", result.ProvinceCode, [], withdrawn.Reason, cancellationToken);
                return [];
            }, cancellationToken);

    /// <summary>Gỡ minh chứng: a result counts from when it is recorded, so the file stays as a removed version, and its reference with it.</summary>
    public async Task<IReadOnlyList<Breach>> RemoveEvidenceAsync(Guid resultId, Guid evidenceId, string? reason, CancellationToken cancellationToken)
    {
        if (await OfAsync(resultId, cancellationToken) is not { } targetId)
        {
            return [new("result.not-found")];
        }

        return await db.WriteTargetAsync<IReadOnlyList<Breach>>(targetId, async () =>
        {
            var result = await db.Results.Include(r => r.Evidence).SingleAsync(r => r.ResultId == resultId, cancellationToken);
            if (!viewer.CanIn(Act.RecordResult, result.CommuneCode))
            {
                return [new("result.commune-not-yours")];
            }

            if (result.Evidence.FirstOrDefault(e => e.EvidenceId == evidenceId) is not { } file)
            {
                return [new("result.not-found")];
            }

            var ruling = RemoveEvidence.Of(result, file, reason);
            if (ruling.Event is not { } removed)
            {
                return ruling.Breaches;
            }

            result.Apply(removed);
            db.Evidence.Remove(file);
            db.RemovedPapers.Add(RemovedPaper.Of(new(
                Uuid.New(clock), result.ProvinceCode, null, RemovedPaperKind.Result, resultId,
                $"Minh chứng kết quả: {result.Title}", file.FileName, file.MediaType, file.Sha256, null, viewer.UserId, viewer.DisplayName, removed.Reason, clock.UtcNow)));
            db.BecauseTyped("result.evidence-removed", removed.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return [];
        }, cancellationToken);
    }

    private Task<Guid?> OfAsync(Guid resultId, CancellationToken cancellationToken) =>
        db.Results.Where(r => r.ResultId == resultId).Select(r => (Guid?)r.TargetId).SingleOrDefaultAsync(cancellationToken);

    private async Task<BookEntry> TryRecordAsync(Guid resultId, Guid targetId, ResultEntry entry, IReadOnlyList<StagedFile> proofs, string? sameFileReason, CancellationToken cancellationToken)
    {
        if (await db.Results.AnyAsync(r => r.ResultId == resultId, cancellationToken))
        {
            return new(resultId, true, []);
        }

        var (recorded, result, target, breaches) = await RuleAsync(resultId, targetId, entry, proofs, sameFileReason, cancellationToken);
        if (recorded is null || breaches.Count > 0)
        {
            return new(resultId, false, breaches);
        }

        db.Results.Add(result);
        target.Apply(recorded);
        await SaveAsync("result.recorded", result.ProvinceCode, proofs, null, cancellationToken);
        return new(resultId, false, []);
    }

    private async Task<(ResultRecorded? Recorded, Result Result, Target Target, List<Breach> Breaches)> RuleAsync(
        Guid resultId, Guid targetId, ResultEntry entry, IReadOnlyList<StagedFile> proofs, string? sameFileReason, CancellationToken cancellationToken)
    {
        var target = await db.Targets.SingleAsync(t => t.TargetId == targetId, cancellationToken);
        var programme = await db.Programmes.SingleAsync(p => p.ProgrammeId == target.ProgrammeId, cancellationToken);
        var ruling = RecordResult.Of(entry, await ContextAsync(resultId, programme, target, entry, cancellationToken));
        var breaches = ruling.Breaches.ToList();
        if (!viewer.CanIn(Act.RecordResult, entry.CommuneCode))
        {
            breaches.Add(new(entry.CommuneCode is null ? "result.commune-needed" : "result.commune-not-yours", nameof(entry.CommuneCode)));
        }

        // The files are looked at even where the rest is refused: all faults at once.
        var result = Result.From(ruling.Event ?? Placeholder(resultId, programme, target), () => Uuid.New(clock));
        breaches.AddRange(await ProveAsync(result, proofs, sameFileReason, cancellationToken));
        return (ruling.Event, result, target, breaches);
    }

    private async Task<RecordingOf> ContextAsync(Guid resultId, Programme programme, Target target, ResultEntry entry, CancellationToken cancellationToken)
    {
        var kind = target.KeyKind is NaturalKeyKind.MachineSerial ? target.KeyKind : entry.KeyKind;
        var key = NaturalKey.Of(entry with { KeyKind = kind });
        var same = await db.Results.AsNoTracking().FirstOrDefaultAsync(r => r.NaturalKeyKind == kind && r.NaturalKey == key && r.State == ResultState.Recorded, cancellationToken);
        var isCommune = entry.CommuneCode is null || await db.AdministrativeUnits.AnyAsync(
            u => u.UnitCode == entry.CommuneCode && u.ProvinceCode == programme.ProvinceCode && u.Level == UnitLevel.Commune, cancellationToken);
        return new(resultId, programme, target, _ => isCommune, same, clock.Today, viewer.DisplayName, clock.UtcNow);
    }

    private async Task<List<Breach>> ProveAsync(Result result, IReadOnlyList<StagedFile> proofs, string? sameFileReason, CancellationToken cancellationToken)
    {
        var breaches = new List<Breach>();
        if (sameFileReason is { Length: > LongestSameFileReason })
        {
            breaches.Add(new("evidence.reason-long", nameof(Evidence.SameFileReason), LongestSameFileReason));
        }

        foreach (var proof in proofs)
        {
            if (!await db.Blobs.AnyAsync(b => b.ProvinceCode == result.ProvinceCode && b.Sha256 == proof.Sha256, cancellationToken))
            {
                breaches.Add(new("evidence.gone", "Files", proof.FileName));
                continue;
            }

            var elsewhere = await db.Evidence.AnyAsync(e => e.Sha256 == proof.Sha256 && e.ResultId != result.ResultId, cancellationToken);
            var reason = elsewhere && !string.IsNullOrWhiteSpace(sameFileReason) ? sameFileReason.Trim().Normalize() : null;
            var ruling = AttachEvidence.Of(result, new(Uuid.New(clock), proof.Sha256, proof.FileName, proof.Size, proof.MediaType, reason), elsewhere);
            breaches.AddRange(ruling.Breaches.Select(b => b.Code == "evidence.twice" ? b with { Field = "Files" } : b));
            if (ruling.Event is { } attached)
            {
                result.Apply(attached);
            }
        }

        return breaches;
    }

    private async Task SaveAsync(string kind, string provinceCode, IReadOnlyList<StagedFile> proofs, string? reason, CancellationToken cancellationToken)
    {
        foreach (var proof in proofs)
        {
            if (!await files.ReferAsync(provinceCode, proof.Sha256, cancellationToken))
            {
                throw new InvalidOperationException($"The content of {proof.FileName} was swept away between two queries of one transaction.");
            }
        }

        db.Because(kind, reason);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Stands in for a refused result, so that its files can still be judged.</summary>
    private static ResultRecorded Placeholder(Guid resultId, Programme programme, Target target) =>
        new(resultId, programme.ProvinceCode, programme.ProgrammeId, target.TargetId, 1, null, 1, programme.StartsOn, null, null, "", null, null, NaturalKeyKind.Other, "", null, [], [], "", default);
}
