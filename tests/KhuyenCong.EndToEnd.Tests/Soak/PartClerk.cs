namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Two people of Đồng Nai who contract the approved national project with a unit, and that unit with a workshop that benefits from it; of every such part they cancel the signed contract again, so that it is free for the next.</summary>
public sealed class PartClerk(Uri url, Moneys kept) : StepClerk(kept, Clerk.Later(url, Accounts.DongNaiSpecialist), Clerk.Later(url, Accounts.DongNaiLeader))
{
    private const string Source = "KCQG";
    private const string Contracted = "10.000.000";

    private string project = "";
    private string contract = "";

    /// <summary>Every sort of step that a round has.</summary>
    public static IReadOnlyList<string> Sorts { get; } = ["Part.Draft", "Part.Propose", "Part.Sign", "Part.Cancel"];

    private Clerk Officer => People[0];

    private Clerk Leader => People[1];

    protected override IEnumerable<Step> Round()
    {
        if (project.Length == 0)
        {
            yield return Step.Look("", async () => project = Address(await Officer.ReadAsync("/de-an?tim=hat+dieu+ca+cao"), "/de-an/"));
            foreach (var step in Contracting($"DN-{Kept.NextRound()}"))
            {
                yield return step;
            }
        }

        var (number, part) = ($"HT-{Kept.NextRound()}", "");
        yield return new(
            "Part.Draft",
            number,
            async () => (part = await FindAsync(number)).Length == 0,
            async () =>
            {
                var answer = await DraftAsync($"{project}/lap-hop-dong?loai=Support&thuoc={IdOf(contract)}", number, "10.003", "Form.PartyBEstablishmentId");
                part = answer.Redirect ?? "";
                return answer;
            });
        yield return Move("Part.Propose", Officer, part);
        yield return Move("Part.Sign", Leader, part, ("Move.SignedOn", Today));
        yield return Move("Part.Cancel", Leader, part, ("Move.Note", "Cơ sở xin thôi (dữ liệu minh họa)"));
    }

    /// <summary>The contract that all parts are of.</summary>
    private IEnumerable<Step> Contracting(string number)
    {
        yield return new(
            "Contract.Draft",
            number,
            async () => (contract = await FindAsync(number)).Length == 0,
            async () =>
            {
                var answer = await DraftAsync($"{project}/lap-hop-dong?loai=Agency", number, Contracted, "Form.PartyBOrganisationId");
                contract = answer.Redirect ?? "";
                return answer;
            });
        yield return Move("Contract.Propose", Officer, contract);
        yield return Move("Contract.Sign", Leader, contract, ("Move.SignedOn", Today));
    }

    private async Task<string> FindAsync(string number) => Address(await Officer.ReadAsync($"/hop-dong?tim={number}"), "/hop-dong/");

    private async Task<(string? Redirect, string Answer)> DraftAsync(string address, string number, string amount, string partyB)
    {
        var page = await Officer.ReadAsync(address);
        return await FillAsync(
            Officer, page, address, null, ("Form.Number", number), ("Form.PartyAId", Options(page, "Form.PartyAId")[0]), (partyB, Options(page, partyB)[0]), ("Form.Content", "Một phần đề án (dữ liệu minh họa)"),
            ("Form.StartsOn", Today), ("Form.EndsOn", Today), ($"Form.Amounts[{Source}]", amount), ("Form.BankNumber", "9990001234567"), ("Form.BankName", "Ngân hàng Minh Họa"), ("Form.BankHolder", $"Bên nhận {number}"));
    }
}
