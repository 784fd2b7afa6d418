using System.Net;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Tests.Contracts;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

public sealed class ReminderPagesTests(App app)
{
    [Fact]
    public async Task ANight_RemindsOnce_HoweverOftenItIsRun_AlsoTwoAtOnce()
    {
        var contract = await AnOverdue(null);
        await Task.WhenAll(Night(contract), Night(contract));
        await Night(contract);
        (await Kept(contract)).Select(r => r.Level).Order().ShouldBe([ReminderLevel.Late, ReminderLevel.UnitLeader]);
        (await Night(contract)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task WhatHasMovedOn_IsNotShown_AndTheBellDoesNotWaitForTheNight()
    {
        var contract = await AnOverdue(null);
        await Night(contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await Inbox(leader)).ShouldContain(contract.Number!);
        await Cancel(contract);
        (await Inbox(leader)).ShouldNotContain(contract.Number!);
        // The leader's own are closed as soon as a leader looks, the holder's by the night.
        (await Kept(contract)).Where(r => r.Level is ReminderLevel.UnitLeader).ShouldAllBe(r => r.ClosedAt != null);
        await Night(contract);
        (await Kept(contract)).ShouldAllBe(r => r.ClosedAt != null);
    }

    [Fact]
    public async Task TheBell_IsSilent_OnceTheInboxShowsNothing()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var contract = await AnOverdue(unit);
        await Night(contract);
        (await Bell(owner)).ShouldContain("chưa đọc");
        await Cancel(contract);
        (await Inbox(owner)).ShouldNotContain(contract.Number!);
        (await Bell(owner)).ShouldBe("Nhắc việc");
        owner.Dispose();
    }

    private Task<bool> Cancel(Contract contract) => app.WithDb(App.KhanhHoa, async db =>
    {
        var now = await db.WholeContracts.SingleAsync(c => c.ContractId == contract.ContractId);
        now.Apply(new ContractMoved(now.ContractId, GivenPlans.Id(), new(ContractAction.Cancel, "Lý do"), ContractState.Cancelled, GivenPlans.Id(), TimeProvider.System.Today, TimeProvider.System.UtcNow));
        db.Because("contract.moved", "test");
        await db.SaveChangesAsync();
        return true;
    });

    private static async Task<string> Bell(HttpClient client) => (await client.GetPageAsync("/")).QuerySelector(".topbar a[href='/nhac-viec']")!.GetAttribute("title")!;

    [Fact]
    public async Task ThePerformer_IsReminded_ItsSuperiorIsTold_AndNobodyElse()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var (other, _) = await app.AsUnit(Role.CentreOfficer);
        var contract = await AnOverdue(unit);
        await Night(contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var abroad = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await Inbox(centre)).ShouldContain(contract.Number!);
        (await Inbox(leader)).ShouldContain(contract.Number!);
        (await Inbox(other)).ShouldNotContain(contract.Number!);
        (await Inbox(officer)).ShouldNotContain(contract.Number!);
        (await Inbox(abroad)).ShouldNotContain(contract.Number!);
        (await centre.GetPageAsync("/")).QuerySelector(".topbar a[href='/nhac-viec']")!.GetAttribute("title")!.ShouldContain("chưa đọc");
        centre.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task WhatOneHasHandled_IsGoneForThem_AndStaysForOthers()
    {
        var contract = await AnOverdue(null);
        await Night(contract);
        var told = (await Kept(contract)).Single(r => r.Level is ReminderLevel.UnitLeader);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var second = await app.ASomebody(Role.DepartmentLeader);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var abroad = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var path = $"/nhac-viec?handler=Handle&id={told.ReminderId}";
        (await officer.SubmitAsync("/", new { }, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await abroad.SubmitAsync("/", new { }, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.SubmitAsync("/", new { }, path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Inbox(leader)).ShouldNotContain(contract.Number!);
        (await Inbox(second)).ShouldContain(contract.Number!);
        var opened = await second.SubmitAsync("/", new { }, $"/nhac-viec?handler=Open&id={told.ReminderId}");
        opened.Headers.Location!.OriginalString.ShouldBe($"/hop-dong/{contract.ContractId}");
    }

    [Fact]
    public async Task TheProjectSaysWhoHasIt_AndTheListFindsIt()
    {
        var contract = await AnOverdue(null);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var card = (await officer.GetPageAsync($"/de-an/{contract.ProjectId}")).QuerySelector("#dang-cho")!.TextContent;
        card.ShouldContain("đơn vị thực hiện");
        card.ShouldContain("trễ");
        card.ShouldContain("theo hợp đồng");
        var list = $"/de-an/dang-cho-ai?nam={contract.Year}";
        (await officer.GetPageAsync($"{list}&cho=Performer&tre=true")).QuerySelector($"main a[href='/de-an/{contract.ProjectId}']").ShouldNotBeNull();
        (await officer.GetPageAsync($"{list}&cho=Treasury")).QuerySelector($"main a[href='/de-an/{contract.ProjectId}']").ShouldBeNull();
    }

    /// <summary>The contract that nobody has begun: its reminder and the list lead whoever may draft to the form, all others to the project.</summary>
    [Fact]
    public async Task AMissingContract_OpensItsForm_ForWhoeverMayDraft_AndTheProjectForOthers()
    {
        var (_, project) = await app.AnApproved();
        var id = project.ProjectId;
        await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.ProjectId == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.StateSince, new DateOnly(2026, 1, 5))));
        await app.WithDb(App.KhanhHoa, db => ReminderDesk.RunAsync(db, TimeProvider.System, [id], CancellationToken.None));
        var kept = await app.WithDb(App.KhanhHoa, db => db.Reminders.AsNoTracking().Where(r => r.ProjectId == id && r.Kind == WaitingKind.ContractMissing).ToListAsync());
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var (form, page) = ($"/de-an/{id}/lap-hop-dong", $"/de-an/{id}");
        (await Opens(officer, ReminderLevel.Quiet)).ShouldBe(form);
        (await Opens(leader, ReminderLevel.UnitLeader)).ShouldBe(page);
        (await Opens(foreign, ReminderLevel.Quiet)).ShouldBe("NotFound");

        var list = $"/de-an/dang-cho-ai?nam={project.Year}";
        (await officer.GetPageAsync(list)).QuerySelector($"main td[data-label='Bước tiếp theo'] a[href='{form}']")!.TextContent.ShouldBe("lập hợp đồng");
        (await officer.GetPageAsync(page)).QuerySelector($"#dang-cho a[href='{form}']").ShouldNotBeNull();
        var row = (await leader.GetPageAsync(list)).QuerySelector($"main th a[href='{page}']")!.Closest("tr")!;
        row.QuerySelector("td[data-label='Bước tiếp theo']")!.TextContent.Trim().ShouldBe("lập hợp đồng");
        row.QuerySelector("td a").ShouldBeNull("who signs does not draft");
        (await leader.GetPageAsync(page)).QuerySelector("#dang-cho a").ShouldBeNull();

        async Task<string> Opens(HttpClient reader, ReminderLevel level)
        {
            var answer = await reader.SubmitAsync("/", new { }, $"/nhac-viec?handler=Open&id={kept.Single(r => r.Level == level).ReminderId}");
            return answer.Headers.Location?.OriginalString ?? $"{answer.StatusCode}";
        }
    }

    [Fact]
    public async Task TheDays_AreTheLeadersToSet_AndInOrder()
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await officer.GetAsync(new Uri("/nhac-viec/thiet-lap", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var wrong = await leader.SubmitAsync("/nhac-viec/thiet-lap", new Dictionary<string, string> { ["Form.BeforeDays"] = "3", ["Form.UnitLeaderDays"] = "5", ["Form.DepartmentLeaderDays"] = "4", ["Form.QuietDays"] = "10" });
        (await wrong.PageAsync()).QuerySelector("main")!.TextContent.ShouldContain("cùng ngày hoặc sau lãnh đạo đơn vị");
        (await leader.SubmitAsync("/nhac-viec/thiet-lap", new Dictionary<string, string> { ["Form.BeforeDays"] = "2", ["Form.UnitLeaderDays"] = "4", ["Form.DepartmentLeaderDays"] = "8", ["Form.QuietDays"] = "0" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.WithDb(App.DongNai, db => db.ReminderDaysAsync())).ShouldBe(new ReminderDays(2, 4, 8, 0));
        (await app.WithDb(App.KhanhHoa, db => db.ReminderDaysAsync())).ShouldBe(ReminderDays.Default);
    }

    private static async Task<string> Inbox(HttpClient client) => (await client.GetPageAsync("/nhac-viec?co=100")).QuerySelector("main")!.TextContent;

    private Task<(int Written, int Closed)> Night(Contract contract) =>
        app.WithDb(App.KhanhHoa, db => ReminderDesk.RunAsync(db, TimeProvider.System, [contract.ProjectId], CancellationToken.None));

    private Task<List<Reminder>> Kept(Contract contract) =>
        app.WithDb(App.KhanhHoa, db => db.Reminders.AsNoTracking().Where(r => r.ItemId == contract.ContractId && r.Kind == WaitingKind.WorkUnderway).ToListAsync());

    /// <summary>A contract under way whose work should have ended a month ago (dữ liệu minh họa).</summary>
    private async Task<Contract> AnOverdue(Guid? unit)
    {
        var (of, _) = await app.APaidContract();
        return await app.WithDb(App.KhanhHoa, async db =>
        {
            var (today, now) = (TimeProvider.System.Today, TimeProvider.System.UtcNow);
            var contract = Contract.From(new(
                GivenPlans.Id(), of.ProvinceCode, of.ProjectId, of.PlanItemId, null, ContractKind.Support, of.Regime, of.TerritoryCode, of.Year,
                new() { Number = $"{GivenPlans.Id():N}", Content = "Phần việc (dữ liệu minh họa)", PartyAId = of.PartyAId, PartyA = of.PartyA, PartyB = "Đơn vị minh họa", PartyBOrganisationId = unit, StartsOn = today.AddDays(-35), EndsOn = today.AddDays(-30), Amounts = [new("KCDP", new(1))] },
                new Dictionary<string, Guid> { ["KCDP"] = GivenPlans.Id() }, GivenPlans.Id(), today.AddDays(-35), now));
            contract.Apply(new ContractMoved(contract.ContractId, GivenPlans.Id(), new(ContractAction.Sign, null, today.AddDays(-35)), ContractState.Signed, GivenPlans.Id(), today.AddDays(-35), now));
            db.Contracts.Add(contract);
            db.Because("contract.signed", "test");
            await db.SaveChangesAsync();
            return contract;
        });
    }
}
