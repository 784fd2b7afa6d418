using KhuyenCong.Data;
using KhuyenCong.Data.Numbering;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Kernel.Seen;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>The use cases of contracts: what binds money locks its lines first, then reads, decides and saves in one transaction.</summary>
public sealed partial class ContractBook(KhuyenCongDb db, TimeProvider clock)
{
    /// <summary>The series that gives numbers to contracts without one.</summary>
    public const string Series = "HD";

    public async Task<Ruling<ContractDrafted>> DraftAsync(Guid projectId, ContractKind kind, Guid? parentId, ContractText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (await GroundAsync(projectId, parentId, null, text, null, cancellationToken) is not { } ground)
        {
            return new(null, [new("contract.not-approved")]);
        }

        if (await db.ContractFaultAsync(mover, ground.Item.PlanItemId, parentId, ground.PartyA?.OrganisationId, [], cancellationToken) is { } others)
        {
            return new(null, [others]);
        }

        var ruling = ContractWriting.Draft(Uuid.New(clock), kind, Named(text, ground), ground, mover, () => Uuid.New(clock), clock);
        if (ruling.Event is { } drafted)
        {
            db.Contracts.Add(Contract.From(drafted));
            db.Because("contract.drafted", ground.Project.Code ?? ground.Project.Title);
            return await SavedAsync(ruling, cancellationToken);
        }

        return ruling;
    }

    /// <param name="seen">The version of the contract that the page showed.</param>
    public async Task<Ruling<ContractEdited>> EditAsync(Guid contractId, long? seen, ContractText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } others)
        {
            return new(null, [others]);
        }

        db.ChangeTracker.Clear();
        var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
        var ground = await GroundOfAsync(contract, text, null, cancellationToken);
        var ruling = AsSeen(contract.Version, seen, ContractWriting.Edit(contract, Named(text, ground), ground, mover, () => Uuid.New(clock), clock));
        if (ruling.Event is { } edited)
        {
            contract.Apply(edited);
            db.Because("contract.edited");
            return await SavedAsync(ruling, cancellationToken);
        }

        return ruling;
    }

    /// <summary>Takes a step; signing binds money and starts the project's work, cancelling sets free and may undo that or end the project.</summary>
    /// <param name="seen">The version of the contract that the page showed.</param>
    public async Task<Ruling<ContractMoved>> MoveAsync(Guid contractId, long? seen, ContractMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } others)
        {
            return new(null, [others]);
        }

        if (move.Action is ContractAction.Propose)
        {
            return await ProposeAsync(contractId, seen, move, mover, cancellationToken);
        }

        var (projectId, lines) = await LinesAsync(contractId, cancellationToken);
        return await db.WriteLedgerAsync(lines, [projectId], async ledger =>
        {
            // A file of settlement that is sent in the same moment waits, or is seen here.
            await db.LockContractAsync(contractId, cancellationToken);
            if (await MovedAwayAsync(contractId, ledger, cancellationToken))
            {
                return new(null, [Meanwhile]);
            }

            var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
            var ground = await GroundOfAsync(contract, contract.Text, ledger, cancellationToken);
            var ruling = AsSeen(contract.Version, seen, ContractMoves.Of(contract, ground, Uuid.New(clock), move, mover, clock));
            if (ruling.Event is not { } moved)
            {
                return ruling;
            }

            var ends = move.Action is ContractAction.Cancel && ContractMoves.EndsProject(ground.Project, contract, await OthersAsync(contract, cancellationToken))
                && !await db.HasYearsToComeAsync(ground.Project, contractId, cancellationToken);
            var postings = move.Action is ContractAction.Sign ? ContractMoves.Commits(contract, moved, () => Uuid.New(clock))
                : move.Action is ContractAction.Cancel ? ContractMoves.Uncommits(contract, ledger, moved, ends || ground.Project.State is ProjectState.Stopped, () => Uuid.New(clock))
                : [];
            var posted = ledger.Judge(postings, clock.Today);
            if (posted.Event is not { } entries)
            {
                return new(null, posted.Breaches);
            }

            var wasSigned = contract.State is ContractState.Signed;
            contract.Apply(moved);
            db.Record(ledger, entries, mover.UserId);
            await db.GiveBackAsync(contract, postings, ledger, clock, cancellationToken);
            await StepProjectAsync(contract, wasSigned, ends, mover.UserId, cancellationToken);
            await DropSettlementAsync(contract, mover.UserId, cancellationToken);
            db.Because("contract.moved", moved.Move.Note ?? moved.Move.Action.Done());
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }, cancellationToken);
    }

    public async Task<Ruling<AmendmentProposed>> AmendAsync(Guid contractId, long? seen, ContractText text, string? reason, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } others)
        {
            return new(null, [others]);
        }

        db.ChangeTracker.Clear();
        var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
        var ground = await GroundOfAsync(contract, text, null, cancellationToken);
        var ruling = AsSeen(contract.Version, seen, ContractAmending.Propose(contract, Named(text, ground), reason, ground, Uuid.New(clock), mover, clock));
        if (ruling.Event is { } proposed)
        {
            contract.Apply(proposed);
            db.Because("contract.amendment-proposed", proposed.Reason);
            return await SavedAsync(ruling, cancellationToken);
        }

        return ruling;
    }

    /// <summary>Records that the open amendment was signed; what it changes of the amounts is bound or set free with it.</summary>
    public async Task<Ruling<AmendmentSigned>> SignAmendmentAsync(Guid contractId, long? seen, Guid amendmentId, DateOnly? signedOn, PlanMover mover, CancellationToken cancellationToken)
    {
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } others)
        {
            return new(null, [others]);
        }

        var (projectId, lines) = await LinesAsync(contractId, cancellationToken);
        return await db.WriteLedgerAsync(lines, [projectId], async ledger =>
        {
            // A file of settlement that is sent in the same moment waits, or is seen here.
            await db.LockContractAsync(contractId, cancellationToken);
            if (await MovedAwayAsync(contractId, ledger, cancellationToken))
            {
                return new(null, [Meanwhile]);
            }

            var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
            var amendment = contract.Amendments.Single(a => a.ContractAmendmentId == amendmentId);
            var ground = await GroundOfAsync(contract, amendment.AmendedText, ledger, cancellationToken);
            var ruling = AsSeen(contract.Version, seen, ContractAmending.Sign(contract, amendment, signedOn, ground, mover, () => Uuid.New(clock), clock));
            if (ruling.Event is not { } signed)
            {
                return ruling;
            }

            var room = await db.PaymentRoomAsync(contractId, null, cancellationToken);
            if (room.Undercut(signed.Differences).ToList() is { Count: > 0 } undercut)
            {
                return new(null, undercut);
            }

            var posted = ledger.Judge(ContractAmending.Postings(contract, signed, clock.Today, () => Uuid.New(clock)), clock.Today);
            if (posted.Event is not { } entries)
            {
                return new(null, posted.Breaches);
            }

            contract.Apply(signed);
            db.Record(ledger, entries, mover.UserId);
            db.Because("contract.amended", amendment.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return ruling;
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<Breach>> SendBackAmendmentAsync(Guid contractId, long? seen, Guid amendmentId, string? note, PlanMover mover, CancellationToken cancellationToken)
    {
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } others)
        {
            return [others];
        }

        db.ChangeTracker.Clear();
        var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
        var ruling = AsSeen(contract.Version, seen, ContractAmending.SendBack(contract, contract.Amendments.Single(a => a.ContractAmendmentId == amendmentId), note, mover, clock));
        if (ruling.Event is { } sentBack)
        {
            contract.Apply(sentBack);
            db.Because("contract.amendment-sent-back", sentBack.Note);
            await db.SaveChangesAsync(cancellationToken);
        }

        return ruling.Breaches;
    }

    public async Task<IReadOnlyList<Breach>> AskBankAsync(Guid contractId, long? seen, BankChangeText text, PlanMover mover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } others)
        {
            return [others];
        }

        db.ChangeTracker.Clear();
        var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
        var ruling = AsSeen(contract.Version, seen, BankChanging.Ask(contract, text, Uuid.New(clock), mover, clock));
        if (ruling.Event is { } asked)
        {
            contract.Apply(asked);
            db.Because("contract.bank-asked", asked.Text.Reason);
            await db.SaveChangesAsync(cancellationToken);
        }

        return ruling.Breaches;
    }

    public async Task<IReadOnlyList<Breach>> DecideBankAsync(Guid contractId, long? seen, Guid changeId, bool confirms, string? note, PlanMover mover, CancellationToken cancellationToken)
    {
        if (await db.ContractFaultAsync(mover, contractId, cancellationToken) is { } others)
        {
            return [others];
        }

        db.ChangeTracker.Clear();
        var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
        var ruling = AsSeen(contract.Version, seen, BankChanging.Judge(contract, contract.BankChanges.Single(b => b.BankChangeId == changeId), confirms, note, mover, clock));
        if (ruling.Event is { } decided)
        {
            contract.Apply(decided);
            db.Because(confirms ? "contract.bank-changed" : "contract.bank-refused", decided.Note);
            await db.SaveChangesAsync(cancellationToken);
        }

        return ruling.Breaches;
    }

    /// <summary>Keeps which file is the signed scan of a contract, of an amendment, or the document of a change of account.</summary>
    public async Task AttachAsync(Guid contractId, Guid? partId, SignedCopyAttached file, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
        contract.Apply(file, partId, clock.UtcNow);
        db.Because("contract.copy-attached");
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Puts a contract before its signer; one without a number takes the next of the province's series.</summary>
    private async Task<Ruling<ContractMoved>> ProposeAsync(Guid contractId, long? seen, ContractMove move, PlanMover mover, CancellationToken cancellationToken)
    {
        async Task<Ruling<ContractMoved>> Take(string? number)
        {
            db.ChangeTracker.Clear();
            var contract = await db.WholeContracts.SingleAsync(c => c.ContractId == contractId, cancellationToken);
            var ground = await GroundOfAsync(contract, contract.Text, null, cancellationToken);
            var ruling = AsSeen(contract.Version, seen, ContractMoves.Of(contract, ground, Uuid.New(clock), move, mover, clock));
            if (ruling.Event is not { } moved || (number is null && contract.Number is null))
            {
                return ruling;
            }

            contract.Apply(moved with { Number = contract.Number ?? number });
            db.Because("contract.moved", moved.Move.Note ?? moved.Move.Action.Done());
            return await SavedAsync(ruling, cancellationToken);
        }

        var had = await db.Contracts.AsNoTracking().Where(c => c.ContractId == contractId).Select(c => new { c.Number, c.Year }).SingleAsync(cancellationToken);
        var first = await Take(null);
        // Judged before a number is used up; judged again with it.
        return first.Event is null || had.Number is not null ? first : await db.WithNextNumberAsync(Series, had.Year, Take, cancellationToken);
    }
}
