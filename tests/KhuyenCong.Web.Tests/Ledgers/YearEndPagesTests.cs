using System.Net;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Contracts;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Ledgers;

public sealed class YearEndPagesTests(App app)
{
    [Fact]
    public async Task WhatGoesOn_FollowsItsProjectAndContract_IntoTheNextYear()
    {
        // A plan of a coming year is approved; then its year is made one that is over.
        var year = GivenPlans.AYear();
        var line = await app.AnAllocation(year, 500_000_000);
        var project = await app.AnAppraised(year);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, project);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (contract, holder) = (GivenLedgers.Id(), await app.AHolder());
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Commit, 150_000_000, project.ProjectId, contract), GivenLedgers.Of(line, LedgerKind.Advance, 45_000_000, project.ProjectId, contract))).ShouldBeEmpty();
        await app.WithDb(line.ProvinceCode, async db =>
        {
            await db.Allocations.Where(a => a.AllocationId == line.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Year, GivenLedgers.OldYear).SetProperty(a => a.HolderId, holder));
            return await db.PlanItems.Where(i => i.ProjectId == project.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(i => i.Year, GivenLedgers.OldYear));
        });
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = $"/so-du-toan/khoa-so?nam={GivenLedgers.OldYear}&don-vi={holder}";
        var preview = await accountant.GetPageAsync(path);
        preview.QuerySelectorAll("input[name='Form.Carried']").Length.ShouldBe(2);
        preview.QuerySelectorAll("input[name='Form.Carried'][checked]").Length.ShouldBe(1);

        var fields = Document(preview);
        (await (await accountant.SubmitAsync(path, fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("cam kết chi");
        fields["Form.Carried"] = $"{line.AllocationId:N}/{contract:N}";
        fields["Form.DocumentNumber"] = "";
        (await (await accountant.SubmitAsync(path, fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("phải có văn bản");
        fields["Form.DocumentNumber"] = "12/QĐ-UBND";
        fields["Form.Seen"] = "1";
        (await (await accountant.SubmitAsync(path, fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("bút toán mới");
        fields["Form.Seen"] = Seen(preview);
        var sent = await accountant.SubmitAsync(path, fields);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var proposal = sent.Headers.Location!.OriginalString;
        (await (await accountant.SubmitAsync(path, fields)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đang chờ duyệt");

        // Nothing is posted before somebody else approves it.
        (await app.WithDb(line.ProvinceCode, db => db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId))).ClosedOn.ShouldBeNull();
        (await accountant.SubmitAsync(proposal, new { }, $"{proposal}?handler=Approve")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var approver = await app.ASomebody(Role.DepartmentLeader);
        (await approver.GetPageAsync("/so-du-toan")).QuerySelector($"a[href='{proposal}']").ShouldNotBeNull();
        (await approver.GetPageAsync(proposal)).QuerySelector("main")!.TextContent.ShouldContain("12/QĐ-UBND");
        (await approver.GetPageAsync(proposal)).QuerySelector($"a[href='{proposal}/in']").ShouldNotBeNull();
        await PrintsWhatWasProposed();
        (await approver.SubmitAsync(proposal, new { }, $"{proposal}?handler=Approve")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // The balances have moved on; the paper says what was proposed.
        await PrintsWhatWasProposed();
        using var foreign = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        (await foreign.GetAsync(new Uri($"{proposal}/in", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var (old, next, drawn) = await app.WithDb(line.ProvinceCode, async db => (
            await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId),
            await db.Allocations.AsNoTracking().SingleAsync(a => a.HolderId == holder && a.Year == GivenLedgers.OldYear + 1),
            await db.PlanItems.AsNoTracking().Include(i => i.Amounts).SingleAsync(i => i.ProjectId == project.ProjectId)));
        // 500 less 150 of the contract: 300 were left, 50 reserved without a contract.
        (old.Cancelled, old.CarriedOver, old.Available, old.Approved).ShouldBe((new Dong(350_000_000), new Dong(150_000_000), Dong.Zero, Dong.Zero));
        (next.Allotted, next.Committed, next.Advanced, next.Available).ShouldBe((new Dong(150_000_000), new Dong(105_000_000), new Dong(45_000_000), Dong.Zero));
        drawn.Year.ShouldBe(GivenLedgers.OldYear + 1);
        // Approved were 200; what went on is told, to the line's own sum.
        (await accountant.GetPageAsync($"/du-toan/{next.AllocationId}")).QuerySelectorAll("td[data-label='Đã phê duyệt']").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("150.000.000");
        var amount = drawn.Amounts.Single(a => a.Source == "KCDP");
        (amount.AllocationId, amount.Approved, amount.Drawn).ShouldBe((next.AllocationId, new Dong(200_000_000), new Dong(150_000_000)));
        amount.Kept.ShouldNotBeNull().ShouldHaveSingleItem().ShouldBe(new KeptPart(GivenLedgers.OldYear, line.AllocationId, new(50_000_000)));
        (await app.Prove(old)).IsSound.ShouldBeTrue();
        (await app.Prove(next)).IsSound.ShouldBeTrue();
        (await app.Post(old, GivenLedgers.Of(old, LedgerKind.Allot, 1))).ShouldBe(["ledger.closed"]);
        (await accountant.GetPageAsync($"/so-du-toan/{old.AllocationId}")).QuerySelector("main")!.TextContent.ShouldContain("12/QĐ-UBND");
        (await accountant.GetPageAsync($"/du-toan/{next.AllocationId}")).QuerySelector("tfoot")!.TextContent.ShouldContain("Nhận chuyển nguồn");

        // The first allotment of a line that was carried into is its initial one.
        using var finance = await app.As(Role.FinanceOfficer);
        (await finance.SubmitAsync($"/du-toan/giao?dong={next.AllocationId}", new Dictionary<string, string>
        {
            ["Form.Kind"] = "Initial",
            ["Form.Amount"] = "10 triệu",
            ["Form.DocumentNumber"] = "1/QĐ",
            ["Form.DocumentDate"] = "05/01/2025",
            ["Form.Issuer"] = "UBND (dữ liệu minh họa)",
        })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        async Task PrintsWhatWasProposed()
        {
            var paper = await approver.GetPageAsync($"{proposal}/in");
            paper.ShouldBeHeadedAsAPaper("THỦ TRƯỞNG ĐƠN VỊ");
            paper.QuerySelectorAll("tfoot td").Select(c => c.TextContent.Trim()).ShouldBe(["455.000.000", "45.000.000", "150.000.000", "350.000.000"]);
            paper.QuerySelector(".print-sheet")!.TextContent.ShouldContain("12/QĐ-UBND");
        }
    }

    /// <summary>It keeps the year that it was made for; where lists and deadlines ask for a year it is of that of its money, and its parts with it.</summary>
    [Fact]
    public async Task ACarriedContract_IsListedAndDue_WithTheYearThatItsMoneyIsIn()
    {
        var (contract, line) = await app.ASignedContract();
        var part = await app.APart(contract, (await app.AnEstablishment()).EstablishmentId);
        var holder = await app.AHolder();
        await app.WithDb(line.ProvinceCode, async db =>
        {
            await db.Allocations.Where(a => a.AllocationId == line.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Year, GivenLedgers.OldYear).SetProperty(a => a.HolderId, holder));
            await db.Contracts.Where(c => c.ProjectId == contract.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Year, GivenLedgers.OldYear));
            return await db.PlanItems.Where(i => i.ProjectId == contract.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(i => i.Year, GivenLedgers.OldYear));
        });
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await Settled(GivenLedgers.OldYear)).ShouldContain($"22/01/{GivenLedgers.OldYear + 1}");
        (await Settled(GivenLedgers.OldYear + 1)).ShouldBe("");

        var path = $"/so-du-toan/khoa-so?nam={GivenLedgers.OldYear}&don-vi={holder}";
        var fields = Document(await accountant.GetPageAsync(path));
        fields["Form.Carried"] = $"{line.AllocationId:N}/{contract.ContractId:N}";
        var proposal = (await accountant.SubmitAsync(path, fields)).Headers.Location!.OriginalString;
        (await leader.SubmitAsync(proposal, new { }, $"{proposal}?handler=Approve")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await app.WithDb(line.ProvinceCode, db => db.Contracts.Where(c => c.ContractId == contract.ContractId).Select(c => c.Year).SingleAsync())).ShouldBe(GivenLedgers.OldYear);
        (await Settled(GivenLedgers.OldYear)).ShouldBe("");
        (await Settled(GivenLedgers.OldYear + 1)).ShouldContain($"22/01/{GivenLedgers.OldYear + 2}");
        (await leader.GetPageAsync($"/hop-dong/{contract.ContractId}")).QuerySelector(".page-facts")!.TextContent.ShouldContain($"Năm {GivenLedgers.OldYear}, kinh phí đã chuyển sang năm {GivenLedgers.OldYear + 1}");
        foreach (var (list, shown) in new[] { ("/hop-dong", contract), ("/hop-dong", part), ("/kho-bac/ba-ben", contract) })
        {
            (await leader.GetPageAsync($"{list}?tim={shown.Number}&nam={GivenLedgers.OldYear + 1}")).QuerySelectorAll($"main a[href='/hop-dong/{shown.ContractId}']").Length.ShouldBe(1, list);
            (await leader.GetPageAsync($"{list}?tim={shown.Number}&nam={GivenLedgers.OldYear}")).QuerySelectorAll($"main a[href='/hop-dong/{shown.ContractId}']").ShouldBeEmpty(list);
        }

        async Task<string> Settled(int year) =>
            (await leader.GetPageAsync($"/quyet-toan?nam={year}&co=100")).QuerySelectorAll("#quyet-toan tbody tr").FirstOrDefault(r => r.TextContent.Contains(contract.Number!, StringComparison.Ordinal))?.TextContent ?? "";
    }

    [Fact]
    public async Task TwoWhoCloseAtOnce_CloseOnce()
    {
        var line = await app.ALine(1_000);
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.ASomebody(Role.DepartmentAccountant)));
        var path = $"/so-du-toan/khoa-so?dong={line.AllocationId}";
        var fields = Document(await people[0].GetPageAsync(path));
        fields[$"Form.Available[{line.AllocationId}]"] = "400";
        var answers = await Task.WhenAll(people.Select(p => p.SubmitAsync(path, fields)));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var late in answers.Where(a => a.StatusCode is not HttpStatusCode.Redirect))
        {
            (await late.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đang chờ duyệt");
        }

        var proposal = answers.Single(a => a.StatusCode is HttpStatusCode.Redirect).Headers.Location!.OriginalString;
        var leaders = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.ASomebody(Role.DepartmentLeader)));
        var approvals = await Task.WhenAll(leaders.Select(l => l.SubmitAsync(proposal, new { }, $"{proposal}?handler=Approve")));
        approvals.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var late in approvals.Where(a => a.StatusCode is not HttpStatusCode.Redirect))
        {
            (await late.PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("không mở lại");
        }

        var lines = await app.WithDb(line.ProvinceCode, db => db.Allocations.AsNoTracking().Where(a => a.HolderId == line.HolderId).OrderBy(a => a.Year).ToListAsync());
        lines.Select(l => (l.Allotted, l.Cancelled, l.CarriedOver)).ShouldBe([(new Dong(1_000), new Dong(600), new Dong(400)), (new Dong(400), Dong.Zero, Dong.Zero)]);
    }

    [Fact]
    public async Task WhatMovedSince_IsNotApproved_AndIsProposedAnew()
    {
        var line = await app.ALine(1_000);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var another = await app.ASomebody(Role.DepartmentAccountant);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var path = $"/so-du-toan/khoa-so?dong={line.AllocationId}";
        var proposal = (await accountant.SubmitAsync(path, Document(await accountant.GetPageAsync(path)))).Headers.Location!.OriginalString;
        // All that is left lapses: both numbers open the same entries.
        (await leader.GetPageAsync(proposal)).QuerySelectorAll($".sum-line a.dong[href='/so-du-toan/but-toan?so=Available&dong={line.AllocationId}']").Length.ShouldBe(2);
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.Allot, 1))).ShouldBeEmpty();
        (await (await leader.SubmitAsync(proposal, new { }, $"{proposal}?handler=Approve")).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("bút toán mới");
        (await (await another.SubmitAsync(proposal, new { }, $"{proposal}?handler=Withdraw")).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("người đề nghị");
        (await accountant.SubmitAsync(proposal, new { }, $"{proposal}?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.SubmitAsync(path, Document(await accountant.GetPageAsync(path)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        (await foreign.GetAsync(new Uri(proposal, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AYearThatIsNotOver_IsNotClosed()
    {
        var line = await app.ALine(1_000, GivenPlans.AYear());
        using var accountant = await app.As(Role.DepartmentAccountant);
        var path = $"/so-du-toan/khoa-so?dong={line.AllocationId}";
        var page = await accountant.GetPageAsync(path);
        page.QuerySelector(".notice-warn")!.TextContent.ShouldContain("chưa hết");
        (await (await accountant.SubmitAsync(path, Document(page))).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("chưa hết");
    }

    private static string Seen(AngleSharp.Dom.IParentNode page) => page.QuerySelector("input[name='Form.Seen']")!.GetAttribute("value")!;

    private static Dictionary<string, string> Document(AngleSharp.Dom.IParentNode page) => new()
    {
        ["Form.Seen"] = Seen(page),
        ["Form.DocumentNumber"] = "12/QĐ-UBND",
        ["Form.DocumentDate"] = "10/01/2026",
        ["Form.Issuer"] = "UBND tỉnh (dữ liệu minh họa)",
    };
}
