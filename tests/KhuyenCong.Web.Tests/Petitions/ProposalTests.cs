using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Petitions;

public sealed class ProposalTests(App app)
{
    private static Dictionary<string, string> Paper(string number, string? note = null) => new()
    {
        ["Move.DocumentNumber"] = number,
        ["Move.DocumentDate"] = Given.Today.Text(),
        ["Move.Note"] = note ?? "",
    };

    private async Task<(string Url, string Petition)> OpenedAsync(HttpClient officer)
    {
        using var commune = await app.As(Role.CommuneOfficer, App.KhanhHoa, "22453");
        var petition = await Given.ReceivedAsync(app, commune);
        var response = await officer.SubmitAsync("/de-xuat-sua-doi/lap", new Dictionary<string, string>
        {
            ["Form.Title"] = "Điều chỉnh mức hỗ trợ (dữ liệu minh họa)",
            ["Form.Kind"] = "Programme",
            ["Form.Petitions"] = $"{Given.IdOf(petition)}",
        });
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        return (response.Headers.Location!.ToString(), petition);
    }

    [Theory]
    [InlineData("/de-xuat-sua-doi", Role.CentreOfficer, Role.CouncilViewer)]
    [InlineData("/de-xuat-sua-doi/lap", Role.DepartmentOfficer, Role.CentreOfficer)]
    [InlineData("/kien-nghi", Role.EstablishmentOwner, Role.CouncilViewer)]
    public async Task Pages_AllowAndRefuse(string url, Role allowed, Role refused)
    {
        using var yes = await app.As(allowed);
        using var no = await app.As(refused);
        (await yes.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await no.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Proposal_IsFollowedToIssue_ThenLeadsToTheAmendmentVersion()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var (url, petition) = await OpenedAsync(officer);
        (await officer.GetPageAsync(petition)).QuerySelector("main a[href^='/de-xuat-sua-doi/']").ShouldNotBeNull();
        var bare = await officer.SubmitAsync("/kien-nghi/gui", Paper(""), $"{url}?viec=Consult");
        (await bare.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("số văn bản");
        var early = await officer.SubmitAsync("/kien-nghi/gui", Paper("1"), $"{url}?viec=Issue");
        (await early.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("trạng thái hiện tại");
        foreach (var (action, fields) in new[]
        {
            ("Consult", Paper("20/SCT")),
            ("RecordOpinion", new Dictionary<string, string>(Paper("31/STC", "Thống nhất.")) { ["Move.OpinionOf"] = "Sở Tài chính" }),
            ("Submit", Paper("22/TTr-SCT")),
            ("Issue", Paper("99/QĐ-UBND")),
        })
        {
            var response = await officer.SubmitAsync("/kien-nghi/gui", fields, $"{url}?viec={action}");
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect, action);
        }

        var page = await officer.GetPageAsync(url);
        page.QuerySelector("main")!.TextContent.ShouldContain("Ý kiến của Sở Tài chính");
        page.QuerySelector("main a[href$='/sua']").ShouldNotBeNull();
        (await app.WithDb(App.KhanhHoa, db => db.AmendmentProposals.SingleAsync(a => a.AmendmentProposalId == Given.IdOf(url)))).State.ShouldBe(AmendmentState.Issued);
    }

    [Fact]
    public async Task Proposal_Refused_AndForeign404()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var (url, petition) = await OpenedAsync(officer);
        using var centre = await app.As(Role.CentreOfficer);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await centre.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await centre.SubmitAsync("/kien-nghi/gui", Paper("1"), $"{url}?viec=Consult")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.SubmitAsync("/kien-nghi/gui", Paper("1"), $"{url}?viec=Consult")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var stolen = await foreign.SubmitAsync("/de-xuat-sua-doi/lap", new Dictionary<string, string> { ["Form.Title"] = "x", ["Form.Petitions"] = $"{Given.IdOf(petition)}" });
        (await stolen.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("ít nhất một phản ánh");
        var twice = await officer.SubmitAsync("/de-xuat-sua-doi/lap", new Dictionary<string, string> { ["Form.Title"] = "x", ["Form.Petitions"] = $"{Given.IdOf(petition)}" });
        (await twice.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đã thuộc đề xuất khác");
    }
}
