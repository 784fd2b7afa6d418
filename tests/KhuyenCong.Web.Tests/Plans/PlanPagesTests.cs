using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class PlanPagesTests(App app)
{
    [Fact]
    public async Task FromAProposal_ToAnAssignedPlan_AndBack()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 500_000_000);
        var (one, two) = (await app.AnAppraised(year), await app.AnAppraised(year));
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var holder = await app.ADepartment();
        (await centre.SubmitAsync("/ke-hoach/lap", new Dictionary<string, string> { ["Form.Regime"] = "Provincial", ["Form.Year"] = $"{year}", ["Form.HolderId"] = $"{holder}" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var plan = await app.APlan(year);
        (await centre.SubmitAsync($"/ke-hoach/{plan.AnnualPlanId}", new { })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var batch = await app.WithDb(App.KhanhHoa, db => db.ApprovalBatches.AsNoTracking().SingleAsync(b => b.AnnualPlanId == plan.AnnualPlanId));
        (await centre.SubmitAsync($"{batch.Path()}/chon", new[] { KeyValuePair.Create("Chosen", $"{one.ProjectId}"), KeyValuePair.Create("Chosen", $"{two.ProjectId}") })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await centre.Take(batch, BatchAction.Submit, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var department = await app.ASomebody(Role.DepartmentOfficer);
        var items = (await app.Again(batch)).Items;
        var amounts = items.ToDictionary(i => $"Items[{i.PlanItemId}].Amounts[KCDP]", _ => "150 triệu");
        (await department.SubmitAsync(batch.Path(), amounts, $"{batch.Path()}?handler=Appraise")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await department.Take(batch, BatchAction.Appraise, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await department.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await (await leader.Take(batch, BatchAction.Approve)).Told()).ShouldContain("còn chênh 50.000.000 đ chưa có bên chịu");
        await app.Covered(batch);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Counted(line)).Line.Approved.ShouldBe(new Dong(300_000_000));
        (await app.Again(one.ProjectId)).State.ShouldBe(ProjectState.Approved);
        // The decision is of a day before its dossiers were entered: told, and not refused.
        (await leader.GetPageAsync(batch.Path())).QuerySelector("#ngay-quyet-dinh")!.TextContent.ShouldContain(one.Code!);
        var page = await leader.GetPageAsync($"/ke-hoach/{plan.AnnualPlanId}");
        page.QuerySelector("#da-duyet tfoot")!.TextContent.ShouldContain("300.000.000");
        page.QuerySelector("#phien-ban")!.TextContent.ShouldContain("15/QĐ-UBND");
        (await leader.GetPageAsync($"/du-toan/{line.AllocationId}")).QuerySelector("main")!.TextContent.ShouldContain(one.Title);
        (await leader.GetPageAsync($"{batch.Path()}/in")).QuerySelector(".print-sheet")!.TextContent.ShouldContain("Ba trăm triệu đồng");
        var printed = (await leader.GetPageAsync($"{batch.Path()}/in")).QuerySelector(".print-sheet")!.TextContent;
        printed.ShouldContain("tỉnh Khánh Hòa");
        printed.ShouldContain("800.000.000");

        (await leader.Take(batch, BatchAction.Assign)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.GetPageAsync($"{batch.Path()}?viec=Undo")).QuerySelector("#viec .notice-warn")!.TextContent.ShouldContain("300.000.000 đ");
        (await leader.Take(batch, BatchAction.Undo)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (back, entries, drawn) = await app.Counted(line);
        (back.Approved, drawn, entries).ShouldBe((Dong.Zero, Dong.Zero, new Dong(500_000_000)));
        (await app.Again(two.ProjectId)).State.ShouldBe(ProjectState.Appraised);
        (await leader.GetPageAsync($"/ke-hoach/{plan.AnnualPlanId}")).QuerySelectorAll("#phien-ban details").Length.ShouldBe(2);
    }

    [Fact]
    public async Task WhatStandsInTheWay_IsSaidRowByRow_AndNothingIsApproved()
    {
        var year = GivenPlans.AYear();
        var (one, two) = (await app.AnAppraised(year), await app.AnAppraised(year));
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, one, two);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        var answer = await leader.Take(batch, BatchAction.Approve, []);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.PageAsync();
        page.QuerySelectorAll("#muc .field-faults").Length.ShouldBe(2);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("cấp quyết định");
        (await app.Again(batch)).State.ShouldBe(BatchState.Appraised);
        (await app.Again(one.ProjectId)).State.ShouldBe(ProjectState.Appraised);
    }

    [Fact]
    public async Task TheWhatIf_SavesNothing_UntilItIsApplied()
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 250_000_000);
        var (one, two) = (await app.AnAppraised(year), await app.AnAppraised(year));
        var batch = await app.ABatch(await app.APlan(year), BatchState.Drafting);
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var tried = await (await centre.SubmitAsync($"{batch.Path()}/chon", new[] { KeyValuePair.Create("Chosen", $"{one.ProjectId}"), KeyValuePair.Create("Chosen", $"{two.ProjectId}") }, $"{batch.Path()}/chon?handler=Try")).PageAsync();
        tried.QuerySelector("main")!.TextContent.ShouldContain("Vượt 150.000.000");
        tried.QuerySelectorAll("#phuong-an input:checked").Length.ShouldBe(2);
        var suggested = await (await centre.SubmitAsync($"{batch.Path()}/chon", new { }, $"{batch.Path()}/chon?handler=Suggest")).PageAsync();
        suggested.QuerySelectorAll("#phuong-an input:checked").Length.ShouldBe(1);
        suggested.QuerySelector("#phuong-an")!.TextContent.ShouldContain("chỉ còn 50.000.000");
        suggested.QuerySelector("#phuong-an")!.Closest("form")!.GetAttribute("action").ShouldBe($"{batch.Path()}/chon");
        (await app.Again(batch)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task AProject_StandsInOneBatchOnly()
    {
        var year = GivenPlans.AYear();
        var project = await app.AnAppraised(year);
        var plan = await app.APlan(year);
        await app.ABatch(plan, BatchState.Drafting, project);
        var second = await app.ABatch(plan, BatchState.Drafting);
        using var centre = await app.ASomebody(Role.CentreOfficer);
        (await centre.GetPageAsync($"{second.Path()}/chon")).QuerySelectorAll($"#phuong-an input[value='{project.ProjectId}']").Length.ShouldBe(0);
        await centre.SubmitAsync($"{second.Path()}/chon", new { Chosen = project.ProjectId });
        (await app.Again(second)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task AStop_IsRecordedByTheRightDecider_AndFreesTheMoney()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 400_000_000, "KCQG");
        var project = await app.AnAppraised(year, Regime.National);
        var batch = await app.ABatch(await app.APlan(year, Regime.National), BatchState.SentToAgency, project);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.Ministry))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = $"/ke-hoach/de-an/{(await app.Again(batch)).Items[0].PlanItemId}/dieu-chinh";
        (await leader.GetPageAsync($"{path}?loai=Stop")).QuerySelector("main")!.TextContent.ShouldContain("Bộ Công Thương phê duyệt");
        var fields = new Dictionary<string, string>
        {
            ["Form.Kind"] = "Stop",
            ["Form.Amounts[KCQG]"] = "0",
            ["Form.Reason"] = "Cơ sở ngừng sản xuất",
            ["Form.Request"] = "CV 3",
            ["Form.Decider"] = "Agency",
            ["Form.DocumentNumber"] = "7/QĐ-BCT",
            ["Form.DocumentDate"] = "12/02/2026",
        };
        var refused = await (await leader.SubmitAsync(path, fields)).PageAsync();
        refused.QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        fields["Form.Decider"] = "Ministry";
        fields["Form.Confirmation"] = "CV 9/SCT";
        (await leader.SubmitAsync(path, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Counted(line)).Line.Approved.ShouldBe(Dong.Zero);
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Stopped);
        (await leader.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/chon")]
    [InlineData("/in")]
    public async Task AnotherProvince_SeesNothing(string page)
    {
        var year = GivenPlans.AYear();
        var plan = await app.APlan(year, province: App.DongNai);
        var batch = await app.ABatch(plan, BatchState.Drafting);
        using var here = await app.As(Role.DepartmentOfficer);
        (await here.GetAsync(new Uri(batch.Path() + page, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await here.GetAsync(new Uri($"/ke-hoach/{plan.AnnualPlanId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await here.SubmitAsync("/ke-hoach/lap", new { }, $"{batch.Path()}?viec=Submit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ACommunesPlan_IsMadeByThreePeopleOfTheCommune_AndByNobodyElse()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 300_000_000, "CAPXA", commune: GivenEstablishments.CamLam);
        var project = await app.AnAppraised(year, Regime.Commune);
        var plan = await app.APlan(year, Regime.Commune);
        using var officer = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        using var accountant = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        using var leader = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.CamLam);
        using var elsewhere = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.NhaTrang);
        (await elsewhere.GetAsync(new Uri($"/ke-hoach/{plan.AnnualPlanId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var department = await app.ASomebody(Role.DepartmentOfficer);
        (await department.SubmitAsync($"/ke-hoach/{plan.AnnualPlanId}", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await officer.SubmitAsync($"/ke-hoach/{plan.AnnualPlanId}", new { })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var batch = await app.WithDb(App.KhanhHoa, db => db.ApprovalBatches.AsNoTracking().SingleAsync(b => b.AnnualPlanId == plan.AnnualPlanId));
        (await officer.SubmitAsync($"{batch.Path()}/chon", new { Chosen = project.ProjectId })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.Take(batch, BatchAction.Submit, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var item = (await app.Again(batch)).Items[0];
        (await accountant.Take(batch, BatchAction.Appraise, new() { [$"Items[{item.PlanItemId}].Amounts[CAPXA]"] = "200 triệu" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.CommuneCommittee))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (now, _, drawn) = await app.Counted(line);
        (now.Approved, drawn).ShouldBe((new Dong(200_000_000), new Dong(200_000_000)));
    }

    [Fact]
    public async Task WhatWaits_StandsInMyWork_AndListsExport()
    {
        var year = GivenPlans.AYear();
        var batch = await app.ABatch(await app.APlan(year), BatchState.Submitted, await app.AnAppraised(year));
        using var department = await app.ASomebody(Role.DepartmentOfficer);
        (await department.GetPageAsync("/")).QuerySelectorAll($"a[href='{batch.Path()}']").Length.ShouldBe(1);
        (await department.GetPageAsync($"/ke-hoach?nam={year}")).QuerySelectorAll("#ke-hoach tbody tr").Length.ShouldBe(1);
        foreach (var address in new[] { $"/ke-hoach?handler=Excel&nam={year}", $"/ke-hoach/{batch.AnnualPlanId}?handler=Excel", "/du-toan?handler=Excel", "/du-toan/de-nghi?handler=Excel" })
        {
            var file = await department.GetAsync(new Uri(address, UriKind.Relative));
            (file.StatusCode, file.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), address);
        }
    }
}
