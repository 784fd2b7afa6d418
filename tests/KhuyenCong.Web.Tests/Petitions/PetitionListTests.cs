using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Petitions;

public sealed class PetitionListTests(App app)
{
    [Fact]
    public async Task MoreThanAPage_GoOnOnTheNext_TheLateFirst_AndNoOtherProvinceFindsThem()
    {
        var (all, mark) = (ManyContracts.PageSize + 2, $"{GivenPlans.Id():N}");
        await app.WithDb(App.KhanhHoa, async db =>
        {
            var rule = await db.LegalRules.FirstAsync(r => r.Code == "norm.advanced-machines");
            for (var number = 0; number < all; number++)
            {
                var (id, unit) = (GivenPlans.Id(), GivenPlans.Id());
                var petition = Petition.From(new(
                    id, $"T{number:00}-{mark}", App.KhanhHoa,
                    new(PetitionKind.Obstacle, PetitionSubjectKind.Rule, rule.LegalRuleId, null, $"Vướng mắc {number:00} {mark}", "Nội dung", "Người gửi kín (dữ liệu minh họa)"), id, unit, Given.Today.AddDays(-40)));
                // The one before the last is late, the last has its day still before it: all others wait to be received.
                if (number >= all - 2)
                {
                    var deadline = Given.Today.AddDays(number == all - 2 ? -1 : 10);
                    petition.Apply(new PetitionMoved(id, GivenPlans.Id(), new(PetitionAction.Receive, Deadline: deadline), PetitionState.Received, id, Given.Today.AddDays(-30)));
                }

                db.Petitions.Add(petition);
            }

            db.Because("petition.filed");
            return await db.SaveChangesAsync();
        });
        using var officer = await app.As(Role.DepartmentOfficer);
        var url = $"/kien-nghi?tim={mark}&co={ManyContracts.PageSize}";
        var (one, two) = (await officer.GetPageAsync(url), await officer.GetPageAsync($"{url}&trang=2"));
        (one.QuerySelectorAll("tbody tr").Length, two.QuerySelectorAll("tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2));
        one.QuerySelectorAll("tbody th a").Concat(two.QuerySelectorAll("tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(all);
        one.QuerySelectorAll("tbody th")[0].TextContent.ShouldContain($"Vướng mắc {all - 2:00}");
        one.QuerySelectorAll("tbody th")[1].TextContent.ShouldContain($"Vướng mắc {all - 1:00}");
        two.Body!.TextContent.ShouldContain($"trong {all} ");
        (await officer.GetPageAsync($"{url}&qua-han=true")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        foreach (var sort in new[] { "ngay", "-ngay", "han", "-han" })
        {
            (await officer.GetPageAsync($"{url}&sap-xep={sort}&trang=2")).QuerySelectorAll("tbody tr").Length.ShouldBe(2, sort);
        }

        // What has no day stands last, whichever way the days run.
        (await officer.GetPageAsync($"{url}&sap-xep=-han")).QuerySelector("tbody th")!.TextContent.ShouldContain($"Vướng mắc {all - 1:00}");
        var sheet = Packages.TextOf(await officer.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative)));
        sheet.ShouldContain($"T00-{mark}");
        sheet.ShouldContain($"T{all - 1:00}-{mark}");

        // Who filed is no word to find by for those who are not told it, nor together with what they may find.
        using var finance = await app.As(Role.FinanceOfficer);
        (await finance.GetPageAsync(url)).QuerySelectorAll("tbody tr").Length.ShouldBe(ManyContracts.PageSize);
        (await finance.GetPageAsync($"/kien-nghi?tim={mark}+nguoi+gui+kin")).QuerySelector("tbody").ShouldBeNull();
        (await officer.GetPageAsync($"/kien-nghi?tim={mark}+nguoi+gui+kin")).QuerySelector("tbody").ShouldNotBeNull();
        using var elsewhere = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await elsewhere.GetPageAsync(url)).QuerySelector("tbody").ShouldBeNull();
    }
}
