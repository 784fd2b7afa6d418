namespace KhuyenCong.EndToEnd.Steps;

/// <summary>How a contract with a beneficiary is drafted, proposed and recorded as signed, and how its work is reported.</summary>
public static class Contracting
{
    extension(IPage page)
    {
        /// <summary>Drafts what the plan leaves to bind and puts it before the signer.</summary>
        /// <returns>Where the contract is found.</returns>
        public async Task<string> ProposesContractAsync(string project, string partyA, string holder)
        {
            await page.GotoAsync(project);
            await page.FollowsAsync("Lập hợp đồng");
            await page.ChoosesAsync("Loại hợp đồng", "Hợp đồng hỗ trợ");
            await page.PressesAsync("Đổi loại");
            await page.SeesAsync("Ký với cơ sở thụ hưởng");
            await page.ChoosesOneOfAsync("Form.PartyAId", partyA);
            return await page.ProposesDraftAsync(holder);
        }

        /// <summary>The same with a unit that does the work: the contract of the Cục, or a task that is assigned. The form knows the only first party that there can be.</summary>
        /// <returns>Where the contract is found.</returns>
        public async Task<string> ProposesUnitContractAsync(string project, string kind, string unit)
        {
            await page.GotoAsync(project);
            await page.FollowsAsync("Lập hợp đồng");
            await page.SeesHeadingAsync(kind);
            await page.ChoosesOneOfAsync("Form.PartyBOrganisationId", unit);
            return await page.ProposesDraftAsync(unit);
        }

        /// <summary>A contract with one workshop under that of the unit that does the work.</summary>
        /// <returns>Where the contract is found.</returns>
        public async Task<string> ProposesPartAsync(string contract, string workshop, string source, string amount)
        {
            await page.GotoAsync(contract);
            await page.FollowsAsync("Lập hợp đồng dưới hợp đồng này");
            await page.SeesHeadingAsync("Hợp đồng hỗ trợ");
            await page.ChoosesOneOfAsync("Form.PartyBEstablishmentId", workshop);
            await page.FillsAsync(($"Amounts[{source}]", amount), ("Amounts[DOIUNG]", amount));
            return await page.ProposesDraftAsync(workshop);
        }

        private async Task<string> ProposesDraftAsync(string holder)
        {
            await page.FillsAsync(("BankNumber", "9990001234567"), ("BankName", "Ngân hàng Minh Họa"), ("BankHolder", holder));
            await page.PressesAsync("Lưu bản soạn");
            await page.SeesAsync("Đã lưu bản soạn");
            await page.PressesAsync("Trình ký");
            await page.SeesAsync("Đã trình ký.");
            return new Uri(page.Url).AbsolutePath;
        }

        /// <summary>Records, with its scan, that the contract was signed on a day.</summary>
        public async Task SignsContractAsync(string contract, DateOnly on)
        {
            await page.GotoAsync(contract);
            await page.Locator("[name='Move.SignedOn']").FillAsync(on.Text());
            await page.AttachesAsync("Bản ký", "hop-dong.pdf", Files.Pdf, Files.SignedDocument);
            await page.PressesAsync("Ghi nhận đã ký");
            await page.SeesAsync("Đã ghi nhận hợp đồng ký.");
        }

        /// <summary>Says how much of the only line is done by the end of a month, and sends it.</summary>
        /// <returns>Where the report is found.</returns>
        public Task<string> ReportsProgressAsync(string contract, DateOnly month, string done, string spent) => page.ReportsProgressAsync(contract, month, "DOIUNG", (done, spent));

        /// <summary>The same line by line, each with what it has cost one source.</summary>
        /// <returns>Where the report is found.</returns>
        public async Task<string> ReportsProgressAsync(string contract, DateOnly month, string source, params (string Done, string Spent)[] lines)
        {
            await page.GotoAsync(contract);
            await page.FollowsAsync("Báo cáo tiến độ");
            await page.SeesHeadingAsync("báo cáo tiến độ");
            await page.GotoAsync($"{contract}/bao-cao?thang={month.Year:0000}-{month.Month:00}");
            foreach (var (row, (done, spent)) in lines.Index())
            {
                await page.FillsAsync(($"Lines[{row}].Done", done), ($"Lines[{row}].Spent[{source}]", spent));
            }

            await page.PressesAsync("Lưu và gửi");
            await page.SeesAsync($"Đã gửi báo cáo tháng {month.Month:00}/{month.Year}");
            return new Uri(page.Url).AbsolutePath;
        }

        /// <summary>Ends a contract of which nothing was used.</summary>
        public async Task CancelsContractAsync(string contract, string reason)
        {
            await page.GotoAsync(contract);
            await page.FollowsAsync("Hủy");
            await page.Locator("[name='Move.Note']").FillAsync(reason);
            await page.PressesAsync("Hủy");
            await page.SeesAsync("Đã hủy.");
        }

        public async Task ConfirmsProgressAsync(string report)
        {
            await page.GotoAsync(report);
            await page.PressesAsync("Xác nhận");
            await page.SeesAsync("Đã xác nhận: báo cáo tháng");
        }
    }
}
