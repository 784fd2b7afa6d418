using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Data.Storage;
using KhuyenCong.Web.Storage;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Storage;

/// <summary>What every file store keeps to, the content alone and together with its rows.</summary>
public abstract class StoreContract(App app)
{
    private const string Pdf = "application/pdf";

    protected abstract IBlobStore Blobs { get; }

    /// <summary>A province that no other test writes to.</summary>
    protected abstract string Province { get; }

    protected string Neighbour => Province + "b";

    /// <summary>Makes content look as old as that.</summary>
    protected abstract void Age(string province, string name, DateTime at);

    [Fact]
    public async Task Content_ComesBackWhole_AndCanBeReadFromTheMiddle()
    {
        // Larger than what is kept in memory on the way.
        var content = RandomNumberGenerator.GetBytes(3 * 1024 * 1024 + 7);
        var sha = await PutAsync(Province, content);

        await using var stream = await Blobs.OpenAsync(Province, sha, default);

        (stream.ShouldNotBeNull().Length, stream.CanSeek).ShouldBe(((long)content.Length, true));
        (await ReadAsync(stream)).ShouldBe(content);
        stream.Position = 2_000_000;
        stream.ReadByte().ShouldBe(content[2_000_000]);
    }

    [Fact]
    public async Task TheSameContent_Twice_IsOne()
    {
        var content = Bytes();
        var sha = await PutAsync(Province, content);
        (await PutAsync(Province, content)).ShouldBe(sha);
        await using (var stream = await Blobs.OpenAsync(Province, sha, default))
        {
            (await ReadAsync(stream.ShouldNotBeNull())).ShouldBe(content);
        }

        (await Blobs.DeleteAsync(Province, sha, null, default)).ShouldBeTrue();
        (await Blobs.OpenAsync(Province, sha, default)).ShouldBeNull();
    }

    [Fact]
    public async Task WhatIsNotThere_IsNull_AndDeletedWithoutComplaint()
    {
        var sha = Sha(Bytes());
        (await Blobs.OpenAsync(Province, sha, default)).ShouldBeNull();
        await Blobs.DeleteAsync(Province, sha, null, default);
        (await Blobs.DeleteAsync(Province, sha, DateTime.MaxValue, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task ContentOfAnotherName_IsRefused_AndNotKept()
    {
        var wrong = Sha(Bytes());
        using var content = new MemoryStream(Bytes());
        (await Should.ThrowAsync<StoreDownException>(() => Blobs.PutAsync(Province, wrong, content, Pdf, default))).Fault.ShouldBe(StoreFault.Damaged);
        (await Blobs.OpenAsync(Province, wrong, default)).ShouldBeNull();
    }

    [Fact]
    public async Task AProvince_HasItsOwnContent()
    {
        var content = Bytes();
        var sha = await PutAsync(Province, content);
        (await Blobs.OpenAsync(Neighbour, sha, default)).ShouldBeNull();
        await PutAsync(Neighbour, content);
        (await Blobs.ProvincesAsync(default)).ShouldBe([Province, Neighbour], ignoreOrder: true);
        await Blobs.DeleteAsync(Neighbour, sha, null, default);
        (await Blobs.OpenAsync(Province, sha, default)).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task OnlyWhatIsOld_IsListed_AndWhatCameAgainMeanwhile_IsNotTaken()
    {
        var (old, fresh) = (await PutAsync(Province, Bytes()), await PutAsync(Province, Bytes()));
        Age(Province, old, Yesterday.AddHours(-1));

        var listed = await Blobs.OlderThanAsync(Province, Yesterday, default).ToListAsync();

        listed.ShouldContain(old);
        listed.ShouldNotContain(fresh);
        (await Blobs.DeleteAsync(Province, fresh, Yesterday, default)).ShouldBeFalse();
        (await Blobs.DeleteAsync(Province, old, Yesterday, default)).ShouldBeTrue();
        (await Blobs.OpenAsync(Province, fresh, default)).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public Task AStoreThatWorks_PassesTheCheck() => Blobs.CheckAsync(default);

    [Fact]
    public async Task AnUpload_IsReferredTo_AndGoesWithItsLastReference()
    {
        var (staged, _) = await Files(f => f.StageAsync(Province, Upload(Bytes()), "files", default));
        var sha = staged.ShouldNotBeNull().Sha256;
        (await RowAsync(sha)).ShouldNotBeNull().References.ShouldBe(0);

        await Files(f => f.ReferAsync(Province, sha, default));
        await Files(f => f.ReferAsync(Province, sha, default));
        await Files(async f => { await f.ReleaseAsync(Province, sha, default); return true; });
        (await Files(f => f.DropAsync(Province, sha, default))).ShouldBeFalse();
        (await Files(f => f.OpenAsync(Province, sha, default))).ShouldNotBeNull().Dispose();
        await Files(async f => { await f.ReleaseAsync(Province, sha, default); return true; });
        (await Files(f => f.DropAsync(Province, sha, default))).ShouldBeTrue();

        (await RowAsync(sha)).ShouldBeNull();
        (await Files(f => f.OpenAsync(Province, sha, default))).ShouldBeNull();
    }

    [Fact]
    public async Task TheSameUpload_ManyTimesAtOnce_IsOneRow()
    {
        var content = Bytes();
        var staged = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Files(f => f.StageAsync(Province, Upload(content), "files", default))));
        staged.ShouldAllBe(s => s.Fault == null && s.File!.Size == content.Length);
        (await RowAsync(Sha(content))).ShouldNotBeNull().References.ShouldBe(0);
        await using var stream = await Files(f => f.OpenAsync(Province, Sha(content), default));
        (await ReadAsync(stream.ShouldNotBeNull())).ShouldBe(content);
    }

    [Fact]
    public async Task ContentThatComesWithItsRecord_IsCounted_WhenTheRecordIsSaved()
    {
        var content = Bytes();
        await InDb(async (db, files) =>
        {
            using var one = new MemoryStream(content);
            await files.AddAsync(Province, one, Pdf, default);
            await files.AddAsync(Province, one, Pdf, default);
            return await db.SaveChangesAsync();
        });
        (await RowAsync(Sha(content))).ShouldNotBeNull().References.ShouldBe(2);
        (await Blobs.OpenAsync(Province, Sha(content), default)).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task ContentThatComesWithTwoRecords_AtOnce_IsCountedTwice()
    {
        var content = Bytes();
        await InDb(async (db, files) =>
        {
            using var first = new MemoryStream(content);
            await files.AddAsync(Province, first, Pdf, default);
            return await db.SaveChangesAsync();
        });
        await InDb(async (one, filesOfOne) => await InDb(async (other, filesOfOther) =>
        {
            using var bytes = new MemoryStream(content);
            await filesOfOne.AddAsync(Province, bytes, Pdf, default);
            await filesOfOther.AddAsync(Province, bytes, Pdf, default);
            return await one.SaveChangesAsync() + await other.SaveChangesAsync();
        }));
        (await RowAsync(Sha(content))).ShouldNotBeNull().References.ShouldBe(3);
    }

    [Fact]
    public async Task WhatWentMeanwhile_IsNotReferredTo()
    {
        var content = Bytes();
        await Files(f => f.StageAsync(Province, Upload(content), "files", default));
        (await Files(f => f.DropAsync(Province, Sha(content), default))).ShouldBeTrue();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => Files(async f =>
        {
            await f.MustReferAsync(Province, Sha(content), default);
            return true;
        }));
    }

    [Fact]
    public async Task TheSweep_TakesWhatNothingRefersTo_AndNothingElse()
    {
        var (staged, referred, fresh, orphan, never) = (Bytes(), Bytes(), Bytes(), Bytes(), Bytes());
        foreach (var content in new[] { staged, referred, fresh })
        {
            await Files(f => f.StageAsync(Province, Upload(content), "files", default));
        }

        await Files(f => f.ReferAsync(Province, Sha(referred), default));
        // Content whose record was never saved, and a row whose content never came.
        await PutAsync(Province, orphan);
        await InDb(async (db, _) =>
        {
            db.Blobs.Add(new() { ProvinceCode = Province, Sha256 = Sha(never), Size = 1, MediaType = Pdf, StoredAt = Yesterday.AddHours(-1) });
            await db.SaveChangesAsync();
            List<string> old = [Sha(staged), Sha(referred)];
            return await db.Blobs.Where(b => old.Contains(b.Sha256)).ExecuteUpdateAsync(set => set.SetProperty(b => b.StoredAt, Yesterday.AddHours(-1)));
        });
        foreach (var content in new[] { staged, referred, orphan })
        {
            Age(Province, Sha(content), Yesterday.AddHours(-1));
        }

        await Files(f => f.SweepAsync(Province, Yesterday, default));

        (await KeptAsync(staged, referred, fresh, orphan)).ShouldBe([false, true, true, false]);
        (await RowAsync(Sha(staged))).ShouldBeNull();
        (await RowAsync(Sha(never))).ShouldBeNull();
        (await RowAsync(Sha(referred))).ShouldNotBeNull();
        (await Files(f => f.SweepAsync(Province, Yesterday, default))).ShouldBe(0);
    }

    protected static DateTime Yesterday { get; } = TimeProvider.System.UtcNow.AddDays(-1);

    protected static byte[] Bytes() => GivenResults.APdf().Content;

    protected static string Sha(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    protected static FormFile Upload(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(new MemoryStream(content), 0, content.Length, "files", "biên bản.pdf");
    }

    protected async Task<string> PutAsync(string province, byte[] content)
    {
        using var stream = new MemoryStream(content);
        await Blobs.PutAsync(province, Sha(content), stream, Pdf, default);
        return Sha(content);
    }

    protected Task<T> Files<T>(Func<FileStore, Task<T>> use) => InDb((_, files) => use(files));

    protected Task<T> InDb<T>(Func<KhuyenCongDb, FileStore, Task<T>> use) => app.WithDb(Province, db => use(db, new(db, Blobs, TimeProvider.System)));

    protected Task<Blob?> RowAsync(string sha) => app.WithDb(Province, db => db.Blobs.AsNoTracking().SingleOrDefaultAsync(b => b.ProvinceCode == Province && b.Sha256 == sha));

    private async Task<List<bool>> KeptAsync(params byte[][] contents)
    {
        var kept = new List<bool>();
        foreach (var content in contents)
        {
            await using var stream = await Blobs.OpenAsync(Province, Sha(content), default);
            kept.Add(stream is not null);
        }

        return kept;
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
