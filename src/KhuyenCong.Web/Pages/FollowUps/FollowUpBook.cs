using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>The use cases of follow-up sheets: read, decide and save; several pages share them.</summary>
public sealed partial class FollowUpBook(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock)
{
    /// <summary>A sheet with its contract and its project's name, where the viewer reads it.</summary>
    public async Task<FollowUpCase?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.WholeFollowUps.VisibleTo(viewer, db).SingleOrDefaultAsync(f => f.FollowUpId == id, cancellationToken) is not { } followUp)
        {
            return null;
        }

        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == followUp.ContractId, cancellationToken);
        var project = await db.Projects.AsNoTracking().Where(p => p.ProjectId == followUp.ProjectId).Select(p => new { p.Title, p.Code }).SingleAsync(cancellationToken);
        Guid[] units = contract.PartyBOrganisationId is { } unit ? [contract.PartyAId, unit] : [contract.PartyAId];
        return new(followUp, contract, project.Title, project.Code, units);
    }

    /// <summary>Machines accepted for the beneficiary under the contract; of a record for several, those that the dossier gives to none or to this one.</summary>
    public async Task<IReadOnlyList<FollowedMachine>> MachinesAsync(FollowUp followUp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        var (contract, beneficiary, project) = (followUp.ContractId, followUp.BeneficiaryId, followUp.ProjectId);
        var others = await db.Projects.Where(p => p.ProjectId == project).SelectMany(p => p.Machines)
            .Where(m => m.BeneficiaryId != null && m.BeneficiaryId != beneficiary).Select(m => m.ProjectMachineId).ToListAsync(cancellationToken);
        var found = await db.MachinePassports.AsNoTracking().Where(m => m.AcceptedKey != null)
            .Join(db.Acceptances.Where(a => a.ContractId == contract && a.State == AcceptanceState.Concluded && (a.BeneficiaryId == null || a.BeneficiaryId == beneficiary)), m => m.AcceptanceId, a => a.AcceptanceId, (m, a) => new { m.MachinePassportId, m.Name, m.Serial, m.ProjectMachineId, m.Order, a.BeneficiaryId, a.Round })
            .ToListAsync(cancellationToken);
        return [.. found.Where(m => m.BeneficiaryId is not null || m.ProjectMachineId is not { } of || !others.Contains(of))
            .OrderBy(m => m.Round).ThenBy(m => m.Order).ThenBy(m => m.MachinePassportId).Select(m => new FollowedMachine(m.MachinePassportId, m.Name, m.Serial))];
    }

    /// <summary>Saves what was entered; whatever somebody else saved meanwhile is not overwritten.</summary>
    public async Task<IReadOnlyList<Breach>> WriteAsync(FollowUpCase of, long? seen, FollowUpText text, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(of);
        var followUp = of.FollowUp;
        var ruling = Seen.AsSeen(followUp.Version, seen ?? -1, Following.Write(followUp, of.Units, text, await MachinesAsync(followUp, cancellationToken), mover, clock));
        if (ruling.Event is not { } written)
        {
            return ruling.Breaches;
        }

        followUp.Apply(written);
        db.Because("followup.written");
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    /// <summary>Sends, confirms, sends back, closes, opens again.</summary>
    public async Task<IReadOnlyList<Breach>> MoveAsync(FollowUpCase of, long? seen, FollowUpAction action, PurposeFinding? purpose, string? note, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(of);
        var followUp = of.FollowUp;
        var ruling = Seen.AsSeen(followUp.Version, seen ?? -1, Following.Move(followUp, of.Units, action, purpose, note, mover, clock));
        if (ruling.Event is not { } moved)
        {
            return ruling.Breaches;
        }

        followUp.Apply(moved);
        db.Because("followup.moved", moved.Note);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    /// <summary>Keeps photographs of one machine; each is judged by its bytes, and one that cannot be kept keeps none of the others away.</summary>
    public async Task<IReadOnlyList<Breach>> AddPhotosAsync(FollowUpCase of, Guid? machineId, IReadOnlyList<IFormFile> chosen, HttpRequest request, string field, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(chosen);
        var followUp = of.FollowUp;
        List<Breach> faults = [.. Following.PhotoFaults(followUp, of.Units, mover, clock.Today, chosen.Count)];
        if (machineId is { } machine && (await MachinesAsync(followUp, cancellationToken)).All(m => m.MachinePassportId != machine))
        {
            faults.Add(Seen.Meanwhile);
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        List<StagedFile> staged = [];
        foreach (var upload in chosen)
        {
            if (upload.Length > Following.LargestPhoto)
            {
                faults.Add(new("progress.photo-too-large", field, FileNames.Clean(upload.FileName), FileNames.SizeText(Following.LargestPhoto)));
                continue;
            }

            var (file, fault) = await files.StageAsync(followUp.ProvinceCode, upload, field, cancellationToken);
            if (fault is not null || file is null)
            {
                faults.AddRange(fault is null ? [] : [fault]);
            }
            else if (!file.MediaType.StartsWith("image/", StringComparison.Ordinal))
            {
                faults.Add(new("progress.not-a-photo", field, file.FileName));
            }
            else if (followUp.Photos.All(p => p.Sha256 != file.Sha256 || p.MachinePassportId != machineId) && staged.TrueForAll(s => s.Sha256 != file.Sha256))
            {
                staged.Add(file.TakenAs(request, upload, clock));
            }
        }

        if (staged.Count > 0)
        {
            await db.WriteAsync(
                _ => Task.CompletedTask,
                async () =>
                {
                    foreach (var file in staged)
                    {
                        await files.MustReferAsync(followUp.ProvinceCode, file.Sha256, cancellationToken);
                        followUp.Apply(new FollowUpPhotoAdded(Uuid.New(clock), machineId, file.Sha256, file.FileName, file.Size, file.MediaType, viewer.DisplayName, viewer.UserId, clock.UtcNow, file.TakenAt));
                    }

                    db.Because("followup.photo-added");
                    await db.SaveChangesAsync(cancellationToken);
                    return true;
                },
                cancellationToken);
        }

        return faults;
    }

    public async Task<IReadOnlyList<Breach>> RemovePhotoAsync(FollowUpCase of, FollowUpPhoto photo, string? reason, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(photo);
        var followUp = of.FollowUp;
        if (Following.PhotoFaults(followUp, of.Units, mover, clock.Today) is { Count: > 0 } faults)
        {
            return faults;
        }

        await db.WriteAsync(
            _ => Task.CompletedTask,
            async () =>
            {
                await files.TakeOffAsync(db, followUp.StepCount > 0, new(
                    Uuid.New(clock), followUp.ProvinceCode, followUp.ProjectId, RemovedPaperKind.FollowUp, followUp.FollowUpId,
                    $"Ảnh phiếu theo dõi lần {followUp.Round}: {followUp.BeneficiaryName}", photo.FileName, photo.MediaType, photo.Sha256, photo.AddedAt, viewer.UserId, viewer.DisplayName, reason, clock.UtcNow), cancellationToken);
                followUp.Apply(new FollowUpPhotoRemoved(photo.FollowUpPhotoId, viewer.UserId, clock.UtcNow));
                db.BecauseTyped("followup.photo-removed", reason);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        return [];
    }
}

/// <summary>A sheet as its pages need it.</summary>
/// <param name="Units">Organisations that are parties to the contract.</param>
public sealed record FollowUpCase(FollowUp FollowUp, Contract Contract, string ProjectTitle, string? ProjectCode, IReadOnlyCollection<Guid> Units);
