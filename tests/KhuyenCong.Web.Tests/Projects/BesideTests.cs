using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

/// <summary>Where projects are seen beside their own pages.</summary>
public sealed class BesideTests(App app)
{
    [Fact]
    public async Task TheEstablishment_ShowsItsProjects_AndStartsANewOne()
    {
        var workshop = await app.AnEstablishment();
        var project = await app.AProject(GivenProjects.Text(workshop), ProjectState.Filed);
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await client.GetPageAsync($"/co-so/{workshop.EstablishmentId}");
        page.QuerySelector($"a[href='{project.Path()}']")!.TextContent.ShouldContain("đã nộp");
        page.QuerySelector($"a[href='/de-an/lap?co-so={workshop.EstablishmentId}']").ShouldNotBeNull();
        using var reader = await app.As(Role.CouncilViewer);
        (await reader.GetPageAsync($"/co-so/{workshop.EstablishmentId}")).QuerySelector($"a[href='{project.Path()}']").ShouldBeNull();
    }

    [Fact]
    public async Task WhatWaits_WaitsForWhoeverMayDoIt()
    {
        var (owner, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var workshop = await app.AnEstablishment(organisation: organisation);
        var more = await app.AProject(GivenProjects.Text(workshop), ProjectState.AwaitingMore, organisation);
        var filed = await app.AProject(GivenProjects.Text(workshop), ProjectState.Filed, organisation);
        var work = await owner.GetPageAsync("/");
        work.QuerySelector($"a[href='{more.Path()}']").ShouldNotBeNull();
        work.QuerySelector($"a[href='{filed.Path()}']").ShouldBeNull();
        var own = await app.AProject(GivenProjects.Text(await app.AnEstablishment(commune: "22411"), ProjectKind.Commune, "22411"), ProjectState.Filed);
        using var leader = await app.As(Role.CommuneLeader, commune: "22411");
        (await leader.GetPageAsync("/")).QuerySelector($"a[href='{own.Path()}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task TheSamples_StandInEveryState_WithCodesAndASuspicion()
    {
        var samples = await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.Title.EndsWith("(dữ liệu minh họa)") && p.ConsentRecordedBy == "Cán bộ Minh Họa").ToListAsync());
        samples.Select(p => p.State).ShouldContain(ProjectState.AwaitingMore);
        samples.Where(p => p.State is not ProjectState.Draft).ShouldAllBe(p => p.Code!.StartsWith("KCDP-"));
        var joiner = samples.Single(p => p.Title.StartsWith("Ứng dụng máy CNC", StringComparison.Ordinal));
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.GetPageAsync(joiner.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("đổi mới công nghệ");
    }
}
