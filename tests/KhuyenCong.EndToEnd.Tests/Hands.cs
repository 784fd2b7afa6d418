namespace KhuyenCong.EndToEnd;

/// <summary>What a person does on any page: writes into a field, presses a button, follows a link.</summary>
public static class Hands
{
    /// <summary>Today where the application is used.</summary>
    public static DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7));

    public static string Text(this DateOnly day) => day.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);

    extension(IPage page)
    {
        public async Task SignInAsync(string user, string password = Accounts.Password)
        {
            await page.GotoAsync("/dang-nhap");
            await page.WritesAsync("Tên đăng nhập", user);
            await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(password);
            await page.PressesAsync("Đăng nhập");
            await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/dang-nhap"));
        }

        /// <summary>Writes into the field whose label begins or goes on like this.</summary>
        public Task WritesAsync(string label, string text) => page.GetByLabel(label).First.FillAsync(text);

        public Task ChoosesAsync(string label, string choice) =>
            page.GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = choice });

        /// <summary>Chooses the first option that contains this text.</summary>
        public async Task ChoosesOneOfAsync(string field, string part)
        {
            var choice = page.Locator($"select[name='{field}']");
            await choice.SelectOptionAsync(await choice.Locator("option", new() { HasText = part }).First.GetAttributeAsync("value") ?? "");
        }

        public Task AttachesAsync(string label, string name, string type, byte[] content) =>
            page.GetByLabel(label).First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });

        public Task PressesAsync(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

        /// <summary>Follows a link of the page itself, not of the navigation around it.</summary>
        public Task FollowsAsync(string link, string within = "main") =>
            page.Locator(within).First.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

        public Task FollowsFirstAsync(string selector) => page.Locator(selector).First.ClickAsync();

        /// <summary>Goes by the main navigation, as it stands on a wide screen.</summary>
        public Task GoesToAsync(string entry) => page.FollowsAsync(entry, "nav.sidebar");

        public Task<byte[]> DownloadsAsync(string link) => page.ReceivesAsync(() => page.FollowsAsync(link));

        public Task<byte[]> DownloadsByButtonAsync(string button) => page.ReceivesAsync(() => page.PressesAsync(button));

        private async Task<byte[]> ReceivesAsync(Func<Task> act)
        {
            var download = await page.RunAndWaitForDownloadAsync(act);
            await using var stream = await download.CreateReadStreamAsync();
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            return content.ToArray();
        }
    }
}
