using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests;

/// <summary>What Development starts with: every desk has something on it, all of it marked as invented.</summary>
public sealed class SampleTests(App app)
{
    private const string Invented = "(dữ liệu minh họa)";

    [Fact]
    public async Task ACouncil_HasMembersWithRoles_ASubstitute_AndTwoSessions()
    {
        var council = await app.WithDb(App.KhanhHoa, db => db.Councils.Include(c => c.Members).AsNoTracking().OrderBy(c => c.CouncilId).FirstAsync(c => c.Name.EndsWith(Invented) && c.DecisionNumber.StartsWith("00/")));
        council.Members.Count(m => m.Role is CouncilRole.Chair && !m.IsSubstitute).ShouldBe(1);
        council.Members.ShouldContain(m => m.IsSubstitute);
        using var leader = await app.As(Role.DepartmentLeader);
        var page = await leader.GetPageAsync($"/tham-dinh/hoi-dong/{council.CouncilId}");
        page.QuerySelector("tbody")!.TextContent.ShouldContain("Chủ tịch");
        page.QuerySelector("tbody")!.TextContent.ShouldContain("(dự khuyết)");
        var sessions = await app.WithDb(App.KhanhHoa, db => db.AppraisalSessions.AsNoTracking().Where(s => s.CouncilId == council.CouncilId).OrderBy(s => s.HeldOn).ToListAsync());
        sessions.Select(s => s.IsOpen).ShouldBe([false, true]);
        var minutes = (await leader.GetPageAsync($"/tham-dinh/phien-hop/{sessions[0].AppraisalSessionId}/bien-ban")).QuerySelector(".paper")!.TextContent;
        minutes.ShouldContain("Rút khỏi hồ sơ này");
        minutes.ShouldContain("Dự khuyết thay");
        minutes.ShouldContain("đạt 4, không đạt 0");
    }

    [Fact]
    public async Task AGroupProject_IsApproved_AndItsListWaitsForTheSo()
    {
        var list = await app.WithDb(App.KhanhHoa, db => db.BeneficiaryLists.AsNoTracking().Join(db.Projects.Where(p => p.Title.StartsWith("Ứng dụng máy sấy, đóng gói nông sản")), l => l.ProjectId, p => p.ProjectId, (l, p) => new { l.State, p.ProjectId, Project = p.State, p.Title }).SingleAsync());
        (list.State, list.Project).ShouldBe((BeneficiaryListState.Proposed, ProjectState.Approved));
        list.Title.ShouldEndWith(Invented);
        using var leader = await app.As(Role.DepartmentLeader);
        var page = await leader.GetPageAsync($"/de-an/{list.ProjectId}/don-vi-thu-huong");
        page.QuerySelector(".page-facts")!.TextContent.ShouldContain("400.000.000");
        page.QuerySelectorAll("#de-nghi tbody tr").Length.ShouldBe(2);

        // One bar sticks to the foot of a page, not one for each of two small forms.
        page.QuerySelectorAll("#xac-nhan button, #tra-lai button").Length.ShouldBe(2);
        page.QuerySelectorAll(".form-actions").ShouldBeEmpty();
    }

    [Fact]
    public async Task AProcedure_IsPublished_WithDaysOnlyWhereTheLawHasThem()
    {
        var procedure = await app.WithDb(App.KhanhHoa, db => db.Procedures.Include(p => p.Steps).AsNoTracking().SingleAsync(p => p.From != null && p.DecisionNumber!.StartsWith("00/")));
        procedure.Title.ShouldEndWith(Invented);
        procedure.StandingOn(TimeProvider.System.Today).ShouldBe(ProcedureStanding.InForce);
        procedure.Steps.Where(s => s.Days is not null).ShouldHaveSingleItem().LegalRuleId.ShouldNotBeNull();
        using var owner = await app.As(Role.EstablishmentOwner);
        var steps = (await owner.GetPageAsync($"/quy-trinh/{procedure.ProcedureId}")).QuerySelector(".print-table")!;
        steps.TextContent.ShouldContain("15 ngày");
        steps.QuerySelectorAll("tbody .no-data").Select(n => n.TextContent).ShouldContain("chưa có số liệu");
    }

    [Fact]
    public async Task ACommunesProgramme_ComesAfterTheProvinces_AndHasSomethingToExplain()
    {
        var programme = await app.WithDb(App.KhanhHoa, db => db.Programmes.AsNoTracking().SingleAsync(p => p.CommuneCode == "22453" && p.Title.Contains("xã Cam Lâm")));
        programme.Title.ShouldEndWith(Invented);
        using var officer = await app.As(Role.CommuneOfficer, commune: "22453");
        (await officer.GetPageAsync($"/chuong-trinh/{programme.ProgrammeId}/mau-thuan")).QuerySelectorAll("section.card[id] a.btn-primary").ShouldNotBeEmpty();
        (await officer.GetPageAsync("/chuong-trinh")).QuerySelector("main tbody th a")!.GetAttribute("href").ShouldNotBe($"/chuong-trinh/{programme.ProgrammeId}");
        using var anonymous = app.Anonymous();
        (await anonymous.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("xã Cam Lâm");
    }

    [Fact]
    public async Task ACommunesMoney_WasAskedFor_Allotted_AndIsDrawnByItsOwnPlan()
    {
        var year = TimeProvider.System.Today.Year;
        var estimate = await app.WithDb(App.KhanhHoa, db => db.WholeEstimates.AsNoTracking().SingleAsync(e => e.Year == year && e.Title.StartsWith("Dự toán khuyến công xã Cam Lâm")));
        estimate.State.ShouldBe(BudgetEstimateState.Allotted);
        estimate.Title.ShouldEndWith(Invented);
        var batch = await app.WithDb(App.KhanhHoa, db => db.WholeBatches.AsNoTracking().SingleAsync(b => b.Year == year && b.TerritoryCode == "22453"));
        (batch.State, batch.Items.ShouldHaveSingleItem().Approved.Commune).ShouldBe((BatchState.Approved, Dong.Millions(60)));
        var line = await app.WithDb(App.KhanhHoa, db => db.Allocations.AsNoTracking().SingleAsync(a => a.HolderId == estimate.HolderId && a.Year == year && a.Source == "CAPXA"));
        (line.Allotted, line.Reserved).ShouldBe((Dong.Millions(100), Dong.Millions(60)));
        batch.Items[0].Title.ShouldEndWith(Invented);
    }

    [Fact]
    public async Task ManagementCosts_AreApproved_TwoPaid_OneAskedFor_AndTheLedgerAgrees()
    {
        var estimate = await app.WithDb(App.KhanhHoa, db => db.ManagementEstimates.AsNoTracking().SingleAsync(e => e.Note!.StartsWith("Chi quản lý khuyến công trong năm (dữ liệu minh họa)")));
        (estimate.State, estimate.Total).ShouldBe((ManagementState.Approved, Dong.Millions(15)));
        var vouchers = await app.WithDb(App.KhanhHoa, db => db.WholeManagementVouchers.AsNoTracking().Where(v => v.ManagementEstimateId == estimate.ManagementEstimateId).OrderBy(v => v.Number).ToListAsync());
        vouchers.Select(v => (v.Number, v.State)).ShouldBe([("CTP-01", ManagementVoucherState.Paid), ("TB-01", ManagementVoucherState.Paid), ("VPP-01", ManagementVoucherState.Requested)]);
        vouchers[1].Equipment.ShouldHaveSingleItem().Name.ShouldEndWith(Invented);
        vouchers[0].Served.ShouldNotBeNull();
        var held = await app.WithDb(App.KhanhHoa, db => db.LedgerPositions.AsNoTracking().SingleAsync(p => p.SubjectId == estimate.ManagementEstimateId));
        (held.Paid, held.Reserved).ShouldBe((new Dong(9_600_000), new Dong(5_400_000)));
    }
}
