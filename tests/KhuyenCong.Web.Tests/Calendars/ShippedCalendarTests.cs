using System.Net;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Tests.Procedures;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Calendars;

/// <summary>What comes with the product, as it was loaded; each test changes a year of its own and no other's count depends on it.</summary>
public sealed class ShippedCalendarTests(App app)
{
    [Fact]
    public async Task ItIsShown_WithWhatItIsWorth_AndTheClockSkipsIt()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var page = await officer.GetPageAsync("/lich-lam-viec?nam=2027");
        page.QuerySelector(".page-facts")!.TextContent.ShouldContain("Chưa có lịch nghỉ cả năm");
        var days = page.GetElementById("ngay-nghi")!.TextContent;
        days.ShouldContain("Tết Nguyên đán Đinh Mùi");
        days.ShouldContain("chưa có thông báo");
        days.ShouldContain("Giả định");
        // What no law was found for is the national administrator's draft.
        days.ShouldNotContain("Ngày Văn hóa Việt Nam");
        (await ElapsedAsync("13/02/2026", "23/02/2026")).ShouldBe(1);

        var url = $"/lich-lam-viec/{(await GivenAsync("vn-2026-tet")).HolidayScheduleId}";
        var details = (await officer.GetPageAsync(url)).QuerySelector("main")!;
        details.TextContent.ShouldContain("congan.com.vn");
        details.TextContent.ShouldContain("Có sẵn, chưa xác nhận");
        details.QuerySelector("#xac-nhan").ShouldBeNull();
        (await officer.SubmitAsync("/lich-lam-viec", Cited(0), url + "?handler=Confirm")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var council = await app.As(Role.CouncilViewer);
        (await council.SubmitAsync("/lich-lam-viec", Cited(0), url + "?handler=Confirm")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await GivenAsync("vn-2026-tet")).IsGiven.ShouldBeTrue();
    }

    [Fact]
    public async Task TheMinistry_ConfirmsIt_HavingReadTheDocument()
    {
        using var admin = await app.As(Role.NationalAdministrator);
        var schedule = await GivenAsync("vn-2029-hung-kings");
        var url = $"/lich-lam-viec/{schedule.HolidayScheduleId}";
        (await admin.GetPageAsync(url)).GetElementById("xac-nhan").ShouldNotBeNull();
        (await admin.SubmitAsync(url, Cited(schedule.Version + 1), url + "?handler=Confirm")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await admin.SubmitAsync(url, Cited(schedule.Version, number: ""), url + "?handler=Confirm")).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("số văn bản đã đọc");
        (await admin.SubmitAsync(url, Cited(schedule.Version), url + "?handler=Confirm")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await admin.GetPageAsync(url);
        page.QuerySelector(".page-facts")!.TextContent.ShouldContain("Đã xác nhận");
        page.GetElementById("xac-nhan").ShouldBeNull();
        (await GivenAsync("vn-2029-hung-kings")).IsTouched.ShouldBeTrue();
    }

    [Fact]
    public async Task AnOfficialsSchedule_TakesItsPlace()
    {
        using var admin = await app.As(Role.NationalAdministrator);
        // 2 September 2030 is a Monday: shipped are Monday and Tuesday.
        (await ElapsedAsync("01/09/2030", "06/09/2030")).ShouldBe(3);
        var answer = await admin.SubmitAsync("/lich-lam-viec/soan", Fields("02/09/2030", "05/09/2030"), "/lich-lam-viec/soan");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var url = answer.Headers.Location!.OriginalString;
        (await admin.SubmitAsync(url, new { BaseVersion = 0 }, url + "?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ElapsedAsync("01/09/2030", "06/09/2030")).ShouldBe(1);
        var old = await GivenAsync("vn-2030-national-day");
        (old.State, old.IsGiven).ShouldBe((ScheduleState.Replaced, false));
        (await GivenAsync("vn-2030-tet")).IsGiven.ShouldBeTrue();
    }

    [Fact]
    public async Task ADraftThatCameWithTheProduct_IsThrownAway_ForGood()
    {
        using var admin = await app.As(Role.NationalAdministrator);
        using var officer = await app.As(Role.DepartmentOfficer);
        var url = $"/lich-lam-viec/{(await GivenAsync("vn-2027-culture-day")).HolidayScheduleId}";
        (await officer.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("80-NQ/TW");
        (await admin.SubmitAsync(url, new { }, url + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await GivenAsync("vn-2027-culture-day")).State.ShouldBe(ScheduleState.Withdrawn);
    }

    private static Dictionary<string, string> Cited(long version, string number = "1/MH-2029") => new()
    {
        ["BaseVersion"] = $"{version}",
        ["Cited.Number"] = number,
        ["Cited.Date"] = "01/02/2020",
        ["Cited.Issuer"] = "Cơ quan minh họa (dữ liệu minh họa)",
    };

    private static Dictionary<string, string> Fields(string from, string to) => new()
    {
        ["Form.Id"] = $"{GivenProcedures.Id()}",
        ["Form.BaseVersion"] = "0",
        ["Form.Year"] = "2030",
        ["Form.IsWholeYear"] = "false",
        ["Form.DocumentNumber"] = "2030/TB-MH",
        ["Form.DocumentDate"] = "01/02/2020",
        ["Form.Issuer"] = "Cơ quan minh họa (dữ liệu minh họa)",
        ["Form.Verification"] = "FromKnowledge",
        ["Form.Rows[0].From"] = from,
        ["Form.Rows[0].To"] = to,
        ["Form.Rows[0].Kind"] = "Off",
        ["Form.Rows[0].Name"] = "Quốc khánh (dữ liệu minh họa)",
    };

    private Task<HolidaySchedule> GivenAsync(string code) => app.WithDb("", db => db.HolidaySchedules.AsNoTracking().SingleAsync(s => s.ShippedCode == code));

    private Task<int> ElapsedAsync(string since, string today) => app.WithDb(App.KhanhHoa, async db =>
        (await db.WorkingCalendarAsync()).Elapsed(DateOnly.ParseExact(since, "dd/MM/yyyy"), DateOnly.ParseExact(today, "dd/MM/yyyy"), DayKind.Working));
}
