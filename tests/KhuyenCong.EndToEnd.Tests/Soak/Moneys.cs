using System.Collections.Concurrent;
using System.Data.Common;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>What was asked of the ledger and whether it was answered with success; and whether a database says the same.</summary>
public sealed class Moneys
{
    private const int FirstYear = 2035;

    private const string OfAllotments = """SELECT e."DocumentNumber" FROM "AllocationEntries" e JOIN "Allocations" a ON a."AllocationId" = e."AllocationId" WHERE a."Year" >= 2035""";

    private const string Halves = """
        SELECT e."DocumentNumber" FROM "AllocationEntries" e LEFT JOIN "LedgerEntries" l ON l."LedgerEntryId" = e."AllocationEntryId" AND abs(e."Amount") = l."Amount"
        WHERE l."LedgerEntryId" IS NULL
        """;

    /// <summary>Every request that is paid, as often as the ledger holds its whole amount; what was taken back is held no longer.</summary>
    private const string OfPayments = """
        SELECT CAST(r."PaymentRequestId" AS TEXT) FROM "PaymentRequests" r
        JOIN "LedgerEntries" l ON l."ProvinceCode" = r."ProvinceCode" AND l."CauseKind" = 'PaymentRequest' AND l."CauseId" = r."PaymentRequestId" AND l."Amount" = r."Total"
        WHERE r."State" = 'Paid' AND l."ReversesId" IS NULL AND NOT EXISTS (SELECT 1 FROM "LedgerEntries" o WHERE o."ProvinceCode" = l."ProvinceCode" AND o."ReversesId" = l."LedgerEntryId")
        """;

    private const string HalfPayments = """
        SELECT r."Number" FROM "PaymentRequests" r
        WHERE (r."State" = 'Paid') <> EXISTS (SELECT 1 FROM "LedgerEntries" l WHERE l."ProvinceCode" = r."ProvinceCode" AND l."CauseKind" = 'PaymentRequest' AND l."CauseId" = r."PaymentRequestId"
            AND l."ReversesId" IS NULL AND NOT EXISTS (SELECT 1 FROM "LedgerEntries" o WHERE o."ProvinceCode" = l."ProvinceCode" AND o."ReversesId" = l."LedgerEntryId"))
        """;

    private readonly ConcurrentQueue<string> refusals = new();
    private readonly ConcurrentQueue<string> contradictions = new();
    private int numbers;
    private int lines;
    private int rounds;

    /// <summary>The steps of whoever takes money through its whole way.</summary>
    public Deeds Deeds { get; } = new();

    /// <summary>By the document's number, whether it was answered.</summary>
    public ConcurrentDictionary<string, bool> Allotments { get; } = new();

    /// <summary>By the request, whether that it is paid was answered.</summary>
    public ConcurrentDictionary<Guid, bool> Payments { get; } = new();

    public int AnsweredAllotments => Allotments.Values.Count(answered => answered);

    public int AnsweredPayments => Payments.Values.Count(answered => answered);

    public int Answered => AnsweredAllotments + AnsweredPayments + Deeds.Answered;

    public int Unanswered => Allotments.Count - AnsweredAllotments + Payments.Count - AnsweredPayments;

    /// <summary>What was refused to somebody who had never sent it before, and is done all the same: nothing is lost by it, but the answer was wrong.</summary>
    public IReadOnlyCollection<string> Contradictions => contradictions;

    public void Contradict(string told) => contradictions.Enqueue(told);

    public string NextNumber() => $"{Interlocked.Increment(ref numbers)}/QĐ";

    /// <summary>Of a round of steps; written with six digits, so that no number is the beginning of another.</summary>
    public string NextRound() => $"{Interlocked.Increment(ref rounds):000000}";

    public (string Number, int Year) NextLine() => (NextNumber(), FirstYear + Interlocked.Increment(ref lines));

    /// <summary>Again and again, until the server is gone or says no.</summary>
    /// <param name="work">Answers what was refused; null where it was accepted.</param>
    public async Task UntilGoneAsync(Func<Task<string?>> work)
    {
        try
        {
            while (true)
            {
                if (await work() is { } refused)
                {
                    refusals.Enqueue(refused);
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // What was on its way is there or not; nobody said so.
        }
        catch (Exception unfit) when (Clerk.IsUnfit(unfit))
        {
            refusals.Enqueue(unfit.Message);
        }
    }

    public IReadOnlyList<string> FaultsIn(DbConnection database)
    {
        var allotted = Rows.Column(database, OfAllotments);
        var paid = Rows.Column(database, OfPayments).ConvertAll(Guid.Parse);
        return
        [
            .. refusals.Select(answer => "refused: " + answer),
            .. Allotments.Where(s => s.Value && !allotted.Contains(s.Key)).Select(s => $"{s.Key}: answered, but not there"),
            .. allotted.GroupBy(number => number).Where(g => g.Count() > 1).Select(g => $"{g.Key}: there {g.Count()} times"),
            .. allotted.Where(number => !Allotments.ContainsKey(number)).Select(number => $"{number}: nobody sent it"),
            .. Rows.Column(database, Halves).Select(number => $"{number}: without its entry of the ledger"),
            .. Payments.Where(p => p.Value && !paid.Contains(p.Key)).Select(p => $"{p.Key}: answered as paid, but not in the ledger"),
            .. paid.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {g.Count()} times in the ledger"),
            .. Rows.Column(database, HalfPayments).Select(number => $"{number}: paid without an entry of the ledger, or the other way round"),
            .. Deeds.Faults(Facts.In(database)),
            .. HalfSteps.In(database),
        ];
    }
}
