using System.Net;
using System.Text;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Pages.Treasury;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Web.Tests.Treasury.GivenTreasury;

namespace KhuyenCong.Web.Tests.Treasury;

public sealed class StatementPagesTests(App app)
{
    [Fact]
    public async Task AStatement_ComesInOnce_AndAnOverlappingOneAddsOnlyItsNewLines()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var (holder, account) = (await app.ADepartment(), AnAccount());
        string[] rows = [Row("UNC1", "1.234.567"), Row("UNC1", "1.234.567"), Row("BC2", "", received: "500.000")];
        var first = await accountant.Imported(holder, account, rows);
        (await (await accountant.Imports(holder, account, Csv([Header, .. rows]))).Refused()).ShouldContain("đã được nhập");

        // Other bytes, the same lines.
        (await (await accountant.Imports(holder, account, Csv([Header, .. rows, ""]))).Refused()).ShouldContain("đã có trong các sao kê nhập trước");
        var second = await accountant.Imported(holder, account, [.. rows, Row("UNC3", "9.000.000")]);
        var page = await accountant.GetPageAsync(second);
        page.QuerySelectorAll("#dong-sao-ke tbody tr").Length.ShouldBe(1);
        page.Body!.TextContent.ShouldContain("3 dòng đã có");
        var lines = await app.WithDb(App.KhanhHoa, db => db.StatementLines.Where(l => db.TreasuryStatements.Any(s => s.Account == account && s.TreasuryStatementId == l.TreasuryStatementId)).ToListAsync());
        lines.Count.ShouldBe(4);
        (lines.Where(l => l.Direction == LineDirection.Out).Select(l => l.Amount).Sum(), lines.Single(l => l.Direction == LineDirection.In).Amount).ShouldBe((new Dong(11_469_134), new Dong(500_000)));
        (await accountant.GetPageAsync(first)).QuerySelectorAll("#dong-sao-ke tbody tr").Length.ShouldBe(3);

        // The second left lines out because the first has them: the first stays until the second goes.
        (await (await accountant.SubmitAsync(first, new { Reason = "Nhầm" }, $"{first}?handler=Withdraw")).Refused()).ShouldContain("hủy sao kê nhập sau trước");
        (await accountant.SubmitAsync(second, new { Reason = "Nhầm" }, $"{second}?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.SubmitAsync(first, new { Reason = "Nhầm" }, $"{first}?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.Imported(holder, account, rows)).ShouldNotBe(first);
    }

    /// <summary>A statement tells of everybody who was paid from the account: people of a centre work on their own body's, and read no other.</summary>
    [Fact]
    public async Task ACentresPeople_ReadTheStatementsOfTheirOwnUnitOnly()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var account = AnAccount();
        var others = await accountant.Imported(await app.ADepartment(), account, Row($"UNC-{account}", "1.234.567"));
        var (centre, unit) = await app.AsUnit(Role.CentreAccountant);
        var own = await centre.Imported(unit, AnAccount(), Row("UNC1", "1.000.000"));
        (await centre.GetAsync(new Uri(own, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var url in new[] { others, $"{others}?handler=File", $"{others}?handler=Excel" })
        {
            (await centre.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }

        (await centre.GetPageAsync($"/kho-bac/chua-giai-trinh?tim={account}")).QuerySelectorAll("#hang-doi tbody tr").ShouldBeEmpty();
        (await accountant.GetAsync(new Uri(own, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        centre.Dispose();
    }

    [Fact]
    public async Task TheSameFile_SentTwiceAtOnce_ComesInOnce()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var (holder, account) = (await app.ADepartment(), AnAccount());
        var file = Csv([Header, Row("UNC1", "1.000.000", content: account)]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => accountant.Imports(holder, account, file)));
        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await app.WithDb(App.KhanhHoa, db => db.TreasuryStatements.CountAsync(s => s.Account == account))).ShouldBe(1);
    }

    /// <summary>What a statement takes for known is not withdrawn under it: its lines would be in no statement.</summary>
    [Fact]
    public async Task AStatement_WithdrawnWhileALaterOneComesIn_LosesNoLine()
    {
        using var one = await app.As(Role.DepartmentAccountant);
        using var other = await app.As(Role.DepartmentAccountant);
        var holder = await app.ADepartment();
        for (var i = 0; i < 3; i++)
        {
            var account = AnAccount();
            var first = await one.Imported(holder, account, Row("UNC1", "1.000.000", content: account));
            await Task.WhenAll(
                one.SubmitAsync(first, new { Reason = "Nhầm" }, $"{first}?handler=Withdraw"),
                other.Imports(holder, account, Csv([Header, Row("UNC1", "1.000.000", content: account), Row("UNC2", "2.000.000", content: account)])));
            var standing = await app.WithDb(App.KhanhHoa, db => db.StatementLines.Where(l => db.TreasuryStatements.Any(s => s.Account == account && s.WithdrawnAt == null && s.TreasuryStatementId == l.TreasuryStatementId)).Select(l => l.Amount).ToListAsync());
            standing.Sum().ShouldBe(new Dong(3_000_000), "both lines stand, whoever came first");
        }
    }

    /// <summary>An account is one holder's: whoever comes second at the same moment is told, as whoever comes a day later.</summary>
    [Fact]
    public async Task OneAccount_TakenInForTwoHoldersAtOnce_IsOnes()
    {
        // Two sessions: the first two pages of one, asked for at once, would each be given a token that the other does not know.
        using var first = await app.As(Role.DepartmentAccountant);
        using var second = await app.As(Role.DepartmentAccountant);
        var (client, centre) = await app.AsUnit(Role.CentreAccountant);
        using var _ = client;
        var (department, account) = (await app.ADepartment(), AnAccount());
        var answers = await Task.WhenAll(new[] { (Holder: department, Accountant: first), (Holder: centre, Accountant: second) }.Select((by, i) => by.Accountant.Imports(by.Holder, account, Csv([Header, Row($"UNC{i}", "1.000.000", content: $"{account} {i}")]))));
        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode != HttpStatusCode.Redirect).Refused()).ShouldContain(account);
        (await app.WithDb(App.KhanhHoa, db => db.TreasuryStatements.CountAsync(s => s.Account == account))).ShouldBe(1);
    }

    [Fact]
    public async Task BadFiles_AreRefused_WithTheCell_AndNothingComesIn()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var (holder, account) = (await app.ADepartment(), AnAccount());
        async Task<string> Told(params string[] lines) => await (await accountant.Imports(holder, account, Csv(lines))).Refused();
        var told = await Told(Header, Row("UNC1", "12,000"), Row("UNC2", "-5.000"), Row("UNC3", "1.000", received: "2.000"), "31/02/2026;UNC4;A;B;1.000;", Row("UNC5", ""), "Cộng phát sinh;;;;1.000;");
        told.ShouldContain("Ô E2: “12,000” có dấu phẩy");
        told.ShouldContain("Ô E3: Số tiền không được âm");
        told.ShouldContain("Ô E4: Một dòng có cả số tiền chi và số tiền thu");
        told.ShouldContain("Ô A5: “31/02/2026” không phải ngày");
        told.ShouldContain("Ô E6: Chưa có số tiền");
        told.ShouldNotContain("7:");
        (await Told("a;b;c;d", "1;2;3;4")).ShouldContain("Chưa nhận ra dòng tiêu đề");
        (await Told(Header)).ShouldContain("không có dòng giao dịch");
        (await Told(Header, Row("UNC1", "1.000", on: new DateOnly(2099, 1, 1)))).ShouldContain("sau hôm nay");
        (await Told(Header, "\"mở mà không đóng;;;;;")).ShouldContain("dấu ngoặc kép");
        (await (await accountant.Imports(holder, account, Encoding.Latin1.GetBytes("Ngày;Số tiền\r\n01/01/2026;é"))).Refused()).ShouldContain("UTF-8");
        (await (await accountant.Imports(holder, account, "%PDF-1.4"u8.ToArray(), "sao-ke.xlsx")).Refused()).ShouldContain("không phải Excel");
        (await (await accountant.Imports(holder, "1", Csv(Header, Row("UNC1", "1.000")))).Refused()).ShouldContain("Số tài khoản gồm");
        (await (await accountant.Imports(Guid.Empty, account, Csv(Header, Row("UNC1", "1.000")))).Refused()).ShouldContain("Hãy chọn đơn vị");
        (await app.WithDb(App.KhanhHoa, db => db.TreasuryStatements.AnyAsync(s => s.Account == account))).ShouldBeFalse();
    }

    [Fact]
    public async Task AWorkbook_IsRead_ByItsHeadingsOrByTheChosenColumns_AndFormulasAreRefused()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var (holder, account) = (await app.ADepartment(), AnAccount());
        (await accountant.GetByteArrayAsync(new Uri("/kho-bac/nhap?handler=Template", UriKind.Relative))).Length.ShouldBeGreaterThan(1000);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet("Trang 1", new("Cột 1", 10), new("Cột 2", 10), new("Cột 3", 10));
        sheet.Title("SAO KÊ TÀI KHOẢN").Header();
        sheet.Row(Day, "Hộ Mẫu (dữ liệu minh họa)", new Dong(7_000_000)).Row("Cộng phát sinh", "", new Dong(7_000_000));
        (await (await accountant.Imports(holder, account, book.ToBytes(), "sao-ke.xlsx")).Refused()).ShouldContain("A “Cột 1”");
        var chosen = await accountant.Imports(holder, account, book.ToBytes(), "sao-ke.xlsx", ("Form.HeaderRow", "2"), ("Form.Columns.Day", "A"), ("Form.Columns.Beneficiary", "b"), ("Form.Columns.Out", "C"));
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect, await chosen.Content.ReadAsStringAsync());
        var line = await app.WithDb(App.KhanhHoa, db => db.StatementLines.SingleAsync(l => db.TreasuryStatements.Any(s => s.Account == account && s.TreasuryStatementId == l.TreasuryStatementId)));
        (line.On, line.Beneficiary, line.Amount, line.Row).ShouldBe((Day, "Hộ Mẫu (dữ liệu minh họa)", new Dong(7_000_000), 3));

        var formulas = new WorkbookWriter();
        formulas.AddSheet("Trang 1", new("Ngày", 10), new("Số tiền chi", 10)).Header().Row(Day, SheetValue.Computed("1+1", 2));
        (await (await accountant.Imports(holder, account, formulas.ToBytes(), "sao-ke.xlsx")).Refused()).ShouldContain("Ô B2: Ô chứa công thức");
    }

    [Fact]
    public async Task FiveThousandLines_ComeInAndAreSearched()
    {
        var rows = Enumerable.Range(1, 5000).Select(n => Row($"UNC{n}", $"{n}000", $"Cơ sở Mẫu {n}"));
        var read = StatementReader.Read(Csv([Header, .. rows]), ChosenColumns.None);
        (read.Rows.Count, read.Faults.Count, read.Breaches.Count).ShouldBe((5000, 0, 0));
        using var accountant = await app.As(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), [.. rows]);
        (await accountant.GetPageAsync($"{path}?tim=mau+4321")).QuerySelectorAll("#dong-sao-ke tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task LinesOfNoRequest_AreExplained_AndLeaveTheQueue()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var (holder, account) = (await app.ADepartment(), AnAccount());
        var path = await accountant.Imported(holder, account, Row("P1", "11.000", $"Phí {account}"), Row("P2", "22.000", $"Phí {account}"));
        var page = await accountant.GetPageAsync(path);
        var ids = page.QuerySelectorAll("input[name=Chosen]").Select(i => i.GetAttribute("value")!).ToList();
        ids.Count.ShouldBe(2);
        var queue = $"/kho-bac/chua-giai-trinh?tim={account}";
        (await accountant.GetPageAsync(queue)).QuerySelectorAll("#hang-doi tbody tr").Length.ShouldBe(2);
        KeyValuePair<string, string>[] fields = [.. ids.Select(i => KeyValuePair.Create("Chosen", i)), new("Kind", "FeeOrInterest"), new("Reason", "Phí dịch vụ")];
        (await (await accountant.SubmitAsync(path, fields.Where(f => f.Key != "Reason").ToList(), $"{path}?handler=Explain")).Refused()).ShouldContain("lý do");
        (await accountant.SubmitAsync(path, fields, $"{path}?handler=Explain")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.GetPageAsync(queue)).QuerySelectorAll("#hang-doi tbody tr").Length.ShouldBe(0);
        var line = $"/kho-bac/dong/{ids[0]}";
        (await accountant.GetPageAsync(line)).Body!.TextContent.ShouldContain("Phí dịch vụ");
        (await accountant.SubmitAsync(line, new { Reason = "Giải trình nhầm" }, $"{line}?handler=TakeBack")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.GetPageAsync(queue)).QuerySelectorAll("#hang-doi tbody tr").Length.ShouldBe(1);
        var shown = await accountant.GetPageAsync(path);
        shown.QuerySelector("#lich-su")!.TextContent.ShouldContain("Giải trình dòng sao kê");
        // A sum opens the lines that it is of.
        foreach (var (label, sum) in new[] { ("Tổng sao kê", "33.000"), ("Đã giải trình", "22.000"), ("Chưa giải trình", "11.000") })
        {
            var number = shown.QuerySelector($"td[data-label='{label}'] a.dong")!;
            number.TextContent.ShouldBe(sum);
            var listed = await accountant.GetPageAsync(number.GetAttribute("href")!);
            listed.QuerySelectorAll("#dong-sao-ke tbody tr").Length.ShouldBe(sum is "33.000" ? 2 : 1);
            (listed.QuerySelector("#cong .dong")?.TextContent ?? sum).ShouldStartWith(sum);
        }

        var month = await accountant.GetPageAsync($"/kho-bac/doi-chieu?thang={Day.Month}/{Day.Year}");
        month.Body!.TextContent.ShouldContain(account);
        month.Body!.TextContent.ShouldContain("Phí, lãi: Phí dịch vụ");
    }

    [Fact]
    public async Task ReadersDoNotWrite_AndAnotherProvinceSeesNothing()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row("UNC-DOC-1", "1.000.001"));
        var line = (await accountant.GetPageAsync(path)).QuerySelector("#dong-sao-ke a[href^='/kho-bac/dong/']")!.GetAttribute("href")!;
        using var auditor = await app.As(Role.Auditor);
        (await auditor.GetAsync(new Uri(line, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await auditor.GetAsync(new Uri("/kho-bac/nhap", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await auditor.SubmitAsync(path, new { Reason = "x" }, $"{path}?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await auditor.SubmitAsync(line, new { Kind = "Other", Reason = "x" }, $"{line}?handler=Explain")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var foreign = await app.As(Role.DepartmentAccountant, App.DongNai);
        foreach (var address in new[] { path, line, $"{path}?handler=File", $"{path}?handler=Excel" })
        {
            (await foreign.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await foreign.SubmitAsync("/kho-bac", new { Reason = "x" }, $"{path}?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.SubmitAsync("/kho-bac", new { Kind = "Other", Reason = "x" }, $"{line}?handler=Explain")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ACommunesAccountant_WorksOnItsOwn_AndNoOther()
    {
        var (here, there) = (await app.AnOffice(GivenEstablishments.CamLam), await app.AnOffice(GivenEstablishments.NhaTrang));
        using var accountant = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        var own = await accountant.Imported(here, AnAccount(), Row("UNC-XA", "1.000.000"));
        (await (await accountant.Imports(there, AnAccount(), Csv(Header, Row("UNC-XA", "1.000.000")))).Refused()).ShouldContain("Hãy chọn đơn vị");
        (await (await accountant.Imports(await app.ADepartment(), AnAccount(), Csv(Header, Row("UNC-XA", "1.000.000")))).Refused()).ShouldContain("Hãy chọn đơn vị");
        using var province = await app.As(Role.DepartmentAccountant);
        (await province.GetAsync(new Uri(own, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await province.SubmitAsync(own, new { Reason = "x" }, $"{own}?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var neighbour = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.NhaTrang);
        (await neighbour.GetAsync(new Uri(own, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.CouncilViewer)]
    [InlineData(Role.ProvincialOfficeOfficer)]
    public async Task WhoReadsPlansOnly_SeesNoStatement(Role role)
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        var path = await accountant.Imported(await app.ADepartment(), AnAccount(), Row($"UNC-KIN-{role}", "1.000.003"));
        using var reader = await app.As(role);
        foreach (var address in new[] { path, $"{path}?handler=File", $"{path}?handler=Excel" })
        {
            (await reader.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await reader.GetPageAsync("/so-du-toan")).QuerySelector("a[href='/kho-bac']").ShouldBeNull();
        (await accountant.GetPageAsync("/so-du-toan")).QuerySelector("a[href='/kho-bac']").ShouldNotBeNull();
    }

    [Fact]
    public async Task ListsAndTables_Open()
    {
        using var accountant = await app.As(Role.DepartmentAccountant);
        foreach (var address in new[] { "/kho-bac?nam=2026&con=con", "/kho-bac?handler=Excel", "/kho-bac/chua-giai-trinh?handler=Excel", "/kho-bac/ba-ben?nam=2026", "/kho-bac/doi-chieu" })
        {
            (await accountant.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }

        (await accountant.GetPageAsync("/kho-bac/doi-chieu?thang=13/2026")).QuerySelector(".error-summary")!.TextContent.ShouldContain("MM/yyyy");
    }
}
