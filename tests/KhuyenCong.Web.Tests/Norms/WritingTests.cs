using System.Net;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Norms;

public sealed class WritingTests(App app)
{
    private static readonly DateOnly Today = TimeProvider.System.Today;

    /// <summary>Kinds that no other test enters norms for, and never the documents that are still awaited: the tests share one database.</summary>
    private async Task<Dictionary<string, string>> FieldsAsync(string kind, string document = "qd-16-2016-kh", string share = "50", string amount = "250 triệu") => new()
    {
        ["Form.KindCode"] = kind,
        ["Form.Title"] = "Mức hỗ trợ (dữ liệu minh họa)",
        ["Form.Document"] = $"{await app.WithDb("", db => db.LegalDocuments.Where(d => d.Code == document).Select(d => d.LegalDocumentId).SingleAsync())}",
        ["Form.Text"] = "Nguyên văn minh họa.",
        ["Form.Regime"] = "Provincial",
        ["Form.Share"] = share,
        ["Form.Amount"] = amount,
        ["Form.Unit"] = "Establishment",
        ["Form.Verification"] = "Secondary",
        ["Form.EffectiveFrom"] = new DateOnly(2025, 5, 8).Text(),
    };

    private static async Task<string> EnterAsync(HttpClient client, Dictionary<string, string> fields) =>
        (await client.SubmitSeenAsync("/dinh-muc/nhap", fields)).Headers.Location.ShouldNotBeNull().OriginalString;

    [Fact]
    public async Task ALocalNorm_IsEntered_SeenAtHomeOnly_AndOnlyWarns()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var url = await EnterAsync(officer, await FieldsAsync("brand"));
        var page = (await officer.GetPageAsync(url)).QuerySelector("main")!.TextContent;
        page.ShouldContain("không quá 250.000.000\u00a0đ/cơ sở");
        page.ShouldContain("Chưa kiểm chứng – chỉ cảnh báo");
        using var neighbour = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await neighbour.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.GetAsync(new Uri(url + "/sua-doi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var again = await officer.SubmitAsync("/dinh-muc/nhap", await FieldsAsync("brand"));
        (await again.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Đã có định mức cùng loại hỗ trợ");
    }

    [Fact]
    public async Task Entering_IsForTheDepartment_AndTellsAllFaultsAtOnce()
    {
        using var clerk = await app.As(Role.Clerk);
        (await clerk.GetAsync(new Uri("/dinh-muc/nhap", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var officer = await app.As(Role.DepartmentOfficer);
        var response = await officer.SubmitAsync("/dinh-muc/nhap", new Dictionary<string, string> { ["Form.Regime"] = "Provincial", ["Form.Share"] = "một nửa", ["Form.SourceUrl"] = "javascript:1" });
        var faults = (await response.PageAsync()).QuerySelectorAll(".error-summary li").Select(l => l.TextContent).ToArray();
        faults.ShouldContain(f => f.Contains("Tỷ lệ không đọc được"));
        faults.ShouldContain(f => f.Contains("loại hỗ trợ"));
        faults.ShouldContain(f => f.Contains("văn bản quy định mức chi"));
        faults.ShouldContain(f => f.Contains("https://"));
    }

    [Fact]
    public async Task AnothersDocument_OrTerritory_IsNotUsed()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = await FieldsAsync("showroom", "nq-02-2025-dn");
        fields["Form.TerritoryPartCode"] = "binh-phuoc";
        var faults = (await (await officer.SubmitAsync("/dinh-muc/nhap", fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent;
        faults.ShouldContain("văn bản quy định mức chi");
        faults.ShouldContain("không thuộc tỉnh, thành phố");
    }

    [Fact]
    public async Task AnAmendment_IsShownBeforeItIsSaved_AndKeepsTheOldVersion()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var url = await EnterAsync(officer, await FieldsAsync("fair-booth", share: "80", amount: ""));
        var fields = await FieldsAsync("fair-booth", share: "70,5", amount: "8 triệu");
        fields["Form.EffectiveFrom"] = Today.AddDays(10).Text();
        var seen = await (await officer.SubmitAsync(url + "/sua-doi", fields, url + "/sua-doi?handler=Preview")).PageAsync();
        seen.QuerySelector("#anh-huong")!.TextContent.ShouldContain("70,5\u00a0%, không quá 8.000.000\u00a0đ/cơ sở");
        var unseen = await officer.SubmitAsync(url + "/sua-doi", fields);
        (await unseen.PageAsync()).QuerySelector("#anh-huong").ShouldNotBeNull("sent without having been seen, it is shown first");
        var other = fields.Seen(seen.QuerySelector("input[name=da-xem]")!.GetAttribute("value")!);
        other["Form.Share"] = "60";
        (await (await officer.SubmitAsync(url + "/sua-doi", other)).PageAsync()).QuerySelector("#anh-huong")!.TextContent.ShouldContain("60\u00a0%", Case.Sensitive, "changed after it was seen");
        var saved = await officer.SubmitSeenAsync(url + "/sua-doi", fields);
        var next = saved.Headers.Location.ShouldNotBeNull().OriginalString;
        next.ShouldNotBe(url);
        var old = (await officer.GetPageAsync(url)).QuerySelector("main")!;
        old.TextContent.ShouldContain($"08/05/2025 – {Today.AddDays(9).Text()}");
        old.QuerySelector($"a[href='{next}']").ShouldNotBeNull();
        using var commune = await app.As(Role.CommuneOfficer);
        (await commune.GetAsync(new Uri(url + "/sua-doi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ANationalNorm_IsNotAmendedByAProvince()
    {
        var id = await app.WithDb("", db => db.SpendingNorms.Where(n => n.Mark == "CAP-05").Select(n => n.LegalRuleId).SingleAsync());
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.GetAsync(new Uri($"/dinh-muc/{id}/sua-doi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OnceAdopted_TheSelfCheckRefuses()
    {
        using var officer = await app.As(Role.DepartmentOfficer, App.DongNai);
        var url = await EnterAsync(officer, await FieldsAsync("advice", "qd-33-2026-dn", amount: "40 triệu"));
        const string Question = "/dinh-muc/tu-kiem-tra?che-do=Provincial&doi-tuong=HouseholdBusiness&xa=25993&dong[0].Kind=advice&dong[0].Cost=100+triệu&dong[0].Requested=50+triệu&tra-loi[FittingIndustry]=co&tra-loi[OwnCapital]=co&tra-loi[NoOtherSupport]=co";
        using var owner = await app.As(Role.EstablishmentOwner, App.DongNai);
        var warned = (await owner.GetPageAsync(Question)).QuerySelector("#ket-qua")!.TextContent;
        warned.ShouldContain("Kết quả: Đủ điều kiện");
        warned.ShouldContain("Tổng đề nghị hỗ trợ 50.000.000 đ vượt mức trần 40.000.000 đ");
        using var leader = await app.As(Role.DepartmentLeader, App.DongNai);
        var adopted = await leader.SubmitSeenAsync(url.Replace("/dinh-muc/", "/quy-dinh/", StringComparison.Ordinal) + "/xac-nhan", new Dictionary<string, string>
        {
            ["Form.SignedNumber"] = "9/TB-SCT",
            ["Form.SignedOn"] = Today.Text(),
            ["Form.SignerName"] = "Trần Minh Họa (dữ liệu minh họa)",
            ["Form.SignerTitle"] = "Giám đốc Sở Công Thương",
            ["Form.From"] = Today.Text(),
        });
        adopted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = (await owner.GetPageAsync(Question)).QuerySelector("#ket-qua")!.TextContent;
        refused.ShouldContain("Kết quả: Chưa đủ điều kiện");
        refused.ShouldContain("Đã xác nhận áp dụng theo 9/TB-SCT");
    }

    [Fact]
    public async Task EnteringAndAdopting_TellWhichOpenDossiersTheyTouch_BeforeAnythingIsSaved()
    {
        var workshop = await app.AnEstablishment();
        var text = GivenProjects.Text(workshop);
        var project = await app.AProject(text with { Lines = [text.Lines[0] with { KindCode = "linkage", Funding = new(Provincial: new(300_000_000), Counterpart: new(100_000_000)) }], Machines = [] }, ProjectState.Filed);
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = await FieldsAsync("linkage", share: "50", amount: "100 triệu");
        var shown = (await (await officer.SubmitAsync("/dinh-muc/nhap", fields)).PageAsync()).QuerySelector("#anh-huong").ShouldNotBeNull();
        shown.QuerySelector($"a[href='{project.Path()}']").ShouldNotBeNull();
        (await app.WithDb(App.KhanhHoa, db => db.SpendingNorms.AnyAsync(n => n.KindCode == "linkage" && n.ProvinceCode == App.KhanhHoa))).ShouldBeFalse();

        var url = await EnterAsync(officer, fields);
        var adopt = url.Replace("/dinh-muc/", "/quy-dinh/", StringComparison.Ordinal) + "/xac-nhan";
        using var leader = await app.As(Role.DepartmentLeader);
        (await leader.GetPageAsync(adopt)).QuerySelector("#anh-huong")!.TextContent.ShouldContain("chưa đủ điều kiện");
        var signed = Signed();
        var unseen = await leader.SubmitAsync(adopt, signed);
        unseen.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await unseen.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("xem ảnh hưởng");
        (await leader.SubmitSeenAsync(adopt, signed)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var rule = Guid.Parse(url[^36..]);
        var adoption = await app.WithDb(App.KhanhHoa, db => db.RuleAdoptions.SingleAsync(a => a.LegalRuleId == rule));
        var revoke = $"{adopt}?handler=Revoke&adoption={adoption.RuleAdoptionId}";
        var end = new Dictionary<string, string> { ["Revocation.From"] = Today.AddDays(1).Text(), ["Revocation.Reason"] = "Văn bản mới." };
        (await leader.GetPageAsync(adopt)).QuerySelector("#anh-huong").ShouldNotBeNull();
        (await leader.SubmitAsync(adopt, end, revoke)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.WithDb(App.KhanhHoa, db => db.RuleAdoptions.SingleAsync(a => a.LegalRuleId == rule))).To.ShouldBeNull("nothing ends unseen");
        (await leader.SubmitSeenAsync(adopt, end, revoke)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Dictionary<string, string> Signed() => new()
    {
        ["Form.SignedNumber"] = "10/TB-SCT",
        ["Form.SignedOn"] = Today.Text(),
        ["Form.SignerName"] = "Trần Minh Họa (dữ liệu minh họa)",
        ["Form.SignerTitle"] = "Giám đốc Sở Công Thương",
        ["Form.From"] = Today.Text(),
    };

    [Fact]
    public async Task AMultiplier_IsAskedAbout_AndReachesSelfCheckAndProject()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = await FieldsAsync("pollution-establishment", amount: "100 triệu");
        fields["Form.Priority"] = "1,5";
        await EnterAsync(officer, fields);
        const string Question = "/dinh-muc/tu-kiem-tra?che-do=Provincial&doi-tuong=HouseholdBusiness&xa=22333&dong[0].Kind=pollution-establishment&dong[0].Cost=1+tỷ&tra-loi[FittingIndustry]=co&tra-loi[OwnCapital]=co&tra-loi[NoOtherSupport]=co";
        var page = await officer.GetPageAsync(Question);
        page.QuerySelector("#ket-qua")!.TextContent.ShouldContain("100.000.000");
        page.QuerySelector("select[name='tra-loi[PriorityGiven]']").ShouldNotBeNull();
        var answer = (await officer.GetPageAsync(Question + "&tra-loi[PriorityGiven]=co")).QuerySelector("#ket-qua")!.TextContent;
        answer.ShouldContain("150.000.000");
        answer.ShouldContain("Tính theo mức ưu tiên");

        var text = GivenProjects.Text(await app.AnEstablishment(commune: "22333"));
        var project = await app.AProject(text with { Lines = [text.Lines[0] with { KindCode = "pollution-establishment" }], Holds = NormConditions.PriorityGiven });
        (await officer.GetPageAsync(project.Path())).Body!.TextContent.ShouldContain("Tính theo mức ưu tiên");
        (await officer.GetPageAsync($"{project.Path()}/sua")).QuerySelector("select[name='Form.Answers[PriorityGiven]'] option[selected]")!.GetAttribute("value").ShouldBe("co");
    }

    [Fact]
    public async Task TheSameFormSentTwiceAtOnce_IsOneNorm()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = await FieldsAsync("association");
        // One token cookie first: two first visits at once would each bring their own.
        await officer.GetPageAsync("/dinh-muc/nhap");
        fields = fields.Seen((await Previewed.MarkAsync(await officer.SubmitAsync("/dinh-muc/nhap", fields))).ShouldNotBeNull());
        var reading = Enumerable.Range(0, 40).Select(_ => officer.GetAsync(new Uri("/dinh-muc", UriKind.Relative))).ToList();
        var answers = await Task.WhenAll(officer.SubmitAsync("/dinh-muc/nhap", fields), officer.SubmitAsync("/dinh-muc/nhap", fields));
        answers.Select(a => a.StatusCode).ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.OK], ignoreOrder: true);
        // Whoever reads the book in that moment reads it whole, with the norm or without it.
        (await Task.WhenAll(reading)).ShouldAllBe(r => r.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task TwoAtOnce_CannotBothEndTheSameVersion()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var url = await EnterAsync(officer, await FieldsAsync("digital"));
        var fields = await FieldsAsync("digital", share: "40");
        fields["Form.EffectiveFrom"] = Today.Text();
        fields = fields.Seen((await Previewed.MarkAsync(await officer.SubmitAsync(url + "/sua-doi", fields))).ShouldNotBeNull());
        var answers = await Task.WhenAll(officer.SubmitAsync(url + "/sua-doi", fields), officer.SubmitAsync(url + "/sua-doi", fields));
        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        var rule = Guid.Parse(url[^36..]);
        var code = await app.WithDb("", db => db.LegalRules.Where(r => r.LegalRuleId == rule).Select(r => r.Code).SingleAsync());
        (await app.WithDb("", db => db.LegalRules.CountAsync(r => r.Code == code))).ShouldBe(2);
    }
}
