using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>A 5c below what is paid already: told, confirmed to the đồng, recorded, and waited for until it is asked back.</summary>
public sealed class ExcessTests(App app)
{
    private const long Cut = 1_000_000;

    [Fact]
    public async Task WhatIsPaidBeyondThe5c_IsConfirmedWithItsAmount_AndListedUntilItIsAskedBack()
    {
        var (site, line, path, number) = await AWaiting5c();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.GetPageAsync(path)).QuerySelector("#phai-thu-hoi")!.TextContent.ShouldContain("Sẽ phải thu hồi");
        (await officer.SubmitAsync(path, new { ConfirmedExcess = Cut }, $"{path}?viec={AcceptanceAction.Conclude}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await foreign.SubmitAsync("/", new { ConfirmedExcess = Cut }, $"{path}?viec={AcceptanceAction.Conclude}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.GetPageAsync(path)).QuerySelector("input[name='ConfirmedExcess']")!.GetAttribute("value").ShouldBe($"{Cut}");
        (await (await leader.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Conclude}")).Told()).ShouldContain("phải thu hồi 1.000.000");
        (await (await leader.SubmitAsync(path, new { ConfirmedExcess = Cut - 1 }, $"{path}?viec={AcceptanceAction.Conclude}")).Told()).ShouldContain("phải thu hồi 1.000.000");
        await (await leader.SubmitAsync(path, new { ConfirmedExcess = Cut }, $"{path}?viec={AcceptanceAction.Conclude}")).ShouldGoOn();
        (await leader.GetPageAsync(path)).QuerySelector("#phai-thu-hoi a[href*='RecoverPaid']").ShouldNotBeNull();

        var list = $"/thanh-toan/cho-thu-hoi?tim={number}";
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.GetPageAsync(list)).QuerySelector("#theo-ket-luan")!.TextContent.ShouldContain("1.000.000");
        (await foreign.GetPageAsync(list)).QuerySelector("#theo-ket-luan").ShouldBeNull();

        // Asked back, it is the request that is waited for.
        var asked = await ARequest(site, line, PaymentKind.RecoverPaid, Cut, PaymentState.Requested);
        var excess = (await app.WithDb(App.KhanhHoa, db => db.ExcessesAsync(site.ProjectId, null))).ShouldHaveSingleItem();
        (excess.Amount, excess.Ordered, excess.Uncovered).ShouldBe((new Dong(Cut), new Dong(Cut), Dong.Zero));
        (await accountant.GetPageAsync(list)).QuerySelector("#theo-ket-luan").ShouldBeNull();
        (await accountant.GetAsync(new Uri($"/thanh-toan/{asked}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ThePrintOfAPayment_ShowsHowWhatIsDueComesAbout_The5cAmongIt()
    {
        var (site, line, path, _) = await AWaiting5c();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.SubmitAsync(path, new { ConfirmedExcess = Cut }, $"{path}?viec={AcceptanceAction.Conclude}")).ShouldGoOn();
        var payment = await ARequest(site, line, PaymentKind.Payment, 1, PaymentState.Drafting);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var sheet = await accountant.GetPageAsync($"/thanh-toan/{payment}/in");
        sheet.QuerySelector("#cach-tinh tbody tr")!.TextContent.ShouldContain("1.000.000");
        sheet.QuerySelector("#cach-tinh tbody tr")!.TextContent.ShouldContain(site.Due.Grouped);
        sheet.QuerySelector("#muc-5c")!.TextContent.ShouldContain("trừ phần Cục không nghiệm thu 1.000.000");
    }

    /// <summary>A national contract whose support is paid whole, and a 5c of one triệu less that waits for its conclusion.</summary>
    private async Task<(Acceptance Site, Allocation Line, string Path, string Number)> AWaiting5c()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-2"));
        var acceptance = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(acceptance, AcceptanceAction.Conclude)).ShouldGoOn();
        var site = await app.Again(acceptance);
        var line = await app.ALine(site.Due.Amount, contract.Year, source: FundingSource.National.Code);
        (await app.Post(
            line,
            GivenLedgers.Of(line, LedgerKind.Reserve, site.Due.Amount, project.ProjectId),
            GivenLedgers.Of(line, LedgerKind.Commit, site.Due.Amount, project.ProjectId, contract.ContractId),
            GivenLedgers.Of(line, LedgerKind.Pay, site.Due.Amount, project.ProjectId, contract.ContractId))).ShouldBeEmpty();
        var (id, writer, today, now) = (GivenAcceptances.Id(), GivenAcceptances.Id(), TimeProvider.System.Today, TimeProvider.System.UtcNow);
        var number = $"5C-{id:N}";
        await app.WithDb(App.KhanhHoa, async db =>
        {
            await db.Contracts.Where(c => c.ContractId == contract.ContractId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Regime, Regime.National));
            await db.AcceptanceAmounts.Where(a => a.AcceptanceId == acceptance).ExecuteUpdateAsync(set => set.SetProperty(a => a.Source, FundingSource.National.Code));
            var summary = AcceptanceSummary.From(new(id, App.KhanhHoa, project.ProjectId, Regime.National, App.KhanhHoa, AcceptanceForm.Agency, 1, null, null, null, writer, today, now));
            summary.Apply(new AcceptanceSummaryWritten(new(today, number, null, null, null, AcceptanceVerdict.PartlyAccepted, "Một phần chưa đạt (dữ liệu minh họa)", site.EligibleCost, site.Due - new Dong(Cut), 1), writer, now));
            summary.Apply(new AcceptanceSummaryScanned(new('a', 64), "bien-ban-cuc.pdf", "application/pdf", writer, now));
            summary.Apply(new AcceptanceSummaryMoved(id, new(AcceptanceAction.Submit), AcceptanceState.Submitted, [], writer, today, now, GivenAcceptances.Id));
            db.AcceptanceSummaries.Add(summary);
            db.Because("acceptance-summary.moved", "test");
            return await db.SaveChangesAsync();
        });
        return (site, line, $"/nghiem-thu/chung/{id}", number);
    }

    private Task<Guid> ARequest(Acceptance site, Allocation line, PaymentKind kind, long amount, PaymentState state) => app.WithDb(App.KhanhHoa, async db =>
    {
        var (id, by, today, now) = (GivenAcceptances.Id(), GivenAcceptances.Id(), TimeProvider.System.Today, TimeProvider.System.UtcNow);
        var request = PaymentRequest.From(new(
            id, App.KhanhHoa, site.ContractId, site.ProjectId, Regime.National, App.KhanhHoa, kind, $"DN-{id.ToString("N")[16..]}", null,
            new(new("Chi theo nghiệm thu (dữ liệu minh họa)", [new(GivenAcceptances.Id(), line.AllocationId, line.Source, new(amount))]), line.Year, by, now), today));
        if (state is PaymentState.Requested)
        {
            request.Apply(new PaymentMoved(id, GivenAcceptances.Id(), new(PaymentAction.Request), state, null, by, today, now));
        }

        db.PaymentRequests.Add(request);
        db.Because("payment.drafted", "test");
        await db.SaveChangesAsync();
        return id;
    });
}
