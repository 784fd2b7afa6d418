using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Tests.Ledgers;

/// <summary>A ledger as the database would keep it: lines, positions and entries, judged anew for every act (dữ liệu minh họa).</summary>
internal sealed class Book
{
    public static readonly DateOnly Today = new(2026, 1, 15);
    public static readonly Guid Holder = Id();

    public List<Allocation> Lines { get; } = [];

    public List<LedgerPosition> Positions { get; } = [];

    public List<LedgerEntry> Entries { get; } = [];

    public Ledger Ledger => new(Lines, Positions);

    public static Guid Id() => Plans.Given.Id();

    public Allocation Line(long allotted = 0, int year = 2025, string source = "KCDP")
    {
        var line = Allocation.From(new(Id(), "56", Holder, null, source, year));
        Lines.Add(line);
        if (allotted > 0)
        {
            Post(Of(line, LedgerKind.Allot, allotted)).ShouldBeEmpty();
        }

        return line;
    }

    public static Posting Of(Allocation line, LedgerKind kind, long amount, Guid? project = null, Guid? contract = null, LedgerCauseKind cause = LedgerCauseKind.Contract) =>
        new(Id(), line.AllocationId, kind, new(amount), new(cause, Id()), Today, project, contract);

    /// <summary>The codes of what is refused; nothing where it was recorded.</summary>
    public IReadOnlyList<string> Post(params Posting[] postings)
    {
        var ruling = Ledger.Judge(postings, Today);
        if (ruling.Event is { } posted)
        {
            Record(posted);
        }

        return [.. ruling.Breaches.Select(b => b.Code)];
    }

    public void Record(LedgerPosted posted)
    {
        var record = Ledger.Apply(posted, Id(), new(2026, 1, 15, 3, 0, 0, DateTimeKind.Utc));
        Entries.AddRange(record.Entries);
        Positions.AddRange(record.Opened);
    }

    /// <summary>Brings an amount into an account of a line, along the way that money goes.</summary>
    public (Guid Project, Guid Contract) Fill(Allocation line, LedgerAccount account, long amount)
    {
        var (project, contract) = (Id(), Id());
        LedgerKind[] way = [LedgerKind.Allot, LedgerKind.Reserve, LedgerKind.Commit, LedgerKind.Advance, LedgerKind.ClearAdvance, LedgerKind.Settle, LedgerKind.RecoverSettled];
        foreach (var kind in way.Take((int)account))
        {
            Post(Of(line, kind, amount, project, contract)).ShouldBeEmpty($"{kind}");
        }

        return (project, contract);
    }

    public IReadOnlyList<LedgerSum> Sums() => [.. Lines.SelectMany(l => LedgerProof.Sums(l.AllocationId, Entries.Where(e => e.AllocationId == l.AllocationId).Select(e => new LedgerMove(e.FromAccount, e.ToAccount, e.ProjectId, e.ContractId, e.Amount, e.ManagementEstimateId))))];

    public IReadOnlyList<LedgerFault> Faults() => LedgerProof.Faults(Lines, Positions, Sums());
}
