using KhuyenCong.Data;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.BenchData;

/// <summary>Budgets of a year that is over, each with tens of thousands of invented entries (dữ liệu minh họa) that the domain moved; and an open line of each for payments.</summary>
internal sealed class FillingLedgers(IServiceProvider services, string province)
{
    /// <summary>Over, so that it may be closed.</summary>
    public const int Year = 2024;

    /// <summary>Its lines are paid from: of no sample, and not closed.</summary>
    public const int OpenYear = 2023;

    private const int ContractsOfAProject = 5;
    private const int EntriesOfAContract = 100;
    private const long Worth = 1_000_000;
    private const long Part = 10_000;

    private static readonly DateTime At = new(2024, 11, 1, 2, 0, 0, DateTimeKind.Utc);

    /// <returns>A project whose page a load opens.</returns>
    public async Task<Guid> RunAsync(int budgets, int entries)
    {
        var each = entries / (ContractsOfAProject * EntriesOfAContract);
        var projects = await ProjectsAsync(budgets * each);
        foreach (var budget in Enumerable.Range(0, budgets))
        {
            await FillAsync(budget, projects[(budget * each)..((budget + 1) * each)]);
        }

        return projects[0];
    }

    public static AsyncServiceScope Scope(IServiceProvider services, string province)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
        return scope;
    }

    private async Task<List<Guid>> ProjectsAsync(int count)
    {
        await using var scope = Scope(services, province);
        return await scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().Projects.Where(p => p.Code != null).OrderBy(p => p.ProjectId).Select(p => p.ProjectId).Take(count).ToListAsync();
    }

    private async Task FillAsync(int budget, List<Guid> projects)
    {
        await using var scope = Scope(services, province);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var holder = Organisation.From(new(NewId(), OrganisationKind.OtherDepartment, province, null, null, [new(NewId(), $"Đơn vị dự toán {budget + 1} (dữ liệu minh họa)", null)]));
        db.Organisations.Add(holder);
        var (line, open) = (Line(holder, Year, projects.Count * ContractsOfAProject * Worth), Line(holder, OpenYear, 1_000_000_000_000));
        var contract = Signed(await db.Contracts.AsNoTracking().Where(c => c.State == ContractState.Signed && c.Regime == Regime.Provincial).OrderBy(c => c.ContractId).FirstAsync(), open, projects[0], budget);
        var (kept, opened) = (Fill(line, projects), FillOpen(open, contract));
        db.Allocations.AddRange(line, open);
        db.Contracts.Add(contract);
        db.Because("allocation.allotted", "dữ liệu minh họa");
        await db.SaveChangesAsync();
        await Bulk.InsertAsync(db, kept.Positions.Concat(opened.Positions));
        await Bulk.InsertAsync(db, kept.Entries.Concat(opened.Entries));
    }

    private Allocation Line(Organisation holder, int year, long amount)
    {
        var line = Allocation.From(new(NewId(), province, holder.OrganisationId, null, FundingSource.Provincial.Code, year));
        line.Apply(new AllotmentEntered(NewId(), new(AllotmentKind.Initial, new(amount), "01/QĐ", DateOnly.FromDateTime(At), "UBND (dữ liệu minh họa)"), "Kế toán minh họa", At));
        return line;
    }

    private static (List<LedgerEntry> Entries, List<LedgerPosition> Positions) Fill(Allocation line, List<Guid> projects)
    {
        var ledger = new Ledger([line], []);
        var (entries, positions) = (new List<LedgerEntry>(), new List<LedgerPosition>());
        Post(ledger, [Allotting.PostingOf(line, new(line.Entries[0].AllocationEntryId, new(AllotmentKind.Initial, line.Entries[0].Amount, "01/QĐ", DateOnly.FromDateTime(At), "UBND"), "", At))], entries, positions);
        foreach (var (number, project) in projects.Index())
        {
            foreach (var which in Enumerable.Range(0, ContractsOfAProject))
            {
                // One project in four has a contract that goes on into the next year.
                Post(ledger, [.. Life(line, project, NewId(), number % 4 == 0 && which == 0)], entries, positions);
            }
        }

        return (entries, positions);
    }

    /// <summary>A contract with the parties of the sample's, that binds the whole of an open line: payments of it are the application's own.</summary>
    private static Contract Signed(Contract sample, Allocation line, Guid project, int budget)
    {
        var (id, on, source) = (NewId(), DateOnly.FromDateTime(At), line.Source);
        var text = sample.Text with { Number = $"HD-BENCH-{budget + 1}", Content = $"Hợp đồng của đơn vị dự toán {budget + 1} (dữ liệu minh họa)", Amounts = [new(source, line.Entries[0].Amount)], Milestones = [] };
        var contract = Contract.From(new(id, line.ProvinceCode, project, sample.PlanItemId, null, sample.Kind, sample.Regime, sample.TerritoryCode, line.Year, text, new Dictionary<string, Guid> { [source] = NewId() }, Guid.Empty, on, At));
        contract.Apply(new ContractMoved(id, NewId(), new(ContractAction.Sign, null, on), ContractState.Signed, Guid.Empty, on, At) { Draws = new Dictionary<string, Guid> { [source] = line.AllocationId } });
        return contract;
    }

    private static (List<LedgerEntry> Entries, List<LedgerPosition> Positions) FillOpen(Allocation line, Contract contract)
    {
        var ledger = new Ledger([line], []);
        var (entries, positions, amount) = (new List<LedgerEntry>(), new List<LedgerPosition>(), line.Entries[0].Amount);
        Posting Of(LedgerKind kind) => new(NewId(), line.AllocationId, kind, amount, new(LedgerCauseKind.Contract, contract.ContractId), DateOnly.FromDateTime(At), contract.ProjectId, contract.ContractId);
        Post(ledger, [Of(LedgerKind.Allot), Of(LedgerKind.Reserve), Of(LedgerKind.Commit)], entries, positions);
        return (entries, positions);
    }

    /// <summary>Signed, paid and settled in parts, the rest given back, or still bound.</summary>
    private static IEnumerable<Posting> Life(Allocation line, Guid project, Guid contract, bool goesOn)
    {
        Posting Of(LedgerKind kind, long amount) => new(NewId(), line.AllocationId, kind, new(amount), new(LedgerCauseKind.Contract, contract), DateOnly.FromDateTime(At), project, contract);
        yield return Of(LedgerKind.Reserve, Worth);
        yield return Of(LedgerKind.Commit, Worth);
        var parts = (EntriesOfAContract - 2) / 2 - (goesOn ? 0 : 1);
        for (var part = 0; part < parts; part++)
        {
            yield return Of(LedgerKind.Pay, Part);
            yield return Of(LedgerKind.Settle, Part);
        }

        if (!goesOn)
        {
            yield return Of(LedgerKind.Uncommit, Worth - (parts * Part));
            yield return Of(LedgerKind.Release, Worth - (parts * Part));
        }
    }

    private static void Post(Ledger ledger, IReadOnlyList<Posting> postings, List<LedgerEntry> entries, List<LedgerPosition> positions)
    {
        var record = ledger.Apply(new(postings), Guid.Empty, At);
        entries.AddRange(record.Entries);
        positions.AddRange(record.Opened);
    }

    private static Guid NewId() => Uuid.New(TimeProvider.System);
}
