using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Execution;

public sealed class MonthListTests(App app)
{
    private static readonly DateOnly Today = TimeProvider.System.Today;

    [Fact]
    public async Task MoreMonthsThanAPage_GoOnOnTheNext_OfTheirProvinceOnly()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var contract = await app.ASignedContract(organisation: unit);
        var others = await app.SignedBeside(contract, ManyContracts.PageSize);
        var ids = others.Select(c => c.ContractId).ToList();
        await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => ids.Contains(c.ContractId)).ExecuteUpdateAsync(set => set.SetProperty(c => c.SignedOn, (DateOnly?)GivenExecution.Signed)));

        var shown = new HashSet<string>();
        var (rows, page) = (0, 1);
        for (int on; (on = await Add(owner, page, shown)) > 0; page++)
        {
            rows += on;
            on.ShouldBeLessThanOrEqualTo(ManyContracts.PageSize);
            if (on < ManyContracts.PageSize)
            {
                break;
            }
        }

        rows.ShouldBeGreaterThan(ManyContracts.PageSize);
        shown.Count.ShouldBe(rows, "no month is shown twice, none is left out between two pages");
        (await owner.GetPageAsync($"/tien-do?co={ManyContracts.PageSize}")).Body!.TextContent.ShouldContain($"trong {rows} kỳ báo cáo");
        var sheet = Packages.TextOf(await owner.GetByteArrayAsync(new Uri("/tien-do?handler=Excel", UriKind.Relative)));
        others.ShouldAllBe(c => sheet.Contains(c.Number!, StringComparison.Ordinal));

        using var elsewhere = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await elsewhere.GetPageAsync("/tien-do?co=100")).Body!.TextContent.ShouldNotContain(contract.Number!);
        owner.Dispose();
    }

    [Fact]
    public async Task WhatEndedLongAgo_IsReadInTheYearThatIsAskedFor()
    {
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var (contract, year) = (await app.ASignedContract(organisation: unit), Today.Year - 3);
        await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == contract.ContractId).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.SignedOn, (DateOnly?)new DateOnly(year, 2, 1)).SetProperty(c => c.State, ContractState.Liquidated).SetProperty(c => c.StateSince, new DateOnly(year, 10, 1))));
        (await Shows(owner, "/tien-do?co=100", contract)).ShouldBeFalse();
        (await Shows(owner, $"/tien-do?co=100&nam={year}", contract)).ShouldBeTrue();
        (await Shows(owner, $"/tien-do?co=100&nam={year - 1}", contract)).ShouldBeFalse();
        (await Shows(owner, $"/tien-do?co=100&nam={year + 1}", contract)).ShouldBeFalse();
        (await Shows(owner, "/tien-do?nam=99999", contract)).ShouldBeFalse();
        (await owner.GetPageAsync($"/de-an/{contract.ProjectId}")).Body!.TextContent.ShouldContain($"06/{year}", customMessage: "the page of its project still tells all its months");
        owner.Dispose();
    }

    private static async Task<bool> Shows(HttpClient client, string url, Contract contract) =>
        (await client.GetPageAsync(url)).QuerySelector($"#tien-do a[href='/hop-dong/{contract.ContractId}']") is not null;

    private static async Task<int> Add(HttpClient client, int page, HashSet<string> shown)
    {
        var rows = (await client.GetPageAsync($"/tien-do?co={ManyContracts.PageSize}&trang={page}")).QuerySelectorAll("#tien-do tbody tr");
        foreach (var row in rows)
        {
            shown.Add($"{row.QuerySelector("th a[href^='/hop-dong/']")!.GetAttribute("href")} {row.QuerySelector("td[data-label='Tháng']")!.TextContent.Trim()}");
        }

        return rows.Length;
    }
}
