using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Spreadsheets;

namespace KhuyenCong.Web.Tests.Acceptances;

public sealed class AcceptanceListTests(App app)
{
    [Fact]
    public async Task MoreRecordsThanAPage_AndTheirMachines_GoOnOnTheNext()
    {
        var concluded = ManyContracts.PageSize + 1;
        var place = $"xuong{GivenPlans.Id():N}";
        await ManyAsync(place, concluded);
        using var leader = await app.ASomebody(Role.DepartmentLeader);

        var records = $"/nghiem-thu?tim={place}&co={ManyContracts.PageSize}";
        var (one, two) = (await leader.GetPageAsync(records), await leader.GetPageAsync($"{records}&trang=2"));
        (one.QuerySelectorAll("#nghiem-thu tbody tr").Length, two.QuerySelectorAll("#nghiem-thu tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2));
        one.QuerySelectorAll("#nghiem-thu tbody th a").Concat(two.QuerySelectorAll("#nghiem-thu tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(concluded + 1);
        one.QuerySelector("#nghiem-thu tbody tr")!.TextContent.ShouldContain("Cơ sở chờ");
        two.Body!.TextContent.ShouldContain($"{concluded + 1} biên bản theo bộ lọc");
        two.Body.TextContent.ShouldContain("1 chờ kết luận");
        (await leader.GetPageAsync($"{records}&trang-thai={nameof(AcceptanceState.Submitted)}")).QuerySelectorAll("#nghiem-thu tbody tr").Length.ShouldBe(1);
        Packages.TextOf(await leader.GetByteArrayAsync(new Uri($"{records}&handler=Excel", UriKind.Relative))).ShouldContain($"Cơ sở {concluded}");

        var machines = $"/may-moc?tim={place}&co={ManyContracts.PageSize}";
        var (first, second) = (await leader.GetPageAsync(machines), await leader.GetPageAsync($"{machines}&trang=2"));
        (first.QuerySelectorAll("#may-moc tbody tr").Length, second.QuerySelectorAll("#may-moc tbody tr").Length).ShouldBe((ManyContracts.PageSize, 1));
        second.Body!.TextContent.ShouldContain($"{concluded} máy theo bộ lọc");
        second.Body.TextContent.ShouldContain("1 đến hạn kiểm tra");
        first.QuerySelector("#may-moc tbody tr")!.TextContent.ShouldContain("đến hạn");
        (await leader.GetPageAsync($"{machines}&kiem-tra=den-han")).QuerySelectorAll("#may-moc tbody tr").Length.ShouldBe(1);
        Packages.TextOf(await leader.GetByteArrayAsync(new Uri($"{machines}&handler=Excel", UriKind.Relative))).ShouldContain($"Máy {concluded}");
    }

    /// <summary>Concluded records of one contract with a machine each, the first of which is to be looked at again, and one that waits.</summary>
    private async Task ManyAsync(string place, int concluded)
    {
        var (contract, _) = await app.ASignedContract();
        var (today, now) = (TimeProvider.System.Today, TimeProvider.System.UtcNow);
        await app.WithDb(App.KhanhHoa, async db =>
        {
            for (var number = 1; number <= concluded + 1; number++)
            {
                var isDone = number <= concluded;
                var heldOn = number == 1 ? today.AddMonths(-MachinePassport.CheckAfterMonths - 1) : today;
                var acceptance = Acceptance.From(new(
                    GivenPlans.Id(), App.KhanhHoa, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, AcceptanceForm.PerSite, 1, null,
                    null, null, isDone ? $"Cơ sở {number}" : "Cơ sở chờ", null, null, GivenPlans.Id(), today, now));
                var text = new AcceptanceText
                {
                    HeldOn = heldOn,
                    Place = place,
                    Machines = [new(GivenPlans.Id()) { Name = $"Máy {number}", Maker = "Hãng Minh Họa", Serial = GivenAcceptances.ASerial(), SeenBy = "Người Minh Họa", SeenOn = heldOn }],
                    Verdict = AcceptanceVerdict.Accepted,
                };
                acceptance.Apply(new AcceptanceWritten(text, new Dictionary<Guid, (string Content, string? Unit, long Quantity, Dong Total)>(), GivenPlans.Id, GivenPlans.Id(), now));
                acceptance.Apply(new AcceptanceMoved(
                    acceptance.AcceptanceId, new(isDone ? AcceptanceAction.Conclude : AcceptanceAction.Submit), isDone ? AcceptanceState.Concluded : AcceptanceState.Submitted, null, GivenPlans.Id(), today, now, GivenPlans.Id));
                db.Acceptances.Add(acceptance);
            }

            db.Because("acceptance.concluded", "test");
            await db.SaveChangesAsync();
            return true;
        });
    }
}
