namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Four clerks record, prove and withdraw results while the server is killed at any moment, again and again.</summary>
/// <remarks>
/// After every start over the same file: what was answered with success is there and whole (result, amounts, evidence and its content, history),
/// what was not answered is there whole or not at all, the kept sums of every target equal its rows. The journal's chain is verified now and then and
/// at the end: it only grows, so that a fault in it is still found later.
/// </remarks>
public sealed class WritingTests(KillableApplication application) : IClassFixture<KillableApplication>
{
    private const int VerifyEvery = 5;

    private static readonly string[] Users = [Accounts.KhanhHoaCentre, Accounts.KhanhHoaSpecialist, Accounts.KhanhHoaCentre, Accounts.KhanhHoaSpecialist];

    [Fact]
    public async Task WhatWasAnsweredIsThere_NothingIsThereByHalves()
    {
        var run = new Run("writing");
        var (dice, books) = (new Dice(run.Seed + 1), new Books());
        var clerks = Users.Select(_ => new Clerk(application.Url)).ToList();
        foreach (var (clerk, user) in clerks.Zip(Users))
        {
            await clerk.SignInAsync(user);
        }

        var targets = await TargetsAsync(clerks[0]);
        var workers = clerks.Select(clerk => new ResultClerk(clerk, books, dice, targets)).ToList();
        var faults = new List<string>();
        while (run.GoesOn && faults.Count == 0)
        {
            var work = workers.Select(worker => worker.WorkUntilTheServerIsGoneAsync()).ToList();
            await SomeWorkAsync(books, dice);
            await application.KillAsync();
            await Task.WhenAll(work);
            await application.StartAgainAsync();
            run.Killed($"server; {books.Answered} requests answered with success so far");
            faults.AddRange(await FaultsAsync(books, verify: run.Kills % VerifyEvery == 0));
        }

        faults.AddRange(await FaultsAsync(books, verify: true));
        clerks.ForEach(clerk => clerk.Dispose());
        faults.ForEach(fault => run.Tell("FAULT " + fault));
        var unanswered = books.Wishes.Values.Count(wish => wish.Recorded is Asked.Sent);
        run.Tell($"writing: seed {run.Seed}, {run.Kills} kills, {books.Answered} requests answered with success and found whole, {unanswered} never answered, {faults.Count} faults");
        faults.ShouldBeEmpty($"seed {run.Seed}");
        books.Answered.ShouldBeGreaterThan(0);
    }

    /// <summary>A few answers, or a while in which a server that has just started gave none, and then the middle of the next.</summary>
    private static async Task SomeWorkAsync(Books books, Dice dice)
    {
        var (enough, patience) = (books.Answered + 1 + dice.Next(24), TimeSpan.FromMilliseconds(1000 + dice.Next(7000)));
        for (var since = TimeProvider.System.GetTimestamp(); books.Answered < enough && TimeProvider.System.GetElapsedTime(since) < patience;)
        {
            await Task.Delay(20);
        }

        await dice.PauseAsync(100);
    }

    private async Task<IEnumerable<string>> FaultsAsync(Books books, bool verify)
    {
        var journal = verify ? await application.FaultsOfAsync("verify-audit") : null;
        return [.. new Inspection(application, books).Faults(), .. books.Refusals, .. journal is null ? [] : new[] { journal }];
    }

    /// <summary>Targets whose results need no serial number.</summary>
    private static async Task<IReadOnlyList<string>> TargetsAsync(Clerk clerk)
    {
        var page = await clerk.ReadAsync("/ket-qua/ghi-nhan");
        var all = page.Split("<option value=\"").Skip(1).Select(option => option.Split('"')[0]).Where(value => value.Length > 0);
        var suitable = new List<string>();
        foreach (var target in all)
        {
            if (!(await clerk.ReadAsync("/ket-qua/ghi-nhan?chi-tieu=" + target)).Contains("Form.Serial", StringComparison.Ordinal))
            {
                suitable.Add(target);
            }
        }

        suitable.ShouldNotBeEmpty();
        return suitable;
    }
}
