using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Commands;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Ledgers;

/// <summary>The ledger over a real database. The cases that break a line on purpose stand here together: one after the other, so that none sees another's damage.</summary>
public sealed class PostingTests(App app)
{
    private const int Posters = 50;
    private const int Room = 20;
    private const long Amount = 7_000_001;

    [Fact]
    public async Task FiftyAtOnce_NeverTakeMoreThanALineHolds_ByOneDong()
    {
        var project = (await app.AnAppraised(GivenPlans.AYear())).ProjectId;
        var line = await app.ALine((Amount * (Room + 1)) - 1);
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Reserve, (Amount * (Room + 1)) - 1, project))).ShouldBeEmpty();
        var answers = await Task.WhenAll(Enumerable.Range(0, Posters).Select(_ => Task.Run(() => app.Post(line, GivenLedgers.Of(line, LedgerKind.Commit, Amount, project, GivenLedgers.Id())))));
        answers.Count(a => a.Count == 0).ShouldBe(Room);
        answers.Where(a => a.Count > 0).ShouldAllBe(a => a.Single() == "ledger.above-reserved");
        var now = await app.WithDb(line.ProvinceCode, db => db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId));
        (now.Committed, now.Reserved, now.PostingCount).ShouldBe((new Dong(Amount * Room), new Dong(Amount - 1), Room + 2));
        (await app.Prove(line)).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task WhatBreaksOffInTheMiddle_LeavesNothing()
    {
        var project = (await app.AnAppraised(GivenPlans.AYear())).ProjectId;
        var line = await app.ALine(1_000);
        await Should.ThrowAsync<TimeoutException>(() => app.WithDb(line.ProvinceCode, db => db.WriteLedgerAsync<bool>([line.AllocationId], null, async ledger =>
        {
            db.Record(ledger, ledger.Judge([GivenLedgers.Of(line, LedgerKind.Reserve, 600, project)], TimeProvider.System.Today).Event.ShouldNotBeNull(), GivenLedgers.Id());
            db.Because("ledger.corrected", "test");
            await db.SaveChangesAsync();
            throw new TimeoutException("the power went");
        })));
        var now = await app.WithDb(line.ProvinceCode, db => db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId));
        (now.Available, now.Reserved, now.PostingCount).ShouldBe((new Dong(1_000), Dong.Zero, 1));
        (await app.Prove(line)).IsSound.ShouldBeTrue();
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Reserve, 600, project))).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheDatabaseItself_RefusesABalanceBelowNothing()
    {
        var line = await app.ALine(1_000);
        await Should.ThrowAsync<Exception>(() => app.WithDb(line.ProvinceCode, db => db.Allocations.Where(a => a.AllocationId == line.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Cancelled, new Dong(1_001)))));
    }

    [Fact]
    public async Task RowsFromBefore_GetTheirEntries_AndKeepTheirBalances()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 500_000_000);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, await app.AnAppraised(year));
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        var today = TimeProvider.System.Today;
        await app.WithDb(line.ProvinceCode, async db =>
        {
            // In the night, when the day in Vietnam is already the next one.
            await db.AllocationEntries.Where(e => e.AllocationId == line.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(e => e.EnteredAt, today.StartUtc()));
            await db.LedgerEntries.Where(e => e.AllocationId == line.AllocationId).ExecuteDeleteAsync();
            await db.LedgerPositions.Where(p => p.AllocationId == line.AllocationId).ExecuteDeleteAsync();
            await db.Allocations.Where(a => a.AllocationId == line.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(a => a.PostingCount, 0));
            await db.StartLedgersAsync(TimeProvider.System);
            await db.StartLedgersAsync(TimeProvider.System);
            return true;
        });
        var (now, entries, drawn) = await app.Counted(line);
        (now.Allotted, now.Reserved, now.Approved, now.PostingCount).ShouldBe((entries, drawn, new Dong(200_000_000), 2));
        (await app.Prove(line)).IsSound.ShouldBeTrue();
        (await app.WithDb(line.ProvinceCode, db => db.LedgerEntries.SingleAsync(e => e.AllocationId == line.AllocationId && e.Kind == LedgerKind.Reserve))).On.ShouldBe(today);
    }

    [Fact]
    public async Task VerifyLedger_FindsWhatWasChangedBehindItsBack()
    {
        var line = await app.ALine(1_000);
        (await VerifyAsync()).Code.ShouldBe(0);
        var entry = await app.WithDb(line.ProvinceCode, db => db.LedgerEntries.AsNoTracking().SingleAsync(e => e.AllocationId == line.AllocationId));
        await Set(line, 999);
        var (code, said) = await VerifyAsync();
        code.ShouldBe(1);
        said.ShouldContain($"! {line.AllocationId} Available: số dư / kept 1.000 đ, theo bút toán / proven 999 đ");
        await Set(line, entry.Amount.Amount);
        await app.WithDb(line.ProvinceCode, db => db.LedgerEntries.Where(e => e.AllocationId == line.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Sequence, 2)));
        (await VerifyAsync()).Said.ShouldContain($"! {line.AllocationId}: đứt số thứ tự");
        await app.WithDb(line.ProvinceCode, db => db.LedgerEntries.Where(e => e.AllocationId == line.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Sequence, 1)));
        (await app.Prove(line)).IsSound.ShouldBeTrue();

        Task<int> Set(Allocation of, long amount) => app.WithDb(of.ProvinceCode, db => db.LedgerEntries.Where(e => e.AllocationId == of.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Amount, new Dong(amount))));
    }

    private async Task<(int Code, string Said)> VerifyAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var said = new StringWriter();
        return (await VerifyLedger.RunAsync(scope.ServiceProvider, said), said.ToString());
    }
}
