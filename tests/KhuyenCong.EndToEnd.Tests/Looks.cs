namespace KhuyenCong.EndToEnd;

/// <summary>How a page is judged: in both sizes and both looks no serious violation of WCAG 2.2 AA, nothing that sticks out sideways, one current entry of the menu.</summary>
public static class Looks
{
    private static readonly (string Name, ViewportSize Size, ColorScheme Scheme)[] All =
    [
        ("desk-light", Screen.Desk, ColorScheme.Light), ("phone-dark", Screen.Phone, ColorScheme.Dark),
    ];

    /// <summary>What another size and other colours can break on a page that was judged by every rule already: names, roles and order are the same there.</summary>
    private static readonly string[] OfALook = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"];

    extension(IPage page)
    {
        /// <param name="picture">The name of its pictures.</param>
        /// <param name="shell">Whether what is around the page is judged by every rule in each look too; once for each walk is enough.</param>
        /// <returns>The faults of the page that is open.</returns>
        public async Task<IReadOnlyList<string>> JudgeAsync(string picture, bool shell = true)
        {
            var faults = new List<string>();
            foreach (var look in All)
            {
                faults.AddRange(await page.JudgeInAsync(look.Name, look.Size, look.Scheme, picture, shell || look == All[0] ? [] : OfALook));
            }

            return faults;
        }

        /// <summary>Back at the desk by daylight, for the page that comes next: the one that is left is not drawn for it.</summary>
        public async Task SitsDownAgainAsync()
        {
            await page.EvaluateAsync("document.documentElement.style.display = 'none'");
            await page.LooksAtAsync(Screen.Desk, ColorScheme.Light);
        }

        private async Task<IEnumerable<string>> JudgeInAsync(string look, ViewportSize size, ColorScheme scheme, string picture, string[] rules)
        {
            await page.LooksAtAsync(size, scheme);
            var overflow = await page.OverflowAsync();
            // All of it in sight: a field that happens to lie half under the fixed bar of a phone is scrolled up by the person, and is no small target.
            await page.SetViewportSizeAsync(size.Width, Math.Max(size.Height, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
            var violations = await page.ViolationsAsync(rules);
            var current = await page.Locator("nav.sidebar [aria-current='page']").CountAsync();

            if (Environment.GetEnvironmentVariable("KHUYENCONG_TEST_PICTURES") is { Length: > 0 })
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                await page.PictureAsync($"{picture}-{look}");
            }

            return violations.Concat(overflow > 0 ? [$"sticks out by {overflow} px"] : []).Concat(current > 1 ? [$"{current} current menu entries"] : []).Select(fault => $"{page.Url} {look}: {fault}");
        }

        /// <summary>Says nothing to a page that is seen so already: each saying draws it anew.</summary>
        private async Task LooksAtAsync(ViewportSize size, ColorScheme scheme)
        {
            if (page.ViewportSize is not { } now || now.Width != size.Width || now.Height != size.Height)
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
            }

            if (await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches") != (scheme == ColorScheme.Dark))
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            }
        }
    }
}
