namespace KhuyenCong.EndToEnd.Steps;

/// <summary>How money of a contract is asked for, approved by another, sent to Kho bạc and recorded as paid by a third.</summary>
public static class Spending
{
    extension(IPage page)
    {
        /// <summary>Opens the form for one kind of request, by the contract's page.</summary>
        public async Task OpensRequestAsync(string contract, string kind)
        {
            await page.GotoAsync(contract);
            await page.FollowsAsync("Lập đề nghị");
            await page.FollowsAsync(kind);
            await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("loai="));
            await page.SeesHeadingAsync($"Lập đề nghị {kind}");
        }

        /// <summary>Asks for an amount of the only line of money that the contract has; of one that was carried over, of the year that it is in.</summary>
        public async Task TypesRequestAsync(string amount, string purpose)
        {
            await page.Locator("[name^='Form.Lines['][name$='.Amount']").Last.FillAsync(amount);
            await page.Locator("[name='Form.Purpose']").FillAsync(purpose);
            await page.PressesAsync("Lập đề nghị");
        }

        /// <returns>Where the request is found.</returns>
        public async Task<string> RequestsAsync(string amount, string purpose)
        {
            var request = await page.DraftsRequestAsync(amount, purpose);
            await page.SendsRequestAsync();
            return request;
        }

        /// <returns>Where the request is found, not sent yet.</returns>
        public async Task<string> DraftsRequestAsync(string amount, string purpose)
        {
            await page.TypesRequestAsync(amount, purpose);
            await page.SeesAsync("Kèm giấy tờ rồi gửi đề nghị");
            return new Uri(page.Url).AbsolutePath;
        }

        public async Task SendsRequestAsync()
        {
            await page.PressesAsync("Gửi đề nghị");
            await page.SeesAsync("Đã gửi đề nghị:");
        }

        /// <summary>What was asked for is approved by another, sent by a third and recorded as paid, with the number of Kho bạc.</summary>
        public async Task PaysAsync(string request, IPage leader, string number, string action = "Ghi nhận đã chi", string done = "Đã chi:")
        {
            await leader.ApprovesRequestAsync(request);
            await page.SendsToTreasuryAsync(request);
            await page.RecordsPaymentAsync(request, number, action, done);
        }

        public async Task ApprovesRequestAsync(string request)
        {
            await page.GotoAsync(request);
            await page.PressesAsync("Duyệt");
            await page.SeesAsync("Đã duyệt:");
        }

        public async Task SendsToTreasuryAsync(string request)
        {
            await page.GotoAsync(request);
            await page.Locator("[name='Move.Date']").FillAsync(Hands.Today.Text());
            await page.PressesAsync("Ghi đã gửi Kho bạc");
            await page.SeesAsync("Đã gửi Kho bạc:");
        }

        /// <summary>Records what Kho bạc did with a request that was sent.</summary>
        public async Task RecordsPaymentAsync(string request, string number, string action = "Ghi nhận đã chi", string done = "Đã chi:")
        {
            await page.GotoAsync(request);
            await page.Locator("[name='Move.Date']").FillAsync(Hands.Today.Text());
            await page.Locator("[name='Move.TreasuryNumber']").FillAsync(number);
            await page.PressesAsync(action);
            await page.SeesAsync(done);
        }

        /// <summary>Takes in a statement of one line, and confirms the request that it is proposed for.</summary>
        /// <param name="comesIn">Money that comes back, in the other column.</param>
        /// <param name="look">Looked at while the candidates are there.</param>
        public async Task MatchesStatementAsync(string holder, string number, string beneficiary, string amount, bool comesIn = false, Func<Task>? look = null)
        {
            await page.GotoAsync("/kho-bac");
            await page.FollowsAsync("Nhập sao kê");
            await page.ChoosesOneOfAsync("Form.HolderId", holder);
            await page.FillsAsync(("Account", "9990007654321"), ("Keeper", "Kho bạc Nhà nước (dữ liệu minh họa)"));
            var lines = $"Ngày giao dịch;Số chứng từ;Người thụ hưởng;Nội dung;Số tiền chi;Số tiền thu\r\n{Hands.Today.Text()};{number};{beneficiary};Theo hợp đồng;{(comesIn ? $";{amount}" : $"{amount};")}";
            await page.AttachesAsync("Tệp sao kê", "sao-ke.csv", "text/csv", System.Text.Encoding.UTF8.GetBytes(lines));
            await page.PressesAsync("Nhập sao kê");
            await page.SeesAsync("Đã nhập 1 dòng.");
            if (look is not null)
            {
                var statement = page.Url;
                await look();
                await page.GotoAsync(statement);
            }

            await page.PressesAsync("Xác nhận, ghi chi");
            await page.SeesAsync("Đã khớp 1 dòng, ghi chi 1 đề nghị.");
        }
    }
}
