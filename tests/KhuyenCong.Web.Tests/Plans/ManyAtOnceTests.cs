using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class ManyAtOnceTests(App app)
{
    private const int Officers = 50;
    private const int Room = 20;
    private const long Support = 200_000_001;

    /// <summary>Fifty officers approve at once, each another batch of one plan, where there is room for twenty and one đồng less than twenty-one: twenty go through, and not one đồng more.</summary>
    [Fact]
    public async Task FiftyOfficersApprovingAtOnce_NeverOverspendASourceYear_ByOneDong()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, (Support * (Room + 1)) - 1);
        var plan = await app.APlan(year);
        var batches = new List<ApprovalBatch>();
        var people = new List<HttpClient>();
        for (var i = 0; i < Officers; i++)
        {
            batches.Add(await app.ABatch(plan, BatchState.Appraised, await app.AnAppraised(year, support: Support)));
            people.Add(await app.ASomebody(Role.ProvincialLeader));
        }

        var forms = await Task.WhenAll(batches.Zip(people).Select(async pair => (pair.First, pair.Second, Token: (await pair.Second.GetPageAsync(pair.First.Path())).QuerySelector("meta[name=csrf-token]")!.GetAttribute("content")!)));
        var answers = await Task.WhenAll(forms.Select(async form =>
        {
            using var content = new FormUrlEncodedContent([.. GivenPlans.Decision(), new("__RequestVerificationToken", form.Token)]);
            return await form.Second.PostAsync(new Uri($"{form.First.Path()}?viec=Approve", UriKind.Relative), content);
        }));

        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(Room);
        foreach (var refused in answers.Where(a => a.StatusCode is not HttpStatusCode.Redirect))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await refused.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vượt 1 đ");
        }

        var (now, entries, drawn) = await app.Counted(line);
        (now.Approved, now.Allotted).ShouldBe((new Dong(Support * Room), entries));
        drawn.ShouldBe(now.Approved);
        var states = await Task.WhenAll(batches.Select(b => app.Again(b)));
        states.Count(b => b.State is BatchState.Approved).ShouldBe(Room);
        states.Count(b => b.State is BatchState.Appraised).ShouldBe(Officers - Room);
        var versions = await app.WithDb(App.KhanhHoa, db => db.PlanVersions.Where(v => v.AnnualPlanId == plan.AnnualPlanId).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync());
        versions.ShouldBe(Enumerable.Range(1, Room));
        foreach (var batch in states)
        {
            (await app.Again(batch.Items[0].ProjectId)).State.ShouldBe(batch.State is BatchState.Approved ? ProjectState.Approved : ProjectState.Appraised);
        }
    }

    /// <summary>Two people approve the very same batch: one decision, one version, drawn once.</summary>
    [Fact]
    public async Task TheSameBatch_IsApprovedOnce()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 10 * Support);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, await app.AnAppraised(year, support: Support));
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.ASomebody(Role.ProvincialLeader)));
        var answers = await Task.WhenAll(people.Select(p => p.Take(batch, BatchAction.Approve)));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await app.Counted(line)).Drawn.ShouldBe(new Dong(Support));
    }

    /// <summary>Amounts and remarks are still being saved while the batch is concluded and approved: what is approved stays approved, with the amounts that were drawn.</summary>
    [Fact]
    public async Task AmountsSavedDuringAnApproval_DoNotUndoIt()
    {
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 10 * Support);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Submitted, await app.AnAppraised(year, support: Support), await app.AnAppraised(year, support: Support));
        using var concluder = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        var writers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.ASomebody(Role.DepartmentOfficer)));
        var whole = batch.Items.ToDictionary(i => $"Items[{i.PlanItemId}].Amounts[KCDP]", _ => $"{Support}");
        (await concluder.SubmitAsync(batch.Path(), whole, $"{batch.Path()}?handler=Appraise")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var remarked = whole.Concat(batch.Items.ToDictionary(i => $"Items[{i.PlanItemId}].Remark", _ => "Nhận xét muộn")).ToDictionary();
        var saving = writers.Select(async w =>
        {
            for (var i = 0; i < 3; i++)
            {
                ((int)(await w.SubmitAsync(batch.Path(), remarked, $"{batch.Path()}?handler=Appraise")).StatusCode).ShouldBeLessThan(500);
            }
        });
        var deciding = Task.Run(async () =>
        {
            (await concluder.Take(batch, BatchAction.Appraise, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        });
        await Task.WhenAll([deciding, .. saving]);
        var now = await app.Again(batch);
        now.State.ShouldBe(BatchState.Approved);
        now.Items.ShouldAllBe(i => i.State == PlanItemState.Approved && i.Approved.Provincial == i.Appraised.Provincial);
        var (counted, _, drawn) = await app.Counted(line);
        counted.Approved.ShouldBe(drawn);
    }
}
