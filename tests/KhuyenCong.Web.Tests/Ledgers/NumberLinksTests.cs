using System.Globalization;
using System.Net;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Programmes;
using KhuyenCong.Web.Tests.Settlements;
using KhuyenCong.Web.Tests.YearlySettlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Ledgers;

/// <summary>Every screen's number opens its entries, and they come to the number, to the đồng.</summary>
public sealed class NumberLinksTests(App app)
{
    [Fact]
    public async Task NumbersOfAContract_OfItsLine_OfItsProgramme_OpenTheirEntries()
    {
        var programme = await app.WithAProgramme();
        var (contract, line) = await app.APaidContract();
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Advance, 20_000_000, contract.ProjectId, contract.ContractId))).ShouldBeEmpty();
        await app.WithDb(App.KhanhHoa, db => db.PlanItems.Where(i => i.PlanItemId == contract.PlanItemId)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ProgrammeId, (Guid?)programme.ProgrammeId).SetProperty(i => i.ProgrammeContentCode, "1")));
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (string Page, string Numbers)[] table =
        [
            ($"/kho-bac/ba-ben?tim={contract.Number}", "#ba-ben td.num a"),
            ($"/kho-bac/ba-ben?tim={contract.Number}", "#ba-ben td[data-label='Giá trị'] a"),
            ($"/hop-dong/{contract.ContractId}", "#gia-tri td[data-label='Giá trị'] a"),
            ($"/quyet-toan?nam={contract.Year}&co=100", "#quyet-toan td[data-label='Giá trị hợp đồng'] a"),
            ($"/de-an/{contract.ProjectId}/kinh-phi", "#theo-nguon td[data-label='Hợp đồng'] a"),
            ($"/de-an/{contract.ProjectId}/kinh-phi", "#theo-nguon td[data-label='Phê duyệt'] a"),
            ($"/chuong-trinh/{programme.ProgrammeId}/kinh-phi", "#trong-ke-hoach td[data-label='Đã phê duyệt'] a"),
            ($"/quyet-toan/doi-chieu?nam={line.Year}&don-vi={line.HolderId}", "#doi-chieu td.num a"),
            ($"/hop-dong/{contract.ContractId}", "main td.num a"),
            ($"/hop-dong/{contract.ContractId}/quyet-toan", "#so-lieu td.num a"),
            ($"/thanh-toan/tam-ung?tim={contract.Number}", "#tuoi-tam-ung td.num a"),
            ($"/du-toan?nam={line.Year}", "#du-toan td.num a"),
            ($"/du-toan/{line.AllocationId}", "main td.num a"),
            ($"/so-du-toan?nam={line.Year}", "#so td.num a"),
            ($"/so-du-toan/{line.AllocationId}", ".tile-value a"),
            ($"/de-an/{contract.ProjectId}/kinh-phi", "#theo-nguon td.num a, #theo-hop-dong td.num a"),
            ($"/chuong-trinh/{programme.ProgrammeId}/kinh-phi", "#trong-ke-hoach td.num a, #theo-so-du-toan td.num a"),
            ($"/chuong-trinh/{programme.ProgrammeId}", ".tiles a.dong[href*='so=']"),
        ];
        foreach (var (page, numbers) in table)
        {
            await Follow(accountant, page, numbers);
        }

        var plan = await app.WithDb(App.KhanhHoa, db => db.PlanItems.Where(i => i.PlanItemId == contract.PlanItemId).Join(db.ApprovalBatches, i => i.ApprovalBatchId, b => b.ApprovalBatchId, (i, b) => b.AnnualPlanId).SingleAsync());
        await Follow(accountant, $"/ke-hoach/{plan}", ".sum-line a.dong");
    }

    /// <summary>Where entries come to something else, a number opens the record that says it.</summary>
    [Fact]
    public async Task WhatEntriesDoNotSay_OpensItsRecord()
    {
        var (contract, line) = await app.APaidContract();
        await app.WithDb(App.KhanhHoa, db => db.Set<ContractAmount>().Where(a => a.ContractId == contract.ContractId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Amount, new Dong(1))));
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var record = $"/hop-dong/{contract.ContractId}#gia-tri";
        (await accountant.GetPageAsync($"/kho-bac/ba-ben?tim={contract.Number}")).QuerySelector("#ba-ben td[data-label='Giá trị'] a")!.GetAttribute("href").ShouldBe(record);
        (await accountant.GetPageAsync($"/de-an/{contract.ProjectId}/kinh-phi")).QuerySelector("#theo-nguon td[data-label='Hợp đồng'] a")!.GetAttribute("href").ShouldBe(record);
        (await accountant.GetPageAsync($"/hop-dong/{contract.ContractId}")).QuerySelector($"#gia-tri td[data-label='Giá trị'] a[href*='{line.AllocationId}']").ShouldBeNull();
    }

    [Fact]
    public async Task WhatIsLeftToChooseFrom_OpensItsEntries()
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 250_000_000);
        await app.AnAppraised(year);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Drafting);
        using var centre = await app.ASomebody(Role.CentreOfficer);
        await Follow(centre, $"{batch.Path()}/chon", "td[data-label='Dự toán còn lại'] a");
    }

    [Fact]
    public async Task NumbersOfManagementCosts_OpenTheirEntries()
    {
        var line = await app.ALine(2 * GivenManagement.Line);
        var path = await app.AnApprovedEstimate(line);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await Follow(leader, path, ".tile-value a");
        await Follow(leader, $"/chi-quan-ly?nam={line.Year}&don-vi={line.HolderId}", "#chi-quan-ly td.num a");
        await Follow(leader, $"/du-toan/{line.AllocationId}", ".sum-line a.dong");
    }

    /// <summary>A report keeps what it said: its numbers open the entries that there were when it was drawn.</summary>
    [Fact]
    public async Task NumbersOfAYearlyReport_OpenTheEntriesOfItsMoment()
    {
        var line = await app.ASettledLine();
        var path = await app.ASubmittedReport(line);
        using var reviewer = await app.ASomebody(Role.DepartmentLeader);
        (await reviewer.Take(path, YearlyAction.Forward)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Allot, 5))).ShouldBeEmpty();
        await Follow(reviewer, path, "#so-lieu td.num a, #de-an td.num a");
        await Follow(reviewer, path, "table[data-differences] td.num a");
        await Follow(reviewer, $"/quyet-toan-nam?nam={line.Year}&trang-thai={(await app.ReportOf(line)).State}&co=100", $"tr:has(a[href='{path}']) td.num a");
        await Follow(reviewer, $"/quyet-toan-nam/tong-hop?nam={line.Year}", $"tr:has(a[href='{path}']) td.num a");
        (await reviewer.GetPageAsync($"/so-du-toan/but-toan?so=Allotted&dong={line.AllocationId}")).QuerySelector("#cong .dong")!.TextContent.ShouldStartWith("1.000.005");
        (await reviewer.GetPageAsync($"{path}/in")).QuerySelector("#so-lieu td.num a").ShouldBeNull();
    }

    [Fact]
    public async Task TheSum_IsOfEveryPage_AndTheWorkbookHasTheSameRows()
    {
        var line = await app.ALine(1_000, GivenPlans.AYear());
        (await app.Post(line, [.. Enumerable.Range(1, 30).Select(i => GivenLedgers.Of(line, LedgerKind.Allot, i))])).ShouldBeEmpty();
        using var finance = await app.As(Role.FinanceOfficer);
        var path = $"/so-du-toan/but-toan?so=Allotted&dong={line.AllocationId}&co=25";
        foreach (var (page, rows) in new[] { (1, 25), (2, 6), (99, 6) })
        {
            var shown = await finance.GetPageAsync($"{path}&trang={page}");
            shown.QuerySelectorAll("#but-toan tbody tr").Length.ShouldBe(rows);
            Digits(shown.QuerySelector("#cong .dong")!.TextContent).ShouldBe(1_465);
        }

        (await finance.GetPageAsync($"{path}&loai=Withdraw")).QuerySelector("#but-toan").ShouldBeNull();
        (await finance.GetAsync(new Uri($"{path}&handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhoMayNot_AnotherProvince_AndAnotherCommune_SeeNothing()
    {
        var (contract, line) = await app.APaidContract();
        using var owner = await app.As(Role.EstablishmentOwner);
        (await owner.GetAsync(new Uri("/so-du-toan/but-toan", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        foreach (var query in new[] { $"dong={line.AllocationId}", $"de-an={contract.ProjectId}", $"hop-dong={contract.ContractId}", $"chi-quan-ly={GivenLedgers.Id()}", $"chuong-trinh={GivenLedgers.Id()}", "dong=khong-co" })
        {
            (await foreign.GetAsync(new Uri($"/so-du-toan/but-toan?so=Spent&{query}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, query);
            (await foreign.GetAsync(new Uri($"/so-du-toan/but-toan?so=Spent&{query}&handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, query);
        }

        var own = await app.AnAllocation(GivenPlans.AYear(), 1_000_000, "CAPXA", commune: GivenEstablishments.NhaTrang);
        using var other = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        (await other.GetAsync(new Uri($"/so-du-toan/but-toan?so=Allotted&dong={own.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Digits((await other.GetPageAsync($"/so-du-toan/but-toan?so=Allotted&don-vi={own.HolderId}")).QuerySelector("#cong .dong")!.TextContent).ShouldBe(0);
        // What the province pays is no line of a commune's: of a project in it the commune reads no entry here.
        Digits((await other.GetPageAsync($"/so-du-toan/but-toan?so=Spent&de-an={contract.ProjectId}")).QuerySelector("#cong .dong")!.TextContent).ShouldBe(0);
        using var commune = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.NhaTrang);
        await Follow(commune, $"/du-toan/{own.AllocationId}", "main td.num a");
    }

    /// <summary>Follows every number's link of a page: there is at least one, and the entries come to what it says.</summary>
    private static async Task Follow(HttpClient client, string path, string numbers)
    {
        var links = (await client.GetPageAsync(path)).QuerySelectorAll(numbers)
            .Select(a => (Href: a.GetAttribute("href")!, Number: a.TextContent))
            .Where(a => a.Href.Contains("so=", StringComparison.Ordinal) || a.Href.Contains("tai-khoan=", StringComparison.Ordinal)).Distinct().ToList();
        links.ShouldNotBeEmpty(path);
        foreach (var (href, number) in links)
        {
            var sum = (await client.GetPageAsync(href)).QuerySelector("#cong .dong");
            sum.ShouldNotBeNull($"{path} → {href}");
            Digits(sum.TextContent).ShouldBe(Digits(number), $"{path} → {href}");
        }
    }

    private static long Digits(string text) => long.Parse(new string([.. text.Where(c => char.IsAsciiDigit(c) || c is '-')]), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
