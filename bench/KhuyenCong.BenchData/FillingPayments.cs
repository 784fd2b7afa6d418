using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>Thousands of requests that were sent to Kho bạc (dữ liệu minh họa): of the sample contract, for a statement to be matched with and paid by; or of every budget's own, to be paid by many at once.</summary>
internal sealed class FillingPayments(IServiceProvider services, string province)
{
    /// <summary>So little that the sample contract pays five thousand of them.</summary>
    public const long FirstAmount = 1_000;

    private const int Batch = 500;

    private static readonly DateTime At = TimeProvider.System.UtcNow.AddDays(-3);

    /// <returns>One line of JSON: whose statement it is, and whom it paid.</returns>
    public async Task<string> RunAsync(int count)
    {
        await using var scope = FillingLedgers.Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        // The one with most left to pay from.
        var held = (await db.LedgerPositions.AsNoTracking().Where(p => db.Contracts.Any(c => c.ContractId == p.ContractId && c.State == ContractState.Signed && c.Regime == Regime.Provincial)).ToListAsync()).MaxBy(p => p.Committed.Amount)
            ?? throw new InvalidOperationException("No sample contract binds money.");
        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == held.ContractId);
        var line = await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == held.AllocationId);
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
        {
            db.PaymentRequests.AddRange(numbers.Select(number => Sent(contract, line, $"DNTU-BENCH-{number:D5}", new(FirstAmount + number))));
            db.Because("payment.sent", "dữ liệu minh họa");
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        return $$"""{"holder":"{{line.HolderId}}","beneficiary":"{{contract.PartyB}}","first":{{FirstAmount}},"contract":"{{contract.ContractId}}"}""";
    }

    /// <summary>The same number of every line's, without the journal of how they came to be: only their payment is measured.</summary>
    /// <param name="lines">Lines with a contract of each.</param>
    /// <param name="count">Of all together.</param>
    /// <returns>Their ids, neighbours of different lines.</returns>
    public async Task<List<Guid>> OfLinesAsync(IReadOnlyList<(Guid Line, Guid Contract)> lines, int count)
    {
        await using var scope = FillingLedgers.Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var (lineIds, contractIds) = (lines.Select(l => l.Line).ToList(), lines.Select(l => l.Contract).ToList());
        var allocations = await db.Allocations.AsNoTracking().Where(a => lineIds.Contains(a.AllocationId)).ToDictionaryAsync(a => a.AllocationId);
        var contracts = await db.Contracts.AsNoTracking().Where(c => contractIds.Contains(c.ContractId)).ToDictionaryAsync(c => c.ContractId);
        var ids = new List<Guid>();
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
        {
            var requests = numbers.Select(number => (Of: lines[number % lines.Count], Number: number)).Select(n => Sent(contracts[n.Of.Contract], allocations[n.Of.Line], $"DNTU-PAY-{n.Number:D6}", new(1_000))).ToList();
            await Bulk.InsertAsync(db, requests);
            await Bulk.InsertAsync(db, requests.SelectMany(r => r.Lines));
            await Bulk.InsertAsync(db, requests.SelectMany(r => r.Steps));
            ids.AddRange(requests.Select(r => r.PaymentRequestId));
        }

        return ids;
    }

    private static PaymentRequest Sent(Contract contract, Allocation line, string number, Dong amount)
    {
        var (id, on) = (Uuid.New(TimeProvider.System), DateOnly.FromDateTime(At));
        PaymentText text = new("Tạm ứng từng phần (dữ liệu minh họa)", [new(Uuid.New(TimeProvider.System), line.AllocationId, line.Source, amount)]);
        var request = PaymentRequest.From(new(id, contract.ProvinceCode, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, PaymentKind.Advance, number, contract.Bank, new(text, line.Year, Guid.Empty, At), on));
        foreach (var (action, to) in ((PaymentAction, PaymentState)[])[(PaymentAction.Request, PaymentState.Requested), (PaymentAction.Approve, PaymentState.Approved), (PaymentAction.Send, PaymentState.Sent)])
        {
            request.Apply(new PaymentMoved(id, Uuid.New(TimeProvider.System), new(action, null, on), to, contract.Bank, Guid.Empty, on, At));
        }

        return request;
    }
}
