using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Audit;

public sealed class ChainTests(App app)
{
    public static TheoryData<string> Tamperings => [.. Changes.Keys];

    // The second of three sealed events is what an intruder with the database in hand would touch.
    private static readonly Dictionary<string, Func<KhuyenCongDb, IQueryable<AuditEvent>, IQueryable<AuditValue>, IQueryable<AuditSeal>, Task<int>>> Changes = new()
    {
        ["who"] = (_, e, _, _) => e.ExecuteUpdateAsync(s => s.SetProperty(x => x.ActorName, "người khác")),
        ["when"] = (_, e, _, _) => e.ExecuteUpdateAsync(s => s.SetProperty(x => x.At, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))),
        ["what"] = (_, e, _, _) => e.ExecuteUpdateAsync(s => s.SetProperty(x => x.Kind, "result.withdrawn")),
        ["why"] = (_, e, _, _) => e.ExecuteUpdateAsync(s => s.SetProperty(x => x.Reason, (string?)null)),
        ["of which record"] = (_, e, _, _) => e.ExecuteUpdateAsync(s => s.SetProperty(x => x.SubjectId, Guid.Empty)),
        ["by which unit"] = (_, e, _, _) => e.ExecuteUpdateAsync(s => s.SetProperty(x => x.OrganisationId, Guid.Empty)),
        ["event removed"] = async (_, e, v, _) => await v.ExecuteDeleteAsync() + await e.ExecuteDeleteAsync(),
        ["old value"] = (_, _, v, _) => v.ExecuteUpdateAsync(s => s.SetProperty(x => x.Old, "7")),
        ["new value"] = (_, _, v, _) => v.ExecuteUpdateAsync(s => s.SetProperty(x => x.New, "7")),
        ["field"] = (_, _, v, _) => v.ExecuteUpdateAsync(s => s.SetProperty(x => x.Field, "Copies")),
        ["digest"] = (_, _, v, _) => v.ExecuteUpdateAsync(s => s.SetProperty(x => x.Digest, new byte[32])),
        ["value removed"] = (_, _, v, _) => v.ExecuteDeleteAsync(),
        ["erased without a request"] = (_, _, v, _) => v.ExecuteUpdateAsync(s => s.SetProperty(x => x.Old, (string?)null).SetProperty(x => x.New, (string?)null).SetProperty(x => x.Salt, (byte[]?)null)),
        ["erased with an invented request"] = (_, _, v, _) => v.ExecuteUpdateAsync(s => s.SetProperty(x => x.New, (string?)null).SetProperty(x => x.Salt, (byte[]?)null).SetProperty(x => x.ErasedByRequest, "1/YC")),
        ["link"] = (_, _, _, l) => l.ExecuteUpdateAsync(s => s.SetProperty(x => x.Hash, new byte[32])),
        ["link removed"] = (_, _, _, l) => l.ExecuteDeleteAsync(),
        ["link to another event"] = (_, _, _, l) => l.ExecuteUpdateAsync(s => s.SetProperty(x => x.AuditEventId, Guid.Empty)),
    };

    [Fact]
    public async Task Events_AreSealedInOneChain_AndVerify()
    {
        var scope = Chains.NewScope();
        await app.GivenEvents(scope, 5);
        var finding = await app.Seal(scope);
        finding.Faults.ShouldBeEmpty();
        (finding.Sealed, finding.Unsealed).ShouldBe((5, 0));
    }

    [Fact]
    public async Task UnsealedTail_IsReported()
    {
        var scope = Chains.NewScope();
        await app.GivenEvents(scope, 2);
        await app.Seal(scope);
        await app.Do(scope, db => db.AuditSeals.Where(s => s.ProvinceCode == scope && s.Sequence == 2).ExecuteDeleteAsync());
        var finding = await app.Verify(scope);
        // The application's own sealer may have closed the gap meanwhile, with the very same link.
        (finding.Sealed + finding.Unsealed, finding.Faults.Count).ShouldBe((2, 0));
    }

    [Fact]
    public async Task EventsSealedWhileTheChainIsWalked_AreStillCounted()
    {
        var scope = Chains.NewScope();
        await app.GivenEvents(scope, 2);
        await app.Seal(scope);
        await app.Do(scope, db => db.AuditSeals.Where(s => s.ProvinceCode == scope && s.Sequence == 2).ExecuteDeleteAsync());

        var finding = await app.VerifyWhile(scope, () => app.Do(scope, db => new AuditSealer(db, TimeProvider.System).SealAsync()));

        (finding.Sealed, finding.Unsealed, finding.Faults.Count).ShouldBe((2, 0, 0));
    }

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task AnyTampering_IsFound(string change)
    {
        var scope = Chains.NewScope();
        await app.GivenEvents(scope, 3);
        (await app.Seal(scope)).Faults.ShouldBeEmpty();

        await app.Do(scope, async db =>
        {
            var middle = (await db.AuditSeals.SingleAsync(s => s.ProvinceCode == scope && s.Sequence == 2)).AuditEventId;
            return await Changes[change](
                db,
                db.AuditEvents.Where(e => e.AuditEventId == middle),
                db.AuditValues.Where(v => v.AuditEventId == middle && v.Position < (change == "event removed" ? 9 : 1)),
                db.AuditSeals.Where(s => s.ProvinceCode == scope && s.Sequence == 2));
        });

        (await app.Verify(scope)).Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task SealersAtOnce_MakeOneChain()
    {
        var scope = Chains.NewScope();
        await app.GivenEvents(scope, 40);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Do(scope, db => new AuditSealer(db, TimeProvider.System).SealAsync())));
        var finding = await app.Seal(scope);
        finding.Faults.ShouldBeEmpty();
        finding.Sealed.ShouldBe(40);
    }

    [Fact]
    public async Task ErasedValues_AreGone_AndTheProofStands()
    {
        var scope = Chains.NewScope();
        await app.GivenEvents(scope, 3);
        await app.Seal(scope);
        await app.Do(scope, async db =>
        {
            var told = await db.AuditEvents.Include(e => e.Values).FirstAsync();
            db.Erase(told, [told.Values.Single(v => v.Field == "Title")], "12/YC");
            return await db.SaveChangesAsync();
        });

        var finding = await app.Seal(scope);

        finding.Faults.ShouldBeEmpty();
        finding.Sealed.ShouldBe(4);
        var value = await app.WithDb(scope, db => db.AuditValues.SingleAsync(v => v.ErasedByRequest != null));
        (value.Old, value.New, value.Salt, value.ErasedByRequest).ShouldBe((null, null, null, "12/YC"));
    }

    [Fact]
    public async Task SignedHead_FindsAChainThatWasRewrittenAsAWhole()
    {
        var scope = Chains.NewScope();
        await app.GivenEvents(scope, 3);
        await app.Seal(scope);
        using var key = AuditKey.Open(Path.Combine(Path.GetTempPath(), $"kc-audit-{Environment.ProcessId}-{scope}.pem"));
        var day = new DateOnly(2031, 1, 1).AddDays(scope[0] + scope[1]);
        await app.Do(scope, async db =>
        {
            var last = await db.AuditSeals.SingleAsync(s => s.ProvinceCode == scope && s.Sequence == 3);
            db.AuditHeads.Add(new() { ProvinceCode = scope, Day = day, Sequence = 3, Hash = last.Hash, Signature = key.Sign(scope, day, 3, last.Hash), KeyId = key.KeyId });
            return await db.SaveChangesAsync();
        });
        (await app.Verify(scope, key)).Faults.ShouldBeEmpty();

        await app.Do(scope, async db =>
        {
            await db.AuditSeals.Where(s => s.ProvinceCode == scope).ExecuteDeleteAsync();
            return await db.AuditEvents.ExecuteUpdateAsync(s => s.SetProperty(e => e.Reason, "lý do khác"));
        });
        await app.Seal(scope);

        (await app.Verify(scope, key)).Faults.ShouldHaveSingleItem().ShouldContain(day.ToString("dd/MM/yyyy"));

        await app.Do(scope, db => db.AuditHeads.Where(h => h.ProvinceCode == scope)
            .ExecuteUpdateAsync(s => s.SetProperty(h => h.Hash, db.AuditSeals.First(l => l.ProvinceCode == scope && l.Sequence == 3).Hash)));
        (await app.Verify(scope, key)).Faults.ShouldHaveSingleItem().ShouldContain("chữ ký");
    }
}
