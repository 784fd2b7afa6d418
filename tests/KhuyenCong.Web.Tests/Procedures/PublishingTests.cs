using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Law;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Procedures;

public sealed class PublishingTests(App app)
{
    [Fact]
    public async Task TheLeader_Publishes_EverybodyReads_AtHomeOnly()
    {
        var draft = await app.AProcedure(GivenProcedures.Text(await app.ACommune(3)));
        var url = draft.Path() + "/cong-bo";
        using var leader = await app.As(Role.DepartmentLeader);
        using var officer = await app.As(Role.DepartmentOfficer);
        using var owner = await app.As(Role.EstablishmentOwner);
        using var neighbour = await app.As(Role.DepartmentLeader, App.DongNai);
        (await officer.Get(url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.SubmitAsync(draft.Path(), GivenProcedures.Decision(), url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.SubmitAsync("/quy-trinh", GivenProcedures.Decision(), url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.UploadAsync(url, GivenProcedures.Decision(), Given.Pdf)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = (await owner.GetPageAsync(draft.Path())).QuerySelector("main")!;
        page.TextContent.ShouldContain("Đang áp dụng");
        page.TextContent.ShouldContain($"Quyết định số 128/QĐ-SCT ngày {GivenProcedures.Today.AddDays(-3).Text()}");
        page.QuerySelector("a[href$='/sua']").ShouldBeNull();
        (await owner.GetByteArrayAsync(new Uri(draft.Path() + "?handler=File", UriKind.Relative))).ShouldBe(Given.Pdf);
        (await owner.GetPageAsync($"/quy-trinh?tim={Uri.EscapeDataString(draft.Title)}")).QuerySelector($"#quy-trinh a[href='{draft.Path()}']").ShouldNotBeNull();
        (await neighbour.Get(draft.Path())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.Get(draft.Path() + "?handler=File")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.Get(url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task EveryFault_IsToldAtOnce_AndNothingIsLost()
    {
        var draft = await app.AProcedure(GivenProcedures.Text(await app.ACommune(0)) with { Steps = [new(GivenProcedures.Id(), "Tiếp nhận")] });
        using var leader = await app.As(Role.DepartmentLeader);
        var fields = GivenProcedures.Decision();
        (fields["Form.Number"], fields["Form.Date"], fields["Form.From"], fields["Form.To"]) = ("", "hôm qua", "", GivenProcedures.Today.AddDays(-1).Text());
        var page = await (await leader.UploadAsync(draft.Path() + "/cong-bo", fields, [1, 2, 3, 4, 5])).PageAsync();
        var told = page.QuerySelectorAll(".error-summary li").Select(l => l.TextContent).ToArray();
        told.ShouldContain("Hãy nhập số quyết định.");
        told.ShouldContain("Hãy nhập ngày bắt đầu áp dụng.");
        told.ShouldContain(t => t.Contains("Ngày không đọc được"));
        told.ShouldContain(t => t.Contains("ở bước 1"));
        told.ShouldContain(t => t.Contains("Ngày cuối áp dụng"));
        told.ShouldContain(t => t.Contains("PDF"));
        page.QuerySelector("input[name='Form.Date']")!.GetAttribute("value").ShouldBe("hôm qua");
        page.QuerySelector("input[name='Form.Issuer']")!.GetAttribute("value").ShouldBe(fields["Form.Issuer"]);
        (await app.Again(draft)).IsPublished.ShouldBeFalse();
    }

    [Fact]
    public async Task TheNextEdition_TakesOver_AndTheOldOneStaysReadable()
    {
        var commune = await app.ACommune(4);
        var old = await app.AProcedure(GivenProcedures.Text(commune), GivenProcedures.Today.AddDays(-100));
        var next = await app.AProcedure(GivenProcedures.Text(commune));
        using var leader = await app.As(Role.DepartmentLeader);
        (await leader.GetPageAsync(next.Path() + "/cong-bo")).QuerySelector($".notice a[href='{old.Path()}']").ShouldNotBeNull();
        (await leader.SubmitAsync(next.Path() + "/cong-bo", GivenProcedures.Decision(GivenProcedures.Today.AddDays(10)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(old)).To.ShouldBe(GivenProcedures.Today.AddDays(9));
        var page = (await leader.GetPageAsync(old.Path())).QuerySelector("main")!;
        page.TextContent.ShouldContain("Đang áp dụng");
        page.QuerySelector($".notice a[href='{next.Path()}']").ShouldNotBeNull();
        (await leader.GetPageAsync(next.Path())).QuerySelector(".page-facts")!.TextContent.ShouldContain("Chưa đến ngày áp dụng");

        var third = await app.AProcedure(GivenProcedures.Text(commune));
        var refused = await (await leader.SubmitAsync(third.Path() + "/cong-bo", GivenProcedures.Decision(GivenProcedures.Today))).PageAsync();
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain($"Đã công bố “{next.Title}”");
    }

    [Fact]
    public async Task ADraftChangedMeanwhile_IsNotPublishedUnseen()
    {
        var draft = await app.AProcedure(GivenProcedures.Text(await app.ACommune(0)));
        using var leader = await app.As(Role.DepartmentLeader);
        var fields = GivenProcedures.Decision();
        fields["BaseVersion"] = "5";
        (await (await leader.SubmitAsync(draft.Path() + "/cong-bo", fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        (await app.Again(draft)).IsPublished.ShouldBeFalse();
    }

    [Fact]
    public async Task TwoPublishedAtOnce_NeverBothApply()
    {
        var commune = await app.ACommune(5);
        var drafts = new[] { await app.AProcedure(GivenProcedures.Text(commune)), await app.AProcedure(GivenProcedures.Text(commune)) };
        using var leader = await app.As(Role.DepartmentLeader);
        await leader.GetPageAsync(drafts[0].Path() + "/cong-bo");
        var answers = await Task.WhenAll(drafts.Select((d, i) => leader.SubmitAsync(d.Path() + "/cong-bo", GivenProcedures.Decision(GivenProcedures.Today.AddDays(i)))));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect || a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.Conflict);
        var now = await app.WithDb(App.KhanhHoa, db => db.Procedures.AsNoTracking().Where(p => p.TerritoryCode == commune && p.From != null).ToListAsync());
        now.Count(p => p.Covers(GivenProcedures.Today.AddDays(1))).ShouldBe(1);
        now.Select(p => p.Edition).Distinct().Count().ShouldBe(now.Count);
    }

    [Fact]
    public async Task TheList_FiltersByStanding_AndHidesDraftsFromReaders()
    {
        var commune = await app.ACommune(6);
        var mark = $"{GivenProcedures.Id():N}";
        var past = await app.AProcedure(GivenProcedures.Text(commune) with { Title = $"Cũ {mark}" }, GivenProcedures.Today.AddDays(-50));
        await app.WithDb(App.KhanhHoa, async db =>
        {
            (await db.Procedures.SingleAsync(p => p.ProcedureId == past.ProcedureId)).Apply(new ProcedureSuperseded(past.ProcedureId, GivenProcedures.Today.AddDays(-1)));
            db.Because("procedure.published", "test");
            return await db.SaveChangesAsync();
        });
        var draft = await app.AProcedure(GivenProcedures.Text(commune) with { Title = $"Dự thảo {mark}" });
        using var officer = await app.As(Role.DepartmentOfficer);
        using var owner = await app.As(Role.EstablishmentOwner);
        (await officer.GetPageAsync($"/quy-trinh?tim={mark}")).QuerySelectorAll("#quy-trinh tbody th a").Length.ShouldBe(2);
        (await officer.GetPageAsync($"/quy-trinh?tim={mark}&tinh-trang=Draft")).QuerySelector($"a[href='{draft.Path()}']").ShouldNotBeNull();
        (await owner.GetPageAsync($"/quy-trinh?tim={mark}")).QuerySelectorAll("#quy-trinh tbody th a").Select(a => a.GetAttribute("href")).ShouldBe([past.Path()]);
        (await owner.GetPageAsync($"/quy-trinh?tim={mark}&tinh-trang=InForce")).QuerySelector("#quy-trinh").ShouldBeNull();
        (await owner.GetPageAsync($"/quy-trinh?tim={mark}&tinh-trang=InForce&ngay={GivenProcedures.Today.AddDays(-2).Text()}")).QuerySelector($"a[href='{past.Path()}']").ShouldNotBeNull();
        var excel = await owner.Get($"/quy-trinh?handler=Excel&tim={mark}");
        (excel.StatusCode, excel.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        using var portal = await app.As(Role.Citizen);
        (await portal.Get("/quy-trinh")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TheDossier_NamesItsProcedure_AndTheTimeOfItsStep()
    {
        var commune = await app.ACommune(7);
        var workshop = await app.AnEstablishment(commune: commune);
        var filed = await app.AProject(GivenProjects.Text(workshop, ProjectKind.Commune, commune), ProjectState.Filed);
        using var officer = await app.As(Role.CommuneOfficer, commune: commune);
        (await officer.GetPageAsync(filed.Path())).GetElementById("quy-trinh")!.TextContent.ShouldContain("Chưa công bố quy trình");

        var procedure = await app.AProcedure(GivenProcedures.Text(commune), GivenProcedures.Today);
        var shown = (await officer.GetPageAsync(filed.Path())).GetElementById("quy-trinh")!;
        shown.TextContent.ShouldContain("Quy trình: bước 1/2: 2 ngày làm việc, đã 0 ngày làm việc, còn 2, hạn ");
        shown.TextContent.ShouldContain("Bước tiếp theo: Thẩm định.");
        shown.QuerySelector($"a[href='{procedure.Path()}']")!.TextContent.ShouldBe(procedure.Title);

        // A state that the procedure has no step for: its name alone.
        var received = await app.AProject(GivenProjects.Text(workshop, ProjectKind.Commune, commune), ProjectState.Received);
        (await officer.GetPageAsync(received.Path())).GetElementById("quy-trinh")!.TextContent.ShouldNotContain("bước");

        // Filed before the procedure's day: another one, or none.
        var later = await app.AProject(GivenProjects.Text(await app.AnEstablishment(commune: await app.ACommune(8)), ProjectKind.Commune, await app.ACommune(8)), ProjectState.Filed);
        await app.AProcedure(GivenProcedures.Text(await app.ACommune(8)), GivenProcedures.Today.AddDays(1));
        using var elsewhere = await app.As(Role.CommuneOfficer, commune: await app.ACommune(8));
        (await elsewhere.GetPageAsync(later.Path())).GetElementById("quy-trinh")!.TextContent.ShouldContain("Chưa công bố quy trình");
    }
}
