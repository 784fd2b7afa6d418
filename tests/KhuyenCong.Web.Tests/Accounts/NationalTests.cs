using System.Net;
using System.Security.Claims;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Seeding;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Accounts;

/// <summary>Accounts of the Ministry, the Cục and the treasury regions.</summary>
public sealed class NationalTests(App app)
{
    [Fact]
    public async Task TheNationalAdministrator_MakesATreasuryOfficer_WhoServesTheTreasurysProvince()
    {
        using var admin = await app.As(Role.NationalAdministrator);
        var name = $"kb-{Uuid.New(TimeProvider.System):N}";
        var treasury = await Organisation("kbnn-17");
        var password = (await (await admin.SubmitAsync("/tai-khoan/moi", Fields(name, treasury, Role.TreasuryOfficer))).PageAsync()).QuerySelector("[data-one-time-password]")!.TextContent;

        using var client = app.Anonymous();
        await client.SignInAsync(name, password);
        (await client.SubmitAsync("/tai-khoan/cua-toi", new { Current = password, Fresh = People.Password, Again = People.Password }, "/tai-khoan/cua-toi?handler=Password")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.GetAsync(new Uri("/kien-nghi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await admin.GetPageAsync($"/tai-khoan?tim={name}&vai-tro=TreasuryOfficer")).QuerySelector("tbody tr")!.TextContent.ShouldContain("Kho bạc Nhà nước khu vực XVII");
        using var provincial = await app.As(Role.Administrator, App.DongNai);
        (await provincial.GetPageAsync($"/tai-khoan?tim={name}")).QuerySelector("tbody tr").ShouldBeNull();
    }

    [Fact]
    public async Task RolesOfProvinces_AreNotTheirsToGive_NorTheirPeopleToSee()
    {
        using var admin = await app.As(Role.NationalAdministrator);
        var department = await app.WithDb(App.KhanhHoa, db => db.Organisations.Where(o => o.Code == "kh-sct").Select(o => o.OrganisationId).SingleAsync());
        (await (await admin.SubmitAsync("/tai-khoan/moi", Fields("khong-tao", department, Role.DepartmentOfficer))).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        (await (await admin.SubmitAsync("/tai-khoan/moi", Fields("khong-tao", await Organisation("kbnn-17"), Role.MinistryViewer))).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("chỉ dành cho Bộ, Cục");

        var provincial = await app.GivenAPerson();
        (await admin.GetAsync(new Uri($"/tai-khoan/{provincial.Id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.SubmitAsync("/tai-khoan/moi", new { x = "" }, $"/tai-khoan/{provincial.Id}?handler=Lock")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetPageAsync("/tai-khoan?co=100")).Body!.TextContent.ShouldNotContain(provincial.UserName!);
        (await admin.GetAsync(new Uri("/dia-ban", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var viewer = await app.As(Role.MinistryViewer);
        (await viewer.GetAsync(new Uri("/tai-khoan", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task NationalAccounts_AreLockedByTheNationalAdministrator_AndUnknownToProvinces()
    {
        var person = await app.GivenAnAccount("bo", Role.MinistryViewer, App.KhanhHoa);
        var url = $"/tai-khoan/{person.Id}";
        using var provincial = await app.As(Role.Administrator);
        (await provincial.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var admin = await app.As(Role.NationalAdministrator);
        (await admin.SubmitAsync(url, new { x = "" }, url + "?handler=Lock")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync(url)).QuerySelector("#lich-su")!.TextContent.ShouldContain("Khóa tài khoản");
        (await admin.GetPageAsync($"/tai-khoan?trang-thai=khoa&tim={person.UserName}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task WhoeverLooksIntoAProvince_ManagesNoAccountsThere()
    {
        var person = await app.GivenAnAccount("hai-vai", Role.NationalAdministrator, App.KhanhHoa);
        var ministry = await Organisation("bct");
        await app.WithDb("", async db =>
        {
            db.Because("membership.granted", "test");
            db.Memberships.Add(Membership.Of(new MembershipGranted(Uuid.New(TimeProvider.System), person.Id, ministry, Role.MinistryViewer, null, null, new(2020, 1, 1), null)));
            return await db.SaveChangesAsync();
        });
        using var national = app.Client(await app.CookieOf(person));
        (await national.GetAsync(new Uri("/tai-khoan", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var inside = app.Client(await app.CookieOf(person, new Claim(Workplace.ClaimType, $"{ministry:N}-/{App.KhanhHoa}")));
        (await inside.GetAsync(new Uri("/chuong-trinh", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await inside.GetAsync(new Uri("/tai-khoan", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TheSampleAdministrator_SignsInAndSeesTheirOwnBodiesOnly()
    {
        using var client = app.Anonymous();
        await client.SignInAsync("bo.quantri", SampleAccounts.Password);
        (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetPageAsync("/tai-khoan/moi")).QuerySelectorAll("select[name='Entry.OrganisationId'] option").Select(o => o.TextContent).ShouldNotContain(o => o.Contains("Sở"));
        (await client.GetPageAsync("/tai-khoan")).QuerySelector("main")!.TextContent.ShouldContain("Bộ, Cục, Kho bạc khu vực");
    }

    private Task<Guid> Organisation(string code) => app.WithDb("", db => db.Organisations.Where(o => o.Code == code).Select(o => o.OrganisationId).SingleAsync());

    private static Dictionary<string, string> Fields(string name, Guid organisation, Role role) => new()
    {
        ["DisplayName"] = "Người Mới (dữ liệu minh họa)",
        ["UserName"] = name,
        ["Entry.OrganisationId"] = organisation.ToString(),
        ["Entry.Role"] = role.ToString(),
        ["Entry.From"] = "01/01/2026",
        ["Entry.Document"] = "1/QĐ",
    };
}
