namespace KhuyenCong.EndToEnd;

/// <summary>
/// Every main page, by everybody who works on it, in both sizes and both looks: no serious violation of WCAG 2.2 AA, and nothing
/// sticks out sideways. A person signs in once and walks; every fault of the walk is told at once.
/// </summary>
/// <remarks>Each class of walks is as long as the others: they run beside each other, and none is left alone at the end.</remarks>
public abstract class Looked(Application application, Chromium chromium) : Journey(application, chromium)
{
    protected const string Programme = "/chuong-trinh > main tbody th a";

    /// <summary>All of them, or those that KHUYENCONG_TEST_WALKS names, separated by commas.</summary>
    protected static TheoryData<string> Named(IEnumerable<string> walks) => [.. walks.Where(walk => Environment.GetEnvironmentVariable("KHUYENCONG_TEST_WALKS")?.Split(',').Contains(walk) ?? true)];

    /// <param name="walk">Names its pictures.</param>
    /// <param name="user">Who walks; null for anybody without an account.</param>
    /// <param name="stops">Where: an address, then after each ">" the first link to follow from there.</param>
    protected async Task CanBeReadAsync(string walk, string? user, string[] stops)
    {
        var page = await NewPageAsync();
        var faults = new List<string>();

        if (user is not null)
        {
            await page.SignInAsync(user);
        }

        var way = new Walk(page, stops);
        foreach (var (index, stop) in stops.Index())
        {
            if (!await way.ReachesAsync(stop))
            {
                faults.Add($"{stop}: a link on the way is missing, at {page.Url}");
                continue;
            }

            faults.AddRange(await page.JudgeAsync($"{walk}-{index + 1:00}", shell: index == 0));
            await page.SitsDownAgainAsync();
        }

        faults.ShouldBeEmpty();
    }
}

/// <summary>The judgement itself.</summary>
public sealed class LooksTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    [Fact]
    public async Task AFaintText_AFieldWithoutName_AndAPageTooWide_AreTold()
    {
        var page = await NewPageAsync();
        await page.SetContentAsync("""<html lang="vi"><title>Lỗi</title><main><p style="color: #ccc; background: #fff">Mờ</p><input><div style="width: 3000px">Rộng</div></main>""");

        var faults = await page.JudgeAsync("faults");

        foreach (var look in new[] { "desk-light", "phone-dark" })
        {
            faults.ShouldContain(fault => fault.Contains($"{look}: color-contrast"));
            faults.ShouldContain(fault => fault.Contains($"{look}: label"));
            faults.ShouldContain(fault => fault.Contains($"{look}: sticks out"));
        }
    }

    [Fact]
    public async Task OfRowsThatDifferInTheirTextsOnly_TwoAreJudged_AndEveryOtherOne()
    {
        var page = await NewPageAsync();
        await page.SetContentAsync("""
            <html lang="vi"><title>Lỗi</title><style>.faint { color: #ccc } table { background: #fff }</style><main><table><tbody>
            <tr><td>một</td></tr><tr><td>hai</td></tr><tr><td>ba</td></tr><tr><td class="faint">mờ</td></tr><tr><td>năm<input name="a"></td></tr>
            <tr><td class="faint">mờ nữa</td></tr><tr><td class="faint">cũng mờ</td></tr></tbody></table></main>
            """);

        var violations = await page.ViolationsAsync();

        violations.ShouldContain(violation => violation.StartsWith("label:", StringComparison.Ordinal));
        var faint = violations.Single(violation => violation.StartsWith("color-contrast:", StringComparison.Ordinal));
        faint.ShouldContain("mờ nữa");
        faint.ShouldNotContain("cũng mờ");
    }
}
