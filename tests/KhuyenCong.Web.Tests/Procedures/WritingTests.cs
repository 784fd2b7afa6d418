using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Procedures;

public sealed class WritingTests(App app)
{
    private static string[] Names(IHtmlDocument page) => [.. page.QuerySelectorAll("fieldset[id^='buoc-'] input[name$='.Name']").Select(i => i.GetAttribute("value")!)];

    [Fact]
    public async Task TheForm_StartsFromTheWayOfADossier_WithoutFigures()
    {
        using var officer = await app.AnOfficer();
        var page = await officer.GetPageAsync("/quy-trinh/lap");
        Names(page)[0].ShouldBe("Tiếp nhận, kiểm tra thành phần hồ sơ");
        page.QuerySelectorAll("input[name$='.Days']").Select(i => i.GetAttribute("value")).ShouldAllBe(v => string.IsNullOrEmpty(v));
        page.QuerySelector("form[data-draft] button")!.TextContent.ShouldContain("Lưu dự thảo"); // what the Enter key presses
    }

    [Fact]
    public async Task ADraft_IsWritten_SeenByItsWritersOnly_AtHomeOnly()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = GivenProcedures.Fields(await app.ACommune(0), GivenProcedures.ATitle(), ("b1", "Tiếp nhận", "2"), ("b2", "", ""), ("b3", "Thẩm định", ""));
        var path = (await officer.SubmitAsync("/quy-trinh/lap", fields)).Headers.Location.ShouldNotBeNull().OriginalString;
        var main = (await officer.GetPageAsync(path)).QuerySelector("main")!;
        main.TextContent.ShouldContain("Dự thảo, chưa áp dụng.");
        main.QuerySelectorAll(".print-table tbody tr").Select(r => r.QuerySelector("td")!.TextContent).ShouldBe(["1", "2"]);
        main.QuerySelector(".print-table tfoot")!.TextContent.ShouldContain("chưa có số liệu");

        using var owner = await app.As(Role.EstablishmentOwner);
        using var commune = await app.As(Role.CommuneAccountant);
        using var neighbour = await app.As(Role.DepartmentLeader, App.DongNai);
        using var anonymous = app.Anonymous();
        (await owner.Get(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await commune.Get("/quy-trinh/lap")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await commune.Get(path + "/sua")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await anonymous.Get(path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var url in new[] { path, path + "/sua", path + "/cong-bo", "/quy-trinh/lap?tu=" + path[^36..] })
        {
            (await neighbour.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    [Fact]
    public async Task TheFormSentTwice_IsOneProcedure()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var title = GivenProcedures.ATitle();
        var fields = GivenProcedures.Fields(await app.ACommune(0), title, ("b1", "Tiếp nhận", ""));
        (await officer.SubmitAsync("/quy-trinh/lap", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync("/quy-trinh/lap", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.WithDb(App.KhanhHoa, db => db.Procedures.CountAsync(p => p.Title == title))).ShouldBe(1);
    }

    [Fact]
    public async Task EveryFault_IsToldAtOnce_AtItsStep_AndNothingIsLost()
    {
        using var officer = await app.AnOfficer();
        var fields = GivenProcedures.Fields("99999", "", ("b1", "Tiếp nhận", "năm ngày"), ("b2", "Thẩm định", "400"));
        var page = await (await officer.SubmitAsync("/quy-trinh/lap", fields)).PageAsync();
        var told = page.QuerySelector(".error-summary")!.TextContent;
        told.ShouldContain("Hãy nhập tên quy trình");
        told.ShouldContain("không thuộc tỉnh, thành phố");
        told.ShouldContain("Bước 2: số ngày từ 1 đến 365");
        page.QuerySelector("input[name='Form.Steps[b1].Days'][aria-invalid=true]")!.GetAttribute("value").ShouldBe("năm ngày");
        page.QuerySelector(".error-summary a[href='#Form_Steps_b2__Days']").ShouldNotBeNull();
        page.GetElementById("Form_Steps_b2__Days").ShouldNotBeNull();
    }

    [Fact]
    public async Task Buttons_MoveSteps_WithoutScript_AndWhatWasTypedGoesAlong()
    {
        using var officer = await app.AnOfficer();
        var fields = GivenProcedures.Fields(await app.ACommune(0), "Đang soạn", ("b1", "Một", "1"), ("b2", "Hai", "hai"), ("b3", "Ba", "3"));
        var up = await (await officer.SubmitAsync("/quy-trinh/lap", fields, "/quy-trinh/lap?handler=Rows&viec=Up&buoc=b2")).PageAsync();
        Names(up).ShouldBe(["Hai", "Một", "Ba"]);
        up.QuerySelector("input[name='Form.Steps[b2].Days']")!.GetAttribute("value").ShouldBe("hai");
        up.QuerySelector(".error-summary").ShouldBeNull();
        up.QuerySelector("#buoc-b2 button[formaction*='viec=Up']").ShouldBeNull();
        up.QuerySelector("#buoc-b2 button[formaction*='viec=Down']").ShouldNotBeNull();
        up.QuerySelector("form[data-draft]")!.GetAttribute("action").ShouldBe("/quy-trinh/lap");
        Names(await (await officer.SubmitAsync("/quy-trinh/lap", fields, "/quy-trinh/lap?handler=Rows&viec=Remove&buoc=b1")).PageAsync()).ShouldBe(["Hai", "Ba"]);
        var added = await (await officer.SubmitAsync("/quy-trinh/lap", fields, "/quy-trinh/lap?handler=Rows&viec=Add")).PageAsync();
        Names(added).ShouldBe(["Một", "Hai", "Ba", ""]);
        var down = await (await officer.SubmitAsync("/quy-trinh/lap", fields, "/quy-trinh/lap?handler=Rows&viec=Down&buoc=b3")).PageAsync();
        Names(down).ShouldBe(["Một", "Hai", "Ba"]); // the last one stays
    }

    [Fact]
    public async Task TheDraftOfAForm_KeepsTheOrder_UntilItIsSavedOrDropped()
    {
        var procedure = await app.AProcedure(GivenProcedures.Text(await app.ACommune(0), GivenProcedures.Step("Một"), GivenProcedures.Step("Hai")));
        var (one, two) = (Key(procedure, "Một"), Key(procedure, "Hai"));
        using var officer = await app.AnOfficer();
        using var other = await app.AnOfficer();
        var fields = GivenProcedures.Fields(procedure.CommuneCode!, procedure.Title, (one, "Một", ""), (two, "Hai", ""));
        var url = procedure.Path() + "/sua";
        await officer.SubmitAsync(url, fields, $"{url}?handler=Rows&viec=Up&buoc={two}");
        var again = await officer.GetPageAsync(url);
        Names(again).ShouldBe(["Hai", "Một"]);
        again.QuerySelector("main")!.TextContent.ShouldContain("đang soạn dở được giữ lại");
        Names(await other.GetPageAsync(url)).ShouldBe(["Một", "Hai"]);
        (await officer.SubmitAsync(url, new { }, $"{url}?handler=Drop")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Names(await officer.GetPageAsync(url)).ShouldBe(["Một", "Hai"]);
    }

    [Fact]
    public async Task StepsThatStay_KeepTheirIdentity()
    {
        var procedure = await app.AProcedure(GivenProcedures.Text(await app.ACommune(0), GivenProcedures.Step("Một"), GivenProcedures.Step("Hai")));
        var (one, two) = (Key(procedure, "Một"), Key(procedure, "Hai"));
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = GivenProcedures.Fields(procedure.CommuneCode!, procedure.Title, (two, "Hai", "4"), ("b9", "Mới", ""), (one, "Một", ""));
        (await officer.SubmitAsync(procedure.Path() + "/sua", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await app.Again(procedure);
        again.InOrder.Select(s => (s.Number, s.Name, s.Days)).ShouldBe([(1, "Hai", 4), (2, "Mới", null), (3, "Một", null)]);
        again.InOrder[2].ProcedureStepId.ToString("N").ShouldBe(one);
        (await officer.GetPageAsync(procedure.Path())).QuerySelector("#lich-su")!.TextContent.ShouldContain("Sửa dự thảo quy trình");
    }

    [Fact]
    public async Task SomebodyElsesChange_IsNotOverwritten_AndNothingIsLost()
    {
        var procedure = await app.AProcedure(GivenProcedures.Text(await app.ACommune(0)));
        using var officer = await app.AnOfficer();
        var fields = GivenProcedures.Fields(procedure.CommuneCode!, "Tên của tôi", ("b1", "Bước của tôi", ""));
        fields[1] = new("Form.BaseVersion", "7");
        var page = await (await officer.SubmitAsync(procedure.Path() + "/sua", fields)).PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        page.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe("Tên của tôi");
        page.QuerySelector("input[name='Form.BaseVersion']")!.GetAttribute("value").ShouldBe("0");
        (await app.Again(procedure)).Title.ShouldBe(procedure.Title);
    }

    [Fact]
    public async Task WhatIsPublished_IsNotEdited_AndADraftMayGo()
    {
        var published = await app.AProcedure(GivenProcedures.Text(await app.ACommune(1)), GivenProcedures.Today);
        var draft = await app.AProcedure(GivenProcedures.Text(await app.ACommune(0)));
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.Get(published.Path() + "/sua")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.SubmitAsync("/quy-trinh/lap", GivenProcedures.Fields("", "Khác"), published.Path() + "/sua")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.SubmitAsync(published.Path(), new { }, published.Path() + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var reader = await app.As(Role.CommuneAccountant);
        using var neighbour = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await reader.SubmitAsync("/quy-trinh", new { }, draft.Path() + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.SubmitAsync("/quy-trinh", new { }, draft.Path() + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.SubmitAsync(draft.Path(), new { }, draft.Path() + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.Get(draft.Path())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ANewEdition_StartsFromTheOldOne()
    {
        var published = await app.AProcedure(GivenProcedures.Text(await app.ACommune(2), GivenProcedures.Step("Tiếp nhận", ProjectState.Filed, 2), GivenProcedures.Step("Thẩm định")), GivenProcedures.Today);
        using var officer = await app.AnOfficer();
        (await officer.GetPageAsync(published.Path())).QuerySelector($"a[href='/quy-trinh/lap?tu={published.ProcedureId}']").ShouldNotBeNull();
        var page = await officer.GetPageAsync($"/quy-trinh/lap?tu={published.ProcedureId}");
        Names(page).ShouldBe(["Tiếp nhận", "Thẩm định"]);
        page.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe(published.Title);
        page.QuerySelector("input[name$='.Days']")!.GetAttribute("value").ShouldBe("2");
        page.QuerySelector("select[name='Form.CommuneCode'] option[selected]")!.GetAttribute("value").ShouldBe(published.CommuneCode);
    }

    private static string Key(Procedure procedure, string name) => procedure.Steps.Single(s => s.Name == name).ProcedureStepId.ToString("N");
}
