using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.FollowUps;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.FollowUps;

public sealed class FollowUpPagesTests(App app)
{
    [Fact]
    public async Task TheNight_OpensTwoSheets_Once_AndWhatIsUndoneIsAskedOfNobody()
    {
        var contract = await app.AnAccepted();
        (await app.Opens(contract)).ShouldBe(2);
        (await app.Opens(contract)).ShouldBe(0);
        var sheets = await app.WithDb(App.KhanhHoa, db => db.FollowUps.AsNoTracking().Where(f => f.ContractId == contract.ContractId).OrderBy(f => f.Round).ToListAsync());
        sheets.Select(s => s.DueOn).ShouldBe([GivenFollowUps.Today.AddMonths(12), GivenFollowUps.Today.AddMonths(24)]);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await Get(officer, sheets[0].Path())).ShouldBe(HttpStatusCode.OK);
        (await Get(officer, $"{sheets[0].Path()}/tra-loi")).ShouldBe(HttpStatusCode.Redirect, "too early to answer");
        await app.WithDb(App.KhanhHoa, db => db.Acceptances.Where(a => a.ContractId == contract.ContractId).ExecuteUpdateAsync(s => s.SetProperty(a => a.State, AcceptanceState.Undone)));
        (await Get(officer, sheets[0].Path())).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnOwner_Answers_AndTheEstablishmentsRecordSaysThatTheMoneyServedItsPurpose()
    {
        var sheet = await app.ASheet();
        using var owner = await app.ItsOwner(sheet);
        (await owner.GetPageAsync("/")).QuerySelector("main")!.TextContent.ShouldContain("lao động, doanh thu, máy được hỗ trợ");
        (await (await owner.Answers(sheet, workers: "")).Told()).ShouldContain("số người làm việc");
        await (await owner.Answers(sheet)).ShouldGoOn();
        var answered = await app.Again(sheet);
        (answered.State, answered.Workers, answered.Revenue, answered.IsOnBehalf).ShouldBe((FollowUpState.Submitted, 12, Dong.Millions(900), false));
        (await owner.Takes(app, sheet, FollowUpAction.Confirm, PurposeFinding.Right)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await (await officer.Takes(app, sheet, FollowUpAction.Confirm)).Told()).ShouldContain("đúng mục đích hay còn phải làm rõ");
        await (await officer.Takes(app, sheet, FollowUpAction.Confirm, PurposeFinding.Right)).ShouldGoOn();
        (await app.Again(sheet)).MoneyUse.ShouldBe(PurposeFinding.Right);
        (await officer.GetPageAsync($"/co-so/{sheet.EstablishmentId}")).QuerySelector("main")!.TextContent.ShouldContain("sử dụng kinh phí đúng mục đích");
        (await officer.GetPageAsync($"/de-an/{sheet.ProjectId}")).QuerySelector("h1").ShouldNotBeNull();
        (await officer.GetPageAsync("/theo-doi")).QuerySelector("#theo-doi")!.TextContent.ShouldContain(sheet.BeneficiaryName);
        (await officer.GetPageAsync("/theo-doi/tong-hop")).QuerySelector("#tong-hop").ShouldNotBeNull();
        foreach (var excel in new[] { "/theo-doi?handler=Excel", "/theo-doi/tong-hop?handler=Excel" })
        {
            (await Get(officer, excel)).ShouldBe(HttpStatusCode.OK, excel);
        }
    }

    [Fact]
    public async Task AnOfficer_WritesForTheOwner_WithTheirLeaveOnly_AndDoesNotConfirm()
    {
        var sheet = await app.ASheet();
        using var commune = await app.ASomebody(Role.CommuneOfficer, commune: sheet.CommuneCode);
        (await commune.GetPageAsync($"{sheet.Path()}/in")).QuerySelector(".print-sheet")!.TextContent.ShouldContain("PHIẾU THEO DÕI");
        (await (await commune.Answers(sheet)).Told()).ShouldContain("Ghi hộ phải có người của cơ sở đồng ý");
        await (await commune.Answers(sheet, consent: "Chủ cơ sở Minh Họa")).ShouldGoOn();
        (await app.Again(sheet)).IsOnBehalf.ShouldBeTrue();
        (await commune.Takes(app, sheet, FollowUpAction.Confirm, PurposeFinding.Right)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the province's project");
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await officer.Takes(app, sheet, FollowUpAction.SendBack, note: "Số lao động không khớp")).ShouldGoOn();
        await (await officer.Answers(sheet, consent: "Chủ cơ sở Minh Họa")).ShouldGoOn();
        (await (await officer.Takes(app, sheet, FollowUpAction.Confirm, PurposeFinding.Right)).Told()).ShouldContain("không tự xác nhận");
    }

    [Fact]
    public async Task APhotographOfAMachine_KeepsWhenItWasTaken_AsItsDeviceTold()
    {
        var sheet = await app.ASheet();
        using var owner = await app.ItsOwner(sheet);
        var taken = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddHours(-5).ToUnixTimeMilliseconds());
        foreach (var told in new[] { $"{taken.ToUnixTimeMilliseconds()}", null, "hôm qua", $"{taken.AddDays(2).ToUnixTimeMilliseconds()}" })
        {
            await (await Photographs(owner, sheet, told)).ShouldGoOn();
        }

        var photos = (await app.Again(sheet)).Photos;
        (photos.Count, photos.Single(p => p.TakenAt is not null).TakenAt).ShouldBe((4, taken.UtcDateTime));
        var said = $"chụp lúc {taken.UtcDateTime.LocalText()} theo thiết bị";
        (await owner.GetPageAsync($"{sheet.Path()}/tra-loi")).QuerySelector("#anh")!.TextContent.ShouldContain(said);
        (await owner.GetPageAsync(sheet.Path())).QuerySelector("main")!.TextContent.ShouldContain(said);
    }

    [Fact]
    public async Task ASoldMachine_IsConcludedAsMisuse_ByASecondPerson_AndStandsOnTheRecord()
    {
        var sheet = await app.ASheet();
        using var owner = await app.ItsOwner(sheet);
        await (await owner.Answers(sheet, MachineUse.Sold, "Đã bán")).ShouldGoOn();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await officer.GetPageAsync(sheet.Path())).QuerySelector(".notice-warn")!.TextContent.ShouldContain("đã chuyển đi hoặc đã bán");
        await (await Propose(officer, sheet)).ShouldGoOn();
        (await Judge(officer, sheet)).StatusCode.ShouldBe(HttpStatusCode.OK, "who proposes does not conclude");
        await (await Judge(leader, sheet)).ShouldGoOn();

        var judged = await app.Again(sheet);
        (judged.Misuse, judged.MoneyUse).ShouldBe((MisuseState.Confirmed, PurposeFinding.Misused));
        var finding = await app.WithDb(App.KhanhHoa, db => db.InspectionFindings.AsNoTracking().SingleAsync(f => f.InspectionId == judged.MisuseInspectionId));
        (finding.Kind, finding.EstablishmentId).ShouldBe((FindingKind.MoneyMisuse, sheet.EstablishmentId));
        (await leader.GetPageAsync($"/co-so/{sheet.EstablishmentId}")).QuerySelector("main")!.TextContent.ShouldContain("sử dụng kinh phí sai mục đích");
        (await leader.GetPageAsync($"/kiem-tra/{judged.MisuseInspectionId}")).QuerySelector("main")!.TextContent.ShouldContain("Đã bán máy được hỗ trợ");
    }

    [Fact]
    public async Task ThatNobodyAnswered_StandsOnTheRecord()
    {
        var sheet = await app.ASheet();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await officer.Takes(app, sheet, FollowUpAction.CloseUnanswered, note: "Đã gọi nhiều lần")).ShouldGoOn();
        (await officer.GetPageAsync($"/co-so/{sheet.EstablishmentId}")).QuerySelectorAll($"a[href='{sheet.Path()}']").Select(a => a.TextContent).ShouldContain(t => t.Contains("không trả lời"));
    }

    [Fact]
    public async Task WhoeverIsNotConcerned_SeesNothing()
    {
        var sheet = await app.ASheet();
        var paths = new[] { sheet.Path(), $"{sheet.Path()}/tra-loi", $"{sheet.Path()}/in", $"{sheet.Path()}/anh/{GivenFollowUps.Id()}" };
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var (neighbour, _) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (centre, _) = await app.AsUnit(Role.CentreOfficer);
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        foreach (var path in paths)
        {
            (await Get(foreign, path)).ShouldBe(HttpStatusCode.NotFound, path);
            (await Get(neighbour, path)).ShouldBe(HttpStatusCode.NotFound, path);
            (await Get(centre, path)).ShouldBe(HttpStatusCode.NotFound, "not a party");
            (await Get(finance, path)).ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await neighbour.GetPageAsync("/theo-doi")).QuerySelector("#theo-doi").ShouldBeNull();
        (await Get(neighbour, "/theo-doi/tong-hop")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TwoWhoWriteAtOnce_DoNotOverwriteEachOther()
    {
        var sheet = await app.ASheet();
        using var owner = await app.ItsOwner(sheet);
        (await (await owner.Answers(sheet, seen: $"{sheet.Version + 1}")).Told()).ShouldContain("vừa được người khác sửa");
        (await app.Again(sheet)).State.ShouldBe(FollowUpState.AwaitingAnswer);
    }

    [Fact]
    public async Task TheMonths_AreTheLeadersToSet()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        (await officer.SubmitAsync("/theo-doi/moc", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await app.As(Role.DepartmentLeader);
        // Only faults here: a row that were kept would hold for every other test's acceptances.
        (await (await leader.SubmitAsync("/theo-doi/moc", new Dictionary<string, string> { ["Form.From"] = GivenFollowUps.Today.Text(), ["Form.FirstMonths"] = "12", ["Form.SecondMonths"] = "6" })).Told()).ShouldContain("Lần 2 phải sau lần 1");
    }

    [Fact]
    public async Task TheJournal_TellsTheRevenueToNobodyElse()
    {
        var sheet = await app.ASheet();
        using var owner = await app.ItsOwner(sheet);
        await (await owner.Answers(sheet)).ShouldGoOn();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await Journal(officer, sheet)).ShouldContain("900.000.000");
        foreach (var role in new[] { Role.Auditor, Role.Administrator })
        {
            using var reader = await app.ASomebody(role);
            var told = await Journal(reader, sheet);
            told.ShouldContain("Doanh thu");
            told.ShouldContain("•••");
            told.ShouldNotContain("900.000.000");
            told.ShouldNotContain("600.000.000");
        }

        var written = await app.WithDb(sheet.ProvinceCode, db => db.AuditEvents.Where(e => e.SubjectId == sheet.FollowUpId && e.Kind == "followup.written").Select(e => e.AuditEventId).FirstAsync());
        using var admin = await app.ASomebody(Role.Administrator);
        var erasable = (await admin.GetPageAsync($"/nhat-ky/xoa?su-kien={written}")).QuerySelector("main")!.TextContent;
        erasable.ShouldContain("Doanh thu");
        erasable.ShouldNotContain("900.000.000");
    }

    [Fact]
    public async Task AnOfficialWhoseEstablishmentItIs_DoesNotReadWhatIsOnlyProposed()
    {
        var sheet = await app.ASheet();
        using var owner = await app.ItsOwner(sheet);
        await (await owner.Answers(sheet, MachineUse.Sold, "Đã bán")).ShouldGoOn();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await Propose(officer, sheet)).ShouldGoOn();
        var (concerned, unit) = await app.AsUnit(Role.DepartmentOfficer);
        (await concerned.GetPageAsync(sheet.Path())).QuerySelector("#sai-muc-dich").ShouldNotBeNull();
        await app.WithDb(sheet.ProvinceCode, db => db.Establishments.Where(e => e.EstablishmentId == sheet.EstablishmentId).ExecuteUpdateAsync(s => s.SetProperty(e => e.OrganisationId, (Guid?)unit)));
        (await concerned.GetPageAsync(sheet.Path())).QuerySelector("main")!.TextContent.ShouldNotContain("12/BB-SCT");
        concerned.Dispose();
    }

    /// <summary>What is unfinished, saved with a photograph of the machine.</summary>
    private static async Task<HttpResponseMessage> Photographs(HttpClient client, FollowUp sheet, string? taken)
    {
        var path = $"{sheet.Path()}/tra-loi";
        var (page, picture, field) = (await client.GetPageAsync(path), GivenAcceptances.APicture("may.png"), AnswerModel.PhotoName(0));
        using var content = new MultipartFormDataContent();
        foreach (var name in new[] { "__RequestVerificationToken", "Form.BaseVersion", "Form.Machines[0].Id" })
        {
            content.Add(new StringContent(page.QuerySelector($"input[name='{name}']")!.GetAttribute("value")!), name);
        }

        content.Add(new ByteArrayContent(picture.Content), field, picture.Name);
        if (taken is not null)
        {
            content.Add(new StringContent(taken), $"{field}.TakenAt");
        }

        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    private static async Task<string> Journal(HttpClient client, FollowUp sheet) => (await client.GetPageAsync($"/nhat-ky?doi-tuong={sheet.FollowUpId}")).QuerySelector("main")!.TextContent;

    private async Task<HttpResponseMessage> Propose(HttpClient client, FollowUp sheet) => await client.SubmitAsync(
        sheet.Path(),
        new Dictionary<string, string>
        {
            ["BaseVersion"] = $"{(await app.Again(sheet)).Version}",
            ["Misuse.Reason"] = "Đã bán máy được hỗ trợ",
            ["Misuse.Document"] = "12/BB-SCT",
            ["Misuse.DocumentDate"] = GivenFollowUps.Today.Text(),
            ["Misuse.DueOn"] = GivenFollowUps.Today.AddDays(30).Text(),
        },
        $"{sheet.Path()}?handler=Propose");

    private async Task<HttpResponseMessage> Judge(HttpClient client, FollowUp sheet) => await client.SubmitAsync(
        sheet.Path(), new Dictionary<string, string> { ["BaseVersion"] = $"{(await app.Again(sheet)).Version}", ["IsMisuse"] = "true" }, $"{sheet.Path()}?handler=Judge");

    private static async Task<HttpStatusCode> Get(HttpClient client, string path) => (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;
}
