using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Spreadsheets;

namespace KhuyenCong.Web.Tests.Procedures;

public sealed class ProcedureListTests(App app)
{
    [Fact]
    public async Task MoreThanAPage_GoOnOnTheNext_AreFoundByTheirSteps_AndInTheirProvinceOnly()
    {
        var (all, mark, commune) = (ManyContracts.PageSize + 2, $"{GivenProcedures.Id():N}", await app.ACommune(0));
        for (var number = 0; number < all; number++)
        {
            var steps = number == 0 ? new[] { GivenProcedures.Step($"Đối chiếu {mark}") } : [GivenProcedures.Step("Tiếp nhận")];
            await app.AProcedure(GivenProcedures.Text(commune, steps) with { Title = $"Quy trình {number:00} {mark} (dữ liệu minh họa)" });
        }

        using var officer = await app.As(Role.DepartmentOfficer);
        var url = $"/quy-trinh?tim={mark}&co={ManyContracts.PageSize}&tinh-trang={nameof(ProcedureStanding.Draft)}";
        foreach (var sort in new[] { "ten", "-ten", "hieu-luc", "-hieu-luc" })
        {
            var (one, two) = (await officer.GetPageAsync($"{url}&sap-xep={sort}"), await officer.GetPageAsync($"{url}&sap-xep={sort}&trang=2"));
            (one.QuerySelectorAll("#quy-trinh tbody tr").Length, two.QuerySelectorAll("#quy-trinh tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2), sort);
            one.QuerySelectorAll("#quy-trinh tbody th a").Concat(two.QuerySelectorAll("#quy-trinh tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(all, sort);
        }

        var grouped = await officer.GetPageAsync(url);
        grouped.QuerySelectorAll("#quy-trinh tbody th[scope=row]").Length.ShouldBe(ManyContracts.PageSize);
        grouped.Body!.TextContent.ShouldContain($"trong {all} quy trình");
        (await officer.GetPageAsync($"{url}&sap-xep=ten")).QuerySelector("#quy-trinh tbody th")!.TextContent.ShouldContain("Quy trình 00");
        (await officer.GetPageAsync($"{url}&sap-xep=ten")).QuerySelector("#quy-trinh tbody td[data-label='Số bước']")!.TextContent.Trim().ShouldBe("1");
        (await officer.GetPageAsync($"/quy-trinh?tim=doi+chieu+{mark}&sap-xep=ten")).QuerySelectorAll("#quy-trinh tbody tr").Length.ShouldBe(1);
        foreach (var standing in new[] { ProcedureStanding.Coming, ProcedureStanding.InForce, ProcedureStanding.Past })
        {
            (await officer.GetPageAsync($"/quy-trinh?tim={mark}&tinh-trang={standing}")).QuerySelector("#quy-trinh").ShouldBeNull();
        }

        var sheet = Packages.TextOf(await officer.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative)));
        sheet.ShouldContain($"Quy trình 00 {mark}");
        sheet.ShouldContain($"Quy trình {all - 1:00} {mark}");

        using var elsewhere = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await elsewhere.GetPageAsync($"/quy-trinh?tim={mark}")).QuerySelector("#quy-trinh").ShouldBeNull();
    }
}
