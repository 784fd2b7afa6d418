using System.Net;
using KhuyenCong.Data;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Projects;

public sealed class DoubleSupportPagesTests(App app)
{
    [Fact]
    public async Task TwoDossiersForOneMachine_AreFound_AndResolvedWithAReason()
    {
        var workshop = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var (first, second) = (await app.AProject(GivenProjects.Text(workshop)), await app.AProject(GivenProjects.Text(workshop)));
        (await client.Move(first, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.Move(second, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.GetPageAsync(second.Path());
        page.QuerySelector("#nghi-trung")!.TextContent.ShouldContain("cùng cơ sở (mã số), cùng nội dung chi");
        page.QuerySelector($"#nghi-trung a[href='{first.Path()}']").ShouldNotBeNull();

        var action = $"{second.Path()}?handler=Resolve&khoan={first.ProjectId}";
        var other = await app.APerson(Role.DepartmentOfficer);
        (await other.Client.SubmitAsync(second.Path(), new Dictionary<string, string> { ["Resolution.Outcome"] = "DifferentExpense", ["Resolution.Reason"] = "ngắn" }, action)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.Client.SubmitAsync(second.Path(), new Dictionary<string, string> { ["Resolution.Outcome"] = "DifferentExpense", ["Resolution.Reason"] = "Hai máy khác nhau, đã xem tại xưởng" }, action)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("0 trong 1 trường hợp chưa có kết luận");

        (await client.Move(first, ProjectAction.Withdraw)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("Không thấy khoản nào nghi trùng");
    }

    [Fact]
    public async Task ARefusedProject_GotNothing_AndIsNoSuspicion_UntilTheConclusionIsUndone()
    {
        var workshop = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var (first, second) = (await app.AProject(GivenProjects.Text(workshop)), await app.AProject(GivenProjects.Text(workshop)));
        (await client.Move(first, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.Move(second, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Goes(first, ProjectAction.Receive, ProjectAction.SendToAppraisal, ProjectAction.StartAppraisal, ProjectAction.ConcludeNotPassed);
        (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("Không thấy khoản nào nghi trùng");
        await Goes(first, ProjectAction.UndoConclusion);
        (await client.GetPageAsync(second.Path())).QuerySelector($"#nghi-trung a[href='{first.Path()}']").ShouldNotBeNull();
        await Goes(first, ProjectAction.ConcludePassed, ProjectAction.ApproveInPlan, ProjectAction.StopInPlan);
        (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("đã ngừng: xem phần kinh phí đã chi");
    }

    private Task<bool> Goes(Project project, params ProjectAction[] way) => app.WithDb(App.KhanhHoa, async db =>
    {
        var it = await db.WholeProjects.SingleAsync(p => p.ProjectId == project.ProjectId);
        foreach (var action in way)
        {
            var role = action is ProjectAction.ConcludePassed or ProjectAction.ConcludeNotPassed or ProjectAction.UndoConclusion ? Role.DepartmentLeader : Role.DepartmentOfficer;
            var mover = new ProjectMover(GivenProjects.Id(), null, act => RoleTable.Allows(role, act), [], []);
            it.Apply(action.IsOfPlan()
                ? ProjectMoves.ByPlan(it, GivenProjects.Id(), action, "QĐ minh họa", mover.UserId, TimeProvider.System)
                : ProjectMoves.Of(it, GivenProjects.Id(), new(action, "Lý do"), mover, [], TimeProvider.System, new(true, true, true)).Event.ShouldNotBeNull());
        }

        db.Because("project.moved", "test");
        await db.SaveChangesAsync();
        return true;
    });

    [Fact]
    public async Task OnlyThoseWhoReceive_SeeAndResolveSuspicions()
    {
        var (client, organisation) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var own = await app.AProject(GivenProjects.Text(await app.AnEstablishment(organisation: organisation)), ProjectState.Filed);
        (await client.GetPageAsync(own.Path())).QuerySelector("#nghi-trung").ShouldBeNull();
        (await client.SubmitAsync(own.Path(), new { }, $"{own.Path()}?handler=Resolve&khoan={GivenProjects.Id()}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WhoeverWroteIt_DoesNotResolveItsOwnSuspicion()
    {
        var workshop = await app.AnEstablishment();
        var writer = await app.APerson(Role.DepartmentOfficer);
        var (first, second) = (await app.AProject(GivenProjects.Text(workshop)), await app.AProject(GivenProjects.Text(workshop), by: writer.UserId));
        using var other = await app.As(Role.DepartmentOfficer);
        (await other.Move(first, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await writer.Client.Move(second, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await writer.Client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung form").ShouldBeNull();
        var fields = new Dictionary<string, string> { ["Resolution.Outcome"] = "DifferentExpense", ["Resolution.Reason"] = "Hai máy khác nhau, đã xem tại xưởng" };
        (await writer.Client.SubmitAsync(second.Path(), fields, $"{second.Path()}?handler=Resolve&khoan={first.ProjectId}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.WithDb(App.KhanhHoa, db => db.DoubleSupportResolutions.AnyAsync(r => r.ProjectId == second.ProjectId))).ShouldBeFalse();
        var third = await app.APerson(Role.DepartmentOfficer);
        (await third.Client.SubmitAsync(second.Path(), fields, $"{second.Path()}?handler=Resolve&khoan={first.ProjectId}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task AnotherDepartment_EntersItsMoney_AndTheProjectFindsIt()
    {
        var number = "0" + string.Concat(GivenProjects.Id().ToByteArray().TakeLast(9).Select(b => b % 10));
        var workshop = await app.AnEstablishment(parts: new IdentifierEntry(IdentifierKind.TaxCode, number));
        var (client, _) = await app.AsUnit(Role.OtherDepartmentOfficer, OrganisationKind.OtherDepartment);
        var fields = new Dictionary<string, string>
        {
            ["Form.Id"] = GivenProjects.Id().ToString(),
            ["Form.Kind"] = "OtherProgramme",
            ["Form.GivenBy"] = "Sở minh họa",
            ["Form.ProgrammeName"] = "Chương trình minh họa",
            ["Form.BeneficiaryName"] = workshop.Name,
            ["Form.Identifier"] = number,
            ["Form.SupportKindCode"] = "machines",
            ["Form.Machine"] = "X-200",
            ["Form.Amount"] = "",
            ["Form.GivenOn"] = "02/01/2026",
        };
        (await (await client.SubmitAsync("/de-an/ho-tro-khac", fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Hãy nhập số tiền");
        fields["Form.Amount"] = "100 triệu";
        (await client.SubmitAsync("/de-an/ho-tro-khac", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/de-an/ho-tro-khac")).QuerySelectorAll("#ho-tro-khac tbody tr").Length.ShouldBe(1);
        var (stranger, _) = await app.AsUnit(Role.OtherDepartmentOfficer, OrganisationKind.OtherDepartment);
        (await stranger.GetPageAsync("/de-an/ho-tro-khac")).QuerySelectorAll("#ho-tro-khac tbody tr").Length.ShouldBe(0);

        var project = await app.AProject(GivenProjects.Text(workshop), ProjectState.Filed);
        using var department = await app.As(Role.DepartmentLeader);
        var page = await department.GetPageAsync(project.Path());
        page.QuerySelector("#nghi-trung")!.TextContent.ShouldContain("Chương trình minh họa");
        var id = await app.WithDb(App.KhanhHoa, db => db.OutsideSupports.Where(s => s.EstablishmentId == workshop.EstablishmentId).Select(s => s.OutsideSupportId).SingleAsync());
        (await stranger.SubmitAsync("/de-an/ho-tro-khac", new Dictionary<string, string> { ["Reason"] = "Nhầm" }, $"/de-an/ho-tro-khac?handler=Withdraw&khoan={id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.SubmitAsync("/de-an/ho-tro-khac", new Dictionary<string, string> { ["Reason"] = "Nhầm" }, $"/de-an/ho-tro-khac?handler=Withdraw&khoan={id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await department.GetPageAsync(project.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("Không thấy khoản nào nghi trùng");
    }

    [Fact]
    public async Task APersonsNumber_FindsTheHousehold_AndIsNotKept()
    {
        var number = "056" + string.Concat(GivenProjects.Id().ToByteArray().TakeLast(9).Select(b => b % 10));
        var household = await app.AnEstablishment(parts: new IdentifierEntry(IdentifierKind.TaxCode, number));
        var (client, _) = await app.AsUnit(Role.OtherDepartmentOfficer, OrganisationKind.OtherDepartment);
        (await client.SubmitAsync("/de-an/ho-tro-khac", Entry("Hộ kinh doanh viết khác tên", number))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var row = await Recorded(household.EstablishmentId);
        (row.Identifier, row.SearchText.Contains(number, StringComparison.Ordinal)).ShouldBe((null, false));
        (await client.GetPageAsync($"/de-an/ho-tro-khac?dong={row.OutsideSupportId}")).Body!.TextContent.ShouldNotContain(number);

        // A number that nobody has is no reason not to look for the name.
        var named = await app.AnEstablishment();
        (await client.SubmitAsync("/de-an/ho-tro-khac", Entry(named.Name, "0999999999"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Recorded(named.EstablishmentId)).Identifier.ShouldBe("0999999999");
    }

    [Fact]
    public async Task OutsideMoney_IsFoundByTheOwnerToo()
    {
        var phone = "09" + string.Concat(GivenProjects.Id().ToByteArray().TakeLast(8).Select(b => b % 10));
        var (helped, other) = (await app.AnEstablishment(parts: new ContactEntry("Nguyễn Minh Họa", null, phone)), await app.AnEstablishment(parts: new ContactEntry("Nguyễn Minh Họa", null, phone)));
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.SubmitAsync("/de-an/ho-tro-khac", Entry(helped.Name))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var project = await app.AProject(GivenProjects.Text(other), ProjectState.Filed);
        (await client.GetPageAsync(project.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("cùng chủ cơ sở, cùng nội dung chi");
    }

    [Fact]
    public async Task TracesOfPersons_AreMarkedWithAKey_AlsoThoseKeptBefore()
    {
        var phone = "09" + string.Concat(GivenProjects.Id().ToByteArray().TakeLast(8).Select(b => b % 10));
        var workshop = await app.AnEstablishment(parts: new ContactEntry("Nguyễn Minh Họa", null, phone));
        var (first, second) = (await app.AProject(GivenProjects.Text(workshop)), await app.AProject(GivenProjects.Text(workshop)));
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.Move(first, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Task<SupportKey> Kept() => app.WithDb(App.KhanhHoa, db => db.SupportKeys.SingleAsync(k => k.SourceId == first.ProjectId && k.Kind == SupportKeyKind.Owner));
        (await Kept()).Value.ShouldSatisfyAllConditions(v => v.ShouldStartWith(OwnerMark.Prefix), v => v.ShouldNotContain(SupportTrace.Hidden(phone)));

        await app.WithDb(App.KhanhHoa, async db =>
        {
            (await db.SupportKeys.SingleAsync(k => k.SourceId == first.ProjectId && k.Kind == SupportKeyKind.Owner)).Mark(SupportTrace.Hidden(phone));
            await db.SaveChangesAsync();
            await db.MarkOwnersAsync();
            return true;
        });
        (await Kept()).Value.ShouldStartWith(OwnerMark.Prefix);
        (await client.GetPageAsync(second.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("cùng chủ cơ sở");
    }

    [Fact]
    public async Task AnAgreement_MayPromiseNoMoney_LieAhead_AndBringItsPaper()
    {
        var workshop = await app.AnEstablishment();
        using var client = await app.As(Role.DepartmentOfficer);
        var fields = Entry(workshop.Name);
        (fields["Form.Kind"], fields["Form.Amount"], fields["Form.Parties"], fields["Form.StartsOn"], fields["Form.EndsOn"]) = ("Cooperation", "", "Trường nghề minh họa", "01/01/2035", "31/12/2034");
        (await (await client.SubmitAsync("/de-an/ho-tro-khac", fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("Ngày kết thúc phải từ ngày bắt đầu trở đi");
        fields["Form.EndsOn"] = "31/12/2036";
        var page = await client.GetPageAsync("/de-an/ho-tro-khac");
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Law.Given.Pdf), "Form.File", "thoa-thuan.pdf" }, { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        (await client.PostAsync(new Uri("/de-an/ho-tro-khac", UriKind.Relative), content)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var row = await Recorded(workshop.EstablishmentId);
        (row.Amount, row.Parties, row.EndsOn).ShouldBe((null, "Trường nghề minh họa", new DateOnly(2036, 12, 31)));
        var paper = new Uri($"/de-an/ho-tro-khac?handler=File&khoan={row.OutsideSupportId}", UriKind.Relative);
        (await client.GetByteArrayAsync(paper)).ShouldBe(Law.Given.Pdf);
        var (stranger, _) = await app.AsUnit(Role.OtherDepartmentOfficer, OrganisationKind.OtherDepartment);
        (await stranger.GetAsync(paper)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(paper)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var project = await app.AProject(GivenProjects.Text(workshop), ProjectState.Filed);
        (await client.GetPageAsync(project.Path())).QuerySelector("#nghi-trung")!.TextContent.ShouldContain("Không thấy khoản nào nghi trùng");
    }

    private static Dictionary<string, string> Entry(string beneficiary, string number = "") => new()
    {
        ["Form.Id"] = GivenProjects.Id().ToString(),
        ["Form.Kind"] = "OtherProgramme",
        ["Form.GivenBy"] = "Sở minh họa",
        ["Form.ProgrammeName"] = "Chương trình minh họa",
        ["Form.BeneficiaryName"] = beneficiary,
        ["Form.Identifier"] = number,
        ["Form.SupportKindCode"] = "machines",
        ["Form.Machine"] = "X-200",
        ["Form.Amount"] = "100 triệu",
        ["Form.GivenOn"] = "02/01/2026",
    };

    private Task<OutsideSupport> Recorded(Guid establishmentId) => app.WithDb(App.KhanhHoa, db => db.OutsideSupports.AsNoTracking().SingleAsync(s => s.EstablishmentId == establishmentId));

    /// <summary>Registered all at once: every code once, none skipped.</summary>
    [Fact]
    public async Task TwoHundredRegistrationsAtOnce_GetTwoHundredCodes_WithoutAGap()
    {
        const int many = 200;
        const string commune = "22390";
        var workshop = await app.AnEstablishment(commune: commune);
        var (client, office) = await app.AsUnit(Role.CommuneOfficer, OrganisationKind.CommuneOffice, commune: commune);
        var projects = new List<Project>();
        for (var i = 0; i < many; i++)
        {
            projects.Add(await app.AProject(GivenProjects.Text(workshop, ProjectKind.Commune, commune) with { Year = 2031 }, organisation: office));
        }

        var token = (await client.GetPageAsync(projects[0].Path())).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(projects.Select(async project =>
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            return (await client.PostAsync(new Uri($"{project.Path()}?viec=File", UriKind.Relative), form)).StatusCode;
        }));
        answers.ShouldAllBe(a => a == HttpStatusCode.Redirect);
        var codes = await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.Kind == ProjectKind.Commune && p.CommuneCode == commune && p.Year == 2031).Select(p => p.Code!).ToListAsync());
        codes.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, many).Select(n => $"KCX-2031-{commune}-{n:0000}").Order(StringComparer.Ordinal));
    }
}
