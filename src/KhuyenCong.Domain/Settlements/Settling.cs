using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Lập hồ sơ quyết toán, bút toán khi phê duyệt, thu hồi sau quyết toán.</summary>
public static class Settling
{
    public const int LongestText = 4000;
    public const int LongestShort = 500;
    public const int LongestNumber = 60;
    public const int MostVouchers = 1000;
    private const int WholeShare = 10_000;

    /// <summary>Opens the file of a contract; one contract has one.</summary>
    /// <param name="bindsMoney">Whether the contract binds money of its own; a sub-contract is settled with its parent.</param>
    public static Ruling<SettlementOpened> Open(Guid settlementId, SettledContract contract, IReadOnlyList<(Guid AmountId, ContractFunds Funds)> amounts, bool bindsMoney, bool isOpenAlready, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        return !mover.May(Act.PrepareSettlement, contract.Regime, contract.TerritoryCode)
            ? new(null, [new("settlement.not-allowed")])
            : Decide.If(
                () => new SettlementOpened(settlementId, contract, amounts, mover.UserId, clock.Today, clock.UtcNow),
                (contract.IsSigned, new("settlement.contract-not-signed")),
                (bindsMoney, new("settlement.sub-contract")),
                (!isOpenAlready, new("settlement.open-already")));
    }

    public static bool MayWrite(Settlement settlement, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(mover);
        return settlement.IsEditable && mover.May(Act.PrepareSettlement, settlement.Regime, settlement.TerritoryCode);
    }

    /// <param name="added">Sources that an amendment of the contract has brought since the file was opened.</param>
    public static Ruling<SettlementWritten> Write(Settlement settlement, SettlementText text, IReadOnlyList<(Guid AmountId, ContractFunds Funds)> added, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        return Refused(settlement, mover) is { } refusal
            ? new(null, [refusal])
            : Decide.Unless<SettlementWritten>([.. Faults(settlement, text), .. VoucherFaults(text.Vouchers, clock.Today)], () => new(settlement.SettlementId, Tidied(text), added, mover.UserId, clock.UtcNow));
    }

    /// <summary>Why papers and text may not be changed; null where they may.</summary>
    public static Breach? Refused(Settlement settlement, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(mover);
        return !settlement.IsEditable ? new("settlement.wrong-state")
            : !mover.May(Act.PrepareSettlement, settlement.Regime, settlement.TerritoryCode) ? new("settlement.not-allowed")
            : null;
    }

    /// <summary>Why a paper may not be attached; null where it may. An approved file takes one kind more: what orders money of it back.</summary>
    public static Breach? PaperRefused(Settlement settlement, SettlementPaperKind kind, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(mover);
        return settlement.State is not SettlementState.Approved || kind is not SettlementPaperKind.RecoveryOrder ? Refused(settlement, mover)
            : MayAttachOrder(settlement, mover) ? null
            : new("settlement.not-allowed");
    }

    public static bool MayAttachOrder(Settlement settlement, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(mover);
        return settlement.State is SettlementState.Approved && mover.May(Act.PrepareSettlement, settlement.Regime, settlement.TerritoryCode);
    }

    /// <summary>Bút toán khi phê duyệt: all that was paid is settled, all that was not goes back to its source; where the project ends with it, what it never bound goes back too.</summary>
    /// <param name="positions">Of the project, whichever line they lie in.</param>
    public static IReadOnlyList<Posting> Postings(Settlement settlement, IReadOnlyCollection<LedgerPosition> positions, bool endsProject, DateOnly on, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(newId);
        Posting Of(Guid line, LedgerKind kind, Dong amount) => new(newId(), line, kind, amount, new(LedgerCauseKind.Settlement, settlement.SettlementId), on, settlement.ProjectId, settlement.ContractId);
        return
        [
            .. positions.Where(p => p.ContractId == settlement.ContractId).SelectMany(p => new[]
            {
                Of(p.AllocationId, LedgerKind.Settle, p.Paid),
                Of(p.AllocationId, LedgerKind.Uncommit, p.Committed),
                Of(p.AllocationId, LedgerKind.Release, p.Committed),
            }).Where(p => p.Amount > Dong.Zero),
            .. positions.Where(p => endsProject && p.ProjectId == settlement.ProjectId && p.ContractId is null && p.Reserved > Dong.Zero).Select(p => Of(p.AllocationId, LedgerKind.Release, p.Reserved)),
        ];
    }

    /// <summary>Bút toán ngược khi hủy phê duyệt: the opposite of all that the approval posted, the last first, so that what went back to its source is reserved and bound again before it counts as paid.</summary>
    /// <param name="entries">Of the approval, those that nobody has taken back.</param>
    /// <param name="reason">Why, with the document.</param>
    public static IReadOnlyList<Posting> Reversals(Settlement settlement, IEnumerable<LedgerEntry> entries, string reason, DateOnly on, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(newId);
        return [.. entries.OrderBy(e => e.AllocationId).ThenByDescending(e => e.Sequence).Select(e => e.Opposite(newId(), new(LedgerCauseKind.Settlement, settlement.SettlementId), on, reason))];
    }

    /// <summary>Records what is ordered back of what was settled; it is waited for until another person confirms that it came. Whoever prepared the file does not record it.</summary>
    /// <param name="settlement">With its recoveries.</param>
    /// <param name="wanted">As typed.</param>
    /// <param name="held">What is settled for the contract on that line now; what is waited for already is no longer free.</param>
    /// <param name="mover">Who records it.</param>
    /// <param name="today">The day.</param>
    public static Ruling<SettledRecovered> Recover(Settlement settlement, SettledRecovered wanted, Dong held, PlanMover mover, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(mover);
        var free = held - settlement.Recoveries.Where(r => r.IsPending && r.AllocationId == wanted.AllocationId).Select(r => r.Amount).Sum();
        return !mover.May(Act.CorrectLedger, settlement.Regime, settlement.TerritoryCode)
            ? new(null, [new("settlement.not-allowed")])
            : Decide.If(
                () => wanted with { DocumentNumber = wanted.DocumentNumber.Trim(), Issuer = wanted.Issuer.Trim(), Reason = wanted.Reason.Trim() },
                (settlement.State is SettlementState.Approved, new("settlement.wrong-state")),
                (!settlement.Hands.HasWritten(mover.UserId), new("settlement.own-work")),
                (wanted.Amount > Dong.Zero, new("ledger.amount-none", nameof(wanted.Amount))),
                (wanted.Amount <= free, new("ledger.above-settled", nameof(wanted.Amount), free, wanted.Amount, wanted.Amount - free)),
                (!string.IsNullOrWhiteSpace(wanted.DocumentNumber), new("settlement.order-missing", nameof(wanted.DocumentNumber))),
                (wanted.DocumentNumber.Length <= LongestNumber, new("project.too-long", nameof(wanted.DocumentNumber), LongestNumber)),
                (wanted.DocumentDate <= today, new("settlement.date-in-future", nameof(wanted.DocumentDate))),
                (!string.IsNullOrWhiteSpace(wanted.Issuer), new("settlement.issuer-missing", nameof(wanted.Issuer))),
                (wanted.Issuer.Length <= LongestShort, new("project.too-long", nameof(wanted.Issuer), LongestShort)),
                (!string.IsNullOrWhiteSpace(wanted.Reason), new("settlement.reason-missing", nameof(wanted.Reason))),
                (wanted.Reason.Length <= LongestText, new("project.too-long", nameof(wanted.Reason), LongestText)));
    }

    private static IEnumerable<Breach> Faults(Settlement settlement, SettlementText text)
    {
        (string? Text, string Field, int Longest)[] limits =
        [
            (text.Note, nameof(text.Note), LongestText),
            (text.LateReason, nameof(text.LateReason), LongestText),
            (text.UndoneSites, nameof(text.UndoneSites), LongestText),
            (text.Explanation, nameof(text.Explanation), LongestText),
            (text.ConfirmedBy, nameof(text.ConfirmedBy), LongestShort),
            (text.ConfirmationNumber, nameof(text.ConfirmationNumber), LongestNumber),
        ];
        foreach (var (_, field, longest) in limits.Where(l => l.Text?.Length > l.Longest))
        {
            yield return new("project.too-long", field, longest);
        }

        if (text.ShareBasisPoints is <= 0 or > WholeShare)
        {
            yield return new("settlement.share-outside", nameof(text.ShareBasisPoints));
        }

        foreach (var (source, done) in text.WorkDone)
        {
            if (settlement.Amounts.FirstOrDefault(a => a.Source == source) is not { } amount)
            {
                yield return new("settlement.source-not-contracted", $"{nameof(text.WorkDone)}[{source}]");
            }
            else if (done < Dong.Zero || done > amount.Contracted)
            {
                yield return new("settlement.work-above", $"{nameof(text.WorkDone)}[{source}]", FundingSource.Find(source)?.ShortName ?? source, amount.Contracted);
            }
        }

        if (text.Vouchers.Count > MostVouchers)
        {
            yield return new("project.too-many-rows", null, MostVouchers);
        }

        if (text.Vouchers.GroupBy(v => v.VoucherId).Any(g => g.Count() > 1))
        {
            yield return new("settlement.voucher-twice");
        }
    }

    private static IEnumerable<Breach> VoucherFaults(IReadOnlyList<VoucherText> vouchers, DateOnly today)
    {
        for (var i = 0; i < vouchers.Count; i++)
        {
            var (voucher, at) = (vouchers[i], $"Vouchers[{i}]");
            (bool Holds, Breach Otherwise)[] rules =
            [
                (!string.IsNullOrWhiteSpace(voucher.Number), new("settlement.voucher-number", $"{at}.Number", i + 1)),
                (voucher.Number.Length <= LongestNumber, new("project.too-long", $"{at}.Number", LongestNumber)),
                (voucher.IssuedOn is { } on && on <= today, new("settlement.voucher-date", $"{at}.IssuedOn", i + 1)),
                (!string.IsNullOrWhiteSpace(voucher.Content), new("settlement.voucher-content", $"{at}.Content", i + 1)),
                (voucher.Content.Length <= LongestShort, new("project.too-long", $"{at}.Content", LongestShort)),
                (!(voucher.Payer?.Length > LongestShort), new("project.too-long", $"{at}.Payer", LongestShort)),
                (!(voucher.Payee?.Length > LongestShort), new("project.too-long", $"{at}.Payee", LongestShort)),
                (!(voucher.Invoice?.Length > LongestShort), new("project.too-long", $"{at}.Invoice", LongestShort)),
                (voucher.Amount > Dong.Zero && voucher.Amount.Amount <= AmountText.Largest, new("settlement.voucher-amount", $"{at}.Amount", i + 1)),
                (FundingSource.Find(voucher.Source) is not null, new("settlement.voucher-source", $"{at}.Source", i + 1)),
            ];
            foreach (var rule in rules.Where(r => !r.Holds))
            {
                yield return rule.Otherwise;
            }
        }
    }

    private static SettlementText Tidied(SettlementText text) => text with
    {
        Note = Blank(text.Note),
        LateReason = Blank(text.LateReason),
        UndoneSites = Blank(text.UndoneSites),
        Explanation = Blank(text.Explanation),
        ConfirmedBy = Blank(text.ConfirmedBy),
        ConfirmationNumber = Blank(text.ConfirmationNumber),
        WorkDone = text.Basis is SettlementBasis.ForceMajeure ? text.WorkDone : new Dictionary<string, Dong>(),
        Vouchers = [.. text.Vouchers.Select(v => v with { Number = v.Number.Trim(), Payer = Blank(v.Payer), Payee = Blank(v.Payee), Content = v.Content.Trim(), Invoice = Blank(v.Invoice) })],
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
