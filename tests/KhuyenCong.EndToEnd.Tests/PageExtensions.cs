using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace KhuyenCong.EndToEnd;

/// <summary>What a person does and sees on any page of the application.</summary>
public static class PageExtensions
{
    private static readonly AxeRunOptions Wcag22AA = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    extension(IPage page)
    {
        public async Task SignInAsync(string user, string password)
        {
            await page.GotoAsync("/dang-nhap");
            await page.GetByLabel("Tên đăng nhập").FillAsync(user);
            await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
            await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/dang-nhap"));
        }

        public Task SeesHeadingAsync(string text) =>
            Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = text }).First).ToBeVisibleAsync();

        /// <summary>A picture for people to look at, in TestResults/pictures.</summary>
        public Task PictureAsync(string name) =>
            page.ScreenshotAsync(new() { Path = Path.Combine(Places.Results, "pictures", name + ".png") });

        /// <summary>No violation of WCAG 2.2 AA that axe calls serious or critical.</summary>
        public async Task ShouldBeAccessibleAsync()
        {
            var result = await page.RunAxe(Wcag22AA);

            result.Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{violation.Id}: {violation.Help}\n  " + string.Join("\n  ", violation.Nodes.Select(node => node.Html)))
                .ShouldBeEmpty($"axe on {page.Url}");
        }

        /// <summary>Nothing sticks out sideways: no page may scroll horizontally.</summary>
        public async Task ShouldFitAsync() =>
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .ShouldBe(0, $"{page.Url} is wider than the screen");
    }
}
