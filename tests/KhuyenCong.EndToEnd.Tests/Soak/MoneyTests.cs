namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Clerks enter money into a line of the ledger, pay advances, take contracts through their whole way, close years, spend management costs, sign contracts under contracts and report years while the server is killed at any moment, again and again.</summary>
/// <remarks>
/// After every start: what was answered with success is there once, with its entries of the ledger; nothing is there by halves; every balance equals its entries.
/// A short run goes as far on the way of a contract as it comes; a long one has taken every step of it.
/// </remarks>
public abstract class MoneyTests(Application application, string name)
{
    private const int Payers = 2;
    private const int VerifyEvery = 3;
    private const int MostSecondsForAPayment = 60;
    private const int MostSecondsForAStep = 10;

    /// <summary>Kills by which the longest way was gone more than once.</summary>
    private const int KillsForEveryStep = 200;

    [Fact]
    public async Task NoAcknowledgedEntryIsLost_NoneIsThereByHalves()
    {
        var run = new Run(name);
        var dice = new Dice(run.Seed + 2);
        var kept = new Moneys();
        var (allotting, chaining, closing) = (Allotter.OpenAsync(application.Url, kept), ChainClerk.OpenAsync(application.Url, kept), YearClerk.OpenAsync(application.Url, kept));
        var payers = await Task.WhenAll(Enumerable.Range(0, Payers).Select(_ => Payer.OpenAsync(application.Url, kept)));
        using var allotter = await allotting;
        using var chain = await chaining;
        using var year = await closing;
        using var managing = new ManagementClerk(application.Url, kept);
        using var parting = new PartClerk(application.Url, kept);
        using var reporting = new ReportClerk(application.Url, kept);
        StepClerk[] others = [managing, parting, reporting];
        var faults = new List<string>();
        do
        {
            var before = kept.Deeds.Answered;
            // One of the others in each life, in turn: all at once they would only slow each other down.
            List<Task> work = [allotter.WorkAsync(), chain.WorkAsync(), year.WorkAsync(), others[run.Kills % others.Length].WorkAsync(), .. payers.Select(p => p.WorkAsync())];
            await Task.Delay(1_000 + dice.Next(3_000));
            // A payment takes five answers of three people from a server that has just started: the first one is waited for, however busy the machine is.
            for (var waited = 0; kept.AnsweredPayments == 0 && waited < MostSecondsForAPayment && work.TrueForAll(w => !w.IsCompleted); waited++)
            {
                await Task.Delay(1_000);
            }

            // Where there is time, every life of the server takes one step further at least.
            for (var waited = 0; run.IsLong && kept.Deeds.Answered == before && waited < MostSecondsForAStep && work.TrueForAll(w => !w.IsCompleted); waited++)
            {
                await Task.Delay(500 + dice.Next(1_000));
            }

            await application.KillAsync();
            await Task.WhenAll(work);
            await application.StartAgainAsync();
            run.Killed($"server; {kept.Answered} entries answered with success so far");
            faults.AddRange(await FaultsAsync(kept, verify: run.Kills % VerifyEvery == 0));
        }
        while (run.GoesOn && faults.Count == 0);

        faults.AddRange(await FaultsAsync(kept, verify: true));
        if (run.IsLong && await application.FaultsOfAsync("verify-audit") is { } journal)
        {
            faults.Add(journal);
        }

        // They stop no loop, so that they are told beside whatever it finds.
        faults.AddRange(kept.Contradictions);
        Array.ForEach(payers, p => p.Dispose());
        faults.ForEach(fault => run.Tell("FAULT " + fault));
        run.Tell($"{name}: seed {run.Seed}, {run.Kills} kills, {kept.AnsweredAllotments} allotments and {kept.AnsweredPayments} payments answered with success and found once, {kept.Unanswered} never answered; {kept.Deeds.Answered} steps of the whole way found once ({kept.Deeds.Told}), {faults.Count} faults");
        faults.ShouldBeEmpty($"seed {run.Seed}");
        kept.AnsweredAllotments.ShouldBeGreaterThan(0);
        kept.AnsweredPayments.ShouldBeGreaterThan(0);
        if (run.Kills >= KillsForEveryStep)
        {
            ChainClerk.Sorts.Concat(YearClerk.Sorts).Concat(ManagementClerk.Sorts).Concat(PartClerk.Sorts).Concat(ReportClerk.Sorts).Where(sort => !kept.Deeds.HasAnswered(sort)).ShouldBeEmpty("steps that were never answered");
        }
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(Moneys kept, bool verify)
    {
        var ledger = verify ? await application.FaultsOfAsync("verify-ledger") : null;
        await using var database = application.Beside();
        await database.OpenAsync();
        return [.. kept.FaultsIn(database), .. ledger is null ? [] : new[] { ledger }];
    }
}

/// <summary>Over a SQLite file.</summary>
public sealed class MoneyOnSqliteTests(KillableApplication application) : MoneyTests(application, "money"), IClassFixture<KillableApplication>;

/// <summary>Over PostgreSQL, which does not fall with the application and must let go of what it was in the middle of.</summary>
public sealed class MoneyOnPostgresTests(PostgresApplication application) : MoneyTests(application, "money-postgres"), IClassFixture<PostgresApplication>;
