using System.Net;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Treasury;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

/// <summary>What is of no single project is reminded of like what is: its holder first, then those above, and only who reads its book.</summary>
public sealed class OfficeRemindersTests(App app)
{
    private static readonly int ToHolder = ReminderDays.Default.Quiet;
    private static readonly int ToUnit = ToHolder + ReminderDays.Default.UnitLeader;
    private static readonly int ToTop = ToHolder + ReminderDays.Default.DepartmentLeader;

    [Fact]
    public async Task AnEstimateLeftLying_IsItsOfficersFirst_ThenTheirLeadersToo_UntilItMovesOn()
    {
        var line = await app.ALine(3 * GivenManagement.Line);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        using var commune = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        using var abroad = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var path = await officer.Estimated(line);
        var record = new OfficeKey(WaitingKind.ManagementEstimate, GivenManagement.IdOf(path));
        (await app.LevelsAfterANight(record)).ShouldBe("");

        await Since(record, ToHolder);
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet");
        var asked = (await app.Open(record))[ReminderLevel.Quiet];
        var row = (await officer.InboxRow(asked, ReminderLevel.Quiet)).ShouldNotBeNull();
        row.ShouldContain($"Dự toán chi quản lý năm {line.Year}");
        row.ShouldContain("Đơn vị dự toán");
        row.ShouldContain($"đã chờ {ToHolder} ngày làm việc, chưa có thời hạn quy định");
        (await officer.Bell()).ShouldNotBeNull().ShouldContain("chưa đọc");
        foreach (var other in new[] { leader, finance, commune, abroad })
        {
            (await other.InboxRow(asked, ReminderLevel.Quiet)).ShouldBeNull();
            (await other.SubmitAsync("/", new { }, $"/nhac-viec?handler=Open&id={asked}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await officer.SubmitAsync("/", new { }, $"/nhac-viec?handler=Open&id={asked}")).Headers.Location!.OriginalString.ShouldBe(path);

        await Since(record, ToUnit);
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet UnitLeader");
        var open = await app.Open(record);
        (await leader.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldNotBeNull();
        (await officer.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldBeNull();
        (await officer.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldNotBeNull();

        // It moves on: nobody waits for the night to be rid of it.
        (await officer.Take(path, ManagementAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull();
        (await app.Open(record)).Keys.ShouldNotContain(ReminderLevel.Quiet);
        (await app.LevelsAfterANight(record)).ShouldBe("");
    }

    [Fact]
    public async Task ANight_RemindsOnce_HoweverOftenItIsRun_AlsoTwoAtOnce()
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var record = new OfficeKey(WaitingKind.ManagementEstimate, GivenManagement.IdOf(await officer.Estimated(await app.ALine(3 * GivenManagement.Line))));
        await Since(record, ToUnit);
        await Task.WhenAll(app.Night(record), app.Night(record));
        (await app.Night(record)).ShouldBe((0, 0));
        (await app.WithDb(App.KhanhHoa, db => db.Reminders.AsNoTracking().Where(r => r.ItemId == record.RecordId).Select(r => r.Level).ToListAsync())).Order().ShouldBe([ReminderLevel.Quiet, ReminderLevel.UnitLeader]);
    }

    [Fact]
    public async Task ACentre_IsRemindedOfItsOwnMoney_AndNobodyOutsideItOfItsDraft()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var (other, _) = await app.AsUnit(Role.CentreOfficer);
        var (head, _) = await app.AsUnit(Role.CentreLeader);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var path = await centre.Estimated(await app.ALine(3 * GivenManagement.Line, holder: unit));
        var record = new OfficeKey(WaitingKind.ManagementEstimate, GivenManagement.IdOf(path));
        await Since(record, ToTop);
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet UnitLeader");
        var open = await app.Open(record);
        (await centre.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldNotBeNull();
        (await centre.Bell()).ShouldBe("Nhắc việc: 1 chưa đọc");
        (await other.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull();
        (await other.Bell()).ShouldBe("Nhắc việc");
        (await head.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldBeNull("another centre's");
        (await leader.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldBeNull();

        // Its own leader has it: above is the Sở's.
        (await centre.Take(path, ManagementAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Since(record, ToTop);
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet DepartmentLeader");
        open = await app.Open(record);
        (await leader.InboxRow(open[ReminderLevel.DepartmentLeader], ReminderLevel.DepartmentLeader)).ShouldNotBeNull();
        (await head.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull("another centre's");
        (await centre.Bell()).ShouldBe("Nhắc việc");
        foreach (var client in new[] { centre, other, head })
        {
            client.Dispose();
        }
    }

    [Fact]
    public async Task ACommunesBatch_IsItsOwn_ThenTheDepartmentsLeadersToo()
    {
        var year = GivenPlans.AYear();
        var batch = await app.ABatch(await app.APlan(year, Regime.Commune), BatchState.Submitted, await app.AnAppraised(year, Regime.Commune));
        var record = new OfficeKey(WaitingKind.PlanBatch, batch.ApprovalBatchId);
        await Since(record, ToTop);
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet UnitLeader DepartmentLeader");
        var open = await app.Open(record);
        using var home = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        using var elsewhere = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.NhaTrang);
        using var head = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.CamLam);
        using var headElsewhere = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.NhaTrang);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await home.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldNotBeNull();
        (await elsewhere.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull();
        (await head.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldNotBeNull();
        (await headElsewhere.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldBeNull();
        (await leader.InboxRow(open[ReminderLevel.DepartmentLeader], ReminderLevel.DepartmentLeader)).ShouldNotBeNull();
        (await officer.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull("the commune works on its own plan");
    }

    /// <summary>A step taken on the day on which its reminder falls is not asked for again of those who took it.</summary>
    [Fact]
    public async Task AnEstimateWithFinance_IsFinances_AndOnceWithTheCouncil_TheCommitteesToRecord()
    {
        var id = GivenPlans.Id();
        var record = new OfficeKey(WaitingKind.BudgetEstimate, id);
        var (holder, today) = (await app.ADepartment(), TimeProvider.System.Today);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            db.BudgetEstimates.Add(BudgetEstimate.From(new(id, App.KhanhHoa, GivenPlans.AFarYear(), holder, "Dự toán (dữ liệu minh họa)", GivenPlans.Id(), today)));
            db.Because("estimate.drafted", "test");
            return await db.SaveChangesAsync();
        });
        await Put(id, BudgetEstimateState.WithFinance);
        await Since(record, ToUnit);
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet UnitLeader");
        var open = await app.Open(record);
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        using var committee = await app.ASomebody(Role.ProvincialOfficeOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var council = await app.ASomebody(Role.CouncilViewer);
        using var abroad = await app.ASomebody(Role.FinanceOfficer, App.DongNai);
        (await finance.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldNotBeNull().ShouldContain("cơ quan tài chính");
        (await finance.Bell()).ShouldNotBeNull().ShouldContain("chưa đọc");
        (await leader.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldNotBeNull();
        foreach (var other in new[] { committee, council, abroad })
        {
            (await other.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull();
        }

        await Put(id, BudgetEstimateState.WithCouncil);
        (await finance.InboxRow(open[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull();
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet UnitLeader");
        var next = await app.Open(record);
        next[ReminderLevel.Quiet].ShouldNotBe(open[ReminderLevel.Quiet]);
        (await committee.InboxRow(next[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldNotBeNull().ShouldContain("HĐND");
        (await finance.InboxRow(next[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull();
        (await council.InboxRow(next[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldBeNull("a reader of the council takes no step");
    }

    [Fact]
    public async Task ANationalBatch_IsRemindedOfByTheDayOfItsRegistration_NotByItsWait()
    {
        var year = GivenPlans.AYear();
        var batch = await app.ABatch(await app.APlan(year, Regime.National), BatchState.Submitted, await app.AnAppraised(year, Regime.National));
        var record = new OfficeKey(WaitingKind.PlanBatch, batch.ApprovalBatchId);
        await Since(record, ToTop);
        (await app.LevelsAfterANight(record)).ShouldBe("", "its day is years away");

        // As if it were the batch of a year whose registration is over.
        await app.WithDb(App.KhanhHoa, db => db.ApprovalBatches.Where(b => b.ApprovalBatchId == batch.ApprovalBatchId).ExecuteUpdateAsync(s => s.SetProperty(b => b.Year, 2020)));
        (await app.LevelsAfterANight(record)).ShouldBe("Late UnitLeader");
        var open = await app.Open(record);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var row = (await officer.InboxRow(open[ReminderLevel.Late], ReminderLevel.Late)).ShouldNotBeNull();
        row.ShouldContain("hạn 19/06/2019");
        row.ShouldContain("trễ");
    }

    [Fact]
    public async Task AStatementWithOpenLines_WaitsForTheAccountant_UntilAllAreExplained()
    {
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var reader = await app.ASomebody(Role.ProvincialOfficeOfficer);
        using var abroad = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        var account = GivenTreasury.AnAccount();
        var path = await accountant.Imported(await app.ADepartment(), account, GivenTreasury.Row("P1", "11.000", $"Phí {account}"), GivenTreasury.Row("P2", "22.000", $"Phí {account}"));
        var record = new OfficeKey(WaitingKind.StatementUnmatched, GivenManagement.IdOf(path));
        var list = $"/de-an/dang-cho-ai?nam={GivenTreasury.Day.Year}";
        var entered = (await app.WorkingDaysAgo(ToHolder)).ToDateTime(new(3, 0), DateTimeKind.Utc);
        await app.WithDb(App.KhanhHoa, db => db.TreasuryStatements.Where(s => s.TreasuryStatementId == record.RecordId).ExecuteUpdateAsync(s => s.SetProperty(t => t.EnteredAt, entered)));
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet");
        var asked = (await app.Open(record))[ReminderLevel.Quiet];
        (await accountant.InboxRow(asked, ReminderLevel.Quiet)).ShouldNotBeNull().ShouldContain(account);
        (await accountant.SubmitAsync("/", new { }, $"/nhac-viec?handler=Open&id={asked}")).Headers.Location!.OriginalString.ShouldBe(path);
        (await reader.InboxRow(asked, ReminderLevel.Quiet)).ShouldBeNull();
        (await abroad.InboxRow(asked, ReminderLevel.Quiet)).ShouldBeNull();
        (await accountant.GetPageAsync(list)).QuerySelector($"#viec-co-quan a[href='{path}']").ShouldNotBeNull();
        (await reader.GetPageAsync(list)).QuerySelector($"#viec-co-quan a[href='{path}']").ShouldBeNull();

        var lines = (await accountant.GetPageAsync(path)).QuerySelectorAll("input[name=Chosen]").Select(i => KeyValuePair.Create("Chosen", i.GetAttribute("value")!));
        KeyValuePair<string, string>[] fields = [.. lines, new("Kind", "FeeOrInterest"), new("Reason", "Phí dịch vụ")];
        (await accountant.SubmitAsync(path, fields, $"{path}?handler=Explain")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.InboxRow(asked, ReminderLevel.Quiet)).ShouldBeNull();
        (await accountant.GetPageAsync(list)).QuerySelector($"#viec-co-quan a[href='{path}']").ShouldBeNull();
        (await app.Open(record)).ShouldBeEmpty();
    }

    private Task<int> Put(Guid id, BudgetEstimateState state) =>
        app.WithDb(App.KhanhHoa, db => db.BudgetEstimates.Where(e => e.BudgetEstimateId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, state)));

    /// <summary>As if it had been left lying for so many working days.</summary>
    private async Task Since(OfficeKey record, int days)
    {
        var (id, since) = (record.RecordId, await app.WorkingDaysAgo(days));
        var moved = await app.WithDb(App.KhanhHoa, db => record.Kind switch
        {
            WaitingKind.PlanBatch => db.ApprovalBatches.Where(b => b.ApprovalBatchId == id).ExecuteUpdateAsync(s => s.SetProperty(b => b.StateSince, since)),
            WaitingKind.BudgetEstimate => db.BudgetEstimates.Where(e => e.BudgetEstimateId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.StateSince, since)),
            _ => db.ManagementEstimates.Where(e => e.ManagementEstimateId == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.StateSince, since)),
        });
        moved.ShouldBe(1);
    }
}
