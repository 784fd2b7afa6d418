using System.Net;
using KhuyenCong.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Organisations;

public sealed class OrganisationPagesTests(App app)
{
    [Fact]
    public async Task TheTree_ShowsThatDaysNames()
    {
        using var client = await app.As(Role.CommuneOfficer, commune: "22453");
        var text = (await client.GetPageAsync("/to-chuc?ngay=20/11/2026")).QuerySelector("main")!.TextContent;
        text.ShouldContain("Sở Công Thương");
        text.ShouldNotContain("Đồng Nai");
        (await client.GetAsync(new Uri("/to-chuc/moi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnOrganisation_IsOpened_Renamed_Related_AndClosed()
    {
        using var client = await app.As(Role.DepartmentLeader);
        var name = $"Chi nhánh {Uuid.New(TimeProvider.System):N}";
        (await (await client.SubmitAsync("/to-chuc/moi", new { Kind = "CentreBranch" })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBeGreaterThanOrEqualTo(4);
        var centre = await app.WithDb(App.KhanhHoa, db => db.Organisations.SingleAsync(o => o.Code == "kh-ttxt"));
        var opened = await client.SubmitAsync("/to-chuc/moi", new { Name = name, Kind = "CentreBranch", OpenedOn = "01/06/2026", ParentId = centre.OrganisationId, Covers = "22453", Document = "9/QĐ" });
        var url = opened.Headers.Location!.OriginalString;
        var page = (await client.GetPageAsync(url)).QuerySelector("main")!.TextContent;
        page.ShouldContain(name);
        page.ShouldContain("Cam Lâm");
        page.ShouldContain("Ghi nhận tổ chức");

        (await (await client.SubmitAsync(url + "/doi-ten", new { Name = "" })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBe(3);
        (await client.SubmitAsync(url + "/doi-ten", new { Name = name + " mới", From = "01/07/2026", Document = "10/QĐ" })).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.SubmitAsync(url + "/quan-he", new { Kind = "CoversCommune", Units = "22736", From = "01/07/2026", Document = "11/QĐ" })).StatusCode.ShouldBe(HttpStatusCode.Found);
        var relation = (await client.GetPageAsync(url)).QuerySelector("input[name=relationId]")!.GetAttribute("value");
        (await client.SubmitAsync(url, new { relationId = relation, LastDay = "31/10/2026", Document = "12/QĐ" }, url + "?handler=EndRelation")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.SubmitAsync(url + "/ket-thuc", new { LastDay = "31/10/2026", Heir = centre.OrganisationId, Document = "13/QĐ" })).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("Sáp nhập vào");

        using var stranger = await app.As(Role.DepartmentLeader, App.DongNai);
        foreach (var path in new[] { "", "/doi-ten", "/quan-he", "/ket-thuc" })
        {
            (await stranger.GetAsync(new Uri(url + path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task ANationalBody_IsOpened_ServesProvincesForATime_AndEnds()
    {
        using var nation = await app.As(Role.NationalAdministrator);
        var name = $"Kho bạc Nhà nước khu vực minh họa {Uuid.New(TimeProvider.System):N}";
        (await nation.GetPageAsync("/to-chuc/moi")).QuerySelectorAll("#Kind option").Select(o => o.GetAttribute("value")).ShouldBe(["Treasury", "Agency", "Ministry", "MinistryUnit"]);
        var url = (await nation.SubmitAsync("/to-chuc/moi", new { Name = name, Kind = "Treasury", OpenedOn = "01/06/2026", Covers = App.KhanhHoa, Document = "9/QĐ-BTC" })).Headers.Location!.OriginalString;
        (await nation.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("Khánh Hòa");

        using var province = await app.As(Role.DepartmentLeader);
        (await province.GetPageAsync("/to-chuc?dang=bang&co=200&tim=" + Uri.EscapeDataString(name))).QuerySelector("main")!.TextContent.ShouldContain(name);
        using var other = await app.As(Role.DepartmentLeader, App.DongNai);
        (await other.GetPageAsync("/to-chuc?dang=bang&co=200&tim=" + Uri.EscapeDataString(name))).QuerySelector("main tbody").ShouldBeNull();
        foreach (var path in new[] { "/doi-ten", "/quan-he", "/ket-thuc" })
        {
            (await province.GetAsync(new Uri(url + path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await nation.SubmitAsync(url + "/doi-ten", new { Name = name + " mới", From = "01/07/2026", Document = "10/QĐ-BTC" })).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await nation.SubmitAsync(url + "/quan-he", new { Kind = "ServesProvince", Units = App.DongNai, From = "01/07/2026", Document = "11/QĐ-BTC" })).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await other.GetPageAsync("/to-chuc?dang=bang&co=200&tim=" + Uri.EscapeDataString(name))).QuerySelector("main")!.TextContent.ShouldContain(name + " mới");
        var relation = (await nation.GetPageAsync(url)).QuerySelector("input[name=relationId]")!.GetAttribute("value");
        (await nation.SubmitAsync(url, new { relationId = relation, LastDay = "31/10/2026", Document = "12/QĐ-BTC" }, url + "?handler=EndRelation")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task ANationalBody_ThatHoldsAProvincesDuty_IsNotClosed_AndTheNationTouchesNoProvince()
    {
        using var nation = await app.As(Role.NationalAdministrator);
        var opened = await nation.SubmitAsync("/to-chuc/moi", new { Name = $"Kho bạc minh họa {Uuid.New(TimeProvider.System):N}", Kind = "Treasury", OpenedOn = "01/06/2026", Covers = App.KhanhHoa, Document = "9/QĐ-BTC" });
        var url = opened.Headers.Location!.OriginalString;
        var duty = Uuid.New(TimeProvider.System);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            db.DutyAssignments.Add(DutyAssignment.Of(new(duty, App.KhanhHoa, Duty.Broadcast, Guid.Parse(url[^36..]), new(2031, 1, 1), new(2031, 1, 2), "1/QĐ")));
            db.Because("organisation.duty-assigned");
            await db.SaveChangesAsync();
            return true;
        });
        (await (await nation.SubmitAsync(url + "/ket-thuc", new { LastDay = "31/10/2026", Document = "13/QĐ" })).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("nhiệm vụ");

        var centre = await app.WithDb(App.KhanhHoa, db => db.Organisations.SingleAsync(o => o.Code == "kh-ttxt"));
        foreach (var path in new[] { "", "/doi-ten", "/quan-he", "/ket-thuc" })
        {
            (await nation.GetAsync(new Uri($"/to-chuc/{centre.OrganisationId}{path}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await (await nation.SubmitAsync("/to-chuc/moi", new { Name = "Sở của trung ương", Kind = "Department", OpenedOn = "01/06/2026", Document = "9/QĐ" })).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("do tỉnh, thành phố ghi");
        using var viewer = await app.As(Role.MinistryViewer);
        (await viewer.GetAsync(new Uri("/to-chuc/moi", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ADuty_IsHandedOn()
    {
        using var client = await app.As(Role.DepartmentLeader, App.DongNai);
        var holder = await app.WithDb(App.DongNai, db => db.Organisations.SingleAsync(o => o.Code == "dn-sct"));
        (await (await client.SubmitAsync("/to-chuc/nhiem-vu", new { Duty = "PublishInformation", OrganisationId = holder.OrganisationId }, "/to-chuc/nhiem-vu?handler=Assign")).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBeGreaterThanOrEqualTo(2);
        var held = await app.WithDb(App.DongNai, db => db.DutyAssignments.SingleAsync(d => d.Duty == Duty.PublishInformation));
        (await client.SubmitAsync("/to-chuc/nhiem-vu", new { dutyId = held.DutyAssignmentId, LastDay = "31/12/2026", EndDocument = "5/QĐ" }, "/to-chuc/nhiem-vu?handler=End")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.SubmitAsync("/to-chuc/nhiem-vu", new { Duty = "PublishInformation", OrganisationId = holder.OrganisationId, From = "01/01/2027", Document = "6/QĐ" }, "/to-chuc/nhiem-vu?handler=Assign")).StatusCode.ShouldBe(HttpStatusCode.Found);
        using var foreign = await app.As(Role.DepartmentLeader);
        (await foreign.SubmitAsync("/to-chuc/nhiem-vu", new { dutyId = held.DutyAssignmentId, LastDay = "31/12/2026", EndDocument = "5/QĐ" }, "/to-chuc/nhiem-vu?handler=End")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.SubmitAsync("/tai-khoan/cua-toi", new { Duty = "Broadcast" }, "/to-chuc/nhiem-vu?handler=Assign")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
