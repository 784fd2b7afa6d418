using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Appraisals;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Opens, writes and moves the records of whole projects; what they gather is read under the lock that conclusions at the sites wait for.</summary>
public sealed class SummaryBook(KhuyenCongDb db, AppraisalBook appraisals, FileStore files, Viewer viewer, TimeProvider clock)
{
    /// <summary>The sites' records of a project as they stand.</summary>
    public async Task<Gathering> GatheredAsync(Project project, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        var id = project.ProjectId;
        return Gathering.Of(project, await db.WholeAcceptances.AsNoTracking().Where(a => a.ProjectId == id && a.State != AcceptanceState.Undone).ToListAsync(cancellationToken));
    }

    /// <summary>The contract whose regime and territory the project's acceptances have; null where none was signed.</summary>
    public Task<Contract?> ContractAsync(Guid projectId, CancellationToken cancellationToken) => db.Contracts.AsNoTracking()
        .Where(c => c.ProjectId == projectId && c.ParentContractId == null && (c.State == ContractState.Signed || c.State == ContractState.Liquidated)).OrderByDescending(c => c.Year).ThenBy(c => c.ContractId).FirstOrDefaultAsync(cancellationToken);

    public Task<Ruling<AcceptanceSummaryOpened>> OpenAsync(Guid projectId, AcceptanceForm form, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mover);
        return db.WriteSummaryAsync<Ruling<AcceptanceSummaryOpened>>(projectId, [], async () =>
        {
            if (await ContractAsync(projectId, cancellationToken) is not { } contract)
            {
                return new(null, [new("summary.nothing-to-gather", nameof(AcceptanceSummaryOpened.Form))]);
            }

            var gathered = await GatheredAsync(await ProjectAsync(projectId, cancellationToken), cancellationToken);
            var before = await db.WholeAcceptanceSummaries.AsNoTracking().Where(s => s.ProjectId == projectId).ToListAsync(cancellationToken);
            var states = form is AcceptanceForm.General ? gathered : null;
            var opened = new AcceptanceSummaryOpened(
                Uuid.New(clock), contract.ProvinceCode, projectId, contract.Regime, contract.TerritoryCode, form, before.Where(s => s.Form == form).Select(s => s.Round).DefaultIfEmpty().Max() + 1,
                states?.EligibleCost, states?.Due, states?.MachineCount, mover.UserId, clock.Today, clock.UtcNow);
            var ruling = Summarising.Open(opened, gathered, before, mover);
            if (ruling.Event is { } accepted)
            {
                db.AcceptanceSummaries.Add(AcceptanceSummary.From(accepted));
                db.Because("acceptance-summary.opened");
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling;
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<Breach>> WriteAsync(Guid id, long? seen, AcceptanceSummaryText text, PlanMover mover, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var summary = await db.WholeAcceptanceSummaries.SingleAsync(s => s.AcceptanceSummaryId == id, cancellationToken);
        var ruling = AsSeen(summary.Version, seen, Summarising.Write(summary, text, mover, clock));
        if (ruling.Event is { } written)
        {
            summary.Apply(written);
            db.Because("acceptance-summary.written");
            await db.SaveChangesAsync(cancellationToken);
        }

        return ruling.Breaches;
    }

    /// <summary>Keeps the signed scan in the place of an earlier one.</summary>
    public async Task<IReadOnlyList<Breach>> ScanAsync(Guid id, IFormFile? upload, PlanMover mover, CancellationToken cancellationToken)
    {
        if (upload is null)
        {
            return [new("paper.file-missing", "Upload")];
        }

        var (file, fault) = await files.StageAsync(viewer.ProvinceCode, upload, "Upload", cancellationToken);
        if (file is null)
        {
            return fault is null ? [] : [fault];
        }

        if (file.MediaType != PdfUpload.MediaType && !file.MediaType.StartsWith("image/", StringComparison.Ordinal))
        {
            return [new("file.kind", "Upload", file.FileName)];
        }

        db.ChangeTracker.Clear();
        return await db.WriteAsync<IReadOnlyList<Breach>>(_ => Task.CompletedTask, async () =>
        {
            var summary = await db.WholeAcceptanceSummaries.SingleAsync(s => s.AcceptanceSummaryId == id, cancellationToken);
            if (!Summarising.MayWrite(summary, mover))
            {
                return [new("summary.wrong-state")];
            }

            await files.MustReferAsync(summary.ProvinceCode, file.Sha256, cancellationToken);
            if (summary.FileSha is { } earlier)
            {
                // What was put before whoever concludes stays as a version; the sweep takes the rest a day after its last reference went.
                await files.TakeOffAsync(db, summary.WasSent && earlier != file.Sha256, new(
                    Uuid.New(clock), summary.ProvinceCode, summary.ProjectId, RemovedPaperKind.Summary, id,
                    $"Bản quét của {summary.Form.SummaryText()} {summary.Number}".Trim(), summary.FileName ?? "bien-ban.pdf", summary.MediaType ?? PdfUpload.MediaType, earlier, null, viewer.UserId, viewer.DisplayName, TakenOff.Replaced, clock.UtcNow), cancellationToken);
            }

            summary.Apply(new AcceptanceSummaryScanned(file.Sha256, file.FileName, file.MediaType, mover.UserId, clock.UtcNow));
            db.Because("acceptance-summary.scanned");
            await db.SaveChangesAsync(cancellationToken);
            return [];
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<Breach>> MoveAsync(Guid id, long? seen, AcceptanceMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        var projectId = await db.AcceptanceSummaries.Where(s => s.AcceptanceSummaryId == id).Select(s => s.ProjectId).SingleAsync(cancellationToken);
        // With it less is due, and without it an earlier record of the Cục counts: payments that rest on it wait for the same lines.
        var lines = move.Action is AcceptanceAction.Undo or AcceptanceAction.Conclude ? await db.LedgerPositions.Where(p => p.ProjectId == projectId).Select(p => p.AllocationId).Distinct().ToListAsync(cancellationToken) : [];
        return await db.WriteSummaryAsync<IReadOnlyList<Breach>>(projectId, lines, async () =>
        {
            var summary = await db.WholeAcceptanceSummaries.SingleAsync(s => s.AcceptanceSummaryId == id, cancellationToken);
            var project = await ProjectAsync(projectId, cancellationToken);
            var gathered = await GatheredAsync(project, cancellationToken);
            var facts = new SummaryFacts(
                gathered,
                (await appraisals.ConflictsAsync(project, [mover.UserId], cancellationToken))(mover.UserId),
                summary.Form is AcceptanceForm.General && await db.AcceptanceSummaries.AnyAsync(s => s.ProjectId == projectId && s.Form == AcceptanceForm.Agency && s.State == AcceptanceState.Concluded, cancellationToken))
            {
                PaidBeyond = move.Action is AcceptanceAction.Undo ? await PaidBeyondAsync(summary, cancellationToken) : [],
                Excesses = move.Action is AcceptanceAction.Conclude ? await ExcessesAsync(summary, gathered, cancellationToken) : [],
            };
            var ruling = AsSeen(summary.Version, seen, Summarising.Of(summary, move, facts, mover, clock));
            if (ruling.Event is { } moved)
            {
                summary.Apply(moved);
                db.Because("acceptance-summary.moved", facts.Excess > Dong.Zero ? $"{moved.Move.Note} (phải thu hồi {facts.Excess})".Trim() : moved.Move.Note);
                await db.SaveChangesAsync(cancellationToken);
            }

            return ruling.Breaches;
        }, cancellationToken);
    }

    /// <summary>What is to come back by a record of the Cục: as it is concluded, or as it would be.</summary>
    public async Task<IReadOnlyList<SupportExcess>> ExcessesAsync(AcceptanceSummary summary, Gathering gathered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(gathered);
        return summary switch
        {
            { Form: not AcceptanceForm.Agency } or { State: AcceptanceState.Undone } or { Due: null } => [],
            { State: AcceptanceState.Concluded } => await db.ExcessesAsync(summary.ProjectId, null, cancellationToken),
            _ => await db.ExcessesAsync(summary.ProjectId, AgencyRecord.Of(summary, gathered.Concluded), cancellationToken),
        };
    }

    /// <summary>What was asked for, paid or settled under the project's national contracts and would no longer be due without a record of the Cục.</summary>
    private async Task<IReadOnlyList<string>> PaidBeyondAsync(AcceptanceSummary summary, CancellationToken cancellationToken)
    {
        var told = new List<string>();
        if (summary.Form is not AcceptanceForm.Agency)
        {
            return told;
        }

        var (projectId, source) = (summary.ProjectId, FundingSource.National.Code);
        var contracts = await db.Contracts.AsNoTracking()
            .Where(c => c.ProjectId == projectId && c.ParentContractId == null && c.Regime == Regime.National && (c.State == ContractState.Signed || c.State == ContractState.Liquidated))
            .OrderBy(c => c.ContractId).Select(c => new { c.ContractId, c.Number }).ToListAsync(cancellationToken);
        foreach (var contract in contracts)
        {
            var now = (await db.SupportDueAsync(contract.ContractId, cancellationToken)).GetValueOrDefault(source);
            var without = (await db.BoundedDueAsync(contract.ContractId, summary.AcceptanceSummaryId, cancellationToken)).Due.GetValueOrDefault(source);
            var spent = (await db.PaymentRoomAsync(contract.ContractId, null, cancellationToken)).Spent(source);
            if (without < now && spent > without)
            {
                told.Add($"hợp đồng {contract.Number}: đã đề nghị, thanh toán {spent}, theo biên bản lần trước của Cục chỉ còn {without}");
            }
        }

        return told;
    }

    private Task<Project> ProjectAsync(Guid projectId, CancellationToken cancellationToken) => db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == projectId, cancellationToken);
}
