using System.Net;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Surveys;

public sealed class SurveyPagesTests(App app)
{
    /// <summary>Communes that no other test puts establishments into.</summary>
    private const string Here = "22852";
    private const string There = "22840";

    private static DateOnly Today => TimeProvider.System.Today;

    private async Task<SurveyRound> ARound(string commune = Here, string province = App.KhanhHoa, int days = 10) => await app.WithDb(province, async db =>
    {
        var round = SurveyRound.From(new(GivenEstablishments.Id(), province, $"Khảo sát {GivenEstablishments.Id():N}", Today.Year - 1, Today.AddDays(days), SurveyQuestions.All, [commune], Today.AddDays(-20)));
        db.SurveyRounds.Add(round);
        db.Because("survey.opened", "test");
        await db.SaveChangesAsync();
        return round;
    });

    private static string At(SurveyRound round, string page = "") => $"/khao-sat/{round.SurveyRoundId}{page}";

    private static string At(SurveyRound round, Establishment establishment) => At(round, $"/phieu/{establishment.EstablishmentId}");

    private static Task<HttpResponseMessage> Get(HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    [Fact]
    public async Task ARound_IsOpened_SeenByItsCommunes_ExtendedAndClosed()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var title = $"Khảo sát {GivenEstablishments.Id():N}";
        var fields = new Dictionary<string, string> { ["Form.Title"] = title, ["Form.Year"] = $"{Today.Year - 1}", ["Form.Deadline"] = Today.AddDays(5).ToString("dd/MM/yyyy"), ["Form.Questions"] = "Labour", ["Form.Communes"] = Here };
        var opened = await officer.SubmitAsync("/khao-sat/mo", fields);
        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = opened.Headers.Location!.OriginalString;
        (await officer.GetPageAsync("/khao-sat")).QuerySelector("#khao-sat")!.TextContent.ShouldContain(title);
        using var commune = await app.As(Role.CommuneOfficer, commune: Here);
        (await Get(commune, path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var elsewhere = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await Get(elsewhere, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var foreign = await app.As(Role.DepartmentLeader, App.DongNai);
        (await Get(foreign, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await commune.SubmitAsync(path, new { Deadline = "31/12/2027" }, path + "?handler=Extend")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Get(commune, "/khao-sat/mo")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await officer.SubmitAsync(path, new { Deadline = "31/12/2027" }, path + "?handler=Extend")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("Hạn 31/12/2027");
        (await officer.SubmitAsync(path, new { }, path + "?handler=Close")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetPageAsync(path)).QuerySelector("#lich-su")!.TextContent.ShouldContain("Kết thúc đợt khảo sát");
        (await (await officer.SubmitAsync("/khao-sat/mo", new { })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task AFinishedSheet_IsTheEstablishmentsYear_WithItsHistory()
    {
        var (round, establishment) = (await ARound(), await app.AnEstablishment(commune: Here, parts: [new YearEntry(Today.Year - 2, 7), new YearEntry(Today.Year - 1, 8, new(500_000_000), null, null, null, SizeClass.Micro)]));
        using var client = await app.As(Role.CommuneOfficer, commune: Here);
        var form = await client.GetPageAsync(At(round, establishment));
        form.QuerySelector("[name='Form[Labour]']")!.GetAttribute("value").ShouldBe("8");
        form.Body!.TextContent.ShouldContain($"Năm {Today.Year - 2}: 7");
        var answers = new Dictionary<string, string>
        {
            ["Form[Labour]"] = "11",
            ["Form[Capital]"] = "500.000.000",
            ["Form[Revenue]"] = "900 triệu",
            ["Form[Export]"] = "",
            ["Form[LocalMaterialBasisPoints]"] = "62,5",
            ["Base[Labour]"] = "8",
            ["Base[Capital]"] = "500.000.000",
            ["Needs"] = "Máy ép",
            ["Outcome"] = "Answered",
        };
        (await client.SubmitAsync(At(round, establishment), answers)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var year = (await app.Again(establishment)).Years.Single(y => y.Year == round.Year);
        (year.Labour, year.Capital, year.Revenue, year.LocalMaterialBasisPoints, year.ConfirmedSize).ShouldBe((11, Dong.Millions(500), Dong.Millions(900), 6250, SizeClass.Micro));
        var history = (await client.GetPageAsync($"/co-so/{establishment.EstablishmentId}")).QuerySelector("#lich-su")!.TextContent;
        history.ShouldContain("Điền phiếu khảo sát của cơ sở");
        history.ShouldContain("Máy ép");

        // Somebody else changed the same figure since the form was shown: neither is lost.
        answers["Form[Labour]"] = "15";
        (await (await client.SubmitAsync(At(round, establishment), answers)).PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("11");
        (await app.Again(establishment)).Years.Single(y => y.Year == round.Year).Labour.ShouldBe(11);
    }

    [Fact]
    public async Task NoAnswer_NeedsAReason_AndChangesNoFigure()
    {
        var (round, establishment) = (await ARound(), await app.AnEstablishment(commune: Here));
        using var client = await app.As(Role.CommuneOfficer, commune: Here);
        (await (await client.SubmitAsync(At(round, establishment), new Dictionary<string, string> { ["Outcome"] = "Answered" })).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("ít nhất một số liệu");
        (await (await client.SubmitAsync(At(round, establishment), new Dictionary<string, string> { ["Outcome"] = "Unreached" })).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("lý do");
        (await (await client.SubmitAsync(At(round, establishment), new Dictionary<string, string> { ["Outcome"] = "Answered", ["Form[Labour]"] = "-3", ["Form[Revenue]"] = "1", ["Form[Export]"] = "5" })).PageAsync()).QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        (await client.SubmitAsync(At(round, establishment), new Dictionary<string, string> { ["Outcome"] = "Unreached", ["Note"] = "Ba lần không gặp" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(establishment)).Years.ShouldBeEmpty();
        (await app.WithDb(App.KhanhHoa, db => db.SurveySheets.Where(s => s.EstablishmentId == establishment.EstablishmentId).Select(s => s.Outcome).SingleAsync())).ShouldBe(SheetOutcome.Unreached);
    }

    [Fact]
    public async Task Progress_ShowsWhatIsLeft_LateCommunes_AndMyWork()
    {
        var round = await ARound(There, days: -1);
        var (done, left) = (await app.AnEstablishment(commune: There), await app.AnEstablishment(commune: There));
        using var commune = await app.As(Role.CommuneOfficer, commune: There);
        (await commune.SubmitAsync(At(round, done), new Dictionary<string, string> { ["Form[Labour]"] = "2" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var list = (await commune.GetPageAsync(At(round, "/phieu?con=true"))).QuerySelector("#phieu")!.TextContent;
        list.ShouldContain(left.Name);
        list.ShouldNotContain(done.Name);
        (await commune.GetPageAsync("/")).QuerySelector("main")!.TextContent.ShouldContain(round.Title);
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.GetPageAsync(At(round))).QuerySelector("#tien-do")!.TextContent.ShouldContain("Quá hạn");
        (await officer.GetPageAsync("/")).QuerySelector("main")!.TextContent.ShouldContain(round.Title);
        Packages.TextOf(await officer.GetByteArrayAsync(new Uri(At(round, "?handler=Excel"), UriKind.Relative))).ShouldContain(round.Title);
    }

    [Fact]
    public async Task Sheets_AreFilledAtHome_ByThoseWhoKeepTheRegistry()
    {
        var (round, establishment) = (await ARound(), await app.AnEstablishment(commune: Here));
        using var reader = await app.As(Role.FinanceOfficer);
        (await Get(reader, At(round))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get(reader, At(round, establishment))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var neighbour = await app.As(Role.CommuneOfficer, commune: There);
        (await Get(neighbour, At(round, establishment))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var centre = await app.As(Role.CentreOfficer);
        (await Get(centre, At(round, establishment))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get(centre, At(round, await app.AnEstablishment()))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
