using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Petitions;

public sealed class PetitionTests(App app)
{
    private const string Filer = "Cơ sở Nước mắm Bãi Dài (dữ liệu minh họa)";

    [Fact]
    public async Task Petition_IsSeenByItsFilerAndTheDepartment_NotByOthersNorOtherProvinces()
    {
        using var commune = await app.As(Role.CommuneOfficer, App.KhanhHoa, "22453");
        var url = await Given.FiledAsync(app, commune);
        using var department = await app.As(Role.DepartmentOfficer);
        using var centre = await app.As(Role.CentreOfficer);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        using var council = await app.As(Role.CouncilViewer);
        (await department.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain(Filer);
        (await foreign.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.MoveAsync(url, "Receive", new() { ["Move.Deadline"] = Given.Today.Text() })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await council.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        // The account of the test belongs to the same organisation, so the centre's own reach must come from its role alone.
        (await centre.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task FilerName_IsHiddenFromWhoeverNeitherFiledNorAnswers()
    {
        var id = Uuid.New(TimeProvider.System);
        var title = $"Vướng mắc {id:N}";
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var rule = await db.LegalRules.FirstAsync(r => r.Code == "norm.advanced-machines");
            var text = new PetitionText(PetitionKind.Obstacle, PetitionSubjectKind.Rule, rule.LegalRuleId, null, title, "Nội dung", $"Bí Mật {id:N}");
            db.Petitions.Add(Petition.From(new(id, $"TEST-{id:N}", App.KhanhHoa, text, id, null, Given.Today)));
            db.Because("petition.filed");
            return await db.SaveChangesAsync();
        });
        using var finance = await app.As(Role.FinanceOfficer);
        using var officer = await app.As(Role.DepartmentOfficer);
        using var owner = await app.As(Role.EstablishmentOwner);
        (await finance.GetStringAsync(new Uri($"/kien-nghi/{id}", UriKind.Relative))).ShouldNotContain("Bí Mật");
        (await finance.GetStringAsync(new Uri($"/kien-nghi?tim={id:N}", UriKind.Relative))).ShouldContain(title);
        (await finance.GetPageAsync($"/kien-nghi?tim=bi+mat+{id:N}")).QuerySelector("tbody")?.TextContent.ShouldNotContain(title);
        (await officer.GetPageAsync($"/kien-nghi?tim=bi+mat+{id:N}")).QuerySelector("tbody")!.TextContent.ShouldContain(title);
        (await owner.GetAsync(new Uri($"/kien-nghi/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetPageAsync($"/kien-nghi?tim={id:N}")).QuerySelector("tbody")?.TextContent.ShouldNotContain(title);
    }

    [Fact]
    public async Task WholeWay_AskSupplyAnswerClose()
    {
        using var commune = await app.As(Role.CommuneOfficer, App.KhanhHoa, "22453");
        using var officer = await app.As(Role.DepartmentOfficer);
        var url = await Given.FiledAsync(app, commune);
        var bare = await officer.MoveAsync(url, "Receive");
        (await bare.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("hạn trả lời");
        await officer.MovesAsync(url, "Receive", new() { ["Move.Deadline"] = Given.Today.AddDays(10).Text(), ["Move.DocumentNumber"] = "12/SCT-QLCN", ["Move.DocumentDate"] = Given.Today.Text() });
        await officer.MovesAsync(url, "AskInformation", new() { ["Move.Note"] = "Máy sản xuất năm nào?" });
        await commune.MovesAsync(url, "SupplyInformation", new() { ["Move.Note"] = "Năm 2024." });
        await officer.MovesAsync(url, "Answer", new() { ["Move.Note"] = "Máy đã qua sử dụng không được hỗ trợ.", ["Move.DocumentNumber"] = "15/SCT-QLCN", ["Move.DocumentDate"] = Given.Today.Text() });
        var page = await commune.GetPageAsync(url);
        page.QuerySelectorAll(".timeline-list strong").Select(s => s.TextContent).Take(5)
            .ShouldBe(["Đã gửi", "Đã tiếp nhận", "Đã yêu cầu bổ sung thông tin", "Đã bổ sung thông tin", "Đã trả lời"]);
        page.QuerySelector("main")!.TextContent.ShouldContain("Văn bản số 15/SCT-QLCN");
        await officer.MovesAsync(url, "Close");
        (await officer.GetPageAsync(url)).QuerySelectorAll(".page-actions a").ShouldBeEmpty();
        (await app.WithDb(App.KhanhHoa, db => db.AuditEvents.CountAsync(e => e.SubjectId == Given.IdOf(url)))).ShouldBe(6);
    }

    [Fact]
    public async Task Buttons_AreExactlyTheTable_AndTheTableGuardsThePost()
    {
        using var commune = await app.As(Role.CommuneOfficer, App.KhanhHoa, "22453");
        using var finance = await app.As(Role.FinanceOfficer, App.KhanhHoa);
        using var officer = await app.As(Role.DepartmentOfficer);
        var url = await Given.FiledAsync(app, commune);
        (await officer.GetPageAsync(url)).QuerySelectorAll(".page-actions a").Select(a => a.TextContent).ShouldContain("Tiếp nhận");
        foreach (var action in Enum.GetValues<PetitionAction>().Where(a => PetitionStates.Find(PetitionState.Filed, a) is null))
        {
            var refused = await officer.MoveAsync(url, $"{action}", new() { ["Move.Note"] = "x", ["Move.Deadline"] = "" });
            refused.StatusCode.ShouldBe(HttpStatusCode.OK, $"{action}");
            (await refused.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("không làm được ở trạng thái hiện tại");
        }

        var forbidden = await commune.MoveAsync(url, "Receive", new() { ["Move.Deadline"] = Given.Today.Text() });
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await forbidden.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Vai trò của bạn không được làm việc này");
        await commune.MovesAsync(url, "Withdraw");
        (await commune.GetPageAsync(url)).QuerySelector(".page-facts")!.TextContent.ShouldContain("Đã rút");
    }

    [Fact]
    public async Task Overdue_IsTold()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var id = Uuid.New(TimeProvider.System);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var text = new PetitionText(PetitionKind.Proposal, PetitionSubjectKind.Rule, id, null, $"Quá hạn {id:N}", "Nội dung", "Cơ sở (dữ liệu minh họa)");
            var petition = Petition.From(new(id, $"TEST-{id:N}", App.KhanhHoa, text, id, null, Given.Today.AddDays(-20)));
            petition.Apply(new PetitionMoved(id, Uuid.New(TimeProvider.System), new(PetitionAction.Receive, Deadline: Given.Today.AddDays(-4)), PetitionState.Received, id, Given.Today.AddDays(-19)));
            db.Petitions.Add(petition);
            db.Because("petition.filed");
            return await db.SaveChangesAsync();
        });
        // Four days, of which some may be a weekend or days off that come with the product.
        var overdue = (await app.WithDb(App.KhanhHoa, db => db.WorkingCalendarAsync())).OverdueText(Given.Today.AddDays(-4), Given.Today);
        (await officer.GetPageAsync($"/kien-nghi/{id}")).QuerySelector(".page-facts")!.TextContent.ShouldContain(overdue);
        (await officer.GetPageAsync($"/kien-nghi?qua-han=true&tim={id:N}")).QuerySelector("tbody")!.TextContent.ShouldContain(overdue);
        (await officer.GetAsync(new Uri($"/kien-nghi?handler=Excel&tim={id:N}", UriKind.Relative))).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
