using KhuyenCong.Data;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Appraisals;
using KhuyenCong.Web.Pages.Projects;
using KhuyenCong.Web.Storage;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>Opens, writes and moves acceptance records: contract and target locked, rules asked, due and results saved together.</summary>
public sealed partial class AcceptanceBook(KhuyenCongDb db, ProjectBook projects, AppraisalBook appraisals, FileStore files, Viewer viewer, TimeProvider clock)
{
    /// <summary>Opens a record for one beneficiary, or for the whole project.</summary>
    public Task<Ruling<AcceptanceOpened>> OpenAsync(Guid contractId, AcceptanceForm form, Guid? beneficiaryId, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mover);
        return db.WriteAcceptanceAsync(contractId, [], null, async () =>
        {
            var contract = await db.Contracts.AsNoTracking().Include(c => c.Amounts).SingleAsync(c => c.ContractId == contractId, cancellationToken);
            var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == contract.ProjectId, cancellationToken);
            var of = project.Beneficiaries.FirstOrDefault(b => b.ProjectBeneficiaryId == beneficiaryId);
            var site = of?.ProjectBeneficiaryId;
            var before = await db.Acceptances.AsNoTracking().Where(a => a.ContractId == contractId && a.BeneficiaryId == site).ToListAsync(cancellationToken);
            var last = before.Where(a => a.State is AcceptanceState.Concluded).MaxBy(a => a.Round);
            var opened = new AcceptanceOpened(
                Uuid.New(clock), contract.ProvinceCode, contractId, project.ProjectId, contract.Regime, contract.TerritoryCode, form,
                before.Select(a => a.Round).DefaultIfEmpty().Max() + 1, last?.AcceptanceId,
                of?.ProjectBeneficiaryId, of?.EstablishmentId, of?.Name, of?.ProductionSiteId, of?.CommuneCode ?? project.CommuneCode,
                mover.UserId, clock.Today, clock.UtcNow);
            var ruling = Accepting.Open(opened, contract, before, mover);
            if (ruling.Event is not { } accepted)
            {
                return ruling;
            }

            var acceptance = Acceptance.From(accepted);
            acceptance.Apply(new AcceptanceWritten(StartOf(project, of), PlannedOf(project), () => Uuid.New(clock), mover.UserId, clock.UtcNow));
            db.Acceptances.Add(acceptance);
            db.Because("acceptance.opened");
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<Breach>> RemovePhotoAsync(Guid id, Guid photoId, string? reason, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mover);
        string? dropped = null;
        var breaches = await db.WriteAsync<IReadOnlyList<Breach>>(_ => Task.CompletedTask, async () =>
        {
            var acceptance = await db.WholeAcceptances.SingleAsync(a => a.AcceptanceId == id, cancellationToken);
            if (!AcceptanceStates.MayWrite(acceptance, mover))
            {
                return [new("acceptance.wrong-state")];
            }

            if (acceptance.Photos.FirstOrDefault(p => p.AcceptancePhotoId == photoId) is not { } photo)
            {
                return [];
            }

            acceptance.RemovePhoto(photoId, viewer.UserId, clock.UtcNow);
            var isFree = await files.TakeOffAsync(db, acceptance.SubmittedBy is not null, new(
                Uuid.New(clock), acceptance.ProvinceCode, acceptance.ProjectId, RemovedPaperKind.Acceptance, id,
                $"Ảnh, tệp của biên bản {acceptance.Number}".Trim(), photo.FileName, photo.MediaType, photo.Sha256, photo.AddedAt, viewer.UserId, viewer.DisplayName, reason, clock.UtcNow), cancellationToken);
            db.BecauseTyped("acceptance.photo-removed", reason);
            await db.SaveChangesAsync(cancellationToken);
            dropped = isFree ? photo.Sha256 : null;
            return [];
        }, cancellationToken);
        if (dropped is { } sha)
        {
            await files.DropAsync(viewer.ProvinceCode, sha, cancellationToken);
        }

        return breaches;
    }

    /// <summary>Takes a step; a conclusion and its undoing carry the programme's results and the machines' keys with them.</summary>
    public async Task<IReadOnlyList<Breach>> MoveAsync(Guid id, long? seen, AcceptanceMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(mover);
        var of = await db.Acceptances.Where(a => a.AcceptanceId == id).Select(a => new { a.ContractId, a.ProjectId }).SingleAsync(cancellationToken);
        var lines = await db.Contracts.Where(c => c.ContractId == of.ContractId).SelectMany(c => c.Amounts).Where(a => a.AllocationId != null).Select(a => a.AllocationId!.Value).ToListAsync(cancellationToken);
        var target = await TargetToLockAsync(id, of.ProjectId, move.Action, cancellationToken);
        try
        {
            return await db.WriteAcceptanceAsync<IReadOnlyList<Breach>>(of.ContractId, lines, target, async () =>
            {
                var acceptance = await db.WholeAcceptances.SingleAsync(a => a.AcceptanceId == id, cancellationToken);
                var breaches = await MoveLockedAsync(acceptance, seen, target, move, mover, cancellationToken);
                if (breaches.Count > 0)
                {
                    db.ChangeTracker.Clear();
                }

                return breaches;
            }, cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.IsTwin())
        {
            // The same machine, invoice or result was recorded at the same moment, here or in another province: theirs stands.
            db.ChangeTracker.Clear();
            return [new("acceptance.taken-meanwhile")];
        }
    }

    private async Task<IReadOnlyList<Breach>> MoveLockedAsync(Acceptance acceptance, long? seen, Guid? target, AcceptanceMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Amounts).SingleAsync(c => c.ContractId == acceptance.ContractId, cancellationToken);
        var project = await db.WholeProjects.AsNoTracking().SingleAsync(p => p.ProjectId == acceptance.ProjectId, cancellationToken);
        var (chosen, isChosen) = await db.TargetOfAcceptancesAsync(project.ProjectId, cancellationToken);
        var isConclusion = move.Action is AcceptanceAction.Conclude;
        var facts = new AcceptanceFacts
        {
            Contract = contract.State,
            SignedOn = contract.SignedOn,
            TargetIsChosen = isChosen,
            Conflict = (await appraisals.ConflictsAsync(project, [viewer.UserId], cancellationToken))(viewer.UserId),
            Due = isConclusion ? SupportDue.Of(acceptance, await BasisAsync(acceptance, project, contract, cancellationToken)) : DueAnswer.None,
            AcceptedElsewhere = isConclusion ? await ElsewhereAsync(acceptance, project, cancellationToken) : [],
            PaidBeyond = move.Action is AcceptanceAction.Undo ? await PaidBeyondAsync(acceptance, cancellationToken) : [],
        };
        var ruling = Accepting.Of(acceptance, move, facts, mover, clock);
        if (ruling.Event is not { } moved)
        {
            return ruling.Breaches;
        }

        if ((seen is { } known && known != acceptance.Version) || (isConclusion && chosen != target))
        {
            return [Meanwhile];
        }

        acceptance.Apply(moved);
        var breaches = move.Action switch
        {
            AcceptanceAction.Conclude when acceptance.GivesSupport => await RecordWorkAsync(acceptance, project, facts.Due, chosen, cancellationToken),
            AcceptanceAction.Undo => await WithdrawWorkAsync(acceptance, target, moved.Move.Note ?? "", cancellationToken),
            _ => [],
        };
        if (breaches.Count > 0)
        {
            return breaches;
        }

        await db.UseInvoicesAsync(InvoiceHolders.Of(acceptance), cancellationToken);
        db.Because($"acceptance.{Kind(move.Action)}", moved.Move.Note);
        await db.SaveChangesAsync(cancellationToken);
        if (move.Action is AcceptanceAction.Conclude or AcceptanceAction.Undo)
        {
            // Read again with what was just saved: serials and invoices that other dossiers are compared with.
            await db.TraceAsync(SupportSourceKind.Project, project.ProjectId, project.ProvinceCode, await projects.TracesAsync(project, cancellationToken), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return [];
    }

    private static string Kind(AcceptanceAction action) => action switch
    {
        AcceptanceAction.Submit => "submitted",
        AcceptanceAction.Return => "returned",
        AcceptanceAction.Conclude => "concluded",
        AcceptanceAction.Discard => "discarded",
        _ => "undone",
    };

    /// <summary>What a new record starts from: the estimate's lines and the dossier's machines of the site.</summary>
    private AcceptanceText StartOf(Project project, ProjectBeneficiary? of) => new()
    {
        Lines = [.. LinesFor(project, of).Select(l => new AcceptanceLineText(l.ProjectEstimateLineId, null, null, null, null, null, null))],
        Machines = [.. project.Machines.Where(m => of is null || m.BeneficiaryId is null || m.BeneficiaryId == of.ProjectBeneficiaryId).OrderBy(m => m.Order).Select(m => new MachineEntry(Uuid.New(clock))
        {
            ProjectMachineId = m.ProjectMachineId,
            Name = m.Name,
            Model = m.Model,
            Maker = m.Maker,
            Serial = m.Serial,
            MadeYear = m.MadeYear,
            Origin = m.Origin,
        })],
    };

    /// <summary>The lines of one site: its own, and those for the whole project.</summary>
    public static IEnumerable<ProjectEstimateLine> LinesFor(Project project, ProjectBeneficiary? of)
    {
        ArgumentNullException.ThrowIfNull(project);
        return project.Lines.Where(l => of is null || l.BeneficiaryId is null || l.BeneficiaryId == of.ProjectBeneficiaryId).OrderBy(l => l.Order);
    }

    private static Dictionary<Guid, (string Content, string? Unit, long Quantity, Dong Total)> PlannedOf(Project project) =>
        project.Lines.ToDictionary(l => l.ProjectEstimateLineId, l => (l.Content, l.Unit, l.Quantity, l.Total));
}
