using KhuyenCong.Web.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace KhuyenCong.Web.Tests.Storage;

[Trait("Database", "any")]
public sealed class FolderStoreTests : StoreContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kc-files-");

    public FolderStoreTests(App app)
        : base(app) => Blobs = new FolderBlobs(folder.FullName, TimeProvider.System, NullLogger<FolderBlobs>.Instance);

    protected override IBlobStore Blobs { get; }

    protected override string Province => "F1";

    [Fact]
    public async Task AFolderThatIsNoFolder_FailsTheCheck()
    {
        var file = Path.Combine(folder.FullName, "tep");
        await File.WriteAllTextAsync(file, "");
        var blobs = new FolderBlobs(file, TimeProvider.System, NullLogger<FolderBlobs>.Instance);
        (await Should.ThrowAsync<StoreDownException>(() => blobs.CheckAsync(default))).Fault.ShouldBe(StoreFault.Failed);
        (await Should.ThrowAsync<StoreDownException>(() => new FolderBlobs(file, TimeProvider.System, NullLogger<FolderBlobs>.Instance).PutAsync(Province, Sha([]), Stream.Null, "text/plain", default))).Fault.ShouldBe(StoreFault.Failed);
    }

    [Fact]
    public async Task AFolderThatIsTakenAway_FailsTheCheck()
    {
        var place = Path.Combine(folder.FullName, "tep");
        var blobs = new FolderBlobs(place, TimeProvider.System, NullLogger<FolderBlobs>.Instance);
        await blobs.CheckAsync(default);
        Directory.Delete(place);
        (await Should.ThrowAsync<StoreDownException>(() => blobs.CheckAsync(default))).Fault.ShouldBe(StoreFault.Missing);
    }

    public void Dispose() => folder.Delete(recursive: true);

    protected override void Age(string province, string name, DateTime at) => File.SetLastWriteTimeUtc(Path.Combine(folder.FullName, province, name), at);
}

[Trait("Database", "any")]
public sealed class S3StoreTests : StoreContract, IClassFixture<S3Server>, IDisposable
{
    private readonly S3Server server;
    private readonly S3Blobs blobs;

    public S3StoreTests(App app, S3Server server)
        : base(app)
    {
        this.server = server;
        server.Objects.Clear();
        server.Requests.Clear();
        (server.Trouble, server.PageSize) = (null, 2);
        blobs = new(server.Settings, NullLogger<S3Blobs>.Instance);
    }

    protected override IBlobStore Blobs => blobs;

    protected override string Province => "S1";

    [Fact]
    public async Task AListOfManyPages_IsReadToItsEnd()
    {
        var names = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            names.Add(await PutAsync(Province, Bytes()));
            Age(Province, names[^1], Yesterday.AddHours(-1));
        }

        (await Blobs.OlderThanAsync(Province, Yesterday, default).ToListAsync()).ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public async Task WhatTheBucketHolds_IsNamedLikeInAFolder()
    {
        var content = Bytes();
        var sha = await PutAsync(Province, content);
        var kept = server.Objects.ShouldHaveSingleItem();
        (kept.Key, kept.Value.MediaType).ShouldBe(($"{Province}/{sha}", "application/pdf"));
        kept.Value.Content.ShouldBe(content);
    }

    [Fact]
    public async Task ChangedContent_IsNotGivenOut()
    {
        var sha = await PutAsync(Province, Bytes());
        server.Objects[$"{Province}/{sha}"] = server.Objects[$"{Province}/{sha}"] with { Content = Bytes() };
        (await Should.ThrowAsync<StoreDownException>(() => Blobs.OpenAsync(Province, sha, default))).Fault.ShouldBe(StoreFault.Damaged);
    }

    [Fact]
    public async Task AnUploadThatTheStoreRefuses_IsSaid_AndLeavesNoRow()
    {
        server.Trouble = S3Server.Refuse(403, "AccessDenied");
        var content = Bytes();

        var (file, fault) = await Files(f => f.StageAsync(Province, Upload(content), "files", default));

        file.ShouldBeNull();
        (fault.ShouldNotBeNull().Code, fault.Field).ShouldBe((FileStore.Down, "files"));
        (await RowAsync(Sha(content))).ShouldBeNull();
        server.Trouble = null;
        (await Files(f => f.StageAsync(Province, Upload(content), "files", default))).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task AStoreThatIsDown_TakesNoRowThatWasThereBefore()
    {
        var content = Bytes();
        await Files(f => f.StageAsync(Province, Upload(content), "files", default));
        await Files(f => f.ReferAsync(Province, Sha(content), default));
        server.Trouble = S3Server.Refuse(403, "AccessDenied");

        (await Files(f => f.StageAsync(Province, Upload(content), "files", default))).Fault.ShouldNotBeNull();

        (await RowAsync(Sha(content))).ShouldNotBeNull().References.ShouldBe(1);
    }

    [Fact]
    public async Task TheLastReference_GoesWhileTheStoreIsDown_AndTheSweepTakesTheContentLater()
    {
        var content = Bytes();
        await Files(f => f.StageAsync(Province, Upload(content), "files", default));
        server.Trouble = S3Server.Refuse(403, "AccessDenied");

        (await Files(f => f.DropAsync(Province, Sha(content), default))).ShouldBeTrue();
        (await RowAsync(Sha(content))).ShouldBeNull();
        (await Should.ThrowAsync<StoreDownException>(() => Files(f => f.SweepAsync(Province, Yesterday, default)))).Fault.ShouldBe(StoreFault.Denied);

        server.Trouble = null;
        server.Objects.ShouldHaveSingleItem();
        Age(Province, Sha(content), Yesterday.AddHours(-1));
        (await Files(f => f.SweepAsync(Province, Yesterday, default))).ShouldBe(1);
        server.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Provinces_AreThoseOfContent_AndThoseOfRows()
    {
        await PutAsync(Neighbour, Bytes());
        await InDb(async (db, _) =>
        {
            db.Blobs.Add(new() { ProvinceCode = Province, Sha256 = Sha(Bytes()), Size = 1, MediaType = "application/pdf", StoredAt = Yesterday });
            return await db.SaveChangesAsync();
        });
        var provinces = await Files(f => f.ProvincesAsync(default));
        provinces.ShouldContain(Province);
        provinces.ShouldContain(Neighbour);
    }

    public void Dispose() => blobs.Dispose();

    protected override void Age(string province, string name, DateTime at) =>
        server.Objects[$"{province}/{name}"] = server.Objects[$"{province}/{name}"] with { At = new DateTimeOffset(at, TimeSpan.Zero) };
}
