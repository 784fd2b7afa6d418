using System.IO.Compression;
using System.Net;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;

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

    private static async Task<string> TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return WebUtility.HtmlDecode(await reader.ReadToEndAsync());
    }
}
