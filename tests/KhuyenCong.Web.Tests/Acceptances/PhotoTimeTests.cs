using System.Net;
using System.Security.Cryptography;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>When a photograph was taken, as the device tells it: kept and shown where it is told, and never a reason to refuse.</summary>
public sealed class PhotoTimeTests(App app)
{
    private const string Scene = "Scene";

    private static readonly DateTimeOffset Taken = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddHours(-5).ToUnixTimeMilliseconds());

    [Fact]
    public async Task AFileSentByItself_KeepsWhatItsDeviceTold_AndItIsShown()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        await Sends(officer, id, Milliseconds(Taken));
        (await app.Again(id)).Photos.Single().TakenAt.ShouldBe(Taken.UtcDateTime);

        var said = $"chụp lúc {Taken.UtcDateTime.LocalText()} theo thiết bị";
        (await officer.GetPageAsync(GivenAcceptances.Path(id))).QuerySelector("#anh")!.TextContent.ShouldContain(said);
        (await officer.GetPageAsync($"/de-an/{(await app.Again(id)).ProjectId}/luu-tru")).QuerySelector("main")!.TextContent.ShouldContain(said);
        (await officer.GetPageAsync($"/nhat-ky?doi-tuong={id}")).QuerySelector("main")!.TextContent.ShouldContain("Lúc chụp theo thiết bị");
    }

    [Fact]
    public async Task WithoutATime_OrWithOneThatCannotBe_ThePhotographIsKept()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        string?[] told = [null, "", "hôm qua", "-5", Milliseconds(TimeProvider.System.GetUtcNow().AddHours(1)), Milliseconds(new(1999, 12, 31, 0, 0, 0, TimeSpan.Zero))];
        foreach (var time in told)
        {
            await Sends(officer, id, time);
        }

        var photos = (await app.Again(id)).Photos;
        photos.Count.ShouldBe(told.Length);
        photos.ShouldAllBe(p => p.TakenAt == null);
        (await officer.GetPageAsync(GivenAcceptances.Path(id))).QuerySelector("#anh")!.TextContent.ShouldNotContain("theo thiết bị");
    }

    [Fact]
    public async Task AForm_TellsATimeForEachFile_InTheirOrder()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        (string Name, byte[] Content)[] files = [GivenAcceptances.APicture("mot.png"), GivenAcceptances.APicture("hai.png"), ("bien-ban.pdf", [.. "%PDF-1.7 "u8, .. GivenAcceptances.Id().ToByteArray()])];
        var plate = GivenAcceptances.APicture("nhan-may.png");
        var machine = EditModel.PlateName((await app.Again(id)).Machines[0].MachinePassportId);
        await Saves(officer, id, [.. files.Select(f => (Scene, f)), (machine, plate)], [(Scene, "không đọc được"), (Scene, Milliseconds(Taken)), (Scene, Milliseconds(Taken)), (machine, Milliseconds(Taken.AddHours(-1)))]);
        var photos = (await app.Again(id)).Photos;
        TimeOf(photos, files[0]).ShouldBeNull();
        TimeOf(photos, files[1]).ShouldBe(Taken.UtcDateTime);
        TimeOf(photos, files[2]).ShouldBeNull("a scan was not taken at the site");
        TimeOf(photos, plate).ShouldBe(Taken.UtcDateTime.AddHours(-1));
    }

    /// <summary>Which value is whose cannot be known: none is guessed.</summary>
    [Fact]
    public async Task AForm_ThatTellsFewerTimesThanFiles_LeavesAllWithoutOne()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        await Saves(officer, id, [(Scene, GivenAcceptances.APicture("mot.png")), (Scene, GivenAcceptances.APicture("hai.png"))], [(Scene, Milliseconds(Taken))]);
        (await app.Again(id)).Photos.Select(p => p.TakenAt).ShouldBe([null, null]);
    }

    private async Task<(HttpClient Officer, Guid Id)> AnOpenedRecord()
    {
        var (project, contract) = await app.AContract();
        var officer = await app.ASomebody(Role.DepartmentOfficer);
        return (officer, await officer.Opens(project, contract));
    }

    /// <summary>One file as the script sends what was kept without network.</summary>
    private static async Task Sends(HttpClient officer, Guid id, string? taken)
    {
        var picture = GivenAcceptances.APicture();
        using var content = await ContentOf(officer, id, ["__RequestVerificationToken"]);
        content.Add(new StringContent($"{GivenAcceptances.Id()}"), "key");
        content.Add(new StringContent(Scene), "field");
        content.Add(new ByteArrayContent(picture.Content), "file", picture.Name);
        if (taken is not null)
        {
            content.Add(new StringContent(taken), "file.TakenAt");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{GivenAcceptances.Path(id)}/sua?handler=File") { Content = content };
        request.Headers.Add("X-Requested-With", "fetch");
        request.Headers.Add(EditModel.BackgroundHeader, "1");
        var response = await officer.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("saved");
    }

    /// <summary>The ordinary form, as a browser sends it.</summary>
    private static async Task Saves(HttpClient officer, Guid id, IEnumerable<(string Field, (string Name, byte[] Content) File)> files, IEnumerable<(string Field, string Time)> times)
    {
        using var content = await ContentOf(officer, id, ["__RequestVerificationToken", "Form.BaseVersion", "Form.Base", "Form.Lines[0].EstimateLineId", "Form.Machines[0].Id", "Form.Machines[0].ProjectMachineId", "Form.Machines[0].Name"]);
        foreach (var (field, file) in files)
        {
            content.Add(new ByteArrayContent(file.Content), field, file.Name);
        }

        foreach (var (field, time) in times)
        {
            content.Add(new StringContent(time), $"{field}.TakenAt");
        }

        await (await officer.PostAsync(new Uri($"{GivenAcceptances.Path(id)}/sua", UriKind.Relative), content)).ShouldGoOn();
    }

    private static async Task<MultipartFormDataContent> ContentOf(HttpClient officer, Guid id, string[] names)
    {
        var page = await officer.GetPageAsync($"{GivenAcceptances.Path(id)}/sua");
        var content = new MultipartFormDataContent();
        foreach (var name in names)
        {
            content.Add(new StringContent(page.QuerySelector($"input[name='{name}']")?.GetAttribute("value") ?? ""), name);
        }

        return content;
    }

    private static DateTime? TimeOf(IEnumerable<AcceptancePhoto> photos, (string Name, byte[] Content) file)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        return photos.Single(p => p.Sha256 == sha).TakenAt;
    }

    private static string Milliseconds(DateTimeOffset instant) => $"{instant.ToUnixTimeMilliseconds()}";
}
