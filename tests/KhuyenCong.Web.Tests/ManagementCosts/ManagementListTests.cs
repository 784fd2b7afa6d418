using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.ManagementCosts;

public sealed class ManagementListTests(App app)
{
    [Fact]
    public async Task MoreEstimatesThanAPage_GoOnOnTheNext_AndEachHasItsShare()
    {
        var all = ManyContracts.PageSize + 2;
        var line = await app.ALine(100 * GivenManagement.Line);
        await app.AnApprovedEstimate(line);
        await app.WithDb(line.ProvinceCode, async db =>
        {
            var today = TimeProvider.System.Today;
            for (var number = 1; number < all; number++)
            {
                var text = new ManagementText(ManagementParty.Agency, null, [new(GivenPlans.Id(), ManagementItem.Travel, "Kiểm tra cơ sở", "chuyến", ManagementLineText.Thousand, new(1_000_000 + number))]);
                db.ManagementEstimates.Add(ManagementEstimate.From(new(GivenPlans.Id(), line, new(text, GivenPlans.Id(), TimeProvider.System.UtcNow), today)));
            }

            db.Because("management.drafted", "test");
            await db.SaveChangesAsync();
            return true;
        });
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var url = $"/chi-quan-ly?don-vi={line.HolderId}&co={ManyContracts.PageSize}";
        var (one, two) = (await leader.GetPageAsync(url), await leader.GetPageAsync($"{url}&trang=2"));
        (one.QuerySelectorAll("#chi-quan-ly tbody tr").Length, two.QuerySelectorAll("#chi-quan-ly tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2));
        one.QuerySelectorAll("#chi-quan-ly tbody th a").Concat(two.QuerySelectorAll("#chi-quan-ly tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(all);
        two.Body!.TextContent.ShouldContain($"{all} dự toán");
        (await leader.GetPageAsync($"{url}&trang-thai={nameof(ManagementState.Approved)}")).QuerySelectorAll("#chi-quan-ly tbody tr").Length.ShouldBe(1);

        // Each draft is told together with what is approved, as on its own page.
        var planned = await app.WithDb(line.ProvinceCode, async db => await db.ManagementPlannedAsync(await db.ManagementEstimates.Where(e => e.AllocationId == line.AllocationId).ToListAsync()));
        planned.Count.ShouldBe(all);
        planned.Values.Count(p => p >= new Dong(GivenManagement.Line)).ShouldBeGreaterThanOrEqualTo(all - 1);
        Packages.TextOf(await leader.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative))).ShouldContain($"{1_000_000 + all - 1}");
    }
}
