using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.ProgrammeEntry;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

/// <summary>A commune's own programme, estimate, allotment and plan: three of its people walk all of it, nobody else moves any of it.</summary>
public sealed class CommunePathTests(App app)
{
    private const string Here = GivenEstablishments.CamLam;

    [Fact]
    public async Task ThreePeople_Walk_FromTheProgramme_ToAnAssignedPlan_WithinTheirOwnMoney()
    {
        var year = GivenPlans.AYear();
        var office = await app.AnOffice(Here);
        var (officer, unit) = await app.AsUnit(Role.CommuneOfficer, OrganisationKind.CommuneOffice, commune: Here);
        using var accountant = await app.ASomebody(Role.CommuneAccountant, commune: Here);
        using var leader = await app.ASomebody(Role.CommuneLeader, commune: Here);

        // The programme: written by the officer, brought into force by the leader.
        var (programme, draft) = await app.GivenADraftAsync(commune: Here);
        await (await (await officer.OpenAsync(draft)).Set("decision.number", "02/QĐ-UBND").SendAsync()).ShouldGoOn();
        await (await (await leader.OpenAsync(draft + "/ban-hanh", "form[method=post]:has([name=SeenVersion])")).SendAsync()).ShouldGoOn();
        (await app.VersionAsync(programme)).State.ShouldBe(VersionState.InForce);

        // The estimate: proposed, appraised, resolved, given.
        var path = await DraftAsync(officer, office, year);
        (await officer.GetPageAsync(path)).QuerySelectorAll("select[name='Lines[0].Source'] option[value]:not([value=''])").Select(o => o.GetAttribute("value")).ShouldBe(["CAPXA"]);
        (await (await officer.SubmitAsync(path, Line("KCDP"), $"{path}?handler=Lines")).Told()).ShouldContain("Ngân sách cấp xã chỉ giao cho UBND cấp xã");
        await (await officer.SubmitAsync(path, Line("CAPXA"), $"{path}?handler=Lines")).ShouldGoOn();
        await (await Step(officer, path, BudgetEstimateAction.SubmitToAccountant)).ShouldGoOn();
        (await accountant.GetPageAsync("/")).QuerySelectorAll($"a[href='{path}']").Length.ShouldBe(1);
        var line = await app.WithDb(App.KhanhHoa, db => db.WholeEstimates.Where(e => e.Year == year).SelectMany(e => e.Lines).Select(l => l.BudgetEstimateLineId).SingleAsync());
        (await Step(leader, path, BudgetEstimateAction.Appraise, line, "450 triệu")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await (await Step(accountant, path, BudgetEstimateAction.Appraise, line, "450 triệu")).ShouldGoOn();
        await (await Step(leader, path, BudgetEstimateAction.SubmitToCouncil)).ShouldGoOn();
        await (await Step(leader, path, BudgetEstimateAction.Resolve, line, "400 triệu")).ShouldGoOn();
        (await Step(accountant, path, BudgetEstimateAction.Allot, line, "400 triệu")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await (await Step(leader, path, BudgetEstimateAction.Allot, line, "400 triệu")).ShouldGoOn();
        var given = await app.WithDb(App.KhanhHoa, db => db.Allocations.AsNoTracking().SingleAsync(a => a.Year == year));
        (given.HolderId, given.CommuneCode, given.Source, given.Allotted).ShouldBe((office, Here, "CAPXA", new Dong(400_000_000)));
        (await officer.GetPageAsync($"/du-toan?nam={year}")).QuerySelectorAll("#du-toan tbody tr").Length.ShouldBe(1);

        // The plan of its own projects: one đồng too much is refused, what fits is approved and assigned.
        var (one, two) = (await app.AnAppraised(year, Regime.Commune), await app.AnAppraised(year, Regime.Commune, 200_000_001, organisation: unit));
        var opening = new Dictionary<string, string> { ["Form.Regime"] = "Commune", ["Form.Year"] = $"{year}", ["Form.CommuneCode"] = Here, ["Form.HolderId"] = $"{office}", ["Form.ProgrammeId"] = $"{programme}" };
        await (await officer.SubmitAsync("/ke-hoach/lap", opening)).ShouldGoOn();
        var plan = await app.WithDb(App.KhanhHoa, db => db.AnnualPlans.AsNoTracking().SingleAsync(p => p.Year == year));
        (plan.CommuneCode, plan.HolderId, plan.ProgrammeId).ShouldBe((Here, office, programme));
        await (await officer.SubmitAsync($"/ke-hoach/{plan.AnnualPlanId}", new { })).ShouldGoOn();
        var batch = await app.WithDb(App.KhanhHoa, db => db.ApprovalBatches.AsNoTracking().SingleAsync(b => b.AnnualPlanId == plan.AnnualPlanId));
        await (await officer.SubmitAsync($"{batch.Path()}/chon", new[] { KeyValuePair.Create("Chosen", $"{one.ProjectId}"), KeyValuePair.Create("Chosen", $"{two.ProjectId}") })).ShouldGoOn();
        await (await officer.Take(batch, BatchAction.Submit, [])).ShouldGoOn();
        (await officer.Take(batch, BatchAction.Appraise, [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await (await accountant.Take(batch, BatchAction.Appraise, Amounts(await app.Again(batch), two.ProjectId, "200.000.001"))).ShouldGoOn();
        (await (await leader.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.CommuneCommittee))).Told()).ShouldContain("vượt 1 đ");
        (await app.Counted(given)).Line.Approved.ShouldBe(Dong.Zero);
        await (await leader.Take(batch, BatchAction.Return)).ShouldGoOn();
        await (await officer.Take(batch, BatchAction.Submit, [])).ShouldGoOn();
        await (await accountant.Take(batch, BatchAction.Appraise, Amounts(await app.Again(batch), two.ProjectId, "200.000.000"))).ShouldGoOn();
        await (await officer.SubmitAsync($"{two.Path()}/phan-chenh", new Dictionary<string, string> { ["Form.Counterpart"] = "1" })).ShouldGoOn();
        await (await leader.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.CommuneCommittee))).ShouldGoOn();
        await (await leader.Take(batch, BatchAction.Assign)).ShouldGoOn();
        var (now, _, drawn) = await app.Counted(given);
        (now.Approved, now.Available, drawn).ShouldBe((new Dong(400_000_000), Dong.Zero, new Dong(400_000_000)));
        (await app.Again(one.ProjectId)).State.ShouldBe(ProjectState.Approved);

        // The report: what stands approved, to read and to print.
        (await officer.GetPageAsync($"/ke-hoach/{plan.AnnualPlanId}")).QuerySelector("#da-duyet tfoot")!.TextContent.ShouldContain("400.000.000");
        (await accountant.GetAsync(new Uri($"/ke-hoach/{plan.AnnualPlanId}?handler=Excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.GetPageAsync($"{batch.Path()}/in")).QuerySelector(".print-sheet")!.TextContent.ShouldContain("Bốn trăm triệu đồng");

        static Dictionary<string, string> Amounts(ApprovalBatch batch, Guid second, string amount) => batch.Items.ToDictionary(i => $"Items[{i.PlanItemId}].Amounts[CAPXA]", i => i.ProjectId == second ? amount : "200 triệu");
    }

    [Fact]
    public async Task TheProvince_Reads_ButNeitherMovesNorGives_AndOthersSeeNothing()
    {
        var year = GivenPlans.AYear();
        var office = await app.AnOffice(Here);
        using var officer = await app.ASomebody(Role.CommuneOfficer, commune: Here);
        var path = await DraftAsync(officer, office, year);
        await (await officer.SubmitAsync(path, Line("CAPXA"), $"{path}?handler=Lines")).ShouldGoOn();
        await (await Step(officer, path, BudgetEstimateAction.SubmitToAccountant)).ShouldGoOn();
        var line = await app.AnAllocation(year, 1_000_000, "CAPXA", commune: Here);

        foreach (var (role, action) in new[] { (Role.FinanceOfficer, BudgetEstimateAction.Appraise), (Role.DepartmentLeader, BudgetEstimateAction.Return), (Role.ProvincialOfficeOfficer, BudgetEstimateAction.SubmitToCouncil), (Role.DepartmentOfficer, BudgetEstimateAction.SubmitToAccountant) })
        {
            using var reader = await app.ASomebody(role);
            var page = await reader.GetPageAsync(path);
            page.QuerySelector("#viec").ShouldBeNull($"{role}");
            page.QuerySelector("main")!.TextContent.ShouldContain("Chờ kế toán cấp xã thẩm định");
            (await Step(reader, path, action)).StatusCode.ShouldBe(action is BudgetEstimateAction.Appraise or BudgetEstimateAction.Return ? HttpStatusCode.Forbidden : HttpStatusCode.OK, $"{role}");
            (await reader.SubmitAsync(path, Line("CAPXA"), $"{path}?handler=Lines")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role}");
            (await reader.GetPageAsync("/")).QuerySelector($"a[href='{path}']").ShouldBeNull($"{role}");
        }

        using var finance = await app.ASomebody(Role.FinanceOfficer);
        (await finance.GetPageAsync($"/du-toan/{line.AllocationId}")).QuerySelector("main")!.TextContent.ShouldContain("1.000.000");
        (await finance.GetAsync(new Uri($"/du-toan/giao?dong={line.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var allotting = new Dictionary<string, string> { ["Form.HolderId"] = $"{office}", ["Form.Source"] = "CAPXA", ["Form.Year"] = $"{year + 1}", ["Form.Kind"] = "Initial", ["Form.Amount"] = "5 triệu", ["Form.DocumentNumber"] = "1/QĐ", ["Form.DocumentDate"] = "05/01/2026", ["Form.Issuer"] = "UBND" };
        (await (await finance.SubmitAsync("/du-toan/giao", allotting)).Told()).ShouldContain("đơn vị dự toán trong phạm vi của bạn");

        using var neighbour = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.NhaTrang);
        using var elsewhere = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        foreach (var stranger in new[] { neighbour, elsewhere })
        {
            (await stranger.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.SubmitAsync("/du-toan/de-nghi", new { }, $"{path}?viec=Resolve")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.SubmitAsync("/du-toan/de-nghi", Line("CAPXA"), $"{path}?handler=Lines")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.GetPageAsync($"/du-toan/de-nghi?nam={year}")).QuerySelector($"a[href='{path}']").ShouldBeNull();
            (await stranger.GetAsync(new Uri($"/du-toan/{line.AllocationId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        // Nor does a commune's officer ask for another's office, or for the Sở.
        foreach (var holder in new[] { await app.AnOffice(GivenEstablishments.NhaTrang), await app.ADepartment() })
        {
            (await (await officer.SubmitAsync("/du-toan/de-nghi", Drafting(holder, year))).Told()).ShouldContain("đơn vị dự toán trong phạm vi của bạn");
        }
    }

    [Fact]
    public async Task WhereDutiesCannotBeSeparated_AnAppraiserFromOutside_IsAskedFor_AndStaysOnRecord()
    {
        var year = GivenPlans.AYear();
        var account = await app.GivenAnAccount("both", Role.CommuneOfficer, App.KhanhHoa, Here);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var first = await db.Memberships.SingleAsync(m => m.UserId == account.Id);
            db.Memberships.Add(Membership.Of(new MembershipGranted(GivenPlans.Id(), account.Id, first.OrganisationId, Role.CommuneAccountant, App.KhanhHoa, Here, new(2020, 1, 1), null)));
            db.Because("membership.granted", "test");
            return await db.SaveChangesAsync();
        });
        using var both = app.Client(await app.CookieOf(account));
        var path = await DraftAsync(both, await app.AnOffice(Here), year);
        await (await both.SubmitAsync(path, Line("CAPXA"), $"{path}?handler=Lines")).ShouldGoOn();
        await (await Step(both, path, BudgetEstimateAction.SubmitToAccountant)).ShouldGoOn();
        var line = await app.WithDb(App.KhanhHoa, db => db.WholeEstimates.Where(e => e.Year == year).SelectMany(e => e.Lines).Select(l => l.BudgetEstimateLineId).SingleAsync());
        (await (await Step(both, path, BudgetEstimateAction.Appraise, line, "450 triệu")).Told()).ShouldContain("hãy nêu tên người thẩm định bên ngoài");
        await (await Step(both, path, BudgetEstimateAction.Appraise, line, "450 triệu", "Ông Minh Họa")).ShouldGoOn();
        using var leader = await app.ASomebody(Role.CommuneLeader, commune: Here);
        (await leader.GetPageAsync(path)).QuerySelector(".timeline-list")!.TextContent.ShouldContain("Người thẩm định bên ngoài: Ông Minh Họa, UBND xã bên");
        var appraised = await app.WithDb(App.KhanhHoa, db => db.WholeEstimates.Where(e => e.Year == year).SelectMany(e => e.Steps).SingleAsync(s => s.Action == BudgetEstimateAction.Appraise));
        (appraised.OutsideAppraiser, appraised.OutsideAppraiserUnit, appraised.Note).ShouldBe(("Ông Minh Họa", "UBND xã bên", "Ghi chú"));
        await (await Step(leader, path, BudgetEstimateAction.SubmitToCouncil)).ShouldGoOn();
    }

    private async Task<string> DraftAsync(HttpClient client, Guid holder, int year)
    {
        await (await client.SubmitAsync("/du-toan/de-nghi", Drafting(holder, year))).ShouldGoOn();
        return $"/du-toan/de-nghi/{await app.WithDb(App.KhanhHoa, db => db.BudgetEstimates.Where(e => e.Year == year).Select(e => e.BudgetEstimateId).SingleAsync())}";
    }

    private static Dictionary<string, string> Drafting(Guid holder, int year) => new() { ["Form.Title"] = "Dự toán cấp xã (dữ liệu minh họa)", ["Form.Year"] = $"{year}", ["Form.HolderId"] = $"{holder}" };

    private static Dictionary<string, string> Line(string source) => new()
    {
        ["Lines[0].Id"] = $"{GivenPlans.Id()}",
        ["Lines[0].Text"] = "Máy móc tiên tiến",
        ["Lines[0].ContentCode"] = "k3",
        ["Lines[0].Source"] = source,
        ["Lines[0].Proposed"] = "500 triệu",
    };

    private static Task<HttpResponseMessage> Step(HttpClient client, string path, BudgetEstimateAction action, Guid? line = null, string? amount = null, string? outsider = null)
    {
        var fields = new Dictionary<string, string> { ["Move.Note"] = "Ghi chú", ["Move.DocumentNumber"] = "9/VB", ["Move.DocumentDate"] = "09/02/2026", ["Move.Issuer"] = "UBND xã (dữ liệu minh họa)" };
        if (line is { } id)
        {
            fields[$"Amounts[{id}].Amount"] = amount!;
        }

        if (outsider is not null)
        {
            (fields["Move.OutsideAppraiser"], fields["Move.OutsideAppraiserUnit"]) = (outsider, "UBND xã bên");
        }

        return client.SubmitAsync(path, fields, $"{path}?viec={action}");
    }
}
