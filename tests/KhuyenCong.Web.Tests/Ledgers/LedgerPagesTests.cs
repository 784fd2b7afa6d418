using System.Net;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Ledgers;

public sealed class LedgerPagesTests(App app)
{
    [Fact]
    public async Task EveryNumber_OpensItsEntries_AndEveryEntryItsCause()
    {
        var (project, contract) = ((await app.AnAppraised(GivenPlans.AYear())).ProjectId, GivenLedgers.Id());
        var line = await app.ALine(1_000_000, GivenPlans.AYear());
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Reserve, 700_000, project), GivenLedgers.Of(line, LedgerKind.Commit, 600_000, project, contract), GivenLedgers.Of(line, LedgerKind.Advance, 180_000, project, contract))).ShouldBeEmpty();
        using var finance = await app.As(Role.FinanceOfficer);
        var list = await finance.GetPageAsync($"/so-du-toan?nam={line.Year}");
        list.QuerySelector($"#so a[href='/so-du-toan/{line.AllocationId}?tai-khoan=Committed']")!.TextContent.ShouldBe("420.000");
        var page = await finance.GetPageAsync($"/so-du-toan/{line.AllocationId}");
        page.QuerySelectorAll("#but-toan tbody tr").Length.ShouldBe(4);
        page.QuerySelector("#but-toan tbody th")!.TextContent.Trim().ShouldBe("4");
        page.QuerySelector($"#but-toan a[href='/hop-dong/{contract}']").ShouldNotBeNull();
        (await finance.GetPageAsync($"/so-du-toan/{line.AllocationId}?tai-khoan=Advanced")).QuerySelectorAll("#but-toan tbody tr").Length.ShouldBe(1);
        (await finance.GetPageAsync($"/so-du-toan/{line.AllocationId}?loai=Commit&de-an={project}")).QuerySelectorAll("#but-toan tbody tr").Length.ShouldBe(1);
        (await finance.GetPageAsync($"/so-du-toan/{line.AllocationId}?den=01/01/2000")).QuerySelector("#but-toan").ShouldBeNull();
        (await finance.GetAsync(new Uri($"/so-du-toan/{line.AllocationId}?handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await finance.GetAsync(new Uri($"/so-du-toan?nam={line.Year}&handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var money = await finance.GetPageAsync($"/de-an/{project}/kinh-phi");
        var row = money.QuerySelectorAll("#theo-nguon tbody tr").Single(r => r.TextContent.Contains("khuyến công địa phương", StringComparison.Ordinal));
        row.QuerySelector("td[data-label='Tạm ứng']")!.TextContent.Trim().ShouldBe("180.000");
        row.QuerySelector("td[data-label='Hợp đồng']")!.TextContent.Trim().ShouldBe("—");
        money.QuerySelectorAll("#theo-hop-dong tbody tr").Length.ShouldBe(2);
        money.QuerySelectorAll("#but-toan tbody tr").Length.ShouldBe(3);
        (await finance.GetAsync(new Uri($"/de-an/{project}/kinh-phi?handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TheAddress_DoesNotTellTheTitleOfAProjectThatTheLineKnowsNothingOf()
    {
        var (inIt, outOfIt) = (await app.AnAppraised(GivenPlans.AYear()), await app.AnAppraised(GivenPlans.AYear()));
        var line = await app.ALine(1_000_000, GivenPlans.AYear());
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Reserve, 700_000, inIt.ProjectId))).ShouldBeEmpty();
        using var finance = await app.As(Role.FinanceOfficer);
        (await finance.GetPageAsync($"/so-du-toan/{line.AllocationId}?de-an={inIt.ProjectId}")).QuerySelector("main")!.TextContent.ShouldContain(inIt.Title);
        (await finance.GetPageAsync($"/so-du-toan/{line.AllocationId}?de-an={outOfIt.ProjectId}")).QuerySelector("main")!.TextContent.ShouldNotContain(outOfIt.Title);
    }

    [Fact]
    public async Task AnotherProvince_AndAnotherCommune_SeeNothing()
    {
        var foreign = await app.ALine(1_000, GivenPlans.AYear(), App.DongNai);
        var project = (await app.AnAppraised(GivenPlans.AYear(), province: App.DongNai)).ProjectId;
        var entry = await app.WithDb(App.DongNai, db => db.LedgerEntries.Where(e => e.AllocationId == foreign.AllocationId).Select(e => e.LedgerEntryId).SingleAsync());
        using var accountant = await app.As(Role.DepartmentAccountant);
        foreach (var path in new[] { $"/so-du-toan/{foreign.AllocationId}", $"/so-du-toan/but-toan/{entry}", $"/so-du-toan/khoa-so?dong={foreign.AllocationId}", $"/de-an/{project}/kinh-phi" })
        {
            (await accountant.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var other = await app.AnAllocation(GivenPlans.AYear(), 1_000_000, "CAPXA", commune: GivenEstablishments.NhaTrang);
        using var commune = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        (await commune.GetAsync(new Uri($"/so-du-toan/{other.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await commune.GetAsync(new Uri($"/so-du-toan/khoa-so?dong={other.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // The province reads a commune's book and does not close it.
        (await accountant.GetAsync(new Uri($"/so-du-toan/{other.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await accountant.GetAsync(new Uri($"/so-du-toan/khoa-so?dong={other.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AProjectThatTheLineDoesNotPay_IsNotNamed()
    {
        var (paid, other) = (await app.AnAppraised(GivenPlans.AYear()), await app.AnAppraised(GivenPlans.AYear()));
        var line = await app.ALine(1_000_000, GivenPlans.AYear());
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Reserve, 700_000, paid.ProjectId))).ShouldBeEmpty();
        using var finance = await app.As(Role.FinanceOfficer);
        (await finance.GetPageAsync($"/so-du-toan/{line.AllocationId}?de-an={paid.ProjectId}")).QuerySelector("main")!.TextContent.ShouldContain(paid.Title);
        (await finance.GetPageAsync($"/so-du-toan/{line.AllocationId}?de-an={other.ProjectId}")).QuerySelector("main")!.TextContent.ShouldNotContain(other.Title);
    }

    [Fact]
    public async Task WhoMayNot_IsRefused()
    {
        using var owner = await app.As(Role.EstablishmentOwner);
        (await owner.GetAsync(new Uri("/so-du-toan", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.GetAsync(new Uri("/so-du-toan/khoa-so", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task OnlyWhatNoRecordOwns_IsTakenBackHere_AndOnce()
    {
        var line = await app.ALine(1_000, GivenPlans.AYear());
        var carried = GivenLedgers.Of(line, LedgerKind.Allot, 300, cause: LedgerCauseKind.Correction);
        (await app.Post(line, carried)).ShouldBeEmpty();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var allotted = await app.WithDb(line.ProvinceCode, db => db.LedgerEntries.Where(e => e.AllocationId == line.AllocationId && e.Kind == LedgerKind.Allot && e.LedgerEntryId != carried.EntryId).Select(e => e.LedgerEntryId).SingleAsync());
        (await accountant.GetPageAsync($"/so-du-toan/but-toan/{allotted}")).QuerySelector("main")!.TextContent.ShouldContain("ghi thêm một lần đính chính");
        var path = $"/so-du-toan/but-toan/{carried.EntryId}";
        (await (await accountant.SubmitAsync(path, new Dictionary<string, string> { ["Reason"] = "", ["Document"] = "" })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        var fields = new Dictionary<string, string> { ["Reason"] = "Chuyển nguồn thừa", ["Document"] = "CV 5/STC" };
        (await accountant.SubmitAsync(path, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await accountant.SubmitAsync($"/so-du-toan/{line.AllocationId}", fields, path)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đã được ghi ngược");
        (await app.Prove(line)).IsSound.ShouldBeTrue();
        var now = await app.WithDb(line.ProvinceCode, db => db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId));
        (now.Allotted, now.PostingCount).ShouldBe((new Dong(1_000), 3));
    }

    [Fact]
    public async Task WhatIsUndoneElsewhere_OrNotThereAnyMore_HasALinkOrAReason_AndNoButton()
    {
        var project = await app.AnAppraised(GivenPlans.AYear());
        var line = await app.ALine(1_000, GivenPlans.AYear());
        var (carried, reserved) = (GivenLedgers.Of(line, LedgerKind.Allot, 300, cause: LedgerCauseKind.Correction), GivenLedgers.Of(line, LedgerKind.Reserve, 1_200, project.ProjectId));
        (await app.Post(line, carried)).ShouldBeEmpty();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = $"/so-du-toan/but-toan/{carried.EntryId}";
        (await accountant.GetPageAsync(path)).QuerySelector("textarea[name='Reason']").ShouldNotBeNull();
        (await app.Post(line, reserved)).ShouldBeEmpty();

        var page = await accountant.GetPageAsync(path);
        page.QuerySelector("textarea[name='Reason']").ShouldBeNull();
        page.QuerySelector("#khong-ghi-nguoc")!.TextContent.ShouldContain("Dự toán còn lại 100");
        (await accountant.SubmitAsync($"/so-du-toan/{line.AllocationId}", new Dictionary<string, string> { ["Reason"] = "Thừa", ["Document"] = "CV 5/STC" }, path)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var allotted = await app.WithDb(line.ProvinceCode, db => db.LedgerEntries.Where(e => e.AllocationId == line.AllocationId && e.CauseKind == LedgerCauseKind.Allotment).Select(e => e.LedgerEntryId).SingleAsync());
        var owned = await accountant.GetPageAsync($"/so-du-toan/but-toan/{allotted}");
        owned.QuerySelector("textarea[name='Reason']").ShouldBeNull();
        owned.QuerySelector("#sua-tai")!.TextContent.ShouldContain("Sửa tại");
        owned.QuerySelector("#sua-tai a")!.GetAttribute("href").ShouldBe($"/du-toan/{line.AllocationId}");
        (await accountant.GetPageAsync($"/so-du-toan/but-toan/{reserved.EntryId}")).QuerySelector("#sua-tai a")!.GetAttribute("href")!.ShouldStartWith("/hop-dong/");
    }

    [Fact]
    public async Task TheDecisionBehindAnOppositeEntry_IsAskedFor_AndKeptOnce()
    {
        var line = await app.ALine(1_000, GivenPlans.AYear());
        var carried = GivenLedgers.Of(line, LedgerKind.Allot, 300, cause: LedgerCauseKind.Correction);
        (await app.Post(line, carried)).ShouldBeEmpty();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var answer = await accountant.SubmitAsync($"/so-du-toan/but-toan/{carried.EntryId}", new Dictionary<string, string> { ["Reason"] = "Chuyển nguồn thừa", ["Document"] = "CV 5/STC" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = answer.Headers.Location!.OriginalString;
        (await accountant.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("Chưa có bản ký");
        (await Sends(accountant, path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldNotContain("Chưa có bản ký");
        (await Sends(accountant, path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var finance = await app.As(Role.FinanceOfficer);
        (await finance.GetAsync(new Uri($"{path}?handler=File", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Sends(finance, path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        (await foreign.GetAsync(new Uri($"{path}?handler=File", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpResponseMessage> Sends(HttpClient client, string path)
    {
        var token = (await client.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent([.. "%PDF-1.4 minh hoa"u8]), "Upload", "van-ban.pdf" } };
        return await client.PostAsync(new Uri($"{path}?handler=Scan", UriKind.Relative), form);
    }
}
