using System.Net;
using System.Text.Json;
using KhuyenCong.Data.Drafts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Jobs;
using KhuyenCong.Web.Pages.Drafts;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Drafts;

public sealed class DraftTests(App app)
{
    private readonly string url = $"/ban-nhap/thu/{Uuid.New(TimeProvider.System):N}";

    [Fact]
    public async Task AnyRole_KeepsAndFindsFields()
    {
        using var client = await SignedInAsync(Role.CommuneOfficer);
        (await PostAsync(client, "Ten", "Mo\u0302 hình", 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(client, "Tien", "300 triệu", 2, baseVersion: 4)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (fields, baseVersion) = await GetAsync(client);
        fields.ShouldBe(new Dictionary<string, string> { ["Ten"] = "Mo\u0302 hình", ["Tien"] = "300 triệu" }, ignoreOrder: true);
        baseVersion.ShouldBe(3);
    }

    [Fact]
    public async Task AnEndedSession_IsToldSo_AndLosesNothing()
    {
        using var anonymous = app.Anonymous();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, url) { Headers = { { "X-Requested-With", "fetch" }, { "X-Antiforgery", "old" } } };
            var response = await anonymous.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            response.Headers.GetValues("X-Signed-Out").ShouldBe(["1"]);
        }
    }

    [Fact]
    public async Task WithoutToken_NothingIsWritten()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        (await PostAsync(client, "Ten", "x", 1)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.DeleteAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AnotherUsersDraft_IsNotInReach()
    {
        using var mine = await SignedInAsync(Role.DepartmentOfficer);
        using var other = await SignedInAsync(Role.DepartmentLeader);
        using var foreign = await SignedInAsync(Role.DepartmentOfficer, App.DongNai);
        await PostAsync(mine, "Ten", "của tôi", 5);
        foreach (var stranger in new[] { other, foreign })
        {
            (await stranger.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await stranger.DeleteAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            await PostAsync(stranger, "Ten", "của người khác", 9);
        }

        (await GetAsync(mine)).Fields["Ten"].ShouldBe("của tôi");
    }

    [Fact]
    public async Task ALateOlderSave_NeverOverwrites()
    {
        using var client = await SignedInAsync(Role.DepartmentOfficer);
        await PostAsync(client, "Ten", "mới", 10);
        (await PostAsync(client, "Ten", "cũ", 9)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(client, "Ten", "cũ", 10)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(client)).Fields["Ten"].ShouldBe("mới");
    }

    /// <summary>By this a browser that was away tells what it still keeps from what was typed elsewhere later.</summary>
    [Fact]
    public async Task EveryField_SaysWhichSaveItIs()
    {
        using var client = await SignedInAsync(Role.DepartmentOfficer);
        await PostAsync(client, "Ten", "a", 10);
        await PostAsync(client, "Nơi", "b", 20);
        await PostAsync(client, "Ten", "cũ", 9);
        using var draft = JsonDocument.Parse(await client.GetStringAsync(new Uri(url, UriKind.Relative)));
        draft.RootElement.GetProperty("seqs").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetInt64())
            .ShouldBe(new Dictionary<string, long> { ["Ten"] = 10, ["Nơi"] = 20 }, ignoreOrder: true);
    }

    [Fact]
    public async Task SavesThatMeet_LoseNoField_AndTheNewestStays()
    {
        using var client = await SignedInAsync(Role.DepartmentOfficer);
        var saves = Enumerable.Range(1, 24).Select(i => PostAsync(client, $"Ô {i % 4}", $"{i}", i));
        (await Task.WhenAll(saves)).ShouldAllBe(r => r.StatusCode == HttpStatusCode.OK);
        (await GetAsync(client)).Fields.ShouldBe(new Dictionary<string, string> { ["Ô 0"] = "24", ["Ô 1"] = "21", ["Ô 2"] = "22", ["Ô 3"] = "23" }, ignoreOrder: true);
    }

    [Fact]
    public async Task ADiscardedDraft_IsNotBroughtBack_ByASaveStillOnItsWay()
    {
        using var client = await SignedInAsync(Role.DepartmentOfficer);
        await PostAsync(client, "Ten", "a", 10);
        (await client.DeleteAsync(new Uri(url + "?seq=12", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(client, "Ten", "trên đường", 12)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var response = await client.GetAsync(new Uri(url, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues(IndexModel.EndedHeader).ShouldBe(["12"]);
        response.Headers.GetValues(IndexModel.NewestHeader).ShouldBe(["12"]);

        (await PostAsync(client, "Ten", "lần sau", 13)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(client)).Fields["Ten"].ShouldBe("lần sau");
    }

    [Fact]
    public async Task ADiscardThatMeetsSaves_LeavesNothingOlder()
    {
        using var client = await SignedInAsync(Role.DepartmentOfficer);
        var saves = Enumerable.Range(1, 10).Select(i => PostAsync(client, $"Ô {i}", "x", i)).ToArray();
        await client.DeleteAsync(new Uri(url + "?seq=10", UriKind.Relative));
        await Task.WhenAll(saves);
        (await client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("", "x", 1, HttpStatusCode.BadRequest)]
    [InlineData("__RequestVerificationToken", "x", 1, HttpStatusCode.BadRequest)]
    [InlineData("Ten", null, 1, HttpStatusCode.BadRequest)]
    [InlineData("Ten", "x", 0, HttpStatusCode.BadRequest)]
    [InlineData("Ten", "x", long.MaxValue, HttpStatusCode.BadRequest)]
    public async Task Nonsense_IsRefused(string field, string? value, long sequence, HttpStatusCode expected)
    {
        using var client = await SignedInAsync(Role.DepartmentOfficer);
        (await PostAsync(client, field, value, sequence)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Oversize_IsRefused()
    {
        using var client = await SignedInAsync(Role.DepartmentOfficer);
        (await PostAsync(client, new('t', DraftBox.LongestField + 1), "x", 1)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(client, "Ten", new('x', DraftBox.LongestValue + 1), 1)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(client, "Ten", new('x', 2_000_000), 1)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(client, "Ten", new('ệ', DraftBox.LongestValue), 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri($"/ban-nhap/{new string('f', DraftBox.LongestName + 1)}/x", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OldDrafts_AreForgottenWhole()
    {
        var user = Uuid.New(TimeProvider.System);
        var left = await app.WithDb(App.KhanhHoa, async db =>
        {
            db.DraftFields.AddRange(Row("cũ", "", 100), Row("cũ", "a", 100), Row("dùng", "", 1), Row("dùng", "a", 100));
            await db.SaveChangesAsync();
            await ForgetOldDrafts.ForgetAsync(db, Clock.GetUtcNow().UtcDateTime - ForgetOldDrafts.Kept, CancellationToken.None);
            return await db.DraftFields.Where(f => f.UserId == user).Select(f => f.Subject).ToListAsync();
        });
        left.ShouldBe(["dùng", "dùng"]);

        DraftField Row(string subject, string field, int days) => new()
        {
            UserId = user,
            Form = "thu",
            Subject = subject,
            Field = field,
            Sequence = 1,
            SavedAt = Clock.GetUtcNow().UtcDateTime.AddDays(-days),
        };
    }

    private TimeProvider Clock => app.Services.GetRequiredService<TimeProvider>();

    private async Task<HttpClient> SignedInAsync(Role role, string province = App.KhanhHoa)
    {
        var client = await app.As(role, province, role is Role.CommuneOfficer ? "22453" : null);
        var page = await client.GetPageAsync("/kieu-dang");
        client.DefaultRequestHeaders.Add("X-Antiforgery", page.QuerySelector("meta[name=csrf-token]")!.GetAttribute("content"));
        client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        return client;
    }

    private Task<HttpResponseMessage> PostAsync(HttpClient client, string field, string? value, long seq, long baseVersion = 3) =>
        client.PostAsJsonAsync(new Uri(url, UriKind.Relative), new { field, value, baseVersion, seq });

    private async Task<(Dictionary<string, string> Fields, long BaseVersion)> GetAsync(HttpClient client)
    {
        var json = await client.GetFromJsonAsync<JsonElement>(new Uri(url, UriKind.Relative));
        return (json.GetProperty("fields").Deserialize<Dictionary<string, string>>()!, json.GetProperty("baseVersion").GetInt64());
    }
}
