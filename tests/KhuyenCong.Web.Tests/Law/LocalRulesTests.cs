using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Law;

public sealed class LocalRulesTests(App app)
{
    [Fact]
    public async Task WhatTheProvinceHasNotEntered_IsAskedFor_AndToldOnItsContracts()
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var page = (await officer.GetPageAsync("/quy-dinh/cua-tinh")).QuerySelector("main")!.TextContent;
        page.ShouldContain("Chưa có – đề nghị Sở cung cấp văn bản");
        page.ShouldContain("Quyết toán của cấp xã");
        var (contract, _) = await app.ASignedContract();
        (await officer.GetPageAsync($"/hop-dong/{contract.ContractId}")).QuerySelector("a[href='/quy-dinh/cua-tinh']").ShouldNotBeNull();
    }

    [Fact]
    public async Task ARuleIsEntered_FromADocumentOfTheProvince_WordForWord()
    {
        var document = await app.WithDb(App.DongNai, async db =>
        {
            var added = LegalDocument.From(new(GivenPlans.Id(), new() { Kind = DocumentKind.Decision, Number = $"{GivenPlans.Id():N}", Date = new(2026, 1, 5), Issuer = "UBND minh họa", Title = "Quy định (dữ liệu minh họa)", TerritoryProvinceCode = App.DongNai, Verification = Verification.Secondary }));
            db.LegalDocuments.Add(added);
            db.Because("document.added");
            await db.SaveChangesAsync();
            return added;
        });
        Dictionary<string, string> Fields(string text, string from) => new()
        {
            ["Form.Subject"] = nameof(LocalSubject.CommuneSettlement),
            ["Form.Document"] = $"{document.LegalDocumentId}",
            ["Form.Article"] = "7",
            ["Form.Text"] = text,
            ["Form.From"] = from,
            ["Form.Days"] = "30",
        };

        const string path = "/quy-dinh/cua-tinh/nhap";
        using var leader = await app.ASomebody(Role.CouncilViewer, App.DongNai);
        (await leader.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await app.ASomebody(Role.DepartmentOfficer);
        (await (await stranger.SubmitAsync(path, Fields("Nội dung", "01/02/2026"))).PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("chọn văn bản của tỉnh");
        using var officer = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await (await officer.SubmitAsync(path, Fields(" ", "01/02/2026"))).PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("nguyên văn");
        (await (await officer.SubmitAsync(path, new Dictionary<string, string>(Fields("Nội dung", "01/02/2026")) { ["Form.Share"] = "150" })).PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("không quá 100");
        (await officer.SubmitAsync(path, Fields("Nội dung minh họa", "01/02/2026"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await officer.SubmitAsync(path, Fields("Nội dung minh họa", "01/02/2026"))).PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("đã có quy định từ ngày 01/02/2026");
        (await officer.SubmitAsync(path, Fields("Nội dung sửa", "01/03/2026"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var code = LocalRegulations.CodeOf(App.DongNai, LocalSubject.CommuneSettlement);
        var rules = await app.WithDb(App.DongNai, db => db.LegalRules.AsNoTracking().Where(r => r.Code == code).OrderBy(r => r.EffectiveFrom).ToListAsync());
        rules.Select(r => (r.Text, r.EffectiveTo)).ShouldBe([("Nội dung minh họa", new DateOnly(2026, 2, 28)), ("Nội dung sửa", null)]);
        rules.ShouldAllBe(r => r.Days == 30);
        var page = (await officer.GetPageAsync("/quy-dinh/cua-tinh")).QuerySelector("main")!.TextContent;
        page.ShouldContain("Điều 7");
        page.ShouldContain("30 ngày");
    }
}
