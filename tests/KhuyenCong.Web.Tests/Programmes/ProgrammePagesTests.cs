using System.IO.Compression;
using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Pages.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Programmes;

public sealed class ProgrammePagesTests(App app)
{
    [Fact]
    public async Task ATarget_ShowsEveryStatement_AndItsArithmetic_AndItsResults()
    {
        var programme = await app.WithAProgramme();
        var result = await app.WithAResult(programme, "T1");
        using var client = await app.As(Role.CentreOfficer);
        var page = await client.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}/chi-tieu/T1");
        page.QuerySelectorAll("blockquote").Select(q => q.TextContent).ShouldBe(["“Hỗ trợ 100 đề án”", "“Hỗ trợ từ 100 lượt cơ sở”"]);
        page.QuerySelector("#phep-tinh")!.TextContent.ShouldContain("1 / 100 đề án; còn 99");
        page.QuerySelector($"a[href='/ket-qua/{result}']").ShouldNotBeNull();
        (await client.GetAsync(new Uri($"/chuong-trinh/{programme.ProgrammeId}/chi-tieu/T9", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rounds_AreLinkedByAnOfficer_NeverGuessed()
    {
        var programme = await app.WithAProgramme();
        var url = $"/chuong-trinh/{programme.ProgrammeId}/chi-tieu/T3";
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.GetPageAsync(url)).QuerySelector("#phep-tinh")!.TextContent.ShouldContain("chưa gắn chỉ tiêu đếm số đợt");
        (await officer.SubmitAsync(url, new { RoundsTargetCode = "T2" }, url + "?handler=Rounds")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetPageAsync(url)).QuerySelector("#phep-tinh")!.TextContent.ShouldContain("× 3 đợt = 153");
        (await (await officer.SubmitAsync(url, new { RoundsTargetCode = "T1" }, url + "?handler=Rounds")).PageAsync()).QuerySelector(".error-summary").ShouldNotBeNull();
        using var centre = await app.As(Role.CentreOfficer);
        (await centre.SubmitAsync(url, new { RoundsTargetCode = "" }, url + "?handler=Rounds")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Money_ShowsPrintedComputedAndLeft_AndBlanksAsBlanks()
    {
        var programme = await app.WithAProgramme();
        await app.WithAResult(programme, "T1", amount: 300_000);
        using var client = await app.As(Role.FinanceOfficer);
        var text = (await client.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}/kinh-phi")).Body!.TextContent;
        text.ShouldContain("3.135.000.000 + 33.248.300.000 = 36.383.300.000 đ");
        text.ShouldContain("33.248.000.000");
        text.ShouldContain("chưa có số liệu");
    }

    [Fact]
    public async Task Indicators_TakeVietnameseNumbers_AndRefuseWhatMightMeanEither()
    {
        var programme = await app.WithAProgramme();
        var url = $"/chuong-trinh/{programme.ProgrammeId}/chi-so";
        using var officer = await app.As(Role.DepartmentOfficer);
        var refused = await officer.SubmitAsync(url, new { AimCode = "A1", Year = "2026", Value = "8.5", Source = "" });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        (await officer.SubmitAsync(url, new { AimCode = "A1", Year = "2026", Value = "8,5", Reference = "7,25", Source = "Niên giám thống kê", Note = "" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync(url, new { AimCode = "A1", Year = "2026", Value = "8,6", Source = "Niên giám thống kê", Note = "" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Read(programme, db => db.IndicatorValues.SingleAsync(v => v.ProgrammeId == programme.ProgrammeId))).Value.ShouldBe(8.6m);
        using var centre = await app.As(Role.CentreOfficer);
        (await centre.GetPageAsync(url)).Body!.TextContent.ShouldContain("8,6");
        (await centre.SubmitAsync(url, new { AimCode = "A1", Year = "2026", Value = "1", Source = "x" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("8,5", 8.5)]
    [InlineData("1.234,5 %", 1234.5)]
    [InlineData("-2", -2.0)]
    [InlineData("8.5", null)]
    [InlineData("tám", null)]
    public void Numbers_AreReadAsWritten(string text, double? value) => VietnameseNumber.Parse(text).ShouldBe((decimal?)value);

    [Fact]
    public async Task Versions_AreComparedFieldByField_AndDraftsAreForEditors()
    {
        var programme = await app.WithAProgramme();
        await app.WithADraft(programme, text => text with { Statements = [text.Statements[0] with { Quantity = 120 }, .. text.Statements.Skip(1)] });
        var url = $"/chuong-trinh/{programme.ProgrammeId}/phien-ban";
        using var officer = await app.As(Role.DepartmentOfficer);
        var page = await officer.GetPageAsync(url + "/so-sanh?tu=1&den=2");
        page.QuerySelector("del")!.TextContent.ShouldBe("100");
        page.QuerySelector("ins")!.TextContent.ShouldBe("120");
        (await officer.GetPageAsync(url)).QuerySelectorAll("#cac-phien-ban tr").Length.ShouldBe(2);
        using var centre = await app.As(Role.CentreOfficer);
        (await centre.GetPageAsync(url)).QuerySelectorAll("#cac-phien-ban tr").Length.ShouldBe(1);
        (await centre.GetAsync(new Uri(url + "/2", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await centre.GetAsync(new Uri(url + "/so-sanh?tu=1&den=2", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheWorkbook_HasFourSheets_AndFormulas()
    {
        var programme = await app.WithAProgramme();
        using var client = await app.As(Role.CouncilViewer);
        var response = await client.GetAsync(new Uri($"/chuong-trinh/{programme.ProgrammeId}/xuat-excel", UriKind.Relative));
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        await using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync());
        archive.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ShouldBe(4);
        var formulas = 0;
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            formulas += (await reader.ReadToEndAsync()).Split("<x:f>").Length - 1;
        }

        formulas.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task TheJournalsShortLinks_LeadToTheRecord_OfOnesOwnProvince()
    {
        var programme = await app.WithAProgramme();
        var target = await app.Read(programme, db => db.Targets.AsNoTracking().SingleAsync(t => t.ProgrammeId == programme.ProgrammeId && t.Code == "T1"));
        var gap = await app.Read(programme, db => db.Discrepancies.AsNoTracking().FirstAsync(d => d.ProgrammeId == programme.ProgrammeId));
        using var officer = await app.As(Role.DepartmentOfficer);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        foreach (var (link, to) in new[] { ($"/chi-tieu/{target.TargetId}", "/chi-tieu/T1"), ($"/mau-thuan/{gap.DiscrepancyId}", $"/mau-thuan/{gap.DiscrepancyId}") })
        {
            (await officer.GetAsync(new Uri(link, UriKind.Relative))).Headers.Location!.ToString().ShouldBe($"/chuong-trinh/{programme.ProgrammeId}{to}");
            (await foreign.GetAsync(new Uri(link, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
