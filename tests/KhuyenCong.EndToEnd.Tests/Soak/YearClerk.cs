using System.Net;
using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>An accountant of the Sở who proposes to close one past year after the other, and the leader who approves it; every year a part lapses and the rest goes on.</summary>
/// <remarks>A year is closed once for all, so that every round is of a unit of its own, which the leader records first.</remarks>
public sealed partial class YearClerk : StepClerk
{
    /// <summary>The first that money may be allotted for.</summary>
    private const int FirstYear = 2020;
    private const long Allotted = 1_000_000;
    private const long Lapses = 1_003;

    private readonly Clerk accountant;
    private readonly Clerk leader;

    private YearClerk(Moneys kept, Clerk accountant, Clerk leader)
        : base(kept, accountant, leader) => (this.accountant, this.leader) = (accountant, leader);

    /// <summary>Every sort of step that a round has.</summary>
    public static IReadOnlyList<string> Sorts { get; } = ["Year.Open", "Year.Allot", "Year.Propose", "Year.Approve"];

    public static async Task<YearClerk> OpenAsync(Uri url, Moneys kept)
    {
        var people = await Task.WhenAll(Clerk.SignedInAsync(url, Accounts.KhanhHoaAccountant), Clerk.SignedInAsync(url, Accounts.KhanhHoaLeader));
        return new(kept, people[0], people[1]);
    }

    protected override IEnumerable<Step> Round()
    {
        var (round, holder) = (Kept.NextRound(), "");
        var (name, number) = ($"Đơn vị dự toán {round} (dữ liệu minh họa)", $"KS-{round}");
        yield return new(
            "Year.Open",
            name,
            async () => (holder = await HolderAsync(name)).Length == 0,
            async () =>
            {
                var answer = await SendAsync(leader, "/to-chuc/moi", "/to-chuc/moi", ("Name", name), ("Kind", "OtherDepartment"), ("OpenedOn", $"01/01/{FirstYear}"), ("Document", "Quyết định (dữ liệu minh họa)"));
                holder = answer.Redirect is { } opened ? IdOf(opened) : "";
                return answer;
            });
        yield return new("Year.Allot", number, async () => !await ShowsAsync(accountant, Preview(holder, FirstYear), "name=\"Form.Available["), () => AllotAsync(holder, number));
        foreach (var (year, left) in Enumerable.Range(FirstYear, Hands.Today.Year - FirstYear).Select((year, i) => (year, Allotted - ((i + 1) * Lapses))))
        {
            var (proposal, key) = ("", $"{holder}/{year}");
            yield return new(
                "Year.Propose",
                key,
                async () => (proposal = Address(await accountant.ReadAsync(Preview(holder, year)), "/so-du-toan/khoa-so/")).Length == 0,
                async () =>
                {
                    var answer = await ProposeAsync(holder, year, left);
                    proposal = answer.Redirect ?? "";
                    return answer;
                });
            yield return new("Year.Approve", key, () => ShowsAsync(leader, proposal, "handler=Approve"), () => SendAsync(leader, proposal, $"{proposal}?handler=Approve"));
        }
    }

    private static string Preview(string holder, int year) => $"/so-du-toan/khoa-so?nam={year}&don-vi={holder}";

    private async Task<string> HolderAsync(string name) =>
        Regex.Match(WebUtility.HtmlDecode(await accountant.ReadAsync("/du-toan/giao")), $"value=\"([0-9a-f-]{{36}})\"[^>]*>\\s*{Regex.Escape(name)}").Groups[1].Value;

    private Task<(string? Redirect, string Answer)> AllotAsync(string holder, string number) => SendAsync(
        accountant, "/du-toan/giao", "/du-toan/giao", ("Form.HolderId", holder), ("Form.Source", "KCDP"), ("Form.Year", $"{FirstYear}"), ("Form.Kind", "Initial"), ("Form.Amount", $"{Allotted}"),
        ("Form.Confirmed", "true"), ("Form.DocumentNumber", number), ("Form.DocumentDate", Today), ("Form.Issuer", "UBND tỉnh (dữ liệu minh họa)"));

    private async Task<(string? Redirect, string Answer)> ProposeAsync(string holder, int year, long left)
    {
        var address = Preview(holder, year);
        var page = await accountant.ReadAsync(address);
        return await FillAsync(
            accountant, page, address, null, ("Form.Seen", Clerk.Value(page, "Form.Seen")), (Found(Available(), page), $"{left}"), ("Form.DocumentNumber", $"CN-{year}"),
            ("Form.DocumentDate", Today), ("Form.Issuer", "UBND tỉnh (dữ liệu minh họa)"));
    }

    [GeneratedRegex("name=\"(Form\\.Available\\[[0-9a-f-]{36}\\])\"")]
    private static partial Regex Available();
}
