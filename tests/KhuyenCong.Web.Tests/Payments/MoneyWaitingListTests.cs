using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Spreadsheets;

namespace KhuyenCong.Web.Tests.Payments;

/// <summary>Advances that are held, and money that is to come back: more than a page of each.</summary>
public sealed class MoneyWaitingListTests(App app)
{
    private const int Count = ManyContracts.PageSize + 1;

    private static readonly DateOnly Today = TimeProvider.System.Today;

    [Fact]
    public async Task MoreAdvancesThanAPage_GoOnOnTheNext_AndTheirAgesAreOfAll()
    {
        // Whoever wrote the project sees its contracts and no others: the sums are known to the đồng.
        var (owner, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        var year = GivenPlans.AFarYear();
        var (contract, line) = await app.ASignedContract(await app.AnAppraised(year, support: GivenPayments.Bound, organisation: unit));
        var word = $"tamung{GivenPlans.Id():N}";
        var held = await app.SignedBeside(contract, Count, word);
        await AdvancedAsync(contract, line, held);

        // Of the 24th the older payment was cleared first, of the 26th nobody knows a day.
        var url = $"/thanh-toan/tam-ung?tim={word}&co={ManyContracts.PageSize}";
        var (one, two) = (await owner.GetPageAsync(url), await owner.GetPageAsync($"{url}&trang=99"));
        var (first, last) = (one.QuerySelectorAll("#tuoi-tam-ung tbody th a"), two.QuerySelectorAll("#tuoi-tam-ung tbody th a"));
        (first.Length, last.Length).ShouldBe((ManyContracts.PageSize, 1));
        first.Concat(last).Select(a => a.TextContent).ShouldBe(new[] { 26, 25, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 24 }.Select(n => held[n - 1].Number!));
        foreach (var page in new[] { one, two })
        {
            page.Body!.TextContent.ShouldContain($"{Count} hợp đồng còn số dư tạm ứng");
            var sums = page.QuerySelectorAll(".sum-line").Select(s => s.TextContent).ToList();
            (int Count, long Amount)[] ages = [(4, 30), (6, 39), (9, 126), (6, 130), (1, 26)];
            sums.Count.ShouldBe(ages.Length);
            for (var at = 0; at < ages.Length; at++)
            {
                sums[at].ShouldContain($" {ages[at].Count} hợp đồng");
                sums[at].ShouldContain($"{new Dong(ages[at].Amount).Grouped}\u00a0đ");
            }
        }

        foreach (var (bucket, count) in new[] { (AdvanceBucket.Within30, 4), (AdvanceBucket.Within90, 6), (AdvanceBucket.Within180, 9), (AdvanceBucket.Beyond180, 6), (AdvanceBucket.Unknown, 1) })
        {
            (await owner.GetPageAsync($"{url}&tuoi={bucket}")).QuerySelectorAll("#tuoi-tam-ung tbody tr").Length.ShouldBe(count, $"{bucket}");
        }

        var sheet = Packages.TextOf(await owner.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative)));
        held.ShouldAllBe(c => sheet.Contains(c.Number!, StringComparison.Ordinal));
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await foreign.GetPageAsync(url)).QuerySelector("#tuoi-tam-ung").ShouldBeNull();
    }

    [Fact]
    public async Task MoreRecoveriesThanAPage_GoOnOnTheNext_AndTheirSumIsOfAll()
    {
        var (contract, line) = await app.ASignedContract();
        await app.WithDb(App.KhanhHoa, async db =>
        {
            for (var number = 1; number <= Count; number++)
            {
                // Of days to come, so that they stand before nobody's work of today.
                var request = ARequest(contract, line, PaymentKind.RecoverAdvance, number);
                request.Apply(new PaymentMoved(request.PaymentRequestId, GivenPlans.Id(), new(PaymentAction.Request), PaymentState.Requested, null, GivenPlans.Id(), Today.AddDays(number), TimeProvider.System.UtcNow));
                db.PaymentRequests.Add(request);
            }

            db.Because("payment.drafted", "test");
            await db.SaveChangesAsync();
            return true;
        });
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var url = $"/thanh-toan/cho-thu-hoi?tim={contract.Number}&co={ManyContracts.PageSize}";
        var (one, two) = (await accountant.GetPageAsync(url), await accountant.GetPageAsync($"{url}&trang=99"));
        (one.QuerySelectorAll("#cho-thu-hoi tbody tr").Length, two.QuerySelectorAll("#cho-thu-hoi tbody tr").Length).ShouldBe((ManyContracts.PageSize, 1));
        var numbers = one.QuerySelectorAll("#cho-thu-hoi tbody th a").Concat(two.QuerySelectorAll("#cho-thu-hoi tbody th a")).Select(a => a.TextContent).Distinct().ToList();
        numbers.Count.ShouldBe(Count);
        two.QuerySelector("#cho-thu-hoi tbody tr")!.TextContent.ShouldContain(Today.AddDays(Count).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var page in new[] { one, two })
        {
            page.Body!.TextContent.ShouldContain($"{Count} khoản chưa về Kho bạc");
            page.Body.TextContent.ShouldContain($"{new Dong(Count * (Count + 1) / 2).Grouped}\u00a0đ");
        }

        var sheet = Packages.TextOf(await accountant.GetByteArrayAsync(new Uri($"{url}&handler=Excel", UriKind.Relative)));
        numbers.ShouldAllBe(n => sheet.Contains(n, StringComparison.Ordinal));
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await foreign.GetPageAsync(url)).QuerySelector("#cho-thu-hoi").ShouldBeNull();
    }

    /// <summary>Advances of 1, 2, 3… đồng, paid 10, 20, 30… days ago.</summary>
    private Task<bool> AdvancedAsync(Contract contract, Allocation line, IReadOnlyList<Contract> held) => app.WithDb(App.KhanhHoa, db => db.WriteLedgerAsync([line.AllocationId], [contract.ProjectId], async ledger =>
    {
        var total = new Dong(held.Count * (held.Count + 1) / 2);
        var moves = held.SelectMany((c, at) => new[] { LedgerKind.Commit, LedgerKind.Advance }.Select(kind => (Kind: kind, Contract: c, Amount: new Dong(at + 1))));
        var posted = ledger.Judge(
            [
                new(GivenPlans.Id(), line.AllocationId, LedgerKind.Uncommit, total, new(LedgerCauseKind.Contract, contract.ContractId), Today, contract.ProjectId, contract.ContractId),
                .. moves.Select(m => new Posting(GivenPlans.Id(), line.AllocationId, m.Kind, m.Amount, new(LedgerCauseKind.Contract, m.Contract.ContractId), Today, contract.ProjectId, m.Contract.ContractId)),
            ],
            Today).Event.ShouldNotBeNull();
        db.Record(ledger, posted, GivenPlans.Id());
        for (var number = 1; number < held.Count; number++)
        {
            db.PaymentRequests.Add(APaid(held[number - 1], line, number, number == 24 ? 5 : number * 10));
        }

        db.PaymentRequests.Add(APaid(held[23], line, 30, 300));
        db.Because("payment.paid", "test");
        await db.SaveChangesAsync();
        return true;
    }));

    private static PaymentRequest APaid(Contract contract, Allocation line, long amount, int days)
    {
        var request = ARequest(contract, line, PaymentKind.Advance, amount);
        request.Apply(new PaymentMoved(request.PaymentRequestId, GivenPlans.Id(), new(PaymentAction.Pay, null, Today.AddDays(-days), "CT-1"), PaymentState.Paid, null, GivenPlans.Id(), Today, TimeProvider.System.UtcNow));
        return request;
    }

    private static PaymentRequest ARequest(Contract contract, Allocation line, PaymentKind kind, long amount) => PaymentRequest.From(new(
        GivenPlans.Id(), App.KhanhHoa, contract.ContractId, contract.ProjectId, contract.Regime, contract.TerritoryCode, kind, $"MH-{GivenPlans.Id().ToString("N")[^12..]}", null,
        new(new("Dữ liệu minh họa", [new(GivenPlans.Id(), line.AllocationId, line.Source, new(amount))]), contract.Year, GivenPlans.Id(), TimeProvider.System.UtcNow), Today));
}
