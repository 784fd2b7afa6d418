using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Law;

public sealed class EnteringTests(App app)
{
    private static string NewNumber() => $"{Uuid.New(TimeProvider.System):N}"[^12..] + "/QĐ-UBND";

    internal static Dictionary<string, string> Fields(string number) => new()
    {
        ["Form.Kind"] = "Decision",
        ["Form.Number"] = number,
        ["Form.Date"] = "15/03/2026",
        ["Form.Issuer"] = "UBND tỉnh Khánh Hòa",
        ["Form.Title"] = "Quy định mức chi hỗ trợ (dữ liệu minh họa)",
        ["Form.Verification"] = "VerifiedVerbatim",
    };

    [Fact]
    public async Task Enter_IsForWhoMayEditLaw()
    {
        using var clerk = await app.As(Role.Clerk);
        using var commune = await app.As(Role.CommuneOfficer);
        using var stranger = app.Anonymous();
        (await clerk.GetAsync(new Uri("/van-ban/nhap", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await commune.GetAsync(new Uri("/van-ban/nhap", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.GetAsync(new Uri("/van-ban/nhap", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Enter_WithFileAndRelation_ThenDownload()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var number = NewNumber();
        var target = await Given.DocumentAsync(app, "qd-16-2016-kh");
        var fields = Fields(number);
        fields["Relation.Kind"] = "Amends";
        fields["Relation.TargetId"] = $"{target}";
        var response = await client.UploadAsync("/van-ban/nhap", fields, Given.Pdf);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        var url = response.Headers.Location!.ToString();
        var page = await client.GetPageAsync(url);
        page.QuerySelector("main")!.TextContent.ShouldContain("Quyết định số 16/2016/QĐ-UBND");
        (await client.GetByteArrayAsync(new Uri(url + "?handler=File", UriKind.Relative))).ShouldBe(Given.Pdf);

        var stored = await app.WithDb(App.KhanhHoa, db => db.LegalDocuments.SingleAsync(d => d.Number == number));
        stored.TerritoryProvinceCode.ShouldBe(App.KhanhHoa);
        (await app.WithDb("VN", db => db.AuditEvents.CountAsync(e => e.SubjectId == stored.LegalDocumentId && e.Kind == "document.added"))).ShouldBe(1);
    }

    [Fact]
    public async Task Enter_TellsAllFaultsAtOnce_AndKeepsWhatWasTyped()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var response = await client.UploadAsync("/van-ban/nhap", new()
        {
            ["Form.Kind"] = "Decision",
            ["Form.Number"] = "",
            ["Form.Date"] = "32/13/2026",
            ["Form.Issuer"] = "UBND tỉnh",
            ["Form.Title"] = "",
            ["Form.EffectiveFrom"] = "02/02/2026",
            ["Form.EffectiveTo"] = "01/02/2026",
            ["Form.SourceUrl"] = "javascript:alert(1)",
            ["Form.Verification"] = "VerifiedVerbatim",
        }, [.. "MZ this is no document"u8]);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.PageAsync();
        var faults = page.QuerySelectorAll(".error-summary li").Select(l => l.TextContent).ToArray();
        foreach (var part in (string[])["số, ký hiệu", "Ngày không đọc được", "trích yếu", "hết hiệu lực", "http://", "không phải tệp PDF"])
        {
            faults.ShouldContain(f => f.Contains(part), part);
        }

        faults.ShouldNotContain(f => f.Contains("Hãy nhập ngày ban hành"));
        page.QuerySelector("#Form_Issuer")!.GetAttribute("value").ShouldBe("UBND tỉnh");
        page.QuerySelector("#Form_Date")!.GetAttribute("value").ShouldBe("32/13/2026");
    }

    [Fact]
    public async Task Enter_Twice_IsRefusedWithTheFirst()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var number = NewNumber();
        (await client.UploadAsync("/van-ban/nhap", Fields(number), Given.Pdf)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await client.UploadAsync("/van-ban/nhap", Fields(number), Given.Pdf);
        (await again.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain($"Thư viện đã có văn bản này: Quyết định số {number}");
    }

    [Fact]
    public async Task Relate_OwnDocumentOnly()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var number = NewNumber();
        var url = (await client.UploadAsync("/van-ban/nhap", Fields(number), Given.Pdf)).Headers.Location!.ToString();
        var target = await Given.DocumentAsync(app, "nd-45-2012");
        var fields = new Dictionary<string, string> { ["Relation.Kind"] = "BasedOn", ["Relation.TargetId"] = $"{target}" };
        (await client.SubmitAsync(url, fields, url + "?handler=Relate")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await client.SubmitAsync(url, fields, url + "?handler=Relate");
        (await again.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đã được ghi");

        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.SubmitAsync("/van-ban/nhap", fields, url + "?handler=Relate")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var commune = await app.As(Role.CommuneOfficer);
        (await commune.SubmitAsync(url, fields, url + "?handler=Relate")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.WithDb("", db => db.LegalRelations.CountAsync(r => r.TargetId == target && r.Kind == RelationKind.BasedOn && db.LegalDocuments.Any(d => d.Number == number && d.LegalDocumentId == r.SourceId)))).ShouldBe(1);
    }
}
