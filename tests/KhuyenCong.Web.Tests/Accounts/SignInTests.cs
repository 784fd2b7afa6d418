using System.Net;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tests.Accounts;

public sealed class SignInTests(App app)
{
    [Fact]
    public async Task UnknownName_WrongPassword_AndALockedAccount_AreAnsweredAlike()
    {
        var person = await app.GivenAPerson();
        using var client = app.Anonymous();
        var unknown = await Refusal(client, "khong-co-ai", "x");
        for (var i = 0; i < 5; i++)
        {
            (await Refusal(client, person.UserName, "sai")).ShouldBe(unknown);
        }

        // The right password does not open it any more, nor say that it was right.
        (await Refusal(client, person.UserName, People.Password)).ShouldBe(unknown);
        await app.WithUser(person.Id, async (users, found) => (await users.IsLockedOutAsync(found)).ShouldBeTrue());
    }

    [Theory]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org", "/")]
    [InlineData("/dia-ban", "/dia-ban")]
    public async Task TheWayBack_StaysInside(string wanted, string gone)
    {
        var person = await app.GivenAPerson();
        using var client = app.Anonymous();
        var answer = await client.SignInAsync(person.UserName, People.Password, $"?ve={Uri.EscapeDataString(wanted)}");
        answer.Headers.Location!.OriginalString.ShouldBe(gone);
    }

    [Fact]
    public async Task WithoutTheFormsToken_NothingHappens()
    {
        using var client = app.Anonymous();
        using var content = new FormUrlEncodedContent([new("UserName", "x"), new("Password", "y")]);
        (await client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Authenticator_IsSetUp_AskedFor_AndRecoveredFrom()
    {
        var person = await app.GivenAPerson();
        using var client = app.Anonymous();
        await client.SignInAsync(person.UserName, People.Password);
        var page = await client.GetPageAsync("/tai-khoan/ma-xac-thuc");
        page.QuerySelector("svg.qr path").ShouldNotBeNull();
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        var key = page.QuerySelector("ol code")!.TextContent;
        (await (await client.SubmitAsync("/tai-khoan/ma-xac-thuc", new { Code = "000000" })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBe(1);
        var codes = (await (await client.SubmitAsync("/tai-khoan/ma-xac-thuc", new { Code = People.Totp(key) })).PageAsync()).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        codes.Count.ShouldBe(10);

        using var next = app.Anonymous();
        (await next.SignInAsync(person.UserName, People.Password, "?ve=/dia-ban")).Headers.Location!.OriginalString.ShouldStartWith("/dang-nhap/ma-xac-thuc");
        (await next.GetAsync(new Uri("/dia-ban", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await next.SubmitAsync("/dang-nhap/ma-xac-thuc?ve=/dia-ban", new { Code = People.Totp(key) })).Headers.Location!.OriginalString.ShouldBe("/dia-ban");

        foreach (var (attempt, works) in new[] { (1, true), (2, false) })
        {
            using var lost = app.Anonymous();
            await lost.SignInAsync(person.UserName, People.Password);
            ((await lost.SubmitAsync("/dang-nhap/ma-xac-thuc", new { Code = codes[0] })).StatusCode == HttpStatusCode.Found).ShouldBe(works, $"attempt {attempt}");
        }
    }

    [Fact]
    public async Task SecondStep_WithoutTheFirst_GoesToTheFirst()
    {
        using var client = app.Anonymous();
        (await client.GetAsync(new Uri("/dang-nhap/ma-xac-thuc", UriKind.Relative))).Headers.Location!.OriginalString.ShouldBe("/dang-nhap");
    }

    [Fact]
    public async Task Passkey_OptionsAreForEveryone_AndANonsenseKeyOpensNothing()
    {
        using var client = app.Anonymous();
        var options = await client.SubmitAsync("/dang-nhap", new { userName = "" }, "/tai-khoan/khoa-truy-cap/tuy-chon-dang-nhap");
        (await options.Content.ReadAsStringAsync()).ShouldContain("challenge");
        (await client.SubmitAsync("/dang-nhap", new { CredentialJson = "{}" }, "/dang-nhap/khoa-truy-cap")).Headers.Location!.OriginalString.ShouldStartWith("/dang-nhap");
        (await client.GetAsync(new Uri("/dia-ban", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task PasswordRules_AreSaidAllAtOnce()
    {
        var person = await app.GivenAPerson(Role.CentreOfficer);
        using var client = app.Anonymous();
        await client.SignInAsync(person.UserName, People.Password);
        var faults = (await (await client.SubmitAsync("/tai-khoan/cua-toi", new { Current = "sai", Fresh = "aaa", Again = "bbb" }, "/tai-khoan/cua-toi?handler=Password")).PageAsync()).QuerySelector(".error-summary")!.TextContent;
        foreach (var part in new[] { "12 ký tự", "5 ký tự khác nhau", "chữ số", "chữ hoa", "dễ đoán", "không giống nhau", "Mật khẩu hiện tại không đúng" })
        {
            faults.ShouldContain(part);
        }
    }

    [Fact]
    public async Task TheTreasury_SeesItsProvinceOnly_AndNoProgramme()
    {
        using var client = app.Anonymous();
        await client.SignInAsync("dn.khobac", KhuyenCong.Web.Seeding.SampleAccounts.Password);
        (await client.GetPageAsync("/tai-khoan/cua-toi")).Body!.TextContent.ShouldContain("Kho bạc Nhà nước");
        (await client.GetAsync(new Uri("/nhat-ky", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(new Uri("/to-chuc", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.SubmitAsync("/tai-khoan/cua-toi", new { khoa = $"{Guid.Empty:N}-56" }, "/noi-lam-viec")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> Refusal(HttpClient client, string? name, string password)
    {
        var answer = await client.SignInAsync(name, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.PageAsync()).QuerySelector(".error-summary")!.TextContent;
    }
}
