using BenchmarkDotNet.Attributes;
using KhuyenCong.Domain.Kernel;
using KhuyenCong.Domain.Treasury;

namespace KhuyenCong.MicroBench;

/// <summary>A statement of 5.000 lines against 5.000 requests, many of one amount: the aim, with reading and saving, is 10 s.</summary>
[MemoryDiagnoser]
public class MatchingBench
{
    private const int Size = 5_000;
    private static readonly DateOnly Day = new(2026, 6, 15);

    private readonly List<StatementLine> lines = Lines();
    private readonly List<PaymentFacts> requests = [.. Enumerable.Range(0, Size).Select(Request)];

    [Benchmark]
    public int ProposeForEveryLine() => new MatchDesk(requests).Proposals(lines).Count;

    private static Dong Amount(int number) => Dong.Millions(10 + (number % 50));

    private static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);

    private static List<StatementLine> Lines()
    {
        var head = new StatementHead(Id(0), null, "9990000000001", "Kho bạc (dữ liệu minh họa)", null, null, "sao-ke.csv", new('0', 64));
        List<NewLine> fresh = [.. Enumerable.Range(0, Size).Select(n => new NewLine(Id(n), new(n + 2, Day, LineDirection.Out, Amount(n), $"UNC{n}", $"CO SO SAN XUAT MAU SO {n}", $"Thanh toan theo DNTT{n:D6}"), $"{n}"))];
        var imported = new StatementImported(Id(0), "56", head, Day, Day, fresh, [], Id(0), DateTime.UnixEpoch);
        return fresh.ConvertAll(l => StatementLine.From(imported, l));
    }

    private static PaymentFacts Request(int number) => new(
        Id(number), $"DNTT{number:D6}", LineDirection.Out, false, true, Amount(number), Dong.Zero, null, Day.AddDays(-3), null, $"Cơ sở sản xuất Mẫu số {number}", null, null);
}
