using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Procedures;

/// <summary>A commune's officer writes and its leader publishes the commune's own procedure, and no other.</summary>
public sealed class CommuneProcedureTests(App app)
{
    [Fact]
    public async Task TheOfficer_Writes_TheLeader_Publishes_AtHomeOnly()
    {
        var (here, there) = (await app.ACommune(9), await app.ACommune(10));
        using var officer = await app.As(Role.CommuneOfficer, commune: here);
        using var leader = await app.As(Role.CommuneLeader, commune: here);
        using var neighbour = await app.As(Role.CommuneLeader, commune: there);
        using var elsewhere = await app.As(Role.DepartmentLeader, App.DongNai);
        using var department = await app.As(Role.DepartmentOfficer);

        var form = await officer.GetPageAsync("/quy-trinh/lap");
        form.QuerySelectorAll("select[name='Form.Regime'] option").Select(o => o.GetAttribute("value")).ShouldBe(["Commune"]);
        form.QuerySelectorAll("select[name='Form.CommuneCode'] option[value]:not([value=''])").Select(o => o.GetAttribute("value")).ShouldBe([here]);
        form.QuerySelector("select[name='Form.CommuneCode'] option[selected]")!.GetAttribute("value").ShouldBe(here);

        foreach (var (regime, commune) in new[] { ("Commune", there), ("Commune", ""), ("Provincial", "") })
        {
            var wrong = GivenProcedures.Fields(commune, GivenProcedures.ATitle(), ("b1", "Tiếp nhận", "2"));
            wrong[wrong.FindIndex(f => f.Key == "Form.Regime")] = new("Form.Regime", regime);
            (await (await officer.SubmitAsync("/quy-trinh/lap", wrong)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("của địa bàn mình", customMessage: regime + commune);
        }

        var fields = GivenProcedures.Fields(here, GivenProcedures.ATitle(), ("b1", "Tiếp nhận", "2"));
        var path = (await officer.SubmitAsync("/quy-trinh/lap", fields)).Headers.Location.ShouldNotBeNull().OriginalString;
        foreach (var stranger in new[] { neighbour, elsewhere })
        {
            foreach (var page in new[] { path, path + "/sua", path + "/cong-bo" })
            {
                (await stranger.Get(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            }

            (await stranger.SubmitAsync("/quy-trinh", GivenProcedures.Decision(), path + "/cong-bo")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.SubmitAsync("/quy-trinh", new { }, path + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        // A draft of theirs does not become the neighbour's.
        var moved = GivenProcedures.Fields(there, "Sang xã khác", ("b1", "Tiếp nhận", "2"));
        (await (await officer.SubmitAsync(path + "/sua", moved)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("của địa bàn mình");

        (await department.Get(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.SubmitAsync(path, GivenProcedures.Decision(), path + "/cong-bo")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await leader.SubmitAsync(path + "/cong-bo", GivenProcedures.Decision())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var published = await app.WithDb(App.KhanhHoa, db => db.Procedures.AsNoTracking().SingleAsync(p => p.TerritoryCode == here));
        (published.Regime, published.IsPublished, published.PublishedBy is not null).ShouldBe((Regime.Commune, true, true));

        // Everybody reads it; the neighbour starts one of their own from it.
        var shown = await neighbour.GetPageAsync(path);
        shown.QuerySelector("main")!.TextContent.ShouldContain("Đang áp dụng");
        shown.QuerySelector($"a[href='/quy-trinh/lap?tu={published.ProcedureId}']")!.TextContent.ShouldContain("Lập quy trình của xã từ bản này");
        shown.QuerySelector("a[href$='/sua'], a[href$='/cong-bo']").ShouldBeNull();
        (await neighbour.GetPageAsync($"/quy-trinh/lap?tu={published.ProcedureId}")).QuerySelector("select[name='Form.CommuneCode'] option[selected]")!.GetAttribute("value").ShouldBe(there);
        (await neighbour.Get(path + "/sua")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.Get(path + "/cong-bo")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.SubmitAsync(path, new { }, path + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WhatIsTheProvinces_IsNotACommunes_ToWriteOrPublish()
    {
        var forAll = await app.AProcedure(new(Regime.Commune, Domain.Projects.ProjectNature.AgencyTask, null, GivenProcedures.ATitle(), [GivenProcedures.Step("Tiếp nhận")]));
        using var leader = await app.As(Role.CommuneLeader, commune: await app.ACommune(9));
        foreach (var page in new[] { forAll.Path(), forAll.Path() + "/sua", forAll.Path() + "/cong-bo" })
        {
            (await leader.Get(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await leader.SubmitAsync("/quy-trinh", GivenProcedures.Decision(), forAll.Path() + "/cong-bo")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Again(forAll)).IsPublished.ShouldBeFalse();
        using var accountant = await app.As(Role.CommuneAccountant, commune: await app.ACommune(9));
        (await accountant.Get("/quy-trinh/lap")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
