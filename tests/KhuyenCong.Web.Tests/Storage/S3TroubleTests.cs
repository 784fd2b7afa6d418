using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using KhuyenCong.Web.Storage;

namespace KhuyenCong.Web.Tests.Storage;

/// <summary>A store that refuses, hangs, breaks off or is not there: bounded waiting, one clear fault, and no key in the log.</summary>
[Trait("Database", "any")]
public sealed class S3TroubleTests : IClassFixture<S3Server>
{
    private readonly S3Server server;
    private readonly Journal log = new();

    public S3TroubleTests(S3Server server)
    {
        this.server = server;
        server.Objects.Clear();
        server.Requests.Clear();
        server.Trouble = null;
    }

    [Fact]
    public async Task AnUnsignedRequest_IsRefused_ByTheServerOfTheseTests()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(server.Endpoint, $"{S3Server.Bucket}/56/abc"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<Code>AccessDenied</Code>");
    }

    [Theory]
    [InlineData("AccessKey", "khoa-khac", StoreFault.Denied, "InvalidAccessKeyId")]
    [InlineData("SecretKey", "bi-mat-khac", StoreFault.Denied, "SignatureDoesNotMatch")]
    [InlineData("Region", "noi-khac", StoreFault.Denied, "AuthorizationHeaderMalformed")]
    [InlineData("Bucket", "bucket-khac", StoreFault.Missing, "NoSuchBucket")]
    public async Task WrongSettings_AreToldApart_AndNothingIsKept(string key, string value, StoreFault fault, string code)
    {
        using var blobs = Blobs(Settings((key, value)));

        var down = await Should.ThrowAsync<StoreDownException>(() => blobs.CheckAsync(default));
        (await Should.ThrowAsync<StoreDownException>(() => PutAsync(blobs))).Fault.ShouldBe(fault);
        (await Should.ThrowAsync<StoreDownException>(() => blobs.OpenAsync("56", Sha("abc"u8), default))).Fault.ShouldBe(fault);

        (down.Fault, down.Message).ShouldSatisfyAllConditions(d => d.Fault.ShouldBe(fault), d => d.Message.ShouldContain(code));
        server.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task NoKey_IsEverWritten()
    {
        foreach (var trouble in new[] { null, S3Server.Refuse(403, "SignatureDoesNotMatch"), S3Server.Refuse(500, "InternalError") })
        {
            server.Trouble = trouble;
            using var blobs = Blobs(Settings(("SecretKey", S3Server.SecretKey + "x")));
            var down = await Should.ThrowAsync<StoreDownException>(() => PutAsync(blobs));
            log.Lines.Enqueue(down.ToString());
            log.Lines.Enqueue(down.Words);
        }

        log.Lines.Enqueue($"{server.Settings}");
        log.Lines.Count.ShouldBe(10);
        log.Lines.ShouldAllBe(l => !l.Contains(S3Server.SecretKey) && !l.Contains(S3Server.AccessKey));
    }

    [Fact]
    public async Task APassingFault_IsTriedAgain()
    {
        using var blobs = Blobs(server.Settings);
        server.Trouble = S3Server.Refuse(503, "SlowDown", times: 1);
        await PutAsync(blobs);
        (server.Requests.Count, server.Objects.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task AStayingFault_IsTriedThreeTimes_AndTold()
    {
        using var blobs = Blobs(server.Settings);
        server.Trouble = S3Server.Refuse(500, "InternalError");
        (await Should.ThrowAsync<StoreDownException>(() => PutAsync(blobs))).Fault.ShouldBe(StoreFault.Failed);
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task AStoreThatHangs_IsGivenUp()
    {
        using var blobs = Blobs(Settings(("TimeoutSeconds", "1")));
        server.Trouble = S3Server.Hang;
        var clock = Stopwatch.StartNew();
        (await Should.ThrowAsync<StoreDownException>(() => PutAsync(blobs))).Fault.ShouldBe(StoreFault.Unreachable);
        (await Should.ThrowAsync<StoreDownException>(() => blobs.OpenAsync("56", Sha("abc"u8), default))).Fault.ShouldBe(StoreFault.Unreachable);
        (await Should.ThrowAsync<StoreDownException>(() => blobs.DeleteAsync("56", Sha("abc"u8), null, default))).Fault.ShouldBe(StoreFault.Unreachable);
        // Two seconds for each file, a third of one for the deletion; the rest is for a busy machine.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task WhoeverLeaves_IsNotToldThatTheStoreIsDown()
    {
        using var blobs = Blobs(server.Settings);
        using var leaving = new CancellationTokenSource();
        server.Trouble = async context =>
        {
            await leaving.CancelAsync();
            return await S3Server.Hang(context);
        };
        await Should.ThrowAsync<OperationCanceledException>(() => blobs.OpenAsync("56", Sha("abc"u8), leaving.Token));
        log.Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnAnswerThatBreaksOff_IsNoFile(bool hangs)
    {
        using var blobs = Blobs(Settings(("TimeoutSeconds", "1")));
        var sha = await PutAsync(blobs);
        server.Trouble = async context =>
        {
            var content = server.Objects[$"56/{sha}"].Content;
            context.Response.ContentLength = content.Length;
            await context.Response.Body.WriteAsync(content.AsMemory(0, content.Length / 2));
            await context.Response.Body.FlushAsync();
            if (hangs)
            {
                return await S3Server.Hang(context);
            }

            context.Abort();
            return true;
        };

        (await Should.ThrowAsync<StoreDownException>(() => blobs.OpenAsync("56", sha, default))).Fault.ShouldBe(StoreFault.Unreachable);
    }

    [Fact]
    public async Task AStoreThatIsNotThere_IsUnreachable()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        using var blobs = Blobs(Settings(("Endpoint", $"http://127.0.0.1:{port}"), ("TimeoutSeconds", "3")));
        var down = await Should.ThrowAsync<StoreDownException>(() => blobs.CheckAsync(default));
        (down.Fault, down.Words).ShouldBe((StoreFault.Unreachable, "Không kết nối được tới kho tệp / the file store cannot be reached"));
    }

    [Fact]
    public async Task WhoeverMayOnlyRead_FailsTheCheck()
    {
        using var blobs = Blobs(server.Settings);
        server.Trouble = context => context.Request.Method == "PUT" ? S3Server.Refuse(403, "AccessDenied")(context) : Task.FromResult(false);
        (await Should.ThrowAsync<StoreDownException>(() => blobs.CheckAsync(default))).Fault.ShouldBe(StoreFault.Denied);
        server.Trouble = null;
        await blobs.CheckAsync(default);
        await blobs.CheckAsync(default);
        // The probe is written once and taken away.
        server.Requests.Count(r => r.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(2);
        server.Objects.ShouldBeEmpty();
    }

    [Fact]
    public void Settings_AreAskedFor_AllAtOnce()
    {
        Fault([]).ShouldBe("Files:Store là S3 nhưng thiếu cấu hình / Files:Store is S3 but these settings are missing: Files:S3:Endpoint, Files:S3:Bucket, Files:S3:AccessKey, Files:S3:SecretKey");
        var wrong = Fault(new() { ["Endpoint"] = "kho-tep", ["Bucket"] = "a/../b", ["AccessKey"] = "khoa", ["SecretKey"] = "bi-mat", ["PathStyle"] = "co", ["TimeoutSeconds"] = "0" });
        foreach (var part in (string[])["Endpoint", "Bucket", "PathStyle", "TimeoutSeconds"])
        {
            wrong.ShouldContain($"Files:S3:{part}");
        }

        wrong.ShouldNotContain("bi-mat");
        Fault(new() { ["Endpoint"] = "https://ten:mat-khau@kho.vn/", ["Bucket"] = "tep", ["AccessKey"] = "khoa", ["SecretKey"] = "bi-mat" }).ShouldNotContain("mat-khau");
    }

    private static string Fault(Dictionary<string, string> section) => Should.Throw<StoreSettingsException>(() => Read(section)).Message;

    private static S3Settings Read(Dictionary<string, string> section) =>
        S3Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(section.Select(s => KeyValuePair.Create<string, string?>($"Files:S3:{s.Key}", s.Value))).Build());

    private static string Sha(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static async Task<string> PutAsync(S3Blobs blobs)
    {
        var content = RandomNumberGenerator.GetBytes(100_000);
        using var stream = new MemoryStream(content);
        await blobs.PutAsync("56", Sha(content), stream, "application/pdf", default);
        return Sha(content);
    }

    private S3Settings Settings(params (string Key, string Value)[] changes)
    {
        var section = new Dictionary<string, string> { ["Endpoint"] = $"{server.Endpoint}", ["Bucket"] = S3Server.Bucket, ["AccessKey"] = S3Server.AccessKey, ["SecretKey"] = S3Server.SecretKey, ["Region"] = S3Server.Region };
        foreach (var (key, value) in changes)
        {
            section[key] = value;
        }

        return Read(section);
    }

    private S3Blobs Blobs(S3Settings settings) => new(settings, log);

    private sealed class Journal : ILogger<S3Blobs>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
