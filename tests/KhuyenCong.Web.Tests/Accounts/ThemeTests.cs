using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests.Accounts;

public sealed class ThemeTests(App app)
{
    [Fact]
    public async Task TheChoice_StaysWithTheAccount_InEveryBrowser()
    {
        var person = await app.GivenAPerson(Role.CentreOfficer);
        using var first = app.Anonymous();
        await first.SignInAsync(person.UserName, People.Password);
        var before = (await first.GetPageAsync("/")).DocumentElement;
        before.GetAttribute("data-theme-account").ShouldBe("auto");
        before.GetAttribute("data-bs-theme").ShouldBeNullOrEmpty();

        (await first.SubmitAsync("/", new Dictionary<string, string> { ["giao-dien"] = "dark", ["ve"] = "/chuong-trinh" }, "/tai-khoan/giao-dien")).Headers.Location!.OriginalString.ShouldBe("/chuong-trinh");
        (await first.GetPageAsync("/")).DocumentElement.GetAttribute("data-bs-theme").ShouldBe("dark");
        using var second = app.Anonymous();
        await second.SignInAsync(person.UserName, People.Password);
        (await second.GetPageAsync("/")).DocumentElement.GetAttribute("data-bs-theme").ShouldBe("dark");

        await second.SubmitAsync("/", new Dictionary<string, string> { ["giao-dien"] = "auto" }, "/tai-khoan/giao-dien");
        (await second.GetPageAsync("/")).DocumentElement.GetAttribute("data-bs-theme").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task OnlyAKnownTheme_AndOnlySignedIn()
    {
        var person = await app.GivenAPerson(Role.CentreOfficer);
        using var client = app.Anonymous();
        await client.SignInAsync(person.UserName, People.Password);
        (await client.SubmitAsync("/", new Dictionary<string, string> { ["giao-dien"] = "pink" }, "/tai-khoan/giao-dien")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var nobody = app.Anonymous();
        (await nobody.SubmitAsync("/dang-nhap", new Dictionary<string, string> { ["giao-dien"] = "dark" }, "/tai-khoan/giao-dien")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await nobody.GetPageAsync("/dang-nhap")).DocumentElement.HasAttribute("data-theme-account").ShouldBeFalse();
    }
}
