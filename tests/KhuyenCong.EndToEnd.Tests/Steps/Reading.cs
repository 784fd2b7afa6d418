using System.IO.Compression;
using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Steps;

/// <summary>How a project is found, its figures are read and its dossier is taken away.</summary>
public static partial class Reading
{
    extension(IPage page)
    {
        /// <returns>Where the project is found.</returns>
        public async Task<string> FindsProjectAsync(string words, string title)
        {
            await page.GotoAsync("/de-an?tim=" + words.Replace(' ', '+'));
            await page.FollowsFirstAsync("main tbody th a");
            await page.SeesHeadingAsync(title);
            return new Uri(page.Url).AbsolutePath;
        }

        /// <summary>Comes upon a step in "Việc của tôi" and is led to where it is taken.</summary>
        public async Task FindsAtHomeAsync(string path)
        {
            await page.GotoAsync("/");
            await page.Locator($"main .work-list a[href='{path}']").ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(path) + "$"));
        }

        /// <summary>The first amount that stands there, as people read it.</summary>
        public async Task<string> ReadsAmountAsync(string selector) => Amount().Match(await page.Locator(selector).First.InnerTextAsync()).Value;

        /// <summary>An amount in a cell of the first such row.</summary>
        public Task SaysAsync(string rows, string column, string amount) =>
            Assertions.Expect(page.Locator($"{rows} td[data-label='{column}']").First).ToHaveTextAsync(amount);

        /// <summary>Opens the money of the province's own programme.</summary>
        public async Task OpensProgrammeMoneyAsync()
        {
            await page.GotoAsync("/chuong-trinh");
            await page.FollowsFirstAsync("main tbody th a");
            await page.FollowsFirstAsync(".tabs a[href$='/kinh-phi']");
        }

        /// <summary>How much of a target the province's own programme says is achieved.</summary>
        public async Task<int> ReadsTargetAsync(string target)
        {
            await page.GotoAsync("/chuong-trinh");
            await page.FollowsFirstAsync("main tbody th a");
            var achieved = await page.Locator($"#chi-tieu tbody tr:has(th:has-text('{target}')) td[data-label='Đã đạt / mục tiêu'] strong").First.InnerTextAsync();
            return int.Parse(achieved.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        }

        /// <summary>What the history of a project names of its end; one link further the settlement's own history tells the money.</summary>
        public async Task SeesItsEndInHistoryAsync(string project, string settlement, string settled)
        {
            await page.GotoAsync(project);
            foreach (var named in (string[])["Chọn chỉ tiêu cho kết quả nghiệm thu", "Chuyển bước hồ sơ quyết toán"])
            {
                await Assertions.Expect(page.Locator("#lich-su")).ToContainTextAsync(named);
            }

            await page.FollowsFirstAsync("#hop-dong a[href$='/quyet-toan']");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(settlement) + "$"));
            await Assertions.Expect(page.Locator("#lich-su")).ToContainTextAsync(settled);
        }

        /// <summary>An amount of the page is a link, and the entries that it opens come to it.</summary>
        public async Task OpensItsEntriesAsync(string cell, string amount)
        {
            await Assertions.Expect(page.Locator($"{cell} a")).ToHaveTextAsync(amount);
            await page.FollowsFirstAsync($"{cell} a");
            await page.SeesAsync(amount, "#cong");
        }

        /// <summary>Opens the plan of a year.</summary>
        public async Task OpensPlanAsync(int year, string regime)
        {
            await page.GotoAsync("/ke-hoach");
            await page.Locator("main tbody th a").Filter(new() { HasText = $"Năm {year}, {regime}" }).First.ClickAsync();
        }

        /// <returns>The names of all that is in the package.</returns>
        public async Task<IReadOnlyList<string>> ArchivesAsync(string project)
        {
            await page.GotoAsync(project);
            await page.FollowsAsync("Lưu trữ");
            using var zip = new ZipArchive(new MemoryStream(await page.DownloadsByButtonAsync("Tải gói lưu trữ")), ZipArchiveMode.Read);
            return [.. zip.Entries.Select(entry => entry.FullName)];
        }
    }

    [GeneratedRegex(@"\d{1,3}(\.\d{3})+|\b0\b")]
    private static partial Regex Amount();
}
