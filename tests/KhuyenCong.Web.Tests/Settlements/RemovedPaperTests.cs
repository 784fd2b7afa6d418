using System.IO.Compression;
using System.Net;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

/// <summary>What is taken off a file that was sent stays as a version; what is taken off a draft goes.</summary>
public sealed class RemovedPaperTests(App app)
{
    [Fact]
    public async Task APaperTakenOffAFileThatWasSent_IsShown_AndInTheArchive_AndNobodyElses()
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var (contract, path, removed) = await TakenOff(officer, "Nhầm tệp");
        var page = await officer.GetPageAsync(path);
        page.QuerySelector("#giay-to-da-go del").ShouldNotBeNull();
        page.QuerySelector("#giay-to-da-go")!.TextContent.ShouldContain("Nhầm tệp");
        var url = $"/giay-to-da-go/{removed.RemovedPaperId}";
        (await officer.GetByteArrayAsync(new Uri(url, UriKind.Relative))).AsSpan().StartsWith("%PDF-1.4"u8).ShouldBeTrue();
        using var stranger = await app.As(Role.DepartmentLeader, App.DongNai);
        (await stranger.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var owner = await app.ASomebody(Role.EstablishmentOwner);
        (await owner.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var (bytes, manifest) = await Archived(officer, contract);
        var kept = manifest.Files.Single(f => f.Path.StartsWith("9-da-go/", StringComparison.Ordinal));
        kept.ShouldSatisfyAllConditions(f => f.IsMissing.ShouldBeFalse(), f => f.Path.ShouldEndWith("giai trinh.pdf"), f => f.What.ShouldContain("đã gỡ ngày"), f => f.What.ShouldContain("Nhầm tệp"));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("index.html")!.Open());
        WebUtility.HtmlDecode(await reader.ReadToEndAsync()).ShouldContain("đã gỡ ngày");
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.SingleAsync(b => b.Sha256 == removed.Sha256))).References.ShouldBe(1);

        // Why is a value, which a request can erase: the sealed reason holds nothing that somebody typed.
        var told = await app.WithDb(App.KhanhHoa, db => db.AuditEvents.AsNoTracking().Include(e => e.Values).SingleAsync(e => e.Kind == "settlement.paper-removed" && e.SubjectId == removed.RecordId));
        told.Reason.ShouldBeNull();
        told.Values.Single(v => v.Field == AuditIntent.TypedField).New.ShouldBe("Nhầm tệp");
    }

    [Fact]
    public async Task ARequestToErase_Wins_AndTheArchiveTellsThatItDid()
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        const string reason = "Nhầm giấy của bà Minh Họa";
        var (contract, path, removed) = await TakenOff(officer, reason);
        Dictionary<string, string> fields = new() { ["Chosen[0]"] = $"{removed.RemovedPaperId}", ["RequestNumber"] = "12/YC" };
        (await officer.GetAsync(new Uri("/nhat-ky/xoa-tep", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var other = await app.As(Role.Administrator, App.DongNai);
        (await other.SubmitAsync("/nhat-ky/xoa-tep", fields)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var administrator = await app.As(Role.Administrator);
        (await administrator.SubmitAsync("/nhat-ky/xoa-tep", fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(new Uri($"/giay-to-da-go/{removed.RemovedPaperId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetPageAsync(path)).QuerySelector("#giay-to-da-go")!.TextContent.ShouldContain("12/YC");
        var (bytes, manifest) = await Archived(officer, contract);
        manifest.Files.ShouldNotContain(f => f.Path.StartsWith("9-da-go/", StringComparison.Ordinal));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("index.html")!.Open());
        WebUtility.HtmlDecode(await reader.ReadToEndAsync()).ShouldContain("đã xóa theo yêu cầu số 12/YC");
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.AnyAsync(b => b.Sha256 == removed.Sha256))).ShouldBeFalse();

        // A file's name may be somebody's: the record's journal does not tell it either.
        var record = await app.WithDb(App.KhanhHoa, db => db.AuditEvents.AsNoTracking().Include(e => e.Values).Where(e => e.SubjectId == removed.RecordId).ToListAsync());
        record.ShouldNotContain(e => e.Reason != null && e.Reason.Contains("giai trinh.pdf", StringComparison.Ordinal));
        record.SelectMany(e => e.Values).ShouldNotContain(v => v.Old == "giai trinh.pdf" || v.New == "giai trinh.pdf");
        record.SelectMany(e => e.Values).ShouldContain(v => v.ErasedByRequest == "12/YC");
        (record.Exists(e => e.Reason == reason), record.SelectMany(e => e.Values).Any(v => v.New == reason)).ShouldBe((false, false));
    }

    /// <summary>Several clicks at once: what another record refers to as well keeps its reference, and its content.</summary>
    [Fact]
    public async Task ErasedSeveralTimesAtOnce_OneReferenceGoes()
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var (_, _, removed) = await TakenOff(officer, null);
        await app.WithDb(App.KhanhHoa, db => db.Blobs.Where(b => b.Sha256 == removed.Sha256).ExecuteUpdateAsync(set => set.SetProperty(b => b.References, b => b.References + 1)));
        using var administrator = await app.As(Role.Administrator);
        Dictionary<string, string> fields = new() { ["Chosen[0]"] = $"{removed.RemovedPaperId}", ["RequestNumber"] = "13/YC" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => administrator.SubmitAsync("/nhat-ky/xoa-tep", fields)));
        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.SingleAsync(b => b.Sha256 == removed.Sha256))).References.ShouldBe(1);
    }

    [Fact]
    public async Task APaperTakenOffADraft_IsNotKept()
    {
        var (contract, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Prepared(contract);
        await Attached(officer, path);
        var paper = (await app.Settlement(path)).Papers.ShouldHaveSingleItem();
        await (await officer.SubmitAsync(path, new { }, $"{path}?handler=RemovePaper&giay={paper.SettlementPaperId}")).ShouldGoOn();
        (await app.Settlement(path)).Papers.ShouldBeEmpty();
        (await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AnyAsync(p => p.ProjectId == contract.ProjectId))).ShouldBeFalse();
        (await officer.GetPageAsync(path)).QuerySelector("#giay-to-da-go").ShouldBeNull();
    }

    /// <summary>A voucher is no single project's: the package of what it served has what was taken off it, to whom its page shows it.</summary>
    [Fact]
    public async Task APaperTakenOffAVoucherThatWasAskedFor_IsInThePackageOfWhatItServed()
    {
        var (contract, _) = await app.APaidContract();
        var (another, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var (voucher, paper) = await AVoucher(officer, contract);
        (await officer.Take(voucher, ManagementVoucherAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.Take(voucher, ManagementVoucherAction.Return)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Removed(officer, voucher, paper.ManagementPaperId);

        var removed = await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AsNoTracking().SingleAsync(p => p.RecordId == paper.ManagementVoucherId));
        (removed.Kind, removed.ProjectId, removed.Reason).ShouldBe((RemovedPaperKind.Management, null, "Nhầm tệp"));
        var told = await app.WithDb(App.KhanhHoa, db => db.AuditEvents.AsNoTracking().Include(e => e.Values).SingleAsync(e => e.Kind == "voucher.paper-removed" && e.SubjectId == removed.RecordId));
        told.Values.Single(v => v.Field == AuditIntent.TypedField).New.ShouldBe("Nhầm tệp");
        (await officer.GetPageAsync(voucher)).QuerySelector("#giay-to-da-go")!.TextContent.ShouldContain("Nhầm tệp");
        var url = new Uri($"/giay-to-da-go/{removed.RemovedPaperId}", UriKind.Relative);
        (await officer.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var council = await app.ASomebody(Role.CouncilViewer);
        (await council.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var (_, manifest) = await Archived(officer, contract);
        var kept = manifest.Files.Single(f => f.Path.StartsWith("9-da-go/", StringComparison.Ordinal));
        kept.ShouldSatisfyAllConditions(f => f.IsMissing.ShouldBeFalse(), f => f.Path.ShouldEndWith("giay di duong.pdf"), f => f.What.ShouldContain("Nhầm tệp"));
        (await Archived(officer, another)).Manifest.Files.ShouldNotContain(f => f.Path.StartsWith("9-da-go/", StringComparison.Ordinal));

        using var administrator = await app.As(Role.Administrator);
        (await administrator.SubmitAsync("/nhat-ky/xoa-tep", new Dictionary<string, string> { ["Chosen[0]"] = $"{removed.RemovedPaperId}", ["RequestNumber"] = "13/YC" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.WithDb(App.KhanhHoa, db => db.AuditEvents.SingleAsync(e => e.Kind == "paper.erased" && e.SubjectId == paper.ManagementVoucherId))).Reason.ShouldBe("13/YC");
    }

    [Fact]
    public async Task APaperTakenOffAVoucherNobodyAskedFor_IsNotKept()
    {
        var (contract, _) = await app.APaidContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var (voucher, paper) = await AVoucher(officer, contract);
        await Removed(officer, voucher, paper.ManagementPaperId);
        (await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AnyAsync(p => p.RecordId == paper.ManagementVoucherId))).ShouldBeFalse();
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.SingleAsync(b => b.Sha256 == paper.FileSha))).References.ShouldBe(0);
    }

    /// <summary>What asked for money stays with the request, and the journal says why it was taken off.</summary>
    [Fact]
    public async Task APaperTakenOffARequestThatWasSent_StaysAsAVersion_AndTheJournalSaysWhy()
    {
        var (contract, line) = await app.ASignedContract();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var path = await officer.Drafted(contract, line, 1_000_000);
        await Named(officer, path);
        (await officer.Take(path, PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.Take(path, PaymentAction.Return)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var request = await app.Payment(path);
        await Removed(officer, path, request.Papers.ShouldHaveSingleItem().PaymentPaperId);

        var removed = await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AsNoTracking().SingleAsync(p => p.RecordId == request.PaymentRequestId));
        (removed.Kind, removed.ProjectId, removed.Reason).ShouldBe((RemovedPaperKind.Payment, contract.ProjectId, "Nhầm tệp"));
        var told = await app.WithDb(App.KhanhHoa, db => db.AuditEvents.AsNoTracking().Include(e => e.Values).SingleAsync(e => e.Kind == "payment.paper-removed" && e.SubjectId == removed.RecordId));
        told.Reason.ShouldBeNull();
        told.Values.Single(v => v.Field == AuditIntent.TypedField).New.ShouldBe("Nhầm tệp");

        var url = new Uri($"/giay-to-da-go/{removed.RemovedPaperId}", UriKind.Relative);
        (await officer.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        using var owner = await app.ASomebody(Role.EstablishmentOwner);
        foreach (var client in new[] { foreign, owner })
        {
            (await client.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    /// <summary>The signed copy of a later step takes the place of the earlier one; both are in the package of every project of the batch.</summary>
    [Fact]
    public async Task TheSignedCopyThatAnotherReplaces_StaysAsAVersion()
    {
        var year = GivenPlans.AFarYear();
        await app.AnAllocation(year, GivenPayments.Bound);
        var project = await app.AnAppraised(year, support: GivenPayments.Bound);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, project);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = $"/ke-hoach/dot/{batch.ApprovalBatchId}";
        var token = (await leader.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var name in new[] { "phe-duyet.pdf", "giao.pdf" })
        {
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent([.. "%PDF-1.4 "u8, .. GivenPlans.Id().ToByteArray()]), "Upload", name } };
            await (await leader.PostAsync(new Uri($"{path}?handler=Copy", UriKind.Relative), form)).ShouldGoOn();
        }

        var removed = await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AsNoTracking().SingleAsync(p => p.RecordId == batch.ApprovalBatchId));
        (removed.Kind, removed.FileName, removed.Reason).ShouldBe((RemovedPaperKind.Batch, "phe-duyet.pdf", "thay bằng bản khác"));
        (await leader.GetPageAsync(path)).QuerySelector("#giay-to-da-go del").ShouldNotBeNull();
        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(new Uri($"/giay-to-da-go/{removed.RemovedPaperId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // A batch is told in the journal of its plan: erased, its name is not there either.
        using var administrator = await app.As(Role.Administrator);
        (await administrator.SubmitAsync("/nhat-ky/xoa-tep", new Dictionary<string, string> { ["Chosen[0]"] = $"{removed.RemovedPaperId}", ["RequestNumber"] = "15/YC" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var told = (await app.WithDb(App.KhanhHoa, db => db.AuditEvents.AsNoTracking().Include(e => e.Values).Where(e => e.SubjectId == batch.AnnualPlanId).ToListAsync())).SelectMany(e => e.Values).ToList();
        told.ShouldNotContain(v => v.Old == "phe-duyet.pdf" || v.New == "phe-duyet.pdf");
        told.ShouldContain(v => v.ErasedByRequest == "15/YC");
    }

    /// <summary>Of management costs, for a contract's project, with one paper.</summary>
    private async Task<(string Path, ManagementPaper Paper)> AVoucher(HttpClient officer, Contract contract)
    {
        var estimate = await app.AnApprovedEstimate(await app.ALine(4 * GivenManagement.Line));
        var path = await officer.Vouched(app, estimate, 1_500_000, more: ("Form.Served", $"Project:{contract.ProjectId}"));
        await Named(officer, path);
        var id = GivenManagement.IdOf(path);
        return (path, (await app.WithDb(App.KhanhHoa, db => db.WholeManagementVouchers.AsNoTracking().SingleAsync(v => v.ManagementVoucherId == id))).Papers.ShouldHaveSingleItem());
    }

    /// <summary>One paper with a name of its own, attached to a voucher or a request.</summary>
    private static async Task Named(HttpClient officer, string path)
    {
        var token = (await officer.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("Giấy đi đường"), "PaperName" },
            { new ByteArrayContent([.. "%PDF-1.4 "u8, .. GivenPlans.Id().ToByteArray()]), "Upload", "giay di duong.pdf" },
        };
        await (await officer.PostAsync(new Uri($"{path}?handler=Paper", UriKind.Relative), form)).ShouldGoOn();
    }

    private static async Task Removed(HttpClient officer, string path, Guid paper) =>
        await (await officer.SubmitAsync(path, new Dictionary<string, string> { ["PaperId"] = $"{paper}", ["lyDo"] = "Nhầm tệp" }, $"{path}?handler=Remove")).ShouldGoOn();

    private static async Task Attached(HttpClient officer, string path)
    {
        var token = (await officer.GetPageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(nameof(SettlementPaperKind.Explanation)), "Paper.Kind" },
            { new ByteArrayContent([.. "%PDF-1.4 "u8, .. GivenPlans.Id().ToByteArray()]), "Paper.File", "giai trinh.pdf" },
        };
        await (await officer.PostAsync(new Uri($"{path}?handler=Paper", UriKind.Relative), form)).ShouldGoOn();
    }

    /// <summary>Attached, sent, sent back, taken off.</summary>
    private async Task<(Contract Contract, string Path, RemovedPaper Removed)> TakenOff(HttpClient officer, string? why)
    {
        var (contract, _) = await app.APaidContract();
        var path = await officer.Prepared(contract);
        await Attached(officer, path);
        await (await officer.Step(path, SettlementAction.Submit)).ShouldGoOn();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.SendBack)).ShouldGoOn();
        var paper = (await app.Settlement(path)).Papers.ShouldHaveSingleItem();
        await (await officer.SubmitAsync(path, new Dictionary<string, string> { ["lyDo"] = why ?? "" }, $"{path}?handler=RemovePaper&giay={paper.SettlementPaperId}")).ShouldGoOn();
        return (contract, path, await app.WithDb(App.KhanhHoa, db => db.RemovedPapers.AsNoTracking().SingleAsync(p => p.ProjectId == contract.ProjectId)));
    }

    private async Task<(byte[] Bytes, ArchiveManifest Manifest)> Archived(HttpClient officer, Contract contract)
    {
        var bytes = await (await officer.SubmitAsync($"/de-an/{contract.ProjectId}/luu-tru", new { })).Content.ReadAsByteArrayAsync();
        using var whole = new MemoryStream(bytes);
        var (manifest, faults) = await ArchiveManifest.VerifyAsync(whole, app.Services.GetRequiredService<AuditKey>());
        faults.ShouldBeEmpty();
        return (bytes, manifest.ShouldNotBeNull());
    }
}
