using System.Globalization;
using System.Net;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.ManagementCosts;

public sealed class EquipmentListTests(App app)
{
    [Fact]
    public async Task MoreThingsThanAPage_GoOnOnTheNext_AreFoundInTheirProvince_AndByWhereTheyWereHandedTo()
    {
        const int Price = 10_000;
        var (all, mark) = (ManyContracts.PageSize + 1, $"sn{GivenPlans.Id():N}");
        var bought = await app.AnApprovedEstimate(await app.ALine(4 * GivenManagement.Line), ManagementItem.Equipment);
        var fields = await app.VoucherFields(bought, all * Price);
        for (var at = 0; at < all; at++)
        {
            foreach (var (key, value) in new[] { ("Name", $"Máy ảnh số {at:00}"), ("Serial", $"{mark}-{at}"), ("Price", Price.ToString(CultureInfo.InvariantCulture)), ("Place", "Phòng Quản lý công nghiệp"), ("Keeper", "Đỗ Văn Ước (dữ liệu minh họa)") })
            {
                fields[$"Form.Equipment[{at}].{key}"] = value;
            }
        }

        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var elsewhere = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var answer = await officer.SubmitAsync($"{bought}/chung-tu", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var voucher = answer.Headers.Location!.ToString();
        (await officer.Take(voucher, ManagementVoucherAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(voucher, ManagementVoucherAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var url = $"/thiet-bi-quan-ly?tim=uoc+{mark}&co={ManyContracts.PageSize}";
        (await officer.GetPageAsync(url)).QuerySelector("#thiet-bi").ShouldBeNull();
        (await accountant.Take(voucher, ManagementVoucherAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var (one, two) = (await officer.GetPageAsync(url), await officer.GetPageAsync($"{url}&trang=2"));
        (one.QuerySelectorAll("#thiet-bi tbody tr").Length, two.QuerySelectorAll("#thiet-bi tbody tr").Length).ShouldBe((ManyContracts.PageSize, 1));
        one.QuerySelectorAll("#thiet-bi tbody th a").Concat(two.QuerySelectorAll("#thiet-bi tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(all);
        one.QuerySelector("#thiet-bi tbody th")!.TextContent.ShouldContain("Máy ảnh số 00");
        two.QuerySelector("#thiet-bi tbody th")!.TextContent.ShouldContain($"Máy ảnh số {all - 1}");
        two.Body!.TextContent.ShouldContain($"{all} thiết bị");
        (await elsewhere.GetPageAsync(url)).QuerySelector("#thiet-bi").ShouldBeNull();

        var thing = one.QuerySelector("#thiet-bi tbody th a")!.GetAttribute("href")!;
        (await officer.SubmitAsync(thing, new Dictionary<string, string> { ["Place"] = "Trung tâm", ["Keeper"] = "Lê Thị Ánh (dữ liệu minh họa)", ["Document"] = "BB 01" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetPageAsync($"/thiet-bi-quan-ly?tim=le+thi+anh+{mark}")).QuerySelectorAll("#thiet-bi tbody tr").Length.ShouldBe(1);
        // What is left fits one page: a page beyond the last shows the last.
        (await officer.GetPageAsync($"{url}&trang=2")).QuerySelectorAll("#thiet-bi tbody tr").Length.ShouldBe(all - 1);
        (await officer.GetPageAsync(url)).Body!.TextContent.ShouldContain($"{all - 1} thiết bị");
    }
}
