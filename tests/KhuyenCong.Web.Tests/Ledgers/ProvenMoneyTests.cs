using AngleSharp.Dom;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Settlements;

namespace KhuyenCong.Web.Tests.Ledgers;

/// <summary>Money that is on no line of the ledger: what was committed of it, and the vouchers that prove it.</summary>
public sealed class ProvenMoneyTests(App app)
{
    [Fact]
    public async Task TheCounterpart_IsReadOnTheMoneyPage_WithItsVouchers()
    {
        var (contract, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var fields = GivenSettlements.Fields();
        (string Field, string Value)[] more =
        [
            ("Id", $"{GivenPlans.Id()}"), ("Number", "UNC 02"), ("IssuedOn", GivenSettlements.Today), ("Kind", nameof(VoucherKind.BankTransfer)),
            ("Source", "DOIUNG"), ("Amount", "70000000"), ("Content", "Lắp đặt"), ("Invoice", ""),
        ];
        foreach (var (field, value) in more)
        {
            fields[$"Form.Vouchers[1].{field}"] = value;
        }

        var path = await officer.Prepared(contract, fields);
        await (await officer.Step(path, SettlementAction.Submit)).ShouldGoOn();
        var before = await RowAsync();
        (Of(before, "Đã chứng minh"), Of(before, "Còn phải chứng minh")).ShouldBe(("—", "—"));
        Of(before, "Chứng từ, biên bản").ShouldContain("đang kê 70.000.000 đ");

        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        var after = await RowAsync();
        Of(after, "Đã chứng minh").ShouldBe("70.000.000");
        Of(after, "Chứng từ, biên bản").ShouldNotContain("đang kê");
        after.QuerySelector("td[data-label='Đã chứng minh'] a")!.GetAttribute("href").ShouldBe($"{path}#chung-tu");
        (await officer.GetPageAsync(path)).QuerySelector("#chung-tu").ShouldNotBeNull();

        async Task<IElement> RowAsync() => (await officer.GetPageAsync($"/de-an/{contract.ProjectId}/kinh-phi")).QuerySelectorAll("#cam-ket-chung-minh tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Contains("Đối ứng", StringComparison.Ordinal));
    }

    private static string Of(IElement row, string column) => row.QuerySelector($"td[data-label='{column}']")!.TextContent.Trim();
}
