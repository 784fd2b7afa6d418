using Deque.AxeCore.Commons;

namespace KhuyenCong.EndToEnd;

/// <summary>What a person sees on any page of the application, and what must hold there.</summary>
public static class PageExtensions
{
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    // One run in the page itself: the pages have no frames, and what passes, megabytes of markup, stays there.
    // Of rows and menu entries that differ in their texts and addresses only, the first two are judged: the others have the same colours, names and roles.
    private const string SeriousViolations = """
        async rules => {
            const own = ['href', 'id', 'name', 'for', 'value', 'title', 'action', 'datetime', 'aria-label', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
            const partOf = node => node.nodeName
                + [...node.attributes].map(({ name, value }) => `${name}=${own.includes(name) ? value !== '' : value}`)
                + [...node.childNodes].map(child => child.nodeType === Node.TEXT_NODE ? child.data.trim() !== '' : child.nodeType);
            const again = [];
            for (const parent of new Set([...document.querySelectorAll('tbody > tr, nav li')].map(row => row.parentElement))) {
                const seen = {};
                for (const row of parent.children) {
                    const shape = [row, ...row.querySelectorAll('*')].map(partOf).join();
                    seen[shape] = (seen[shape] ?? 0) + 1;
                    if (seen[shape] > 2) again.push(row);
                }
            }
            return (await axe.run(again.length ? { exclude: again } : document, {
                runOnly: rules.length ? { type: 'rule', values: rules } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
                resultTypes: ['violations'],
            })).violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(node => node.html).join('\n  ')}`);
        }
        """;

    extension(IPage page)
    {
        public Task SeesHeadingAsync(string text) =>
            Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = text }).First).ToBeVisibleAsync();

        public Task SeesAsync(string text, string within = "main") =>
            Assertions.Expect(page.Locator(within).First).ToContainTextAsync(text, new() { UseInnerText = true });

        public Task SeesNothingOfAsync(string text) => Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync(text);

        /// <summary>The link that a next step would need is not offered.</summary>
        public Task IsNotOfferedAsync(string link) =>
            Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = link })).ToHaveCountAsync(0);

        /// <summary>A foreign or unknown address: the plain page that tells neither from the other.</summary>
        public async Task FindsNothingAtAsync(string address)
        {
            var response = await page.GotoAsync(address);
            response!.Status.ShouldBe(404, address);
            await page.SeesHeadingAsync("Không tìm thấy");
        }

        /// <summary>Goes to an address, then after each ">" follows the first such link; false when one is missing on the way.</summary>
        public Task<bool> ReachesAsync(string stop) => new Walk(page, [stop]).ReachesAsync(stop);

        /// <summary>A picture for people to look at, in TestResults/pictures.</summary>
        public Task PictureAsync(string name) =>
            page.ScreenshotAsync(new() { Path = Path.Combine(Places.Results, "pictures", name + ".png") });

        /// <summary>What axe calls a serious or critical violation of WCAG 2.2 AA.</summary>
        /// <param name="rules">Only of these rules; none means all.</param>
        public async Task<IReadOnlyList<string>> ViolationsAsync(params string[] rules)
        {
            if (!await page.EvaluateAsync<bool>("'axe' in window"))
            {
                await page.EvaluateAsync(Axe.Value);
            }

            return await page.EvaluateAsync<string[]>(SeriousViolations, rules);
        }

        public async Task ShouldBeAccessibleAsync() => (await page.ViolationsAsync()).ShouldBeEmpty($"axe on {page.Url}");

        /// <summary>By how much something sticks out sideways, once all is there that gives the page its shape. Asked of the page itself: the driver has missed that a page was loaded.</summary>
        public Task<int> OverflowAsync() => page.EvaluateAsync<int>("""
            async () => {
                if (document.readyState !== 'complete') await new Promise(done => addEventListener('load', done, { once: true }));
                return document.documentElement.scrollWidth - document.documentElement.clientWidth;
            }
            """);

        /// <summary>Nothing sticks out sideways: no page may scroll horizontally.</summary>
        public async Task ShouldFitAsync()
        {
            if (await page.OverflowAsync() > 0)
            {
                var wide = await page.EvaluateAsync<string>("[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 6).map(e => `${e.tagName} ${e.className} ${e.id || e.getAttribute('name') || ''} ${Math.round(e.getBoundingClientRect().left)}–${Math.round(e.getBoundingClientRect().right)} in ${e.parentElement.tagName} ${Math.round(e.parentElement.getBoundingClientRect().left)}–${Math.round(e.parentElement.getBoundingClientRect().right)} ${getComputedStyle(e).display} ${getComputedStyle(e).whiteSpace} ${e.textContent.trim().slice(0, 40)}`).join('; ')");
                wide.ShouldBeNull($"{page.Url} is wider than the screen");
            }
        }
    }
}
