using System.Diagnostics;
using System.Net;
using KhuyenCong.Data.Imports;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Jobs;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Establishments;

public sealed class ImportTests(App app)
{
    private static readonly string[] Header = [.. ImportLayout.Columns.Select(c => c.Header)];

    [Fact]
    public async Task TheTemplate_ReadsBackEmpty_AndListsTheCommunes()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var (workbook, _) = SafeWorkbook.Open(new MemoryStream(await client.GetByteArrayAsync(new Uri("/co-so/mau-excel", UriKind.Relative))));
        ImportReader.Header(workbook!.Sheet(ImportLayout.Sheet)!).Fault.ShouldBeNull();
        workbook.Sheet("Danh mục")!["B2"].Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task RowsAreShownFirst_FaultsByCell_ThenWritten()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var (good, named, twin) = (GivenEstablishments.AName(), GivenEstablishments.AName(), GivenEstablishments.AName());
        await app.AnEstablishment(twin);
        var path = await Upload(client,
            [good, "Hộ kinh doanh", "22453", "Thôn 2", "12,0853", "109,1484", "", "056000000099", "", "", "Bánh tráng", "", "", "A", "0900 000 001", "", "2025", "5", "", "300 triệu", "", "62,5", "Bánh tráng; Bánh đa"],
            [named, "hop tac xa", "xa cam lam"],
            [twin, "Hộ kinh doanh", "22453"],
            [GivenEstablishments.AName(), "Tập đoàn", "Xã Không Có", "", "mười hai", "", "12345"],
            ["", "Hộ kinh doanh", "22453", "", "", "", "", "056000000099"]);
        var page = await Finished(client, path, ImportState.Ready);
        var told = page.Body!.TextContent;
        told.ShouldContain("B5: “Tập đoàn”");
        told.ShouldContain("C5: Không có xã");
        told.ShouldContain("E5: “mười hai”");
        told.ShouldContain("G5: Mã số thuế");
        told.ShouldContain("A6: Hãy nhập tên cơ sở");
        told.ShouldContain("H6: Số này đã có ở dòng 2");
        told.ShouldContain("cùng tên, cùng địa bàn");
        (await Named(good)).ShouldBeNull();

        (await client.SubmitAsync(path, new { }, path + "?handler=Write")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Finished(client, path, ImportState.Done)).Body!.TextContent.ShouldContain("Đã ghi 2 cơ sở trong 5 dòng");
        var written = (await Named(good))!;
        (written.Sites[0].Latitude, written.Years[0].Labour, written.Years[0].Revenue, written.Years[0].LocalMaterialBasisPoints).ShouldBe((12.0853, 5, Dong.Millions(300), 6250));
        written.Products.Select(p => p.Name).ShouldBe(["Bánh tráng", "Bánh đa"], ignoreOrder: true);
        written.Identifiers[0].PersonalValue.ShouldBe("056000000099");
        (await Named(named))!.Sites[0].CommuneCode.ShouldBe("22453");
        (await client.GetPageAsync($"/co-so/{written.EstablishmentId}")).QuerySelector("#lich-su")!.TextContent.ShouldContain("Ghi nhận cơ sở từ tệp Excel");
        var id = Guid.Parse(path.Split('/')[^1]);
        (await app.WithDb(App.KhanhHoa, db => db.EstablishmentImportRows.CountAsync(r => r.EstablishmentImportId == id && r.Values != null))).ShouldBe(0);
    }

    [Fact]
    public async Task MoreRowsThanABatch_AreReadAndWritten_EachOnce()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var name = GivenEstablishments.AName();
        var path = await Upload(client, [.. Enumerable.Range(1, 205).Select(n => (string[])[$"{name} {n}", n == 150 ? "Tập đoàn" : "Hộ kinh doanh", "22453"])]);
        (await Finished(client, path, ImportState.Ready)).Body!.TextContent.ShouldContain("B151: “Tập đoàn”");
        (await client.SubmitAsync(path, new { WithTwins = true }, path + "?handler=Write")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Finished(client, path, ImportState.Done)).Body!.TextContent.ShouldContain("Đã ghi 204 cơ sở trong 205 dòng");
        (await app.WithDb(App.KhanhHoa, db => db.Establishments.CountAsync(e => e.Name.StartsWith(name)))).ShouldBe(204);
    }

    [Fact]
    public async Task WhatIsNoTemplate_IsRefused_WithTheReason()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var book = new WorkbookWriter();
        book.AddSheet("Trang khác", new SheetColumn("x", 10, CellFormat.Text)).Header();
        var page = await Finished(client, await Send(client, book.ToBytes()), ImportState.Refused);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Không thấy trang “Cơ sở”");
        var pdf = await Send(client, "%PDF-1.4"u8.ToArray(), "danh sách.xlsx", expectRedirect: false);
        pdf.ShouldContain("error-summary");
    }

    [Fact]
    public async Task ACommune_ImportsAtHomeOnly()
    {
        using var client = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        var page = await Finished(client, await Upload(client, [GivenEstablishments.AName(), "Hộ kinh doanh", GivenEstablishments.NhaTrang]), ImportState.Ready);
        page.Body!.TextContent.ShouldContain("C2: Bạn chỉ nhập, sửa được cơ sở");
    }

    [Fact]
    public async Task AnImport_IsItsOwners_AndItsProvinces()
    {
        using var owner = await app.As(Role.CentreOfficer);
        var path = await Upload(owner, [GivenEstablishments.AName(), "Hộ kinh doanh", "22453"]);
        using var other = await app.As(Role.CommuneOfficer, commune: GivenEstablishments.CamLam);
        (await other.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var foreign = await app.As(Role.DepartmentOfficer, App.DongNai);
        (await foreign.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Role.FinanceOfficer)).GetAsync(new Uri("/co-so/nhap-excel", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnInterruptedImport_GoesOnWhereItStopped()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        string[] names = [GivenEstablishments.AName(), GivenEstablishments.AName()];
        var path = await Upload(client, [.. names.Select(n => (string[])[n, "Hộ kinh doanh", "22453"])]);
        await Finished(client, path, ImportState.Ready);
        var id = Guid.Parse(path.Split('/')[^1]);
        // As a node leaves it that stopped while writing: claimed, then silent.
        await app.WithDb(App.KhanhHoa, db => db.EstablishmentImports.Where(i => i.EstablishmentImportId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ImportState.Writing).SetProperty(i => i.ClaimedUntil, TimeProvider.System.UtcNow.AddSeconds(-1))));
        (await Finished(client, path, ImportState.Done)).Body!.TextContent.ShouldContain("Đã ghi 2 cơ sở");
        foreach (var name in names)
        {
            (await app.WithDb(App.KhanhHoa, db => db.Establishments.CountAsync(e => e.Name == name))).ShouldBe(1);
        }
    }

    [Fact]
    public async Task ADroppedImport_LeavesNothing()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var name = GivenEstablishments.AName();
        var path = await Upload(client, [name, "Hộ kinh doanh", "22453"]);
        await Finished(client, path, ImportState.Ready);
        (await client.SubmitAsync(path, new { }, path + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.SubmitAsync(path, new { }, path + "?handler=Write")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Named(name)).ShouldBeNull();
    }

    [Fact]
    public async Task AnImportNobodyConfirms_Expires_AndSaysSo()
    {
        using var client = await app.As(Role.DepartmentOfficer);
        var (path, fresh) = (await Upload(client, [GivenEstablishments.AName(), "Hộ kinh doanh", "22453"]), await Upload(client, [GivenEstablishments.AName(), "Hộ kinh doanh", "22453"]));
        await Finished(client, path, ImportState.Ready);
        await Finished(client, fresh, ImportState.Ready);
        var id = Guid.Parse(path.Split('/')[^1]);
        await app.WithDb(App.KhanhHoa, db => db.EstablishmentImports.Where(i => i.EstablishmentImportId == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.CreatedAt, TimeProvider.System.UtcNow - ExpireImports.Kept - TimeSpan.FromMinutes(1))));
        (await ExpireImports.ExpireAsync(app.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System.UtcNow - ExpireImports.Kept, TestContext.Current.CancellationToken)).ShouldBe(1);
        (await client.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("không được xác nhận trong 14 ngày nên đã hết hạn");
        (await app.WithDb(App.KhanhHoa, db => db.EstablishmentImportRows.CountAsync(r => r.EstablishmentImportId == id))).ShouldBe(0);
        (await client.SubmitAsync(path, new { }, path + "?handler=Write")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetPageAsync(fresh)).QuerySelector("main")!.TextContent.ShouldContain("Chờ xác nhận");
    }

    private Task<KhuyenCong.Domain.Establishments.Establishment?> Named(string name) =>
        app.WithDb(App.KhanhHoa, db => db.WholeEstablishments.AsNoTracking().SingleOrDefaultAsync(e => e.Name == name));

    private static Task<string> Upload(HttpClient client, params string[][] rows)
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet(ImportLayout.Sheet, [.. Header.Select(h => new SheetColumn(h, 20, CellFormat.Text))]).Header(filter: false);
        foreach (var row in rows)
        {
            sheet.Row([.. row.Select(t => (SheetValue)(t.Length == 0 ? null : t))]);
        }

        return Send(client, book.ToBytes());
    }

    private static async Task<string> Send(HttpClient client, byte[] content, string name = "danh sách cơ sở.xlsx", bool expectRedirect = true)
    {
        var token = (await client.GetPageAsync("/co-so/nhap-excel")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "Workbook", name } };
        var response = await client.PostAsync(new Uri("/co-so/nhap-excel", UriKind.Relative), form);
        response.StatusCode.ShouldBe(expectRedirect ? HttpStatusCode.Redirect : HttpStatusCode.OK);
        return expectRedirect ? response.Headers.Location!.OriginalString : await response.Content.ReadAsStringAsync();
    }

    /// <summary>Waits for the background job, as the page does.</summary>
    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Finished(HttpClient client, string path, ImportState state)
    {
        var id = Guid.Parse(path.Split('/')[^1]);
        var watch = Stopwatch.StartNew();
        while (await app.WithDb(App.KhanhHoa, db => db.EstablishmentImports.Where(i => i.EstablishmentImportId == id).Select(i => i.State).SingleAsync()) != state)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            (await client.GetAsync(new Uri(path + "?handler=Progress", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
            await Task.Delay(100);
        }

        return await client.GetPageAsync(path);
    }
}
