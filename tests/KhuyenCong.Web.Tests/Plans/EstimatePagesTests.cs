using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class EstimatePagesTests(App app)
{
    [Fact]
    public async Task FromTheCentre_ToTheAllotment_InSeparateActs()
    {
        var year = GivenPlans.AYear();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        (await centre.SubmitAsync("/du-toan/de-nghi", new Dictionary<string, string> { ["Form.Title"] = "Dự toán (dữ liệu minh họa)", ["Form.Year"] = $"{year}", ["Form.HolderId"] = $"{await app.ADepartment()}" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = await app.WithDb(App.KhanhHoa, db => db.BudgetEstimates.Where(e => e.Year == year).Select(e => e.BudgetEstimateId).SingleAsync());
        var path = $"/du-toan/de-nghi/{id}";
        var lines = new Dictionary<string, string>
        {
            ["Lines[0].Id"] = $"{GivenPlans.Id()}",
            ["Lines[1].Id"] = $"{GivenPlans.Id()}",
            ["Lines[1].Text"] = "Máy móc tiên tiến",
            ["Lines[1].ContentCode"] = "k3",
            ["Lines[1].Source"] = "KCDP",
            ["Lines[1].Proposed"] = "900 triệu",
        };
        (await centre.SubmitAsync(path, lines, $"{path}?handler=Lines")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Step(centre, path, BudgetEstimateAction.Submit)).ShouldBe(HttpStatusCode.Redirect);

        using var department = await app.ASomebody(Role.DepartmentLeader);
        (await Step(department, path, BudgetEstimateAction.Forward)).ShouldBe(HttpStatusCode.Redirect);
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        (await Step(centre, path, BudgetEstimateAction.Appraise)).ShouldBe(HttpStatusCode.Forbidden);
        var line = await app.WithDb(App.KhanhHoa, db => db.WholeEstimates.Where(e => e.BudgetEstimateId == id).SelectMany(e => e.Lines).Select(l => l.BudgetEstimateLineId).SingleAsync());
        (await Step(finance, path, BudgetEstimateAction.Appraise)).ShouldBe(HttpStatusCode.OK);
        (await Step(finance, path, BudgetEstimateAction.Appraise, line, "800 triệu")).ShouldBe(HttpStatusCode.Redirect);
        (await Step(finance, path, BudgetEstimateAction.ProposeFunding)).ShouldBe(HttpStatusCode.Redirect);
        using var committee = await app.ASomebody(Role.ProvincialOfficeOfficer);
        (await Step(committee, path, BudgetEstimateAction.SubmitToCouncil)).ShouldBe(HttpStatusCode.Redirect);
        (await committee.GetPageAsync(path)).QuerySelector("#viec input[name$='.Amount']")!.GetAttribute("value").ShouldBe("800.000.000");
        (await Step(committee, path, BudgetEstimateAction.Resolve, line, "750 triệu")).ShouldBe(HttpStatusCode.Redirect);
        (await finance.GetPageAsync(path)).QuerySelector("#viec input[name$='.Amount']")!.GetAttribute("value").ShouldBe("750.000.000");
        (await Step(finance, path, BudgetEstimateAction.Allot, line, "700 triệu")).ShouldBe(HttpStatusCode.Redirect);

        var given = await app.WithDb(App.KhanhHoa, db => db.Allocations.AsNoTracking().Include(a => a.Entries).SingleAsync(a => a.Year == year));
        (given.Allotted, given.Entries[0].Kind, given.Entries[0].DocumentNumber).ShouldBe((new Dong(700_000_000), AllotmentKind.Initial, "9/VB"));
        var page = await finance.GetPageAsync(path);
        page.QuerySelector(".flash")!.TextContent.ShouldContain("khác số HĐND quyết nghị");
        page.QuerySelectorAll("#dong tbody td.num").Select(c => c.TextContent.Trim().Replace("Khác nghị quyết", "*", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)).ShouldBe(["900.000.000", "800.000.000", "750.000.000", "700.000.000*"]);
    }

    /// <summary>Two people write the lines: the second is told, keeps what they typed and sees what the first one added.</summary>
    [Fact]
    public async Task LinesThatSomebodyChangedMeanwhile_AreNotOverwritten()
    {
        var year = GivenPlans.AYear();
        using var one = await app.ASomebody(Role.CentreOfficer);
        using var two = await app.ASomebody(Role.DepartmentOfficer);
        (await one.SubmitAsync("/du-toan/de-nghi", new Dictionary<string, string> { ["Form.Title"] = "Dự toán (dữ liệu minh họa)", ["Form.Year"] = $"{year}", ["Form.HolderId"] = $"{await app.ADepartment()}" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = await app.WithDb(App.KhanhHoa, db => db.BudgetEstimates.Where(e => e.Year == year).Select(e => e.BudgetEstimateId).SingleAsync());
        var path = $"/du-toan/de-nghi/{id}";
        var seen = (await two.GetPageAsync(path)).Seen();
        (await one.SubmitAsync(path, Line("Hội chợ", "300 triệu", seen), $"{path}?handler=Lines")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await (await two.SubmitAsync(path, Line("Đào tạo", "200 triệu", seen), $"{path}?handler=Lines")).PageAsync();
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        refused.QuerySelectorAll("input[name$='.Text']").Select(i => i.GetAttribute("value")).ShouldBe(["Đào tạo", "Hội chợ"]);
        refused.Seen().ShouldNotBe(seen);
        (await app.WithDb(App.KhanhHoa, db => db.WholeEstimates.AsNoTracking().SingleAsync(e => e.BudgetEstimateId == id))).Lines.Select(l => l.Text).ShouldBe(["Hội chợ"]);

        static Dictionary<string, string> Line(string text, string amount, string seen) => new()
        {
            ["BaseVersion"] = seen,
            ["Lines[0].Id"] = $"{GivenPlans.Id()}",
            ["Lines[0].Text"] = text,
            ["Lines[0].ContentCode"] = "k3",
            ["Lines[0].Source"] = "KCDP",
            ["Lines[0].Proposed"] = amount,
        };
    }

    [Fact]
    public async Task WhoWroteLinesOfAnothersEstimate_DoesNotSendItOnAsTheDepartment()
    {
        var year = GivenPlans.AYear();
        using var one = await app.ASomebody(Role.CentreOfficer);
        using var two = await app.ASomebody(Role.DepartmentOfficer);
        (await one.SubmitAsync("/du-toan/de-nghi", new Dictionary<string, string> { ["Form.Title"] = "Dự toán (dữ liệu minh họa)", ["Form.Year"] = $"{year}", ["Form.HolderId"] = $"{await app.ADepartment()}" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = $"/du-toan/de-nghi/{await app.WithDb(App.KhanhHoa, db => db.BudgetEstimates.Where(e => e.Year == year).Select(e => e.BudgetEstimateId).SingleAsync())}";
        var lines = new Dictionary<string, string> { ["Lines[0].Id"] = $"{GivenPlans.Id()}", ["Lines[0].Text"] = "Đào tạo", ["Lines[0].ContentCode"] = "k3", ["Lines[0].Source"] = "KCDP", ["Lines[0].Proposed"] = "200 triệu" };
        (await two.SubmitAsync(path, lines, $"{path}?handler=Lines")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Step(one, path, BudgetEstimateAction.Submit)).ShouldBe(HttpStatusCode.Redirect);
        (await Step(two, path, BudgetEstimateAction.Forward)).ShouldBe(HttpStatusCode.OK);
        using var other = await app.ASomebody(Role.DepartmentOfficer);
        (await Step(other, path, BudgetEstimateAction.Forward)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task ACommune_AndAnotherProvince_SeeNoEstimate()
    {
        var year = GivenPlans.AYear();
        var id = GivenPlans.Id();
        var holder = await app.ADepartment(App.DongNai);
        await app.WithDb(App.DongNai, async db =>
        {
            db.BudgetEstimates.Add(BudgetEstimate.From(new(id, App.DongNai, year, holder, "Dự toán", GivenPlans.Id(), new(2026, 1, 1))));
            db.Because("estimate.drafted", "test");
            return await db.SaveChangesAsync();
        });
        using var other = await app.As(Role.FinanceOfficer);
        (await other.GetAsync(new Uri($"/du-toan/de-nghi/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var commune = await app.As(Role.CommuneOfficer, App.DongNai, "26068");
        (await commune.GetAsync(new Uri($"/du-toan/de-nghi/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpStatusCode> Step(HttpClient client, string path, BudgetEstimateAction action, Guid? line = null, string? amount = null)
    {
        var fields = new Dictionary<string, string> { ["Move.Note"] = "Ghi chú", ["Move.DocumentNumber"] = "9/VB", ["Move.DocumentDate"] = "09/02/2026", ["Move.Issuer"] = "UBND (dữ liệu minh họa)" };
        if (line is { } id)
        {
            fields[$"Amounts[{id}].Amount"] = amount!;
        }

        return (await client.SubmitAsync(path, fields, $"{path}?viec={action}")).StatusCode;
    }
}
