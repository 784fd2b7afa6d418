using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Spreadsheets;

namespace KhuyenCong.Web.Tests.Execution;

public sealed class InspectionListTests(App app)
{
    private const int Count = ManyContracts.PageSize + 1;

    /// <summary>In which nobody else inspects.</summary>
    private const int Year = 2093;

    [Fact]
    public async Task MoreInspectionsThanAPage_GoOnOnTheNext_AndWhatIsOpenStandsFirst()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        await ManyAsync(contract.ProjectId, contract.ContractId);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var url = $"/kiem-tra?nam={Year}&co={ManyContracts.PageSize}";

        // The province's view and that of whoever wrote the project are found in two ways.
        foreach (var viewer in new[] { leader, centre })
        {
            var (one, two) = (await viewer.GetPageAsync(url), await viewer.GetPageAsync($"{url}&trang=99"));
            (one.QuerySelectorAll("#kiem-tra tbody tr").Length, two.QuerySelectorAll("#kiem-tra tbody tr").Length).ShouldBe((ManyContracts.PageSize, 1));
            one.QuerySelectorAll("#kiem-tra tbody th a").Concat(two.QuerySelectorAll("#kiem-tra tbody th a")).Select(a => a.TextContent)
                .ShouldBe([Title(1), Title(2), .. Enumerable.Range(3, Count - 2).Reverse().Select(Title)]);
            one.QuerySelector("#kiem-tra tbody tr")!.TextContent.ShouldContain("1 quá hạn");
            two.Body!.TextContent.ShouldContain($"{Count} cuộc kiểm tra theo bộ lọc");
            (await viewer.GetPageAsync($"{url}&con-kien-nghi=true")).QuerySelectorAll("#kiem-tra tbody th a").Select(a => a.TextContent).ShouldBe([Title(1), Title(2)]);
            (await viewer.GetPageAsync($"{url}&sap-xep=ngay&trang=2")).QuerySelectorAll("#kiem-tra tbody th a").Select(a => a.TextContent).ShouldBe([Title(Count)]);
            (await viewer.GetPageAsync($"{url}&sap-xep=-ngay&trang=2")).QuerySelectorAll("#kiem-tra tbody th a").Select(a => a.TextContent).ShouldBe([Title(1)]);
        }

        var sheet = Packages.TextOf(await leader.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative)));
        Enumerable.Range(1, Count).ShouldAllBe(n => sheet.Contains(Title(n), StringComparison.Ordinal));
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await foreign.GetPageAsync(url)).QuerySelector("#kiem-tra").ShouldBeNull();
    }

    private static string Title(int number) => $"Cuộc kiểm tra thứ {number} (dữ liệu minh họa)";

    /// <summary>One a day; the first has a finding past its day, the second one to come.</summary>
    private Task<bool> ManyAsync(Guid projectId, Guid contractId) => app.WithDb(App.KhanhHoa, async db =>
    {
        var now = TimeProvider.System.UtcNow;
        for (var number = 1; number <= Count; number++)
        {
            var text = new InspectionText(InspectionKind.Planned, Title(number), new(Year, 1, number), "Nguyễn Minh Họa, Sở Công Thương");
            var inspection = Inspection.From(new(GivenExecution.Id(), App.KhanhHoa, null, text, [(GivenExecution.Id(), new(projectId, contractId))], GivenExecution.Id(), now));
            if (number <= 2)
            {
                inspection.Apply(new FindingAdded(GivenExecution.Id(), new(projectId, FindingKind.Progress, "Làm nhanh hơn", "Cơ sở minh họa", GivenExecution.Today.AddDays(number == 1 ? -1 : 10)), GivenExecution.Id(), now));
            }

            db.Inspections.Add(inspection);
        }

        db.Because("inspection.planned", "test");
        await db.SaveChangesAsync();
        return true;
    });
}
