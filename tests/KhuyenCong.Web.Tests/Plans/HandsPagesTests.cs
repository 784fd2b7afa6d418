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

/// <summary>What appraisal concluded bounds a plan, and who had a hand in it does not do the next thing too.</summary>
public sealed class HandsPagesTests(App app)
{
    /// <summary>A commune has one leader: who concluded what an appraiser from outside judged also approves the plan, and gives no more than was concluded.</summary>
    [Fact]
    public async Task ACommunesOnlyLeader_ConcludesTheAppraisal_AndApprovesThePlan_WithinTheConclusion()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 300_000_000, "CAPXA", commune: GivenEstablishments.CamLam);
        var leader = await app.APerson(Role.CommuneLeader, commune: GivenEstablishments.CamLam);
        var outsider = await app.APerson(Role.FinanceOfficer);
        var project = await app.AProject(GivenProjects.Text(await app.AnEstablishment(), ProjectKind.Commune, GivenEstablishments.CamLam) with
        {
            Year = year,
            Lines = [new(GivenPlans.Id(), "Máy ép dầu", "machines", null, "máy", 1, new(400_000_000), new(Commune: new(200_000_000), Counterpart: new(200_000_000)))],
        }, ProjectState.AwaitingAppraisal);
        var start = $"/tham-dinh/bat-dau/{project.ProjectId}";
        var unit = await app.WithDb(App.KhanhHoa, db => db.Memberships.Where(m => m.UserId == outsider.UserId).Select(m => m.OrganisationId).FirstAsync());
        var started = await leader.Client.SubmitAsync(start, new { Appraiser = $"{outsider.UserId:N}{unit:N}" }, $"{start}?handler=Staff");
        await started.ShouldGoOn();
        var appraisal = started.Headers.Location!.OriginalString;
        await (await outsider.Declares(appraisal)).ShouldGoOn();
        var ballot = GivenAppraisals.Ballot();
        ballot["Opinion.Commune"] = "150 triệu";
        await (await outsider.Sends(appraisal, ballot)).ShouldGoOn();
        await (await leader.Client.SubmitAsync($"{appraisal}/ket-luan", new Dictionary<string, string> { ["Ending.Passes"] = "true", ["Ending.Reason"] = "Đủ điều kiện theo kết quả thẩm định", ["Ending.Commune"] = "150 triệu" })).ShouldGoOn();

        var plan = await app.APlan(year, Regime.Commune);
        using var officer = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        using var accountant = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        await (await officer.SubmitAsync($"/ke-hoach/{plan.AnnualPlanId}", new { })).ShouldGoOn();
        var batch = await app.WithDb(App.KhanhHoa, db => db.ApprovalBatches.AsNoTracking().SingleAsync(b => b.AnnualPlanId == plan.AnnualPlanId));
        await (await officer.SubmitAsync($"{batch.Path()}/chon", new { Chosen = project.ProjectId })).ShouldGoOn();
        await (await officer.Take(batch, BatchAction.Submit, [])).ShouldGoOn();
        var item = (await app.Again(batch)).Items[0];
        var name = $"Items[{item.PlanItemId}].Amounts[CAPXA]";
        (await accountant.GetPageAsync(batch.Path())).QuerySelector($"input[name='{name}']")!.GetAttribute("value").ShouldBe("150.000.000");
        var told = await (await accountant.Take(batch, BatchAction.Appraise, new() { [name] = "150.000.001" })).Told();
        told.ShouldContain("150.000.001");
        told.ShouldContain("150.000.000 đ mà kết luận thẩm định");
        (await app.Again(batch)).Items[0].Appraised.Commune.ShouldBeNull();
        await (await accountant.Take(batch, BatchAction.Appraise, new() { [name] = "150 triệu" })).ShouldGoOn();
        await app.Covered(batch);
        await (await leader.Client.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.CommuneCommittee))).ShouldGoOn();
        (await app.Counted(line)).Drawn.ShouldBe(new Dong(150_000_000));
    }

    [Fact]
    public async Task WhoChoseOrSentABatch_SavesNoAppraisedAmounts_AndWhoSavedThem_DoesNotApprove()
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 500_000_000);
        var project = await app.AnAppraised(year);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Drafting);
        using var chooser = await app.ASomebody(Role.DepartmentOfficer);
        using var sender = await app.ASomebody(Role.CentreOfficer);
        await (await chooser.SubmitAsync($"{batch.Path()}/chon", new { Chosen = project.ProjectId })).ShouldGoOn();
        await (await sender.Take(batch, BatchAction.Submit, [])).ShouldGoOn();
        var amounts = new Dictionary<string, string> { [$"Items[{(await app.Again(batch)).Items[0].PlanItemId}].Amounts[KCDP]"] = "150 triệu" };
        (await (await chooser.SubmitAsync(batch.Path(), amounts, $"{batch.Path()}?handler=Appraise")).Told()).ShouldContain("không được thẩm định");
        (await (await chooser.Take(batch, BatchAction.Appraise, amounts)).Told()).ShouldContain("không được thẩm định");
        (await app.Again(batch)).Items[0].Appraised.Provincial.ShouldBeNull();

        // A leader of the Sở types the amounts, an officer concludes: the leader has appraised all the same.
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await leader.SubmitAsync(batch.Path(), amounts, $"{batch.Path()}?handler=Appraise")).ShouldGoOn();
        await (await officer.Take(batch, BatchAction.Appraise, [])).ShouldGoOn();
        (await (await leader.Take(batch, BatchAction.Approve)).Told()).ShouldContain("đã ghi mức hoặc kết luận");
        await app.Covered(batch);
        using var committee = await app.ASomebody(Role.ProvincialLeader);
        await (await committee.Take(batch, BatchAction.Approve)).ShouldGoOn();
    }

    [Fact]
    public async Task AmountsThatSomebodyChangedMeanwhile_AreNotOverwritten_AndNothingTypedIsLost()
    {
        var year = GivenPlans.AYear();
        var batch = await app.ABatch(await app.APlan(year), BatchState.Submitted, await app.AnAppraised(year));
        using var one = await app.ASomebody(Role.DepartmentOfficer);
        using var two = await app.ASomebody(Role.DepartmentOfficer);
        var name = $"Items[{batch.Items[0].PlanItemId}].Amounts[KCDP]";
        var seen = (await two.GetPageAsync(batch.Path())).Seen();
        await (await one.SubmitAsync(batch.Path(), Amounts("120 triệu", seen), $"{batch.Path()}?handler=Appraise")).ShouldGoOn();
        var refused = await (await two.SubmitAsync(batch.Path(), Amounts("180 triệu", seen), $"{batch.Path()}?handler=Appraise")).PageAsync();
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        refused.QuerySelector("#muc .field-faults")!.TextContent.ShouldContain("120.000.000");
        refused.QuerySelector($"input[name='{name}']")!.GetAttribute("value").ShouldBe("180.000.000");
        (await app.Again(batch)).Items[0].Appraised.Provincial.ShouldBe(new Dong(120_000_000));

        // Nor is a conclusion drawn on amounts that nobody has shown to whoever concludes.
        (await (await two.Take(batch, BatchAction.Appraise, new() { ["BaseVersion"] = seen })).Told()).ShouldContain("vừa được người khác sửa");
        await (await two.SubmitAsync(batch.Path(), Amounts("180 triệu", refused.Seen()), $"{batch.Path()}?handler=Appraise")).ShouldGoOn();
        (await app.Again(batch)).Items[0].Appraised.Provincial.ShouldBe(new Dong(180_000_000));

        Dictionary<string, string> Amounts(string amount, string version) => new() { [name] = amount, ["BaseVersion"] = version };
    }

    [Fact]
    public async Task AChoiceThatSomebodyChangedMeanwhile_IsNotOverwritten()
    {
        var year = GivenPlans.AYear();
        var (one, two) = (await app.AnAppraised(year), await app.AnAppraised(year));
        var batch = await app.ABatch(await app.APlan(year), BatchState.Drafting);
        using var first = await app.ASomebody(Role.CentreOfficer);
        using var second = await app.ASomebody(Role.CentreOfficer);
        var path = $"{batch.Path()}/chon";
        var seen = (await second.GetPageAsync(path)).Seen();
        await (await first.SubmitAsync(path, Choice(seen, one))).ShouldGoOn();

        // Trying in between does not make the page forget what it was shown with.
        (await (await second.SubmitAsync(path, Choice(seen, two), $"{path}?handler=Try")).PageAsync()).Seen().ShouldBe(seen);
        var refused = await (await second.SubmitAsync(path, Choice(seen, two))).PageAsync();
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        refused.QuerySelectorAll("#phuong-an input:checked").Select(i => i.GetAttribute("value")).ShouldBe([$"{two.ProjectId}"]);
        refused.QuerySelector("#phuong-an")!.TextContent.ShouldContain("đang có trong đợt đang lưu");
        (await app.Again(batch)).Items.Select(i => i.ProjectId).ShouldBe([one.ProjectId]);
        await (await second.SubmitAsync(path, Choice(refused.Seen(), one, two))).ShouldGoOn();
        (await app.Again(batch)).Items.Count.ShouldBe(2);

        static KeyValuePair<string, string>[] Choice(string version, params Project[] projects) => [KeyValuePair.Create("BaseVersion", version), .. projects.Select(p => KeyValuePair.Create("Chosen", $"{p.ProjectId}"))];
    }

    [Fact]
    public async Task WhatWasLeftOut_AndTakenByAnotherBatch_IsNotTakenBack()
    {
        var year = GivenPlans.AYear();
        var project = await app.AnAppraised(year);
        var plan = await app.APlan(year);
        var batch = await app.ABatch(plan, BatchState.Submitted, project);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var item = $"Items[{batch.Items[0].PlanItemId}]";
        await (await officer.SubmitAsync(batch.Path(), new Dictionary<string, string> { [$"{item}.LeftOut"] = "true", [$"{item}.Remark"] = "Để đợt sau" }, $"{batch.Path()}?handler=Appraise")).ShouldGoOn();
        await app.ABatch(plan, BatchState.Drafting, project);
        var answer = await officer.SubmitAsync(batch.Path(), new Dictionary<string, string> { [$"{item}.Amounts[KCDP]"] = "100 triệu" }, $"{batch.Path()}?handler=Appraise");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Told()).ShouldContain("đang nằm trong một đợt khác");
        (await app.Again(batch)).Items[0].State.ShouldBe(PlanItemState.LeftOut);
    }

    /// <summary>Whoever reads the plan reads what its projects are about; a link is there for those it opens for.</summary>
    [Theory]
    [InlineData(Role.CentreOfficer, false)]
    [InlineData(Role.CouncilViewer, false)]
    [InlineData(Role.DepartmentOfficer, true)]
    public async Task AReaderOfThePlan_GetsNoLinkThatDoesNotOpen(Role role, bool opens)
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 500_000_000);
        var (decided, open) = (await app.AnAppraised(year), await app.AnAppraised(year));
        var plan = await app.APlan(year);
        var batch = await app.ABatch(plan, BatchState.Appraised, decided);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        await (await leader.Take(batch, BatchAction.Approve)).ShouldGoOn();
        var drafting = await app.ABatch(plan, BatchState.Drafting, open);
        using var reader = await app.ASomebody(role);
        (string Page, Project Project)[] pages = [(batch.Path(), decided), ($"/ke-hoach/{plan.AnnualPlanId}", decided), .. role is Role.CouncilViewer ? [] : new[] { ($"{drafting.Path()}/chon", open) }];
        foreach (var (page, project) in pages)
        {
            var main = (await reader.GetPageAsync(page)).QuerySelector("main")!;
            // The Trung tâm may have to contract what was approved: that opens, what is being chosen does not.
            var shown = opens || (role is Role.CentreOfficer && project == decided);
            (main.QuerySelectorAll($"a[href='{project.Path()}']").Length > 0).ShouldBe(shown, page);
            main.TextContent.ShouldContain(project.Title);
            main.TextContent.Contains("Đơn vị thực hiện: Cơ sở minh họa", StringComparison.Ordinal).ShouldBe(!shown, page);
        }
    }

    [Fact]
    public async Task AnIncreaseBeyondWhatWasAsked_IsRefused_WithBothFigures()
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 900_000_000);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, await app.AnAppraised(year));
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        await (await leader.Take(batch, BatchAction.Approve)).ShouldGoOn();
        var path = $"/ke-hoach/de-an/{batch.Items[0].PlanItemId}/dieu-chinh";
        (await leader.GetPageAsync($"{path}?loai=IncreaseSupport")).QuerySelector("main")!.TextContent.ShouldContain("đề án đề nghị 200.000.000 đ; cao nhất theo định mức đã xác nhận");
        var fields = new Dictionary<string, string>
        {
            ["Form.Kind"] = "IncreaseSupport",
            ["Form.Amounts[KCDP]"] = "300 triệu",
            ["Form.Reason"] = "Tăng giá máy",
            ["Form.Request"] = "CV 3",
            ["Form.Decider"] = "ProvincialCommittee",
            ["Form.DocumentNumber"] = "7/QĐ-UBND",
            ["Form.DocumentDate"] = "12/02/2026",
        };
        var told = await (await leader.SubmitAsync(path, fields)).Told();
        told.ShouldContain("300.000.000 đ lớn hơn mức đề án đề nghị 200.000.000 đ");
        (await app.Again(batch)).Items[0].Approved.Provincial.ShouldBe(new Dong(200_000_000));
    }
}
