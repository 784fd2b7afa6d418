using System.Net;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Tests.Results.GivenResults;

namespace KhuyenCong.Web.Tests.Results;

public sealed class RemoveEvidenceTests(App app)
{
    [Fact]
    public async Task AWrongFile_IsRemovedWithAReason_AndStaysAsARemovedVersion()
    {
        var client = await app.As(Role.CentreOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var (wrong, right) = (APdf("nhầm.pdf"), APdf("đúng.pdf"));
        var id = (await client.Send(FormOf(target), Fields("Gỡ một tệp"), wrong, right)).ResultId();
        var file = await app.WithDb(App.KhanhHoa, db => db.Evidence.SingleAsync(e => e.ResultId == id && e.FileName == "nhầm.pdf"));
        var (url, remove) = ($"/ket-qua/{id}", $"/ket-qua/{id}?handler=Remove&evidenceId={file.EvidenceId}");

        (await (await client.SubmitAsync(url, new { RemovalReason = " " }, remove)).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("lý do gỡ");
        (await client.SubmitAsync(url, new { RemovalReason = "Nhầm hồ sơ" }, remove)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await app.WithDb(App.KhanhHoa, db => db.Results.SingleAsync(r => r.ResultId == id))).EvidenceCount.ShouldBe(1);
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.SingleAsync(b => b.Sha256 == file.Sha256))).References.ShouldBe(1);
        var page = await client.GetPageAsync(url);
        page.QuerySelector("#giay-to-da-go del").ShouldNotBeNull();
        page.QuerySelector("#giay-to-da-go")!.TextContent.ShouldContain("Nhầm hồ sơ");
        var kept = page.QuerySelector("#giay-to-da-go a")!.GetAttribute("href")!;
        (await client.GetAsync(new Uri(kept, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        // Whoever sees the result sees it, the council too; neither another commune nor another province.
        (await (await app.As(Role.CouncilViewer)).GetAsync(new Uri(kept, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await app.As(Role.DepartmentOfficer, App.DongNai)).GetAsync(new Uri(kept, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Role.CommuneOfficer, App.KhanhHoa, "22363")).GetAsync(new Uri(kept, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("#lich-su")!.TextContent.ShouldContain("Nhầm hồ sơ");
        page.Body!.TextContent.ShouldContain("minh chứng duy nhất");
        (await client.GetAsync(new Uri($"{url}/minh-chung/{file.EvidenceId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SubmitAsync(url, new { RemovalReason = "x" }, remove)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheLastProof_Stays_AndASharedFileKeepsItsContent()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var target = await app.Target(await app.AProgramme(), "T-1");
        var shared = APdf("chung.pdf");
        var one = (await client.Send(FormOf(target), Fields("Dùng chung 1"), shared)).ResultId();
        var two = (await client.Send(FormOf(target), [.. Fields("Dùng chung 2"), new("Form.SameFileReason", "một biên bản")], shared, APdf())).ResultId();

        var last = await app.WithDb(App.KhanhHoa, db => db.Evidence.SingleAsync(e => e.ResultId == one));
        (await (await client.SubmitAsync($"/ket-qua/{one}", new { RemovalReason = "x" }, $"/ket-qua/{one}?handler=Remove&evidenceId={last.EvidenceId}")).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("minh chứng duy nhất");
        var copy = await app.WithDb(App.KhanhHoa, db => db.Evidence.SingleAsync(e => e.ResultId == two && e.Sha256 == last.Sha256));
        (await client.SubmitAsync($"/ket-qua/{two}", new { RemovalReason = "Không cần" }, $"/ket-qua/{two}?handler=Remove&evidenceId={copy.EvidenceId}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync(new Uri($"/ket-qua/{one}/minh-chung/{last.EvidenceId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OthersMayNot()
    {
        var client = await app.As(Role.DepartmentOfficer);
        var id = (await client.Send(FormOf(await app.Target(await app.AProgramme(), "T-1")), Fields("Không gỡ"), APdf(), APdf())).ResultId();
        var file = await app.WithDb(App.KhanhHoa, db => db.Evidence.FirstAsync(e => e.ResultId == id));
        var remove = $"/ket-qua/{id}?handler=Remove&evidenceId={file.EvidenceId}";
        (await (await app.As(Role.FinanceOfficer)).SubmitAsync("/", new { RemovalReason = "x" }, remove)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Role.DepartmentOfficer, App.DongNai)).SubmitAsync("/", new { RemovalReason = "x" }, remove)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Role.CommuneOfficer, App.KhanhHoa, "22363")).SubmitAsync("/", new { RemovalReason = "x" }, remove)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
