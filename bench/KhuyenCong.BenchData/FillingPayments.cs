using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>Thousands of requests of the sample contract that were sent to Kho bạc (dữ liệu minh họa), for a statement to be matched with. They are not booked: only the search is measured.</summary>
internal sealed class FillingPayments(IServiceProvider services, string province)
{
    public const long FirstAmount = 1_000_000;

    private const int Batch = 500;

    private static readonly DateTime At = TimeProvider.System.UtcNow.AddDays(-3);

    /// <returns>One line of JSON: whose statement it is, and whom it paid.</returns>
    public async Task<string> RunAsync(int count)
    {
        await using var scope = FillingLedgers.Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Amounts).Where(c => c.State == ContractState.Signed && c.Amounts.Any(a => a.AllocationId != null)).OrderBy(c => c.ContractId).FirstAsync();
        var amount = contract.Amounts.First(a => a.AllocationId is not null);
        var line = await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == amount.AllocationId);
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
        {
            db.PaymentRequests.AddRange(numbers.Select(number => Sent(contract, amount, line.Year, number)));
            db.Because("payment.sent", "dữ liệu minh họa");
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        return $$"""{"holder":"{{line.HolderId}}","beneficiary":"{{contract.PartyB}}","first":{{FirstAmount}},"contract":"{{contract.ContractId}}"}""";
    }

    private static PaymentRequest Sent(Contract contract, ContractAmount amount, int year, int number)
    {
        var (id, on) = (Uuid.New(TimeProvider.System), DateOnly.FromDateTime(At));
        PaymentText text = new("Tạm ứng từng phần (dữ liệu minh họa)", [new(Uuid.New(TimeProvider.System), amount.AllocationId!.Value, amount.Source, new(FirstAmount + number))]);
        var request = PaymentRequest.From(new(id, contract.ProvinceCode, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, PaymentKind.Advance, $"DNTU-BENCH-{number:D5}", contract.Bank, new(text, year, Guid.Empty, At), on));
        foreach (var (action, to) in ((PaymentAction, PaymentState)[])[(PaymentAction.Request, PaymentState.Requested), (PaymentAction.Approve, PaymentState.Approved), (PaymentAction.Send, PaymentState.Sent)])
        {
            request.Apply(new PaymentMoved(id, Uuid.New(TimeProvider.System), new(action, null, on), to, contract.Bank, Guid.Empty, on, At));
        }

        return request;
    }
}
