namespace KhuyenCong.EndToEnd.Soak;

/// <content>A contract of the unit with a supplier, under the one that binds the money; it ends with that one.</content>
public sealed partial class ChainClerk
{
    private const string Supplied = "1.003";

    private IEnumerable<Step> Parting(string round, string contract)
    {
        var part = "";
        yield return new(
            "Part.Draft",
            $"NCC-{round}",
            async () => (part = Addresses(await officer.ReadAsync(contract), "/hop-dong/").FirstOrDefault(other => other != contract) ?? "").Length == 0,
            async () =>
            {
                var answer = await SupplyAsync(round, contract);
                part = answer.Redirect ?? "";
                return answer;
            });
        yield return Move("Part.Propose", officer, part);
        yield return Move("Part.Sign", leader, part, ("Move.SignedOn", Today));
    }

    private async Task<(string? Redirect, string Answer)> SupplyAsync(string round, string contract)
    {
        var address = $"{project}/lap-hop-dong?loai=Supply&thuoc={IdOf(contract)}";
        var page = await officer.ReadAsync(address);
        return await FillAsync(
            officer, page, address, null, [("Form.Number", $"NCC-{round}"), ("Form.PartyB", "Nhà in Minh Họa"), .. Agreed(Options(page, "Form.PartyAId")[0], Supplied), ("Form.Selection", "Direct"),
                ("Form.SelectionBasis", "Tờ trình (dữ liệu minh họa)"), ("Form.BankNumber", "9990007654321"), ("Form.BankName", "Ngân hàng Minh Họa"), ("Form.BankHolder", "Nhà in Minh Họa")]);
    }
}
