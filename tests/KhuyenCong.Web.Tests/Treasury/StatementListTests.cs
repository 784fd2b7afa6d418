using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Spreadsheets;
using static KhuyenCong.Web.Tests.Treasury.GivenTreasury;

namespace KhuyenCong.Web.Tests.Treasury;

public sealed class StatementListTests(App app)
{
    [Fact]
    public async Task LinesThatWait_GoOnOnTheNextPage_AndTheirSumsAreOfAll()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var account = AnAccount();
        await accountant.Imported(await app.ADepartment(), account, [.. Enumerable.Range(1, ManyContracts.PageSize + 1).Select(n => Row($"W{n}-{account}", "1.000")), Row($"IN-{account}", "", received: "77")]);
        var url = $"/kho-bac/chua-giai-trinh?tim={account}&co={ManyContracts.PageSize}";
        var (one, two) = (await accountant.GetPageAsync(url), await accountant.GetPageAsync($"{url}&trang=2"));
        (one.QuerySelectorAll("#hang-doi tbody tr").Length, two.QuerySelectorAll("#hang-doi tbody tr").Length).ShouldBe((ManyContracts.PageSize, 2));
        one.QuerySelectorAll("#hang-doi tbody th a").Concat(two.QuerySelectorAll("#hang-doi tbody th a")).Select(a => a.GetAttribute("href")).Distinct().Count().ShouldBe(ManyContracts.PageSize + 2);
        foreach (var page in new[] { one, two })
        {
            page.Body!.TextContent.ShouldContain($"{ManyContracts.PageSize + 2} dòng theo bộ lọc");
            page.Body.TextContent.ShouldContain($"Chi còn {new Dong(1_000 * (ManyContracts.PageSize + 1))}");
            page.Body.TextContent.ShouldContain($"Thu còn {new Dong(77)}");
        }

        (await accountant.GetPageAsync($"{url}&chieu={nameof(LineDirection.In)}")).QuerySelectorAll("#hang-doi tbody tr").Length.ShouldBe(1);
        var sheet = Packages.TextOf(await accountant.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative)));
        sheet.ShouldContain($"W1-{account}");
        sheet.ShouldContain($"IN-{account}");
    }

    [Fact]
    public async Task Statements_AreFoundByHolderAccountAndBank_AndGoOnOnTheNextPage()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var (holder, account) = (await app.AHolder(), AnAccount());
        await app.WithDb(App.KhanhHoa, async db =>
        {
            for (var number = 0; number <= ManyContracts.PageSize; number++)
            {
                var day = Day.AddDays(-number);
                var row = new StatementRow(1, day, LineDirection.Out, new(1_000), $"S{number}-{account}", "Cơ sở Mẫu (dữ liệu minh họa)", "Thanh toán");
                var head = new StatementHead(holder, null, account, "Kho bạc Nhà nước (dữ liệu minh họa)", null, null, "sao-ke.csv", $"{GivenPlans.Id():N}");
                var imported = new StatementImported(GivenPlans.Id(), App.KhanhHoa, head, day, day, [new(GivenPlans.Id(), row, $"{GivenPlans.Id():N}")], [], GivenPlans.Id(), TimeProvider.System.UtcNow);
                db.TreasuryStatements.Add(TreasuryStatement.From(imported));
                db.StatementLines.Add(StatementLine.From(imported, imported.Lines[0]));
            }

            db.Because("treasury.imported", "test");
            await db.SaveChangesAsync();
            return true;
        });
        var url = $"/kho-bac?tim={account}+nha+nuoc+don+vi&co={ManyContracts.PageSize}";
        var (one, two) = (await accountant.GetPageAsync(url), await accountant.GetPageAsync($"{url}&trang=2"));
        (one.QuerySelectorAll("#sao-ke tbody tr").Length, two.QuerySelectorAll("#sao-ke tbody tr").Length).ShouldBe((ManyContracts.PageSize, 1));
        one.QuerySelector("#sao-ke tbody tr")!.TextContent.ShouldContain("Còn 1 dòng");
        two.Body!.TextContent.ShouldContain($"{ManyContracts.PageSize + 1} sao kê theo bộ lọc");
        (await accountant.GetPageAsync($"{url}&con=con&trang=2")).QuerySelectorAll("#sao-ke tbody tr").Length.ShouldBe(1);
        (await accountant.GetPageAsync($"/kho-bac?tim={account}+khong-co-ngan-hang-nay")).QuerySelector("#sao-ke").ShouldBeNull();
        Packages.TextOf(await accountant.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative))).ShouldContain(account);
    }
}
