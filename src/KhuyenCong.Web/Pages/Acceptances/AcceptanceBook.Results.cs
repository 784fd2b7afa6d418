using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <content>What a conclusion records beside itself: invoices, and results of the programme. The target is locked already.</content>
public sealed partial class AcceptanceBook
{
    /// <summary>Says once what the results of a project count toward: a target, or, with the reason, none.</summary>
    public Task<IReadOnlyList<Breach>> ChooseTargetAsync(Guid acceptanceId, Guid? targetId, string? reason, CancellationToken cancellationToken) => db.WriteAsync<IReadOnlyList<Breach>>(_ => Task.CompletedTask, async () =>
    {
        var of = await db.Acceptances.Where(a => a.AcceptanceId == acceptanceId).Select(a => new { a.ProjectId, a.ProvinceCode }).SingleAsync(cancellationToken);
        if (await db.AcceptanceTargets.AnyAsync(t => t.ProjectId == of.ProjectId, cancellationToken))
        {
            return [new("acceptance.target-chosen")];
        }

        if (targetId is { } wanted && !await db.Targets.AnyAsync(t => t.TargetId == wanted && !t.IsRetired, cancellationToken))
        {
            return [new("acceptance.target-unknown", "TargetId")];
        }

        if (targetId is null && string.IsNullOrWhiteSpace(reason))
        {
            return [new("acceptance.target-why", "TargetReason")];
        }

        if (reason?.Length > LongestReason)
        {
            return [new("project.too-long", "TargetReason", LongestReason)];
        }

        db.AcceptanceTargets.Add(AcceptanceTarget.Of(of.ProvinceCode, of.ProjectId, targetId, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim().Normalize(), viewer.UserId, clock.UtcNow));
        db.Because("acceptance.target-chosen", reason);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }, cancellationToken);

    private const int LongestReason = 1000;

    /// <summary>An undone record withdraws from the target that its results were recorded on, whatever was chosen since.</summary>
    private async Task<Guid?> TargetToLockAsync(Guid id, Guid projectId, AcceptanceAction action, CancellationToken cancellationToken) =>
        action is AcceptanceAction.Undo
            ? await db.AcceptanceResults.Where(r => r.AcceptanceId == id && !r.WasThere).Join(db.Results, r => r.ResultId, x => x.ResultId, (_, x) => (Guid?)x.TargetId).FirstOrDefaultAsync(cancellationToken)
            : (await db.TargetOfAcceptancesAsync(projectId, cancellationToken)).TargetId;

    private async Task<IReadOnlyList<Breach>> RecordWorkAsync(Acceptance acceptance, Project project, DueAnswer due, Guid? targetId, CancellationToken cancellationToken)
    {
        // In one order, so that two who name the same invoices wait for each other instead of both failing.
        db.AcceptedInvoices.AddRange(InvoiceKeys.Of(acceptance).OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => AcceptedInvoice.Of(acceptance, Uuid.New(clock), i.Key, i.Text)));
        if (targetId is not { } id)
        {
            return [];
        }

        var target = await db.Targets.SingleAsync(t => t.TargetId == id, cancellationToken);
        var programme = await db.Programmes.SingleAsync(p => p.ProgrammeId == target.ProgrammeId, cancellationToken);
        var breaches = new List<Breach>();
        var keys = new HashSet<string>();
        var proofs = new List<string>();
        foreach (var entry in AcceptedWork.Of(acceptance, due, project, target, await IdentifierAsync(acceptance, cancellationToken), await UncountedAsync(acceptance, cancellationToken)))
        {
            var key = NaturalKey.Of(entry);
            if (!keys.Add(key))
            {
                // Two makers' machines of one serial count as one result: the programme's key is the serial alone.
                breaches.Add(new("acceptance.result-same-serial", null, entry.Serial ?? entry.Title));
                continue;
            }

            var same = await db.Results.AsNoTracking().FirstOrDefaultAsync(r => r.NaturalKeyKind == entry.KeyKind && r.NaturalKey == key && r.State == ResultState.Recorded, cancellationToken);
            if (same is null)
            {
                breaches.AddRange(await RecordAsync(acceptance, entry, programme, target, proofs, cancellationToken));
            }
            else if (same.TargetId != id || await db.AcceptanceResults.AnyAsync(r => r.ResultId == same.ResultId, cancellationToken))
            {
                breaches.Add(new("acceptance.result-taken", null, same.Title));
            }
            else
            {
                // Somebody recorded it by hand before: it counts once, and stays theirs.
                db.AcceptanceResults.Add(AcceptanceResult.Of(acceptance, same.ResultId, wasThere: true));
            }
        }

        // Counted at once, so only when nothing stands in the way any more.
        foreach (var sha in breaches.Count == 0 ? proofs : [])
        {
            await files.MustReferAsync(acceptance.ProvinceCode, sha, cancellationToken);
        }

        return breaches;
    }

    private async Task<IReadOnlyList<Breach>> RecordAsync(Acceptance acceptance, ResultEntry entry, Programme programme, Target target, List<string> proofs, CancellationToken cancellationToken)
    {
        // The commune is the site's own, as the registry had it.
        var ruling = RecordResult.Of(entry, new(Uuid.New(clock), programme, target, _ => true, null, clock.Today, viewer.DisplayName, clock.UtcNow));
        if (ruling.Event is not { } recorded)
        {
            return [.. ruling.Breaches.Select(b => b with { Field = null })];
        }

        var result = Result.From(recorded, () => Uuid.New(clock));
        var machine = entry.KeyKind is NaturalKeyKind.MachineSerial ? acceptance.Machines.FirstOrDefault(m => m.IsAccepted && m.Serial == entry.Serial) : null;
        foreach (var photo in acceptance.Photos.Where(p => p.MachinePassportId == machine?.MachinePassportId).OrderBy(p => p.AcceptancePhotoId).DistinctBy(p => p.Sha256))
        {
            var elsewhere = await db.Evidence.AnyAsync(e => e.Sha256 == photo.Sha256 && e.ResultId != result.ResultId, cancellationToken);
            var proof = AttachEvidence.Of(result, new(Uuid.New(clock), photo.Sha256, photo.FileName, photo.Size, photo.MediaType, elsewhere ? "Tệp của biên bản nghiệm thu" : null), elsewhere);
            if (proof.Event is { } attached)
            {
                result.Apply(attached);
                proofs.Add(photo.Sha256);
            }
        }

        db.Results.Add(result);
        db.AcceptanceResults.Add(AcceptanceResult.Of(acceptance, result.ResultId, wasThere: false));
        target.Apply(recorded);
        return [];
    }

    private async Task<IReadOnlyList<Breach>> WithdrawWorkAsync(Acceptance acceptance, Guid? targetId, string reason, CancellationToken cancellationToken)
    {
        db.AcceptedInvoices.RemoveRange(await db.AcceptedInvoices.Where(i => i.AcceptanceId == acceptance.AcceptanceId).ToListAsync(cancellationToken));
        var links = await db.AcceptanceResults.Where(r => r.AcceptanceId == acceptance.AcceptanceId).ToListAsync(cancellationToken);
        db.AcceptanceResults.RemoveRange(links.Where(l => l.WasThere));
        var ids = links.Where(l => !l.WasThere).Select(l => l.ResultId).ToList();
        var results = await db.Results.Where(r => ids.Contains(r.ResultId) && r.State == ResultState.Recorded).ToListAsync(cancellationToken);
        if (results.Count == 0)
        {
            return [];
        }

        if (targetId is not { } id || results.Exists(r => r.TargetId != id))
        {
            return [Meanwhile];
        }

        var target = await db.Targets.SingleAsync(t => t.TargetId == id, cancellationToken);
        var rest = await db.Results.Where(r => r.TargetId == id && !ids.Contains(r.ResultId) && r.State == ResultState.Recorded).MaxAsync(r => (DateOnly?)r.AchievedOn, cancellationToken);
        foreach (var result in results)
        {
            var ruling = WithdrawResult.Of(result, Short($"Hủy kết luận nghiệm thu: {reason}"));
            if (ruling.Event is not { } withdrawn)
            {
                return ruling.Breaches;
            }

            result.Apply(withdrawn);
            target.Apply(withdrawn, rest);
        }

        return [];
    }

    /// <summary>The records of the site just before this one that achieved nothing of the target yet.</summary>
    private async Task<IReadOnlyList<Acceptance>> UncountedAsync(Acceptance acceptance, CancellationToken cancellationToken)
    {
        var before = await db.Acceptances.AsNoTracking().Include(a => a.Amounts)
            .Where(a => a.ContractId == acceptance.ContractId && a.BeneficiaryId == acceptance.BeneficiaryId && a.State == AcceptanceState.Concluded && a.Round < acceptance.Round)
            .OrderByDescending(a => a.Round).ToListAsync(cancellationToken);
        return [.. before.Where(a => a.GivesSupport).TakeWhile(a => a.ResultQuantity == 0)];
    }

    private static string Short(string text) => Characters.Cut(text, WithdrawResult.LongestReason);

    /// <summary>The establishment's tax code, so that it counts as one with what was recorded under it; a person's number stays where it is kept.</summary>
    private async Task<string?> IdentifierAsync(Acceptance acceptance, CancellationToken cancellationToken)
    {
        if (acceptance.EstablishmentId is not { } id)
        {
            return null;
        }

        var establishment = await db.Establishments.AsNoTracking().Include(e => e.Identifiers).SingleOrDefaultAsync(e => e.EstablishmentId == id, cancellationToken);
        return establishment?.Identifiers.FirstOrDefault(i => i.Kind is IdentifierKind.TaxCode && i.Value is not null)?.Value;
    }
}
