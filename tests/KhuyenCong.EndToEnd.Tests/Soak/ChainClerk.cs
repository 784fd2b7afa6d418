using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Three people of xã Cam Lâm who take small tasks of its approved project through the whole way of the money.</summary>
/// <remarks>
/// Contract, amendment, a contract with a supplier under it, an advance that is recorded, taken back and recorded again, acceptance (every other one filled without network),
/// clearing of the advance, the rest by the statement of Kho bạc, settlement that gives back what is left, recovery of a part. Of 60 triệu every round binds ten thousand đồng: they last longer than any loop.
/// </remarks>
public sealed partial class ChainClerk : StepClerk
{
    private const string Source = "CAPXA";
    private const string Signed = "10.000";
    private const string Amended = "10.007";

    private readonly Clerk officer;
    private readonly Clerk leader;
    private readonly Clerk accountant;
    private readonly string project;

    /// <summary>What is due in the contract of this round besides the advance, as the form for it suggests.</summary>
    private string rest = "";

    private ChainClerk(Moneys kept, Clerk officer, Clerk leader, Clerk accountant, string project)
        : base(kept, officer, leader, accountant) => (this.officer, this.leader, this.accountant, this.project) = (officer, leader, accountant, project);

    /// <summary>Every sort of step that a round has.</summary>
    public static IReadOnlyList<string> Sorts { get; } =
    [
        "Contract.Draft", "Contract.Propose", "Contract.Sign", "Amendment.Propose", "Amendment.Sign", "Part.Draft", "Part.Propose", "Part.Sign", "Payment.Draft.Advance", "Payment.Draft.ClearAdvance", "Payment.Draft.Payment",
        "Payment.Request", "Payment.Approve", "Payment.Send", "Payment.Pay", "Payment.TakeBack", "Acceptance.Open", "Acceptance.Write", "Offline.Record", "Offline.File",
        "Acceptance.Submit", "Acceptance.Conclude", "Statement.Import", "Statement.Match", "Statement.Explain", "Settlement.Open", "Settlement.Write", "Settlement.Submit", "Settlement.Approve", "Settlement.Recover", "Settlement.Receive",
    ];

    /// <summary>Signs all three in, finds the project, and drafts a contract that nobody signs: while there is one, the project does not end with the settlement of the others.</summary>
    public static async Task<ChainClerk> OpenAsync(Uri url, Moneys kept)
    {
        var people = await Task.WhenAll(Clerk.SignedInAsync(url, Accounts.CamLamOfficer), Clerk.SignedInAsync(url, Accounts.CamLamLeader), Clerk.SignedInAsync(url, Accounts.CamLamAccountant));
        var found = Address(await people[0].ReadAsync("/de-an?tim=sach+hon+xa+cam+lam"), "/de-an/");
        found.ShouldNotBeEmpty("there is the sample project of the commune");
        var chain = new ChainClerk(kept, people[0], people[1], people[2], found);
        var (redirect, answer) = await chain.DraftAsync($"CL-{kept.NextRound()}", "1");
        redirect.ShouldNotBeNull(answer);
        return chain;
    }

    protected override IEnumerable<Step> Round()
    {
        var (round, contract) = (Kept.NextRound(), "");
        var number = $"CL-{round}";
        yield return new(
            "Contract.Draft",
            number,
            async () => (contract = Address(await officer.ReadAsync($"/hop-dong?tim={number}"), "/hop-dong/")).Length == 0,
            async () =>
            {
                var answer = await DraftAsync(number, Signed);
                contract = answer.Redirect ?? "";
                return answer;
            });
        yield return Move("Contract.Propose", officer, contract);
        yield return Move("Contract.Sign", leader, contract, ("Move.SignedOn", Today));
        yield return new("Amendment.Propose", IdOf(contract), async () => !await ShowsAsync(leader, contract, "handler=SignAmendment"), () => AmendAsync(contract));
        yield return new("Amendment.Sign", IdOf(contract), () => ShowsAsync(leader, contract, "handler=SignAmendment"), () => SignAmendmentAsync(contract));
        foreach (var step in Parting(round, contract).Concat(Spending(round, contract)).Concat(Ending(round, contract)))
        {
            yield return step;
        }
    }

    private async Task<(string? Redirect, string Answer)> DraftAsync(string number, string amount)
    {
        var address = $"{project}/lap-hop-dong?loai=Assignment";
        var page = await officer.ReadAsync(address);
        var first = Options(page, "Form.PartyAId")[0];
        return await FillAsync(
            officer, page, address, null, [("Form.Number", number), ("Form.PartyBOrganisationId", Options(page, "Form.PartyBOrganisationId").First(unit => unit != first)), .. Agreed(first, amount),
                ("Form.BankNumber", "9990001234567"), ("Form.BankName", "Ngân hàng Minh Họa"), ("Form.BankHolder", Payee(number))]);
    }

    /// <summary>The next version is the whole text again.</summary>
    private async Task<(string? Redirect, string Answer)> AmendAsync(string contract)
    {
        var address = $"{contract}/phu-luc";
        var page = await officer.ReadAsync(address);
        return await FillAsync(
            officer, page, address, null, [("Reason", "Thêm tài liệu (dữ liệu minh họa)"), ("Form.PartyBOrganisationId", Clerk.Value(page, "Form.PartyBOrganisationId")), .. Agreed(Options(page, "Form.PartyAId")[0], Amended)]);
    }

    private async Task<(string? Redirect, string Answer)> SignAmendmentAsync(string contract)
    {
        var page = await leader.ReadAsync(contract);
        return await FillAsync(leader, page, $"{contract}?handler=SignAmendment&phuLuc={Found(Amendment(), page)}", null, ("Move.SignedOn", Today));
    }

    private static (string Name, string Value)[] Agreed(string first, string amount) =>
    [
        ("Form.PartyAId", first), ("Form.Content", "Một phần lớp tập huấn (dữ liệu minh họa)"), ("Form.StartsOn", Today), ("Form.EndsOn", Today), ($"Form.Amounts[{Source}]", amount),
    ];

    /// <summary>Whose name the statement of Kho bạc gives.</summary>
    private static string Payee(string number) => $"Bên nhận {number}";

    [GeneratedRegex("handler=SignAmendment&(?:amp;)?phuLuc=([0-9a-f-]{36})")]
    private static partial Regex Amendment();
}
