namespace KhuyenCong.EndToEnd;

/// <summary>An administrator of the province and the bodies they keep; every page of theirs is judged in <see cref="PeopleLooksTests"/>.</summary>
public sealed class AdministrationTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    [Fact]
    public async Task AnOrganisation_IsOpenedFromItsTree()
    {
        var page = await NewPageAsync();
        await page.SignInAsync("kh.quantri", Accounts.Password);
        await page.GotoAsync("/to-chuc");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Sở Công Thương" }).First.ClickAsync();
        await page.SeesHeadingAsync("Lịch sử");
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("organisation-desk-light");
    }
}
