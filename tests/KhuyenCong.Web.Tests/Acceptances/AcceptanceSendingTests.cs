using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Pages.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>A record that was filled without network arrives: once, whatever answer was lost, and beside what others saved.</summary>
public sealed class AcceptanceSendingTests(App app)
{
    [Fact]
    public async Task TheSameKey_SavesOnce_AndIsAnsweredTheSame()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        var (form, key) = (await FormOf(officer, id), GivenAcceptances.Id());
        form["Form.Place"] = "Xưởng không có mạng";
        (await Outcome(await Sends(officer, id, form, key))).ShouldBe("saved");
        var saved = await app.Again(id);
        saved.Place.ShouldBe("Xưởng không có mạng");

        var same = await Sends(officer, id, form, key);
        (await Outcome(same)).ShouldBe("saved");
        (await Messages(same)).ShouldBeEmpty();
        form["Form.Place"] = "Không được ghi lần nữa";
        var other = await Sends(officer, id, form, key);
        (await Outcome(other)).ShouldBe("saved");
        (await Messages(other)).ShouldHaveSingleItem().ShouldNotBeNull().ShouldContain("nội dung gửi lần đầu được giữ");
        var again = await app.Again(id);
        (again.Version, again.Place).ShouldBe((saved.Version, saved.Place));
    }

    [Fact]
    public async Task AForm_ThatNamesItselfAsItsOrigin_IsSavedAsWell()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        var (form, key) = (await FormOf(officer, id), GivenAcceptances.Id());
        form["Form.Place"] = "Xưởng minh họa";
        form["Form.Origin"] = $"{key}";
        (await Outcome(await Sends(officer, id, form, key))).ShouldBe("saved");
        (await app.Again(id)).Place.ShouldBe("Xưởng minh họa");
    }

    [Fact]
    public async Task TheSameKey_TwiceAtOnce_SavesOnce()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        var (form, key, before) = (await FormOf(officer, id), GivenAcceptances.Id(), (await app.Again(id)).Version);
        form["Form.Place"] = "Xưởng minh họa";
        var answers = await Task.WhenAll(Sends(officer, id, form, key), Sends(officer, id, form, key));
        foreach (var answer in answers)
        {
            (await Outcome(answer)).ShouldBe("saved");
        }

        (await app.Again(id)).Version.ShouldBe(before + 1);
        (await app.WithDb(App.KhanhHoa, db => db.SentOnce.CountAsync(s => s.Key == key))).ShouldBe(1);
    }

    [Fact]
    public async Task AKeyOfSomebodyElse_IsRefused()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        var key = GivenAcceptances.Id();
        (await Outcome(await Sends(officer, id, await FormOf(officer, id), key))).ShouldBe("saved");
        using var other = await app.ASomebody(Role.DepartmentOfficer);
        var form = await FormOf(other, id);
        form["Form.Place"] = "Của người khác";
        (await Sends(other, id, form, key)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendsFile(other, id, key, GivenAcceptances.APicture())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var kept = await app.Again(id);
        (kept.Place, kept.Photos.Count).ShouldBe((null, 0));
    }

    [Fact]
    public async Task AStaleRecord_IsMergedFieldByField()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        var mine = await FormOf(officer, id);
        using var colleague = await app.ASomebody(Role.DepartmentOfficer);
        var theirs = await FormOf(colleague, id);
        theirs["Form.Number"] = "07/BB";
        (await Outcome(await Sends(colleague, id, theirs, GivenAcceptances.Id()))).ShouldBe("saved");

        mine["Form.Place"] = "Xưởng minh họa";
        var (first, second) = (GivenAcceptances.Id(), GivenAcceptances.Id());
        (await Outcome(await Sends(officer, id, mine, first))).ShouldBe("saved");
        var merged = await app.Again(id);
        (merged.Number, merged.Place).ShouldBe(("07/BB", "Xưởng minh họa"));

        // Typed on the same page afterwards: over what was sent, not over what the page first showed.
        mine["Form.Place"] = "Xưởng số hai";
        (await Outcome(await Sends(officer, id, mine, second, first))).ShouldBe("saved");
        merged = await app.Again(id);
        (merged.Number, merged.Place).ShouldBe(("07/BB", "Xưởng số hai"));
    }

    [Fact]
    public async Task AClash_IsToldOf_Chosen_AndTheBrowserThatWaitedIsAnswered()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        var mine = await FormOf(officer, id);
        using var colleague = await app.ASomebody(Role.DepartmentOfficer);
        var theirs = await FormOf(colleague, id);
        theirs["Form.Place"] = "Nơi của đồng nghiệp";
        (await Outcome(await Sends(colleague, id, theirs, GivenAcceptances.Id()))).ShouldBe("saved");

        var key = GivenAcceptances.Id();
        mine["Form.Place"] = "Nơi của tôi";
        mine["Form.Number"] = "08/BB";
        (await Outcome(await Sends(officer, id, mine, key))).ShouldBe("clash");
        (await app.Again(id)).Number.ShouldBeNull();

        var page = await (await Sends(officer, id, mine, key, background: false)).PageAsync();
        page.QuerySelector(".conflict-table")!.TextContent.ShouldContain("Nơi của đồng nghiệp");
        foreach (var name in new[] { "Form.Origin", "Form.SettledVersion", "Form.Base", "Form.BaseVersion" })
        {
            mine[name] = page.QuerySelector($"input[name='{name}']")!.GetAttribute("value")!;
        }

        (mine["__path"], mine["__choice0"]) = ("place", "mine");
        await (await Sends(officer, id, mine, null, background: false)).ShouldGoOn();
        var settled = await app.Again(id);
        (settled.Place, settled.Number).ShouldBe(("Nơi của tôi", "08/BB"));
        (await Outcome(await Sends(officer, id, mine, key))).ShouldBe("saved");
        (await app.Again(id)).Version.ShouldBe(settled.Version);
    }

    [Fact]
    public async Task APhotograph_ArrivesOnce_AlsoWhenItWasTakenOffMeanwhile()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        var (key, picture) = (GivenAcceptances.Id(), GivenAcceptances.APicture());
        var machine = (await app.Again(id)).Machines[0].MachinePassportId;
        (await Outcome(await Sends(officer, id, await FormOf(officer, id), key))).ShouldBe("saved");
        for (var time = 0; time < 2; time++)
        {
            (await Outcome(await SendsFile(officer, id, key, picture))).ShouldBe("saved");
            (await Outcome(await SendsFile(officer, id, key, picture, EditModel.PlateName(machine)))).ShouldBe("saved");
        }

        var photos = (await app.Again(id)).Photos;
        photos.Select(p => p.MachinePassportId).ShouldBe([null, machine], ignoreOrder: true);
        await (await officer.SubmitAsync($"{GivenAcceptances.Path(id)}/sua", new { }, $"{GivenAcceptances.Path(id)}/sua?handler=RemovePhoto&anh={photos[0].AcceptancePhotoId}")).ShouldGoOn();
        (await Outcome(await SendsFile(officer, id, key, picture))).ShouldBe("saved");
        (await Outcome(await SendsFile(officer, id, key, picture, EditModel.PlateName(machine)))).ShouldBe("saved");
        (await app.Again(id)).Photos.Count.ShouldBe(1);
    }

    /// <summary>What a telephone sends again before the first answer is the same file; another one beside it finds its place.</summary>
    [Fact]
    public async Task APhotograph_TwiceAtOnce_IsSavedOnce_AndBothAreAnsweredSaved()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        var (key, picture, other) = (GivenAcceptances.Id(), GivenAcceptances.APicture(), GivenAcceptances.APicture("khac.png"));
        var answers = await Task.WhenAll(SendsFile(officer, id, key, picture), SendsFile(officer, id, key, picture), SendsFile(officer, id, key, other));
        foreach (var answer in answers)
        {
            (await Outcome(answer)).ShouldBe("saved");
        }

        (await app.Again(id)).Photos.Select(p => p.FileName).ShouldBe([picture.Name, other.Name], ignoreOrder: true);
        (await app.WithDb(App.KhanhHoa, db => db.SentOnce.CountAsync(s => s.Key == key))).ShouldBe(2);
        var shas = new[] { picture, other }.Select(p => Convert.ToHexStringLower(SHA256.HashData(p.Content))).ToList();
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.Where(b => shas.Contains(b.Sha256)).Select(b => b.References).ToListAsync())).ShouldBe([1, 1]);
    }

    /// <summary>One fits and two come: neither is kept, and no content is counted as used by a row that is not there.</summary>
    [Fact]
    public async Task PhotographsBeyondTheLimit_AreRefused_AndTheirContentIsReferredToByNothing()
    {
        var (officer, id) = await AnOpenedRecord();
        using var _ = officer;
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var acceptance = await db.WholeAcceptances.SingleAsync(a => a.AcceptanceId == id);
            for (var row = 0; row < AcceptanceCheck.MostRows - 1; row++)
            {
                acceptance.Apply(new AcceptancePhotoAdded(GivenAcceptances.Id(), null, $"{row:x64}", $"anh-{row}.png", 1, "image/png", GivenAcceptances.Id(), TimeProvider.System.UtcNow));
            }

            db.Because("acceptance.photo-added");
            await db.SaveChangesAsync();
            return true;
        });
        (string Name, byte[] Content)[] pictures = [GivenAcceptances.APicture("mot.png"), GivenAcceptances.APicture("hai.png")];
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in await FormOf(officer, id))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var picture in pictures)
        {
            content.Add(new ByteArrayContent(picture.Content), "Scene", picture.Name);
        }

        (await officer.PostAsync(new Uri($"{GivenAcceptances.Path(id)}/sua", UriKind.Relative), content)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Again(id)).Photos.Count.ShouldBe(AcceptanceCheck.MostRows - 1);
        var shas = pictures.Select(p => Convert.ToHexStringLower(SHA256.HashData(p.Content))).ToList();
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.Where(b => shas.Contains(b.Sha256)).Select(b => b.References).ToListAsync())).ShouldBe([0, 0]);
    }

    private async Task<(HttpClient Officer, Guid Id)> AnOpenedRecord()
    {
        var (project, contract) = await app.AContract();
        var officer = await app.ASomebody(Role.DepartmentOfficer);
        return (officer, await officer.Opens(project, contract));
    }

    /// <summary>The form as it is shown, with what it is merged over.</summary>
    private static async Task<Dictionary<string, string>> FormOf(HttpClient client, Guid id)
    {
        var page = await client.GetPageAsync($"{GivenAcceptances.Path(id)}/sua");
        var names = new[] { "Form.BaseVersion", "Form.Base", "Form.Lines[0].EstimateLineId", "Form.Machines[0].Id", "Form.Machines[0].ProjectMachineId", "Form.Machines[0].Name", "Form.Machines[0].Serial", "Form.Machines[0].Maker", "Form.Machines[0].Model", "Form.Machines[0].MadeYear", "Form.Machines[0].Origin" };
        var fields = names.ToDictionary(n => n, n => page.QuerySelector($"input[name='{n}']")?.GetAttribute("value") ?? "");
        fields["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return fields;
    }

    private static async Task<HttpResponseMessage> Sends(HttpClient client, Guid id, Dictionary<string, string> form, Guid? key, Guid? before = null, bool background = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{GivenAcceptances.Path(id)}/sua");
        request.Content = new FormUrlEncodedContent([.. form, new("Form.Key", $"{key}"), new("Form.Before", $"{before}")]);
        return await Sent(client, request, background);
    }

    private static async Task<HttpResponseMessage> SendsFile(HttpClient client, Guid id, Guid key, (string Name, byte[] Content) picture, string field = "Scene")
    {
        var form = await FormOf(client, id);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{GivenAcceptances.Path(id)}/sua?handler=File");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form["__RequestVerificationToken"]), "__RequestVerificationToken" },
            { new StringContent($"{key}"), "key" },
            { new StringContent(field), "field" },
            { new ByteArrayContent(picture.Content), "file", picture.Name },
        };
        request.Content = content;
        return await Sent(client, request, background: true);
    }

    private static Task<HttpResponseMessage> Sent(HttpClient client, HttpRequestMessage request, bool background)
    {
        if (background)
        {
            request.Headers.Add("X-Requested-With", "fetch");
            request.Headers.Add(EditModel.BackgroundHeader, "1");
        }

        return client.SendAsync(request);
    }

    private static async Task<IReadOnlyList<string?>> Messages(HttpResponseMessage response)
    {
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return [.. answer.RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetString())];
    }

    private static async Task<string?> Outcome(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("outcome").GetString();
    }
}
