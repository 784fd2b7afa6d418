using System.Net;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Pages.Treasury;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Spreadsheets;
using static KhuyenCong.Web.Tests.Treasury.GivenTreasury;

namespace KhuyenCong.Web.Tests.Treasury;

public sealed class StatementLineListTests(App app)
{
    [Fact]
    public async Task MoreLinesThanAPage_GoOnOnTheNext_AndTheirSumsAreOfAll()
    {
        const int Out = ManyContracts.PageSize + 1;
        using var accountant = await app.As(Role.DepartmentAccountant);
        var account = AnAccount();
        var path = await accountant.Imported(await app.ADepartment(), account, [.. Enumerable.Range(1, Out).Select(n => Row($"L{n}-{account}", $"{n}")), Row($"IN-{account}", "", received: "77")]);
        var url = $"{path}?co={ManyContracts.PageSize}";
        var (one, two) = (await accountant.GetPageAsync(url), await accountant.GetPageAsync($"{url}&trang=99"));
        var rows = one.QuerySelectorAll("#dong-sao-ke tbody th a").Concat(two.QuerySelectorAll("#dong-sao-ke tbody th a")).ToList();
        (one.QuerySelectorAll("#dong-sao-ke tbody tr").Length, two.QuerySelectorAll("#dong-sao-ke tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2));
        rows.Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(Out + 1);
        rows.Select(a => int.Parse(a.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder();

        var sum = new Dong(Out * (Out + 1) / 2);
        var part = $"{url}&chieu={nameof(LineDirection.Out)}&phan={nameof(LinePart.Unexplained)}";
        foreach (var page in new[] { await accountant.GetPageAsync(part), await accountant.GetPageAsync($"{part}&trang=2") })
        {
            page.QuerySelector("#cong")!.TextContent.ShouldContain($"{sum.Grouped}\u00a0đ");
            page.Body!.TextContent.ShouldContain($"trong {Out} dòng");
        }

        (await accountant.GetPageAsync($"{url}&phan={nameof(LinePart.Matched)}")).QuerySelector("#dong-sao-ke").ShouldBeNull();
        (await accountant.GetPageAsync($"{url}&phan={nameof(LinePart.Explained)}")).QuerySelector("#dong-sao-ke").ShouldBeNull();
        (await accountant.GetPageAsync($"{url}&tim=IN-{account}")).QuerySelectorAll("#dong-sao-ke tbody tr").Length.ShouldBe(1);
        (await accountant.GetPageAsync($"{url}&trang-thai={nameof(LineState.Explained)}")).QuerySelector("#dong-sao-ke").ShouldBeNull();
        var sheet = Packages.TextOf(await accountant.GetByteArrayAsync(new Uri($"{path}?handler=Excel", UriKind.Relative)));
        sheet.ShouldContain($"L1-{account}");
        sheet.ShouldContain($"IN-{account}");
        using var foreign = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        (await foreign.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
