using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Ledgers;

/// <summary>Khóa sổ cuối năm: what is left of a line lapses or goes on into the next year by a cited decision; then nothing is posted any more.</summary>
/// <remarks>Bound money never lapses by itself: a commitment or an advance goes on with its contract, or is settled before. How long settling may go on after the year is law that the library does not have: the product reminds.</remarks>
public static class YearEndRules
{
    /// <summary>Mốc nhắc của phần mềm: hết thời gian chỉnh lý quyết toán, as commonly given.</summary>
    /// <remarks>The product's own: the law library has no such rule, so that it reminds and never blocks.</remarks>
    public static DateOnly AdjustingEnds(int year) => new(year + 1, 1, 31);

    /// <summary>What closing does, line by line, or every reason why it may not be.</summary>
    /// <param name="ledger">Of the lines and of those that take over, under the lock, with the balances of every project.</param>
    /// <param name="closing">The lines that are closed.</param>
    /// <param name="next">The line of the next year that takes over.</param>
    /// <param name="choice">What goes on.</param>
    /// <param name="paying">Lines with payment requests under way.</param>
    /// <param name="newId">Of the entries.</param>
    /// <param name="today">Ngày khóa sổ.</param>
    public static Ruling<YearClosed> Close(Ledger ledger, IReadOnlyList<Allocation> closing, Func<Allocation, Allocation> next, YearEndChoice choice, IReadOnlySet<Guid> paying, Func<Guid> newId, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(closing);
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(paying);
        ArgumentNullException.ThrowIfNull(newId);
        var breaches = DocumentFaults(choice, today).ToList();
        if (closing.Count == 0)
        {
            breaches.Add(new("year.no-line"));
        }

        var (postings, lines) = (new List<Posting>(), new List<YearEndLine>());
        var positions = ledger.Positions.ToLookup(p => p.AllocationId);
        foreach (var line in closing)
        {
            var held = positions[line.AllocationId].ToList();
            var faults = LineFaults(line, held, choice, paying, today).ToList();
            breaches.AddRange(faults);
            if (faults.Count == 0)
            {
                var work = new LineClosing(line, next(line), choice, newId, today);
                lines.Add(work.Run(held));
                postings.AddRange(work.Postings);
            }
        }

        if (breaches.Count > 0)
        {
            return new(null, breaches);
        }

        var posted = ledger.Judge(postings, today);
        return posted.Event is { } all ? new(new(today, choice.Document, lines, all), []) : new(null, posted.Breaches);
    }

    /// <summary>Whether balances of a project or contract go on; advances and commitments that do not keep the line from closing.</summary>
    public static bool HasBalance(LedgerPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return position.Reserved > Dong.Zero || position.Committed > Dong.Zero || position.Advanced > Dong.Zero;
    }

    private static IEnumerable<Breach> DocumentFaults(YearEndChoice choice, DateOnly today)
    {
        if (choice.NeedsDocument && choice.Document is null)
        {
            yield return new("year.document-missing", nameof(choice.DocumentNumber));
        }

        if (choice.DocumentDate > today)
        {
            yield return new("allocation.document-in-future", nameof(choice.DocumentDate));
        }

        if (choice.DocumentNumber is { Length: > YearEndChoice.LongestNumber })
        {
            yield return new("project.too-long", nameof(choice.DocumentNumber), YearEndChoice.LongestNumber);
        }

        if (choice.Issuer is { Length: > YearEndChoice.LongestIssuer })
        {
            yield return new("project.too-long", nameof(choice.Issuer), YearEndChoice.LongestIssuer);
        }
    }

    private static IEnumerable<Breach> LineFaults(Allocation line, List<LedgerPosition> held, YearEndChoice choice, IReadOnlySet<Guid> paying, DateOnly today)
    {
        if (line.ClosedOn is { } closed)
        {
            yield return new("year.closed-already", null, line.Year, closed);
            yield break;
        }

        if (today < new DateOnly(line.Year, 12, 31))
        {
            yield return new("year.not-over", null, line.Year);
        }

        if (paying.Contains(line.AllocationId))
        {
            yield return new("year.paying", null, FundingSource.Find(line.Source)?.ShortName ?? line.Source, line.Year);
        }

        // A year's management costs are settled with the year: what of them is not spent goes back first, and is carried on as the line's own or lapses.
        var managing = held.Where(p => p.ManagementEstimateId is not null && (HasBalance(p) || p.Paid > Dong.Zero)).ToList();
        if (managing.Count > 0)
        {
            yield return new("year.management-left", null, managing.Select(p => p.Reserved + p.Committed + p.Paid).Sum(), managing.Count);
        }

        held = held.FindAll(p => p.ManagementEstimateId is null);
        var left = held.Where(p => !choice.Carried.Contains((p.AllocationId, p.SubjectId))).ToList();
        if (left.Select(p => p.Advanced).Sum() is var advanced && advanced > Dong.Zero)
        {
            yield return new("year.advance-left", null, advanced, left.Count(p => p.Advanced > Dong.Zero));
        }

        if (left.Select(p => p.Committed).Sum() is var committed && committed > Dong.Zero)
        {
            yield return new("year.commitment-left", null, committed, left.Count(p => p.Committed > Dong.Zero));
        }

        if (!choice.SettlesPaid && held.Select(p => p.Paid).Sum() is var paid && paid > Dong.Zero)
        {
            yield return new("year.paid-left", nameof(choice.SettlesPaid), paid, held.Count(p => p.Paid > Dong.Zero));
        }

        if (choice.CarriedAvailable.TryGetValue(line.AllocationId, out var carried) && (carried < Dong.Zero || carried > line.Available))
        {
            yield return new("year.carry-above-available", $"Available[{line.AllocationId}]", line.Available, carried);
        }
    }

    /// <summary>The entries of one line, with those of the line that takes over.</summary>
    private sealed class LineClosing(Allocation line, Allocation next, YearEndChoice choice, Func<Guid> newId, DateOnly today)
    {
        private readonly List<Posting> inward = [];

        public List<Posting> Postings { get; } = [];

        public YearEndLine Run(List<LedgerPosition> held)
        {
            var (lapsing, carried, advances, settled) = (line.Available, Dong.Zero, Dong.Zero, Dong.Zero);
            foreach (var position in held.OrderBy(p => p.SubjectId))
            {
                var goesOn = choice.Carried.Contains((position.AllocationId, position.SubjectId));
                Post(Postings, line, LedgerKind.Settle, position.Paid, position, choice.Document);
                settled += position.Paid;
                Post(Postings, line, LedgerKind.CarryOutAdvance, position.Advanced, position, choice.Document);
                Post(inward, next, LedgerKind.CarryInAdvance, position.Advanced, position, choice.Document);
                advances += position.Advanced;

                var free = position.Reserved + position.Committed;
                Post(Postings, line, LedgerKind.Uncommit, position.Committed, position, choice.Document);
                Post(Postings, line, LedgerKind.Release, free, position, goesOn ? choice.Document : null);
                if (goesOn)
                {
                    Post(inward, next, LedgerKind.Reserve, free, position, choice.Document);
                    Post(inward, next, LedgerKind.Commit, position.Committed, position, choice.Document);
                    carried += free;
                }
                else
                {
                    lapsing += free;
                }
            }

            var rest = choice.CarriedAvailable.GetValueOrDefault(line.AllocationId);
            (carried, lapsing) = (carried + rest, lapsing - rest);
            Post(Postings, line, LedgerKind.CarryOut, carried, null, choice.Document);
            Post(Postings, line, LedgerKind.Cancel, lapsing, null, null);
            Post(Postings, next, LedgerKind.CarryIn, carried, null, choice.Document);
            Postings.AddRange(inward);
            var moved = held.Where(p => HasBalance(p) && choice.Carried.Contains((p.AllocationId, p.SubjectId))).ToList();
            return new(line.AllocationId, next.AllocationId, line.Year + 1, lapsing, carried, advances, settled, carried + advances > Dong.Zero,
                moved.Where(p => p.ProjectId is not null).GroupBy(p => p.ProjectId!.Value).ToDictionary(g => g.Key, g => g.Select(p => p.Reserved + p.Committed + p.Advanced).Sum()), [.. moved.Select(p => p.ContractId).OfType<Guid>()]);
        }

        private void Post(List<Posting> to, Allocation of, LedgerKind kind, Dong amount, LedgerPosition? position, string? document)
        {
            if (amount > Dong.Zero)
            {
                to.Add(new(newId(), of.AllocationId, kind, amount, new(LedgerCauseKind.YearEnd, line.AllocationId), today, position?.ProjectId, position?.ContractId, document ?? $"Khóa sổ năm {line.Year}"));
            }
        }
    }
}
