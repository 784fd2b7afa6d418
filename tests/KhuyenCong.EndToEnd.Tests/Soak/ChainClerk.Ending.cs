namespace KhuyenCong.EndToEnd.Soak;

/// <content>The work accepted, the contract settled for less than it binds, a part of that recovered.</content>
public sealed partial class ChainClerk
{
    private const string Cost = "9.007";
    private const string Recovered = "507";
    private const string AfterSaving = "/sua";

    private IEnumerable<Step> Accepting(string round, string contract)
    {
        var (acceptance, form, photo) = ("", $"{contract}/nghiem-thu", $"hien-truong-{round}.png");
        yield return new(
            "Acceptance.Open",
            IdOf(contract),
            async () => (acceptance = Address(await officer.ReadAsync(form), "/nghiem-thu/")).Length == 0,
            async () =>
            {
                var answer = await SendAsync(officer, form, form, ("Form", "General"), ("BeneficiaryId", ""));
                acceptance = Without(answer.Redirect);
                return answer;
            });
        isAway = !isAway;
        IEnumerable<Step> writing = isAway ? Sending(acceptance, photo)
            : [new("Acceptance.Write", IdOf(acceptance), async () => !await ShowsAsync(officer, acceptance + AfterSaving, photo), () => WriteAsync(acceptance, photo))];
        foreach (var step in writing)
        {
            yield return step;
        }

        yield return Move("Acceptance.Submit", officer, acceptance);
        // Once for all records of the project, by whoever comes first.
        yield return new(
            "",
            IdOf(acceptance),
            () => ShowsAsync(officer, acceptance, "name=\"TargetReason\""),
            () => SendAsync(officer, acceptance, $"{acceptance}?handler=Target", ("TargetReason", "Chương trình của xã không có chỉ tiêu về tập huấn (dữ liệu minh họa)")))
        {
            LooksFirst = true,
        };
        yield return Move("Acceptance.Conclude", leader, acceptance);
    }

    private IEnumerable<Step> Ending(string round, string contract)
    {
        var (settlement, form, order) = ("", $"{contract}/quyet-toan", $"TH-{round}");
        yield return new(
            "Settlement.Open",
            IdOf(contract),
            // Once it is open, the page leads to it.
            async () => (settlement = await officer.LedToAsync(form) ?? "").Length == 0,
            async () =>
            {
                var answer = await SendAsync(officer, form, form);
                settlement = Without(answer.Redirect);
                return answer;
            });
        // What was written is written again where nobody answered.
        yield return new("Settlement.Write", IdOf(settlement), () => Task.FromResult(true), () => ListAsync(settlement, round));
        yield return Handled("Settlement.Submit", officer, settlement);
        yield return Handled("Settlement.Approve", leader, settlement, ("Move.DocumentNumber", $"BB-{round}"), ("Move.DocumentDate", Today));
        yield return new("Settlement.Recover", order, async () => !await ShowsAsync(accountant, settlement, order), () => RecoverAsync(settlement, order));
        // Whoever ordered it back does not say that it came.
        yield return new("Settlement.Receive", order, () => ShowsAsync(leader, settlement, "handler=Receive"), () => ReceiveAsync(settlement));
    }

    /// <summary>A step whose handler the page of its record offers.</summary>
    private static Step Handled(string sort, Clerk clerk, string record, params (string Name, string Value)[] written)
    {
        var handler = "handler=" + sort[(sort.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return new(sort, IdOf(record), () => ShowsAsync(clerk, record, handler), () => SendAsync(clerk, record, $"{record}?{handler}", written));
    }

    private async Task<(string? Redirect, string Answer)> WriteAsync(string acceptance, string photo)
    {
        var address = acceptance + AfterSaving;
        var page = await officer.ReadAsync(address);
        return await FillAsync(officer, page, address, ("Scene", photo, Files.Photo(photo)), Written(page));
    }

    /// <summary>What the officer writes on the record's page, with what it was shown with.</summary>
    private static (string Name, string Value)[] Written(string page)
    {
        string[] shown = ["Form.BaseVersion", "Form.Base", "Form.Lines[0].EstimateLineId"];
        return
        [
            .. shown.Select(name => (name, Clerk.Value(page, name))), ("Form.HeldOn", Today), ("Form.Number", "01/BB-NT"), ("Form.Place", "Nhà văn hóa xã Cam Lâm"),
            ("Form.Members[0].Name", "Lê Minh Họa"), ("Form.Members[0].Unit", "UBND xã Cam Lâm"), ("Form.Members[0].Side", "Member"), ("Form.Lines[0].AcceptedQuantity", "2"),
            ("Form.Lines[0].InvoicedCost", Cost), ("Form.Lines[0].EligibleCost", Cost), ("Form.Lines[0].Vouchers", "Danh sách ký nhận (dữ liệu minh họa)"), ("Form.Verdict", "Accepted"),
        ];
    }

    private async Task<(string? Redirect, string Answer)> ListAsync(string settlement, string round)
    {
        var address = settlement + AfterSaving;
        var page = await officer.ReadAsync(address);
        return await FillAsync(
            officer, page, address, null, ("Form.Vouchering", "WithoutInvoice"), ("Form.Basis", "Accepted"), ("Form.Share", Clerk.Value(page, "Form.Share")),
            ("Form.Vouchers[0].Id", Clerk.Value(page, "Form.Vouchers[0].Id")), ("Form.Vouchers[0].Number", $"UNC-{round}"), ("Form.Vouchers[0].IssuedOn", Today), ("Form.Vouchers[0].Kind", "BankTransfer"),
            ("Form.Vouchers[0].Source", Source), ("Form.Vouchers[0].Amount", Cost), ("Form.Vouchers[0].Content", "Chi lớp tập huấn (dữ liệu minh họa)"));
    }

    private async Task<(string? Redirect, string Answer)> RecoverAsync(string settlement, string order)
    {
        var page = await accountant.ReadAsync(settlement);
        return await FillAsync(
            accountant, page, $"{settlement}?handler=Recover", null, ("Recovery.AllocationId", Options(page, "Recovery.AllocationId")[0]), ("Recovery.Amount", Recovered), ("Recovery.DocumentNumber", order),
            ("Recovery.DocumentDate", Today), ("Recovery.Issuer", "Thanh tra (dữ liệu minh họa)"), ("Recovery.Reason", "Chi vượt định mức (dữ liệu minh họa)"));
    }

    private async Task<(string? Redirect, string Answer)> ReceiveAsync(string settlement)
    {
        var page = await leader.ReadAsync(settlement);
        return await FillAsync(
            leader, page, $"{settlement}?handler=Receive", null, ("Receipt.RecoveryId", Clerk.Value(page, "Receipt.RecoveryId")), ("Receipt.PaidBackOn", Today), ("Receipt.TreasuryNumber", "CT-507"));
    }

    /// <summary>The record itself, where a form leads to its editing.</summary>
    private static string Without(string? address) => address is null ? "" : address.EndsWith(AfterSaving, StringComparison.Ordinal) ? address[..^AfterSaving.Length] : address;
}
