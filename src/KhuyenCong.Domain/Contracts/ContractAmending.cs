using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Phụ lục hợp đồng: proposed by one person, its signing recorded by another; amounts stay within what the plan approved.</summary>
public static class ContractAmending
{
    /// <summary>Puts the next version of a signed contract before the signer.</summary>
    /// <param name="contract">With all its rows.</param>
    /// <param name="text">As it is to be; who receives the money and where is not changed by it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ground">Its room without what this contract binds itself.</param>
    /// <param name="amendmentId">Of the amendment.</param>
    /// <param name="mover">By whom.</param>
    /// <param name="clock">Of the proposal.</param>
    public static Ruling<AmendmentProposed> Propose(Contract contract, ContractText text, string? reason, ContractGround ground, Guid amendmentId, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (contract.State is not ContractState.Signed)
        {
            return new(null, [new("contract.wrong-state")]);
        }

        if (!mover.May(Act.EditContract, contract.Regime, contract.TerritoryCode))
        {
            return new(null, [new("contract.not-allowed")]);
        }

        var after = ContractWriting.Tidy(text) with { Number = contract.Number, Bank = contract.Bank };
        var changes = ContractDifferences.Of(contract.Text, after);
        var breaches = Faults(contract, after, ground);
        (bool Holds, Breach Otherwise)[] rules =
        [
            (contract.OpenAmendment is null, new("contract.amendment-open")),
            (changes.Count > 0, new("contract.amendment-empty")),
            (!string.IsNullOrWhiteSpace(reason), new("project.reason-missing", "Reason")),
            (reason is not { Length: > ContractMoves.LongestNote }, new("project.too-long", "Reason", ContractMoves.LongestNote)),
        ];
        breaches.AddRange(rules.Unmet());
        return Decide.Unless<AmendmentProposed>(breaches, () => new(amendmentId, reason!.Trim(), after with { Bank = null }, changes, mover.UserId, clock.UtcNow));
    }

    /// <summary>Records that it was signed; what it changes of the amounts is bound or set free in the same moment.</summary>
    /// <param name="contract">With all its rows.</param>
    /// <param name="amendment">The open one.</param>
    /// <param name="signedOn">Ngày ký.</param>
    /// <param name="ground">Its room without what this contract binds itself, read under the lock.</param>
    /// <param name="mover">By whom.</param>
    /// <param name="newId">For rows that are new.</param>
    /// <param name="clock">Of the record.</param>
    public static Ruling<AmendmentSigned> Sign(Contract contract, ContractAmendment amendment, DateOnly? signedOn, ContractGround ground, PlanMover mover, Func<Guid> newId, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (Refused(contract, amendment, mover) is { } refusal)
        {
            return new(null, [refusal]);
        }

        var after = amendment.AmendedText with { Number = contract.Number, Bank = contract.Bank };
        var breaches = Faults(contract, after, ground).Concat(ContractMoves.SignedOn(signedOn, ground, clock.Today)).ToList();
        if (contract.Hands.HasWritten(mover.UserId))
        {
            breaches.Add(new("contract.drafter-signs"));
        }

        if (signedOn < contract.SignedOn)
        {
            breaches.Add(new("contract.amended-before-signed", nameof(ContractMove.SignedOn), signedOn.Value, contract.SignedOn!.Value));
        }

        if (contract.Amendments.Where(a => a.State is ContractAmendmentState.Signed).Max(a => a.SignedOn) is { } last && signedOn < last)
        {
            breaches.Add(new("contract.amended-before-last", nameof(ContractMove.SignedOn), signedOn.Value, last));
        }

        var draws = ContractMoves.DrawsOf(ground.Item);
        return Decide.Unless<AmendmentSigned>(breaches, () => new(
            amendment.ContractAmendmentId, $"{contract.Number}/PL{amendment.Sequence:00}", signedOn!.Value, Differences(contract, after, draws), draws,
            ContractWriting.RowsFor(contract, after, newId), mover.UserId, clock.UtcNow));
    }

    public static Ruling<AmendmentSentBack> SendBack(Contract contract, ContractAmendment amendment, string? note, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        return Refused(contract, amendment, mover) is { } refusal
            ? new(null, [refusal])
            : Decide.If<AmendmentSentBack>(
                () => new(amendment.ContractAmendmentId, note!.Trim(), mover.UserId, clock.UtcNow),
                (!string.IsNullOrWhiteSpace(note), new("project.reason-missing", "Note")),
                (note is not { Length: > ContractMoves.LongestNote }, new("project.too-long", "Note", ContractMoves.LongestNote)));
    }

    /// <summary>The entries of the ledger: what is set free first.</summary>
    public static IReadOnlyList<Posting> Postings(Contract contract, AmendmentSigned signed, DateOnly on, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(signed);
        ArgumentNullException.ThrowIfNull(newId);
        return
        [
            .. signed.Differences.OrderBy(d => d.Amount)
                .Select(d => new Posting(newId(), d.AllocationId, d.Amount > Dong.Zero ? LedgerKind.Commit : LedgerKind.Uncommit, d.Amount > Dong.Zero ? d.Amount : -d.Amount, new(LedgerCauseKind.Contract, contract.ContractId), on, contract.ProjectId, contract.ContractId, signed.Number)),
        ];
    }

    private static Breach? Refused(Contract contract, ContractAmendment amendment, PlanMover mover) =>
        contract.State is not ContractState.Signed || amendment.State is not ContractAmendmentState.Proposed ? new("contract.wrong-state")
        : !mover.May(Act.SignContract, contract.Regime, contract.TerritoryCode) ? new("contract.not-allowed")
        : null;

    private static List<Breach> Faults(Contract contract, ContractText after, ContractGround ground)
    {
        var draws = ContractMoves.DrawsOf(ground.Item);
        List<Breach> breaches =
        [
            .. ContractWriting.Shape(contract.Kind, after, ground),
            .. ContractWriting.Gaps(contract.Kind, after),
            .. ContractWriting.Beyond(after, ground),
            // What its parts were given is not taken from under them.
            .. FundingSource.All.Where(s => Allotting.IsDrawn(s.Code) && ground.PartsOf(s.Code) > after.Of(s.Code)).Select(s => new Breach("contract.below-parts", nameof(after.Amounts), s.Name, after.Of(s.Code), ground.PartsOf(s.Code))),
            // Nor what acceptance found due, whose record says it was contracted. A contract that was below before may be raised.
            .. FundingSource.All.Where(s => after.Of(s.Code) < contract.Text.Of(s.Code) && after.Of(s.Code) < ground.AcceptedOf(s.Code))
                .Select(s => new Breach("contract.amendment-below-accepted", nameof(after.Amounts), s.Name, after.Of(s.Code), ground.AcceptedOf(s.Code), ground.AcceptedOf(s.Code) - after.Of(s.Code))),
            .. after.Amounts.Where(a => contract.CommitsMoney && a.Amount > Dong.Zero && Allotting.IsDrawn(a.Source) && LineOf(contract, a.Source, draws) is null)
                .Select(a => new Breach("contract.source-not-approved", nameof(after.Amounts), FundingSource.Find(a.Source)!.Name)),
        ];
        if (ground.Project.State is ProjectState.Stopped)
        {
            // What the beneficiary pays itself is no money of the plan's.
            breaches.AddRange(FundingSource.All.Where(s => s.Code != FundingSource.Counterpart.Code && after.Of(s.Code) > contract.Text.Of(s.Code))
                .Select(s => new Breach("contract.amendment-stopped", nameof(after.Amounts), s.Name, contract.Text.Of(s.Code), after.Of(s.Code))));
        }

        if (after.PartyBEstablishmentId != contract.PartyBEstablishmentId || after.PartyBOrganisationId != contract.PartyBOrganisationId)
        {
            // Another payee is another contract: what was paid would be another's.
            breaches.Add(new("contract.amendment-other-party", nameof(after.PartyB)));
        }

        return breaches;
    }

    private static List<AmountDifference> Differences(Contract contract, ContractText after, IReadOnlyDictionary<string, Guid> draws) =>
        !contract.CommitsMoney ? [] :
        [
            .. FundingSource.All.Select(s => (s.Code, Line: LineOf(contract, s.Code, draws), Amount: after.Of(s.Code) - contract.Text.Of(s.Code)))
                .Where(d => d.Line is not null && d.Amount != Dong.Zero).Select(d => new AmountDifference(d.Code, d.Line!.Value, d.Amount)),
        ];

    /// <summary>A source stays on the line that it was bound on.</summary>
    private static Guid? LineOf(Contract contract, string source, IReadOnlyDictionary<string, Guid> draws) =>
        contract.Amounts.FirstOrDefault(a => a.Source == source)?.AllocationId ?? (draws.TryGetValue(source, out var line) ? line : (Guid?)null);
}
