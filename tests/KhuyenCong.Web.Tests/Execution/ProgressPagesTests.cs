using System.Net;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Execution;

public sealed class ProgressPagesTests(App app)
{
    [Fact]
    public async Task AReport_IsSent_SentBack_SentAgain_AndConfirmed()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        (await centre.Report(contract, "0,65", "100 triệu")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var report = await app.LastReport(contract);
        (report.State, report.WorkShare, report.Spent).ShouldBe((ProgressReportState.Submitted, 6500, Dong.Millions(100)));
        (await app.WithDb(App.KhanhHoa, db => db.ConfirmedWorkShareAsync(contract.ContractId))).ShouldBeNull("not confirmed yet");

        using var department = await app.ASomebody(Role.DepartmentOfficer);
        (await (await department.Take(report, ProgressAction.SendBack, " ")).Told()).ShouldContain("lý do trả lại");
        (await department.Take(report, ProgressAction.SendBack, "Thiếu khối lượng móng máy")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await centre.GetPageAsync(report.Path())).QuerySelector("main")!.TextContent.ShouldContain("Thiếu khối lượng móng máy");
        (await centre.Report(contract, "0,7", "100 triệu")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        report = await app.LastReport(contract);
        (await centre.Take(report, ProgressAction.Confirm)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await department.Take(report, ProgressAction.Confirm)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.WithDb(App.KhanhHoa, db => db.ConfirmedWorkShareAsync(contract.ContractId))).ShouldBe(7000);
        (await department.GetPageAsync($"{report.Path()}/in")).QuerySelector("main")!.TextContent.ShouldContain("chưa kiểm chứng");
        (await department.GetPageAsync($"/de-an/{contract.ProjectId}")).QuerySelector("h1").ShouldNotBeNull();
    }

    [Fact]
    public async Task TheForm_KnowsWhatTheLastOneSaid_AndLessNeedsAReason()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        var month = GivenExecution.Today.AddMonths(-1);
        await centre.Report(contract, "0,5", "50 triệu", month);
        using var department = await app.ASomebody(Role.DepartmentLeader);
        (await department.Take(await app.LastReport(contract), ProgressAction.Confirm)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var form = await centre.GetPageAsync(contract.ReportPath(GivenExecution.Today));
        form.QuerySelector("input[name='Form.Lines[0].Done']")!.GetAttribute("value").ShouldBe("0,5");
        form.QuerySelector("input[name='Form.Lines[0].Spent[DOIUNG]']")!.GetAttribute("value").ShouldBe("50.000.000");
        (await centre.Report(contract, "0,4", "50 triệu")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.LastReport(contract)).State.ShouldBe(ProgressReportState.Drafting, "kept, but not sent");
        (await centre.Report(contract, "0,4", "50 triệu", reason: "Tháng trước nhập nhầm")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.LastReport(contract)).State.ShouldBe(ProgressReportState.Submitted);
    }

    [Fact]
    public async Task BadInput_StaysInTheForm_WithItsReason()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        var answer = await centre.Report(contract, "1.5");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Khối lượng không đọc được");
        page.QuerySelector("input[name='Form.Lines[0].Done']")!.GetAttribute("value").ShouldBe("1.5");
        (await (await centre.Report(contract, "1", month: GivenExecution.Today.AddMonths(1))).Told()).ShouldContain("từ tháng ký hợp đồng");
    }

    [Fact]
    public async Task TwoWhoBeginTheSameMonth_MakeOneReport()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        (await centre.Report(contract, "0,1", submits: false)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var version = (await app.LastReport(contract)).Version;
        (await (await centre.Report(contract, "0,2", submits: false, seen: $"{version + 1}")).Told()).ShouldContain("vừa được người khác sửa");
        (await app.WithDb(App.KhanhHoa, db => db.ProgressReports.CountAsync(r => r.ContractId == contract.ContractId))).ShouldBe(1);
        (await app.LastReport(contract)).WorkShare.ShouldBe(1000);
    }

    [Fact]
    public async Task WhoMayNot_IsRefused_AndADraftIsTheWriters()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        await centre.Report(contract, "0,1", submits: false);
        var report = await app.LastReport(contract);
        using var department = await app.ASomebody(Role.DepartmentOfficer);
        (await Get(department, report.Path())).ShouldBe(HttpStatusCode.NotFound, "not sent yet");
        (await Get(department, contract.ReportPath())).ShouldBe(HttpStatusCode.Forbidden);
        var (other, _) = await app.AsUnit(Role.CentreOfficer);
        (await Get(other, contract.ReportPath())).ShouldBe(HttpStatusCode.NotFound);
        (await Get(other, report.Path())).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnotherProvince_SeesNothing()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer, province: App.DongNai);
        var contract = await app.ASignedContract(organisation: unit, province: App.DongNai);
        (await centre.Report(contract, "0,1")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var report = await app.LastReport(contract);
        using var leader = await app.As(Role.DepartmentLeader);
        foreach (var path in new[] { report.Path(), $"{report.Path()}/in", $"{report.Path()}/anh/{GivenExecution.Id()}" })
        {
            (await Get(leader, path)).ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var officer = await app.As(Role.CentreOfficer);
        (await Get(officer, contract.ReportPath())).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheCommuneOfTheSite_ReportsForAnOwnerWithoutAccount_AndForNoOther()
    {
        var contract = await app.ASignedContract();
        var owner = await app.WithDb(App.KhanhHoa, async db =>
        {
            var id = await db.Projects.Where(p => p.ProjectId == contract.ProjectId).SelectMany(p => p.Beneficiaries).Select(b => b.EstablishmentId).SingleAsync();
            await db.Contracts.Where(c => c.ContractId == contract.ContractId).ExecuteUpdateAsync(s => s.SetProperty(c => c.PartyBEstablishmentId, (Guid?)id));
            return id;
        });
        var (officer, _) = await app.AsUnit(Role.CommuneOfficer, OrganisationKind.CommuneOffice, commune: GivenEstablishments.CamLam);
        (await officer.Report(contract, "0,5", "50 triệu")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var report = await app.LastReport(contract);
        report.State.ShouldBe(ProgressReportState.Submitted);
        await officer.Take(report, ProgressAction.Confirm);
        (await app.LastReport(contract)).State.ShouldBe(ProgressReportState.Submitted, "the Sở confirms it");

        var (account, unit) = await app.AsUnit(Role.EstablishmentOwner, OrganisationKind.Establishment);
        await app.WithDb(App.KhanhHoa, db => db.Establishments.Where(e => e.EstablishmentId == owner).ExecuteUpdateAsync(s => s.SetProperty(e => e.OrganisationId, (Guid?)unit)));
        (await officer.GetAsync(new Uri(contract.ReportPath(GivenExecution.Today.AddMonths(-1)), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        account.Dispose();
        officer.Dispose();
    }

    [Fact]
    public async Task ACommune_ConfirmsItsOwn_ByAnotherHand()
    {
        var contract = await app.ASignedContract(Regime.Commune);
        using var officer = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await officer.Report(contract, "1")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var report = await app.LastReport(contract);
        (await (await officer.Take(report, ProgressAction.Confirm)).Told()).ShouldContain("không tự xác nhận");
        using var department = await app.ASomebody(Role.DepartmentLeader);
        (await department.Take(report, ProgressAction.Confirm)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.CamLam);
        (await leader.Take(report, ProgressAction.Confirm)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task APhotograph_IsAPhotograph_AndOnlyForThoseWhoReadIt()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        await centre.Report(contract, "0,1", submits: false);
        var path = (await app.LastReport(contract)).Path();
        (await (await Photo(centre, path, "bao-cao.pdf", [.. System.Text.Encoding.ASCII.GetBytes("%PDF-1.7 "), .. GivenExecution.Id().ToByteArray()])).Told()).ShouldContain("không phải ảnh");
        (await Photo(centre, path, "xuong.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. GivenExecution.Id().ToByteArray()])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var photo = (await app.LastReport(contract)).Photos.Single();
        (await Get(centre, $"{path}/anh/{photo.ProgressPhotoId}")).ShouldBe(HttpStatusCode.OK);
        using var department = await app.ASomebody(Role.DepartmentOfficer);
        (await Get(department, $"{path}/anh/{photo.ProgressPhotoId}")).ShouldBe(HttpStatusCode.NotFound, "the report is still the writers'");
        (await centre.SubmitAsync(path, new { }, $"{path}?handler=RemovePhoto&anh={photo.ProgressPhotoId}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.LastReport(contract)).Photos.ShouldBeEmpty();
    }

    [Fact]
    public async Task APhotograph_KeepsWhenItWasTaken_AsItsDeviceTold()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        using var _ = centre;
        var contract = await app.ASignedContract(organisation: unit);
        await centre.Report(contract, "0,1", submits: false);
        var path = (await app.LastReport(contract)).Path();
        var taken = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddHours(-5).ToUnixTimeMilliseconds());
        foreach (var told in new[] { $"{taken.ToUnixTimeMilliseconds()}", null, "hôm qua", $"{taken.AddDays(2).ToUnixTimeMilliseconds()}" })
        {
            (await Photo(centre, path, "xuong.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. GivenExecution.Id().ToByteArray()], told)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        var photos = (await app.LastReport(contract)).Photos;
        (photos.Count, photos.Single(p => p.TakenAt is not null).TakenAt).ShouldBe((4, taken.UtcDateTime));
        (await centre.GetPageAsync(path)).QuerySelector("#anh")!.TextContent.ShouldContain($"chụp lúc {taken.UtcDateTime.LocalText()} theo thiết bị");
    }

    [Fact]
    public async Task WhatIsMissing_IsOnTheList_AndInTheWorkOfWhoOwesIt()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        (await centre.GetPageAsync("/tien-do?trang-thai=Missing&co=100")).QuerySelector("#tien-do tbody")!.TextContent.ShouldContain(contract.Number!);
        (await centre.GetPageAsync("/")).QuerySelector("main")!.TextContent.ShouldContain(contract.Number!);
        (await Get(centre, "/tien-do?handler=Excel")).ShouldBe(HttpStatusCode.OK);
        var (other, _) = await app.AsUnit(Role.CentreOfficer);
        (await other.GetPageAsync("/tien-do")).QuerySelector("main")!.TextContent.ShouldNotContain(contract.Number!);
    }

    [Fact]
    public async Task TheSignedScan_IsKept_AndNotReplacedOnceSent()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        await centre.Report(contract, "0,1");
        var path = (await app.LastReport(contract)).Path();
        (await (await Scan(centre, path, "ban-ky.txt", [.. "chữ thường"u8])).Told()).ShouldNotBeEmpty();
        (await Scan(centre, path, "ban-ky.pdf", [.. "%PDF-1.7 minh hoa "u8, .. GivenExecution.Id().ToByteArray()])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var report = await app.LastReport(contract);
        (report.FileName, report.MediaType).ShouldBe(("ban-ky.pdf", "application/pdf"));
        (await Scan(centre, path, "khac.pdf", [.. "%PDF-1.7 khac "u8, .. GivenExecution.Id().ToByteArray()])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var department = await app.ASomebody(Role.DepartmentOfficer);
        (await Get(department, $"{path}?handler=File")).ShouldBe(HttpStatusCode.OK);
        (await department.GetPageAsync($"/de-an/{contract.ProjectId}/luu-tru")).QuerySelector("main")!.TextContent.ShouldContain("bản đã ký");
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await Get(foreign, $"{path}?handler=File")).ShouldBe(HttpStatusCode.NotFound);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        (await Scan(accountant, path, "khac.pdf", [.. "%PDF-1.7 khac "u8])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Whoever sent the report back has read the copy that came with it: the next one does not wipe it out.</summary>
    [Fact]
    public async Task TheSignedScan_OfAReportThatWasSentBack_StaysAsAVersion()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreOfficer);
        var contract = await app.ASignedContract(organisation: unit);
        await centre.Report(contract, "0,1");
        var path = (await app.LastReport(contract)).Path();
        (await Scan(centre, path, "ban-ky.pdf", [.. "%PDF-1.7 minh hoa "u8, .. GivenExecution.Id().ToByteArray()])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var report = await app.LastReport(contract);
        using var department = await app.ASomebody(Role.DepartmentOfficer);
        (await department.Take(report, ProgressAction.SendBack, "Thiếu chữ ký")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // Written anew it is not what was signed: it goes out with a reason, or with a newer scan.
        (await centre.Report(contract, "0,2", submits: false)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await centre.GetPageAsync(path)).QuerySelector("#ban-ky .notice-warn")!.TextContent.ShouldContain("Bản ký cũ hơn số liệu");
        (await (await centre.Take(await app.LastReport(contract), ProgressAction.Send, "")).Told()).ShouldContain("kèm bản ký mới");
        (await Scan(centre, path, "ban-moi.pdf", [.. "%PDF-1.7 minh hoa "u8, .. GivenExecution.Id().ToByteArray()])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var removed = await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AsNoTracking().SingleAsync(p => p.RecordId == report.ProgressReportId));
        (removed.FileName, removed.Sha256, removed.Reason).ShouldBe(("ban-ky.pdf", report.FileSha, "thay bằng bản khác"));
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.SingleAsync(b => b.Sha256 == report.FileSha))).References.ShouldBe(1);
        (await centre.GetPageAsync(path)).QuerySelector("#ban-ky .notice-warn").ShouldBeNull();
        (await centre.GetPageAsync(path)).QuerySelector("#giay-to-da-go del").ShouldNotBeNull();
        (await Get(centre, $"/giay-to-da-go/{removed.RemovedPaperId}")).ShouldBe(HttpStatusCode.OK);
        (await Get(department, $"/giay-to-da-go/{removed.RemovedPaperId}")).ShouldBe(HttpStatusCode.OK);
        centre.Dispose();
    }

    private static async Task<HttpResponseMessage> Scan(HttpClient client, string path, string name, byte[] bytes)
    {
        var token = (await client.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "Scan", name } };
        return await client.PostAsync(new Uri($"{path}?handler=Scan", UriKind.Relative), content);
    }

    private static async Task<HttpStatusCode> Get(HttpClient client, string path) => (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;

    private static async Task<HttpResponseMessage> Photo(HttpClient client, string path, string name, byte[] bytes, string? taken = null)
    {
        var token = (await client.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "Photos", name } };
        if (taken is not null)
        {
            content.Add(new StringContent(taken), "Photos.TakenAt");
        }

        return await client.PostAsync(new Uri($"{path}?handler=Photo", UriKind.Relative), content);
    }
}
