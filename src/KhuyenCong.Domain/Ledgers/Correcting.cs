namespace KhuyenCong.Domain.Ledgers;

/// <summary>Ghi bút toán ngược: takes back an entry that no record owns. What a record brought forth is undone at the record, which keeps both in step.</summary>
/// <remarks>What came over a year's end stays: the year that gave it is closed, so that taking it back on one side would leave money nowhere.</remarks>
public static class Correcting
{
    public const int LongestDocument = 200;

    /// <summary>Where an entry is undone; null where it is taken back in the ledger itself.</summary>
    public static Breach? UndoneElsewhere(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry switch
        {
            { ReversesId: not null } => new("correction.of-correction"),
            { CauseKind: LedgerCauseKind.Allotment } => new("correction.by-allotment"),
            { CauseKind: LedgerCauseKind.PlanDecision } => new("correction.by-plan"),
            { CauseKind: LedgerCauseKind.Contract } => new("correction.by-contract"),
            { CauseKind: LedgerCauseKind.PaymentRequest } => new("correction.by-payment"),
            { CauseKind: LedgerCauseKind.Settlement, Kind: LedgerKind.RecoverSettled } => new("correction.by-receipt"),
            { CauseKind: LedgerCauseKind.Settlement } => new("correction.by-settlement"),
            { CauseKind: LedgerCauseKind.YearEnd } => new("correction.by-year-end"),
            { CauseKind: LedgerCauseKind.ManagementEstimate or LedgerCauseKind.ManagementVoucher } => new("correction.by-management"),
            _ => null,
        };
    }

    /// <summary>Why the balances, or a closed year, do not let an entry be taken back now, whoever asks; null where they do.</summary>
    /// <param name="ledger">Of the entry's line.</param>
    public static Breach? Obstacle(Ledger ledger, LedgerEntry entry, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(entry);
        return ledger.Judge([Opposite(entry, Guid.Empty, today, nameof(Obstacle))], today).Breaches is [var first, ..] ? first with { Field = null } : null;
    }

    /// <summary>The opposite entry, for the whole amount.</summary>
    /// <param name="ledger">Of the entry's line, under the lock.</param>
    /// <param name="entry">What is taken back.</param>
    /// <param name="isTakenBack">Whether somebody did it already.</param>
    /// <param name="newId">Of the new entry.</param>
    /// <param name="correction">Why, and by which document.</param>
    /// <param name="by">Who takes it back: not who posted it.</param>
    /// <param name="today">Ngày hạch toán.</param>
    public static Ruling<LedgerPosted> TakeBack(Ledger ledger, LedgerEntry entry, bool isTakenBack, Guid newId, Correction correction, Guid by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(correction);
        var breaches = new List<Breach>();
        if (UndoneElsewhere(entry) is { } elsewhere)
        {
            breaches.Add(elsewhere);
        }

        if (isTakenBack)
        {
            breaches.Add(new("correction.taken-back"));
        }

        if (entry.By == by)
        {
            breaches.Add(new("correction.own-entry"));
        }

        if (string.IsNullOrWhiteSpace(correction.Document))
        {
            breaches.Add(new("correction.document-missing", nameof(correction.Document)));
        }

        if (correction.Document is { Length: > LongestDocument })
        {
            breaches.Add(new("project.too-long", nameof(correction.Document), LongestDocument));
        }

        if (string.IsNullOrWhiteSpace(correction.Reason))
        {
            breaches.Add(new("ledger.reason-missing", nameof(correction.Reason)));
        }

        if (correction.Reason is { Length: > Ledger.LongestReason - LongestDocument - 20 })
        {
            breaches.Add(new("project.too-long", nameof(correction.Reason), Ledger.LongestReason - LongestDocument - 20));
        }

        return breaches.Count > 0
            ? new(null, breaches)
            : ledger.Judge([Opposite(entry, newId, today, $"{correction.Reason!.Trim()} (văn bản {correction.Document!.Trim()})")], today);
    }

    private static Posting Opposite(LedgerEntry entry, Guid newId, DateOnly today, string reason) => entry.Opposite(newId, new(LedgerCauseKind.Correction, entry.LedgerEntryId), today, reason);
}

/// <summary>Lý do, văn bản của bút toán ngược, as typed.</summary>
public sealed record Correction(string? Reason, string? Document);
