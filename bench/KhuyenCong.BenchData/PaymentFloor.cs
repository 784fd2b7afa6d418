using System.Data.Common;
using System.Diagnostics;
using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>The floor under payments: a minimal program by hand, in tables of its own, on the same database with the same durability. Each transaction lowers two balances and adds as many bare rows as a payment of the application; it judges nothing.</summary>
internal sealed class PaymentFloor(IServiceProvider services, string province)
{
    private const string Tables = """
        DROP TABLE IF EXISTS "BenchRows";
        DROP TABLE IF EXISTS "BenchBalances";
        CREATE TABLE "BenchBalances" ("Id" BIGINT PRIMARY KEY, "Amount" BIGINT NOT NULL);
        CREATE TABLE "BenchRows" ("Id" VARCHAR(36) PRIMARY KEY, "Of" BIGINT NOT NULL REFERENCES "BenchBalances" ("Id"), "Field" VARCHAR(120) NOT NULL, "Value" TEXT NOT NULL);
        """;

    private const string Lower = """UPDATE "BenchBalances" SET "Amount" = "Amount" - 1000 WHERE "Id" IN (@a, @b) AND "Amount" >= 1000""";

    public async Task<string> RunAsync(int budgets, TimeSpan length, int rows)
    {
        await using (var scope = FillingLedgers.Scope(services, province))
        {
            var connection = await OpenAsync(scope);
            await ExecuteAsync(connection, null, Tables);
            foreach (var id in Enumerable.Range(0, 2 * budgets))
            {
                await ExecuteAsync(connection, null, """INSERT INTO "BenchBalances" VALUES (@a, 1000000000000)""", ("@a", (long)id));
            }
        }

        var values = string.Join(", ", Enumerable.Range(0, rows).Select(r => $"(@i{r}, @o{r}, @f{r}, @v{r})"));
        var insert = $"""INSERT INTO "BenchRows" VALUES {values}""";
        using var gate = new SemaphoreSlim(1, 1);
        var began = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, LedgerTimes.Writers).Select(writer => Task.Run(async () =>
        {
            await using var scope = FillingLedgers.Scope(services, province);
            var connection = await OpenAsync(scope);
            // SQLite has one writer; they take turns as those of the application do.
            var isEmbedded = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().Database.IsSqlite();
            var times = new List<double>();
            for (var number = writer; Stopwatch.GetElapsedTime(began) < length; number += LedgerTimes.Writers)
            {
                var each = Stopwatch.GetTimestamp();
                if (isEmbedded)
                {
                    await gate.WaitAsync();
                }

                try
                {
                    await PayAsync(connection, number % budgets, insert, rows);
                }
                finally
                {
                    if (isEmbedded)
                    {
                        gate.Release();
                    }
                }

                times.Add(Stopwatch.GetElapsedTime(each).TotalMilliseconds);
            }

            return times;
        })));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return FormattableString.Invariant($"{{{LedgerTimes.Figures([.. all.SelectMany(t => t)], all.Sum(t => t.Count) / seconds)},\"rowsOfEach\":{rows}}}");
    }

    private static async Task PayAsync(DbConnection connection, int budget, string insert, int rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        if (await ExecuteAsync(connection, transaction, Lower, ("@a", 2L * budget), ("@b", (2L * budget) + 1)) != 2)
        {
            throw new InvalidOperationException("A balance of the floor is used up.");
        }

        await ExecuteAsync(connection, transaction, insert, [.. Enumerable.Range(0, rows).SelectMany(row => new (string, object)[]
        {
            ($"@i{row}", Uuid.New(TimeProvider.System).ToString()), ($"@o{row}", 2L * budget), ($"@f{row}", "LedgerEntry.Amount"), ($"@v{row}", "1000, as long as a value of the journal often is"),
        })]);
        await transaction.CommitAsync();
    }

    /// <summary>As the application opens it: the same settings of durability.</summary>
    private static async Task<DbConnection> OpenAsync(AsyncServiceScope scope)
    {
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        await db.Database.OpenConnectionAsync();
        return db.Database.GetDbConnection();
    }

    private static async Task<int> ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The texts are made of this file's constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync();
    }
}
