using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Law;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Tests.Results.GivenResults;

namespace KhuyenCong.Web.Tests.Storage;

/// <summary>One more host, whose files lie in a bucket.</summary>
public sealed class S3Host : IAsyncLifetime
{
    public S3Server Server { get; } = new();

    public App? App { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        App = new(new Dictionary<string, string>
        {
            ["Files:Store"] = "S3",
            ["Files:S3:Endpoint"] = $"{Server.Endpoint}",
            ["Files:S3:Bucket"] = S3Server.Bucket,
            ["Files:S3:AccessKey"] = S3Server.AccessKey,
            ["Files:S3:SecretKey"] = S3Server.SecretKey,
            ["Files:S3:Region"] = S3Server.Region,
        });
        await App.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App!.DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>Papers go into the bucket and come back; while the bucket does not answer, nothing typed and nothing saved is lost.</summary>
[Trait("Database", "any")]
public sealed class S3PagesTests(S3Host host) : IClassFixture<S3Host>
{
    private readonly App app = host.App!;

    [Fact]
    public async Task Papers_GoIntoTheBucket_AndComeBack_AndWaitWhileItIsDown()
    {
        host.Server.Trouble = null;
        using var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var file = APdf();
        var id = (await client.Send(FormOf(target), Fields("Minh chứng trong kho S3"), file)).ResultId();
        host.Server.Objects.Values.Any(o => o.Content.SequenceEqual(file.Content)).ShouldBeTrue();
        var url = new Uri((await client.GetPageAsync($"/ket-qua/{id}")).QuerySelector("a[download]")!.GetAttribute("href")!, UriKind.Relative);
        (await client.GetByteArrayAsync(url)).ShouldBe(file.Content);

        host.Server.Trouble = S3Server.Refuse(403, "AccessDenied");
        using var refused = await client.GetAsync(url);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await refused.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Kho tệp chưa trả lời nên chưa đọc được tệp");

        var (more, evenMore) = (APdf("một.pdf"), APdf("hai.pdf"));
        var answer = await client.Send(FormOf(target), Fields("Gửi khi kho tệp hỏng"), more, evenMore);
        var page = await answer.PageAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        string.Join('\n', page.Faults()).ShouldSatisfyAllConditions(f => f.ShouldContain("chưa nhận được tệp “một.pdf”"), f => f.ShouldContain("chưa nhận được tệp “hai.pdf”"));
        page.QuerySelector("[name='Form.Title']")!.GetAttribute("value").ShouldBe("Gửi khi kho tệp hỏng");
        (await app.WithDb(App.KhanhHoa, async db => (await db.Results.CountAsync(r => r.TargetId == target.TargetId), await db.Blobs.CountAsync(b => b.References == 0)))).ShouldBe((1, 0));

        host.Server.Trouble = null;
        (await client.Send(FormOf(target), Fields("Gửi khi kho tệp hỏng"), more, evenMore)).ResultId().ShouldNotBe(id);
        (await client.GetByteArrayAsync(url)).ShouldBe(file.Content);
    }

    [Fact]
    public async Task ADocument_IsNotEntered_WhileItsFileCannotBeKept()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        host.Server.Trouble = S3Server.Refuse(403, "AccessDenied");
        var fields = EnteringTests.Fields("77/QĐ-KHO");

        var page = await (await client.UploadAsync("/van-ban/nhap", fields, Given.Pdf)).PageAsync();

        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("chưa nhận được tệp “van-ban.pdf”");
        page.QuerySelector("[name='Form.Number']")!.GetAttribute("value").ShouldBe("77/QĐ-KHO");
        (await app.WithDb(App.KhanhHoa, db => db.LegalDocuments.CountAsync(d => d.Number == "77/QĐ-KHO"))).ShouldBe(0);
        host.Server.Trouble = null;
        var entered = await client.UploadAsync("/van-ban/nhap", fields, Given.Pdf);
        entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetByteArrayAsync(new Uri(entered.Headers.Location + "?handler=File", UriKind.Relative))).ShouldBe(Given.Pdf);
    }

    [Fact]
    public async Task Ready_SaysInTwoLanguages_WhatTheStoreLacks()
    {
        using var client = app.Anonymous();
        host.Server.Trouble = S3Server.Refuse(404, "NoSuchBucket");
        string told;
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while ((told = await client.GetStringAsync(new Uri("/healthz/ready", UriKind.Relative))) == "Healthy" && patience.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(200);
        }

        host.Server.Trouble = null;
        told.ShouldBe("Degraded\nKhông có bucket hoặc thư mục đã cấu hình / the configured bucket or folder does not exist");
    }
}
