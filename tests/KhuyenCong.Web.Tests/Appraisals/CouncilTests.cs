using System.Net;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Results;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Appraisals;

/// <summary>A council: sealed votes, recusal, quorum, the chair's signature, minutes.</summary>
public sealed class CouncilTests(App app)
{
    [Fact]
    public async Task ACouncilIsEstablished_CallsASession_AndItsMembersAreChecked()
    {
        var (_, organisation) = await app.AsUnit(Role.AppraisalMember, OrganisationKind.Establishment);
        var owner = await app.WithDb(App.KhanhHoa, db => db.Memberships.Where(m => m.OrganisationId == organisation).Select(m => m.UserId).SingleAsync());
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment(organisation: organisation)), ProjectState.AwaitingAppraisal);
        var (organiser, chair, member) = (await app.APerson(Role.DepartmentOfficer), await app.APerson(Role.DepartmentLeader), await app.APerson(Role.FinanceOfficer));
        var unit = await app.WithDb(App.KhanhHoa, db => db.Memberships.Where(m => m.UserId == chair.UserId).Select(m => m.OrganisationId).SingleAsync());
        var fields = new Dictionary<string, string>
        {
            ["Form.Name"] = $"Hội đồng {GivenProjects.Id():N}",
            ["Form.DecisionNumber"] = "12/QĐ-SCT",
            ["Form.DecisionDate"] = "05/01/2026",
            ["Form.Signer"] = "Giám đốc",
            ["Form.QuorumPart"] = "2",
            ["Form.QuorumWhole"] = "3",
            ["Form.Members[0].Person"] = $"{chair.UserId:N}{unit:N}",
            ["Form.Members[0].Role"] = "Member",
            ["Form.Members[1].Person"] = $"{member.UserId:N}{unit:N}",
            ["Form.Members[1].Role"] = "Secretary",
            ["Form.Members[2].Person"] = $"{owner:N}{organisation:N}",
            ["Form.Members[2].Role"] = "Member",
        };
        (await (await organiser.Client.SubmitAsync("/tham-dinh/hoi-dong/lap", fields)).Told()).ShouldContain("đúng một chủ tịch");
        fields["Form.Members[0].Role"] = "Chair";
        var made = await organiser.Client.SubmitAsync("/tham-dinh/hoi-dong/lap", fields);
        await made.ShouldGoOn();
        var council = made.Headers.Location!.OriginalString.Split('/')[^1];

        (await (await organiser.Client.SubmitAsync("/tham-dinh/phien-hop/lap", new { CouncilId = council, HeldOn = "04/01/2026", Place = "" })).Told()).ShouldContain("Ngày họp không được trước");
        var called = await organiser.Client.SubmitAsync("/tham-dinh/phien-hop/lap", new { CouncilId = council, HeldOn = "06/01/2026", Place = "Phòng họp", Dossiers = project.ProjectId.ToString() });
        await called.ShouldGoOn();
        var session = await organiser.Client.GetPageAsync(called.Headers.Location!.OriginalString);
        session.QuerySelector("#ho-so")!.TextContent.ShouldContain("là tài khoản của cơ sở thụ hưởng");
        var appraisal = await app.WithDb(App.KhanhHoa, db => db.WholeAppraisals.AsNoTracking().SingleAsync(a => a.ProjectId == project.ProjectId));
        (appraisal.Entitled.Count, appraisal.SeatOf(owner)!.Grounds).ShouldBe((2, ConflictGround.Owner));
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.InAppraisal);
    }

    [Fact]
    public async Task VotesAreSealed_OneMemberWithdraws_TheSessionEnds_TheChairSigns_TheLeaderConcludes()
    {
        var sitting = await app.ASitting(more: [await app.APerson(Role.AppraisalMember)]);
        var (chair, finance, secretary, outsider) = (sitting.People[0], sitting.People[1], sitting.People[2], sitting.People[3]);
        await chair.Votes(sitting.Path, note: "Ý kiến kín của chủ tịch");
        var seen = (await finance.Client.GetPageAsync(sitting.Path)).DocumentElement.OuterHtml;
        seen.ShouldContain("đã gửi phiếu");
        seen.ShouldNotContain("Ý kiến kín của chủ tịch");
        var journal = await app.WithDb(App.KhanhHoa, db => db.AuditValues.Where(v => v.New != null && v.New.Contains("Ý kiến kín của chủ tịch")).CountAsync());
        journal.ShouldBe(0);

        await (await outsider.Declares(sitting.Path, interest: true)).ShouldGoOn();
        (await (await outsider.Sends(sitting.Path)).Told()).ShouldContain("không bỏ phiếu");
        await finance.Votes(sitting.Path);
        (await finance.Closes(sitting)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await (await secretary.Closes(sitting)).ShouldGoOn();
        var open = await app.Again(sitting.Appraisal);
        (open.State, open.Result, open.EntitledCount, open.PassCount).ShouldBe((AppraisalState.Closed, AppraisalVote.Pass, 3, 2));
        (await finance.Client.GetPageAsync(sitting.Path)).QuerySelector("#ket-qua-phieu")!.TextContent.ShouldContain("Ý kiến kín của chủ tịch");
        (await (await secretary.Declares(sitting.Path)).Told()).ShouldContain("Phiếu của hồ sơ này đã mở");

        (await (await finance.Signs(sitting.Path)).Told()).ShouldContain("người chủ trì ký");
        await (await chair.Signs(sitting.Path)).ShouldGoOn();
        var minutes = (await secretary.Client.GetPageAsync($"{sitting.SessionPath}/bien-ban")).QuerySelector("main")!.TextContent;
        minutes.ShouldContain("Hội đồng thống nhất");
        minutes.ShouldContain("tự khai có quan hệ");
        await (await chair.Concludes(sitting.Path)).ShouldGoOn();
        (await app.Again(sitting.Project.ProjectId)).State.ShouldBe(ProjectState.Appraised);
    }

    [Fact]
    public async Task AMemberNamedLikeAContact_IsAsked_NotRecused_AndAnswersBeforeTheVotesAreOpened()
    {
        var member = await app.APerson(Role.AppraisalMember);
        var name = $"Lê Thị M{GivenProjects.Id():N}";
        await app.WithDb(App.KhanhHoa, db => db.Users.Where(u => u.Id == member.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, name)));
        var establishment = await app.AnEstablishment(null, GivenEstablishments.CamLam, App.KhanhHoa, null, new ContactEntry($"Bà {name}"));
        var project = await app.AProject(GivenProjects.Text(establishment), ProjectState.InAppraisal);
        var sitting = await app.ASitting(project, more: [member]);
        (await member.Client.GetPageAsync(sitting.Path)).QuerySelector("#trung-ten")!.TextContent.ShouldContain($"trùng tên với người liên hệ của {establishment.Name}");
        (await sitting.People[2].Client.GetPageAsync(sitting.Path)).QuerySelector("#thanh-vien")!.TextContent.ShouldContain("đề nghị xác nhận");
        (await sitting.People[1].Client.GetPageAsync(sitting.Path)).QuerySelector("#thanh-vien")!.TextContent.ShouldNotContain("trùng tên");
        (await (await member.Sends(sitting.Path)).Told()).ShouldContain("khai xung đột lợi ích");
        await member.Votes(sitting.Path);
        var seat = (await app.Again(sitting.Appraisal)).SeatOf(member.UserId)!;
        (seat.IsRecused, seat.Asked!.Count, seat.SentAt is null).ShouldBe((false, 1, false));
    }

    [Fact]
    public async Task WithoutQuorum_TheSessionGoesOn_UntilTheDossierIsPostponed()
    {
        var sitting = await app.ASitting();
        await sitting.Chair.Votes(sitting.Path);
        (await (await sitting.Chair.Closes(sitting)).Told()).ShouldContain("có 1 phiếu, cần 2 trên 3");
        (await app.Again(sitting.Appraisal)).State.ShouldBe(AppraisalState.Open);
        await (await sitting.Chair.Client.SubmitAsync(sitting.Path, new { PostponeReason = "thiếu thành viên" }, $"{sitting.Path}?handler=Postpone")).ShouldGoOn();
        (await (await sitting.Chair.Closes(sitting)).Told()).ShouldContain("Mọi hồ sơ của phiên họp đã hoãn hoặc trả lại");
        await (await sitting.Chair.Client.SubmitAsync(sitting.SessionPath, new { Proceedings = "Hoãn hồ sơ vì thiếu thành viên" }, $"{sitting.SessionPath}?handler=Minutes")).ShouldGoOn();
        await (await sitting.Chair.Closes(sitting)).ShouldGoOn();
        (await sitting.Chair.Client.GetPageAsync($"{sitting.SessionPath}/bien-ban")).QuerySelector("main")!.TextContent.ShouldContain("không có phiếu nào được mở");
        (await sitting.Chair.Client.GetPageAsync(sitting.Path)).QuerySelector($"a[href='/tham-dinh/bat-dau/{sitting.Project.ProjectId}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task OnceTheVotesAreKnown_OnlyTheLeaderBeginsAnew_AndTheyStayReadable()
    {
        var sitting = await app.ASitting();
        foreach (var person in sitting.People)
        {
            await person.Votes(sitting.Path, AppraisalVote.Fail, "Không phù hợp quy hoạch");
        }

        await (await sitting.Chair.Closes(sitting)).ShouldGoOn();
        var officer = sitting.People[2].Client;
        (await officer.GetPageAsync(sitting.Path)).QuerySelector("[name=PostponeReason]").ShouldBeNull();
        (await officer.SubmitAsync(sitting.Path, new { PostponeReason = "kết quả không như mong đợi" }, $"{sitting.Path}?handler=Postpone")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Again(sitting.Appraisal)).State.ShouldBe(AppraisalState.Closed);
        await (await sitting.Chair.Client.SubmitAsync(sitting.Path, new { PostponeReason = "hồ sơ đưa nhầm phiên" }, $"{sitting.Path}?handler=Postpone")).ShouldGoOn();
        (await officer.GetPageAsync(sitting.Path)).QuerySelector("#ket-qua-phieu")!.TextContent.ShouldContain("Không phù hợp quy hoạch");
    }

    [Fact]
    public async Task ALeaderWhoWithdrew_NeitherPostpones_NorConcludes()
    {
        var other = await app.APerson(Role.DepartmentLeader);
        var sitting = await app.ASitting(more: [other]);
        await (await other.Declares(sitting.Path, interest: true)).ShouldGoOn();
        (await other.Client.SubmitAsync(sitting.Path, new { PostponeReason = "để sau" }, $"{sitting.Path}?handler=Postpone")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var person in sitting.People[..3])
        {
            await person.Votes(sitting.Path);
        }

        await (await sitting.Chair.Closes(sitting)).ShouldGoOn();
        await (await sitting.Chair.Signs(sitting.Path)).ShouldGoOn();
        (await other.Client.GetPageAsync(sitting.Path)).QuerySelector($"a[href='{sitting.Path}/ket-luan']").ShouldBeNull();
        (await (await other.Concludes(sitting.Path)).Told()).ShouldContain("Bạn đã rút khỏi việc thẩm định");
        (await app.Again(sitting.Project.ProjectId)).State.ShouldBe(ProjectState.InAppraisal);
        await (await sitting.Chair.Concludes(sitting.Path)).ShouldGoOn();
    }

    [Fact]
    public async Task ConditionsAreFollowed_WithProof()
    {
        var sitting = await app.ASitting(conditional: true);
        foreach (var person in sitting.People)
        {
            await person.Votes(sitting.Path, AppraisalVote.ConditionalPass);
        }

        await (await sitting.Chair.Closes(sitting)).ShouldGoOn();
        (await (await sitting.Chair.Signs(sitting.Path)).Told()).ShouldContain("ít nhất một điều kiện");
        await (await sitting.Chair.Signs(sitting.Path, conditions: "Bổ sung báo giá\nChứng minh vốn")).ShouldGoOn();
        await (await sitting.Chair.Concludes(sitting.Path)).ShouldGoOn();
        var conditions = (await app.Again(sitting.Appraisal)).Conditions;
        conditions.Count.ShouldBe(2);
        (await sitting.Chair.Client.GetPageAsync("/")).QuerySelector($"a[href='{sitting.Path}#dieu-kien']").ShouldNotBeNull();
        var meet = $"{sitting.Path}?handler=Meet&dieuKien={conditions[0].AppraisalConditionId}";
        (await (await sitting.People[2].Client.SubmitAsync(sitting.Path, new { Proof = "" }, meet)).Told()).ShouldContain("Hãy ghi minh chứng");
        await (await sitting.People[2].Client.SubmitAsync(sitting.Path, new { Proof = "Công văn 12/CV" }, meet)).ShouldGoOn();
        (await sitting.People[1].Client.SubmitAsync(sitting.Path, new { Proof = "Công văn 12/CV" }, $"{sitting.Path}?handler=Meet&dieuKien={conditions[1].AppraisalConditionId}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Again(sitting.Appraisal)).Conditions.Count(c => c.State is ConditionState.Met).ShouldBe(1);
    }

    [Fact]
    public async Task MinutesAreKept_WithTheirSignedCopy()
    {
        var sitting = await app.ASitting();
        foreach (var person in sitting.People)
        {
            await person.Votes(sitting.Path);
        }

        await (await sitting.Chair.Closes(sitting)).ShouldGoOn();
        var secretary = sitting.People[2].Client;
        await (await secretary.SubmitAsync(sitting.SessionPath, new { Proceedings = "Thư ký trình bày, các thành viên thảo luận." }, $"{sitting.SessionPath}?handler=Minutes")).ShouldGoOn();
        var file = GivenResults.APdf("biên bản.pdf");
        var token = (await secretary.GetPageAsync(sitting.SessionPath)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent("Thư ký trình bày."), "Proceedings" }, { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file.Content), "Scan", file.Name } };
        await (await secretary.PostAsync(new Uri($"{sitting.SessionPath}?handler=Minutes", UriKind.Relative), content)).ShouldGoOn();
        var scan = $"/tham-dinh/tep/bien-ban/{sitting.Session.AppraisalSessionId}";
        (await sitting.People[1].Client.GetByteArrayAsync(new Uri(scan, UriKind.Relative))).ShouldBe(file.Content);
        var stranger = await app.APerson(Role.FinanceOfficer);
        (await stranger.Client.GetAsync(new Uri(scan, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await secretary.GetPageAsync(sitting.SessionPath)).QuerySelector("textarea[name=Proceedings]").ShouldBeNull();
    }

    [Fact]
    public async Task AnotherProvince_AndWhoeverHasNoSeat_FindNothing()
    {
        var sitting = await app.ASitting();
        using var foreign = await app.As(Role.DepartmentLeader, App.DongNai);
        var stranger = await app.APerson(Role.FinanceOfficer);
        foreach (var path in new[] { sitting.Path, $"{sitting.Path}/ket-luan", $"{sitting.Path}/huy-ket-luan", sitting.SessionPath, $"{sitting.SessionPath}/bien-ban", $"/tham-dinh/hoi-dong/{sitting.Council.CouncilId}", $"/tham-dinh/bat-dau/{sitting.Project.ProjectId}" })
        {
            (await foreign.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await stranger.Client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }

        (await foreign.SubmitAsync("/tham-dinh/hoi-dong/lap", new { }, $"{sitting.Path}?handler=Declare")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Client.SubmitAsync("/tham-dinh", new { }, $"{sitting.Path}?handler=Opinion")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/tham-dinh", Role.CouncilViewer)]
    [InlineData("/tham-dinh/hoi-dong/lap", Role.FinanceOfficer)]
    [InlineData("/tham-dinh/phien-hop/lap", Role.AppraisalMember)]
    [InlineData("/tham-dinh/thiet-lap", Role.DepartmentOfficer)]
    public async Task PagesAreRefusedByRole(string page, Role role) => (await (await app.As(role)).GetAsync(new Uri(page, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task TheQueue_IsFiltered_AndExportedAsSeen()
    {
        var sitting = await app.ASitting();
        var list = $"/tham-dinh?tim={sitting.Project.Title.Split(' ')[2]}&cua-toi=1";
        (await sitting.People[1].Client.GetPageAsync(list)).QuerySelector("#tham-dinh tbody")!.TextContent.ShouldContain("0/3");
        var sheet = Packages.TextOf(await sitting.People[1].Client.GetByteArrayAsync(new Uri(list.Replace("/tham-dinh?", "/tham-dinh/xuat-excel?", StringComparison.Ordinal), UriKind.Relative)));
        sheet.ShouldContain(sitting.Project.Title);
        sheet.ShouldContain("giao cho tôi");
        (await sitting.People[1].Client.GetPageAsync("/tham-dinh/phien-hop")).QuerySelector("#phien-hop tbody")!.TextContent.ShouldContain(sitting.Council.Name);
        (await sitting.People[1].Client.GetPageAsync("/tham-dinh/hoi-dong")).QuerySelector("#hoi-dong tbody")!.TextContent.ShouldContain(sitting.Council.Name);
        (await sitting.Chair.Client.GetPageAsync($"/tham-dinh/hoi-dong/{sitting.Council.CouncilId}")).QuerySelector($"a[href='{sitting.SessionPath}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task TheProvincesSetting_IsSetByItsLeader_AndAddsUp()
    {
        using var leader = await app.As(Role.DepartmentLeader, App.DongNai);
        var fields = new Dictionary<string, string> { ["Form.Mode"] = "Council", ["Form.QuorumPart"] = "3", ["Form.QuorumWhole"] = "2", ["Form.UsesRanking"] = "true", ["Form.Criteria[0].Name"] = "Một tiêu chí", ["Form.Criteria[0].Most"] = "90" };
        var told = await (await leader.SubmitAsync("/tham-dinh/thiet-lap", fields)).Told();
        told.ShouldContain("Tỷ lệ họp hợp lệ");
        told.ShouldContain("cộng lại là 90");
        (fields["Form.QuorumPart"], fields["Form.Criteria[0].Most"]) = ("1", "100");
        await (await leader.SubmitAsync("/tham-dinh/thiet-lap", fields)).ShouldGoOn();
        (await app.WithDb(App.DongNai, db => db.AppraisalSettingAsync())).ShouldSatisfyAllConditions(s => s.Mode.ShouldBe(AppraisalMode.Council), s => s.UsesRanking.ShouldBeTrue(), s => (s.QuorumPart, s.QuorumWhole).ShouldBe((1, 2)));
    }
}
