using System.IO.Compression;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Tests.Acceptances;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Results;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

public sealed class ArchiveResultsTests(App app)
{
    [Fact]
    public async Task WhatProvesTheResultsOfAProject_IsInItsPackage_EachFileOnce()
    {
        var (project, result) = await ACountedProject();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await officer.Send($"/ket-qua/{result}", [], GivenResults.APdf("xac nhan.pdf"))).ShouldGoOn();
        var proofs = await app.WithDb(App.KhanhHoa, db => db.Evidence.AsNoTracking().Where(e => e.ResultId == result).ToListAsync());

        var bytes = await (await officer.SubmitAsync($"/de-an/{project}/luu-tru", new { })).Content.ReadAsByteArrayAsync();
        using var whole = new MemoryStream(bytes);
        var (manifest, faults) = await ArchiveManifest.VerifyAsync(whole, app.Services.GetRequiredService<AuditKey>());
        faults.ShouldBeEmpty();
        var files = manifest.ShouldNotBeNull().Files;
        // The pictures of the acceptance are proofs, too, and stand among its papers.
        var added = files.Single(f => f.Path.StartsWith("6b-ket-qua/", StringComparison.Ordinal));
        added.ShouldSatisfyAllConditions(f => f.IsMissing.ShouldBeFalse(), f => f.Path.ShouldEndWith("xac nhan.pdf"));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("ket-qua.csv")!.Open());
        var table = await reader.ReadToEndAsync();
        proofs.Count.ShouldBeGreaterThan(1);
        foreach (var proof in proofs)
        {
            files.ShouldContain(f => f.Sha256 == proof.Sha256);
            table.ShouldContain(proof.Sha256);
        }
    }

    [Fact]
    public async Task WhatNoLongerProvesAResult_IsInThePackageAsRemoved()
    {
        var (project, result) = await ACountedProject();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        await (await officer.Send($"/ket-qua/{result}", [], GivenResults.APdf("nham.pdf"))).ShouldGoOn();
        var wrong = await app.WithDb(App.KhanhHoa, db => db.Evidence.AsNoTracking().SingleAsync(e => e.ResultId == result && e.FileName == "nham.pdf"));
        await (await officer.SubmitAsync($"/ket-qua/{result}", new { RemovalReason = "Của đề án khác" }, $"/ket-qua/{result}?handler=Remove&evidenceId={wrong.EvidenceId}")).ShouldGoOn();

        using var whole = new MemoryStream(await (await officer.SubmitAsync($"/de-an/{project}/luu-tru", new { })).Content.ReadAsByteArrayAsync());
        var (manifest, faults) = await ArchiveManifest.VerifyAsync(whole, app.Services.GetRequiredService<AuditKey>());
        faults.ShouldBeEmpty();
        var kept = manifest.ShouldNotBeNull().Files.Single(f => f.Sha256 == wrong.Sha256);
        kept.ShouldSatisfyAllConditions(f => f.IsMissing.ShouldBeFalse(), f => f.Path.ShouldStartWith("9-da-go/"), f => f.What.ShouldContain("Của đề án khác"));
        manifest.LeftOut.ShouldNotBeNull().ShouldNotContain(l => l.Contains("Minh chứng đã gỡ", StringComparison.Ordinal));
    }

    /// <summary>A project with one accepted result of its programme.</summary>
    private async Task<(Guid Project, Guid Result)> ACountedProject()
    {
        var (project, contract) = await app.AContract(await app.Target(await app.AProgramme(), "T-2"));
        var id = await app.ASubmitted(project, contract);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
        return (project.ProjectId, await app.WithDb(App.KhanhHoa, db => db.AcceptanceResults.Where(r => r.AcceptanceId == id).Select(r => r.ResultId).SingleAsync()));
    }
}
