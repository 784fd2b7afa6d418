using System.Net;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Contracts;

public sealed class ContractPagesTests(App app)
{
    [Fact]
    public async Task HowTheUnitOfAContractWithTheCucWasChosen_IsAskedFor_UntilItIsRecorded()
    {
        var (_, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var contract = await app.AProposed(project, 1_000_000, centre);
        var (id, path) = (contract.ContractId, $"/hop-dong/{contract.ContractId}");
        (await centre.GetPageAsync(path)).QuerySelector("#hinh-thuc-lua-chon").ShouldBeNull("a support contract chooses nobody");
        await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Kind, ContractKind.Agency)));
        (await centre.GetPageAsync(path)).QuerySelector("#hinh-thuc-lua-chon")!.TextContent.ShouldContain("Chưa ghi hình thức lựa chọn");
        await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Selection, (SelectionMethod?)SelectionMethod.Review)));
        (await centre.GetPageAsync(path)).QuerySelector("#hinh-thuc-lua-chon").ShouldBeNull();
    }

    [Fact]
    public async Task FromADraft_ToASignedContract_AndBack()
    {
        var (line, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        (await centre.GetPageAsync($"/de-an/{project.ProjectId}")).QuerySelector("#hop-dong")!.TextContent.ShouldContain("Lập hợp đồng");
        var contract = await app.AProposed(project, 200_000_000, centre);
        contract.State.ShouldBe(ContractState.Proposed);
        contract.Number.ShouldNotBeNull();
        (await centre.Take(contract, ContractAction.Sign)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var leader = await app.ASomebody(Role.CentreLeader);
        (await (await leader.Take(contract, ContractAction.Sign, "09/02/2026")).Content.ReadAsStringAsync()).ShouldContain("trước ngày quyết định phê duyệt");
        (await leader.Take(contract, ContractAction.Sign)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(contract)).State.ShouldBe(ContractState.Signed);
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Underway);
        var bound = await app.Again(line);
        (bound.Reserved, bound.Committed).ShouldBe((Dong.Zero, new Dong(200_000_000)));
        (await leader.GetPageAsync($"/hop-dong/{contract.ContractId}/in")).QuerySelector(".print-sheet")!.TextContent.ShouldContain("Hai trăm triệu đồng");
        (await leader.GetPageAsync($"/hop-dong/{contract.ContractId}/in")).ShouldBeHeadedAsAPaper("ĐẠI DIỆN BÊN A");
        (await leader.GetPageAsync($"/hop-dong?nam={project.Year}")).QuerySelector("#hop-dong")!.TextContent.ShouldContain(contract.Number!);

        (await leader.Take(contract, ContractAction.Cancel)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var free = await app.Again(line);
        (free.Reserved, free.Committed).ShouldBe((new Dong(200_000_000), Dong.Zero));
        (await app.Again(project.ProjectId)).State.ShouldBe(ProjectState.Approved);
    }

    [Fact]
    public async Task OneDongMoreThanApproved_IsNotPutBeforeTheSigner()
    {
        var (_, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        (await centre.SubmitAsync($"/de-an/{project.ProjectId}/lap-hop-dong?loai=Support", await app.Fields(project, 200_000_001))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var contract = await app.WithDb(App.KhanhHoa, db => db.Contracts.AsNoTracking().SingleAsync(c => c.ProjectId == project.ProjectId));
        var answer = await centre.Take(contract, ContractAction.Propose);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("vượt 1 đ");
    }

    [Fact]
    public async Task TwoSigningsAtOnce_NeverBindMoreThanWasApproved()
    {
        var (line, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var one = await app.AProposed(project, 150_000_000, centre);
        var two = await app.AProposed(project, 150_000_000, centre);
        using var first = await app.ASomebody(Role.CentreLeader);
        using var second = await app.ASomebody(Role.DepartmentLeader);
        var answers = await Task.WhenAll(first.Take(one, ContractAction.Sign), second.Take(two, ContractAction.Sign));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await app.Again(line)).Committed.ShouldBe(new Dong(150_000_000));
    }

    [Fact]
    public async Task AnAmendment_AndAnotherAccount_NeedASecondPerson()
    {
        var (line, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        using var leader = await app.ASomebody(Role.CentreLeader);
        var contract = await app.AProposed(project, 150_000_000, centre);
        (await leader.Take(contract, ContractAction.Sign)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = $"/hop-dong/{contract.ContractId}";
        var fields = await app.Fields(project, 180_000_000);
        fields["Reason"] = "Bổ sung khối lượng";
        (await centre.SubmitAsync($"{path}/phu-luc", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var amendment = (await app.Again(contract)).OpenAmendment.ShouldNotBeNull();
        var sign = $"{path}?handler=SignAmendment&phuLuc={amendment.ContractAmendmentId}";
        (await centre.SubmitAsync(path, new Dictionary<string, string> { ["Move.SignedOn"] = "02/03/2026" }, sign)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await leader.SubmitAsync(path, new Dictionary<string, string> { ["Move.SignedOn"] = "02/03/2026" }, sign)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(line)).Committed.ShouldBe(new Dong(180_000_000));

        (await centre.SubmitAsync(path, new Dictionary<string, string> { ["Account.Number"] = "0000000077", ["Account.Bank"] = "Ngân hàng khác", ["Account.Holder"] = "Chủ cơ sở minh họa", ["Account.Document"] = "CV 5", ["Account.Reason"] = "Đổi ngân hàng" }, $"{path}?handler=AskBank")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var change = (await app.Again(contract)).OpenBankChange.ShouldNotBeNull();
        (await app.Again(contract)).Bank!.Number.ShouldBe("0000000009");
        (await leader.SubmitAsync(path, new Dictionary<string, string>(), $"{path}?handler=DecideBank&doi={change.BankChangeId}&nhan=true")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Again(contract)).Bank!.Number.ShouldBe("0000000077");
    }

    /// <summary>An amendment replaces the text of the contract, not the paper that was signed.</summary>
    [Fact]
    public async Task AContract_PrintsAsItWasSigned_AndItsAmendment_AsAPaperOfItsOwn()
    {
        var (_, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        using var leader = await app.ASomebody(Role.CentreLeader);
        var contract = await app.AProposed(project, 150_000_000, centre);
        (await leader.Take(contract, ContractAction.Sign)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = $"/hop-dong/{contract.ContractId}";
        var fields = await app.Fields(project, 180_000_001);
        fields["Reason"] = "Bổ sung khối lượng";
        (await centre.SubmitAsync($"{path}/phu-luc", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var amendment = (await app.Again(contract)).OpenAmendment.ShouldNotBeNull();
        var print = $"{path}/phu-luc/{amendment.ContractAmendmentId}/in";
        using var party = await app.AParty(contract);
        (await party.GetAsync(new Uri(print, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "what is not signed is the office's own");
        (await leader.SubmitAsync(path, new Dictionary<string, string> { ["Move.SignedOn"] = "02/03/2026" }, $"{path}?handler=SignAmendment&phuLuc={amendment.ContractAmendmentId}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await leader.GetPageAsync(path)).QuerySelector($"a[href='{print}']").ShouldNotBeNull();
        var paper = await leader.GetPageAsync(print);
        paper.ShouldBeHeadedAsAPaper("ĐẠI DIỆN BÊN A");
        paper.QuerySelector("#sua-doi")!.TextContent.ShouldContain("150.000.000");
        paper.QuerySelector("#sua-doi")!.TextContent.ShouldContain("180.000.001");
        paper.QuerySelector(".print-sheet")!.TextContent.ShouldContain("Bổ sung khối lượng");
        (await party.GetAsync(new Uri(print, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var signed = (await leader.GetPageAsync($"{path}/in")).QuerySelector(".print-sheet")!.TextContent;
        signed.ShouldContain("150.000.000");
        signed.ShouldNotContain("180.000.001");
        var inForce = (await leader.GetPageAsync($"{path}/in?hien-hanh=true")).QuerySelector(".print-sheet")!.TextContent;
        inForce.ShouldContain("180.000.001");
        inForce.ShouldContain("Đã sửa đổi theo phụ lục");

        (await leader.GetAsync(new Uri($"{path}/phu-luc/{GivenPlans.Id()}/in", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = await app.ASomebody(Role.EstablishmentOwner);
        using var elsewhere = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        foreach (var client in new[] { stranger, elsewhere })
        {
            (await client.GetAsync(new Uri(print, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    /// <summary>The scan shows the account that the page masks.</summary>
    [Fact]
    public async Task WhoeverReadsTheAccountMasked_GetsNoSignedScan()
    {
        var (_, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        using var leader = await app.ASomebody(Role.CentreLeader);
        var contract = await app.AProposed(project, 100_000_000, centre);
        (await leader.Take(contract, ContractAction.Sign)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = $"/hop-dong/{contract.ContractId}";
        var token = (await leader.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent([.. "%PDF-1.4 minh hoa"u8]), "Upload", "ban-ky.pdf" } };
        (await leader.PostAsync(new Uri($"{path}?handler=Copy", UriKind.Relative), form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var sha = (await app.Again(contract)).FileSha.ShouldNotBeNull();
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.AnyAsync(b => b.Sha256 == sha && b.References > 0))).ShouldBeTrue("otherwise the sweep takes it");

        using var commune = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await commune.GetPageAsync(path)).QuerySelectorAll("main a[href*='handler=File']").ShouldBeEmpty();
        (await leader.GetPageAsync(path)).QuerySelectorAll("main a[href*='handler=File']").ShouldNotBeEmpty();
        (await commune.GetAsync(new Uri($"{path}?handler=File", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.GetAsync(new Uri($"{path}?handler=File", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AMilestoneOfAnotherContract_IsNotWritten_ButANewOne()
    {
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            var (_, project) = await app.AnApproved();
            var fields = await app.Fields(project, 100_000_000);
            (fields["Form.Milestones[0].Content"], fields["Form.Milestones[0].Id"]) = ("Nghiệm thu", ids.Count > 0 ? $"{ids[0]}" : "");
            (await centre.SubmitAsync($"/de-an/{project.ProjectId}/lap-hop-dong?loai=Support", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            ids.Add(await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ProjectId == project.ProjectId).SelectMany(c => c.Milestones).Select(m => m.ContractMilestoneId).SingleAsync()));
        }

        ids[1].ShouldNotBe(ids[0]);
    }

    [Fact]
    public async Task AMilestoneWhoseDayHasGoneBy_IsTold_WhileNothingWentOut()
    {
        var (_, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        using var leader = await app.ASomebody(Role.CentreLeader);
        var fields = await app.Fields(project, 100_000_000);
        (fields["Form.Milestones[0].Content"], fields["Form.Milestones[0].DueOn"], fields["Form.Milestones[0].Amount"]) = ("Đợt 1", "01/04/2027", "40000000");
        (await centre.SubmitAsync($"/de-an/{project.ProjectId}/lap-hop-dong?loai=Support", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var contract = await app.WithDb(App.KhanhHoa, db => db.Contracts.AsNoTracking().SingleAsync(c => c.ProjectId == project.ProjectId));
        (await centre.Take(contract, ContractAction.Propose)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(contract, ContractAction.Sign)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await DueOn(new(2199, 1, 10));
        (await Told()).ShouldNotContain("chưa chi đủ");
        await DueOn(new(2026, 1, 10));
        (await Told()).ShouldContain("Đã qua ngày, chưa chi đủ");

        // The clock leads whoever asks for the payment to the schedule, and the night reminds of it.
        var way = $"#dang-cho a[href='/hop-dong/{contract.ContractId}#moc']";
        (await centre.GetPageAsync($"/de-an/{project.ProjectId}")).QuerySelector(way).ShouldNotBeNull();
        (await leader.GetPageAsync($"/de-an/{project.ProjectId}")).QuerySelector(way).ShouldBeNull("who approves does not ask");
        (await Night()).ShouldBe([ReminderLevel.Late, ReminderLevel.UnitLeader]);
        await DueOn(new(2199, 1, 10));
        (await Night()).ShouldBeEmpty();
        (await centre.GetPageAsync($"/de-an/{project.ProjectId}")).QuerySelector(way).ShouldBeNull();

        Task<List<ReminderLevel>> Night() => app.WithDb(App.KhanhHoa, async db =>
        {
            await ReminderDesk.RunAsync(db, TimeProvider.System, [contract.ProjectId], CancellationToken.None);
            return (await db.Reminders.Where(r => r.ItemId == contract.ContractId && r.Kind == WaitingKind.MilestoneUnpaid && r.ClosedAt == null).Select(r => r.Level).ToListAsync()).Order().ToList();
        });

        Task<int> DueOn(DateOnly day) => app.WithDb(App.KhanhHoa, db => db.Set<ContractMilestone>().Where(m => m.ContractId == contract.ContractId).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueOn, (DateOnly?)day)));

        async Task<string> Told() => (await centre.GetPageAsync($"/hop-dong/{contract.ContractId}")).QuerySelector("#moc")!.TextContent;
    }

    /// <summary>A household's tax code may be its owner's personal number: neither the page, the print nor the history tells it to everybody.</summary>
    [Fact]
    public async Task ATaxCodeThatMayBeAPersons_IsHidden_WhereTheAccountIs()
    {
        const string Code = "079000000000";
        var (_, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var fields = await app.Fields(project, 100_000_000);
        fields["Form.PartyBTaxCode"] = Code;
        (await centre.SubmitAsync($"/de-an/{project.ProjectId}/lap-hop-dong?loai=Support", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = $"/hop-dong/{await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ProjectId == project.ProjectId).Select(c => c.ContractId).SingleAsync())}";
        (await centre.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain(Code);

        using var finance = await app.ASomebody(Role.FinanceOfficer);
        foreach (var url in new[] { path, $"{path}/in" })
        {
            (await finance.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldNotContain(Code);
        }
    }

    [Fact]
    public async Task OthersReadLess_OrNothing()
    {
        var (_, project) = await app.AnApproved();
        using var centre = await app.ASomebody(Role.CentreOfficer);
        var contract = await app.AProposed(project, 100_000_000, centre);
        (await centre.GetPageAsync($"/hop-dong/{contract.ContractId}")).QuerySelector("#tai-khoan")!.TextContent.ShouldContain("0000000009");

        using var finance = await app.ASomebody(Role.FinanceOfficer);
        (await finance.GetPageAsync($"/hop-dong/{contract.ContractId}")).QuerySelector("#tai-khoan")!.TextContent.ShouldNotContain("0000000009");

        using var auditor = await app.ASomebody(Role.Auditor);
        (await auditor.GetPageAsync($"/hop-dong/{contract.ContractId}")).QuerySelector("#tai-khoan")!.TextContent.ShouldContain("0000000009");
        (await auditor.GetAsync($"/de-an/{project.ProjectId}/lap-hop-dong")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var stranger = await app.ASomebody(Role.EstablishmentOwner);
        (await stranger.GetAsync($"/hop-dong/{contract.ContractId}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var elsewhere = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await elsewhere.GetAsync($"/hop-dong/{contract.ContractId}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
