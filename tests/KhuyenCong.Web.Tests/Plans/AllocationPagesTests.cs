using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class AllocationPagesTests(App app)
{
    [Fact]
    public async Task AnAllotment_IsRecorded_AddedTo_AndNeverFallsBelowWhatIsApproved()
    {
        var year = GivenPlans.AYear();
        using var finance = await app.As(Role.FinanceOfficer);
        var holder = await app.ADepartment();
        (await finance.SubmitAsync("/du-toan/giao", Fields(holder, year))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await finance.SubmitAsync("/du-toan/giao", Fields(holder, year))).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đã có dòng dự toán");
        var line = await app.WithDb(App.KhanhHoa, db => db.Allocations.AsNoTracking().SingleAsync(a => a.Year == year && a.Source == "KCDP"));
        var add = $"/du-toan/giao?dong={line.AllocationId}";
        var addition = Fields(holder, year, "Addition", "50 triệu");
        var warned = await (await finance.SubmitAsync(add, addition)).PageAsync();
        warned.QuerySelector(".error-summary")!.TextContent.ShouldContain("có thể đã được ghi");
        warned.QuerySelector("main")!.TextContent.ShouldContain("văn bản số 12/QĐ-UBND ngày 05/01/2026");
        addition["Form.Confirmed"] = "true";
        (await finance.SubmitAsync(add, addition)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, await app.AnAppraised(year));
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var taking = Fields(holder, year, "Adjustment", "150.000.001");
        taking["Form.TakesBack"] = "true";
        (await (await finance.SubmitAsync(add, taking)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("không giảm xuống");
        taking["Form.Amount"] = "150.000.000";
        (await finance.SubmitAsync(add, taking)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (now, entries, drawn) = await app.Counted(line);
        (now.Allotted, entries, now.Approved, drawn, now.EntryCount).ShouldBe((new Dong(200_000_000), new Dong(200_000_000), new Dong(200_000_000), new Dong(200_000_000), 3));
        var page = await finance.GetPageAsync($"/du-toan?nam={year}");
        page.QuerySelectorAll("#du-toan tbody tr").Length.ShouldBe(1);
        page.QuerySelector("#chuong-trinh")?.TextContent.ShouldNotBeNull();
    }

    [Fact]
    public async Task EveryFault_IsSaidAtOnce()
    {
        using var finance = await app.As(Role.FinanceOfficer);
        var page = await (await finance.SubmitAsync("/du-toan/giao", new Dictionary<string, string> { ["Form.Kind"] = "Initial", ["Form.Year"] = "1999", ["Form.Source"] = "DOIUNG" })).PageAsync();
        page.QuerySelectorAll(".error-summary li").Length.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task ACommunesAccountant_RecordsItsOwn_AndNoOther()
    {
        var year = GivenPlans.AYear();
        var (here, there) = (await app.AnOffice(GivenEstablishments.CamLam), await app.AnOffice(GivenEstablishments.NhaTrang));
        using var accountant = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        var own = Fields(here, year);
        own["Form.Source"] = "CAPXA";
        (await accountant.SubmitAsync("/du-toan/giao", own)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        own["Form.HolderId"] = $"{there}";
        (await accountant.SubmitAsync("/du-toan/giao", own)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var other = await app.AnAllocation(year, 1_000_000, "CAPXA", commune: GivenEstablishments.NhaTrang);
        (await accountant.GetAsync(new Uri($"/du-toan/{other.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await accountant.GetAsync(new Uri($"/du-toan/giao?dong={other.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await accountant.GetAsync(new Uri("/du-toan/de-nghi/0199f000-0000-7000-8000-00000000dead", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoMayNotRecord_IsRefused_AndAnotherProvinceSeesNothing()
    {
        using var centre = await app.As(Role.CentreOfficer);
        (await centre.SubmitAsync("/du-toan", new { }, "/du-toan/giao")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var foreign = await app.AnAllocation(GivenPlans.AYear(), 1_000_000, province: App.DongNai);
        using var finance = await app.As(Role.FinanceOfficer);
        (await finance.GetAsync(new Uri($"/du-toan/{foreign.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await finance.GetAsync(new Uri($"/du-toan/{foreign.AllocationId}?handler=File&lan={Guid.Empty}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Dictionary<string, string> Fields(Guid holder, int year, string kind = "Initial", string amount = "300 triệu") => new()
    {
        ["Form.HolderId"] = $"{holder}",
        ["Form.Source"] = "KCDP",
        ["Form.Year"] = $"{year}",
        ["Form.Kind"] = kind,
        ["Form.Amount"] = amount,
        ["Form.DocumentNumber"] = "12/QĐ-UBND",
        ["Form.DocumentDate"] = "05/01/2026",
        ["Form.Issuer"] = "UBND (dữ liệu minh họa)",
    };
}
