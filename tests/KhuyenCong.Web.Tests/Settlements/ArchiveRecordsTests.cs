using System.IO.Compression;
using System.Net;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.ManagementCosts;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

public sealed class ArchiveRecordsTests(App app)
{
    [Fact]
    public async Task TheArchiveOfADoneProject_HasItsRecordsAsPages_AndVerifies()
    {
        var (contract, _, path) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var bytes = await (await officer.SubmitAsync($"/de-an/{contract.ProjectId}/luu-tru", new { })).Content.ReadAsByteArrayAsync();
        using var whole = new MemoryStream(bytes);
        var (manifest, faults) = await ArchiveManifest.VerifyAsync(whole, app.Services.GetRequiredService<AuditKey>());
        faults.ShouldBeEmpty();
        var names = manifest.ShouldNotBeNull().Files.Select(f => f.Path).ToList();
        names.ShouldContain("sao-ke.csv");
        names.ShouldContain("chi-quan-ly.csv");
        names.ShouldContain("kiem-tra-may.csv");

        using var zip = new ZipArchive(new MemoryStream(bytes));
        (await TextOf(zip, names.Single(n => n.EndsWith("-hop-dong.html", StringComparison.Ordinal)))).ShouldContain(contract.Number!);
        var settled = await TextOf(zip, names.Single(n => n.EndsWith("-quyet-toan.html", StringComparison.Ordinal)));
        settled.ShouldContain("150.000.000");
        settled.ShouldContain("Biên bản thanh lý hợp đồng");
        (await TextOf(zip, "index.html")).ShouldContain("không được giữ lại");
    }

    /// <summary>Whoever may archive has the whole; what may not be given to them is named where the package is made, in its index and in what is signed.</summary>
    [Fact]
    public async Task WhatIsNotInAPackage_IsNamed_InIndexAndManifest()
    {
        var (contract, _, path) = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(path, SettlementAction.Approve)).ShouldGoOn();
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var url = $"/de-an/{contract.ProjectId}/luu-tru";
        const string Personal = "Dữ liệu cá nhân trong nhật ký";
        var (told, all) = ((await accountant.GetPageAsync(url)).QuerySelector("#khong-co-trong-goi")!.TextContent, (await leader.GetPageAsync(url)).QuerySelector("#khong-co-trong-goi")!.TextContent);
        told.ShouldContain(Personal);
        all.ShouldNotContain(Personal);
        foreach (var text in new[] { told, all })
        {
            text.ShouldContain("không được giữ lại");
            text.ShouldContain("Tệp sao kê gốc");
        }

        var (less, whole) = (await Archived(accountant, url), await Archived(leader, url));
        less.Manifest.LeftOut.ShouldNotBeNull().ShouldContain(l => l.StartsWith(Personal, StringComparison.Ordinal));
        whole.Manifest.LeftOut.ShouldNotBeNull().ShouldNotContain(l => l.StartsWith(Personal, StringComparison.Ordinal));
        using var zip = new ZipArchive(new MemoryStream(less.Bytes));
        (await TextOf(zip, "index.html")).ShouldContain(Personal);
        // Neither the lists of the one nor of the other decide what is in it.
        less.Manifest.Files.Select(f => f.Path).ShouldBe(whole.Manifest.Files.Select(f => f.Path));
    }

    [Fact]
    public async Task PapersOfAVoucherThatServedTheProject_AreInItsPackage_AndInNoOthers()
    {
        var (contract, _) = await app.APaidContract();
        var (another, _) = await app.APaidContract();
        var estimate = await app.AnApprovedEstimate(await app.ALine(4 * GivenManagement.Line));
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var voucher = await officer.Vouched(app, estimate, 1_500_000, more: ("Form.Served", $"Project:{contract.ProjectId}"));
        var token = (await officer.GetPageAsync(voucher)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("Giấy đi đường"), "PaperName" },
            { new ByteArrayContent([.. "%PDF-1.4 "u8, .. GivenPlans.Id().ToByteArray()]), "Upload", "giay di duong.pdf" },
        };
        await (await officer.PostAsync(new Uri($"{voucher}?handler=Paper", UriKind.Relative), form)).ShouldGoOn();

        var (_, manifest) = await Archived(officer, $"/de-an/{contract.ProjectId}/luu-tru");
        var paper = manifest.Files.Single(f => f.Path.StartsWith("4b-chi-quan-ly/", StringComparison.Ordinal));
        paper.ShouldSatisfyAllConditions(p => p.IsMissing.ShouldBeFalse(), p => p.Path.ShouldEndWith("giay di duong.pdf"), p => p.What.ShouldContain("Giấy đi đường"));
        (await Archived(officer, $"/de-an/{another.ProjectId}/luu-tru")).Manifest.Files.ShouldNotContain(f => f.Path.StartsWith("4b-chi-quan-ly/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheDecisionBehindAnOppositeEntry_IsInThePackage_OfTheProjectWhoseItIs()
    {
        var (contract, _) = await app.APaidContract();
        var (other, _) = await app.APaidContract();
        var entry = await app.WithDb(App.KhanhHoa, db => db.LedgerEntries.Where(e => e.ContractId == contract.ContractId).OrderBy(e => e.Sequence).Select(e => e.LedgerEntryId).FirstAsync());
        // Only named: that the store has no such file is told as well.
        (await app.WithDb(App.KhanhHoa, db => db.AttachLedgerScanAsync(entry, new($"{GivenPlans.Id():N}{GivenPlans.Id():N}", "van-ban.pdf"), GivenPlans.Id(), () => Task.CompletedTask))).ShouldBeTrue();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var (_, manifest) = await Archived(officer, $"/de-an/{contract.ProjectId}/luu-tru");
        var scan = manifest.Files.Single(f => f.What.StartsWith("Văn bản làm căn cứ ghi ngược", StringComparison.Ordinal));
        scan.ShouldSatisfyAllConditions(s => s.Path.ShouldStartWith("2-ke-hoach/"), s => s.Path.ShouldEndWith("van-ban.pdf"), s => s.IsMissing.ShouldBeTrue());
        (await Archived(officer, $"/de-an/{other.ProjectId}/luu-tru")).Manifest.Files.ShouldNotContain(f => f.What.StartsWith("Văn bản làm căn cứ", StringComparison.Ordinal));
    }

    private async Task<(byte[] Bytes, ArchiveManifest Manifest)> Archived(HttpClient client, string url)
    {
        var bytes = await (await client.SubmitAsync(url, new { })).Content.ReadAsByteArrayAsync();
        using var whole = new MemoryStream(bytes);
        var (manifest, faults) = await ArchiveManifest.VerifyAsync(whole, app.Services.GetRequiredService<AuditKey>());
        faults.ShouldBeEmpty();
        return (bytes, manifest.ShouldNotBeNull());
    }

    private static async Task<string> TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return WebUtility.HtmlDecode(await reader.ReadToEndAsync());
    }
}
