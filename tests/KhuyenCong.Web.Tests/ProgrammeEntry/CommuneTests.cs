using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Tests.Programmes;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.ProgrammeEntry;

/// <summary>A commune enters, brings into force and reports its own programme; the province's and the neighbour's stay out of its reach.</summary>
public sealed class CommuneTests(App app)
{
    private const string Here = "22852";
    private const string There = "22861";
    private const string Alone = "22870";
    private const string PublishForm = "form[method=post]:has([name=SeenVersion])";

    [Fact]
    public async Task TwoPeople_WriteAndPublish_RecordAndReport_TheirOwnProgramme()
    {
        using var officer = await app.As(Role.CommuneOfficer, commune: Here);
        using var leader = await app.As(Role.CommuneLeader, commune: Here);
        var (id, url) = await app.GivenADraftAsync(commune: Here);
        (await (await officer.OpenAsync(url)).Set("decision.number", "02/QĐ-UBND").SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var writer = await officer.OpenAsync(url + "/ban-hanh", PublishForm);
        (await (await writer.SendAsync()).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Người soạn không tự ban hành");
        (await app.VersionAsync(id)).State.ShouldBe(VersionState.Draft);
        (await (await leader.OpenAsync(url + "/ban-hanh", PublishForm)).SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var version = await app.VersionAsync(id);
        (version.State, version.DecisionNumber).ShouldBe((VersionState.InForce, "02/QĐ-UBND"));

        var dashboard = await officer.GetPageAsync($"/chuong-trinh/{id}");
        dashboard.QuerySelector($"a[href='/chuong-trinh/{id}/sua']").ShouldNotBeNull();
        (await officer.GetAsync(new Uri($"/chuong-trinh/{id}/xuat-excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var target = await app.WithDb(App.KhanhHoa, db => db.Targets.AsNoTracking().SingleAsync(t => t.ProgrammeId == id && t.Code == "MH-1"));
        (await officer.GetPageAsync("/ket-qua/ghi-nhan")).QuerySelector($"option[value='{target.TargetId}']").ShouldNotBeNull();
        (await officer.Send(GivenResults.FormOf(target), GivenResults.Fields($"Mô hình {id:N}", Here))).ResultId();
        (await (await leader.Send(GivenResults.FormOf(target), GivenResults.Fields($"Mô hình nơi khác {id:N}", There))).PageAsync()).Faults().ShouldContain(f => f.Contains("chương trình của một xã"));

        using var department = await app.As(Role.DepartmentOfficer);
        (await department.GetAsync(new Uri($"/chuong-trinh/{id}/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var neighbour = await app.As(Role.CommuneOfficer, commune: There);
        (await neighbour.GetAsync(new Uri(GivenResults.FormOf(target), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.GetPageAsync("/ket-qua/ghi-nhan")).QuerySelector($"option[value='{target.TargetId}']").ShouldBeNull();
        (await neighbour.SubmitAsync("/", GivenResults.Fields("x", There), GivenResults.FormOf(target))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoeverIsAlone_PublishesWhatTheyWrote()
    {
        using var officer = await app.As(Role.CommuneOfficer, commune: Alone);
        var (id, url) = await app.GivenADraftAsync(commune: Alone);
        await (await officer.OpenAsync(url)).Set("decision.number", "03/QĐ-UBND").SendAsync();
        (await (await officer.OpenAsync(url + "/ban-hanh", PublishForm)).SendAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.VersionAsync(id)).State.ShouldBe(VersionState.InForce);
    }

    [Fact]
    public async Task ANewProgramme_IsOfTheOwnCommune_AndOfNoOther()
    {
        using var officer = await app.As(Role.CommuneOfficer, commune: Here);
        var form = await officer.OpenAsync("/chuong-trinh/nhap-moi", "main form[method=post]");
        form["CommuneCode"].ShouldBe(Here);
        form.Set("Title", $"Chương trình cấp xã {Uuid.New(TimeProvider.System):N} (dữ liệu minh họa)");
        foreach (var foreign in new[] { "", There })
        {
            (await (await form.Set("CommuneCode", foreign).SendAsync()).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Hãy chọn xã");
        }

        var opened = await form.Set("CommuneCode", Here).SendAsync();
        var id = Guid.Parse(opened.Headers.Location!.OriginalString.Split('/')[2]);
        var programme = await app.WithDb(App.KhanhHoa, db => db.Programmes.SingleAsync(p => p.ProgrammeId == id));
        (programme.Level, programme.CommuneCode).ShouldBe((ProgrammeLevel.Commune, Here));
        (await officer.GetPageAsync("/chuong-trinh/nhap-excel")).QuerySelectorAll("select[name=CommuneCode] option[value]:not([value=''])").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task TheDraftOfAnotherCommune_AndOfTheProvince_IsUnknown()
    {
        var (foreign, _) = await app.GivenADraftAsync(commune: There);
        var (province, _) = await app.GivenADraftAsync();
        using var officer = await app.As(Role.CommuneOfficer, commune: Here);
        foreach (var id in new[] { foreign, province })
        {
            foreach (var page in new[] { "/ban-thao/1", "/ban-thao/1/ban-hanh", "/sua", "/phien-ban/1", "/phien-ban" })
            {
                (await officer.GetAsync(new Uri($"/chuong-trinh/{id}{page}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            }

            (await officer.SubmitAsync("/", new { SeenVersion = 1 }, $"/chuong-trinh/{id}/ban-thao/1/ban-hanh")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await officer.SubmitAsync("/", new { number = 1 }, $"/chuong-trinh/{id}/sua?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await app.VersionAsync(id)).State.ShouldBe(VersionState.Draft);
            (await officer.GetPageAsync("/chuong-trinh")).QuerySelector($"a[href='/chuong-trinh/{id}']").ShouldBeNull();
            (await officer.GetPageAsync("/")).QuerySelector($"a[href^='/chuong-trinh/{id}']").ShouldBeNull();
        }
    }

    [Fact]
    public async Task TheProgrammeOfTheProvince_IsLookedAt_NotChanged()
    {
        var programme = await app.WithAProgramme();
        var url = $"/chuong-trinh/{programme.ProgrammeId}";
        using var officer = await app.As(Role.CommuneOfficer, commune: Here);
        (await officer.GetPageAsync(url)).QuerySelector($"a[href='{url}/sua']").ShouldBeNull();
        (await officer.GetAsync(new Uri(url + "/sua", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync(new Uri($"/chuong-trinh/nhap-excel?cho={programme.ProgrammeId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.SubmitAsync(url + "/chi-tieu/T2", new { KeyKind = NaturalKeyKind.ClassAndDate, Reason = "x" }, url + "/chi-tieu/T2?handler=KeyKind")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.SubmitAsync(url + "/chi-tieu/T3", new { RoundsTargetCode = "T2" }, url + "/chi-tieu/T3?handler=Rounds")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.SubmitAsync(url + "/chi-so", new { AimCode = "A1", Year = 2026, Value = "8,5", Source = "x" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.WithDb(App.KhanhHoa, db => db.IndicatorValues.AnyAsync(v => v.ProgrammeId == programme.ProgrammeId))).ShouldBeFalse();
    }

    [Fact]
    public async Task TheCommunesOtherRoles_EnterNothing()
    {
        using var accountant = await app.As(Role.CommuneAccountant, commune: Here);
        var refused = await accountant.GetAsync(new Uri("/chuong-trinh/nhap-moi", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Ủy ban nhân dân cấp xã chỉ nhập");
    }
}
