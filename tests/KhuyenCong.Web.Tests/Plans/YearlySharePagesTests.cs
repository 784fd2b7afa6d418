using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Projects;

namespace KhuyenCong.Web.Tests.Plans;

/// <summary>Money of one project in more than one year: shares of a key project, and what an extension leaves behind.</summary>
public sealed class YearlySharePagesTests(App app)
{
    [Fact]
    public async Task TheNextYearsPlan_TakesItsShare_OfAProjectThatRuns()
    {
        var year = GivenPlans.TwoYears();
        await app.AnAllocation(year, 120_000_000, "KCQG");
        var text = GivenProjects.Text(await app.AnEstablishment(commune: GivenEstablishments.CamLam), ProjectKind.NationalKey);
        var project = await app.AProject(text with
        {
            Year = year,
            StartsOn = new(year, 3, 1),
            EndsOn = new(year + 1, 9, 1),
            Lines = [new(GivenPlans.Id(), "Máy ép dầu", "machines", null, "máy", 1, new(400_000_000), new(National: new(200_000_000), Counterpart: new(200_000_000)))],
            Dossier = text.Dossier with { Schedule = [new(year, new(120_000_000)), new(year + 1, new(80_000_000))] },
        }, ProjectState.Appraised);
        var batch = await app.ABatch(await app.APlan(year, Regime.National), BatchState.SentToAgency, project);
        batch.Items[0].Proposed.National.ShouldBe(new Dong(120_000_000));
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.Ministry))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var later = await app.ABatch(await app.APlan(year + 1, Regime.National), BatchState.Drafting);
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var choices = (await centre.GetPageAsync($"{later.Path()}/chon")).QuerySelector("#phuong-an")!.TextContent;
        choices.ShouldContain(project.Title);
        choices.ShouldContain("80.000.000");
        choices.ShouldContain($"Chuyển tiếp từ kế hoạch năm {year}");
        (await centre.SubmitAsync($"{later.Path()}/chon", new[] { KeyValuePair.Create("Chosen", $"{project.ProjectId}") })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var share = (await app.Again(later)).Items.ShouldHaveSingleItem();
        (share.Proposed.National, share.ShareYear).ShouldBe((new Dong(80_000_000), year + 1));

        (await (await leader.Take(batch, BatchAction.Undo, GivenPlans.Decision(PlanDecider.Ministry))).Told()).ShouldContain("phần của năm sau");
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Approved);
    }

    [Fact]
    public async Task AnExtension_LeavesWhatAContractBound_InItsYear()
    {
        var year = GivenPlans.TwoYears();
        var now = await app.AnAllocation(year, 300_000_000);
        var next = await app.AnAllocation(year + 1, 100_000_000);
        var project = await app.AnAppraised(year);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, project);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Post(now, GivenLedgers.Of(now, LedgerKind.Commit, 150_000_000, project.ProjectId, GivenLedgers.Id()))).ShouldBeEmpty();

        var path = $"/ke-hoach/de-an/{batch.Items[0].PlanItemId}/dieu-chinh";
        (await leader.GetPageAsync($"{path}?loai=ExtendToNextYear")).QuerySelector("input[name='Form.Moved[KCDP]']")!.GetAttribute("value")!.ShouldStartWith("50");
        Dictionary<string, string> fields = new()
        {
            ["Form.Kind"] = "ExtendToNextYear",
            ["Form.EndsOn"] = $"31/03/{year + 1}",
            ["Form.MovesMoney"] = "true",
            ["Form.Moved[KCDP]"] = "50.000.001",
            ["Form.Reason"] = "Lý do minh họa",
            ["Form.Request"] = "CV 3",
            ["Form.Decider"] = "ProvincialCommittee",
            ["Form.DocumentNumber"] = "7/QĐ-UBND",
            ["Form.DocumentDate"] = "12/02/2026",
        };
        (await leader.SubmitAsync(path, fields)).StatusCode.ShouldBe(HttpStatusCode.OK, "what a contract has bound cannot go");
        fields["Form.Moved[KCDP]"] = "50 triệu";
        (await leader.SubmitAsync(path, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        ((await app.Counted(now)).Line.Approved, (await app.Counted(next)).Line.Approved).ShouldBe((new Dong(150_000_000), new Dong(50_000_000)));
        var amount = (await app.Again(batch)).Items[0].Amounts.Single(a => a.Source == "KCDP");
        (amount.Approved, amount.AllocationId).ShouldBe((new Dong(200_000_000), next.AllocationId));
        amount.Kept.ShouldNotBeNull().ShouldHaveSingleItem().ShouldBe(new KeptPart(year, now.AllocationId, new(150_000_000)));
        (await leader.GetPageAsync(batch.Path())).QuerySelector("#muc")!.TextContent.ShouldContain($"ở dự toán năm {year}");

        // The share of whoever implements is of what each line pays, and of no đồng twice.
        (await Base(now), await Base(next)).ShouldBe((new Dong(150_000_000), new Dong(50_000_000)));

        Task<Dong> Base(Allocation line) => app.WithDb(line.ProvinceCode, async db =>
        {
            var (id, today) = (GivenPlans.Id(), TimeProvider.System.Today);
            var estimate = ManagementEstimate.From(new(id, line, new(new(ManagementParty.Implementer, null, []), GivenPlans.Id(), TimeProvider.System.UtcNow), today));
            return (await db.ManagementBasesAsync([estimate]))[id].Select(b => b.Amount).Sum();
        });
    }

    /// <summary>What the form starts from may be sent as it is; nothing, typed in its place, is more than may go back.</summary>
    [Fact]
    public async Task AStop_StartsFromWhatAContractBound()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 300_000_000);
        var project = await app.AnAppraised(year);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, project);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Commit, 150_000_000, project.ProjectId, GivenLedgers.Id()))).ShouldBeEmpty();

        var path = $"/ke-hoach/de-an/{batch.Items[0].PlanItemId}/dieu-chinh";
        var started = (await leader.GetPageAsync($"{path}?loai=Stop")).QuerySelector("input[name='Form.Amounts[KCDP]']")!.GetAttribute("value")!;
        started.ShouldBe("150.000.000");
        Dictionary<string, string> fields = new()
        {
            ["Form.Kind"] = "Stop",
            ["Form.Amounts[KCDP]"] = "0",
            ["Form.Reason"] = "Lý do minh họa",
            ["Form.Request"] = "CV 3",
            ["Form.Decider"] = "ProvincialCommittee",
            ["Form.DocumentNumber"] = "7/QĐ-UBND",
            ["Form.DocumentDate"] = "12/02/2026",
        };
        (await (await leader.SubmitAsync(path, fields)).Told()).ShouldContain("chỉ trả về được 50.000.000");
        fields["Form.Amounts[KCDP]"] = "200.000.000";
        (await (await leader.SubmitAsync(path, fields)).Told()).ShouldContain("phải trả hết phần chưa ký hợp đồng 50.000.000", Case.Sensitive, "the ledger frees it, whatever was typed");
        fields["Form.Amounts[KCDP]"] = started;
        (await leader.SubmitAsync(path, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Counted(line)).Line.Approved.ShouldBe(new Dong(150_000_000));
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Stopped);
        (await app.Prove(line)).IsSound.ShouldBeTrue();
    }
}
