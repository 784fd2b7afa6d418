using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Three people of the Sở through whose hands an advance goes: one asks, another approves, a third sends it and records it as paid.</summary>
/// <remarks>After a break they begin with a new request, so that none of their steps is ever sent again.</remarks>
public sealed partial class Payer : IDisposable
{
    private readonly Clerk asks;
    private readonly Clerk approves;
    private readonly Clerk pays;
    private readonly Moneys kept;
    private readonly string form;

    private Payer(Clerk asks, Clerk approves, Clerk pays, Moneys kept, string form) => (this.asks, this.approves, this.pays, this.kept, this.form) = (asks, approves, pays, kept, form);

    public void Dispose()
    {
        asks.Dispose();
        approves.Dispose();
        pays.Dispose();
    }

    /// <summary>Signs all three in, and finds the sample contract.</summary>
    public static async Task<Payer> OpenAsync(Uri url, Moneys kept)
    {
        var (asks, approves, pays) = (new Clerk(url), new Clerk(url), new Clerk(url));
        await asks.SignInAsync(Accounts.KhanhHoaSpecialist);
        await approves.SignInAsync(Accounts.KhanhHoaLeader);
        await pays.SignInAsync(Accounts.KhanhHoaAccountant);
        var contract = Contract().Match(await asks.ReadAsync("/hop-dong?trang-thai=Signed"));
        contract.Success.ShouldBeTrue("there is a signed sample contract");
        return new(asks, approves, pays, kept, $"{contract.Value}/de-nghi?loai=Advance");
    }

    public Task WorkAsync() => kept.UntilGoneAsync(async () =>
    {
        var page = await asks.ReadAsync(form);
        using var fields = new MultipartFormDataContent
        {
            { new StringContent("1.001"), Amount().Match(page).Groups[1].Value },
            { new StringContent("Tạm ứng từng phần (dữ liệu minh họa)"), "Form.Purpose" },
        };
        var (request, answer) = await asks.SendAsync(form, page, fields);
        return request is null ? answer
            : await StepAsync(asks, request, "Request") ?? await StepAsync(approves, request, "Approve") ?? await StepAsync(pays, request, "Send") ?? await PaidAsync(request);
    });

    /// <summary>Recorded by two at the same moment: one wins.</summary>
    private async Task<string?> PaidAsync(string request)
    {
        var id = Guid.Parse(request[^36..]);
        var page = await pays.ReadAsync(request);
        kept.Payments[id] = false;
        var answers = await Task.WhenAll(SendAsync(pays, request, page, "Pay"), SendAsync(pays, request, page, "Pay"));
        if (answers.Count(a => a.Redirect is not null) is 1)
        {
            kept.Payments[id] = true;
            return null;
        }

        return $"{answers.Count(a => a.Redirect is not null)} of two recorded {request} as paid: {answers[0].Answer}";
    }

    private static async Task<string?> StepAsync(Clerk clerk, string request, string action)
    {
        var (redirect, answer) = await SendAsync(clerk, request, await clerk.ReadAsync(request), action);
        return redirect is null ? answer : null;
    }

    private static async Task<(string? Redirect, string Answer)> SendAsync(Clerk clerk, string request, string page, string action)
    {
        using var fields = new MultipartFormDataContent { { new StringContent(Clerk.Value(page, "BaseVersion")), "BaseVersion" } };
        if (action is "Send" or "Pay")
        {
            fields.Add(new StringContent(Hands.Today.Text()), "Move.Date");
        }

        if (action is "Pay")
        {
            fields.Add(new StringContent("UNC " + request[^6..]), "Move.TreasuryNumber");
        }

        return await clerk.SendAsync($"{request}?viec={action}", page, fields);
    }

    [GeneratedRegex("/hop-dong/[0-9a-f-]{36}")]
    private static partial Regex Contract();

    [GeneratedRegex("name=\"(Form\\.Lines\\[[0-9a-f-]{36}\\]\\.Amount)\"")]
    private static partial Regex Amount();
}
