namespace KhuyenCong.EndToEnd.Steps;

/// <summary>How money is allotted and a yearly plan goes from its draft to its approval.</summary>
public static class Planning
{
    public static readonly int NextYear = Hands.Today.Year + 1;

    extension(IPage page)
    {
        /// <summary>More money for the Sở, from a source whose first (illustrative) allotment is in the books.</summary>
        /// <returns>Where the line of the allotment is found.</returns>
        public async Task<string> RecordsAllocationAsync(string source, string amount, string document)
        {
            await page.GotoAsync($"/du-toan?nam={NextYear}&nguon={source}");
            await page.FollowsFirstAsync("main tbody th a");
            await page.FollowsAsync("Giao bổ sung, điều chỉnh");
            await page.Locator("[name='Form.Amount']").FillAsync(amount);
            await page.WritesAsync("Số quyết định, nghị quyết", document);
            await page.WritesAsync("Ngày ký", Hands.Today.Text());
            await page.WritesAsync("Cơ quan ban hành", "Cơ quan giao dự toán (dữ liệu minh họa)");
            await page.PressesAsync("Ghi");
            await page.SeesAsync("Đã ghi giao bổ sung");
            return new Uri(page.Url).AbsolutePath;
        }

        /// <summary>Opens the plan and its first batch, and takes what the rules of priority suggest within the allotment.</summary>
        /// <returns>Where the batch is found.</returns>
        public async Task<string> DraftsFirstBatchAsync(string regime, string title)
        {
            await page.GotoAsync("/ke-hoach/lap");
            await page.ChoosesAsync("Cấp kế hoạch", regime);
            await page.WritesAsync("Năm kế hoạch", $"{NextYear}");
            await page.PressesAsync("Lập kế hoạch");
            await page.PressesAsync("Mở đợt 1");
            await page.SeesHeadingAsync("Chọn đề án cho đợt 1");
            await page.PressesAsync("Gợi ý");
            await page.SeesAsync("Đây là phương án thử, chưa lưu");
            await Assertions.Expect(page.GetByLabel("Chọn " + title)).ToBeCheckedAsync();
            await page.SeesAsync("đủ dự toán còn lại");
            return new Uri(page.Url).AbsolutePath.Replace("/chon", "", StringComparison.Ordinal);
        }

        public async Task SubmitsBatchAsync(string batch)
        {
            await page.PressesAsync("Áp dụng");
            await page.GotoAsync(batch);
            await page.FollowsAsync("Gửi thẩm định");
            await page.PressesAsync("Gửi thẩm định");
            await page.SeesAsync("Đã gửi thẩm định");
        }

        public async Task AppraisesBatchAsync(string batch)
        {
            await page.GotoAsync(batch);
            await page.PressesAsync("Lưu mức thẩm định");
            await page.FollowsAsync("Kết luận thẩm định");
            await page.PressesAsync("Kết luận thẩm định");
            await page.SeesAsync("Đã kết luận thẩm định");
        }

        public async Task DecidesBatchAsync(string batch, string action, string decider, string document, DateOnly? on = null)
        {
            await page.GotoAsync(batch);
            await page.FollowsAsync(action);
            await page.ChoosesAsync("Cấp phê duyệt", decider);
            await page.WritesAsync("Người ký", "Lãnh đạo Minh Họa");
            await page.CitesAsync(document, on);
            await page.PressesAsync(action);
            await page.SeesAsync($"Văn bản số {document}");
        }

        /// <summary>Records the decision that stops a project of this year; what its contract holds stays approved until it is given back.</summary>
        public async Task StopsProjectAsync(string title, string source, string held, string document)
        {
            await page.GotoAsync("/ke-hoach");
            await page.Locator("main tbody th a").Filter(new() { HasText = $"Năm {Hands.Today.Year}, khuyến công địa phương" }).First.ClickAsync();
            await page.FollowsFirstAsync("main a[href^='/ke-hoach/dot/']");
            await page.Locator("main tbody tr").Filter(new() { HasText = title }).GetByRole(AriaRole.Link, new() { Name = "Điều chỉnh, ngừng" }).First.ClickAsync();
            await page.ChoosesAsync("Loại điều chỉnh", "Ngừng");
            await page.PressesAsync("Đổi loại");
            await page.SeesAsync("Đề án chuyển sang trạng thái đã ngừng");
            await page.FillsAsync(($"Amounts[{source}]", held), ("Reason", "Cơ sở không tiếp tục đầu tư."), ("Request", "Đơn ngày " + Hands.Today.Text()), ("DocumentNumber", document), ("DocumentDate", Hands.Today.Text()));
            await page.PressesAsync("Ghi quyết định");
            await page.SeesAsync("Đã ghi: ngừng");
        }

        public async Task CitesAsync(string document, DateOnly? on = null)
        {
            await page.Locator("[name='Move.DocumentNumber']").FillAsync(document);
            await page.Locator("[name='Move.DocumentDate']").FillAsync((on ?? Hands.Today).Text());
        }
    }
}
