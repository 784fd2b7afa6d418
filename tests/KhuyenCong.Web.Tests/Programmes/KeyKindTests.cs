using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Programmes;

public sealed class KeyKindTests(App app)
{
    [Fact]
    public async Task ChangingTheKind_RekeysResults_OrNamesWhatCollides()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var programme = await app.WithAProgramme(change: WithAModel);
        var target = await app.Target(programme, "T9");
        var mark = GivenResults.Id().ToString("N");
        var first = (await officer.Send(GivenResults.FormOf(target), GivenResults.Fields("Mô hình " + mark))).ResultId();
        var second = (await officer.Send(GivenResults.FormOf(target), GivenResults.Fields("Mô hình " + mark, "22366"))).ResultId();
        var url = $"/chuong-trinh/{programme.ProgrammeId}/chi-tieu/T9";
        var change = url + "?handler=KeyKind";

        var refused = await (await officer.SubmitAsync(url, new { KeyKind = NaturalKeyKind.ClassAndDate, Reason = "Mỗi lớp một ngày" }, change)).PageAsync();
        refused.Faults().ShouldHaveSingleItem().ShouldContain($"Mô hình {mark}");
        (await app.Target(programme, "T9")).KeyKind.ShouldBe(NaturalKeyKind.Other);

        (await officer.SubmitAsync($"/ket-qua/{second}/rut", new { reason = "Ghi hai lần" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync(url, new { KeyKind = NaturalKeyKind.ClassAndDate, Reason = "Mỗi lớp một ngày" }, change)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.WithDb(App.KhanhHoa, db => db.Results.SingleAsync(r => r.ResultId == first))).NaturalKeyKind.ShouldBe(NaturalKeyKind.ClassAndDate);
        (await officer.GetPageAsync(url)).QuerySelector("#lich-su")!.TextContent.ShouldContain("Mỗi lớp một ngày");
        (await (await officer.Send(GivenResults.FormOf(target), GivenResults.Fields("Mô hình " + mark, "22366"))).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("đã được ghi nhận");
    }

    private static ProgrammeText WithAModel(ProgrammeText text) => text with
    {
        Statements = [.. text.Statements, new() { Code = "T9", ContentCode = "1", Name = "Mô hình trình diễn", Unit = "mô hình", Quantity = 5, Clause = "III.1.c", Quote = "05 mô hình" }],
    };

    [Fact]
    public async Task OnlyTheProgrammesOfficer_AndOnlyAtHome()
    {
        var programme = await app.WithAProgramme(change: WithAModel);
        var url = $"/chuong-trinh/{programme.ProgrammeId}/chi-tieu/T9";
        using var centre = await app.As(Role.CentreOfficer);
        (await centre.SubmitAsync(url, new { KeyKind = NaturalKeyKind.ClassAndDate, Reason = "x" }, url + "?handler=KeyKind")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.SubmitAsync("/", new { KeyKind = NaturalKeyKind.ClassAndDate, Reason = "x" }, url + "?handler=KeyKind")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var officer = await app.As(Role.DepartmentOfficer);
        (await (await officer.SubmitAsync(url, new { KeyKind = NaturalKeyKind.ClassAndDate, Reason = "" }, url + "?handler=KeyKind")).PageAsync()).Faults().ShouldHaveSingleItem().ShouldContain("lý do");
    }
}
