using System.Net;
using System.Security.Claims;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Accounts;

public sealed class ManagingTests(App app)
{
    [Fact]
    public async Task NewAccount_GetsAPasswordOnce_AndMustChangeIt()
    {
        using var admin = await app.As(Role.Administrator);
        var name = $"moi-{Uuid.New(TimeProvider.System):N}";
        var organisation = await app.WithDb(App.KhanhHoa, db => db.Organisations.Where(o => o.ProvinceCode == App.KhanhHoa && o.Kind == OrganisationKind.Department).Select(o => o.OrganisationId).FirstAsync());
        var fields = new Dictionary<string, string> { ["DisplayName"] = "Người Mới (dữ liệu minh họa)", ["UserName"] = name, ["Entry.OrganisationId"] = organisation.ToString(), ["Entry.Role"] = "DepartmentOfficer", ["Entry.From"] = "01/01/2026", ["Entry.Document"] = "1/QĐ-SCT" };
        var password = (await (await admin.SubmitAsync("/tai-khoan/moi", fields)).PageAsync()).QuerySelector("[data-one-time-password]")!.TextContent;

        using var client = app.Anonymous();
        await client.SignInAsync(name, password);
        (await client.GetAsync(new Uri("/dia-ban", UriKind.Relative))).Headers.Location!.OriginalString.ShouldBe("/tai-khoan/cua-toi");
        (await client.SubmitAsync("/tai-khoan/cua-toi", new { Current = password, Fresh = People.Password, Again = People.Password }, "/tai-khoan/cua-toi?handler=Password")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.GetAsync(new Uri("/dia-ban", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task EmptyForm_TellsEveryFault()
    {
        using var admin = await app.As(Role.Administrator);
        (await (await admin.SubmitAsync("/tai-khoan/moi", new { DisplayName = "" })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task AnotherProvincesAccount_IsUnknown()
    {
        var stranger = await app.GivenAPerson(province: App.DongNai);
        using var admin = await app.As(Role.Administrator);
        (await admin.GetAsync(new Uri($"/tai-khoan/{stranger.Id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var handler in new[] { "Lock", "Unlock", "Reset", "Grant", "End" })
        {
            (await admin.SubmitAsync("/tai-khoan/moi", new { x = "" }, $"/tai-khoan/{stranger.Id}?handler={handler}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, handler);
        }

        (await admin.GetPageAsync("/tai-khoan")).Body!.TextContent.ShouldNotContain(stranger.UserName!);
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.GetAsync(new Uri("/tai-khoan", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task LockedAccount_DoesNotSignIn_UnlockedDoes_AndItsStampChanges()
    {
        var person = await app.GivenAPerson();
        using var admin = await app.As(Role.Administrator);
        (await admin.SubmitAsync($"/tai-khoan/{person.Id}", new { x = "" }, $"/tai-khoan/{person.Id}?handler=Lock")).StatusCode.ShouldBe(HttpStatusCode.Found);
        using var client = app.Anonymous();
        (await client.SignInAsync(person.UserName, People.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await app.WithUser(person.Id, (_, found) =>
        {
            found.SecurityStamp.ShouldNotBe(person.SecurityStamp);
            return Task.CompletedTask;
        });
        await admin.SubmitAsync($"/tai-khoan/{person.Id}", new { x = "" }, $"/tai-khoan/{person.Id}?handler=Unlock");
        (await client.SignInAsync(person.UserName, People.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await admin.GetPageAsync($"/tai-khoan/{person.Id}")).QuerySelector("#lich-su")!.TextContent.ShouldContain("Khóa tài khoản");
    }

    [Fact]
    public async Task EndedRole_GivesNothing()
    {
        var person = await app.GivenAPerson();
        var membership = await app.WithDb(App.KhanhHoa, db => db.Memberships.AsNoTracking().SingleAsync(m => m.UserId == person.Id));
        using var admin = await app.As(Role.Administrator);
        var url = $"/tai-khoan/{person.Id}";
        (await (await admin.SubmitAsync(url, new { membershipId = membership.MembershipId }, url + "?handler=End")).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        (await admin.SubmitAsync(url, new { membershipId = membership.MembershipId, LastDay = "31/12/2025", EndDocument = "2/QĐ-SCT" }, url + "?handler=End")).StatusCode.ShouldBe(HttpStatusCode.Found);
        using var client = app.Anonymous();
        await client.SignInAsync(person.UserName, People.Password);
        (await client.GetAsync(new Uri("/dia-ban", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Delegation_GivesItsActs_EndsByItself_AndCanBeRevoked()
    {
        var (leader, officer) = (await app.GivenAPerson(Role.DepartmentLeader), await app.GivenAPerson());
        using var client = app.Anonymous();
        await client.SignInAsync(leader.UserName, People.Password);
        var today = TimeProvider.System.Today;
        (await (await client.SubmitAsync("/uy-quyen", new { ToUserId = "" }, "/uy-quyen?handler=Give")).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBeGreaterThanOrEqualTo(4);
        var fields = new { ToUserId = officer.Id, Acts = nameof(Act.AdoptRule), From = today.ToString("dd/MM/yyyy"), To = today.AddDays(3).ToString("dd/MM/yyyy"), DocumentNumber = "3/UQ-SCT", DocumentDate = today.ToString("dd/MM/yyyy") };
        (await client.SubmitAsync("/uy-quyen", fields, "/uy-quyen?handler=Give")).StatusCode.ShouldBe(HttpStatusCode.Found);

        (await On(officer, today)).Can(Act.AdoptRule).ShouldBeTrue();
        (await On(officer, today)).Can(Act.EditOrganisations).ShouldBeFalse();
        (await On(officer, today.AddDays(3))).Can(Act.AdoptRule).ShouldBeTrue();
        (await On(officer, today.AddDays(4))).Can(Act.AdoptRule).ShouldBeFalse();

        var delegation = (await client.GetPageAsync("/uy-quyen")).QuerySelector("input[name=delegationId]")!.GetAttribute("value");
        using (var other = await app.As(Role.DepartmentLeader, App.DongNai))
        {
            (await other.SubmitAsync("/uy-quyen", new { delegationId = delegation, Reason = "x" }, "/uy-quyen?handler=Revoke")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await client.SubmitAsync("/uy-quyen", new { delegationId = delegation, Reason = "Về sớm" }, "/uy-quyen?handler=Revoke")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await On(officer, today)).Can(Act.AdoptRule).ShouldBeFalse();
        using var clerk = await app.As(Role.Clerk);
        (await clerk.GetAsync(new Uri("/uy-quyen", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Viewer> On(Account account, DateOnly day)
    {
        await using var scope = app.Services.CreateAsyncScope();
        ClaimsPrincipal principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var viewer = new Viewer();
        viewer.Load(principal, day);
        return viewer;
    }
}
