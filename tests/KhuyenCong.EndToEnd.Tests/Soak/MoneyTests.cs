using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Four clerks enter money into one line of the ledger while the server is killed at any moment, again and again.</summary>
/// <remarks>After every start: what was answered with success is there once, with its entry of the ledger; nothing is there by halves; every balance equals its entries.</remarks>
public sealed partial class MoneyTests(KillableApplication application) : IClassFixture<KillableApplication>
{
    private const int Clerks = 4;
    private const int Year = 2035;
    private const int VerifyEvery = 3;

    private const string Halves = """
        SELECT e."DocumentNumber" FROM "AllocationEntries" e LEFT JOIN "LedgerEntries" l ON l."LedgerEntryId" = e."AllocationEntryId" AND abs(e."Amount") = l."Amount"
        WHERE l."LedgerEntryId" IS NULL
        """;

    private readonly ConcurrentDictionary<string, bool> sent = new();
    private readonly ConcurrentQueue<string> refusals = new();
    private int numbers;

    [Fact]
    public async Task NoAcknowledgedEntryIsLost_NoneIsThereByHalves()
    {
        var run = new Run("money");
        var dice = new Dice(run.Seed + 2);
        var clerks = Enumerable.Range(0, Clerks).Select(_ => new Clerk(application.Url)).ToList();
        foreach (var clerk in clerks)
        {
            await clerk.SignInAsync(Accounts.KhanhHoaFinance);
        }

        var line = await OpenAsync(clerks[0]);
        var faults = new List<string>();
        while (run.GoesOn && faults.Count == 0)
        {
            var work = clerks.Select(clerk => WorkAsync(clerk, line)).ToList();
            await Task.Delay(1_000 + dice.Next(3_000));
            await application.KillAsync();
            await Task.WhenAll(work);
            await application.StartAgainAsync();
            run.Killed($"server; {Answered} entries answered with success so far");
            faults.AddRange(await FaultsAsync(verify: run.Kills % VerifyEvery == 0));
        }

        faults.AddRange(await FaultsAsync(verify: true));
        clerks.ForEach(clerk => clerk.Dispose());
        faults.ForEach(fault => run.Tell("FAULT " + fault));
        run.Tell($"money: seed {run.Seed}, {run.Kills} kills, {Answered} entries answered with success and found once, {sent.Count - Answered} never answered, {faults.Count} faults");
        faults.ShouldBeEmpty($"seed {run.Seed}");
        Answered.ShouldBeGreaterThan(0);
    }

    private int Answered => sent.Values.Count(answered => answered);

    /// <summary>The first allotment of a year that nobody else uses.</summary>
    private async Task<string> OpenAsync(Clerk clerk)
    {
        var page = await clerk.ReadAsync("/du-toan/giao");
        using var fields = Fields("Initial", "mở dòng");
        fields.Add(new StringContent(Holder().Match(page).Groups[1].Value), "Form.HolderId");
        fields.Add(new StringContent("KCDP"), "Form.Source");
        fields.Add(new StringContent($"{Year}"), "Form.Year");
        var (redirect, answer) = await clerk.SendAsync("/du-toan/giao", page, fields);
        sent["mở dòng"] = true;
        return redirect.ShouldNotBeNull(answer)[^36..];
    }

    private async Task WorkAsync(Clerk clerk, string line)
    {
        try
        {
            while (true)
            {
                var address = $"/du-toan/giao?dong={line}";
                var page = await clerk.ReadAsync(address);
                var number = $"{Interlocked.Increment(ref numbers)}/QĐ";
                using var fields = Fields("Addition", number);
                sent[number] = false;
                var (redirect, answer) = await clerk.SendAsync(address, page, fields);
                if (redirect is null)
                {
                    refusals.Enqueue(answer);
                    return;
                }

                sent[number] = true;
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // What was on its way is there or not; nobody said so.
        }
    }

    private static MultipartFormDataContent Fields(string kind, string number) => new()
    {
        { new StringContent(kind), "Form.Kind" },
        { new StringContent("1.000.001"), "Form.Amount" },
        { new StringContent("true"), "Form.Confirmed" },
        { new StringContent(number), "Form.DocumentNumber" },
        { new StringContent(Hands.Today.Text()), "Form.DocumentDate" },
        { new StringContent("UBND tỉnh (dữ liệu minh họa)"), "Form.Issuer" },
    };

    private async Task<IReadOnlyList<string>> FaultsAsync(bool verify)
    {
        var ledger = verify ? await application.FaultsOfTheLedgerAsync() : null;
        await using var database = new SqliteConnection($"Data Source={application.Database};Pooling=False");
        await database.OpenAsync();
        var there = Column(database, $"SELECT e.\"DocumentNumber\" FROM \"AllocationEntries\" e JOIN \"Allocations\" a ON a.\"AllocationId\" = e.\"AllocationId\" WHERE a.\"Year\" = {Year}");
        return
        [
            .. refusals.Select(answer => "refused: " + answer),
            .. sent.Where(s => s.Value && !there.Contains(s.Key)).Select(s => $"{s.Key}: answered, but not there"),
            .. there.GroupBy(number => number).Where(g => g.Count() > 1).Select(g => $"{g.Key}: there {g.Count()} times"),
            .. there.Where(number => !sent.ContainsKey(number)).Select(number => $"{number}: nobody sent it"),
            .. Column(database, Halves).Select(number => $"{number}: without its entry of the ledger"),
            .. ledger is null ? [] : new[] { ledger },
        ];
    }

    private static List<string> Column(SqliteConnection database, string question)
    {
        using var command = database.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
        {
            answers.Add(reader.GetString(0));
        }

        return answers;
    }

    [GeneratedRegex("name=\"Form\\.HolderId\".*?<option[^>]*value=\"([0-9a-f-]{36})\"", RegexOptions.Singleline)]
    private static partial Regex Holder();
}
