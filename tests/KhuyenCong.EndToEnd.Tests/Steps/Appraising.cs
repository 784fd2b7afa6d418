namespace KhuyenCong.EndToEnd.Steps;

/// <summary>How a council is established, meets, votes and concludes.</summary>
public static class Appraising
{
    public const string Council = "Hội đồng thẩm định đề án (dữ liệu minh họa)";

    extension(IPage page)
    {
        /// <summary>By the decision that names its members.</summary>
        public async Task EstablishesCouncilAsync(params (string Person, string Role)[] members)
        {
            await page.GotoAsync("/tham-dinh/hoi-dong/lap");
            await page.WritesAsync("Tên hội đồng", Council);
            await page.WritesAsync("Số quyết định", "15/QĐ-SCT (dữ liệu minh họa)");
            await page.WritesAsync("Ngày quyết định", Hands.Today.Text());
            await page.WritesAsync("Người ký", "Giám đốc Minh Họa");

            foreach (var (row, (person, role)) in members.Index())
            {
                await page.ChoosesOneOfAsync($"Form.Members[{row}].Person", person);
                await page.Locator($"select[name='Form.Members[{row}].Role']").SelectOptionAsync(new SelectOptionValue { Label = role });
            }

            await page.PressesAsync("Lập hội đồng");
            await page.SeesHeadingAsync(Council);
        }

        /// <returns>Where the session is found.</returns>
        public async Task<string> CallsSessionAsync(string title)
        {
            await page.GotoAsync("/tham-dinh/phien-hop/lap");
            await page.ChoosesOneOfAsync("CouncilId", Council);
            await page.WritesAsync("Ngày họp", Hands.Today.Text());
            await page.WritesAsync("Địa điểm", "Phòng họp số 1");
            await page.GetByLabel(title).CheckAsync();
            await page.PressesAsync("Triệu tập phiên họp");
            await page.SeesAsync("đang lấy phiếu, phiếu niêm phong");
            return new Uri(page.Url).AbsolutePath;
        }

        /// <summary>Declares no interest, then judges the five contents, from "Việc của tôi".</summary>
        public async Task VotesForAsync(string title)
        {
            await page.GotoAsync("/");
            await page.FollowsAsync("Cho ý kiến: " + title);
            await page.GetByLabel("Không có", new() { Exact = true }).CheckAsync();
            await page.PressesAsync("Khai");
            await page.SeesAsync("Đã khai: không có liên quan");

            foreach (var content in await page.GetByLabel("Đạt yêu cầu", new() { Exact = true }).AllAsync())
            {
                await content.CheckAsync();
            }

            await page.ChoosesAsync("Kết quả", "Đạt");
            await page.WritesAsync("Ý kiến chung, lý do", "Ý kiến riêng của thành viên");
            await page.PressesAsync("Gửi phiếu");
            await page.SeesAsync("Đã gửi phiếu");
        }

        public async Task ConcludesAsync()
        {
            await page.FollowsAsync("Kết luận");
            await page.Locator("[name='Ending.Passes'][value='true']").CheckAsync();
            await page.WritesAsync("Lý do", "Hội đồng thống nhất, đề án phù hợp");
            await page.PressesAsync("Kết luận");
            await page.SeesAsync("Đã kết luận");
        }
    }
}
