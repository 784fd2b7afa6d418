using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Ledgers;

/// <summary>Sổ dự toán: some lines with the balances of the projects and contracts concerned, read under the lock.</summary>
/// <remarks>Entries of one act are judged one after the other and recorded together or not at all.</remarks>
public sealed class Ledger
{
    public const int LongestReason = 2000;

    private readonly Dictionary<Guid, Allocation> lines;
    private readonly Dictionary<(Guid Line, Guid Subject), LedgerPosition> positions;

    public Ledger(IEnumerable<Allocation> lines, IEnumerable<LedgerPosition> positions)
    {
        this.lines = lines.ToDictionary(a => a.AllocationId);
        this.positions = positions.ToDictionary(p => (p.AllocationId, p.SubjectId));
    }

    public IReadOnlyCollection<Allocation> Lines => lines.Values;

    public IReadOnlyCollection<LedgerPosition> Positions => positions.Values;

    /// <summary>Whether every one of these lines was read under the lock.</summary>
    public bool HoldsAll(IEnumerable<Guid> allocationIds)
    {
        ArgumentNullException.ThrowIfNull(allocationIds);
        return allocationIds.All(lines.ContainsKey);
    }

    /// <summary>What an account of a line, a project or a contract holds now.</summary>
    /// <exception cref="InvalidOperationException">The line was not read: that is not the same as nothing in it.</exception>
    public Dong Balance(Guid allocationId, LedgerAccount account, Guid? subjectId = null) =>
        !lines.TryGetValue(allocationId, out var line) ? throw new InvalidOperationException("The balance of a line that is not held: a caller's mistake.")
        : subjectId is not { } subject ? line.Balance(account)
        : positions.TryGetValue((allocationId, subject), out var position) ? position[account] : Dong.Zero;

    /// <summary>Whether these entries may be recorded, in their order: none may leave an account below nothing, none may touch a closed year, but what was settled in it and is ordered back.</summary>
    public Ruling<LedgerPosted> Judge(IReadOnlyList<Posting> postings, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(postings);
        var breaches = new List<Breach>();
        var moved = new Dictionary<(Guid Line, Guid? Subject, LedgerAccount Account), Dong>();
        foreach (var posting in postings)
        {
            if (!lines.TryGetValue(posting.AllocationId, out var line))
            {
                breaches.Add(new("ledger.line-missing"));
                continue;
            }

            var (from, to) = posting.Way;
            RefuseAnotherProjects(posting, from);
            RefuseAnotherProjects(posting, to);
            var faults = Faults(posting, line, from, to, today).ToList();
            breaches.AddRange(faults);
            if (faults.Count > 0)
            {
                continue;
            }

            if (from is not LedgerAccount.Outside)
            {
                var subject = SubjectOf(posting, from);
                var held = Balance(line.AllocationId, from, subject) + moved.GetValueOrDefault((line.AllocationId, subject, from));
                if (posting.Amount > held)
                {
                    breaches.Add(new(Beyond(from), nameof(posting.Amount), held, posting.Amount, posting.Amount - held));
                }
            }

            Add(moved, posting, from, -posting.Amount);
            Add(moved, posting, to, posting.Amount);
        }

        return Decide.Unless<LedgerPosted>(breaches, () => new(postings));
    }

    /// <summary>Records what was judged; entries and rows that are new are returned, for the database to keep.</summary>
    public LedgerRecord Apply(LedgerPosted posted, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(posted);
        var (entries, opened) = (new List<LedgerEntry>(), new List<LedgerPosition>());
        foreach (var posting in posted.Postings)
        {
            var line = lines[posting.AllocationId];
            line.Apply(posting);
            foreach (var (account, amount) in new[] { (posting.Way.From, -posting.Amount), (posting.Way.To, posting.Amount) }.Where(m => m.Item1.IsByProject()))
            {
                var key = (line.AllocationId, SubjectOf(posting, account)!.Value);
                if (!positions.TryGetValue(key, out var position))
                {
                    opened.Add(positions[key] = position = LedgerPosition.Of(line.ProvinceCode, line.AllocationId, key.Item2, posting, account.IsByContract()));
                }

                position.Move(account, amount);
            }

            entries.Add(LedgerEntry.Of(line, posting, by, at));
        }

        return new(entries, opened);
    }

    private static void Add(Dictionary<(Guid Line, Guid? Subject, LedgerAccount Account), Dong> moved, Posting posting, LedgerAccount account, Dong amount)
    {
        var key = (posting.AllocationId, SubjectOf(posting, account), account);
        moved[key] = moved.GetValueOrDefault(key) + amount;
    }

    /// <summary>A contract is one project's: an entry that names another would part the balances from the entries.</summary>
    private void RefuseAnotherProjects(Posting posting, LedgerAccount account)
    {
        if (SubjectOf(posting, account) is { } subject && positions.TryGetValue((posting.AllocationId, subject), out var position) && position.ProjectId != posting.ProjectId)
        {
            throw new InvalidOperationException($"{posting.Kind} names a contract of another project: a caller's mistake.");
        }
    }

    private static Guid? SubjectOf(Posting posting, LedgerAccount account) =>
        account.IsByProject() && posting.ManagementEstimateId is { } estimate ? estimate
        : account.IsByContract() ? posting.ContractId : account.IsByProject() ? posting.ProjectId : null;

    private static IEnumerable<Breach> Faults(Posting posting, Allocation line, LedgerAccount from, LedgerAccount to, DateOnly today)
    {
        if (posting.Amount <= Dong.Zero)
        {
            yield return new("ledger.amount-none", nameof(posting.Amount));
        }

        // Inspectors and auditors come after the year: what they order back of it, and a receipt of it that was a mistake, moves between its own accounts and opens nothing.
        if (line.ClosedOn is { } closed && posting.Kind is not LedgerKind.RecoverSettled)
        {
            yield return new("ledger.closed", null, line.Year, closed);
        }

        if (posting.On > today)
        {
            yield return new("ledger.in-future", nameof(posting.On));
        }

        if (posting.ManagementEstimateId is not null)
        {
            if (posting.ProjectId is not null || posting.ContractId is not null)
            {
                throw new InvalidOperationException($"{posting.Kind} names an estimate of management costs and a project: a caller's mistake.");
            }
        }
        else if ((from.IsByProject() || to.IsByProject()) && posting.ProjectId is null || (from.IsByContract() || to.IsByContract()) && posting.ContractId is null)
        {
            throw new InvalidOperationException($"{posting.Kind} names no project or contract: a caller's mistake.");
        }

        if (posting.Reverses is not null && string.IsNullOrWhiteSpace(posting.Reason))
        {
            yield return new("ledger.reason-missing", nameof(posting.Reason));
        }

        if (posting.Reason is { Length: > LongestReason })
        {
            yield return new("project.too-long", nameof(posting.Reason), LongestReason);
        }
    }

    private static string Beyond(LedgerAccount account) => account switch
    {
        LedgerAccount.Available => "ledger.above-available",
        LedgerAccount.Reserved => "ledger.above-reserved",
        LedgerAccount.Committed => "ledger.above-committed",
        LedgerAccount.Advanced => "ledger.above-advanced",
        LedgerAccount.Paid => "ledger.above-paid",
        LedgerAccount.Settled => "ledger.above-settled",
        _ => "ledger.above-held",
    };
}

/// <summary>What recording brought forth.</summary>
public sealed record LedgerRecord(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<LedgerPosition> Opened);
