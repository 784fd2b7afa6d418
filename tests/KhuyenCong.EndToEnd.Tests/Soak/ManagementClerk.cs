using System.Globalization;
using System.Net;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Three people of the Sở who estimate what managing the programme costs, spend of it and settle it; two fifths of every estimate go back to its line.</summary>
/// <remarks>Of last year's money, which nobody else here draws on: every round takes some thousand đồng of it.</remarks>
public sealed class ManagementClerk(Uri url, Moneys kept) : StepClerk(kept, Clerk.Later(url, Accounts.KhanhHoaSpecialist), Clerk.Later(url, Accounts.KhanhHoaLeader), Clerk.Later(url, Accounts.KhanhHoaAccountant))
{
    private const string Spent = "6.001";

    private static readonly string Year = (Hands.Today.Year - 1).ToString(CultureInfo.InvariantCulture);

    private string line = "";

    /// <summary>Every sort of step that a round has.</summary>
    public static IReadOnlyList<string> Sorts { get; } =
    [
        "Management.Draft", "Management.Submit", "Management.Approve", "Voucher.Draft", "Voucher.Request", "Voucher.Approve", "Voucher.Pay", "Voucher.TakeBack",
        "Management.ProposeSettlement", "Management.Settle",
    ];

    private Clerk Officer => People[0];

    private Clerk Leader => People[1];

    private Clerk Accountant => People[2];

    protected override IEnumerable<Step> Round()
    {
        var (round, estimate) = (Kept.NextRound(), "");
        var note = $"Chi quản lý {round} (dữ liệu minh họa)";
        if (line.Length == 0)
        {
            yield return Step.Look(round, ReadLineAsync);
        }

        yield return new(
            "Management.Draft",
            note,
            // Whoever drafts one puts it forward before the next.
            async () => (estimate = Address(await Officer.ReadAsync($"/chi-quan-ly?nam={Year}&trang-thai=Drafting"), "/chi-quan-ly/")).Length == 0,
            async () =>
            {
                var answer = await EstimateAsync(note);
                estimate = answer.Redirect ?? "";
                return answer;
            });
        yield return Move("Management.Submit", Officer, estimate);
        yield return Move("Management.Approve", Leader, estimate, ("Move.DocumentNumber", $"QL-{round}"), ("Move.DocumentDate", Today));
        foreach (var step in Spending(round, estimate))
        {
            yield return step;
        }

        yield return Move("Management.ProposeSettlement", Officer, estimate);
        yield return Move("Management.Settle", Leader, estimate);
    }

    /// <summary>A voucher that is recorded as paid by mistake, taken back and recorded again.</summary>
    private IEnumerable<Step> Spending(string round, string estimate)
    {
        var (number, voucher) = ($"CTP-{round}", "");
        yield return new(
            "Voucher.Draft",
            number,
            async () => (voucher = Address(await Officer.ReadAsync(estimate), "/chi-quan-ly/chung-tu/")).Length == 0,
            async () =>
            {
                var answer = await VouchAsync(estimate, number);
                voucher = answer.Redirect ?? "";
                return answer;
            });
        yield return Move("Voucher.Request", Officer, voucher);
        yield return Move("Voucher.Approve", Leader, voucher);
        var paid = Move("Voucher.Pay", Accountant, voucher, ("Move.Date", Today), ("Move.TreasuryNumber", $"UNC-{round}"));
        yield return paid;
        yield return Move("Voucher.TakeBack", Leader, voucher, ("Move.Note", "Ghi nhầm ngày (dữ liệu minh họa)"));
        yield return paid;
    }

    private async Task ReadLineAsync() => line = Found(
        new($"/chi-quan-ly/lap\\?dong=([0-9a-f-]{{36}})\"[^>]*>\\s*Sở Công Thương[^<]*năm {Year}"), WebUtility.HtmlDecode(await Officer.ReadAsync("/chi-quan-ly/lap")));

    private Task<(string? Redirect, string Answer)> EstimateAsync(string note)
    {
        var address = $"/chi-quan-ly/lap?dong={line}";
        return SendAsync(
            Officer, address, address, ("Form.Party", "Agency"), ("Form.Note", note), ("Form.Lines[0].Item", "Travel"), ("Form.Lines[0].Content", "Công tác phí đi kiểm tra cơ sở (dữ liệu minh họa)"),
            ("Form.Lines[0].Unit", "lượt"), ("Form.Lines[0].Quantity", "2"), ("Form.Lines[0].UnitPrice", "5.000"));
    }

    private async Task<(string? Redirect, string Answer)> VouchAsync(string estimate, string number)
    {
        var address = $"{estimate}/chung-tu";
        var page = await Officer.ReadAsync(address);
        return await FillAsync(
            Officer, page, address, null, ("Form.ManagementLineId", Options(page, "Form.ManagementLineId")[0]), ("Form.Number", number), ("Form.IssuedOn", Today), ("Form.Payee", "Lê Minh Họa"), ("Form.Amount", Spent),
            ("Form.Content", "Công tác phí một người, hai ngày (dữ liệu minh họa)"), ("Form.ServedNote", "Đi xem máy tại xưởng (dữ liệu minh họa)"));
    }
}
