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
        public async Task<string> RecordsAcceptanceAsync(string cost, string place = "Cơ sở chế biến", string serial = "XC50-000771", string invoice = "1C26TAA 0000123, MST 4200000017")
        {
            await page.RecordsWorkAsync(place, "1", cost, invoice);
            await page.FillsAsync(("Machines[0].Serial", serial), ("Machines[0].Maker", "Cơ khí Minh Họa"), ("Machines[0].SeenBy", "Lê Minh Họa"), ("Machines[0].SeenOn", Hands.Today.Text()), ("Quality", "Máy chạy ổn định."));
            await page.Locator("[name^='Plate-']").First.SetInputFilesAsync(new FilePayload { Name = "nhan-may.png", MimeType = Files.Png, Buffer = Files.Photo("nhãn máy " + serial) });
            return await page.SavesAcceptanceAsync(place, "Đã lưu biên bản và 2 tệp.");
        }

        /// <summary>The same of a task without machines.</summary>
        /// <returns>Where the record is found.</returns>
        public async Task<string> RecordsTaskAsync(string quantity, string cost, string place)
        {
            await page.RecordsWorkAsync(place, quantity, cost, "1C26TAA 0000456, MST 4200000017");
            return await page.SavesAcceptanceAsync(place, "Đã lưu biên bản và 1 tệp.");
        }

        public async Task SubmitsAcceptanceAsync(string target)
        {
            await page.ChoosesOneOfAsync("TargetId", target);
            await page.PressesAsync("Ghi chỉ tiêu");
            await page.SeesAsync("Đã ghi chỉ tiêu của đề án.");
            await page.SubmitsAcceptanceAsync();
        }

        /// <summary>The same where it counts for no target of a programme.</summary>
        public async Task SubmitsAcceptanceWithoutTargetAsync(string reason)
        {
            await page.Locator("[name='TargetReason']").FillAsync(reason);
            await page.PressesAsync("Ghi chỉ tiêu");
            await page.SeesAsync("Đã ghi chỉ tiêu của đề án.");
            await page.SubmitsAcceptanceAsync();
        }

        /// <summary>Where the project's target was chosen before.</summary>
        public async Task SubmitsAcceptanceAsync()
        {
            await page.PressesAsync("Trình kết luận");
            await page.SeesAsync("Đã trình kết luận.");
        }

        private Task RecordsWorkAsync(string place, string quantity, string cost, string invoice) => page.FillsAsync(
            ("HeldOn", Hands.Today.Text()), ("Number", "01/BB-NT"), ("Place", place), ("Members[0].Name", "Lê Minh Họa"), ("Members[0].Unit", "Sở Công Thương"),
            ("Lines[0].AcceptedQuantity", quantity), ("Lines[0].InvoicedCost", cost), ("Lines[0].EligibleCost", cost), ("Lines[0].Invoices", invoice));

        private async Task<string> SavesAcceptanceAsync(string place, string saved)
        {
            await page.AttachesAsync("Chụp hoặc chọn ảnh", "hien-truong.png", Files.Png, Files.Photo("hiện trường " + place));
            await page.Locator("select[name='Form.Verdict']").SelectOptionAsync(new SelectOptionValue { Label = "Đạt" });
            await page.PressesAsync("Lưu biên bản");
            await page.SeesAsync(saved);
            return new Uri(page.Url).AbsolutePath;
        }

        public async Task ConcludesAcceptanceAsync(string acceptance)
        {
            await page.GotoAsync(acceptance);
            await page.PressesAsync("Kết luận nghiệm thu");
            await page.SeesAsync("Đã kết luận nghiệm thu.");
        }

        /// <summary>Opens the record of the whole project, which gathers those of its sites, writes what they do not say, and submits it.</summary>
        /// <returns>Where the record is found.</returns>
        public async Task<string> SubmitsSummaryAsync(string project, string place)
        {
            await page.GotoAsync(project + "/nghiem-thu-chung");
            await page.PressesAsync("Lập biên bản");
            await page.SeesAsync("Đã lập biên bản nghiệm thu chung");
            await page.FillsAsync(("HeldOn", Hands.Today.Text()), ("Place", place), ("Members", "Lê Minh Họa, chuyên viên, Sở Công Thương"));
            await page.Locator("select[name='Form.Verdict']").SelectOptionAsync(new SelectOptionValue { Label = "Đạt" });
            await page.PressesAsync("Lưu biên bản");
            await page.SeesAsync("Đã lưu biên bản.");
            await page.SubmitsAcceptanceAsync();
            return new Uri(page.Url).AbsolutePath;
        }

        /// <summary>Records what the Cục has signed of the whole project (mẫu 5c), with its scan, for another person to confirm.</summary>
        /// <returns>Where the record is found.</returns>
        public async Task<string> SubmitsAgencyRecordAsync(string project, string number, string cost, string due, string machines, string why)
        {
            await page.GotoAsync(project + "/nghiem-thu-chung");
            await page.Locator("select[name='Form']").SelectOptionAsync("Agency");
            await page.PressesAsync("Lập biên bản");
            await page.SeesAsync("Đã lập biên bản nghiệm thu chung");
            await page.FillsAsync(("HeldOn", Hands.Today.Text()), ("Number", number), ("EligibleCost", cost), ("Due", due), ("MachineCount", machines), ("Opinion", why));
            await page.Locator("select[name='Form.Verdict']").SelectOptionAsync(new SelectOptionValue { Label = "Đạt một phần" });
            await page.PressesAsync("Lưu biên bản");
            await page.SeesAsync("Đã lưu biên bản.");
            await page.SeesAsync("Cần bản quét biên bản đã ký của Cục.");
            await page.AttachesAsync("Chọn bản quét", "bien-ban-cua-cuc.pdf", Files.Pdf, Files.SignedDocument);
            await page.PressesAsync("Kèm bản quét");
            await page.SeesAsync("Đã kèm bản quét.");
            await page.SubmitsAcceptanceAsync();
            return new Uri(page.Url).AbsolutePath;
        }

        /// <summary>Opens the file of the contract, lists one voucher for each source, and submits it.</summary>
        /// <returns>Where the file is found.</returns>
        public Task<string> SubmitsSettlementAsync(string contract, params (string Source, string Amount)[] vouchers) => page.SubmitsSettlementAsync(contract, null, vouchers);

        /// <summary>The same, with a look at the form before it is filled in.</summary>
        /// <returns>Where the file is found.</returns>
        public async Task<string> SubmitsSettlementAsync(string contract, Func<Task>? look, (string Source, string Amount)[] vouchers)
        {
            await page.OpensSettlementAsync(contract);
            if (look is not null)
            {
                await look();
            }

            return await page.ListsAndSubmitsAsync(vouchers);
        }

        /// <summary>Opens the file of the contract too early: it is saved, and refused with the reason.</summary>
        public async Task IsRefusedSettlementAsync(string contract, string reason)
        {
            await page.OpensSettlementAsync(contract);
            await page.PressesAsync("Lưu hồ sơ");
            await page.SeesAsync("Đã lưu hồ sơ quyết toán.");
            await page.PressesAsync("Trình phê duyệt");
            await page.SeesAsync(reason, ".error-summary");
        }

        /// <summary>Puts the file that is open aside, and takes it up again.</summary>
        public async Task SetsSettlementAsideAsync(string reason)
        {
            await page.PressesAsync("Bỏ hồ sơ");
            await page.SeesAsync("Hãy nêu lý do.", ".error-summary");
            await page.Locator("[name='Move.Note']").FillAsync(reason);
            await page.PressesAsync("Bỏ hồ sơ");
            await page.SeesAsync("Đã bỏ hồ sơ.");
            await page.IsNotOfferedAsync("Sửa, kê chứng từ");
            await page.PressesAsync("Lập lại hồ sơ");
            await page.SeesAsync("Đã lập lại hồ sơ.");
        }

        /// <summary>Opens the file of a contract that force majeure has ended: what was done of one source, who confirmed it, why; one voucher, and submits it.</summary>
        /// <returns>Where the file is found.</returns>
        public async Task<string> SubmitsForceMajeureAsync(string contract, string source, string done, string confirmedBy, string why)
        {
            await page.OpensSettlementAsync(contract);
            await page.Locator("select[name='Form.Basis']").SelectOptionAsync("ForceMajeure");
            await page.FillsAsync(("Explanation", why), ("ConfirmedBy", confirmedBy), ("ConfirmationNumber", "09/BB-XN (dữ liệu minh họa)"), ("ConfirmationDate", Hands.Today.Text()), ($"WorkDone[{source}]", done));
            return await page.ListsAndSubmitsAsync([(source, done)]);
        }

        /// <summary>The same file, once the reason is gone.</summary>
        /// <returns>Where the file is found.</returns>
        public async Task<string> SubmitsOpenSettlementAsync(string contract, params (string Source, string Amount)[] vouchers)
        {
            await page.GotoAsync(contract);
            await page.FollowsAsync("Quyết toán");
            await page.FollowsAsync("Sửa, kê chứng từ");
            return await page.ListsAndSubmitsAsync(vouchers);
        }

        private async Task OpensSettlementAsync(string contract)
        {
            await page.GotoAsync(contract);
            await page.FollowsAsync("Quyết toán");
            await page.PressesAsync("Lập hồ sơ quyết toán");
            await page.SeesAsync("Đã mở hồ sơ quyết toán");
        }

        private async Task<string> ListsAndSubmitsAsync((string Source, string Amount)[] vouchers)
        {
            foreach (var (row, (source, amount)) in vouchers.Index())
            {
                await page.FillsAsync(($"Vouchers[{row}].Number", $"UNC-0{row + 1}"), ($"Vouchers[{row}].IssuedOn", Hands.Today.Text()), ($"Vouchers[{row}].Amount", amount), ($"Vouchers[{row}].Content", "Chi theo hợp đồng"));
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
