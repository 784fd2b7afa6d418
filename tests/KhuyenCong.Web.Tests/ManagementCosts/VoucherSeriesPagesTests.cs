using System.Globalization;
using System.Net;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.ManagementCosts;

/// <summary>An invoice of a voucher that was paid without its series, completed by another person.</summary>
public sealed class VoucherSeriesPagesTests(App app)
{
    [Fact]
    public async Task Completed_ByAnotherThanWhoWroteIt_TheOtherInvoiceGoesOn()
    {
        var number = ((GivenPlans.Id().GetHashCode() & 0xFFFFFF) + 1).ToString(CultureInfo.InvariantCulture);
        var estimate = await app.AnApprovedEstimate(await app.ALine(2 * GivenManagement.Line));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var path = await officer.Vouched(app, estimate, 1_000_000, number, ("Form.InvoiceSeries", ""));
        await (await officer.Take(path, ManagementVoucherAction.Request)).ShouldGoOn();
        await (await leader.Take(path, ManagementVoucherAction.Approve)).ShouldGoOn();
        await (await accountant.Take(path, ManagementVoucherAction.Pay)).ShouldGoOn();
        var other = await app.VoucherFields(estimate, 1_000_000, number);
        other["Form.InvoiceSeries"] = "1C25TAA";
        (await (await officer.SubmitAsync($"{estimate}/chung-tu", other)).Told()).ShouldContain("Mỗi hóa đơn chỉ được đề nghị chi một lần");

        var fields = new Dictionary<string, string> { ["Completion.Series"] = "1C26TAA", ["Completion.Reason"] = "Đối chiếu bản gốc" };
        (await officer.GetPageAsync(path)).QuerySelector("#ky-hieu").ShouldBeNull();
        (await officer.SubmitAsync(path, fields, $"{path}?handler=Series")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.SubmitAsync("/", fields, $"{path}?handler=Series")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await leader.SubmitAsync(path, new Dictionary<string, string>(fields) { ["Completion.Reason"] = " " }, $"{path}?handler=Series")).Told()).ShouldContain("lý do bổ sung ký hiệu");
        (await leader.GetPageAsync(path)).QuerySelector("#ky-hieu").ShouldNotBeNull();
        await (await leader.SubmitAsync(path, fields, $"{path}?handler=Series")).ShouldGoOn();
        var id = GivenManagement.IdOf(path);
        var now = await app.WithDb(App.KhanhHoa, db => db.ManagementVouchers.AsNoTracking().SingleAsync(v => v.ManagementVoucherId == id));
        (now.State, now.InvoiceSeries).ShouldBe((ManagementVoucherState.Paid, "1C26TAA"));
        (await app.WithDb(App.KhanhHoa, db => db.UsedInvoices.Where(u => u.ManagementVoucherId == id).Select(u => u.Key).SingleAsync())).ShouldContain("c26taa");
        (await leader.GetPageAsync(path)).QuerySelector("#ky-hieu").ShouldBeNull();
        await (await officer.SubmitAsync($"{estimate}/chung-tu", other)).ShouldGoOn();
    }
}
