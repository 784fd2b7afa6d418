using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Settlements;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Payments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Settlements;

public sealed class ReconcilePagesTests(App app)
{
    [Fact]
    public async Task TwoParties_HaveAPaper_WhoseSignedScanIsKeptOnce_AndArchived()
    {
        var (contract, line, path) = await Approved();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.GetPageAsync(path)).QuerySelector("#doi-chieu-cuoi-nam").ShouldNotBeNull();
        var url = await Sheet(officer, contract);
        var paper = await officer.GetPageAsync(url);
        paper.ShouldBeHeadedAsAPaper("ĐẠI DIỆN BÊN B");
        paper.QuerySelector("#kem-ban-ky").ShouldNotBeNull();
        paper.QuerySelector("tr[data-book=dia-phuong] td[data-label='Đã quyết toán']")!.TextContent.Trim().ShouldBe("150.000.000");
        paper.QuerySelector("tr[data-book=dia-phuong] td[data-label='Trả về nguồn, chuyển năm sau']")!.TextContent.Trim().ShouldBe("50.000.000");

        (await Sign(officer, url, name: null)).StatusCode.ShouldBe(HttpStatusCode.OK, "no file");
        await (await Sign(officer, url)).ShouldGoOn();
        var kept = await Kept(contract);
        (await app.WithDb(App.KhanhHoa, db => db.AuditEvents.AsNoTracking().SingleAsync(e => e.SubjectId == kept.SignedReconciliationId))).Reason.ShouldBeNull("a file's name may be somebody's, and reasons are sealed");
        var figure = kept.Figures.ShouldHaveSingleItem();
        (figure.Contracted, figure.Settled, figure.GivenBack, figure.Committed).ShouldBe((new Dong(200_000_000), new Dong(GivenSettlements.Done), new Dong(50_000_000), Dong.Zero));
        (await (await Sign(officer, url)).Told()).ShouldContain("đã có bản ký");
        (await officer.GetPageAsync(path)).QuerySelector("#doi-chieu-cuoi-nam").ShouldBeNull();

        var file = $"/quyet-toan/doi-chieu?handler=File&ban={kept.SignedReconciliationId}";
        (await officer.GetPageAsync(url)).QuerySelector($"#da-ky a[href='{file}']").ShouldNotBeNull();
        (await officer.GetPageAsync(url)).QuerySelector("#kem-ban-ky").ShouldBeNull("of this day there is one");
        (await officer.GetAsync(new Uri(file, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var sha = kept.FileSha;
        (await app.WithDb(App.KhanhHoa, db => db.Blobs.AnyAsync(b => b.Sha256 == sha && b.References > 0))).ShouldBeTrue("otherwise the sweep takes it");

        var bytes = await (await officer.SubmitAsync($"/de-an/{contract.ProjectId}/luu-tru", new { })).Content.ReadAsByteArrayAsync();
        using var whole = new MemoryStream(bytes);
        var (manifest, faults) = await ArchiveManifest.VerifyAsync(whole, app.Services.GetRequiredService<AuditKey>());
        faults.ShouldBeEmpty();
        var names = manifest.ShouldNotBeNull().Files.Select(f => f.Path).ToList();
        names.ShouldContain(n => n.StartsWith("7-quyet-toan/", StringComparison.Ordinal) && n.EndsWith("doi-chieu-da-ky.pdf", StringComparison.Ordinal));
        names.ShouldContain(n => n.EndsWith("-doi-chieu.html", StringComparison.Ordinal));

        // Entered later for a day that both signed for: the page of that day tells it, the scan stays.
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.RecoverSettled, 10_000_000, contract.ProjectId, contract.ContractId))).ShouldBeEmpty();
        (await officer.GetPageAsync($"{url}&ngay={GivenSettlements.Today}")).QuerySelector("#khac-ban-ky")!.TextContent.ShouldContain("150.000.000");
    }

    /// <summary>What was entered between the print and the scan is not in what two parties signed for, and the page says so.</summary>
    [Fact]
    public async Task TheFiguresKept_AreThoseOfTheMomentThatTheSheetNames()
    {
        var (contract, line, _) = await Approved();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var url = await Sheet(officer, contract);
        var printed = Moment(await officer.GetPageAsync(url));
        // The sheet names a whole second.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        (await app.Post(line, GivenLedgers.Of(line, LedgerKind.RecoverSettled, 10_000_000, contract.ProjectId, contract.ContractId))).ShouldBeEmpty();
        (await officer.GetPageAsync(url)).QuerySelector("tr[data-book=dia-phuong] td[data-label='Đã quyết toán']")!.TextContent.Trim().ShouldBe("140.000.000");

        (await (await Sign(officer, url, printed: "hôm nay")).Told()).ShouldContain("ngày giờ sau chữ");
        (await (await Sign(officer, url, printed: "01/01/2026 08:00:00")).Told()).ShouldContain("chưa thể có số liệu đến ngày đó");
        (await (await Sign(officer, url, printed: TimeProvider.System.UtcNow.AddDays(1).MomentText())).Told()).ShouldContain("còn chưa tới");
        await (await Sign(officer, url, printed: printed)).ShouldGoOn();
        var kept = await Kept(contract);
        kept.Figures.ShouldHaveSingleItem().Settled.ShouldBe(new Dong(GivenSettlements.Done));
        kept.FiguresAt.MomentText().ShouldBe(printed);
        var page = await officer.GetPageAsync($"{url}&ngay={GivenSettlements.Today}");
        page.QuerySelector("#da-ky")!.TextContent.ShouldContain($"số liệu lúc {printed}");
        page.QuerySelector("#khac-ban-ky")!.TextContent.ShouldContain("150.000.000");
    }

    /// <summary>A contract that was carried into the year is one of its contracts, whatever year it was made for.</summary>
    [Fact]
    public async Task TheSheetIsAskedFor_WithTheLastContract_OfTheYearThatItsMoneyIsIn()
    {
        var (contract, _, path) = await Approved();
        var ((carried, line), holder) = (await app.ASignedContract(), await app.AHolder());
        await app.WithDb(App.KhanhHoa, async db =>
        {
            await db.Contracts.Where(c => c.ContractId == carried.ContractId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Year, contract.Year - 1));
            return await db.Allocations.Where(a => a.AllocationId == line.AllocationId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Year, contract.Year).SetProperty(a => a.HolderId, holder));
        });
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        (await officer.GetPageAsync(path)).QuerySelector("#doi-chieu-cuoi-nam").ShouldBeNull("one of the same two parties is still to be settled");
        await app.WithDb(App.KhanhHoa, db => db.Contracts.Where(c => c.ContractId == carried.ContractId).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ContractState.Liquidated)));
        (await officer.GetPageAsync(path)).QuerySelector("#doi-chieu-cuoi-nam")!.TextContent.ShouldContain($"năm {contract.Year}");
    }

    [Fact]
    public async Task WhoMayNot_IsRefused_AndAnotherProvinceSeesNothing()
    {
        var (contract, line, path) = await Approved();
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var url = await Sheet(officer, contract);
        using var auditor = await app.ASomebody(Role.Auditor);
        (await auditor.GetPageAsync(url)).QuerySelector("#doi-chieu").ShouldNotBeNull();
        (await auditor.GetPageAsync(url)).QuerySelector("#kem-ban-ky").ShouldBeNull();
        (await Sign(auditor, url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await (await Sign(officer, url)).ShouldGoOn();
        var file = $"/quyet-toan/doi-chieu?handler=File&ban={(await Kept(contract)).SignedReconciliationId}";

        using var foreign = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetPageAsync(url)).QuerySelector("#doi-chieu").ShouldBeNull();
        (await Sign(foreign, url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var closed in new[] { file, $"/quyet-toan/doi-chieu?hop-dong={contract.ContractId}" })
        {
            (await foreign.GetAsync(new Uri(closed, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, closed);
        }

        // A commune reads what was settled there, and not the lines of the province that the sheet is made of.
        using var commune = await app.ASomebody(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await officer.GetPageAsync(path)).QuerySelector("a[href*='doi-chieu?hop-dong=']").ShouldNotBeNull();
        (await commune.GetPageAsync(path)).QuerySelector("a[href*='doi-chieu?hop-dong=']").ShouldBeNull();

        using var owner = await app.As(Role.EstablishmentOwner);
        (await owner.GetAsync(new Uri(file, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // Nobody signs for all parties at once, nor up to a day that is not there yet.
        (await (await Sign(officer, $"/quyet-toan/doi-chieu?nam={line.Year}&don-vi={line.HolderId}")).Told()).ShouldContain("chọn đơn vị dự toán và hai bên");
        (await (await Sign(officer, $"{url}&ngay={TimeProvider.System.Today.AddDays(1):dd/MM/yyyy}")).Told()).ShouldContain("còn chưa tới");
    }

    /// <summary>Money that the Cục contracts is a book of its own: the two are never one sum.</summary>
    [Fact]
    public async Task TheTwoBooks_HaveTotalsOfTheirOwn()
    {
        var (contract, line) = await app.APaidContract();
        var national = await app.ALine(90_000_000, line.Year, holder: line.HolderId, source: "KCQG");
        (await app.Post(
            national,
            GivenLedgers.Of(national, LedgerKind.Reserve, 30_000_001, contract.ProjectId),
            GivenLedgers.Of(national, LedgerKind.Commit, 30_000_001, contract.ProjectId, contract.ContractId))).ShouldBeEmpty();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var page = await leader.GetPageAsync($"/quyet-toan/doi-chieu?nam={line.Year}&don-vi={line.HolderId}");
        Total("rieng", "Giá trị hợp đồng").ShouldBe("30.000.001");
        Total("dia-phuong", "Giá trị hợp đồng").ShouldBe("200.000.000");
        Total("dia-phuong", "Đã thanh toán, chưa quyết toán").ShouldBe("150.000.000");
        page.QuerySelector("#doi-chieu")!.TextContent.ShouldNotContain("230.000.001");
        page.QuerySelector(".signatures").ShouldBeNull("nobody is named who could sign");

        string Total(string book, string column) => page.QuerySelector($"tr[data-book={book}] td[data-label='{column}']")!.TextContent.Trim();
    }

    private async Task<(Contract Contract, Allocation Line, string Path)> Approved()
    {
        var given = await app.ASubmitted();
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        await (await leader.Step(given.Path, SettlementAction.Approve)).ShouldGoOn();
        return given;
    }

    /// <summary>The sheet of a contract's two parties, where its settlement leads.</summary>
    private static async Task<string> Sheet(HttpClient client, Contract contract)
    {
        var answer = await client.GetAsync(new Uri($"/quyet-toan/doi-chieu?hop-dong={contract.ContractId}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString;
    }

    private static string Moment(IHtmlDocument page) => page.QuerySelector("#so-lieu-luc")?.TextContent ?? "";

    private Task<SignedReconciliation> Kept(Contract contract) => app.WithDb(App.KhanhHoa, async db =>
        (await db.SignedReconciliations.AsNoTracking().Where(r => r.Year == contract.Year).ToListAsync()).Single(r => r.Figures.Any(f => f.ContractId == contract.ContractId)));

    /// <param name="printed">The moment of the figures; null = as the page shows it now.</param>
    private static async Task<HttpResponseMessage> Sign(HttpClient client, string url, string? name = "doi-chieu-da-ky.pdf", string? printed = null)
    {
        var page = await client.GetPageAsync(url);
        var token = page.QuerySelector("meta[name=csrf-token]")!.GetAttribute("content")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(printed ?? Moment(page)), "PrintedAt" } };
        if (name is not null)
        {
            form.Add(new ByteArrayContent([.. "%PDF-1.4 minh hoa"u8]), "Upload", name);
        }

        return await client.PostAsync(new Uri($"{url}&handler=Sign", UriKind.Relative), form);
    }
}
