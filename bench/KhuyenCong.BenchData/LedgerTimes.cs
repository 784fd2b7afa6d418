using System.Diagnostics;
using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>What the ledger does without a page: a balance, payments by several writers at once, proving a million entries, closing a year. Each answers one line of JSON.</summary>
internal sealed class LedgerTimes(IServiceProvider services, string province)
{
    private const int WarmUp = 50;
    private const int Measured = 400;
    public const int Writers = 8;

    public async Task<string> RunAsync(string[] words) => words switch
    {
        ["fill", var budgets, var entries] => await FillAsync(int.Parse(budgets), int.Parse(entries)),
        ["balance"] => await BalanceAsync(),
        ["pay", var seconds] => await PayAsync(TimeSpan.FromSeconds(int.Parse(seconds))),
        ["pay-requests", var seconds, var most] => await new PaymentTimes(services, province).RunAsync(await LinesAsync(FillingLedgers.OpenYear), TimeSpan.FromSeconds(int.Parse(seconds)), int.Parse(most)),
        ["floor", var seconds, var rows] => await new PaymentFloor(services, province).RunAsync((await LinesAsync(FillingLedgers.OpenYear)).Count, TimeSpan.FromSeconds(int.Parse(seconds)), int.Parse(rows)),
        ["verify"] => await VerifyAsync(),
        ["close"] => await CloseAsync(),
        _ => throw new ArgumentException("ledgers fill BUDGETS ENTRIES | balance | pay SECONDS | pay-requests SECONDS MOST | floor SECONDS ROWS | verify | close"),
    };

    private async Task<string> FillAsync(int budgets, int entries)
    {
        var began = Stopwatch.GetTimestamp();
        var project = await new FillingLedgers(services, province).RunAsync(budgets, entries);
        return FormattableString.Invariant($$"""{"project":"{{project}}","seconds":{{Stopwatch.GetElapsedTime(began).TotalSeconds:0.0}}}""");
    }

    /// <summary>What is left of one holder's source and year, each as in a request of its own.</summary>
    private async Task<string> BalanceAsync()
    {
        var holders = (await LinesAsync(FillingLedgers.Year)).ConvertAll(l => l.Holder);
        var times = new List<double>();
        foreach (var number in Enumerable.Range(0, WarmUp + Measured))
        {
            await using var scope = FillingLedgers.Scope(services, province);
            var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
            var (holder, source) = (holders[number % holders.Count], FundingSource.Provincial.Code);
            var began = Stopwatch.GetTimestamp();
            var line = await db.Allocations.AsNoTracking().SingleAsync(a => a.HolderId == holder && a.Source == source && a.Year == FillingLedgers.Year);
            _ = line.Balance(LedgerAccount.Available);
            if (number >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return Told(times, times.Count * 1000 / times.Sum());
    }

    /// <summary>The entry of a payment alone, without a request: lock, judge, record with the audit, commit; counted when the database acknowledged.</summary>
    private async Task<string> PayAsync(TimeSpan length)
    {
        var lines = await LinesAsync(FillingLedgers.OpenYear);
        // Only the first waits for models and connections.
        await PayAsync(lines[0]);
        var began = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var times = new List<double>();
            for (var number = writer; Stopwatch.GetElapsedTime(began) < length; number += Writers)
            {
                var each = Stopwatch.GetTimestamp();
                await PayAsync(lines[number % lines.Count]);
                times.Add(Stopwatch.GetElapsedTime(each).TotalMilliseconds);
            }

            return times;
        })));
        var taken = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return Told([.. all.SelectMany(t => t)], all.Sum(t => t.Count) / taken);
    }

    private async Task PayAsync((Guid Line, Guid Holder, Guid Project, Guid Contract) of)
    {
        await using var scope = FillingLedgers.Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        await db.WriteLedgerAsync([of.Line], [of.Project], async ledger =>
        {
            var today = TimeProvider.System.Today;
            var ruling = ledger.Judge([new(Uuid.New(TimeProvider.System), of.Line, LedgerKind.Pay, new(1_000), new(LedgerCauseKind.PaymentRequest, Uuid.New(TimeProvider.System)), today, of.Project, of.Contract)], today);
            db.Record(ledger, ruling.Event ?? throw new InvalidOperationException(ruling.Breaches[0].Code), Guid.Empty);
            db.Because("ledger.corrected", "dữ liệu minh họa");
            return await db.SaveChangesAsync();
        });
    }

    private async Task<string> VerifyAsync()
    {
        await using var scope = FillingLedgers.Scope(services, province);
        var began = Stopwatch.GetTimestamp();
        var findings = await new LedgerVerifier(scope.ServiceProvider.GetRequiredService<KhuyenCongDb>(), scope.ServiceProvider.GetRequiredService<DataScope>()).VerifyAsync();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return FormattableString.Invariant($$"""{"entries":{{findings.Sum(f => f.Entries)}},"lines":{{findings.Sum(f => f.Lines)}},"faults":{{findings.Sum(f => f.Faults.Count + f.Gaps.Count)}},"seconds":{{seconds:0.00}}}""");
    }

    /// <summary>Every budget at once: what is bound goes on, the rest lapses.</summary>
    private async Task<string> CloseAsync()
    {
        var lines = (await LinesAsync(FillingLedgers.Year)).ConvertAll(l => l.Line).Distinct().ToList();
        await using var scope = FillingLedgers.Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var began = Stopwatch.GetTimestamp();
        var bound = await db.LedgerPositions.AsNoTracking().Where(p => lines.Contains(p.AllocationId) && (p.Committed != Dong.Zero || p.Advanced != Dong.Zero)).ToListAsync();
        var choice = new YearEndChoice(new Dictionary<Guid, Dong>(), bound.Select(p => (p.AllocationId, p.SubjectId)).ToHashSet(), false, "12/QĐ", new(2025, 1, 20), "UBND (dữ liệu minh họa)");
        var ruling = await db.CloseYearAsync(lines, choice, null, Guid.Empty);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var closed = ruling.Event ?? throw new InvalidOperationException(ruling.Breaches[0].Code);
        return FormattableString.Invariant($$"""{"lines":{{closed.Lines.Count}},"carried":{{bound.Count}},"entries":{{closed.Posted.Postings.Count}},"seconds":{{seconds:0.00}}}""");
    }

    /// <summary>Lines of a year, each with one of its contracts.</summary>
    private async Task<List<(Guid Line, Guid Holder, Guid Project, Guid Contract)>> LinesAsync(int year)
    {
        await using var scope = FillingLedgers.Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var rows = await db.Allocations.Where(a => a.Year == year).OrderBy(a => a.AllocationId)
            .Select(a => new { a.AllocationId, a.HolderId, Position = db.LedgerPositions.Where(p => p.AllocationId == a.AllocationId && p.ContractId != null).OrderBy(p => p.SubjectId).Select(p => new { ProjectId = p.ProjectId!.Value, p.ContractId }).FirstOrDefault() })
            .ToListAsync();
        return [.. rows.Where(r => r.Position is not null).Select(r => (r.AllocationId, r.HolderId, r.Position!.ProjectId, r.Position.ContractId!.Value))];
    }

    private static string Told(List<double> times, double perSecond) => $$"""{{{Figures(times, perSecond)}}}""";

    /// <summary>What every timed scenario tells, as members of a JSON object.</summary>
    public static string Figures(List<double> times, double perSecond)
    {
        times.Sort();
        return FormattableString.Invariant($"\"count\":{times.Count},\"perSecond\":{perSecond:0.0},\"p50\":{times[times.Count / 2]:0.00},\"p99\":{times[times.Count * 99 / 100]:0.00},\"most\":{times[^1]:0.00}");
    }
}
