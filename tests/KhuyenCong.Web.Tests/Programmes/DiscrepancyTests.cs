using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Programmes;

public sealed class DiscrepancyTests(App app)
{
    private static readonly Dictionary<string, string> Signed = new()
    {
        ["Explanation"] = "Tổng được làm tròn đến triệu đồng.",
        ["DocumentNumber"] = "45/SCT-QLCN",
        ["DocumentDate"] = "01/03/2026",
        ["Signer"] = "Trần Minh Họa",
        ["BaseVersion"] = "1",
    };

    [Fact]
    public async Task ReaderNotes_AreApart_AndNotCounted()
    {
        var (programme, _) = await GapAsync();
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await client.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}/mau-thuan");
        page.QuerySelector(".page-facts")!.TextContent.ShouldContain("2 do đối chiếu phát hiện, 2 chờ giải trình");
        var notes = page.QuerySelector("#ghi-chu")!.TextContent;
        notes.ShouldContain("do người đọc phát hiện");
        notes.ShouldContain("kỳ và đợt dùng lẫn");
    }

    [Fact]
    public async Task Explaining_KeepsTheFigures_ShowsTheExplanation_AndLeavesATrace()
    {
        var (programme, gap) = await GapAsync();
        var url = $"/chuong-trinh/{programme.ProgrammeId}/mau-thuan/{gap.DiscrepancyId}";
        using var client = await app.As(Role.DepartmentLeader);
        var form = new Dictionary<string, string>(Signed) { ["BaseVersion"] = $"{gap.Version}" };
        (await client.SubmitAsync(url, form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.GetPageAsync(url);
        page.QuerySelector("#da-giai-trinh")!.TextContent.ShouldContain("45/SCT-QLCN ngày 01/03/2026");
        page.Body!.TextContent.ShouldContain("36.383.000.000 đ");
        (await client.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}")).QuerySelector(".notice-warn")!.TextContent.ShouldContain("1 mâu thuẫn");
        (await app.Read(programme, db => db.AuditEvents.CountAsync(e => e.SubjectId == gap.DiscrepancyId && e.Kind == "discrepancy.explained"))).ShouldBe(1);
    }

    [Fact]
    public async Task EveryFault_IsShownAtOnce_AndNothingIsLost()
    {
        var (programme, gap) = await GapAsync();
        var url = $"/chuong-trinh/{programme.ProgrammeId}/mau-thuan/{gap.DiscrepancyId}";
        using var client = await app.As(Role.DepartmentOfficer);
        var response = await client.SubmitAsync(url, new { Explanation = "Đã gõ", DocumentNumber = "", DocumentDate = "32/13/2026", Signer = "", BaseVersion = $"{gap.Version}" });
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await response.PageAsync();
        page.QuerySelectorAll(".error-summary li").Length.ShouldBe(3);
        page.QuerySelector("#Explanation")!.TextContent.Trim().ShouldBe("Đã gõ");
    }

    [Fact]
    public async Task ANewerVersion_IsAConflict_NotAnOverwrite()
    {
        var (programme, gap) = await GapAsync();
        using var client = await app.As(Role.DepartmentOfficer);
        var form = new Dictionary<string, string>(Signed) { ["BaseVersion"] = $"{gap.Version - 1}" };
        var response = await client.SubmitAsync($"/chuong-trinh/{programme.ProgrammeId}/mau-thuan/{gap.DiscrepancyId}", form);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Read(programme, db => db.Discrepancies.SingleAsync(d => d.DiscrepancyId == gap.DiscrepancyId))).State.ShouldBe(DiscrepancyState.Open);
    }

    [Fact]
    public async Task WhoMayNotExplain_SeesNoForm_AndIsRefused()
    {
        var (programme, gap) = await GapAsync();
        var url = $"/chuong-trinh/{programme.ProgrammeId}/mau-thuan/{gap.DiscrepancyId}";
        using var centre = await app.As(Role.CentreOfficer);
        (await centre.GetPageAsync(url)).QuerySelector("#giai-trinh").ShouldBeNull();
        (await centre.SubmitAsync(url, Signed)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.SubmitAsync("/", Signed, url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OfACommunesProgramme_ItsOwnOfficeExplains_TheSoMayHelp_NoNeighbourMay()
    {
        const string here = "22849";
        var (programme, gap) = await GapAsync(here);
        var url = $"/chuong-trinh/{programme.ProgrammeId}/mau-thuan/{gap.DiscrepancyId}";
        using var officer = await app.As(Role.CommuneOfficer, commune: here);
        using var department = await app.As(Role.DepartmentOfficer);
        using var neighbour = await app.As(Role.CommuneLeader, commune: "22861");
        (await officer.GetPageAsync("/")).QuerySelector($"a[href='{url}']").ShouldNotBeNull();
        (await department.GetPageAsync("/")).QuerySelector($"a[href='{url}']").ShouldBeNull();
        (await officer.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}/mau-thuan")).QuerySelector("main")!.TextContent.ShouldContain("Ủy ban nhân dân xã, phường, đặc khu giải trình");
        (await department.GetPageAsync(url)).QuerySelector("#giai-trinh").ShouldNotBeNull();
        (await neighbour.GetPageAsync(url)).QuerySelector("#giai-trinh").ShouldBeNull();
        var form = new Dictionary<string, string>(Signed) { ["BaseVersion"] = $"{gap.Version}" };
        var refused = await neighbour.SubmitAsync(url, form);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("trong chương trình cấp xã do Ủy ban nhân dân");
        (await officer.SubmitAsync(url, form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // The province's programme stays the Sở's.
        var (provinces, other) = await GapAsync();
        var elsewhere = $"/chuong-trinh/{provinces.ProgrammeId}/mau-thuan/{other.DiscrepancyId}";
        (await officer.GetPageAsync(elsewhere)).QuerySelector("#giai-trinh").ShouldBeNull();
        (await officer.SubmitAsync(elsewhere, form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Read(provinces, db => db.Discrepancies.SingleAsync(d => d.DiscrepancyId == other.DiscrepancyId))).State.ShouldBe(DiscrepancyState.Open);
    }

    private async Task<(Programme Programme, Discrepancy Gap)> GapAsync(string? commune = null)
    {
        var programme = await app.WithAProgramme(commune: commune);
        return (programme, await app.Read(programme, db => db.Discrepancies.AsNoTracking().SingleAsync(d => d.ProgrammeId == programme.ProgrammeId && d.Rule == DiscrepancyRule.SumOfSources)));
    }
}
