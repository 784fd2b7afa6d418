using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class TradePagesTests(App app)
{
    [Fact]
    public async Task TheWriterProposes_TheOfficerConfirms_AndTheWhatIfPageSaysWhoAndWhy()
    {
        var year = GivenPlans.AYear();
        var (centre, organisation) = await app.AsUnit(Role.CentreOfficer);
        using var writer = centre;
        var project = await app.AnAppraised(year, organisation: organisation);
        var path = $"/de-an/{project.ProjectId}/nganh-uu-tien";
        var proposal = new Dictionary<string, string> { ["Form.Ground"] = "SupportingIndustry", ["Form.Reason"] = "Linh kiện trong danh mục", ["Form.Paper"] = "" };
        (await (await writer.SubmitAsync(path, new Dictionary<string, string>(proposal) { ["Form.Reason"] = "" }, $"{path}?handler=Propose")).Told()).ShouldNotBeEmpty();
        await (await writer.SubmitAsync(path, proposal, $"{path}?handler=Propose")).ShouldGoOn();
        var statement = await app.WithDb(App.KhanhHoa, db => db.TradeStatements.AsNoTracking().SingleAsync(s => s.ProjectId == project.ProjectId));
        var decide = $"{path}?handler=Decide&dong={statement.TradeStatementId}";
        (await writer.SubmitAsync(path, new { Decision = "Đúng", dung = "true" }, decide)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var batch = await app.ABatch(await app.APlan(year), BatchState.Drafting);
        (await writer.GetPageAsync($"{batch.Path()}/chon")).QuerySelector("#phuong-an")!.TextContent.ShouldContain("chờ cán bộ xác nhận");
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await officer.SubmitAsync(path, new { Decision = "Có trong danh mục công nghiệp hỗ trợ", dung = "true" }, decide)).ShouldGoOn();
        var told = (await writer.GetPageAsync($"{batch.Path()}/chon")).QuerySelector("#phuong-an")!.TextContent;
        told.ShouldContain("công nghiệp hỗ trợ: do cán bộ xác định");
        told.ShouldContain("Có trong danh mục công nghiệp hỗ trợ");
    }
}
