using System.Diagnostics;
using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Pages.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>Payments as the application records them ("đã chi"): each of a prepared request that was sent, through the use case that its page and the statement call, by eight writers at once.</summary>
internal sealed class PaymentTimes(IServiceProvider services, string province)
{
    /// <summary>Paid before the clock runs: models, plans and compiled code are there by then.</summary>
    private const int WarmUp = 160;

    private static readonly Guid Accountant = Uuid.New(TimeProvider.System);

    private static readonly PlanMover Mover = new(Accountant, _ => Scope.Province, []);

    /// <returns>One line of JSON: payments that the database acknowledged, and the rows that one of them adds.</returns>
    public async Task<string> RunAsync(List<(Guid Line, Guid Holder, Guid Project, Guid Contract)> lines, TimeSpan length, int most)
    {
        var requests = await new FillingPayments(services, province).OfLinesAsync(lines.ConvertAll(l => (l.Line, l.Contract)), most + WarmUp);
        await PayAsync(requests[..WarmUp], Timeout.InfiniteTimeSpan);
        var before = await RowsAsync();
        var began = Stopwatch.GetTimestamp();
        var times = await PayAsync(requests[WarmUp..], length);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var rows = await RowsAsync() - before;
        await ProveAsync(times.Count + WarmUp, requests);
        return FormattableString.Invariant($"{{{LedgerTimes.Figures(times, times.Count / seconds)},\"prepared\":{most},\"rowsOfEach\":{Math.Round((double)rows / times.Count)}}}");
    }

    /// <summary>Until the time is over or every request is paid.</summary>
    private async Task<List<double>> PayAsync(List<Guid> requests, TimeSpan length)
    {
        var (next, began) = (-1, Stopwatch.GetTimestamp());
        var all = await Task.WhenAll(Enumerable.Range(0, LedgerTimes.Writers).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while ((length == Timeout.InfiniteTimeSpan || Stopwatch.GetElapsedTime(began) < length) && Interlocked.Increment(ref next) is var at && at < requests.Count)
            {
                var each = Stopwatch.GetTimestamp();
                await PayAsync(requests[at], at);
                times.Add(Stopwatch.GetElapsedTime(each).TotalMilliseconds);
            }

            return times;
        })));
        return [.. all.SelectMany(t => t)];
    }

    private async Task PayAsync(Guid request, int number)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAs(province, Accountant, "Kế toán minh họa", null);
        var ruling = await scope.ServiceProvider.GetRequiredService<PaymentBook>().PayAsync(request, null, TimeProvider.System.Today, $"UNC-{number}", Mover, CancellationToken.None);
        if (ruling.Event is null)
        {
            throw new InvalidOperationException($"The payment is refused: {ruling.Breaches[0].Code}");
        }
    }

    /// <summary>Entries, steps and the journal.</summary>
    private async Task<long> RowsAsync()
    {
        await using var scope = FillingLedgers.Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        return await db.LedgerEntries.LongCountAsync() + await db.Set<PaymentStep>().LongCountAsync() + await db.AuditEvents.LongCountAsync() + await db.AuditValues.LongCountAsync();
    }

    /// <summary>What was acknowledged is there, each once.</summary>
    private async Task ProveAsync(int acknowledged, List<Guid> requests)
    {
        await using var scope = FillingLedgers.Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var paid = new HashSet<Guid>(await db.PaymentRequests.Where(r => r.State == PaymentState.Paid).Select(r => r.PaymentRequestId).ToListAsync());
        paid.IntersectWith(requests);
        var causes = await db.PaymentRequests.Join(db.LedgerEntries, r => r.PaymentRequestId, e => e.CauseId, (r, e) => e.CauseId).ToListAsync();
        if (paid.Count != acknowledged || causes.Count(paid.Contains) != acknowledged)
        {
            throw new InvalidOperationException($"{acknowledged} payments were acknowledged, {paid.Count} are paid, {causes.Count(paid.Contains)} have an entry.");
        }
    }
}
