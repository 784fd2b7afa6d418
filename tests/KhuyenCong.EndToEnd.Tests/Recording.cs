namespace KhuyenCong.EndToEnd;

/// <summary>Results recorded on the way to something else.</summary>
public static class Recording
{
    extension(IPage page)
    {
        /// <summary>The address that the first such link leads to.</summary>
        public async Task<string> HrefAsync(string selector)
        {
            var href = await page.Locator(selector).First.GetAttributeAsync("href");
            return href!.Split('#')[0];
        }

        /// <summary>Opens the form for a target of the only programme in sight.</summary>
        public async Task OpensTheFormForAsync(string target)
        {
            await page.GotoAsync("/ket-qua/ghi-nhan");
            var choice = page.GetByLabel("Kết quả tính vào chỉ tiêu nào?").Locator("option").Filter(new() { HasText = target });
            await page.GotoAsync("/ket-qua/ghi-nhan?chi-tieu=" + await choice.First.GetAttributeAsync("value"));
        }

        /// <summary>Records what the form asks for at least, and returns the result's address.</summary>
        public async Task<string> RecordsAResultAsync(string target, string title)
        {
            await page.OpensTheFormForAsync(target);
            await page.Locator("[name='Form.Title']").FillAsync(title);
            await page.Locator("[name='Form.AchievedOn']").FillAsync(Hands.Today.Text());
            await page.PressesAsync("Ghi nhận kết quả");
            await page.SeesAsync("Đã ghi nhận kết quả.");
            return new Uri(page.Url).AbsolutePath;
        }
    }
}
