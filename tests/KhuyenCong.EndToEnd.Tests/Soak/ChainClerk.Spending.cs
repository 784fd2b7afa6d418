using System.Text;
using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <content>What is asked for, approved by another, sent and recorded as paid by a third; by hand or by the statement of Kho bạc.</content>
public sealed partial class ChainClerk
{
    private const string Advanced = "4.000";

    /// <summary>An advance, the work, the advance cleared, the rest paid.</summary>
    private IEnumerable<Step> Spending(string round, string contract)
    {
        var (advance, clearing, payment) = (new Place(), new Place(), new Place());
        foreach (var step in Asking(contract, advance, "Advance", Advanced))
        {
            yield return step;
        }

        // Recorded by mistake, taken back by opposite entries, recorded again.
        var paid = Move("Payment.Pay", accountant, advance.Path, ("Move.Date", Today), ("Move.TreasuryNumber", $"UNC-{round}-1"));
        yield return paid;
        yield return Move("Payment.TakeBack", leader, advance.Path, ("Move.Note", "Ghi nhầm ngày (dữ liệu minh họa)"));
        yield return paid;
        foreach (var step in Accepting(round, contract).Concat(Asking(contract, clearing, "ClearAdvance", Advanced, advance)))
        {
            yield return step;
        }

        yield return Move("Payment.Pay", accountant, clearing.Path, ("Move.Date", Today), ("Move.TreasuryNumber", $"TT-{round}"));
        yield return Step.Look(IdOf(contract), () => ReadRestAsync(contract));
        foreach (var step in Asking(contract, payment, "Payment", rest, advance, clearing))
        {
            yield return step;
        }

        foreach (var step in Matching(round, payment.Path))
        {
            yield return step;
        }
    }

    /// <summary>What every settlement before gave back is approved no longer, so that the same cost is due a little less each time.</summary>
    private async Task ReadRestAsync(string contract)
    {
        var page = await officer.ReadAsync($"{contract}/de-nghi?loai=Payment");
        rest = Clerk.Value(page, Found(Amount(), page));
    }

    private IEnumerable<Step> Asking(string contract, Place request, string kind, string amount, params Place[] before)
    {
        var form = $"{contract}/de-nghi?loai={kind}";
        yield return new(
            $"Payment.Draft.{kind}",
            IdOf(contract),
            async () => (request.Path = Addresses(await officer.ReadAsync(contract), "/thanh-toan/").Except(before.Select(b => b.Path)).FirstOrDefault() ?? "").Length == 0,
            async () =>
            {
                var page = await officer.ReadAsync(form);
                var answer = await FillAsync(officer, page, form, null, (Found(Amount(), page), amount), ("Form.Purpose", "Chi cho lớp tập huấn (dữ liệu minh họa)"));
                request.Path = answer.Redirect ?? "";
                return answer;
            });
        yield return Move("Payment.Request", officer, request.Path);
        yield return Move("Payment.Approve", leader, request.Path);
        yield return Move("Payment.Send", accountant, request.Path, ("Move.Date", Today));
    }

    /// <summary>A file of three lines: the advance that was recorded by hand, the rest that is recorded by it, and a fee.</summary>
    private IEnumerable<Step> Matching(string round, string payment)
    {
        var (account, statement) = ($"88{round}", "");
        yield return new(
            "Statement.Import",
            account,
            async () => (statement = Address(await accountant.ReadAsync($"/kho-bac?tim={account}"), "/kho-bac/")).Length == 0,
            async () =>
            {
                var answer = await ImportAsync(account, round);
                statement = answer.Redirect ?? "";
                return answer;
            });
        yield return new("Statement.Match", IdOf(statement), () => ShowsAsync(accountant, statement, "handler=All"), () => SendAsync(accountant, statement, $"{statement}?handler=All"))
        {
            Besides = ("Payment.Pay", IdOf(payment)),
        };

        // Lines are matched first and the request is recorded then: what was broken off between the two is offered on the list of statements.
        if (Kept.Deeds.IsPending("Payment.Pay", IdOf(payment)))
        {
            yield return new(
                "Payment.Pay", IdOf(payment), () => ShowsAsync(accountant, $"{payment}?viec=Pay", "?viec=Pay\""), () => SendAsync(accountant, "/kho-bac", $"/kho-bac?request={IdOf(payment)}&handler=Pay"));
        }

        yield return new("Statement.Explain", IdOf(statement), () => ShowsAsync(accountant, statement, "name=\"Chosen\""), () => ExplainAsync(statement));
    }

    private async Task<(string? Redirect, string Answer)> ImportAsync(string account, string round)
    {
        var page = await accountant.ReadAsync("/kho-bac/nhap");
        var (day, payee) = (Today, Payee($"CL-{round}"));
        var lines = $"""
            Ngày giao dịch;Số chứng từ;Người thụ hưởng;Nội dung;Số tiền chi;Số tiền thu
            {day};UNC-{round}-1;{payee};Tạm ứng;{Digits(Advanced)};
            {day};UNC-{round}-2;{payee};Thanh toán;{Digits(rest)};
            {day};PHI-{round};Kho bạc;Phí chuyển tiền;11;
            """;
        return await FillAsync(
            accountant, page, "/kho-bac/nhap", ("Upload", "sao-ke.csv", Encoding.UTF8.GetBytes(lines)),
            ("Form.HolderId", Options(page, "Form.HolderId")[0]), ("Form.Account", account), ("Form.Keeper", "Kho bạc Nhà nước (dữ liệu minh họa)"));
    }

    private async Task<(string? Redirect, string Answer)> ExplainAsync(string statement)
    {
        var page = await accountant.ReadAsync(statement);
        return await FillAsync(
            accountant, page, $"{statement}?handler=Explain", null, ("Chosen", Found(Line(), page)), ("Kind", "FeeOrInterest"), ("Reason", "Phí chuyển tiền (dữ liệu minh họa)"));
    }

    /// <summary>As a bank writes an amount.</summary>
    private static string Digits(string grouped) => grouped.Replace(".", "", StringComparison.Ordinal);

    [GeneratedRegex("name=\"(Form\\.Lines\\[[0-9a-f-]{36}\\]\\.Amount)\"")]
    private static partial Regex Amount();

    [GeneratedRegex("name=\"Chosen\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Line();

    /// <summary>Where a record is found, once there is one.</summary>
    private sealed class Place
    {
        public string Path { get; set; } = "";
    }
}
