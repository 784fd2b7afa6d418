using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>The use cases of progress reports: read, decide and save; several pages share them.</summary>
public sealed class ExecutionBook(KhuyenCongDb db, Viewer viewer, FileStore files, TimeProvider clock)
{
    /// <summary>A contract with its project, where the viewer sees the project.</summary>
    public async Task<(Contract Contract, ReportedContract Of)?> FindAsync(Guid contractId, CancellationToken cancellationToken)
    {
        if (await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.ContractId == contractId, cancellationToken) is not { } contract
            || await viewer.ReadProjectAsync(db, contract.ProjectId, cancellationToken, seated: false) is not { } project)
        {
            return null;
        }

        return (contract, await OfAsync(db, contract, project, cancellationToken));
    }

    /// <summary>With whether its owner has an account: who may report for them depends on it.</summary>
    public static async Task<ReportedContract> OfAsync(KhuyenCongDb db, Contract contract, Project project, CancellationToken cancellationToken)
    {
        var of = Of(contract, project);
        return of with { IsOwnerWithoutAccount = of.EstablishmentId is { } owner && (await WithoutAccountAsync(db, [owner], cancellationToken)).Contains(owner) };
    }

    /// <summary>Of these establishments, those whose owner has no account.</summary>
    public static async Task<HashSet<Guid>> WithoutAccountAsync(KhuyenCongDb db, IReadOnlyCollection<Guid> establishments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        List<Guid> ids = [.. establishments];
        return [.. await db.Establishments.Where(e => ids.Contains(e.EstablishmentId) && e.OrganisationId == null).Select(e => e.EstablishmentId).ToListAsync(cancellationToken)];
    }

    public static ReportedContract Of(Contract contract, Project project)
    {
        ArgumentNullException.ThrowIfNull(contract);
        Guid[] units = contract.PartyBOrganisationId is { } unit ? [contract.PartyAId, unit] : [contract.PartyAId];
        return new(contract.ContractId, project, contract.Regime, contract.TerritoryCode, contract.SignedOn, contract.State is ContractState.Signed, units, contract.PartyBEstablishmentId);
    }

    /// <summary>Opens a month's report with what is known already, or writes the one there is.</summary>
    /// <param name="seen">The version that the form was shown with; null where the report is new.</param>
    public async Task<(Guid? ReportId, IReadOnlyList<Breach> Breaches)> WriteAsync(ReportedContract of, int year, int month, long? seen, ProgressText text, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(of);
        var report = await db.WholeProgressReports.SingleOrDefaultAsync(r => r.ContractId == of.ContractId && r.Year == year && r.Month == month, cancellationToken);
        var isNew = report is null;
        if (report is null)
        {
            var opening = ProgressWriting.Open(new(Uuid.New(clock), of.Project.ProvinceCode, of.ContractId, of.Project.ProjectId, of.Regime, of.TerritoryCode, year, month, clock.Today), of, mover, isTaken: false, clock.Today);
            if (opening.Event is not { } opened)
            {
                return (null, opening.Breaches);
            }

            report = ProgressReport.From(opened);
        }
        else if (seen != report.Version)
        {
            // Begun by somebody else, or changed since the form was shown.
            return (null, [seen is null ? new("progress.month-taken", "Month", $"{month:00}/{year}") : new("edit.conflict")]);
        }

        var ruling = ProgressWriting.Write(report, of, text, mover, clock);
        if (ruling.Event is not { } written)
        {
            return (null, ruling.Breaches);
        }

        report.Apply(written);
        if (isNew)
        {
            db.ProgressReports.Add(report);
        }

        db.Because(isNew ? "progress.drafted" : "progress.written");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (isNew && fault.IsTwin())
        {
            // Somebody began the same month in the same moment: theirs stands.
            db.ChangeTracker.Clear();
            return (null, [new("progress.month-taken", "Month", $"{month:00}/{year}")]);
        }

        return (report.ProgressReportId, []);
    }

    /// <summary>Submits, confirms or sends back.</summary>
    public async Task<IReadOnlyList<Breach>> MoveAsync(ProgressReport report, ReportedContract of, long? seen, ProgressAction action, string? note, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (seen != report.Version)
        {
            return [new("edit.conflict")];
        }

        var ruling = ProgressWriting.Move(report, of, Uuid.New(clock), action, note, await db.ConfirmedReportsAsync(report.ContractId, cancellationToken), mover, clock);
        if (ruling.Event is not { } moved)
        {
            return ruling.Breaches;
        }

        report.Apply(moved);
        db.Because("progress.moved", moved.Note);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    /// <summary>Keeps photographs; each is judged by its bytes, and one that cannot be kept keeps none of the others away.</summary>
    public async Task<IReadOnlyList<Breach>> AddPhotosAsync(ProgressReport report, ReportedContract of, IReadOnlyList<IFormFile> chosen, HttpRequest request, string? caption, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(chosen);
        List<Breach> faults = [.. ProgressWriting.PhotoFaults(report, of, mover, chosen.Count)];
        if (chosen.Count == 0)
        {
            faults.Add(new("progress.photo-missing", "Photos"));
        }

        if (caption?.Length > ProgressWriting.LongestCaption)
        {
            faults.Add(new("progress.too-long", "Caption", ProgressWriting.LongestCaption));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        List<StagedFile> staged = [];
        foreach (var upload in chosen)
        {
            if (upload.Length > ProgressWriting.LargestPhoto)
            {
                faults.Add(new("progress.photo-too-large", "Photos", FileNames.Clean(upload.FileName), FileNames.SizeText(ProgressWriting.LargestPhoto)));
                continue;
            }

            var (file, fault) = await files.StageAsync(report.ProvinceCode, upload, "Photos", cancellationToken);
            if (fault is not null || file is null)
            {
                faults.AddRange(fault is null ? [] : [fault]);
            }
            else if (!file.MediaType.StartsWith("image/", StringComparison.Ordinal))
            {
                faults.Add(new("progress.not-a-photo", "Photos", file.FileName));
            }
            else if (report.Photos.All(p => p.Sha256 != file.Sha256) && staged.TrueForAll(s => s.Sha256 != file.Sha256))
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
                        await files.MustReferAsync(report.ProvinceCode, file.Sha256, cancellationToken);
                        report.Apply(new PhotoAdded(Uuid.New(clock), file.Sha256, file.FileName, file.Size, file.MediaType, string.IsNullOrWhiteSpace(caption) ? null : caption.Trim(), viewer.DisplayName, viewer.UserId, clock.UtcNow, file.TakenAt));
                    }

                    db.Because("progress.photo-added");
                    await db.SaveChangesAsync(cancellationToken);
                    return true;
                },
                cancellationToken);
        }

        return faults;
    }

    /// <summary>Keeps the signed scan of a report: a PDF or a picture.</summary>
    public async Task<IReadOnlyList<Breach>> ScanAsync(ProgressReport report, ReportedContract of, IFormFile? upload, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (ProgressWriting.ScanFaults(report, of, mover) is { Count: > 0 } faults)
        {
            return faults;
        }

        if (upload is null)
        {
            return [new("paper.file-missing", "Scan")];
        }

        var (file, fault) = await files.StageAsync(report.ProvinceCode, upload, "Scan", cancellationToken);
        if (file is null)
        {
            return fault is null ? [] : [fault];
        }

        if (file.MediaType != PdfUpload.MediaType && !file.MediaType.StartsWith("image/", StringComparison.Ordinal))
        {
            return [new("file.kind", "Scan", file.FileName)];
        }

        await db.WriteAsync(
            _ => Task.CompletedTask,
            async () =>
            {
                await files.MustReferAsync(report.ProvinceCode, file.Sha256, cancellationToken);
                if (report.FileSha is { } earlier)
                {
                    // What was sent with the report stays as a version; the sweep takes the rest a day after its last reference went.
                    await files.TakeOffAsync(db, report.FirstSubmittedOn is not null && earlier != file.Sha256, new(
                        Uuid.New(clock), report.ProvinceCode, report.ProjectId, RemovedPaperKind.Progress, report.ProgressReportId,
                        $"Bản ký của báo cáo tiến độ tháng {report.Month}/{report.Year}", report.FileName ?? "bao-cao.pdf", report.MediaType ?? PdfUpload.MediaType, earlier, null, viewer.UserId, viewer.DisplayName, TakenOff.Replaced, clock.UtcNow), cancellationToken);
                }

                report.Apply(new ProgressScanned(file.Sha256, file.FileName, file.MediaType, viewer.UserId, clock.UtcNow));
                db.Because("progress.scanned");
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        return [];
    }

    public async Task<IReadOnlyList<Breach>> RemovePhotoAsync(ProgressReport report, ReportedContract of, ProgressPhoto photo, string? reason, ProjectMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(photo);
        if (ProgressWriting.PhotoFaults(report, of, mover) is { Count: > 0 } faults)
        {
            return faults;
        }

        await db.WriteAsync(
            _ => Task.CompletedTask,
            async () =>
            {
                await files.TakeOffAsync(db, report.FirstSubmittedOn is not null, new(
                    Uuid.New(clock), report.ProvinceCode, report.ProjectId, RemovedPaperKind.Progress, report.ProgressReportId,
                    $"Ảnh báo cáo tiến độ tháng {report.Month}/{report.Year}{(photo.Caption is { } caption ? $": {caption}" : "")}", photo.FileName, photo.MediaType, photo.Sha256, photo.AddedAt, viewer.UserId, viewer.DisplayName, reason, clock.UtcNow), cancellationToken);
                report.Apply(new PhotoRemoved(photo.ProgressPhotoId, viewer.UserId, clock.UtcNow));
                db.BecauseTyped("progress.photo-removed", reason);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        return [];
    }
}
