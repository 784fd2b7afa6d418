using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Spreadsheets;

namespace KhuyenCong.Web.Tests.FollowUps;

public sealed class FollowUpListTests(App app)
{
    private const int Count = ManyContracts.PageSize + 3;

    [Fact]
    public async Task MoreSheetsThanAPage_GoOnOnTheNext_AndWhatWaitsStandsFirst()
    {
        var word = $"phieu{GivenFollowUps.Id():N}";
        await ManyAsync(word);
        using var leader = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var url = $"/theo-doi?tim={word}&co={ManyContracts.PageSize}";
        var (one, two) = (await leader.GetPageAsync(url), await leader.GetPageAsync($"{url}&trang=99"));
        var names = one.QuerySelectorAll("#theo-doi tbody th a").Concat(two.QuerySelectorAll("#theo-doi tbody th a")).Select(a => a.TextContent).ToList();
        (one.QuerySelectorAll("#theo-doi tbody tr").Length, two.QuerySelectorAll("#theo-doi tbody tr").Length).ShouldBe((ManyContracts.PageSize, 3));

        // The answered one, the overdue from the oldest on, the one that is due, then those to come.
        names.ShouldBe([$"{word} 4", $"{word} 2", $"{word} 1", $"{word} 3", .. Enumerable.Range(5, Count - 4).Select(n => $"{word} {n}")]);
        foreach (var page in new[] { one, two })
        {
            page.Body!.TextContent.ShouldContain($"{Count} phiếu theo bộ lọc");
            page.Body.TextContent.ShouldContain("1 đến hạn trả lời");
            page.Body.TextContent.ShouldContain("2 quá hạn hoặc bị trả lại");
        }

        foreach (var (standing, count) in new[] { (FollowUpStanding.Answered, 1), (FollowUpStanding.Overdue, 2), (FollowUpStanding.Due, 1), (FollowUpStanding.NotDue, Count - 4), (FollowUpStanding.SentBack, 0), (FollowUpStanding.Confirmed, 0), (FollowUpStanding.NoAnswer, 0) })
        {
            (await leader.GetPageAsync($"{url}&tinh-trang={standing}")).QuerySelectorAll("#theo-doi tbody tr").Length.ShouldBe(count, $"{standing}");
        }

        var sheet = Packages.TextOf(await leader.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative)));
        names.ShouldAllBe(n => sheet.Contains(n, StringComparison.Ordinal));
        using var foreign = await app.ASomebody(Role.DepartmentLeader);
        (await foreign.GetPageAsync(url)).QuerySelector("#theo-doi").ShouldBeNull();
    }

    /// <summary>Two overdue, one due, one answered and more that are not due, beside one sheet.</summary>
    private async Task ManyAsync(string word)
    {
        var of = await app.ASheet(App.DongNai);
        var now = TimeProvider.System.UtcNow;
        await app.WithDb(App.DongNai, async db =>
        {
            for (var number = 1; number <= Count; number++)
            {
                var days = number switch { 1 => -1, 2 => -2, 3 => FollowUp.EarlyDays, _ => FollowUp.EarlyDays + number };
                var sheet = FollowUp.From(new(
                    GivenFollowUps.Id(),
                    new(of.ProvinceCode, of.AcceptanceId, of.ContractId, of.ProjectId, of.Regime, of.TerritoryCode, GivenFollowUps.Id(), of.EstablishmentId, $"{word} {number}", of.ProductionSiteId, of.CommuneCode, of.AcceptedOn),
                    new(1, 12, GivenFollowUps.Today.AddDays(days), of.ReportYear, of.BaselineYear),
                    GivenFollowUps.Today,
                    now));
                if (number == 4)
                {
                    sheet.Apply(new FollowUpMoved(sheet.FollowUpId, GivenFollowUps.Id(), FollowUpAction.Send, null, null, FollowUpState.Submitted, GivenFollowUps.Id(), GivenFollowUps.Today, now));
                }

                db.FollowUps.Add(sheet);
            }

            db.Because("followup.opened", "test");
            await db.SaveChangesAsync();
            return true;
        });
    }
}
