using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Payments;

namespace KhuyenCong.Web.Tests.Establishments;

public sealed class DuplicateListTests(App app)
{
    /// <summary>A place in Đồng Nai.</summary>
    private const string Place = "26068";

    [Fact]
    public async Task MorePairsThanAPage_GoOnOnTheNext_AndANewRecordIsSeenAtOnce()
    {
        var mark = $"{GivenEstablishments.Id():N}";
        var phone = $"09{Math.Abs(mark.GetHashCode(StringComparison.Ordinal) % 100_000_000):00000000}";
        using var officer = await app.As(Role.DepartmentOfficer, App.DongNai);
        for (var number = 0; number < 7; number++)
        {
            await Add(number);
        }

        (await Pairs(officer, mark)).Count.ShouldBe(21);
        // Whoever read the list a moment ago reads it as it is now.
        await Add(7);
        var shown = await Pairs(officer, mark);
        shown.Count.ShouldBe(28);
        shown.Count.ShouldBeGreaterThan(ManyContracts.PageSize);
        shown.ShouldBeUnique();

        using var elsewhere = await app.As(Role.DepartmentOfficer);
        (await Pairs(elsewhere, mark)).ShouldBeEmpty();

        Task<Establishment> Add(int number) => app.AnEstablishment($"Cơ sở {mark} {(char)('a' + number)} (dữ liệu minh họa)", Place, App.DongNai, parts: new ContactEntry("Nguyễn Minh Họa", null, phone));
    }

    /// <summary>Pairs of two reasons stand before all of one: these are on the first two pages.</summary>
    private static async Task<List<string>> Pairs(HttpClient client, string mark)
    {
        List<string> shown = [];
        foreach (var page in new[] { 1, 2 })
        {
            var list = await client.GetPageAsync($"/co-so/nghi-trung?co={ManyContracts.PageSize}&trang={page}");
            // A list of one page shows it again when the second is asked for.
            if (page == 1 || list.Body!.TextContent.Contains($"{ManyContracts.PageSize + 1}–", StringComparison.Ordinal))
            {
                shown.AddRange(list.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains(mark, StringComparison.Ordinal)).Select(r => r.QuerySelector("a.btn")!.GetAttribute("href")!));
            }
        }

        return shown;
    }
}
