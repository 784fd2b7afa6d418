using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

public sealed class AcceptancePagesTests(App app)
{
    [Fact]
    public async Task ARecord_GoesFromTheContractToItsConclusion_AndTheProgrammeKnows()
    {
        var target = await app.Target(await app.AProgramme(), "T-2");
        var (project, contract) = await app.AContract(target);
        var serial = GivenAcceptances.ASerial();
        var id = await app.ASubmitted(project, contract, serial);

        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();

        var done = await app.Again(id);
        done.State.ShouldBe(AcceptanceState.Concluded);
        (done.Due > Dong.Zero && done.Due <= new Dong(GivenAcceptances.Support)).ShouldBeTrue();
        done.Computation.ShouldNotBeEmpty();
        done.Machines[0].AcceptedKey.ShouldNotBeNull();
        var due = await app.WithDb(App.KhanhHoa, db => db.SupportDueAsync(contract.ContractId));
        due[FundingSource.Provincial.Code].ShouldBe(done.Due);

        var result = await app.WithDb(App.KhanhHoa, async db =>
        {
            var link = await db.AcceptanceResults.SingleAsync(r => r.AcceptanceId == id);
            return await db.Results.AsNoTracking().Include(r => r.Amounts).Include(r => r.Evidence).SingleAsync(r => r.ResultId == link.ResultId);
        });
        (result.TargetId, result.KeyText, result.TotalAmount).ShouldBe((target.TargetId, serial, new Dong(400_000_000)));
        result.Evidence.ShouldNotBeEmpty();
        result.Amounts.Single(a => a.SourceCode == FundingSource.Provincial.Code).Amount.ShouldBe(done.Due);
        (await app.WithDb(App.KhanhHoa, db => db.Targets.AsNoTracking().SingleAsync(t => t.TargetId == target.TargetId))).ResultCount.ShouldBe(1);
        (await leader.GetPageAsync($"/may-moc/{done.Machines[0].MachinePassportId}")).QuerySelector("main")!.TextContent.ShouldContain(serial);
        (await leader.GetPageAsync($"{GivenAcceptances.Path(id)}/in")).QuerySelector(".paper")!.TextContent.ShouldContain("BIÊN BẢN");
        (await leader.GetPageAsync($"{GivenAcceptances.Path(id)}/in")).ShouldBeHeadedAsAPaper("ĐƠN VỊ THỤ HƯỞNG");

        await (await leader.Moves(id, AcceptanceAction.Undo)).ShouldGoOn();
        (await app.Again(id)).Machines[0].AcceptedKey.ShouldBeNull();
        (await app.WithDb(App.KhanhHoa, db => db.SupportDueAsync(contract.ContractId))).ShouldBeEmpty();
        var (state, count) = await app.WithDb(App.KhanhHoa, async db => ((await db.Results.AsNoTracking().SingleAsync(r => r.ResultId == result.ResultId)).State, (await db.Targets.AsNoTracking().SingleAsync(t => t.TargetId == target.TargetId)).ResultCount));
        (state, count).ShouldBe((ResultState.Withdrawn, 0));
    }

    /// <summary>What the settlement of another contract of the project gave back is no reason to support this one less.</summary>
    [Fact]
    public async Task WhatAnotherContractGaveBack_LowersNoSupport()
    {
        var due = new List<Dong>();
        foreach (var back in (Dong[])[Dong.Zero, new(150_000_000)])
        {
            var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-2"));
            await app.WithDb(App.KhanhHoa, async db =>
            {
                var batch = await db.WholeBatches.SingleAsync(b => b.Items.Any(i => i.PlanItemId == contract.PlanItemId));
                batch.Apply(new ReturnedToSource(contract.PlanItemId, contract.Amounts[0].AllocationId!.Value, back, TimeProvider.System.UtcNow));
                db.Because("settlement.moved", "test");
                return await db.SaveChangesAsync();
            });
            var id = await app.ASubmitted(project, contract);
            using var leader = await app.ASomebody(Role.DepartmentLeader);
            await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
            due.Add((await app.Again(id)).Due);
        }

        due[0].ShouldBeGreaterThan(new Dong(50_000_000));
        due[1].ShouldBe(due[0]);
    }

    /// <summary>What was accepted counts on the programme's targets: its contract is not cancelled under it.</summary>
    [Fact]
    public async Task AContractUnderWhichWorkWasAccepted_IsNotCancelled()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-2"));
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        (await (await Contracts.GivenContracts.Take(leader, contract, ContractAction.Cancel)).Told()).ShouldContain("nghiệm thu kết luận đạt");
        (await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == contract.ContractId).Select(c => c.State).SingleAsync())).ShouldBe(ContractState.Signed);
    }

    [Fact]
    public async Task WithoutATarget_ItIsAskedFor_AndChosenOnce()
    {
        var (project, contract) = await app.AContract();
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await (await leader.Moves(id, AcceptanceAction.Conclude)).Told()).ShouldContain("chưa gắn chỉ tiêu");
        var target = await app.Target(await app.AProgramme(), "T-1");
        await (await leader.SubmitAsync(GivenAcceptances.Path(id), new { target.TargetId }, $"{GivenAcceptances.Path(id)}?handler=Target")).ShouldGoOn();
        (await leader.SubmitAsync(GivenAcceptances.Path(id), new { TargetReason = "Không tính" }, $"{GivenAcceptances.Path(id)}?handler=Target")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        (await app.WithDb(App.KhanhHoa, db => db.AcceptanceResults.CountAsync(r => r.AcceptanceId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task WhoeverMayNot_IsRefused_AndAnotherProvinceSeesNothing()
    {
        var (project, contract) = await app.AContract();
        var id = await app.ASubmitted(project, contract);
        var paths = new[] { GivenAcceptances.Path(id), $"{GivenAcceptances.Path(id)}/in", $"{GivenAcceptances.Path(id)}/sua", $"/hop-dong/{contract.ContractId}/nghiem-thu", $"/may-moc/{(await app.Again(id)).Machines[0].MachinePassportId}" };
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        foreach (var path in paths)
        {
            (await foreign.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.GetAsync(new Uri(GivenAcceptances.Path(id), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await accountant.Moves(id, AcceptanceAction.Conclude)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await accountant.GetAsync(new Uri($"/hop-dong/{contract.ContractId}/nghiem-thu", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.Moves(id, AcceptanceAction.Conclude)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Again(id)).State.ShouldBe(AcceptanceState.Submitted);
    }

    [Fact]
    public async Task AMachineOfAnotherDossier_IsNotWritten()
    {
        var (project, contract) = await app.AContract();
        var (other, _) = await app.AContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var id = await officer.Opens(project, contract);
        var machine = (await app.Again(id)).Machines[0].MachinePassportId;
        Dictionary<string, string> Fields(Guid of) => new() { ["Form.Machines[0].Id"] = $"{machine}", ["Form.Machines[0].Name"] = "Máy ép dầu", ["Form.Machines[0].ProjectMachineId"] = $"{of}", ["Form.ResultQuantity"] = "1" };
        var edit = $"{GivenAcceptances.Path(id)}/sua";
        (await (await officer.SubmitAsync(edit, Fields(other.Machines[0].ProjectMachineId))).Told()).ShouldContain("vừa được người khác sửa");
        await (await officer.SubmitAsync(edit, Fields(project.Machines[0].ProjectMachineId))).ShouldGoOn();
    }

    [Fact]
    public async Task WhatIsIncomplete_IsSaved_ButNotSubmitted()
    {
        var (project, contract) = await app.AContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var id = await officer.Opens(project, contract);
        (await (await officer.Moves(id, AcceptanceAction.Submit)).Told()).ShouldContain("ngày nghiệm thu");
        (await officer.SubmitAsync($"/hop-dong/{contract.ContractId}/nghiem-thu", new { Form = AcceptanceForm.PerSite, BeneficiaryId = project.Beneficiaries[0].ProjectBeneficiaryId })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.WithDb(App.KhanhHoa, db => db.Acceptances.CountAsync(a => a.ContractId == contract.ContractId))).ShouldBe(1);
    }

    /// <summary>Two leaders conclude at the same moment on two records of two projects that name one machine: it is accepted once, and once only does money become due.</summary>
    [Fact]
    public async Task OneMachine_InTwoRecordsAtOnce_IsAcceptedOnce()
    {
        var programme = await app.AProgramme();
        var (target, other) = (await app.Target(programme, "T-1"), await app.Target(programme, "T-4"));
        var serial = GivenAcceptances.ASerial();
        var ids = new List<Guid>();
        var leaders = new List<HttpClient>();
        foreach (var of in new[] { target, other })
        {
            var (project, contract) = await app.AContract(of);
            ids.Add(await app.ASubmitted(project, contract, serial));
            leaders.Add(await app.ASomebody(Role.DepartmentLeader));
        }

        var answers = await Task.WhenAll(ids.Zip(leaders).Select(pair => pair.Second.Moves(pair.First, AcceptanceAction.Conclude)));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is not HttpStatusCode.Redirect).Told()).ShouldNotBeEmpty();
        var records = await Task.WhenAll(ids.Select(id => app.Again(id)));
        records.Count(r => r.State is AcceptanceState.Concluded).ShouldBe(1);
        records.SelectMany(r => r.Machines).Count(m => m.AcceptedKey is not null).ShouldBe(1);
        records.Count(r => r.Due > Dong.Zero).ShouldBe(1);
        (await app.WithDb(App.KhanhHoa, db => db.AcceptanceResults.CountAsync(r => ids.Contains(r.AcceptanceId)))).ShouldBe(1);
        leaders.ForEach(l => l.Dispose());
    }

    [Fact]
    public async Task OneInvoice_ProvesOneRecordOnly()
    {
        var programme = await app.AProgramme();
        var invoice = GivenAcceptances.AnInvoice();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var (project, contract) = await app.AContract(await app.Target(programme, "T-1"));
        await (await leader.Moves(await app.ASubmitted(project, contract, invoice: invoice), AcceptanceAction.Conclude)).ShouldGoOn();
        var (second, its) = await app.AContract(await app.Target(programme, "T-4"));
        (await (await leader.Moves(await app.ASubmitted(second, its, invoice: invoice), AcceptanceAction.Conclude)).Told()).ShouldContain("đã được dùng ở một biên bản nghiệm thu khác");
    }

    [Fact]
    public async Task AMachine_IsCheckedAYearLater_ByAnInspectorOnly()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        var path = $"/may-moc/{(await app.Again(id)).Machines[0].MachinePassportId}";
        var today = TimeProvider.System.Today.Text();
        (await (await leader.SubmitAsync(path, new { Result = MachineCheckResult.Gone, CheckedOn = today, CheckedBy = "Người Minh Họa" })).Told()).ShouldContain("tình trạng");
        await (await leader.SubmitAsync(path, new { Result = MachineCheckResult.InUse, CheckedOn = today, CheckedBy = "Người Minh Họa" })).ShouldGoOn();
        (await app.Again(id)).Machines[0].CheckResult.ShouldBe(MachineCheckResult.InUse);

        // A look on the day of the acceptance is kept, and the check after a year stays due; whoever saw none before it is told.
        var machine = (await app.Again(id)).Machines[0];
        (machine.CheckedOn, machine.DueCheckedOn).ShouldBe((TimeProvider.System.Today, null));
        (await (await leader.SubmitAsync(path, new { Seen = 0, Result = MachineCheckResult.InUse, CheckedOn = today, CheckedBy = "Người Minh Họa" })).Told()).ShouldContain("vừa được người khác sửa");
        (await leader.GetPageAsync(path)).QuerySelector("a[href^='/kiem-tra/lap?may=']").ShouldBeNull();
        await (await leader.SubmitAsync(path, new { Seen = 1, Result = MachineCheckResult.Gone, CheckedOn = today, CheckedBy = "Người Minh Họa", Note = "Đã bán" })).ShouldGoOn();
        var page = await leader.GetPageAsync(path);
        page.QuerySelectorAll("#kiem-tra .machine-check").Length.ShouldBe(2);
        var inspection = await leader.GetPageAsync(page.QuerySelector("a[href^='/kiem-tra/lap?may=']")!.GetAttribute("href")!);
        inspection.QuerySelector("input[name='Form.Title']")!.GetAttribute("value")!.ShouldContain(machine.Serial!);
        inspection.QuerySelector($"input[name='Form.Projects'][value='{contract.ContractId}']")!.HasAttribute("checked").ShouldBeTrue();
        var record = await leader.GetPageAsync($"/co-so/{project.Beneficiaries[0].EstablishmentId}");
        record.QuerySelectorAll($"a[href='{path}']").Select(a => a.TextContent).ShouldContain(t => t.Contains("không còn (đã bán, thanh lý)"));
        (await app.WithDb(App.KhanhHoa, db => db.MachineChecks.CountAsync(c => c.MachinePassportId == machine.MachinePassportId))).ShouldBe(2);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.SubmitAsync(path, new { Result = MachineCheckResult.InUse, CheckedOn = today, CheckedBy = "Khác" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnAmendment_DoesNotLowerTheContract_BelowWhatWasAccepted()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        var due = (await app.Again(id)).Due;
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = $"/hop-dong/{contract.ContractId}/phu-luc";
        async Task<string> Lowered(long amount) => await (await officer.SubmitAsync(path, new Dictionary<string, string>
        {
            ["Form.PartyAId"] = $"{contract.PartyAId}",
            ["Form.Content"] = "Giảm khối lượng (dữ liệu minh họa)",
            ["Form.Amounts[KCDP]"] = $"{amount}",
            ["Reason"] = "Giảm khối lượng",
        })).Told();
        (await Lowered(due.Amount - 1)).ShouldContain("Hãy hủy kết luận nghiệm thu trước");
        (await Lowered(due.Amount)).ShouldNotContain("Hãy hủy kết luận nghiệm thu");
    }

    /// <summary>Who of the office did what is not for the other party.</summary>
    [Fact]
    public async Task AParty_ReadsTheRecord_WithoutTheOfficesOwnHistory()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        using var owner = await app.AParty(contract);
        foreach (var url in new[] { GivenAcceptances.Path(id), $"/may-moc/{(await app.Again(id)).Machines[0].MachinePassportId}" })
        {
            (await leader.GetPageAsync(url)).QuerySelector("#lich-su").ShouldNotBeNull();
            var page = await owner.GetPageAsync(url);
            page.QuerySelector("h1").ShouldNotBeNull();
            page.QuerySelector("#lich-su").ShouldBeNull();
            page.QuerySelector("main")!.TextContent.ShouldNotContain("Ai đã làm");
        }
    }
}
