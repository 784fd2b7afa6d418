using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Procedures;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.YearlySettlements;

namespace KhuyenCong.Web.Tests.Reminders;

/// <summary>What waits in offices stands on the page for those who see it in its own book, and for nobody else.</summary>
public sealed class OfficeWaitingTests(App app)
{
    private const string Link = "a[href='/de-an/dang-cho-ai#viec-co-quan']";

    [Fact]
    public async Task ManagementCosts_AreWithWhoeverHasThem()
    {
        var line = await app.ALine(3 * GivenManagement.Line);
        var list = $"/de-an/dang-cho-ai?nam={line.Year}";
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var abroad = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        using var commune = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        var estimate = await officer.Estimated(line);
        Row(await officer.GetPageAsync(list), estimate).ShouldNotBeNull().ShouldContain("trình duyệt dự toán");
        await officer.Take(estimate, ManagementAction.Submit);
        Row(await leader.GetPageAsync(list), estimate).ShouldNotBeNull().ShouldContain("duyệt dự toán hoặc trả lại");
        Row(await abroad.GetPageAsync(list), estimate).ShouldBeNull();
        Row(await commune.GetPageAsync(list), estimate).ShouldBeNull();
        Row(await leader.GetPageAsync(list + "&tre=true"), estimate).ShouldBeNull();
        await leader.Take(estimate, ManagementAction.Approve);
        Row(await leader.GetPageAsync(list), estimate).ShouldBeNull();

        var voucher = await officer.Vouched(app, estimate, 100_000);
        Row(await leader.GetPageAsync(list), voucher).ShouldNotBeNull().ShouldContain("gửi đề nghị chi");
        // Who reads plans but handles no money sees no voucher.
        using var reader = await app.ASomebody(Role.ProvincialOfficeOfficer);
        Row(await reader.GetPageAsync(list), voucher).ShouldBeNull();
        Row(await commune.GetPageAsync(list), voucher).ShouldBeNull();
    }

    [Fact]
    public async Task ABatch_IsAtItsStation_AndANationalOneHasTheDayOfItsRegistration()
    {
        var year = GivenPlans.AYear();
        var batch = await app.ABatch(await app.APlan(year), BatchState.Submitted, await app.AnAppraised(year));
        var national = await app.ABatch(await app.APlan(year, Regime.National), BatchState.Submitted, await app.AnAppraised(year, Regime.National));
        var list = $"/de-an/dang-cho-ai?nam={year}";
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var abroad = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        using var owner = await app.As(Role.EstablishmentOwner);
        var page = await officer.GetPageAsync(list);
        Row(page, batch.Path()).ShouldNotBeNull().ShouldContain("Sở Công Thương thẩm định");
        Row(page, batch.Path())!.ShouldContain("đã chờ");
        Row(page, national.Path()).ShouldNotBeNull().ShouldContain($"19/06/{year - 1}");
        Row(await officer.GetPageAsync(list + "&cho=Committee"), batch.Path()).ShouldBeNull();
        Row(await abroad.GetPageAsync(list), batch.Path()).ShouldBeNull();
        (await owner.GetPageAsync(list)).GetElementById("viec-co-quan").ShouldBeNull();
    }

    [Fact]
    public async Task AYearlyReport_WaitsForTheDepartment()
    {
        var line = await app.ASettledLine();
        var report = await app.ASubmittedReport(line);
        var list = $"/de-an/dang-cho-ai?nam={line.Year}";
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var abroad = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        Row(await leader.GetPageAsync(list), report).ShouldNotBeNull().ShouldContain("xét, chuyển cơ quan tài chính");
        Row(await abroad.GetPageAsync(list), report).ShouldBeNull();
        (await leader.Get(list + "&handler=Excel")).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /// <summary>The home page counts what is with the viewer's office, and leads to the list.</summary>
    [Fact]
    public async Task TheHomePage_CountsWhatIsWithTheOffice()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        (await centre.GetPageAsync("/")).QuerySelector(Link).ShouldBeNull();
        var line = await app.ALine(3 * GivenManagement.Line, holder: unit);
        var estimate = await centre.Estimated(line);
        (await centre.GetPageAsync("/")).QuerySelector(Link)!.Closest("li")!.TextContent.ShouldContain("1 việc không thuộc riêng đề án nào");
        var (other, _) = await app.AsUnit(Role.CentreOfficer);
        (await other.GetPageAsync("/")).QuerySelector(Link).ShouldBeNull();

        await centre.Take(estimate, ManagementAction.Submit);
        (await centre.GetPageAsync("/")).QuerySelector(Link).ShouldBeNull();
        using var owner = await app.As(Role.EstablishmentOwner);
        (await owner.GetPageAsync("/")).QuerySelector(Link).ShouldBeNull();
        centre.Dispose();
        other.Dispose();
    }

    private static string? Row(IHtmlDocument page, string path) => page.QuerySelector($"#viec-co-quan a[href='{path}']")?.Closest("tr")?.TextContent;
}
