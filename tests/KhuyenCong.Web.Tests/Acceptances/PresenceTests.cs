using System.Net;
using AngleSharp.Dom;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>Who was at an acceptance and where it was held, as the telephone there tells it.</summary>
public sealed class PresenceTests(App app)
{
    private const string Signer = "Nguyễn Thị 'Minh Họa' & Trần";

    private static string At(double latitude) => new AcceptanceSpot(latitude, 109.1967, 12, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-3)).Code;

    [Fact]
    public async Task APosition_IsKept_AndStandsBesideTheRegisteredOne()
    {
        var (officer, project, id) = await AnOpenedRecord();
        using var _ = officer;
        await (await Saves(officer, id, [("Form.Spot", At(12.2388))])).ShouldGoOn();
        (await app.Again(id)).Spot.ShouldBe(AcceptanceSpot.Read(At(12.2388), TimeProvider.System.GetUtcNow().UtcDateTime)! with { ReadAt = (await app.Again(id)).Spot!.ReadAt });
        (await Told(officer, id)).ShouldContain("Địa điểm sản xuất chưa đăng ký tọa độ");

        await Register(project, 12.2388, 109.2061);
        var told = await Told(officer, id);
        told.ShouldContain("vĩ độ 12,238800; kinh độ 109,196700; sai số 12 m");
        told.ShouldContain("1.021 m");
        told.ShouldContain("Xa vị trí đã đăng ký");
        await Register(project, 12.2389, 109.1967);
        (await Told(officer, id)).ShouldNotContain("Xa vị trí đã đăng ký");
        (await officer.GetPageAsync($"{GivenAcceptances.Path(id)}/in")).QuerySelector("main")!.TextContent.ShouldContain("sai số 12 m");
        (await officer.GetPageAsync($"/nhat-ky?doi-tuong={id}")).QuerySelector("main")!.TextContent.ShouldContain("Vị trí theo thiết bị, chưa kiểm chứng");

        await (await Saves(officer, id, [("Form.Spot", "")])).ShouldGoOn();
        (await app.Again(id)).Spot.ShouldBeNull();
    }

    [Fact]
    public async Task APositionOutsideTheCountry_IsToldOf_AndNothingTypedIsLost()
    {
        var (officer, _, id) = await AnOpenedRecord();
        using var __ = officer;
        var response = await Saves(officer, id, [("Form.Spot", At(48.85)), ("Form.Place", "Xưởng minh họa")]);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await response.PageAsync();
        page.QuerySelector("main")!.TextContent.ShouldContain("Vị trí do thiết bị báo nằm ngoài Việt Nam");
        page.QuerySelector("input[name='Form.Place']")!.GetAttribute("value").ShouldBe("Xưởng minh họa");
        (await app.Again(id)).Spot.ShouldBeNull();
    }

    [Fact]
    public async Task ASignature_StandsBesideWhomItNames_InRecordPrintAndArchive()
    {
        var (officer, project, id) = await AnOpenedRecord();
        using var _ = officer;
        await (await Saves(officer, id, [("Form.Members[0].Name", Signer), ("Form.Members[0].Unit", "Sở Công Thương"), ("Form.Members[0].Side", "Member")], [Field(Signer)])).ShouldGoOn();
        var signature = (await app.Again(id)).Photos.ShouldHaveSingleItem();
        (signature.SignedBy, signature.IsScene).ShouldBe((Signer, false));

        foreach (var path in new[] { "", "/in" })
        {
            var shown = (await officer.GetPageAsync(GivenAcceptances.Path(id) + path)).QuerySelector(".presence img")!;
            shown.GetAttribute("alt").ShouldBe($"Chữ ký có mặt của {Signer}");
            (await officer.GetAsync(new Uri(shown.GetAttribute("src")!, UriKind.Relative))).Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        }

        (await officer.GetPageAsync($"/de-an/{project.ProjectId}/luu-tru")).QuerySelector("main")!.TextContent.ShouldContain($"chữ ký có mặt của {Signer}");
        (await officer.GetPageAsync($"{GivenAcceptances.Path(id)}/sua")).QuerySelector("[data-signed-list]")!.TextContent.ShouldContain(Signer);
        (await Told(officer, id)).ShouldNotContain("không có tên trong thành phần");

        await (await Saves(officer, id, [("Form.Members[0].Name", "Người Khác"), ("Form.Members[0].Side", "Member")])).ShouldGoOn();
        (await Told(officer, id)).ShouldContain("Chữ ký của người không có tên trong thành phần");
        (await officer.GetPageAsync($"{GivenAcceptances.Path(id)}/in")).QuerySelectorAll(".presence img").ShouldHaveSingleItem();
    }

    /// <summary>A browser asks for more rows with everything that the form holds, and gets back only what is typed.</summary>
    [Fact]
    public async Task AskingForRows_LosesNoSignature_AndWhatIsTypedIsSavedOverItAfterwards()
    {
        var (officer, _, id) = await AnOpenedRecord();
        using var __ = officer;
        var shown = await (await Saves(officer, id, [("Form.Place", "Xưởng minh họa")], [Field(Signer)], "?handler=Rows")).PageAsync();
        shown.QuerySelector("[data-signed-list]")!.TextContent.ShouldContain(Signer);
        shown.QuerySelector("form[data-offline]")!.GetAttribute("data-kept-fields").ShouldBe(Field(Signer));
        shown.QuerySelectorAll("input[name^='Form.Members'][name$='.Name']").ShouldNotBeEmpty();
        var kept = await app.Again(id);
        (kept.Place, kept.Photos.Single().SignedBy).ShouldBe((null, Signer));
        // Over the page from before the signature moved the record on: nobody else has written anything.
        var saved = await Saves(officer, id, [("Form.Place", "Xưởng minh họa"), ("Form.Opinion", "Dòng một\r\nDòng hai")], over: shown);
        await saved.ShouldGoOn();
        var told = (await officer.GetPageAsync(saved.Headers.Location!.OriginalString)).Body!.TextContent;
        told.ShouldContain("Đã lưu biên bản.");
        told.ShouldNotContain("người khác vừa lưu");
        ((await app.Again(id)).Place, (await app.Again(id)).Photos.Count).ShouldBe(("Xưởng minh họa", 1));
    }

    /// <summary>Sent by itself after a form without network; a name that cannot be leaves a picture of the scene, and nobody else's record is written.</summary>
    [Fact]
    public async Task ASignatureSentByItself_IsKeptOnce_AndOnlyByWhoWritesTheRecord()
    {
        var (officer, _, id) = await AnOpenedRecord();
        using var __ = officer;
        var (key, picture) = (GivenAcceptances.Id(), GivenAcceptances.APicture());
        foreach (var time in new[] { 1, 2 })
        {
            (await (await Sends(officer, id, key, Field(Signer), picture)).Content.ReadAsStringAsync()).ShouldContain("saved", customMessage: $"time {time}");
        }

        (await Sends(officer, id, key, Field(new('x', AcceptanceCheck.LongestShort + 1)), GivenAcceptances.APicture())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Again(id)).Photos.Select(p => p.SignedBy).ShouldBe([Signer, null], ignoreOrder: true);
        foreach (var odd in new[] { "Sign-", "Sign-%", "Sign-%ZZ", "Sign-x%00y", "Sign-%EF%BF%BE", "Sign-%C3%28" })
        {
            (await Sends(officer, id, GivenAcceptances.Id(), odd, GivenAcceptances.APicture())).StatusCode.ShouldBe(HttpStatusCode.OK, odd);
        }


        using var reader = await app.ASomebody(Role.FinanceOfficer);
        (await Sends(reader, id, GivenAcceptances.Id(), Field(Signer), GivenAcceptances.APicture())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await Sends(foreign, id, GivenAcceptances.Id(), Field(Signer), GivenAcceptances.APicture())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Again(id)).Photos.Count.ShouldBe(8);
    }

    private static string Field(string name) => PhotoSubject.Sign + Uri.EscapeDataString(name);

    private async Task<(HttpClient Officer, Project Project, Guid Id)> AnOpenedRecord()
    {
        var (project, contract) = await app.AContract();
        var officer = await app.ASomebody(Role.DepartmentOfficer);
        return (officer, project, await officer.Opens(project, contract));
    }

    private static async Task<string> Told(HttpClient officer, Guid id) => (await officer.GetPageAsync(GivenAcceptances.Path(id))).QuerySelector("main")!.TextContent;

    private Task<int> Register(Project project, double latitude, double longitude)
    {
        var site = project.Beneficiaries[0].ProductionSiteId;
        return app.WithDb(App.KhanhHoa, db => db.Set<Domain.Establishments.ProductionSite>().Where(s => s.ProductionSiteId == site)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Latitude, latitude).SetProperty(p => p.Longitude, longitude)));
    }

    /// <summary>The ordinary form, as a browser sends it.</summary>
    private static async Task<HttpResponseMessage> Saves(HttpClient officer, Guid id, IEnumerable<(string Name, string Value)> typed, IEnumerable<string>? signatures = null, string handler = "", IDocument? over = null)
    {
        var url = $"{GivenAcceptances.Path(id)}/sua";
        var page = over ?? await officer.GetPageAsync(url);
        using var content = new MultipartFormDataContent();
        foreach (var name in new[] { "__RequestVerificationToken", "Form.BaseVersion", "Form.Base", "Form.Lines[0].EstimateLineId", "Form.Machines[0].Id", "Form.Machines[0].ProjectMachineId", "Form.Machines[0].Name" })
        {
            content.Add(new StringContent(page.QuerySelector($"input[name='{name}']")?.GetAttribute("value") ?? ""), name);
        }

        foreach (var (name, value) in typed)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var field in signatures ?? [])
        {
            var (file, drawn) = GivenAcceptances.APicture("chu-ky.png");
            content.Add(new ByteArrayContent(drawn), field, file);
        }

        return await officer.PostAsync(new Uri(url + handler, UriKind.Relative), content);
    }

    /// <summary>One file as the script sends what was kept without network.</summary>
    private static async Task<HttpResponseMessage> Sends(HttpClient sender, Guid id, Guid key, string field, (string Name, byte[] Content) picture)
    {
        var page = await sender.GetPageAsync("/");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("meta[name='csrf-token']")!.GetAttribute("content")!), "__RequestVerificationToken" },
            { new StringContent($"{key}"), "key" },
            { new StringContent(field), "field" },
            { new ByteArrayContent(picture.Content), "file", picture.Name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{GivenAcceptances.Path(id)}/sua?handler=File") { Content = content };
        request.Headers.Add("X-Requested-With", "fetch");
        request.Headers.Add(EditModel.BackgroundHeader, "1");
        return await sender.SendAsync(request);
    }
}
