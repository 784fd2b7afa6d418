using System.Net;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.YearlySettlements;

public sealed class YearlyPagesTests(App app)
{
    [Fact]
    public async Task FromTheUnit_ThroughTheDepartment_ToTheApproval_EachBySomebodyElse()
    {
        var line = await app.ASettledLine();
        using var writer = await app.ASomebody(Role.DepartmentAccountant);
        using var head = await app.ASomebody(Role.DepartmentLeader);
        using var reviewer = await app.ASomebody(Role.DepartmentLeader);
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        (await reviewer.GetPageAsync($"/quyet-toan-nam?nam={GivenYearly.Year}&trang-thai=chua-lap&co=100")).QuerySelector("main")!.TextContent.ShouldContain("Chưa lập");
        var path = await app.AReport(line, writer);
        (await writer.Take(path, YearlyAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await head.Take(path, YearlyAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // Whoever submitted it does not review it.
        (await (await head.Take(path, YearlyAction.Forward)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("cần một người khác");
        (await reviewer.Take(path, YearlyAction.Forward)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await (await finance.Take(path, YearlyAction.Appraise, GivenYearly.Finding(line, "699.999"))).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("lý do khác nhau");
        (await finance.Take(path, YearlyAction.Appraise, GivenYearly.Finding(line, "699.999", "Thiếu chứng từ"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var shown = (await finance.GetPageAsync(path)).QuerySelector("#so-lieu")!.TextContent;
        shown.ShouldContain("700.000");
        shown.ShouldContain("699.999");

        (await (await finance.Take(path, YearlyAction.Finish)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("bản chụp");
        (await Finish(finance, path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await finance.GetPageAsync(path)).QuerySelector("#sau-quyet-toan").ShouldBeNull();
        var report = await app.ReportOf(line);
        (report.State, report.Round, report.FinalNumber, report.Current.Figures.Sum(YearlyItem.Settled)).ShouldBe((YearlyState.Finished, 1, "12/TB-STC", new Dong(700_000)));
        (await finance.GetAsync(new Uri($"{path}?handler=File", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await finance.GetAsync(new Uri($"{path}?handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await finance.GetPageAsync($"{path}/in")).QuerySelector(".paper-head")!.TextContent.ShouldContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        (await finance.GetPageAsync($"/quyet-toan-nam/tong-hop?nam={GivenYearly.Year}")).QuerySelector($"main a[href='{path}']").ShouldNotBeNull();
        (await finance.GetAsync(new Uri($"/quyet-toan-nam/tong-hop?nam={GivenYearly.Year}&handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>An entry comes in between: what was submitted stays, old → new is told, and nobody approves it before it is drawn anew.</summary>
    [Fact]
    public async Task ALedgerThatMoved_IsTold_AndStopsTheApproval_UntilTheNextVersion()
    {
        var line = await app.ASettledLine();
        var path = await app.AReport(line);
        using var head = await app.ASomebody(Role.DepartmentLeader);
        using var reviewer = await app.ASomebody(Role.DepartmentLeader);
        (await head.Take(path, YearlyAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Withdraw, 1))).ShouldBeEmpty();

        var page = await reviewer.GetPageAsync(path);
        page.QuerySelector("table[data-differences]")!.TextContent.ShouldContain("999.999");
        page.QuerySelector("#so-lieu")!.TextContent.ShouldContain("1.000.000");
        (await reviewer.GetPageAsync($"{path}/in")).QuerySelector("#so-lieu")!.TextContent.ShouldContain("1.000.000");
        (await (await reviewer.Take(path, YearlyAction.Forward)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đã thay đổi sau khi trình");
        (await reviewer.Take(path, YearlyAction.SendBack)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var writer = await app.ASomebody(Role.DepartmentAccountant);
        (await writer.SubmitAsync(path, new Dictionary<string, string> { ["DrawNote"] = "Lần hai" }, $"{path}?handler=Draw")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var report = await app.ReportOf(line);
        (report.State, report.Round, report.Current.Figures.Sum(YearlyItem.Total)).ShouldBe((YearlyState.Drafting, 2, new Dong(999_999)));
        report.Versions.Single(v => v.Number == 1).Figures.Sum(YearlyItem.Total).ShouldBe(new Dong(1_000_000));
        (await writer.GetPageAsync($"{path}?phien-ban=1")).QuerySelector("table[data-differences]")!.TextContent.ShouldContain("999.999");
    }

    /// <summary>What management costs hold of a line is no project's: its own row, and a reminder while it is not settled.</summary>
    [Fact]
    public async Task ManagementCosts_StandBesideTheProjects()
    {
        var line = await app.ASettledLine(2 * GivenManagement.Line);
        var estimate = await app.AnApprovedEstimate(line);
        var path = await app.AReport(line);
        using var head = await app.ASomebody(Role.DepartmentLeader);
        var page = await head.GetPageAsync(path);
        var row = page.QuerySelectorAll("#de-an tbody tr")[^1].TextContent;
        row.ShouldContain("Chi quản lý");
        row.ShouldContain("10.000.000");
        page.QuerySelector($"main a[href='{estimate}']").ShouldNotBeNull();
        (await head.GetPageAsync($"{path}/in")).QuerySelector("#de-an")!.TextContent.ShouldContain("Chi quản lý");
        (await head.GetAsync(new Uri($"{path}?handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What is approved are the figures that stand; what the line, which is not closed, gets afterwards is told on both pages.</summary>
    [Fact]
    public async Task EntriesAfterTheAppraisal_StopTheEnd_AndThoseAfterTheEnd_AreTold()
    {
        var line = await app.ASettledLine();
        var path = await app.AReport(line);
        using var head = await app.ASomebody(Role.DepartmentLeader);
        using var reviewer = await app.ASomebody(Role.DepartmentLeader);
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        (await head.Take(path, YearlyAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await reviewer.Take(path, YearlyAction.Forward)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await finance.Take(path, YearlyAction.Appraise, GivenYearly.Finding(line, "700.000"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Withdraw, 1))).ShouldBeEmpty();
        (await (await Finish(finance, path)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đã thay đổi sau khi trình");
        (await app.ReportOf(line)).State.ShouldBe(YearlyState.Appraised);

        var other = await app.ASettledLine();
        path = await app.AReport(other);
        (await head.Take(path, YearlyAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await reviewer.Take(path, YearlyAction.Forward)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await finance.Take(path, YearlyAction.Appraise, GivenYearly.Finding(other, "700.000"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Finish(finance, path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Post(other, GivenLedgers.Of(other, LedgerKind.Withdraw, 1))).ShouldBeEmpty();
        var page = await finance.GetPageAsync(path);
        page.QuerySelector("#sau-quyet-toan")!.TextContent.ShouldContain("1 bút toán");
        page.QuerySelector("table[data-differences]")!.TextContent.ShouldContain("999.999");
        (await finance.GetPageAsync($"/so-du-toan/{other.AllocationId}")).QuerySelector($"#sau-quyet-toan a[href='{path}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task TwoWhoSubmitAtOnce_SubmitOnce()
    {
        var line = await app.ASettledLine();
        var path = await app.AReport(line);
        var heads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.ASomebody(Role.DepartmentLeader)));
        var answers = await Task.WhenAll(heads.Select(h => h.Take(path, YearlyAction.Submit)));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await app.ReportOf(line)).Steps.Count.ShouldBe(1);
    }

    [Fact]
    public async Task TwoWhoDraftAtOnce_OpenOneReport()
    {
        var line = await app.ASettledLine();
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.ASomebody(Role.DepartmentAccountant)));
        await Task.WhenAll(people.Select(p => p.SubmitAsync($"/quyet-toan-nam/lap?nam={line.Year}&don-vi={line.HolderId}", new Dictionary<string, string> { ["Note"] = "" })));
        (await app.ReportOf(line)).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task WhoeverReads_DoesNotWrite_AndAnotherProvinceSeesNothing()
    {
        var line = await app.ASettledLine();
        var path = await app.ASubmittedReport(line);
        using var treasury = await app.As(Role.TreasuryOfficer);
        (await treasury.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await treasury.GetAsync(new Uri($"/quyet-toan-nam/lap?nam={line.Year}&don-vi={line.HolderId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await treasury.Take(path, YearlyAction.Forward)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Vai trò");
        using var foreign = await app.As(Role.FinanceOfficer, App.DongNai);
        (await foreign.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.GetAsync(new Uri($"{path}/in", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var commune = await app.As(Role.CommuneOfficer, App.KhanhHoa, GivenEstablishments.CamLam);
        (await commune.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await commune.GetAsync(new Uri("/quyet-toan-nam/tong-hop", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Its own people and those who prepare it read a draft; the province's readers know that it is drafted, and read it once it is submitted.</summary>
    [Fact]
    public async Task ADraft_IsReadByThoseWhoPrepareIt_Only()
    {
        var line = await app.ASettledLine();
        var path = await app.AReport(line);
        using var head = await app.ASomebody(Role.DepartmentLeader);
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        using var auditor = await app.ASomebody(Role.Auditor);
        (await head.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var reader in new[] { finance, auditor })
        {
            foreach (var url in new[] { path, $"{path}/in", $"{path}?handler=Excel" })
            {
                (await reader.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
            }

            (await reader.GetPageAsync($"/quyet-toan-nam?nam={line.Year}&trang-thai={YearlyState.Drafting}&co=100")).QuerySelector($"main a[href='{path}']").ShouldBeNull();
            (await reader.GetPageAsync($"/quyet-toan-nam/tong-hop?nam={line.Year}")).QuerySelector($"main a[href='{path}']").ShouldBeNull();
        }

        (await head.Take(path, YearlyAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await auditor.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await finance.GetAsync(new Uri($"{path}/in", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>It names contracts, payments and statements, which are not every reader's.</summary>
    [Fact]
    public async Task WhatIsStillOpen_IsToldToThoseWhoHandleOrCheckMoney()
    {
        var path = await app.ASubmittedReport(await app.ASettledLine());
        foreach (var (role, sees) in new[] { (Role.FinanceOfficer, true), (Role.Auditor, true), (Role.CouncilViewer, false), (Role.TreasuryOfficer, false) })
        {
            using var reader = await app.As(role);
            ((await reader.GetPageAsync(path)).QuerySelector("#con-do-dang") is not null).ShouldBe(sees, $"{role}");
        }
    }

    [Fact]
    public async Task ACommune_ReportsItsOwn_AndNotItsNeighbours()
    {
        var line = await app.AnAllocation(GivenPlans.AYear(), 5_000_000, FundingSource.Commune.Code, commune: GivenEstablishments.CamLam);
        using var accountant = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        var path = await app.AReport(line, accountant);
        // The year is not over yet.
        using var leader = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.CamLam);
        (await (await leader.Take(path, YearlyAction.SubmitToFinance)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("chưa hết");
        using var neighbour = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.NhaTrang);
        (await neighbour.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.GetAsync(new Uri($"/quyet-toan-nam/lap?nam={line.Year}&don-vi={line.HolderId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        // What the commune still drafts is not the province's to read.
        using var department = await app.As(Role.DepartmentAccountant);
        (await department.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.ReportOf(line)).Hands.Writers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task TheWayOfCommunes_IsSetByTheLeader_WithItsDocument()
    {
        using var leader = await app.As(Role.DepartmentLeader, App.DongNai);
        (await (await leader.SubmitAsync("/quyet-toan-nam/thiet-lap", new Dictionary<string, string> { ["Form.CommuneRoute"] = nameof(YearlyRoute.WithinCommune) })).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("văn bản");
        (await leader.SubmitAsync("/quyet-toan-nam/thiet-lap", new Dictionary<string, string> { ["Form.CommuneRoute"] = nameof(YearlyRoute.WithinCommune), ["Form.Document"] = "Quyết định 1/QĐ-UBND (dữ liệu minh họa)" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.WithDb(App.DongNai, db => db.CommuneYearlyRouteAsync())).ShouldBe(YearlyRoute.WithinCommune);
        using var officer = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await officer.GetAsync(new Uri("/quyet-toan-nam/thiet-lap", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpResponseMessage> Finish(HttpClient client, string path)
    {
        var token = (await client.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent([.. "%PDF-1.4 minh hoa"u8]), "Upload", "thong-bao.pdf" } };
        foreach (var (name, value) in GivenYearly.Document())
        {
            form.Add(new StringContent(value), name);
        }

        return await client.PostAsync(new Uri($"{path}?viec={YearlyAction.Finish}", UriKind.Relative), form);
    }
}
