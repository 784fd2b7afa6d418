namespace KhuyenCong.EndToEnd.Steps;

/// <summary>How the work at a site is accepted, from a telephone, and how the contract is settled.</summary>
public static class Accepting
{
    extension(IPage page)
    {
        /// <summary>Opens the record of the site from the contract's page.</summary>
        public async Task OpensAcceptanceAsync(string contract)
        {
            await page.GotoAsync(contract);
            await page.FollowsAsync("Nghiệm thu");
            await page.PressesAsync("Lập biên bản");
            await page.SeesAsync("Đã lập biên bản");
        }

        /// <summary>Writes what was found of the only line and the only machine, with photographs of the scene and the nameplate.</summary>
        /// <returns>Where the record is found.</returns>
        public async Task<string> RecordsAcceptanceAsync(string cost)
        {
            await page.FillsAsync(
                ("HeldOn", Hands.Today.Text()), ("Number", "01/BB-NT"), ("Place", "Cơ sở chế biến, xã Cam Lâm"), ("Members[0].Name", "Lê Minh Họa"), ("Members[0].Unit", "Sở Công Thương"),
                ("Lines[0].AcceptedQuantity", "1"), ("Lines[0].InvoicedCost", cost), ("Lines[0].EligibleCost", cost), ("Lines[0].Invoices", "1C26TAA 0000123, MST 4200000017"),
                ("Machines[0].Serial", "XC50-000771"), ("Machines[0].Maker", "Cơ khí Minh Họa"), ("Machines[0].SeenBy", "Lê Minh Họa"), ("Machines[0].SeenOn", Hands.Today.Text()), ("Quality", "Máy chạy ổn định."));
            await page.Locator("[name^='Plate-']").First.SetInputFilesAsync(new FilePayload { Name = "nhan-may.png", MimeType = Files.Png, Buffer = Files.Photo("nhãn máy") });
            await page.AttachesAsync("Chụp hoặc chọn ảnh", "hien-truong.png", Files.Png, Files.Photo("hiện trường"));
            await page.Locator("select[name='Form.Verdict']").SelectOptionAsync(new SelectOptionValue { Label = "Đạt" });
            await page.PressesAsync("Lưu biên bản");
            await page.SeesAsync("Đã lưu biên bản và 2 tệp.");
            return new Uri(page.Url).AbsolutePath;
        }

        public async Task SubmitsAcceptanceAsync(string target)
        {
            await page.ChoosesOneOfAsync("TargetId", target);
            await page.PressesAsync("Ghi chỉ tiêu");
            await page.SeesAsync("Đã ghi chỉ tiêu của đề án.");
            await page.PressesAsync("Trình kết luận");
            await page.SeesAsync("Đã trình kết luận.");
        }

        public async Task ConcludesAcceptanceAsync(string acceptance)
        {
            await page.GotoAsync(acceptance);
            await page.PressesAsync("Kết luận nghiệm thu");
            await page.SeesAsync("Đã kết luận nghiệm thu.");
        }

        /// <summary>Opens the file of the contract, lists a voucher of the support and one of the counterpart, and submits it.</summary>
        /// <returns>Where the file is found.</returns>
        public async Task<string> SubmitsSettlementAsync(string contract, string support, string counterpart)
        {
            await page.GotoAsync(contract);
            await page.FollowsAsync("Quyết toán");
            await page.PressesAsync("Lập hồ sơ quyết toán");
            await page.SeesAsync("Đã mở hồ sơ quyết toán");
            foreach (var (row, (source, amount)) in new[] { ("KCDP", support), ("DOIUNG", counterpart) }.Index())
            {
                await page.FillsAsync(($"Vouchers[{row}].Number", $"UNC-0{row + 1}"), ($"Vouchers[{row}].IssuedOn", Hands.Today.Text()), ($"Vouchers[{row}].Amount", amount), ($"Vouchers[{row}].Content", "Mua máy xay cá"));
                await page.Locator($"select[name='Form.Vouchers[{row}].Kind']").SelectOptionAsync("BankTransfer");
                await page.Locator($"select[name='Form.Vouchers[{row}].Source']").SelectOptionAsync(source);
            }

            await page.PressesAsync("Lưu hồ sơ");
            await page.SeesAsync("Đã lưu hồ sơ quyết toán.");
            await page.PressesAsync("Trình phê duyệt");
            await page.SeesAsync("Đã trình phê duyệt.");
            return new Uri(page.Url).AbsolutePath;
        }

        public async Task ApprovesSettlementAsync(string settlement)
        {
            await page.GotoAsync(settlement);
            await page.CitesAsync("05/BB-TL (dữ liệu minh họa)");
            await page.PressesAsync("Phê duyệt quyết toán, thanh lý");
            await page.SeesAsync("Đã phê duyệt quyết toán, thanh lý hợp đồng.");
        }
    }
}
