using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Contracts;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using KhuyenCong.Web.Tests.Settlements;
using KhuyenCong.Web.Tests.YearlySettlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Programmes;

/// <summary>What no record says yet stands at home all the same: the contract to be begun, the file to be opened, the record left half written, the machine to be looked at, the money to come back; and the clock of a project leads to its step.</summary>
public sealed class NextStepsAtHomeTests(App app)
{
    /// <summary>Before all that other tests leave behind: the lists of work go only so far.</summary>
    private static readonly DateOnly LongAgo = new(2026, 1, 4);

    [Fact]
    public async Task AnApprovedProject_WaitsForItsContract_UntilOneIsBegun()
    {
        var (_, project) = await app.AnApproved();
        await app.WithDb(App.KhanhHoa, db => db.Projects.Where(p => p.ProjectId == project.ProjectId).ExecuteUpdateAsync(set => set.SetProperty(p => p.StateSince, LongAgo)));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var commune = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var path = $"/de-an/{project.ProjectId}/lap-hop-dong";
        (await AtHome(officer, path)).ShouldBe("Lập hợp đồng");
        (await AtHome(leader, path)).ShouldBeNull("who signs does not draft");
        (await AtHome(commune, path)).ShouldBeNull("not the commune's own");
        (await AtHome(foreign, path)).ShouldBeNull();
        await app.AProposed(project, 200_000_000, officer);
        (await AtHome(officer, path)).ShouldBeNull();
    }

    [Fact]
    public async Task AfterTheLastSite_TheFileWaitsToBeOpened_AndNotBetweenTwoSites()
    {
        var target = await app.Target(await app.AProgramme(), "T-1");
        var (project, contract) = await app.AContract(target);
        var (half, between) = await app.AContract(target, other: await app.AnEstablishment());
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var foreign = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == contract.ContractId || c.ContractId == between.ContractId).ExecuteUpdateAsync(set => set.SetProperty(c => c.SignedOn, (DateOnly?)LongAgo)));
        var path = $"/hop-dong/{contract.ContractId}/quyet-toan";
        (await AtHome(accountant, path)).ShouldBeNull("nothing is accepted");
        await (await leader.Moves(await app.ASubmitted(project, contract), AcceptanceAction.Conclude)).ShouldGoOn();
        await (await leader.Moves(await app.ASubmitted(half, between), AcceptanceAction.Conclude)).ShouldGoOn();
        (await AtHome(accountant, path)).ShouldBe("Lập hồ sơ");
        (await AtHome(accountant, $"/hop-dong/{between.ContractId}/quyet-toan")).ShouldBeNull("its second site is not accepted");
        (await AtHome(leader, path)).ShouldBeNull("who approves does not prepare");
        (await AtHome(foreign, path)).ShouldBeNull();

        // The project's own page leads there too, whoever may take the step.
        var (page, way) = ($"/de-an/{project.ProjectId}", $"#dang-cho a[href='{path}']");
        (await accountant.GetPageAsync(page)).QuerySelector(way).ShouldNotBeNull();
        (await leader.GetPageAsync(page)).QuerySelector(way).ShouldBeNull();
        await (await accountant.SubmitAsync(path, new { })).ShouldGoOn();
        (await AtHome(accountant, path)).ShouldBeNull();
    }

    [Fact]
    public async Task ARecordLeftHalfWritten_AndAMachineToBeLookedAt_AreFoundAgain()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-1"));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var id = await officer.Opens(project, contract);
        await app.WithDb(App.KhanhHoa, db => db.Acceptances.Where(a => a.AcceptanceId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.StateSince, LongAgo)));
        var draft = $"{GivenAcceptances.Path(id)}/sua";
        (await AtHome(officer, draft)).ShouldBe("Soạn tiếp");
        (await AtHome(leader, draft)).ShouldBeNull();
        (await AtHome(foreign, draft)).ShouldBeNull();
        await (await officer.Fills(id, GivenAcceptances.ASerial(), GivenAcceptances.AnInvoice())).ShouldGoOn();
        await (await officer.Moves(id, AcceptanceAction.Submit)).ShouldGoOn();
        (await AtHome(officer, draft)).ShouldBeNull();
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();

        var machine = (await app.Again(id)).Machines[0].MachinePassportId;
        var path = $"/may-moc/{machine}";
        (await AtHome(officer, path)).ShouldBeNull("only in a year");
        await app.WithDb(App.KhanhHoa, db => db.MachinePassports.Where(m => m.MachinePassportId == machine).ExecuteUpdateAsync(set => set.SetProperty(m => m.CheckDueOn, (DateOnly?)LongAgo)));
        (await AtHome(officer, path)).ShouldBe("Kiểm tra");
        (await AtHome(leader, path)).ShouldBe("Kiểm tra");
        (await AtHome(accountant, path)).ShouldBeNull();
        (await AtHome(foreign, path)).ShouldBeNull();
    }

    [Fact]
    public async Task WhatWasOrderedBack_WaitsForAnotherThanWhoRecordedIt()
    {
        var (_, line, file) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(file, SettlementAction.Approve)).ShouldGoOn();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var foreign = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        await (await accountant.SubmitAsync(
            file,
            new Dictionary<string, string>
            {
                ["Recovery.AllocationId"] = $"{line.AllocationId}",
                ["Recovery.Amount"] = "20000000",
                ["Recovery.DocumentNumber"] = $"KL-{GivenPlans.Id():N}",
                ["Recovery.DocumentDate"] = GivenSettlements.Today,
                ["Recovery.Issuer"] = "Thanh tra tỉnh (dữ liệu minh họa)",
                ["Recovery.Reason"] = "Chi sai nội dung",
            },
            $"{file}?handler=Recover")).ShouldGoOn();
        var settlement = await app.Settlement(file);
        await app.WithDb(App.KhanhHoa, db => db.Settlements.Where(s => s.SettlementId == settlement.SettlementId).ExecuteUpdateAsync(set => set.SetProperty(s => s.StateSince, LongAgo)));
        var path = $"{file}#cho-{settlement.Recoveries[0].SettledRecoveryId:N}";
        (await AtHome(leader, path)).ShouldBe("Xem, xác nhận");
        (await AtHome(accountant, path)).ShouldBeNull("who recorded the order does not confirm it");
        (await AtHome(foreign, path)).ShouldBeNull();
    }

    [Fact]
    public async Task AYearThatIsOver_WaitsForTheAccountantToCloseIt()
    {
        const int Year = 2011;
        await app.AnAllocation(Year, 1_000_000);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var commune = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        using var foreign = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        var path = $"/so-du-toan/khoa-so?nam={Year}";
        (await AtHome(accountant, path)).ShouldBe("Khóa sổ");
        (await AtHome(leader, path)).ShouldBeNull("who approves does not propose");
        (await AtHome(commune, path)).ShouldBeNull("not the commune's own");
        (await AtHome(foreign, path)).ShouldBeNull();
        (await accountant.GetPageAsync(path)).QuerySelector("select[name='don-vi'] option[value]:not([value=''])").ShouldNotBeNull("the page offers the unit whose line is open");
    }

    [Fact]
    public async Task LastYearsReport_WaitsForTheUnitThatHasNone()
    {
        var line = await app.AnAllocation(TimeProvider.System.Today.Year - 1, 5_000_000, FundingSource.Commune.Code, commune: GivenEstablishments.NhaTrang);
        using var accountant = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.NhaTrang);
        using var leader = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.NhaTrang);
        using var neighbour = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        using var department = await app.ASomebody(Role.DepartmentAccountant);
        using var foreign = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        var path = $"/quyet-toan-nam/lap?nam={line.Year}&don-vi={line.HolderId}";
        (await AtHome(accountant, path)).ShouldBe("Lập báo cáo");
        (await AtHome(leader, path)).ShouldBeNull("who submits does not draw it");
        (await AtHome(neighbour, path)).ShouldBeNull();
        (await AtHome(department, path)).ShouldBeNull("a commune draws its own");
        (await AtHome(foreign, path)).ShouldBeNull();
        await app.AReport(line, accountant);
        (await AtHome(accountant, path)).ShouldBeNull();
    }

    /// <summary>The button of the work; null where it is not in the list.</summary>
    private static async Task<string?> AtHome(HttpClient client, string path) => (await client.GetPageAsync("/")).QuerySelector($"main a.btn[href='{path}']")?.TextContent.Trim();
}
