using System.Net;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>5b and 5c gather the sites' records and change nothing of what these count.</summary>
public sealed class SummaryPagesTests(App app)
{
    [Fact]
    public async Task AGeneralRecord_GathersTheSites_AndCountsNothingAgain()
    {
        var (project, contract, site) = await Concluded();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await (await officer.SubmitAsync(New(project), new { Form = AcceptanceForm.Agency })).Told()).ShouldContain("Mẫu 5c chỉ dùng");
        (await officer.GetPageAsync($"/de-an/{project.ProjectId}")).QuerySelectorAll($"a[href='{New(project)}']").ShouldNotBeEmpty();
        var opened = await officer.SubmitAsync(New(project), new { Form = AcceptanceForm.General });
        await opened.ShouldGoOn();
        var path = opened.Headers.Location!.OriginalString;

        (await (await officer.SubmitAsync(path, Fields(site.Due + new Dong(1)), $"{path}?handler=Write")).Told()).ShouldBeEmpty();
        (await (await officer.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Submit}")).Told()).ShouldContain("khác tổng các biên bản");
        await (await officer.SubmitAsync(path, Fields(site.Due), $"{path}?handler=Write")).ShouldGoOn();
        await (await officer.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Submit}")).ShouldGoOn();
        (await officer.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Conclude}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Conclude}")).ShouldGoOn();

        var due = await app.WithDb(App.KhanhHoa, db => db.SupportDueAsync(contract.ContractId));
        due.Values.Sum().ShouldBe(site.Due);
        (await app.WithDb(App.KhanhHoa, db => db.AcceptanceResults.CountAsync(r => r.AcceptanceId == site.AcceptanceId))).ShouldBe(1);
        (await leader.GetPageAsync($"{path}/in")).ShouldBeHeadedAsAPaper("ĐƠN VỊ THỰC HIỆN");
        (await (await leader.Moves(site.AcceptanceId, AcceptanceAction.Undo)).Told()).ShouldContain("biên bản nghiệm thu chung");
        await (await leader.SubmitAsync(path, new { Note = "Lý do minh họa" }, $"{path}?viec={AcceptanceAction.Undo}")).ShouldGoOn();
        await (await leader.Moves(site.AcceptanceId, AcceptanceAction.Undo)).ShouldGoOn();
    }

    [Fact]
    public async Task TheCucsRecord_IsKeptWithItsScan_ByTwoPeople()
    {
        var (project, _, site) = await Concluded();
        var id = GivenAcceptances.Id();
        await app.WithDb(App.KhanhHoa, async db =>
        {
            db.AcceptanceSummaries.Add(AcceptanceSummary.From(new(id, App.KhanhHoa, project.ProjectId, Regime.National, App.KhanhHoa, AcceptanceForm.Agency, 1, null, null, null, GivenAcceptances.Id(), TimeProvider.System.Today, TimeProvider.System.UtcNow)));
            db.Because("acceptance-summary.opened", "test");
            return await db.SaveChangesAsync();
        });
        var path = $"/nghiem-thu/chung/{id}";
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await officer.SubmitAsync(path, Fields(site.Due), $"{path}?handler=Write")).ShouldGoOn();
        (await (await officer.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Submit}")).Told()).ShouldContain("bản quét");
        await (await Scan(officer, path, "bien-ban-cuc.pdf")).ShouldGoOn();
        (await officer.GetAsync(new Uri($"{path}?handler=File", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await officer.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Submit}")).ShouldGoOn();
        using var leader = await app.ASomebody(Role.DepartmentLeader);

        // The copy that was returned has been read: the next one does not wipe it out, nor tell its own name for good.
        await (await leader.SubmitAsync(path, new { Note = "Bản quét mờ" }, $"{path}?viec={AcceptanceAction.Return}")).ShouldGoOn();
        await (await Scan(officer, path, "quet-lai.pdf")).ShouldGoOn();
        var removed = await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AsNoTracking().SingleAsync(p => p.RecordId == id));
        (removed.Kind, removed.FileName, removed.ProjectId).ShouldBe((RemovedPaperKind.Summary, "bien-ban-cuc.pdf", (Guid?)project.ProjectId));
        (await officer.GetPageAsync(path)).QuerySelector("#giay-to-da-go")!.TextContent.ShouldContain("thay bằng bản khác");
        (await leader.GetPageAsync(path)).QuerySelector("#giay-to-da-go del").ShouldNotBeNull();
        foreach (var reader in new[] { officer, leader })
        {
            (await reader.GetAsync(new Uri($"/giay-to-da-go/{removed.RemovedPaperId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await (await officer.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Submit}")).ShouldGoOn();
        await (await leader.SubmitAsync(path, new { }, $"{path}?viec={AcceptanceAction.Conclude}")).ShouldGoOn();
        (await app.WithDb(App.KhanhHoa, db => db.WholeAcceptanceSummaries.AsNoTracking().SingleAsync(s => s.AcceptanceSummaryId == id))).Rows.Select(r => r.AcceptanceId).ShouldBe([site.AcceptanceId]);
    }

    [Fact]
    public async Task WhatTheCucConcludedLess_IsNotDue_WhileTheSitesStay()
    {
        var (project, contract, site) = await Concluded();
        var id = GivenAcceptances.Id();
        await app.WithDb(App.KhanhHoa, async db =>
        {
            await db.Contracts.Where(c => c.ContractId == contract.ContractId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Regime, Regime.National));
            await db.AcceptanceAmounts.Where(a => a.AcceptanceId == site.AcceptanceId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Source, FundingSource.National.Code));
            var (today, now) = (TimeProvider.System.Today, TimeProvider.System.UtcNow);
            var summary = AcceptanceSummary.From(new(id, App.KhanhHoa, project.ProjectId, Regime.National, App.KhanhHoa, AcceptanceForm.Agency, 1, site.EligibleCost, site.Due - new Dong(1_000_000), 1, GivenAcceptances.Id(), today, now));
            summary.Apply(new AcceptanceSummaryMoved(
                id, new(AcceptanceAction.Conclude), AcceptanceState.Concluded, [new(site.AcceptanceId, site.BeneficiaryId, "Cơ sở minh họa", 1, site.Verdict, site.HeldOn, site.EligibleCost, site.Due, 1)],
                GivenAcceptances.Id(), today, now, GivenAcceptances.Id));
            db.AcceptanceSummaries.Add(summary);
            db.Because("acceptance-summary.moved", "test");
            return await db.SaveChangesAsync();
        });
        (await app.WithDb(App.KhanhHoa, db => db.SupportDueAsync(contract.ContractId))).Values.Sum().ShouldBe(site.Due - new Dong(1_000_000));
        (await app.WithDb(App.KhanhHoa, db => db.PayableDueAsync(contract.ContractId))).Values.Sum().ShouldBe(site.Due - new Dong(1_000_000));
        (await app.WithDb(App.KhanhHoa, db => db.SitesDueAsync(contract.ContractId))).Values.Sum().ShouldBe(site.Due);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.GetPageAsync($"/hop-dong/{contract.ContractId}")).QuerySelector("#muc-5c")!.TextContent.ShouldContain("trừ phần Cục không nghiệm thu 1.000.000");
        await (await leader.SubmitAsync($"/nghiem-thu/chung/{id}", new { Note = "Lý do minh họa" }, $"/nghiem-thu/chung/{id}?viec={AcceptanceAction.Undo}")).ShouldGoOn();
        (await app.WithDb(App.KhanhHoa, db => db.SupportDueAsync(contract.ContractId))).Values.Sum().ShouldBe(site.Due);
    }

    [Fact]
    public async Task WhoeverMayNot_IsRefused_AndAnotherProvinceSeesNothing()
    {
        var (project, _, _) = await Concluded();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var opened = await officer.SubmitAsync(New(project), new { Form = AcceptanceForm.General });
        var path = opened.Headers.Location!.OriginalString;
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        foreach (var url in new[] { New(project), path, $"{path}/in", $"{path}?handler=File" })
        {
            (await foreign.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }

        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await accountant.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await accountant.GetAsync(new Uri(New(project), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await accountant.SubmitAsync(path, Fields(Dong.Zero), $"{path}?handler=Write")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.SubmitAsync(New(project), new { Form = AcceptanceForm.General })).StatusCode.ShouldBe(HttpStatusCode.OK, "one is open already");
    }

    private static async Task<HttpResponseMessage> Scan(HttpClient client, string path, string name)
    {
        var token = (await client.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent([.. "%PDF-1.4 minh hoa "u8, .. GivenAcceptances.Id().ToByteArray()]), "Upload", name } };
        return await client.PostAsync(new Uri($"{path}?handler=Scan", UriKind.Relative), form);
    }

    private static string New(Project project) => $"/de-an/{project.ProjectId}/nghiem-thu-chung";

    private static Dictionary<string, string> Fields(Dong due) => new()
    {
        ["Form.HeldOn"] = TimeProvider.System.Today.Text(),
        ["Form.Number"] = "01/BB-minh-hoa",
        ["Form.Place"] = "Sở Công Thương (dữ liệu minh họa)",
        ["Form.Members"] = "Người Minh Họa, tổ trưởng",
        ["Form.EligibleCost"] = "400.000.000",
        ["Form.Due"] = due.Grouped,
        ["Form.MachineCount"] = "1",
        ["Form.Verdict"] = nameof(AcceptanceVerdict.Accepted),
    };

    private async Task<(Project Project, Contract Contract, Acceptance Site)> Concluded()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-2"));
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        return (project, contract, await app.Again(id));
    }
}
