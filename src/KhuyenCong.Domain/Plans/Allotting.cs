using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Plans;

/// <summary>Giao dự toán: what one entry may say, and what may be drawn on it.</summary>
public static class Allotting
{
    public const int EarliestYear = 2020;
    public const int LatestYear = 2199;
    public const int LongestText = 500;

    /// <summary>Sources that reach a budget holder as dự toán: the others are committed and proven, never drawn on an allocation.</summary>
    public static readonly IReadOnlyList<FundingSource> Sources = [FundingSource.National, FundingSource.Provincial, FundingSource.Commune];

    public static bool IsDrawn(string source) => Sources.Any(s => s.Code == source);

    /// <summary>Opens the line of one holder, source and year.</summary>
    /// <param name="holderCommune">The commune of a commune's office; null for other bodies.</param>
    /// <param name="isKnown">Whether the holder is a body of this province that exists.</param>
    public static Ruling<AllocationOpened> Open(AllocationOpened wanted, bool isKnown, string? holderCommune)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.If(
            () => wanted with { CommuneCode = holderCommune, Codes = BudgetCoding.Tidied(wanted.Codes ?? BudgetCodes.None) },
            [
                (isKnown, new("allocation.holder-missing", nameof(wanted.HolderId))),
                (IsDrawn(wanted.Source), new("allocation.source-missing", nameof(wanted.Source))),
                (!isKnown || !IsDrawn(wanted.Source) || (wanted.Source == FundingSource.Commune.Code) == (holderCommune is not null), new("allocation.source-of-another-level", nameof(wanted.Source))),
                (wanted.Year is >= EarliestYear and <= LatestYear, new("allocation.year-outside", nameof(wanted.Year), EarliestYear, LatestYear)),
                .. BudgetCoding.Form(wanted.Codes ?? BudgetCodes.None),
            ]);
    }

    public static Ruling<AllotmentEntered> Enter(Guid entryId, Allocation allocation, AllotmentText text, string by, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(clock);
        var isFirst = allocation.EntryCount == 0;
        var fits = Math.Abs((decimal)text.Amount.Amount) <= AmountText.Largest;
        var after = fits ? allocation.Allotted + text.Amount : Dong.Zero;
        return Decide.If(
            () => new AllotmentEntered(entryId, text with { DocumentNumber = text.DocumentNumber.Trim(), Issuer = text.Issuer.Trim(), Note = string.IsNullOrWhiteSpace(text.Note) ? null : text.Note.Trim() }, by, clock.UtcNow),
            (text.Amount != Dong.Zero, new("allocation.amount-none", nameof(text.Amount))),
            (fits && after.Amount <= AmountText.Largest, new("amount.absurd", nameof(text.Amount))),
            (text.Kind is not (AllotmentKind.Initial or AllotmentKind.Addition) || text.Amount >= Dong.Zero, new("allocation.amount-negative", nameof(text.Amount))),
            (isFirst == (text.Kind is AllotmentKind.Initial), new(isFirst ? "allocation.first-is-initial" : "allocation.initial-twice", nameof(text.Kind))),
            (!fits || -text.Amount <= allocation.Available, new("allocation.below-approved", nameof(text.Amount), allocation.Approved, after)),
            (allocation.ClosedOn is null, new("ledger.closed", null, allocation.Year, allocation.ClosedOn ?? default)),
            (!string.IsNullOrWhiteSpace(text.DocumentNumber), new("allocation.document-missing", nameof(text.DocumentNumber))),
            (!string.IsNullOrWhiteSpace(text.Issuer), new("allocation.issuer-missing", nameof(text.Issuer))),
            (text.DocumentDate <= clock.Today, new("allocation.document-in-future", nameof(text.DocumentDate))),
            (text.DocumentNumber.Length <= 60, new("project.too-long", nameof(text.DocumentNumber), 60)),
            (text.Issuer.Length <= LongestText, new("project.too-long", nameof(text.Issuer), LongestText)),
            (text.Note is not { Length: > 2000 }, new("project.too-long", nameof(text.Note), 2000)));
    }

    /// <summary>Earlier entries that an allotment may be again: of the same document, or of the same amount. A correction cites what it corrects.</summary>
    public static IReadOnlyList<AllocationEntry> Alike(Allocation allocation, AllotmentText text)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        ArgumentNullException.ThrowIfNull(text);
        return text.Kind is AllotmentKind.Correction || text.Amount <= Dong.Zero ? []
            : [.. allocation.Entries.Where(e => e.Amount > Dong.Zero && (e.Amount == text.Amount || SearchText.Fold(e.DocumentNumber) == SearchText.Fold(text.DocumentNumber))).OrderBy(e => e.Sequence)];
    }

    /// <summary>Draws several amounts at once, all or nothing: what is approved never exceeds what was allotted, and never falls below nothing.</summary>
    public static Ruling<AllocationsDrawn> Draw(IReadOnlyCollection<Allocation> allocations, IEnumerable<AllocationDrawn> wanted)
    {
        ArgumentNullException.ThrowIfNull(allocations);
        ArgumentNullException.ThrowIfNull(wanted);
        var draws = wanted.GroupBy(w => (w.AllocationId, w.ProjectId)).Select(g => new AllocationDrawn(g.Key.AllocationId, g.Select(w => w.Amount).Sum(), g.Key.ProjectId)).Where(s => s.Amount != Dong.Zero).ToList();
        var breaches = new List<Breach>();
        foreach (var sum in draws.GroupBy(d => d.AllocationId).Select(g => (AllocationId: g.Key, Amount: g.Select(d => d.Amount).Sum())))
        {
            var allocation = allocations.Single(a => a.AllocationId == sum.AllocationId);
            if (sum.Amount > allocation.Available)
            {
                breaches.Add(new("allocation.exceeded", null, FundingSource.Find(allocation.Source)!.Name, allocation.Year, allocation.Allotted, allocation.Approved, allocation.Available, sum.Amount, sum.Amount - allocation.Available));
            }
            else if (allocation.Approved + sum.Amount < Dong.Zero)
            {
                breaches.Add(new("allocation.freed-too-much", null, FundingSource.Find(allocation.Source)!.Name, allocation.Year));
            }
        }

        return Decide.Unless<AllocationsDrawn>(breaches, () => new(draws));
    }

    /// <summary>The entry of the ledger that an allotment is.</summary>
    public static Posting PostingOf(Allocation line, AllotmentEntered entered)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(entered);
        var amount = entered.Text.Amount;
        return new(
            entered.AllocationEntryId, line.AllocationId, amount > Dong.Zero ? LedgerKind.Allot : LedgerKind.Withdraw, amount > Dong.Zero ? amount : -amount,
            new(LedgerCauseKind.Allotment, entered.AllocationEntryId), entered.Text.DocumentDate, Reason: $"{entered.Text.DocumentNumber}, {entered.Text.Issuer}");
    }

    /// <summary>The allocation that pays a source: of the item's own commune, the only one there is, or the plan's budget holder's. Null = none, or it is not clear.</summary>
    public static Allocation? For(IReadOnlyCollection<Allocation> allocations, string source, int year, Guid holderId, string? communeCode)
    {
        ArgumentNullException.ThrowIfNull(allocations);
        var found = allocations.Where(a => a.Source == source && a.Year == year && (source != FundingSource.Commune.Code || a.CommuneCode == communeCode)).ToList();
        return found is [var only] ? only : found.Find(a => a.HolderId == holderId);
    }
}

/// <summary>Đã tính vào các dòng dự toán được giao: each project's part, what is given back first.</summary>
public sealed record AllocationsDrawn(IReadOnlyList<AllocationDrawn> Draws)
{
    /// <summary>What a stop gives back: all that is still reserved for the project, also where less was typed; more than that is the ledger's to refuse.</summary>
    /// <param name="projectId">That is stopped.</param>
    /// <param name="positions">Of the project, under the lock.</param>
    public AllocationsDrawn Freeing(Guid projectId, IEnumerable<LedgerPosition> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        var typed = Draws.Where(d => d.ProjectId == projectId && d.Amount < Dong.Zero).Select(d => (Line: d.AllocationId, Back: -d.Amount));
        var reserved = positions.Where(p => p.ProjectId == projectId && p.Reserved > Dong.Zero).Select(p => (Line: p.AllocationId, Back: p.Reserved));
        return new([.. Draws.Where(d => d.ProjectId != projectId), .. typed.Concat(reserved).GroupBy(b => b.Line).Select(g => new AllocationDrawn(g.Key, -new Dong(g.Max(b => b.Back.Amount)), projectId))]);
    }

    /// <summary>Reserves what is drawn and releases what is given back.</summary>
    public IReadOnlyList<Posting> Postings(Guid batchId, DateOnly on, Func<Guid> newId) =>
        [.. Draws.OrderBy(d => d.Amount).Select(d => new Posting(newId(), d.AllocationId, d.Amount > Dong.Zero ? LedgerKind.Reserve : LedgerKind.Release, d.Amount > Dong.Zero ? d.Amount : -d.Amount, new(LedgerCauseKind.PlanDecision, batchId), on, d.ProjectId))];
}
