using System.Net;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Payments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

/// <summary>Codes of mục lục ngân sách, from the line of allotment to what is printed (mã minh họa).</summary>
public sealed class BudgetCodePagesTests(App app)
{
    [Fact]
    public async Task Codes_AreWrittenOnTheLine_ToldAsUnverified_AndExported()
    {
        var line = await app.AnAllocation(GivenPlans.AYear(), 1_000_000);
        var path = $"/du-toan/{line.AllocationId}";
        using var finance = await app.As(Role.FinanceOfficer);
        (await finance.GetPageAsync(path)).QuerySelector("#ma-muc-luc")!.TextContent.ShouldContain("đề nghị tỉnh nhập");
        (await (await Write(finance, line, "01", "002", "00x", "")).Told()).ShouldSatisfyAllConditions(t => t.ShouldContain("Mã chương gồm đúng 3 chữ số"), t => t.ShouldContain("Mã khoản gồm đúng 3 chữ số"));
        (await Codes(line)).IsEmpty.ShouldBeTrue();

        (await Write(finance, line, "001", "002", "003", "0000001")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Codes(line)).ShouldBe(new BudgetCodes("001", "002", "003", "0000001"));
        var page = await finance.GetPageAsync(path);
        page.QuerySelector("#ma-muc-luc")!.TextContent.ShouldContain("Chương 001, loại 002, khoản 003; mã ĐVQHNS 0000001");
        page.QuerySelector("#luu-y-ma")!.TextContent.ShouldContain($"hiện hành cho năm {line.Year}");
        (await Write(finance, line, "001", "070", "102", "0000001")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await finance.GetPageAsync(path)).QuerySelector("#luu-y-ma a[href^='/quy-dinh/']").ShouldNotBeNull();

        (await app.WithDb(App.KhanhHoa, db => db.VisibleAuditEvents().Include(e => e.Values).AsNoTracking().Where(e => e.SubjectId == line.AllocationId && e.Kind == "allocation.coded").OrderBy(e => e.AuditEventId).LastAsync()))
            .Values.Select(v => (v.Field, v.Old, v.New)).ShouldContain(("BudgetSection", "003", "102"));
        var sheet = SafeWorkbook.Open(new MemoryStream(await finance.GetByteArrayAsync(new Uri($"/du-toan?handler=Excel&nam={line.Year}", UriKind.Relative)))).Workbook!.Sheet("Dự toán được giao")!;
        Enumerable.Range(1, 12).Select(row => sheet[$"I{row}"].Text).ShouldContain("070");
    }

    [Fact]
    public async Task AnOlderPage_DoesNotOverwriteWhatSomebodyWroteSince()
    {
        var line = await app.AnAllocation(GivenPlans.AYear(), 1_000_000);
        using var finance = await app.As(Role.FinanceOfficer);
        var seen = (await finance.GetPageAsync($"/du-toan/{line.AllocationId}")).QuerySelector("input[name=BaseVersion]")!.GetAttribute("value")!;
        (await Write(finance, line, "001", "", "", "", seen)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Write(finance, line, "009", "", "", "", seen)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Codes(line)).Chapter.ShouldBe("001");
    }

    [Fact]
    public async Task WhoRecordsNoAllotment_IsRefused_AndAnotherProvince_FindsNothing()
    {
        var line = await app.AnAllocation(GivenPlans.AYear(), 1_000_000);
        using var leader = await app.As(Role.DepartmentLeader);
        (await leader.GetPageAsync($"/du-toan/{line.AllocationId}")).QuerySelector("form[action*='handler=Codes']").ShouldBeNull();
        (await Write(leader, line, "001", "", "", "")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var neighbour = await app.As(Role.FinanceOfficer, App.DongNai);
        (await neighbour.SubmitAsync("/du-toan", new { }, $"/du-toan/{line.AllocationId}?handler=Codes")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Codes(line)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task AFirstAllotment_TakesTheCodesAlong_AndTellsTheirFaultsWithAllOthers()
    {
        var year = GivenPlans.AYear();
        using var finance = await app.As(Role.FinanceOfficer);
        var fields = new Dictionary<string, string>
        {
            ["Form.HolderId"] = $"{await app.ADepartment()}",
            ["Form.Source"] = "KCDP",
            ["Form.Year"] = $"{year}",
            ["Form.Kind"] = "Initial",
            ["Form.Amount"] = "300 triệu",
            ["Form.DocumentNumber"] = "",
            ["Form.DocumentDate"] = "05/01/2026",
            ["Form.Issuer"] = "UBND (dữ liệu minh họa)",
            ["Codes.Chapter"] = "1",
        };
        (await (await finance.SubmitAsync("/du-toan/giao", fields)).Told()).ShouldSatisfyAllConditions(t => t.ShouldContain("Mã chương"), t => t.ShouldContain("số quyết định"));
        (fields["Form.DocumentNumber"], fields["Codes.Chapter"]) = ("12/QĐ-UBND", "001");
        (await finance.SubmitAsync("/du-toan/giao", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.WithDb(App.KhanhHoa, db => db.Allocations.AsNoTracking().SingleAsync(a => a.Year == year && a.Source == "KCDP"))).Codes.ShouldBe(new BudgetCodes("001"));
    }

    [Fact]
    public async Task ARequest_SaysItsMuc_OnThePage_InPrint_AndInTheExports()
    {
        var (contract, line) = await app.ASignedContract();
        using var finance = await app.As(Role.FinanceOfficer);
        (await Write(finance, line, "001", "002", "003", "0000001")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var fields = GivenPayments.Fields(line, 1_000_000);
        (fields["Form.BudgetItem"], fields["Form.BudgetSubItem"]) = ("01", "0002");
        (await (await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath())).Told()).ShouldContain("Mã mục gồm đúng 4 chữ số");
        fields["Form.BudgetItem"] = "0001";
        var answer = await officer.SubmitAsync(contract.NewPath(), fields, contract.NewPath());
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = answer.Headers.Location!.ToString();
        foreach (var url in new[] { path, $"{path}/in" })
        {
            var page = await officer.GetPageAsync(url);
            page.QuerySelector("#muc-tieu-muc")!.TextContent.ShouldContain("ục 0001, tiểu mục 0002", Case.Sensitive, url);
            page.QuerySelector("[data-codes]")!.TextContent.ShouldBe("Chương 001, loại 002, khoản 003; mã ĐVQHNS 0000001", url);
        }

        (await officer.GetPageAsync($"/de-an/{contract.ProjectId}/kinh-phi")).QuerySelector("[data-codes]")!.TextContent.ShouldContain("chương 001", Case.Insensitive);
        var number = (await app.Payment(path)).Number;
        var sheet = SafeWorkbook.Open(new MemoryStream(await officer.GetByteArrayAsync(new Uri($"/thanh-toan?handler=Excel&tim={number}", UriKind.Relative)))).Workbook!.Sheet("Đề nghị chi")!;
        Enumerable.Range(1, 12).Select(row => sheet[$"O{row}"].Text).ShouldContain("0002");

        // Who writes the request empties them again; who does not prepare it may not.
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.SubmitAsync(path, GivenPayments.Fields(line, 1_000_000), $"{path}/sua")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Payment(path)).BudgetSubItem.ShouldBe("0002");
        (await officer.SubmitAsync($"{path}/sua", GivenPayments.Fields(line, 1_000_000))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Payment(path)).BudgetItem.ShouldBeNull();
    }

    [Fact]
    public async Task AVoucherOfManagementCosts_AndItsEntry_SayTheirMuc()
    {
        var line = await app.ALine(3 * GivenManagement.Line);
        var estimate = await app.AnApprovedEstimate(line);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var fields = await app.VoucherFields(estimate, 1_000_000);
        (fields["Form.BudgetItem"], fields["Form.BudgetSubItem"]) = ("0001", "2");
        (await (await officer.SubmitAsync($"{estimate}/chung-tu", fields)).Told()).ShouldContain("Mã tiểu mục gồm đúng 4 chữ số");
        fields["Form.BudgetSubItem"] = "0002";
        var answer = await officer.SubmitAsync($"{estimate}/chung-tu", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = answer.Headers.Location!.ToString();
        foreach (var url in new[] { path, $"{path}/in" })
        {
            (await officer.GetPageAsync(url)).QuerySelector("#muc-tieu-muc")!.TextContent.ShouldContain("ục 0001, tiểu mục 0002", Case.Sensitive, url);
        }

        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await officer.Take(path, ManagementVoucherAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(path, ManagementVoucherAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var sheet = SafeWorkbook.Open(new MemoryStream(await leader.GetByteArrayAsync(new Uri($"/so-du-toan/{line.AllocationId}?handler=Excel", UriKind.Relative)))).Workbook!.Sheet("Bút toán")!;
        Enumerable.Range(1, 12).Select(row => sheet[$"M{row}"].Text).ShouldContain("Mục 0001, tiểu mục 0002");
        (await leader.GetAsync(new Uri($"/so-du-toan/but-toan?dong={line.AllocationId}&handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> Write(HttpClient client, Allocation line, string chapter, string category, string section, string unit, string seen = "") => client.SubmitAsync(
        $"/du-toan/{line.AllocationId}",
        new Dictionary<string, string> { ["Codes.Chapter"] = chapter, ["Codes.Category"] = category, ["Codes.Section"] = section, ["Codes.UnitNumber"] = unit, ["BaseVersion"] = seen },
        $"/du-toan/{line.AllocationId}?handler=Codes");

    private Task<BudgetCodes> Codes(Allocation line) => app.WithDb(line.ProvinceCode, async db => (await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId)).Codes);
}
