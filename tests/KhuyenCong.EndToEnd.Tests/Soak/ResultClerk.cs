namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Records, proves and withdraws results until the server is gone; asks again afterwards for what was not answered, as a person would.</summary>
public sealed class ResultClerk(Clerk clerk, Books books, Dice dice, IReadOnlyList<string> targets)
{
    private static readonly string[] Sources = ["KCDP", "DOIUNG"];

    private readonly List<Wish> own = [];

    public async Task WorkUntilTheServerIsGoneAsync()
    {
        try
        {
            foreach (var wish in own.Where(wish => wish.Recorded is Asked.Sent && dice.Chance(50)).ToList())
            {
                await RecordAsync(wish);
            }

            while (true)
            {
                await (dice.Next(10) switch { < 6 => RecordAsync(null), < 8 => ProveAsync(), _ => WithdrawAsync() });
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // What was on its way is neither done nor refused.
        }
    }

    /// <summary>The same form sent twice has the same id, and records once.</summary>
    private async Task RecordAsync(Wish? again)
    {
        var address = "/ket-qua/ghi-nhan?chi-tieu=" + (again?.Target ?? dice.Of(targets));
        var page = await clerk.ReadAsync(address);
        var wish = again ?? New(Guid.Parse(Clerk.Value(page, "Form.Id")), address.Split('=')[1]);
        using var fields = new MultipartFormDataContent
        {
            { new StringContent(wish.Id.ToString()), "Form.Id" },
            { new StringContent(wish.Title), "Form.Title" },
            { new StringContent(Hands.Today.Text()), "Form.AchievedOn" },
            { new StringContent("2"), "Form.Quantity" },
            { new StringContent("30"), "Form.Copies" },
            { new StringContent("4"), "Form.Times" },
            { new StringContent(wish.Title), "Form.Issue" },
            { new StringContent(wish.Amounts[0].ToString()), $"Form.Amounts[{Sources[0]}]" },
            { new StringContent(wish.Amounts[1].ToString()), $"Form.Amounts[{Sources[1]}]" },
            { new StringContent($"Cơ sở của {wish.Title}"), "Form.Beneficiaries[0].Name" },
        };
        Attach(fields, wish.Proof);
        wish.Recorded = Asked.Sent;
        if (await SendAsync(address, page, fields))
        {
            wish.Recorded = Asked.Answered;
        }
    }

    private Wish New(Guid id, string target)
    {
        var wish = new Wish(id, target, $"Kết quả {id:N} (dữ liệu minh họa)", (1 + dice.Next(900)) * 1_000_000L, (1 + dice.Next(900)) * 1_000L, dice.Chance(60) ? $"minh chứng {id:N}" : null);
        books.Wishes[id] = wish;
        own.Add(wish);
        return wish;
    }

    private async Task ProveAsync()
    {
        if (Standing() is not { } wish)
        {
            return;
        }

        var proof = $"bổ sung {wish.Added.Count} của {wish.Id:N}";
        var page = await clerk.ReadAsync($"/ket-qua/{wish.Id}");
        using var fields = new MultipartFormDataContent();
        Attach(fields, proof);
        wish.Added[proof] = Asked.Sent;
        if (await SendAsync($"/ket-qua/{wish.Id}", page, fields))
        {
            wish.Added[proof] = Asked.Answered;
        }
    }

    private async Task WithdrawAsync()
    {
        if (Standing() is not { } wish)
        {
            return;
        }

        var page = await clerk.ReadAsync($"/ket-qua/{wish.Id}/rut");
        using var fields = new MultipartFormDataContent { { new StringContent("Ghi nhầm (dữ liệu minh họa)"), "reason" } };
        wish.Withdrawn = Asked.Sent;
        if (await SendAsync($"/ket-qua/{wish.Id}/rut", page, fields))
        {
            wish.Withdrawn = Asked.Answered;
        }
    }

    private Wish? Standing() =>
        own.Where(wish => wish is { Recorded: Asked.Answered, Withdrawn: Asked.No }).ToList() is { Count: > 0 } standing ? dice.Of(standing) : null;

    private async Task<bool> SendAsync(string address, string page, MultipartFormDataContent fields)
    {
        var (redirect, answer) = await clerk.SendAsync(address, page, fields);
        if (redirect is null)
        {
            books.Refusals.Add(answer);
        }

        return redirect is not null;
    }

    private static void Attach(MultipartFormDataContent fields, string? proof)
    {
        if (proof is not null)
        {
            fields.Add(new ByteArrayContent(Files.Photo(proof)), "files", "minh-chung.png");
        }
    }
}
