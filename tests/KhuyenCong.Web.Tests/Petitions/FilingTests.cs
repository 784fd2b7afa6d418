using System.Net;
using KhuyenCong.Data;
using KhuyenCong.Data.Numbering;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Petitions;

public sealed class FilingTests(App app)
{
    [Fact]
    public async Task File_IsForWhoMayFile()
    {
        using var owner = await app.As(Role.EstablishmentOwner);
        using var viewer = await app.As(Role.CouncilViewer);
        using var stranger = app.Anonymous();
        (await owner.GetAsync(new Uri("/kien-nghi/gui", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await viewer.GetAsync(new Uri("/kien-nghi/gui", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.GetAsync(new Uri("/kien-nghi/gui", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task File_KeepsTheSubjectThatALinkNamed()
    {
        using var owner = await app.As(Role.EstablishmentOwner);
        var document = await app.WithDb("", db => db.LegalDocuments.Where(d => d.Code == "nd-45-2012").Select(d => d.LegalDocumentId).SingleAsync());
        var target = await app.WithDb(App.KhanhHoa, db => db.Targets.Select(t => t.TargetId).FirstAsync());
        var page = await owner.GetPageAsync($"/kien-nghi/gui?van-ban={document}");
        page.QuerySelector("#Form_SubjectId option[selected]")!.GetAttribute("value").ShouldBe($"Clause:{document}");
        page = await owner.GetPageAsync($"/kien-nghi/gui?chi-tieu={target}");
        page.QuerySelector("#Form_SubjectId option[selected]")!.GetAttribute("value").ShouldBe($"Target:{target}");
    }

    [Fact]
    public async Task File_TellsAllFaultsAtOnce_AndAForeignTargetIsNoSubject()
    {
        using var owner = await app.As(Role.EstablishmentOwner);
        var foreign = await app.WithDb(App.DongNai, db => db.Targets.Select(t => t.TargetId).FirstAsync());
        var response = await owner.SubmitAsync("/kien-nghi/gui", new Dictionary<string, string> { ["Form.SubjectId"] = $"Target:{foreign}", ["Form.Title"] = "", ["Form.Text"] = " ", ["Form.FilerName"] = "" });
        var faults = (await response.PageAsync()).QuerySelectorAll(".error-summary li").Select(l => l.TextContent).ToArray();
        faults.Length.ShouldBe(4, string.Join('\n', faults));
        var clause = await app.WithDb("", db => db.LegalDocuments.Where(d => d.Code == "nd-45-2012").Select(d => d.LegalDocumentId).SingleAsync());
        response = await owner.SubmitAsync("/kien-nghi/gui", new Dictionary<string, string> { ["Form.SubjectId"] = $"Clause:{clause}", ["Form.Title"] = "a", ["Form.Text"] = "b", ["Form.FilerName"] = "c" });
        (await response.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("điều, khoản");
    }

    [Fact]
    public async Task Numbers_Of50ParallelFilings_AreConsecutiveAndDistinct()
    {
        // A province and a year of their own, so that nobody else takes a number in between.
        const string province = "99";
        var codes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DataScope>().ActAsSystem(province);
            var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
            return await db.WithNextNumberAsync("PAKN", 2031, async code =>
            {
                var text = new PetitionText(PetitionKind.Obstacle, PetitionSubjectKind.Rule, Uuid.New(TimeProvider.System), null, "Tiêu đề", "Nội dung", "Cơ sở (dữ liệu minh họa)");
                db.Petitions.Add(Petition.From(new(Uuid.New(TimeProvider.System), code, province, text, Uuid.New(TimeProvider.System), null, new(2031, 1, 1))));
                db.Because("petition.filed");
                await db.SaveChangesAsync();
                return code;
            });
        })));
        codes.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 50).Select(n => $"PAKN-2031-{n:0000}"));
        (await app.WithDb(province, db => db.Petitions.CountAsync())).ShouldBe(50);
    }

    [Fact]
    public async Task Numbers_AreNotUsedUpByAFilingThatFails()
    {
        const string province = "98";
        await app.WithDb(province, async db =>
        {
            await Should.ThrowAsync<InvalidOperationException>(() => db.WithNextNumberAsync<string>("PAKN", 2031, _ => throw new InvalidOperationException("not saved")));
            return 0;
        });
        (await app.WithDb(province, db => db.WithNextNumberAsync("PAKN", 2031, Task.FromResult))).ShouldBe("PAKN-2031-0001");
    }
}
