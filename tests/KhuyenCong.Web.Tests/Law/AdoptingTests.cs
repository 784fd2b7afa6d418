using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Norms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Law;

public sealed class AdoptingTests(App app)
{
    private static readonly DateOnly Today = TimeProvider.System.Today;

    private static Dictionary<string, string> Fields() => new()
    {
        ["Form.SignedNumber"] = "128/TB-SCT",
        ["Form.SignedOn"] = Today.AddDays(-3).Text(),
        ["Form.SignerName"] = "Trần Minh Họa (dữ liệu minh họa)",
        ["Form.SignerTitle"] = "Giám đốc Sở Công Thương",
        ["Form.From"] = Today.AddDays(-2).Text(),
    };

    [Fact]
    public async Task Adopt_IsForTheLeader_AndNotForAnotherProvincesRule()
    {
        var url = $"/quy-dinh/{await Given.RuleAsync(app)}/xac-nhan";
        var foreign = $"/quy-dinh/{await Given.RuleAsync(app, territory: App.DongNai)}/xac-nhan";
        using var leader = await app.As(Role.DepartmentLeader);
        using var officer = await app.As(Role.DepartmentOfficer);
        using var stranger = app.Anonymous();
        (await leader.GetPageAsync(url)).QuerySelector("#he-qua")!.TextContent.ShouldContain("Sau khi xác nhận, quy định này sẽ chặn mức hỗ trợ vượt định mức (50\u00a0%; 300.000.000\u00a0đ)");
        (await officer.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.GetAsync(new Uri(foreign, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.SubmitAsync(url, Fields(), foreign)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Adopt_ChangesTheStandingInThisProvinceOnly_UntilRevoked()
    {
        var rule = await Given.RuleAsync(app);
        var url = $"/quy-dinh/{rule}/xac-nhan";
        using var leader = await app.As(Role.DepartmentLeader);
        using var neighbour = await app.As(Role.DepartmentLeader, App.DongNai);
        (await leader.UploadAsync(url, Fields(), Given.Pdf)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.GetPageAsync($"/quy-dinh/{rule}")).QuerySelector(".page-facts")!.TextContent.ShouldContain("Đã xác nhận áp dụng theo 128/TB-SCT");
        (await neighbour.GetPageAsync($"/quy-dinh/{rule}")).QuerySelector(".page-facts")!.TextContent.ShouldContain("Chưa kiểm chứng – chỉ cảnh báo");

        var adoption = await app.WithDb(App.KhanhHoa, db => db.RuleAdoptions.SingleAsync(a => a.LegalRuleId == rule));
        var file = $"/quy-dinh/{rule}?handler=File&adoption={adoption.RuleAdoptionId}";
        (await leader.GetByteArrayAsync(new Uri(file, UriKind.Relative))).ShouldBe(Given.Pdf);
        (await neighbour.GetAsync(new Uri(file, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var revoke = $"{url}?handler=Revoke&adoption={adoption.RuleAdoptionId}";
        var end = new Dictionary<string, string> { ["Revocation.From"] = Today.Text(), ["Revocation.Reason"] = "Trung ương ban hành văn bản mới." };
        (await neighbour.SubmitAsync(url, end, revoke)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.SubmitAsync("/van-ban/nhap", end, revoke)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var bare = await leader.SubmitAsync(url, new Dictionary<string, string> { ["Revocation.From"] = Today.AddDays(-1).Text(), ["Revocation.Reason"] = "" }, revoke);
        var faults = (await bare.PageAsync()).QuerySelectorAll(".error-summary li").Select(l => l.TextContent).ToArray();
        faults.ShouldContain(f => f.Contains("lùi ngày"));
        faults.ShouldContain(f => f.Contains("lý do"));

        (await leader.SubmitSeenAsync(url, end, revoke)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.GetPageAsync($"/quy-dinh/{rule}")).QuerySelector(".page-facts")!.TextContent.ShouldContain("Chưa kiểm chứng – chỉ cảnh báo");
        var told = await app.WithDb(App.KhanhHoa, db => db.AuditEvents.Where(e => e.SubjectId == rule).OrderBy(e => e.AuditEventId).Select(e => e.Kind).ToListAsync());
        told.ShouldBe(["rule.adopted", "rule.adoption-revoked"]);
    }

    [Fact]
    public async Task Adopt_TellsAllFaultsAtOnce()
    {
        var url = $"/quy-dinh/{await Given.RuleAsync(app)}/xac-nhan";
        using var leader = await app.As(Role.DepartmentLeader);
        var response = await leader.UploadAsync(url, [], [.. "GIF89a"u8], "anh.pdf");
        var faults = (await response.PageAsync()).QuerySelectorAll(".error-summary li").Select(l => l.TextContent).ToArray();
        faults.Length.ShouldBe(6, string.Join('\n', faults));
    }

    [Fact]
    public async Task Adopt_Twice_IsRefused_AndAVerifiedRuleNeedsNone()
    {
        var url = $"/quy-dinh/{await Given.RuleAsync(app)}/xac-nhan";
        using var leader = await app.As(Role.DepartmentLeader);
        (await leader.UploadAsync(url, Fields())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.UploadAsync(url, Fields())).StatusCode.ShouldBe(HttpStatusCode.OK);
        var verified = await leader.GetPageAsync($"/quy-dinh/{await Given.RuleAsync(app, Verification.VerifiedVerbatim)}/xac-nhan");
        verified.QuerySelector("main")!.TextContent.ShouldContain("không cần xác nhận");
        verified.QuerySelector("main form[enctype]").ShouldBeNull();
    }
}
