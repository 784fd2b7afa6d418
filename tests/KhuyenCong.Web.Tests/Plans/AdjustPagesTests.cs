using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Pages.Plans;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class AdjustPagesTests(App app)
{
    [Fact]
    public async Task AnExtension_MovesTheEnd_AndTheMoney_OnceTheNextYearHasIt()
    {
        var year = GivenPlans.TwoYears();
        var now = await app.AnAllocation(year, 300_000_000);
        var (leader, batch, project, path) = await Approved(year);
        (await leader.GetPageAsync($"{path}?loai=ExtendToNextYear")).QuerySelector("main")!.TextContent.ShouldContain($"Dự toán được giao năm {year + 1}: {Domain.Programmes.FundingSource.Provincial.Name} chưa có số liệu");
        var fields = Decision("ExtendToNextYear", ("Form.EndsOn", $"31/03/{year + 1}"), ("Form.MovesMoney", "true"));
        (await (await leader.SubmitAsync(path, fields)).Told()).ShouldContain($"năm {year + 1}: chưa có số liệu");
        var next = await app.AnAllocation(year + 1, 200_000_000);
        var shown = await (await leader.SubmitAsync(path, fields, $"{path}?handler=Preview")).PageAsync();
        shown.QuerySelector("#truoc-sau")!.TextContent.ShouldContain($"31/03/{year + 1}");
        shown.QuerySelector("#truoc-sau")!.TextContent.ShouldContain("Gia hạn sang năm sau: ngày kết thúc");
        (await app.Again(project.ProjectId)).EndsOn.ShouldBe(project.EndsOn);
        await (await leader.SubmitAsync(path, fields)).ShouldGoOn();
        (await app.Again(project.ProjectId)).EndsOn.ShouldBe(new DateOnly(year + 1, 3, 31));
        ((await app.Counted(now)).Line.Approved, (await app.Counted(next)).Line.Approved, (await app.Counted(next)).Drawn).ShouldBe((Dong.Zero, new Dong(200_000_000), new Dong(200_000_000)));
        (await app.Again(batch)).Items[0].Year.ShouldBe(year + 1);
        (await leader.GetPageAsync($"/ke-hoach/{batch.AnnualPlanId}")).QuerySelector("#phien-ban")!.TextContent.ShouldContain("năm dự toán của kinh phí");

        // What follows locks and draws the year that has the money now.
        await (await leader.SubmitAsync(path, Decision("DecreaseSupport", ("Form.Amounts[KCDP]", "150 triệu"), ("Form.Cover.Counterpart", "50 triệu")))).ShouldGoOn();
        ((await app.Counted(next)).Line.Approved, (await app.Again(batch)).Items[0].Approved.Counterpart).ShouldBe((new Dong(150_000_000), new Dong(250_000_000)));
        await (await leader.Take(batch, BatchAction.Undo)).ShouldGoOn();
        ((await app.Counted(next)).Line.Approved, (await app.Counted(now)).Line.Approved).ShouldBe((Dong.Zero, Dong.Zero));
    }

    [Fact]
    public async Task AnotherBeneficiary_IsFoundInTheRegistry_AndTakesThePlace()
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 300_000_000);
        var (leader, batch, project, path) = await Approved(year);
        var other = await app.AnEstablishment(commune: GivenEstablishments.NhaTrang);
        var search = Decision("ChangeBeneficiary", ("Form.Replaced", $"{project.Beneficiaries[0].ProjectBeneficiaryId}"), ("tim-co-so", other.Name));
        (await (await leader.SubmitAsync(path, search, $"{path}?handler=Find")).PageAsync()).QuerySelector($"input[name='Form.NewSite'][value='{other.Sites[0].ProductionSiteId}']").ShouldNotBeNull();
        (await (await leader.SubmitAsync(path, search)).Told()).ShouldContain("Chưa có thay đổi nào");
        search["Form.NewSite"] = $"{other.Sites[0].ProductionSiteId}";
        await (await leader.SubmitAsync(path, search)).ShouldGoOn();
        var now = (await app.Again(project.ProjectId)).Beneficiaries.ShouldHaveSingleItem();
        (now.EstablishmentId, now.CommuneCode, now.ProjectBeneficiaryId).ShouldBe((other.EstablishmentId, GivenEstablishments.NhaTrang, project.Beneficiaries[0].ProjectBeneficiaryId));
        (await app.Again(batch)).Items[0].CommuneCode.ShouldBe(GivenEstablishments.NhaTrang);
        (await app.WithDb(App.KhanhHoa, db => db.SupportKeys.AnyAsync(k => k.SourceId == project.ProjectId && k.Value == other.EstablishmentId.ToString("N")))).ShouldBeTrue();
        (await leader.GetPageAsync($"/ke-hoach/{batch.AnnualPlanId}")).QuerySelector("#phien-ban")!.TextContent.ShouldContain(other.Name);
    }

    [Fact]
    public async Task ASuspicionThatTheChangeRaises_IsConcludedOnWithTheDecision()
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 300_000_000);
        var (leader, _, project, path) = await Approved(year);
        var other = await app.AnEstablishment(commune: GivenEstablishments.NhaTrang);
        using var officer = await app.As(Role.DepartmentOfficer);
        var helped = await app.AProject(GivenProjects.Text(other));
        (await officer.Move(helped, ProjectAction.File)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var change = Decision("ChangeBeneficiary", ("Form.Replaced", $"{project.Beneficiaries[0].ProjectBeneficiaryId}"), ("Form.NewSite", $"{other.Sites[0].ProductionSiteId}"));
        var asked = await (await leader.SubmitAsync(path, change)).PageAsync();
        asked.QuerySelector(".error-summary")!.TextContent.ShouldContain("nghi hỗ trợ trùng");
        asked.QuerySelector("#nghi-trung")!.TextContent.ShouldContain(helped.Title);
        change[$"Form.Suspicions[{helped.ProjectId}].Outcome"] = "DifferentExpense";
        change[$"Form.Suspicions[{helped.ProjectId}].Reason"] = "ngắn";
        (await (await leader.SubmitAsync(path, change)).Told()).ShouldContain("nghi hỗ trợ trùng");
        (await app.WithDb(App.KhanhHoa, db => db.DoubleSupportResolutions.AnyAsync(r => r.ProjectId == project.ProjectId))).ShouldBeFalse();
        change[$"Form.Suspicions[{helped.ProjectId}].Reason"] = "Hai máy khác nhau, đã xem tại xưởng";
        await (await leader.SubmitAsync(path, change)).ShouldGoOn();
        (await app.Again(project.ProjectId)).Beneficiaries.ShouldHaveSingleItem().EstablishmentId.ShouldBe(other.EstablishmentId);
        var kept = await app.WithDb(App.KhanhHoa, db => db.DoubleSupportResolutions.AsNoTracking().SingleAsync(r => r.ProjectId == project.ProjectId));
        (kept.OtherId, kept.Outcome).ShouldBe((helped.ProjectId, DoubleSupportOutcome.DifferentExpense));
    }

    [Theory]
    [InlineData("ChangeTime", "Form.EndsOn", "15/08/2027", "ngày kết thúc")]
    [InlineData("ChangeContent", "Form.Scale", "Quy mô sau điều chỉnh", "quy mô")]
    [InlineData("ChangePartner", "Form.PartnerUnits", "Đơn vị phối hợp mới (dữ liệu minh họa)", "đơn vị phối hợp")]
    public async Task AKind_ChangesTheProject_AndIsAVersion(string kind, string field, string value, string told)
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 300_000_000);
        var (leader, batch, project, path) = await Approved(year);
        (await leader.GetPageAsync($"{path}?loai={kind}")).QuerySelector($"[name='{field}']").ShouldNotBeNull();
        await (await leader.SubmitAsync(path, Decision(kind, (field, value)))).ShouldGoOn();
        var after = await app.Again(project.ProjectId);
        after.Text.Differs(project.Text).ShouldNotBe(ProjectSections.None);
        after.HasHand(batch.CreatedBy).ShouldBeFalse();
        (await leader.GetPageAsync($"/ke-hoach/{batch.AnnualPlanId}")).QuerySelector("#phien-ban")!.TextContent.ShouldContain(told);
    }

    [Fact]
    public async Task WhoBearsTheDifference_IsSaidByTheWritingUnit_BeforeThePlanIsApproved()
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 300_000_000);
        var (unit, organisation) = await app.AsUnit(Role.CentreOfficer);
        var project = await app.AnAppraised(year, organisation: organisation);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Submitted, project);
        var path = $"{project.Path()}/phan-chenh";
        (await unit.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var department = await app.ASomebody(Role.DepartmentOfficer);
        await (await department.Take(batch, BatchAction.Appraise, new() { [$"Items[{batch.Items[0].PlanItemId}].Amounts[KCDP]"] = "150 triệu" })).ShouldGoOn();
        (await department.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var elsewhere = await app.As(Role.CentreOfficer, App.DongNai);
        (await elsewhere.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await unit.GetPageAsync(project.Path())).QuerySelector($"a[href='{path}']").ShouldNotBeNull();
        (await unit.GetPageAsync(path)).QuerySelector("[name='Form.Counterpart']")!.GetAttribute("value").ShouldBe("50.000.000");
        (await (await unit.SubmitAsync(path, new Dictionary<string, string> { ["Form.Counterpart"] = "40 triệu" })).Told()).ShouldContain("Phần chênh là 50.000.000");
        await (await unit.SubmitAsync(path, new Dictionary<string, string> { ["Form.Counterpart"] = "30 triệu", [$"Form.Cuts[{project.Lines[0].ProjectEstimateLineId}]"] = "20 triệu" })).ShouldGoOn();
        var item = (await app.Again(batch)).Items[0];
        (item.Gap, item.Cost, item.Appraised.Counterpart).ShouldBe((Dong.Zero, new Dong(380_000_000), new Dong(230_000_000)));
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        await (await leader.Take(batch, BatchAction.Approve)).ShouldGoOn();
        (await leader.GetPageAsync($"{batch.Path()}/in")).QuerySelector("tfoot")!.TextContent.ShouldContain("380.000.000");
    }

    [Fact]
    public async Task AConfirmedList_StandsInTheWayOfADecrease()
    {
        var year = GivenPlans.AYear();
        await app.AnAllocation(year, 400_000_000, "KCQG");
        var project = await app.AnAppraised(year, Regime.National, 400_000_000);
        var batch = await app.ABatch(await app.APlan(year, Regime.National), BatchState.SentToAgency, project);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.Ministry))).ShouldGoOn();
        var establishment = await app.AnEstablishment();
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var step = new ProjectMoved(project.ProjectId, GivenPlans.Id(), new(ProjectAction.ConfirmBeneficiaries), ProjectState.Approved, GivenPlans.Id(), new(2026, 1, 2), TimeProvider.System.UtcNow);
            var list = BeneficiaryList.From(new(GivenPlans.Id(), 1, [new(GivenPlans.Id(), establishment.EstablishmentId, establishment.Name, establishment.Sites[0].ProductionSiteId, GivenEstablishments.CamLam, "machines", new(800_000_000), new(400_000_000), [])], step), App.KhanhHoa);
            list.Apply(new BeneficiariesConfirmed(list.Rows, "1/SCT", new(2026, 1, 2), step));
            db.BeneficiaryLists.Add(list);
            db.Because("project.beneficiaries-confirmed", "test");
            await db.SaveChangesAsync();
            return list;
        });
        var fields = Decision("DecreaseSupport", ("Form.Amounts[KCQG]", "300 triệu"), ("Form.Cover.Counterpart", "100 triệu"), ("Form.Decider", "Agency"), ("Form.Confirmation", "CV 9/SCT"));
        (await (await leader.SubmitAsync($"/ke-hoach/de-an/{batch.Items[0].PlanItemId}/dieu-chinh", fields)).Told()).ShouldContain("cộng 400.000.000 đ, lớn hơn mức còn lại 300.000.000 đ");
    }

    /// <summary>Twelve extensions at once into a year with room for five, and one đồng less than six.</summary>
    [Fact]
    public async Task ExtensionsAtOnce_NeverOverspendTheNextYear_ByOneDong()
    {
        const int all = 12;
        const int room = 5;
        var year = GivenPlans.TwoYears();
        var now = await app.AnAllocation(year, all * 200_000_000L);
        var next = await app.AnAllocation(year + 1, ((room + 1) * 200_000_000L) - 1);
        var approved = new List<(HttpClient Leader, ApprovalBatch Batch, Project Project, string Path)>();
        for (var i = 0; i < all; i++)
        {
            approved.Add(await Approved(year));
        }

        var fields = Decision("ExtendToNextYear", ("Form.EndsOn", $"31/03/{year + 1}"), ("Form.MovesMoney", "true"));
        var answers = await Task.WhenAll(approved.Select(a => a.Leader.SubmitAsync(a.Path, fields)));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(room);
        var (then, later) = (await app.Counted(now), await app.Counted(next));
        (then.Line.Approved, then.Drawn).ShouldBe((new Dong((all - room) * 200_000_000L), then.Line.Approved));
        (later.Line.Approved, later.Drawn).ShouldBe((new Dong(room * 200_000_000L), later.Line.Approved));
    }

    [Theory]
    [InlineData("56", "2026-07-01", "tỉnh Khánh Hòa")]
    [InlineData("75", "2026-04-29", "tỉnh Đồng Nai")]
    [InlineData("75", "2026-04-30", "thành phố Đồng Nai")]
    public async Task APlanIsThatOfItsProvince_UnderTheNameOfTheDay(string province, string day, string name) =>
        (await app.WithDb(province, db => PlanTerritory.OfProvinceAsync(db, province, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))).ShouldBe(name);

    private async Task<(HttpClient Leader, ApprovalBatch Batch, Project Project, string Path)> Approved(int year)
    {
        var project = await app.AnAppraised(year);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, project);
        var leader = await app.ASomebody(Role.ProvincialLeader);
        await (await leader.Take(batch, BatchAction.Approve)).ShouldGoOn();
        return (leader, batch, project, $"/ke-hoach/de-an/{batch.Items[0].PlanItemId}/dieu-chinh");
    }

    private static Dictionary<string, string> Decision(string kind, params (string Field, string Value)[] more)
    {
        Dictionary<string, string> fields = new()
        {
            ["Form.Kind"] = kind,
            ["Form.Reason"] = "Lý do minh họa",
            ["Form.Request"] = "CV 3",
            ["Form.Decider"] = "ProvincialCommittee",
            ["Form.DocumentNumber"] = "7/QĐ-UBND",
            ["Form.DocumentDate"] = "12/02/2026",
        };
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        return fields;
    }
}
