using System.Net;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Audit;

public sealed class JournalTests(App app)
{
    [Fact]
    public async Task Officer_ReadsWhoDidWhatAndWhy()
    {
        var told = await Given(App.KhanhHoa, "Máy đóng gói của bà Hòa");
        using var client = await app.As(Role.DepartmentOfficer);
        var page = await client.GetPageAsync($"/nhat-ky?doi-tuong={told.SubjectId}");
        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent;
        row.ShouldContain("Ghi nhận kết quả");
        row.ShouldContain("Người thử");
        row.ShouldContain("theo biên bản số 5");
        row.ShouldContain("Máy đóng gói của bà Hòa");
    }

    [Fact]
    public async Task Filters_Narrow_AndAnEmptyAnswerIsSaid()
    {
        var told = await Given(App.KhanhHoa, "x");
        using var client = await app.As(Role.Auditor);
        (await client.GetPageAsync($"/nhat-ky?doi-tuong={told.SubjectId}&viec=result.recorded&loai=Result&nguoi=Người thử&tu=01/01/2020")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        foreach (var other in new[] { "viec=result.withdrawn", "loai=Target", "nguoi=Ai đó", "den=01/01/2020" })
        {
            (await client.GetPageAsync($"/nhat-ky?doi-tuong={told.SubjectId}&{other}")).QuerySelectorAll("tbody tr").ShouldBeEmpty(other);
        }
    }

    [Fact]
    public async Task AnotherProvince_SeesNothingOfIt()
    {
        var told = await Given(App.DongNai, "x");
        using var client = await app.As(Role.DepartmentOfficer);
        (await client.GetPageAsync($"/nhat-ky?doi-tuong={told.SubjectId}")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        using var admin = await app.As(Role.Administrator);
        (await admin.GetAsync(new Uri($"/nhat-ky/xoa?su-kien={told.AuditEventId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var value = told.Values[0].AuditValueId;
        await Given(App.KhanhHoa, "để có biểu mẫu");
        (await admin.SubmitAsync("/nhat-ky/xoa?tim=để có biểu", new { RequestNumber = "1/YC", Chosen = value })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.WithDb(App.DongNai, db => db.AuditValues.SingleAsync(v => v.AuditValueId == value))).New.ShouldBe("x");
    }

    [Fact]
    public async Task TheNation_ReadsTheChainOfWhatAllShare_AndNoProvinces()
    {
        var shared = await Given("", "Kho bạc Nhà nước khu vực thử");
        var provincial = await Given(App.KhanhHoa, "x");
        using var nation = await app.As(Role.NationalAdministrator);

        var page = await nation.GetPageAsync($"/nhat-ky?doi-tuong={shared.SubjectId}");
        page.QuerySelectorAll("main tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Kho bạc Nhà nước khu vực thử");
        page.QuerySelectorAll("main a[href^='/nhat-ky/xoa']").ShouldBeEmpty();
        (await nation.GetPageAsync($"/nhat-ky?doi-tuong={provincial.SubjectId}")).QuerySelectorAll("main tbody tr").ShouldBeEmpty();
        (await nation.GetAsync(new Uri($"/nhat-ky/xoa?su-kien={shared.AuditEventId}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var province = await app.As(Role.Administrator);
        (await province.GetPageAsync($"/nhat-ky?doi-tuong={shared.SubjectId}")).QuerySelectorAll("main tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task Excel_HoldsWhatIsSeen()
    {
        var told = await Given(App.KhanhHoa, "x");
        using var client = await app.As(Role.DepartmentLeader);
        var file = await client.GetAsync(new Uri($"/nhat-ky?handler=Excel&doi-tuong={told.SubjectId}", UriKind.Relative));
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(await file.Content.ReadAsStreamAsync(), false);
        book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("/nhat-ky", Role.CommuneOfficer)]
    [InlineData("/nhat-ky", Role.FinanceOfficer)]
    [InlineData("/nhat-ky/xoa", Role.DepartmentLeader)]
    public async Task WithoutTheAct_ItIsRefused(string url, Role role)
    {
        using var client = await app.As(role, commune: role is Role.CommuneOfficer ? "22453" : null);
        (await client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = app.Anonymous();
        (await nobody.GetAsync(new Uri(url, UriKind.Relative))).Headers.Location!.ToString().ShouldContain("/dang-nhap");
    }

    [Fact]
    public async Task Erasing_NeedsARequestAndAChoice()
    {
        var told = await Given(App.KhanhHoa, "x");
        using var client = await app.As(Role.Administrator);
        var answer = await (await client.SubmitAsync($"/nhat-ky/xoa?su-kien={told.AuditEventId}", new { RequestNumber = "" })).PageAsync();
        answer.QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
    }

    [Fact]
    public async Task ErasedValue_IsSaidSo_TheErasureIsRecorded_AndTheChainStands()
    {
        var name = $"Nguyễn Văn {Uuid.New(TimeProvider.System):N}";
        var told = await Given(App.KhanhHoa, name);
        using var client = await app.As(Role.Administrator);
        var found = await client.GetPageAsync($"/nhat-ky/xoa?tim={name}");
        var value = found.QuerySelectorAll("input[name=Chosen]").ShouldHaveSingleItem().GetAttribute("value");

        (await client.SubmitAsync($"/nhat-ky/xoa?tim={name}", new { RequestNumber = "12/YC", Chosen = value })).StatusCode.ShouldBe(HttpStatusCode.Found);

        (await client.GetPageAsync($"/nhat-ky?doi-tuong={told.SubjectId}")).QuerySelector("tbody")!.TextContent.ShouldContain("đã xóa theo yêu cầu số 12/YC");
        (await client.GetPageAsync($"/nhat-ky?doi-tuong={told.AuditEventId}")).QuerySelector("tbody")!.TextContent.ShouldContain("Xóa giá trị trong nhật ký theo yêu cầu");
        (await client.GetPageAsync($"/nhat-ky/xoa?tim={name}")).QuerySelectorAll("input[name=Chosen]").ShouldBeEmpty();
        (await app.Verify(App.KhanhHoa)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task History_TellsOneRecord_NewestFirst_InPages()
    {
        var id = Uuid.New(TimeProvider.System);
        for (var i = 0; i < 22; i++)
        {
            await Given(App.KhanhHoa, $"lần {i}", id);
        }

        await app.WithDb(App.KhanhHoa, async db =>
        {
            var first = await History.OfAsync(db, "Result", id);
            (first.Events.Count, first.Older is null).ShouldBe((20, false));
            first.Events[0].Values[0].ShouldBe(new HistoryValue("Tên", null, "lần 21", null));
            first.Events[0].What.ShouldBe("Ghi nhận kết quả");
            var second = await History.OfAsync(db, "Result", id, first.Older);
            second.Events.Select(e => e.Values[0].New).ShouldBe(["lần 1", "lần 0"]);
            second.Older.ShouldBeNull();
            return 0;
        });
        (await app.WithDb(App.DongNai, db => History.OfAsync(db, "Result", id))).Events.ShouldBeEmpty();
    }

    private async Task<AuditEvent> Given(string province, string title, Guid? subject = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataScope>().ActAs(province, Guid.Empty, "Người thử", null);
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        var id = subject ?? Uuid.New(TimeProvider.System);
        db.Tell(new("Result", id), "result.recorded", "theo biên bản số 5", ("Title", null, title));
        await db.SaveChangesAsync();
        return await db.VisibleAuditEvents().Include(e => e.Values).AsNoTracking().OrderBy(e => e.AuditEventId).LastAsync(e => e.SubjectId == id);
    }
}
