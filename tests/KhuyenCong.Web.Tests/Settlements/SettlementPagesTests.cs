using System.IO.Compression;
using System.Net;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

public sealed class SettlementPagesTests(App app)
{
    [Fact]
    public async Task FromAContract_ToItsLiquidation_TheDifferenceGoesBackToTheSource()
    {
        var (contract, line, path) = await app.ASubmitted();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.Step(path, SettlementAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        var (now, after, project) = await app.WithDb(App.KhanhHoa, async db => (
            await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId),
            await db.Contracts.AsNoTracking().SingleAsync(c => c.ContractId == contract.ContractId),
            await db.Projects.AsNoTracking().SingleAsync(p => p.ProjectId == contract.ProjectId)));
        (now.Settled, now.Paid, now.Committed, now.Available).ShouldBe((new Dong(GivenSettlements.Done), Dong.Zero, Dong.Zero, now.Allotted - new Dong(GivenSettlements.Done)));
        (after.State, project.State).ShouldBe((ContractState.Liquidated, ProjectState.Settled));
        (await app.Settlement(path)).Amounts.ShouldHaveSingleItem().ToReturn.ShouldBe(new Dong(50_000_000));

        (await leader.GetPageAsync($"/quyet-toan?nam={contract.Year}")).QuerySelector("#quyet-toan")!.TextContent.ShouldContain(contract.Number!);
        // The project's history names the settlement; its page leads there.
        (await leader.GetPageAsync($"/de-an/{contract.ProjectId}")).QuerySelector($"#hop-dong a[href='/hop-dong/{contract.ContractId}/quyet-toan']").ShouldNotBeNull();
        (await leader.GetPageAsync($"{path}/in")).QuerySelector(".print-sheet")!.TextContent.ShouldContain("150.000.000");
        (await leader.GetPageAsync($"{path}/in")).ShouldBeHeadedAsAPaper("ĐẠI DIỆN BÊN B");
        (await leader.GetPageAsync($"/quyet-toan/doi-chieu?nam={contract.Year}&don-vi={now.HolderId}")).QuerySelector("#doi-chieu")!.TextContent.ShouldContain("50.000.000");
    }

    [Fact]
    public async Task OneDongOfVouchersTooLittle_IsTold_AndNothingIsSent()
    {
        var (contract, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Prepared(contract, GivenSettlements.Fields(GivenSettlements.Done - 1));
        (await (await officer.Step(path, SettlementAction.Submit)).Told()).ShouldContain("còn thiếu 1 đ");
        (await app.Settlement(path)).State.ShouldBe(SettlementState.Drafting);
    }

    [Fact]
    public async Task WhatIsStillToPay_KeepsItFromBeingApproved()
    {
        var (contract, _) = await app.APaidContract(GivenSettlements.Done - 1);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Prepared(contract);
        await (await officer.Step(path, SettlementAction.Submit)).ShouldGoOn();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await (await leader.Step(path, SettlementAction.Approve)).Told()).ShouldContain("còn phải trả 1 đ");
        (await app.Settlement(path)).State.ShouldBe(SettlementState.Submitted);
    }

    [Fact]
    public async Task Parts_AreLiquidatedWithTheirContract_AndWhatIsNotSigned_IsNamedFirst()
    {
        var (contract, _, path) = await app.ASubmitted();
        var (signed, proposed) = (await app.APart(contract, ContractState.Signed), await app.APart(contract, ContractState.Proposed));
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await (await leader.Step(path, SettlementAction.Approve)).Told()).ShouldContain($"chưa ký ({proposed.Number})");
        await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == proposed.ContractId).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ContractState.Cancelled)));
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        (await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == signed.ContractId).Select(c => c.State).SingleAsync())).ShouldBe(ContractState.Liquidated);
    }

    [Fact]
    public async Task TwoApproversAtOnce_SettleOnce()
    {
        var (_, line, path) = await app.ASubmitted();
        using var one = await app.ASomebody(Role.DepartmentLeader);
        using var two = await app.ASomebody(Role.DepartmentLeader);
        var answers = await Task.WhenAll(one.Step(path, SettlementAction.Approve), two.Step(path, SettlementAction.Approve));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        var now = await app.WithDb(App.KhanhHoa, db => db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId));
        now.Settled.ShouldBe(new Dong(GivenSettlements.Done));
    }

    [Fact]
    public async Task OneInvoice_IsNotSettledTwice()
    {
        var invoice = $"1C26TAA {Random()}, MST 0100000000";
        var (_, _, first) = await app.ASubmitted(invoice);
        var (contract, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var second = await officer.Prepared(contract, GivenSettlements.Fields(invoice: invoice));
        (await (await officer.Step(second, SettlementAction.Submit)).Told()).ShouldContain("một hóa đơn không quyết toán hai lần");
        (await app.Settlement(first)).State.ShouldBe(SettlementState.Submitted);
    }

    [Fact]
    public async Task AnotherProvince_SeesNothing_AndAnOwner_NoList()
    {
        var (contract, _, path) = await app.ASubmitted();
        using var stranger = await app.As(Role.DepartmentLeader, App.DongNai);
        foreach (var url in new[] { path, $"{path}/in", $"/hop-dong/{contract.ContractId}/quyet-toan", $"/de-an/{contract.ProjectId}/luu-tru" })
        {
            (await stranger.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }

        using var owner = await app.As(Role.EstablishmentOwner);
        (await owner.GetAsync(new Uri("/quyet-toan", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AVoucherOfAnotherFile_IsNotWritten_ButANewOne()
    {
        var (contract, _) = await app.APaidContract();
        var (other, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var first = await officer.Prepared(contract);
        var taken = (await app.Settlement(first)).Vouchers.ShouldHaveSingleItem().VoucherId;
        var fields = GivenSettlements.Fields();
        fields["Form.Vouchers[0].Id"] = $"{taken}";
        var second = await officer.Prepared(other, fields);
        (await app.Settlement(second)).Vouchers.ShouldHaveSingleItem().VoucherId.ShouldNotBe(taken);
        (await app.Settlement(first)).Vouchers.ShouldHaveSingleItem().VoucherId.ShouldBe(taken);
    }

    [Fact]
    public async Task ADraft_IsNoPartys_AndOtherDossiersAreNotTold()
    {
        var invoice = $"1C26TAA {Random()}, MST 0100000000";
        await app.ASubmitted(invoice);
        var (contract, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Prepared(contract, GivenSettlements.Fields(invoice: invoice));
        using var owner = await app.AParty(contract);
        foreach (var url in new[] { path, $"{path}/in" })
        {
            (await owner.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }

        (await owner.GetAsync(new Uri($"/hop-dong/{contract.ContractId}/quyet-toan", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.GetPageAsync(path)).QuerySelector("#con-lai").ShouldNotBeNull();
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        (await finance.GetPageAsync(path)).QuerySelector("#con-lai").ShouldBeNull();
    }

    /// <summary>Who of the office did what, and what they noted, is not for the other party.</summary>
    [Fact]
    public async Task AParty_ReadsTheFile_WithoutTheOfficesOwnHistory()
    {
        var (contract, _, path) = await app.ASubmitted();
        using var owner = await app.AParty(contract);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.GetPageAsync(path)).QuerySelector("#lich-su").ShouldNotBeNull();
        var page = await owner.GetPageAsync(path);
        page.QuerySelector("h1")!.TextContent.ShouldContain(contract.Number!);
        page.QuerySelector("#lich-su").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Người lập không tự phê duyệt");
    }

    [Fact]
    public async Task WhatAnAuditorOrdersBack_IsAnEntryOfItsOwn()
    {
        var (_, line, path) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        Dictionary<string, string> Fields(long amount) => new()
        {
            ["Recovery.AllocationId"] = $"{line.AllocationId}",
            ["Recovery.Amount"] = $"{amount}",
            ["Recovery.DocumentNumber"] = "15/KL-TTr",
            ["Recovery.DocumentDate"] = GivenSettlements.Today,
            ["Recovery.Issuer"] = "Thanh tra tỉnh (dữ liệu minh họa)",
            ["Recovery.Reason"] = "Chi sai nội dung",
        };
        (await (await accountant.SubmitAsync(path, Fields(GivenSettlements.Done + 1), $"{path}?handler=Recover")).Told()).ShouldContain("vượt 1 đ");

        // It is waited for in a list, and the ledger moves when another person says that the Treasury has it.
        var order = Fields(20_000_000);
        order["Recovery.DocumentNumber"] = $"KL-{Random()}";
        await (await accountant.SubmitAsync(path, order, $"{path}?handler=Recover")).ShouldGoOn();
        var pending = (await app.Settlement(path)).Recoveries.Single();
        var list = $"/thanh-toan/cho-thu-hoi?tim={order["Recovery.DocumentNumber"]}";
        (await accountant.GetPageAsync(list)).QuerySelector("#cho-thu-hoi")!.TextContent.ShouldContain("20.000.000");
        var receipt = new Dictionary<string, string> { ["Receipt.RecoveryId"] = $"{pending.SettledRecoveryId}", ["Receipt.PaidBackOn"] = GivenSettlements.Today, ["Receipt.TreasuryNumber"] = "CT-9", ["Receipt.Reason"] = "Ghi nhầm" };
        // Whoever ordered it back is told so, has no button, and is refused without one.
        (await accountant.GetPageAsync(path)).QuerySelector("form[action$='handler=Receive']").ShouldBeNull();
        foreach (var handler in new[] { "Receive", "Withdraw" })
        {
            (await (await accountant.SubmitAsync(path, receipt, $"{path}?handler={handler}")).Told()).ShouldContain("không tự xác nhận đã thu");
        }

        (await Returned()).ShouldBe(Dong.Zero);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.SubmitAsync(path, receipt, $"{path}?handler=Receive")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await foreign.SubmitAsync("/", receipt, $"{path}?handler=Receive")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        receipt["Receipt.TreasuryNumber"] = " ";
        (await (await leader.SubmitAsync(path, receipt, $"{path}?handler=Receive")).Told()).ShouldContain("số chứng từ của Kho bạc");
        receipt["Receipt.TreasuryNumber"] = "CT-9";
        await (await leader.SubmitAsync(path, receipt, $"{path}?handler=Receive")).ShouldGoOn();
        var received = (await app.Settlement(path)).Recoveries.Single();
        (received.TreasuryNumber, received.ConfirmedBy is { } second && second != received.By).ShouldBe(("CT-9", true));
        var now = await app.WithDb(App.KhanhHoa, db => db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId));
        (now.Settled, now.Returned).ShouldBe((new Dong(GivenSettlements.Done - 20_000_000), new Dong(20_000_000)));
        (await accountant.GetPageAsync(list)).QuerySelector("#cho-thu-hoi").ShouldBeNull();
        (await (await leader.SubmitAsync(path, receipt, $"{path}?handler=Withdraw")).Told()).ShouldContain("đã được ghi nhận");

        Task<Dong> Returned() => app.WithDb(App.KhanhHoa, async db => (await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId)).Returned);
    }

    [Fact]
    public async Task TheArchive_HoldsEveryPaper_AndTellsWhatWasChanged()
    {
        var (contract, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Prepared(contract);
        var token = (await officer.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(nameof(SettlementPaperKind.Explanation)), "Paper.Kind" }, { new ByteArrayContent([.. "%PDF-1.4 minh hoa"u8]), "Paper.File", "giai trinh.pdf" } };
        await (await officer.PostAsync(new Uri($"{path}?handler=Paper", UriKind.Relative), form)).ShouldGoOn();

        var answer = await officer.SubmitAsync($"/de-an/{contract.ProjectId}/luu-tru", new { });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var key = app.Services.GetRequiredService<AuditKey>();
        using var whole = new MemoryStream(bytes);
        var (manifest, faults) = await ArchiveManifest.VerifyAsync(whole, key);
        faults.ShouldBeEmpty();
        manifest.ShouldNotBeNull().Files.ShouldContain(f => f.Path.StartsWith("7-quyet-toan/", StringComparison.Ordinal) && f.Path.EndsWith("giai trinh.pdf", StringComparison.Ordinal));
        manifest.Files.Select(f => f.Path).ShouldContain("nhat-ky.csv");

        using var changed = new MemoryStream();
        await changed.WriteAsync(bytes);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("nhat-ky.csv")!.Delete();
            await using var stream = zip.CreateEntry("nhat-ky.csv").Open();
            await stream.WriteAsync("khác"u8.ToArray());
        }

        changed.Position = 0;
        (await ArchiveManifest.VerifyAsync(changed, key)).Faults.ShouldHaveSingleItem().ShouldStartWith("nhat-ky.csv");
    }

    [Fact]
    public async Task TheArchive_TellsHowTheProjectWasJudged_AndByWhichDecisions_WithNothingThatIsSealed()
    {
        var project = await app.AnAppraised(GivenPlans.AYear(), support: GivenPayments.Bound);
        await app.ASignedContract(project);
        var sitting = await app.ASitting(project);
        await sitting.Chair.Declares(sitting.Path);
        await sitting.Chair.Sends(sitting.Path, GivenAppraisals.Ballot(note: "Ý kiến còn niêm phong của chủ trì"));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var bytes = await (await officer.SubmitAsync($"/de-an/{project.ProjectId}/luu-tru", new { })).Content.ReadAsByteArrayAsync();
        using var whole = new MemoryStream(bytes);
        (await ArchiveManifest.VerifyAsync(whole, app.Services.GetRequiredService<AuditKey>())).Faults.ShouldBeEmpty();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var judged = System.Net.WebUtility.HtmlDecode(await TextOf(zip, "tham-dinh.html"));
        judged.ShouldContain(sitting.Council.DecisionNumber);
        judged.ShouldContain("còn niêm phong, không có trong gói");
        judged.ShouldNotContain("Ý kiến còn niêm phong của chủ trì");
        (await TextOf(zip, "nhat-ky.csv")).ShouldNotContain("Ý kiến còn niêm phong của chủ trì");
        (await TextOf(zip, "quyet-dinh.csv")).ShouldContain("Đã phê duyệt");
        (await TextOf(zip, "index.html")).ShouldContain("tham-dinh.html");

        // Whoever does not work on appraisals makes the package without them, and is told so.
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var less = new ZipArchive(await (await accountant.SubmitAsync($"/de-an/{project.ProjectId}/luu-tru", new { })).Content.ReadAsStreamAsync());
        System.Net.WebUtility.HtmlDecode(await TextOf(less, "tham-dinh.html")).ShouldContain("người lập gói không xem được");
    }

    private static async Task<string> TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task WhatASpreadsheetWouldCalculate_IsTextInTheArchive_WhichOnlyItsReadersAreOffered()
    {
        var (contract, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Prepared(contract);
        await (await officer.SubmitAsync(path, new Dictionary<string, string> { ["Move.Note"] = "＝1+1 minh họa" }, $"{path}?handler=Submit")).ShouldGoOn();
        var answer = await officer.SubmitAsync($"/de-an/{contract.ProjectId}/luu-tru", new { });
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var journal = new StreamReader(zip.GetEntry("nhat-ky.csv")!.Open());
        (await journal.ReadToEndAsync()).ShouldContain("\"'＝1+1 minh họa\"");

        (await officer.GetPageAsync(path)).QuerySelector("a[href$='/luu-tru']").ShouldNotBeNull();
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        (await finance.GetPageAsync(path)).QuerySelector("a[href$='/luu-tru']").ShouldBeNull();
    }

    private static string Random() => string.Concat(GivenPlans.Id().ToString("N")[^8..].Select(c => (char)('0' + (c % 10))));
}
