using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Spreadsheets;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class EstimateListTests(App app)
{
    [Fact]
    public async Task MoreEstimatesThanAPage_GoOnOnTheNext_SortedByWhatTheyAskFor()
    {
        var (all, year, holder, mark) = (ManyContracts.PageSize + 2, GivenPlans.AFarYear(), await app.AHolder(), $"{GivenPlans.Id():N}");
        await app.WithDb(App.KhanhHoa, async db =>
        {
            for (var number = 0; number < all; number++)
            {
                var estimate = BudgetEstimate.From(new(GivenPlans.Id(), App.KhanhHoa, year, holder, $"Dự toán {number:00} {mark} (dữ liệu minh họa)", GivenPlans.Id(), TimeProvider.System.Today));
                // The first has no line yet: it asks for nothing.
                if (number > 0)
                {
                    estimate.Apply(new BudgetLinesWritten([new(GivenPlans.Id(), "k3", "KCDP", "Hỗ trợ máy", new(number * 1_000_000L)), new(GivenPlans.Id(), "k3", "KCDP", "Tập huấn", new(500_000))], GivenPlans.Id(), TimeProvider.System.UtcNow));
                }

                db.BudgetEstimates.Add(estimate);
            }

            db.Because("estimate.drafted", "test");
            await db.SaveChangesAsync();
            return true;
        });
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var url = $"/du-toan/de-nghi?nam={year}&co={ManyContracts.PageSize}";
        foreach (var sort in new[] { "", "nam", "tien", "-tien" })
        {
            var (one, two) = (await officer.GetPageAsync($"{url}&sap-xep={sort}"), await officer.GetPageAsync($"{url}&sap-xep={sort}&trang=2"));
            (one.QuerySelectorAll("#du-toan-nam tbody tr").Length, two.QuerySelectorAll("#du-toan-nam tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2), sort);
            one.QuerySelectorAll("#du-toan-nam tbody th a").Concat(two.QuerySelectorAll("#du-toan-nam tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(all, sort);
        }

        (await officer.GetPageAsync($"{url}&sap-xep=tien")).QuerySelector("#du-toan-nam tbody tr")!.TextContent.ShouldContain($"Dự toán 00 {mark}");
        var most = (await officer.GetPageAsync($"{url}&sap-xep=-tien")).QuerySelector("#du-toan-nam tbody tr")!.TextContent;
        most.ShouldContain($"Dự toán {all - 1:00} {mark}");
        most.ShouldContain("26.500.000");
        Packages.TextOf(await officer.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative))).ShouldContain($"Dự toán 00 {mark}");
        using var elsewhere = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await elsewhere.GetPageAsync(url)).Body!.TextContent.ShouldNotContain(mark);
    }
}
