using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Somebody of Sở Tài chính who enters additions to one line, each with a number of its own.</summary>
public sealed partial class Allotter : IDisposable
{
    private readonly Clerk clerk;
    private readonly Moneys kept;
    private readonly string line;

    private Allotter(Clerk clerk, Moneys kept, string line) => (this.clerk, this.kept, this.line) = (clerk, kept, line);

    public void Dispose() => clerk.Dispose();

    /// <summary>Signs in and makes the first allotment of a year that nobody else uses.</summary>
    public static async Task<Allotter> OpenAsync(Uri url, Moneys kept)
    {
        var clerk = new Clerk(url);
        await clerk.SignInAsync(Accounts.KhanhHoaFinance);
        var page = await clerk.ReadAsync("/du-toan/giao");
        var (number, year) = kept.NextLine();
        using var fields = Fields("Initial", number);
        fields.Add(new StringContent(Holder().Match(page).Groups[1].Value), "Form.HolderId");
        fields.Add(new StringContent("KCDP"), "Form.Source");
        fields.Add(new StringContent($"{year}"), "Form.Year");
        var (redirect, answer) = await clerk.SendAsync("/du-toan/giao", page, fields);
        kept.Allotments[number] = true;
        return new(clerk, kept, redirect.ShouldNotBeNull(answer)[^36..]);
    }

    public Task WorkAsync() => kept.UntilGoneAsync(async () =>
    {
        var address = $"/du-toan/giao?dong={line}";
        var page = await clerk.ReadAsync(address);
        var number = kept.NextNumber();
        using var fields = Fields("Addition", number);
        kept.Allotments[number] = false;
        var (redirect, answer) = await clerk.SendAsync(address, page, fields);
        kept.Allotments[number] = redirect is not null;
        return redirect is null ? answer : null;
    });

    private static MultipartFormDataContent Fields(string kind, string number) => new()
    {
        { new StringContent(kind), "Form.Kind" },
        { new StringContent("1.000.001"), "Form.Amount" },
        { new StringContent("true"), "Form.Confirmed" },
        { new StringContent(number), "Form.DocumentNumber" },
        { new StringContent(Hands.Today.Text()), "Form.DocumentDate" },
        { new StringContent("UBND tỉnh (dữ liệu minh họa)"), "Form.Issuer" },
    };

    [GeneratedRegex("name=\"Form\\.HolderId\".*?<option[^>]*value=\"([0-9a-f-]{36})\"", RegexOptions.Singleline)]
    private static partial Regex Holder();
}
