using System.Net;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;

namespace KhuyenCong.Web.Tests.ManagementCosts;

public sealed class ManagementPagesTests(App app)
{
    [Fact]
    public async Task ACentresPeople_SpendTheMoneyOfTheirOwnUnitOnly()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var (own, another) = (await app.ALine(3 * GivenManagement.Line, holder: unit), await app.ALine(3 * GivenManagement.Line));
        (await app.Estimate(await centre.Estimated(own))).HolderId.ShouldBe(unit);
        (await (await centre.SubmitAsync(another.NewPath(), GivenManagement.Fields())).Told()).ShouldContain("giao cho đơn vị khác");

        // What the holder's people drafted is not sent on by others; the Sở's people work on a centre's line.
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Estimated(another);
        (await centre.GetPageAsync(path)).QuerySelector($"form[action*='viec={ManagementAction.Submit}']").ShouldBeNull();
        (await centre.Take(path, ManagementAction.Submit)).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        (await app.Estimate(path)).State.ShouldBe(ManagementState.Drafting);
        (await app.Estimate(await officer.Estimated(own))).HolderId.ShouldBe(unit);

        // Nor do they read who was paid from it.
        var voucher = await officer.Vouched(app, await app.AnApprovedEstimate(await app.ALine(3 * GivenManagement.Line)), 3_000_000);
        (await officer.GetAsync(new Uri(voucher, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await centre.GetAsync(new Uri(voucher, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        centre.Dispose();
    }

    [Fact]
    public async Task FromAnEstimate_ToAPaidTrip_ToTheRestGivenBack()
    {
        var line = await app.ALine(3 * GivenManagement.Line);
        var path = await app.AnApprovedEstimate(line);
        (await app.Held(line)).ShouldBe((new Dong(2 * GivenManagement.Line), new Dong(GivenManagement.Line), Dong.Zero, Dong.Zero, Dong.Zero));

        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var voucher = await officer.Vouched(app, path, 3_000_000);
        (await officer.Take(voucher, ManagementVoucherAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(voucher, ManagementVoucherAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Held(line)).Committed.ShouldBe(new Dong(3_000_000));
        (await (await officer.Take(path, ManagementAction.ProposeSettlement)).Told()).ShouldContain("Còn 1 chứng từ");
        (await accountant.Take(voucher, ManagementVoucherAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await accountant.Take(voucher, ManagementVoucherAction.Pay)).Told()).ShouldContain("không ghi lần hai");
        (await app.Held(line)).ShouldBe((new Dong(2 * GivenManagement.Line), new Dong(7_000_000), Dong.Zero, new Dong(3_000_000), Dong.Zero));

        foreach (var url in new[] { path, voucher, $"/chi-quan-ly?nam={GivenLedgers.OldYear}&don-vi={line.HolderId}", $"/so-du-toan/{line.AllocationId}" })
        {
            (await leader.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("3.000.000", Case.Sensitive, url);
        }

        var (estimated, vouched) = (await leader.GetPageAsync($"{path}/in"), await leader.GetPageAsync($"{voucher}/in"));
        estimated.ShouldBeHeadedAsAPaper("KẾ TOÁN");
        estimated.QuerySelector("tfoot")!.TextContent.ShouldContain("10.000.000");
        vouched.ShouldBeHeadedAsAPaper("NGƯỜI NHẬN TIỀN");
        vouched.QuerySelector(".print-sheet")!.TextContent.ShouldContain("3.000.000 đ (bằng chữ: Ba triệu đồng)");
        vouched.QuerySelector(".print-sheet")!.TextContent.ShouldContain("chứng từ Kho bạc KB-01");
        foreach (var url in new[] { path, voucher })
        {
            (await leader.GetPageAsync(url)).QuerySelector($"a[href='{url}/in']").ShouldNotBeNull();
        }

        (await leader.GetPageAsync($"/du-toan/{line.AllocationId}")).QuerySelector("main")!.TextContent.ShouldContain("Chi quản lý tính vào dòng này");
        (await officer.Take(path, ManagementAction.ProposeSettlement)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(path, ManagementAction.Settle)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Held(line)).ShouldBe((new Dong((3 * GivenManagement.Line) - 3_000_000), Dong.Zero, Dong.Zero, Dong.Zero, new Dong(3_000_000)));
        (await app.Prove(line)).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task ARoleThatPreparesNothing_IsRefused_AndAnotherProvinceSeesNothing()
    {
        var line = await app.ALine(2 * GivenManagement.Line);
        var path = await app.AnApprovedEstimate(line);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var voucher = await officer.Vouched(app, path, 1_000_000);
        using var auditor = await app.ASomebody(Role.Auditor);
        (await auditor.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("Kiểm tra cơ sở");
        (await auditor.GetAsync(new Uri(line.NewPath(), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await auditor.Take(voucher, ManagementVoucherAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        foreach (var url in new[] { path, $"{path}/sua", $"{path}/chung-tu", $"{path}/in", voucher, $"{voucher}/sua", $"{voucher}/in", line.NewPath() })
        {
            (await foreign.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    /// <summary>Who was paid, and the papers of it, are not every reader's of plans.</summary>
    [Theory]
    [InlineData(Role.CouncilViewer)]
    [InlineData(Role.ProvincialOfficeOfficer)]
    public async Task WhoReadsPlansOnly_SeesWhatIsSpent_AndNoVoucher(Role role)
    {
        var path = await app.AnApprovedEstimate(await app.ALine(2 * GivenManagement.Line));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var voucher = await officer.Vouched(app, path, 1_000_000);
        using var reader = await app.ASomebody(role);
        var page = (await reader.GetPageAsync(path)).QuerySelector("main")!.TextContent;
        page.ShouldContain("Kiểm tra cơ sở");
        page.ShouldNotContain("Người đi công tác");
        (await reader.GetAsync(new Uri($"{path}/in", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var url in new[] { voucher, $"{voucher}/in", $"{voucher}?handler=File&giay={GivenPlans.Id()}" })
        {
            (await reader.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    [Fact]
    public async Task OneDongAboveTheLine_AndTheSameInvoiceTwice_AreRefused()
    {
        var line = await app.ALine(2 * GivenManagement.Line);
        var path = await app.AnApprovedEstimate(line);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var above = await officer.SubmitAsync($"{path}/chung-tu", await app.VoucherFields(path, GivenManagement.Line + 1));
        (await above.Told()).ShouldContain("vượt 1 đ");

        var invoice = $"{((uint)GivenPlans.Id().GetHashCode() % 9_000_000) + 1}";
        await officer.Vouched(app, path, 1_000_000, invoice);
        var twice = await officer.SubmitAsync($"{path}/chung-tu", await app.VoucherFields(path, 1_000_000, invoice));
        (await twice.Told()).ShouldContain("chứng từ chi quản lý");
    }

    /// <summary>Two estimates, each for more than half of the allotment: one is approved, the other told what is missing.</summary>
    [Fact]
    public async Task TwoApprovedAtOnce_NeverTakeMoreThanTheAllotment()
    {
        var line = await app.ALine((2 * GivenManagement.Line) - 1);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var (first, second) = (await officer.Estimated(line), await officer.Estimated(line));
        foreach (var path in new[] { first, second })
        {
            (await officer.Take(path, ManagementAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        using var one = await app.ASomebody(Role.DepartmentLeader);
        using var other = await app.ASomebody(Role.DepartmentLeader);
        var answers = await Task.WhenAll(one.Take(first, ManagementAction.Approve), other.Take(second, ManagementAction.Approve));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is HttpStatusCode.OK).Told()).ShouldContain("vượt 1 đ");
        (await app.Held(line)).Reserved.ShouldBe(new Dong(GivenManagement.Line));
    }

    /// <summary>An agency's share is of the year's money, whichever of its allotments pays: no second judgement begins while the first one is being made.</summary>
    [Fact]
    public async Task EstimatesOnTwoAllotments_OfOneSourceAndYear_AreJudgedOneAfterTheOther()
    {
        var year = GivenPlans.AYear();
        var (first, second) = (await app.ALine(GivenManagement.Line, year), await app.ALine(GivenManagement.Line, year));
        TaskCompletionSource isIn = new(TaskCreationOptions.RunContinuationsAsynchronously), mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var one = app.WithDb(App.KhanhHoa, db => db.WriteManagementAsync(first.AllocationId, GivenPlans.Id(), async _ =>
        {
            isIn.SetResult();
            await mayEnd.Task;
            return true;
        }));
        await isIn.Task;
        var other = app.WithDb(App.KhanhHoa, db => db.WriteManagementAsync(second.AllocationId, GivenPlans.Id(), ledger => Task.FromResult(ledger.Lines.Single().AllocationId)));
        await Task.WhenAny(other, Task.Delay(500));
        var cameIn = other.IsCompleted;
        mayEnd.SetResult();
        (await one, await other, cameIn).ShouldBe((true, second.AllocationId, false));
    }

    /// <summary>Two vouchers of one line asked for at once: what is left of the line is given once.</summary>
    [Fact]
    public async Task TwoVouchersOfOneLine_AreNotBothAskedFor()
    {
        var line = await app.ALine(2 * GivenManagement.Line);
        var path = await app.AnApprovedEstimate(line);
        using var one = await app.ASomebody(Role.DepartmentOfficer);
        using var other = await app.ASomebody(Role.DepartmentOfficer);
        var half = (GivenManagement.Line / 2) + 1;
        var (first, second) = (await one.Vouched(app, path, half), await other.Vouched(app, path, half));
        var answers = await Task.WhenAll(one.Take(first, ManagementVoucherAction.Request), other.Take(second, ManagementVoucherAction.Request));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is HttpStatusCode.OK).Told()).ShouldContain("vượt 2 đ");
    }

    [Fact]
    public async Task ATrip_TellsWhatItCost_AndEquipmentStandsInTheRegister()
    {
        var line = await app.ALine(4 * GivenManagement.Line);
        var path = await app.AnApprovedEstimate(line);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var contract = await Execution.GivenExecution.ASignedContract(app);
        var inspection = await app.WithDb(App.KhanhHoa, async db =>
        {
            var made = Inspection.From(new(
                GivenPlans.Id(), App.KhanhHoa, null, new(InspectionKind.Planned, $"Kiểm tra {GivenPlans.Id():N} (dữ liệu minh họa)", TimeProvider.System.Today, "Nguyễn Văn A (dữ liệu minh họa)"),
                [(GivenPlans.Id(), new InspectedText(contract.ProjectId, contract.ContractId))], GivenPlans.Id(), TimeProvider.System.UtcNow));
            db.Inspections.Add(made);
            db.Because("inspection.planned", "test");
            await db.SaveChangesAsync();
            return made;
        });
        await officer.Vouched(app, path, 1_500_000, more: ("Form.Served", $"Inspection:{inspection.InspectionId}"));
        var trip = (await officer.GetPageAsync($"/kiem-tra/{inspection.InspectionId}")).QuerySelector("#chi-phi-phuc-vu");
        trip!.TextContent.ShouldContain("1.500.000");

        var bought = await app.AnApprovedEstimate(line, ManagementItem.Equipment);
        var serial = $"SN{GivenPlans.Id():N}";
        var fields = await app.VoucherFields(bought, 2_000_000);
        foreach (var (key, value) in new[] { ("Name", "Máy ảnh"), ("Serial", serial), ("Price", "2000000"), ("Place", "Phòng QLCN"), ("Keeper", "Người giữ") })
        {
            fields[$"Form.Equipment[0].{key}"] = value;
        }

        var answer = await officer.SubmitAsync($"{bought}/chung-tu", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var voucher = answer.Headers.Location!.ToString();
        fields["Form.Number"] = "PC-hai";
        (await (await officer.SubmitAsync($"{bought}/chung-tu", fields)).Told()).ShouldContain(serial);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await officer.Take(voucher, ManagementVoucherAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(voucher, ManagementVoucherAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.Take(voucher, ManagementVoucherAction.Pay)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var row = (await officer.GetPageAsync($"/thiet-bi-quan-ly?tim={serial}")).QuerySelector("#thiet-bi tbody a[href^='/thiet-bi-quan-ly/']")!;
        var thing = row.GetAttribute("href")!;
        (await officer.SubmitAsync(thing, new Dictionary<string, string> { ["Place"] = "Trung tâm", ["Keeper"] = "Người khác", ["Document"] = "BB 01" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetPageAsync(thing)).QuerySelector("main")!.TextContent.ShouldContain("BB 01");
    }
}
