using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Settlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

public sealed class InboxListTests(App app)
{
    private const string Rows = "main form[action^='/nhac-viec?handler=Open']";

    [Fact]
    public async Task MoreRemindersThanAPage_GoOnOnTheNext_AndWhatHasMovedOnLeavesItsPlaceToOthers()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        using var abroad = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var contracts = await Overdue(unit, ManyContracts.PageSize + 2);
        await app.WithDb(App.KhanhHoa, db => ReminderDesk.RunAsync(db, TimeProvider.System, [contracts[0].ProjectId], CancellationToken.None));
        var kept = await Kept(unit);
        kept.Count.ShouldBeGreaterThan(ManyContracts.PageSize + 1);

        var shown = await Shown(owner, kept.Count);
        shown.Order().ShouldBe(kept.Select(r => $"/nhac-viec?handler=Open&id={r.ReminderId}").Order());
        (await owner.GetPageAsync("/")).QuerySelector(".topbar a[href='/nhac-viec']")!.GetAttribute("title")!.ShouldContain("chưa đọc");
        (await owner.GetPageAsync($"/nhac-viec?co={ManyContracts.PageSize}")).Body!.TextContent.ShouldContain($"{kept.Count} chưa đọc");
        (await abroad.GetPageAsync("/nhac-viec?co=100")).Body!.TextContent.ShouldNotContain(contracts[0].Number!);

        // The first that the first page shows moves on: the page is full all the same, and nobody counts it.
        var first = kept.Single(r => shown[0].EndsWith($"{r.ReminderId}", StringComparison.Ordinal));
        await Cancel(first.ContractId!.Value);
        var after = await owner.GetPageAsync($"/nhac-viec?co={ManyContracts.PageSize}");
        after.QuerySelectorAll(Rows).Length.ShouldBe(ManyContracts.PageSize);
        after.QuerySelectorAll(Rows).Select(f => f.GetAttribute("action")).ShouldNotContain(shown[0]);
        var left = (await Kept(unit)).Count;
        left.ShouldBeLessThan(kept.Count);
        after.QuerySelector("main")!.TextContent.ShouldContain($"trong {left} nhắc việc");

        // Read, all of them, whatever page they are on.
        await owner.SubmitAsync("/", new { }, "/nhac-viec?handler=Read");
        (await owner.GetPageAsync("/nhac-viec?trang=2&co=25")).Body!.TextContent.ShouldContain("0 chưa đọc");
        owner.Dispose();
    }

    private static async Task<List<string>> Shown(HttpClient client, int all)
    {
        var shown = new List<string>();
        for (var page = 1; (page - 1) * ManyContracts.PageSize < all; page++)
        {
            var rows = (await client.GetPageAsync($"/nhac-viec?co={ManyContracts.PageSize}&trang={page}")).QuerySelectorAll(Rows).Select(f => f.GetAttribute("action")!).ToList();
            rows.Count.ShouldBe(Math.Min(ManyContracts.PageSize, all - ((page - 1) * ManyContracts.PageSize)));
            shown.AddRange(rows);
        }

        shown.ShouldBeUnique();
        return shown;
    }

    private Task<List<Reminder>> Kept(Guid unit) => app.WithDb(App.KhanhHoa, db => db.Reminders.AsNoTracking()
        .Where(r => r.OrganisationId == unit && r.ClosedAt == null && (r.Level == ReminderLevel.Before || r.Level == ReminderLevel.OnDay || r.Level == ReminderLevel.Late)).ToListAsync());

    private Task<bool> Cancel(Guid contract) => app.WithDb(App.KhanhHoa, async db =>
    {
        var now = await db.WholeContracts.SingleAsync(c => c.ContractId == contract);
        now.Apply(new ContractMoved(now.ContractId, GivenPlans.Id(), new(ContractAction.Cancel, "Lý do"), ContractState.Cancelled, GivenPlans.Id(), TimeProvider.System.Today, TimeProvider.System.UtcNow));
        db.Because("contract.moved", "test");
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>Contracts of one project under way whose work should have ended a month ago (dữ liệu minh họa).</summary>
    private async Task<IReadOnlyList<Contract>> Overdue(Guid unit, int count)
    {
        var (of, _) = await app.APaidContract();
        return await app.WithDb<IReadOnlyList<Contract>>(App.KhanhHoa, async db =>
        {
            var (today, now) = (TimeProvider.System.Today, TimeProvider.System.UtcNow);
            var made = new List<Contract>();
            for (var number = 0; number < count; number++)
            {
                var contract = Contract.From(new(
                    GivenPlans.Id(), of.ProvinceCode, of.ProjectId, of.PlanItemId, null, ContractKind.Support, of.Regime, of.TerritoryCode, of.Year,
                    new() { Number = $"{GivenPlans.Id():N}", Content = "Phần việc (dữ liệu minh họa)", PartyAId = of.PartyAId, PartyA = of.PartyA, PartyB = "Đơn vị minh họa", PartyBOrganisationId = unit, StartsOn = today.AddDays(-35), EndsOn = today.AddDays(-30), Amounts = [new("KCDP", new(1))] },
                    new Dictionary<string, Guid> { ["KCDP"] = GivenPlans.Id() }, GivenPlans.Id(), today.AddDays(-35), now));
                contract.Apply(new ContractMoved(contract.ContractId, GivenPlans.Id(), new(ContractAction.Sign, null, today.AddDays(-35)), ContractState.Signed, GivenPlans.Id(), today.AddDays(-35), now));
                made.Add(contract);
            }

            db.Contracts.AddRange(made);
            db.Because("contract.signed", "test");
            await db.SaveChangesAsync();
            return made;
        });
    }
}
