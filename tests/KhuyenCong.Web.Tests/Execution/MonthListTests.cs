using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
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

        // A contract owes at most a month for each of its three: all of them fit the longest page.
        var all = await Keys(owner, "/tien-do?co=100");
        all.Count.ShouldBeInRange(ManyContracts.PageSize + 1, 99);
        var shown = new List<string>();
        for (var page = 1; (page - 1) * ManyContracts.PageSize < all.Count; page++)
        {
            var on = await Keys(owner, $"/tien-do?co={ManyContracts.PageSize}&trang={page}");
            on.Count.ShouldBe(Math.Min(ManyContracts.PageSize, all.Count - shown.Count));
            shown.AddRange(on);
        }

        shown.ShouldBe(all, "no month is shown twice, none is left out between two pages");
        shown.ShouldBeUnique();
        (await owner.GetPageAsync($"/tien-do?co={ManyContracts.PageSize}")).Body!.TextContent.ShouldContain($"trong {all.Count} kỳ báo cáo");
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
        // The page of its project still tells all its months.
        await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.ProjectId == contract.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProjectState.Settled)));
        (await owner.GetPageAsync($"/de-an/{contract.ProjectId}")).Body!.TextContent.ShouldContain($"06/{year}");
        owner.Dispose();
    }

    private static async Task<bool> Shows(HttpClient client, string url, Contract contract) =>
        (await client.GetPageAsync(url)).QuerySelector($"#tien-do a[href='/hop-dong/{contract.ContractId}']") is not null;

    /// <summary>Contract and month of each row, in order.</summary>
    private static async Task<List<string>> Keys(HttpClient client, string url) =>
    [
        .. (await client.GetPageAsync(url)).QuerySelectorAll("#tien-do tbody tr")
            .Select(r => $"{r.QuerySelector("th a[href^='/hop-dong/']")!.GetAttribute("href")} {r.QuerySelector("td[data-label='Tháng']")!.TextContent.Trim()}"),
    ];
}
