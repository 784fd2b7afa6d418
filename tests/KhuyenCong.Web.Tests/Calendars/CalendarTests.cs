using System.Net;
using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Procedures;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Calendars;

/// <summary>Each test has a year of its own: the tests share one database, and days off are everybody's.</summary>
public sealed class CalendarTests(App app)
{
    [Fact]
    public async Task TheNation_IsKeptByItsAdministrator_AndSeenByEverybody()
    {
        using var admin = await app.As(Role.NationalAdministrator);
        using var officer = await app.As(Role.DepartmentOfficer);
        using var owner = await app.As(Role.EstablishmentOwner, App.DongNai);
        (await officer.GetPageAsync("/lich-lam-viec?nam=2061")).QuerySelector(".page-facts")!.TextContent.ShouldContain("Chưa có lịch nghỉ cả năm");
        // 1, 2, 3 Feb 2061: Tuesday to Thursday; 5 Feb is a Saturday.
        var url = await DraftAsync(admin, Fields(2061, true, ("01/02/2061", "03/02/2061", "Off", "Tết (dữ liệu minh họa)"), ("05/02/2061", "", "MadeUp", "Làm bù cho ngày 03/02/2061")));

        (await officer.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.SubmitAsync("/lich-lam-viec", new { BaseVersion = 0 }, url + "?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.SubmitAsync("/lich-lam-viec", new { BaseVersion = 0 }, url + "?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ElapsedAsync(App.KhanhHoa, "31/01/2061", "05/02/2061")).ShouldBe(4);

        (await admin.SubmitAsync(url, new { BaseVersion = 0 }, url + "?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ElapsedAsync(App.KhanhHoa, "31/01/2061", "05/02/2061")).ShouldBe(2);
        foreach (var reader in new[] { officer, owner })
        {
            var page = await reader.GetPageAsync("/lich-lam-viec?nam=2061");
            page.QuerySelector(".page-facts")!.TextContent.ShouldContain("Có lịch nghỉ cả năm");
            page.GetElementById("ngay-nghi")!.TextContent.ShouldContain("thứ Ba 01/02/2061 – thứ Năm 03/02/2061");
            page.QuerySelectorAll(".month").Length.ShouldBe(12);
            page.QuerySelectorAll(".month .is-off").Length.ShouldBe(3);
            page.QuerySelector(".month .is-made-up")!.TextContent.ShouldContain("làm bù: Làm bù cho ngày 03/02/2061");
            (page.QuerySelector("a[href='/lich-lam-viec/soan?nam=2061']") is not null).ShouldBe(reader == officer);
            (await reader.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("Đủ ngày nghỉ cả năm");
        }

        // The province reads it and may do nothing to it.
        (await officer.Get(url.Replace("/lich-lam-viec/", "/lich-lam-viec/soan/", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.Get("/lich-lam-viec/soan?tu=" + url.Split('/')[^1])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var handler in new[] { "Publish", "Withdraw", "Discard" })
        {
            (await officer.SubmitAsync("/lich-lam-viec", new { BaseVersion = 1, Reason = "Thử" }, $"{url}?handler={handler}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await admin.SubmitAsync(url, new { Reason = " " }, url + "?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await admin.SubmitAsync(url, new { Reason = "Nhập nhầm (dữ liệu minh họa)" }, url + "?handler=Withdraw")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ElapsedAsync(App.KhanhHoa, "31/01/2061", "05/02/2061")).ShouldBe(4);
        (await owner.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("Nhập nhầm");
        (await owner.GetPageAsync("/lich-lam-viec?nam=2061")).GetElementById("ngay-nghi").ShouldBeNull();
    }

    [Fact]
    public async Task AProvince_KeepsItsOwnDays_ForItselfAlone()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        using var neighbour = await app.As(Role.DepartmentOfficer, App.DongNai);
        using var council = await app.As(Role.CouncilViewer);
        (await council.Get("/lich-lam-viec/soan")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await council.SubmitAsync("/lich-lam-viec", Fields(2062, false), "/lich-lam-viec/soan")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await council.Get("/lich-lam-viec?nam=2062")).StatusCode.ShouldBe(HttpStatusCode.OK);

        // 3 Apr 2062 is a Monday. A province cannot say that a year is whole.
        var url = await DraftAsync(officer, Fields(2062, true, ("03/04/2062", "", "Off", "Ngày riêng (dữ liệu minh họa)")));
        (await officer.GetPageAsync("/lich-lam-viec?nam=2062")).QuerySelector($"a[href='{url}']").ShouldNotBeNull();
        (await council.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.SubmitAsync(url, new { BaseVersion = 0 }, url + "?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await council.GetPageAsync("/lich-lam-viec?nam=2062")).GetElementById("ngay-nghi")!.TextContent.ShouldContain("Riêng tỉnh, thành phố");
        (await council.GetPageAsync("/lich-lam-viec?nam=2062")).QuerySelector(".page-facts")!.TextContent.ShouldContain("Chưa có lịch nghỉ cả năm");
        (await ElapsedAsync(App.KhanhHoa, "02/04/2062", "03/04/2062")).ShouldBe(0);
        (await ElapsedAsync(App.DongNai, "02/04/2062", "03/04/2062")).ShouldBe(1);
        (await neighbour.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.Get("/lich-lam-viec/soan?tu=" + url.Split('/')[^1])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var handler in new[] { "Publish", "Withdraw", "Discard" })
        {
            (await neighbour.SubmitAsync("/lich-lam-viec", new { BaseVersion = 1, Reason = "Thử" }, $"{url}?handler={handler}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await neighbour.GetPageAsync("/lich-lam-viec?nam=2062")).QuerySelector($"a[href='{url}']").ShouldBeNull();
    }

    [Fact]
    public async Task EveryFault_StandsBesideItsField_AndNothingIsLost()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = Fields(2063, false, ("01/01/2064", "", "Off", "Năm khác"), ("", "05/02/2063", "Off", ""), ("06/03/2063", "05/03/2063", "Off", "Ngược"));
        var page = await (await officer.SubmitAsync("/lich-lam-viec/soan?nam=2063", fields, "/lich-lam-viec/soan")).PageAsync();
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Ngày phải trong năm 2063");
        page.GetElementById("Form_Rows_0__From-faults").ShouldNotBeNull();
        page.GetElementById("Form_Rows_1__From-faults").ShouldNotBeNull();
        page.GetElementById("Form_Rows_2__To-faults").ShouldNotBeNull();
        page.QuerySelector("input[name='Form.Rows[2].Name']")!.GetAttribute("value").ShouldBe("Ngược");
        page.QuerySelector("input[name='Form.Rows[1].To']")!.GetAttribute("value").ShouldBe("05/02/2063");
    }

    [Fact]
    public async Task ADraft_IsEdited_NotPublishedUnseen_Replaced_AndDiscarded()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var url = await DraftAsync(officer, Fields(2064, false, ("03/03/2064", "", "Off", "Ngày riêng (dữ liệu minh họa)")));
        var edit = url.Replace("/lich-lam-viec/", "/lich-lam-viec/soan/", StringComparison.Ordinal);
        var row = (await officer.GetPageAsync(edit)).QuerySelector("input[name='Form.Rows[0].Id']")!.GetAttribute("value")!;
        var fields = Fields(2064, false, ("04/03/2064", "", "Off", "Ngày riêng (dữ liệu minh họa)"));
        fields["Form.Rows[0].Id"] = row;
        (await officer.SubmitAsync(edit, fields, edit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await officer.SubmitAsync(edit, fields, edit)).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        (await (await officer.SubmitAsync(url, new { BaseVersion = 0 }, url + "?handler=Publish")).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("vừa được người khác sửa");
        (await officer.SubmitAsync(url, new { BaseVersion = 1 }, url + "?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("04/03/2064");
        (await officer.Get(edit)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var id = url.Split('/')[^1];
        var from = $"/lich-lam-viec/soan?tu={id}";
        (await officer.GetPageAsync(from)).QuerySelector("input[name='Form.Rows[0].Name']")!.GetAttribute("value").ShouldBe("Ngày riêng (dữ liệu minh họa)");
        var next = Fields(2064, false, ("04/03/2064", "05/03/2064", "Off", "Ngày riêng (dữ liệu minh họa)"));
        next["Form.ReplacesId"] = id;
        var second = (await officer.SubmitAsync(from, next, "/lich-lam-viec/soan")).Headers.Location!.OriginalString;
        (await ElapsedAsync(App.KhanhHoa, "03/03/2064", "05/03/2064")).ShouldBe(1);
        (await officer.SubmitAsync(second, new { BaseVersion = 0 }, second + "?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ElapsedAsync(App.KhanhHoa, "03/03/2064", "05/03/2064")).ShouldBe(0);
        (await officer.GetPageAsync(url)).QuerySelector(".page-facts")!.TextContent.ShouldContain("Đã được thay thế");

        var third = await DraftAsync(officer, Fields(2064, false, ("05/03/2064", "", "Off", "Trùng (dữ liệu minh họa)")));
        (await (await officer.SubmitAsync(third, new { BaseVersion = 0 }, third + "?handler=Publish")).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("đã có trong lịch công bố");
        (await officer.SubmitAsync(third, new { }, third + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.Get(third)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.SubmitAsync(second, new { }, second + "?handler=Discard")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Both found the day free; one of them counts.</summary>
    [Fact]
    public async Task TwoWhoPublishTheSameDayAtOnce_OneIsRefused()
    {
        using var one = await app.As(Role.DepartmentOfficer);
        using var other = await app.As(Role.DepartmentLeader);
        var urls = new[] { await DraftAsync(one, Own()), await DraftAsync(one, Own()) };
        var answers = await Task.WhenAll(urls.Zip([one, other], (url, client) => client.SubmitAsync(url, new { BaseVersion = 0 }, url + "?handler=Publish")));
        answers.Count(a => a.StatusCode is HttpStatusCode.Redirect).ShouldBe(1);
        (await answers.Single(a => a.StatusCode is not HttpStatusCode.Redirect).PageAsync()).QuerySelector(".error-summary")!.TextContent.ShouldContain("lập bản thay thế");
        (await app.WithDb(App.KhanhHoa, db => db.HolidaySchedules.CountAsync(s => s.Year == 2067 && s.State == ScheduleState.Published))).ShouldBe(1);

        Dictionary<string, string> Own() => Fields(2067, false, ("01/03/2067", "", "Off", "Ngày riêng (dữ liệu minh họa)"));
    }

    [Fact]
    public async Task SentTwice_IsDraftedOnce_AndAForeignRowIdIsNotTaken()
    {
        using var officer = await app.As(Role.DepartmentOfficer);
        var fields = Fields(2065, false, ("02/03/2065", "", "Off", "Ngày riêng (dữ liệu minh họa)"));
        var url = await DraftAsync(officer, fields);
        (await DraftAsync(officer, fields)).ShouldBe(url);
        var id = Guid.Parse(url.Split('/')[^1]);
        var row = await app.WithDb(App.KhanhHoa, db => db.HolidayPeriods.Where(p => p.HolidayScheduleId == id).Select(p => p.HolidayPeriodId).SingleAsync());
        var other = Fields(2065, false, ("03/03/2065", "", "Off", "Ngày khác (dữ liệu minh họa)"));
        other["Form.Rows[0].Id"] = $"{row}";
        (await DraftAsync(officer, other)).ShouldNotBe(url);
        (await officer.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("02/03/2065");
    }

    [Fact]
    public async Task TheNationalForm_OffersOnlyTheDaysFixedByLaw()
    {
        using var admin = await app.As(Role.NationalAdministrator);
        var page = await admin.GetPageAsync("/lich-lam-viec/soan?nam=2066");
        page.QuerySelectorAll("input[name^='Form.Rows['][name$='.From']").Select(i => i.GetAttribute("value") ?? "").Where(v => v.Length > 0).ShouldBe(["01/01/2066", "30/04/2066", "01/05/2066", "02/09/2066"]);
        page.QuerySelector(".notice")!.TextContent.ShouldContain("chưa đối chiếu bản đang có hiệu lực");
    }

    [Fact]
    public async Task TheDossiersClock_SaysThatHolidaysAreMissing_UntilTheyArePublished()
    {
        var commune = await app.ACommune(10);
        var filed = await app.AProject(GivenProjects.Text(await app.AnEstablishment(commune: commune), ProjectKind.Commune, commune), ProjectState.Filed);
        await app.AProcedure(GivenProcedures.Text(commune), GivenProcedures.Today);
        using var officer = await app.As(Role.CommuneOfficer, commune: commune);
        async Task<string> ToldAsync() => (await officer.GetPageAsync(filed.Path())).GetElementById("quy-trinh")!.TextContent;
        var today = GivenProcedures.Today;
        (await ToldAsync()).ShouldContain($"chưa có lịch nghỉ cả năm {today.Year}");

        // Days off far from today: nobody else's count changes. At the year's end the step reaches into the next one.
        var schedules = new List<Guid>();
        foreach (var year in new[] { today.Year, today.AddDays(20).Year }.Distinct())
        {
            schedules.Add(await PublishedAsync(year, today.Month > 6 ? new(year, 2, 10) : new(year, 10, 12)));
        }

        (await ToldAsync()).ShouldNotContain("chưa có lịch nghỉ");
        (await ToldAsync()).ShouldContain("đã 0 ngày làm việc, còn 2, hạn ");
        await app.WithDb("", async db =>
        {
            foreach (var schedule in await db.HolidaySchedules.Where(s => schedules.Contains(s.HolidayScheduleId)).ToListAsync())
            {
                schedule.Apply(new ScheduleEnded(schedule.HolidayScheduleId, ScheduleState.Withdrawn, "test", today));
            }

            db.Because("calendar.withdrawn", "test");
            return await db.SaveChangesAsync();
        });
        (await ToldAsync()).ShouldContain($"chưa có lịch nghỉ cả năm {today.Year}");
    }

    private static Dictionary<string, string> Fields(int year, bool whole, params (string From, string To, string Kind, string Name)[] rows)
    {
        var fields = new Dictionary<string, string>
        {
            ["Form.Id"] = $"{GivenProcedures.Id()}",
            ["Form.BaseVersion"] = "0",
            ["Form.Year"] = $"{year}",
            ["Form.IsWholeYear"] = whole ? "true" : "false",
            ["Form.DocumentNumber"] = $"{year}/TB-MH",
            ["Form.DocumentDate"] = "01/02/2020",
            ["Form.Issuer"] = "Cơ quan minh họa (dữ liệu minh họa)",
            ["Form.Verification"] = nameof(Verification.FromKnowledge),
        };
        foreach (var (place, row) in rows.Index())
        {
            var at = $"Form.Rows[{place}].";
            (fields[at + "From"], fields[at + "To"], fields[at + "Kind"], fields[at + "Name"]) = (row.From, row.To, row.Kind, row.Name);
        }

        return fields;
    }

    private static async Task<string> DraftAsync(HttpClient client, Dictionary<string, string> fields)
    {
        var answer = await client.SubmitAsync("/lich-lam-viec/soan", fields, "/lich-lam-viec/soan");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString;
    }

    private Task<int> ElapsedAsync(string province, string since, string today) => app.WithDb(province, async db =>
        (await db.WorkingCalendarAsync()).Elapsed(DateOnly.ParseExact(since, "dd/MM/yyyy"), DateOnly.ParseExact(today, "dd/MM/yyyy"), DayKind.Working));

    private Task<Guid> PublishedAsync(int year, DateOnly off) => app.WithDb("", async db =>
    {
        var text = new ScheduleText(year, true, $"{year}/MH", new(2020, 1, 1), "Cơ quan minh họa", null, Verification.FromKnowledge, null, [new(GivenProcedures.Id(), off, off, PeriodKind.Off, "Nghỉ (dữ liệu minh họa)")]);
        var schedule = HolidaySchedule.From(new ScheduleDrafted(GivenProcedures.Id(), null, text, null, GivenProcedures.Id(), GivenProcedures.Today));
        schedule.Apply(new SchedulePublished(schedule.HolidayScheduleId, GivenProcedures.Id(), GivenProcedures.Today, null));
        db.HolidaySchedules.Add(schedule);
        db.Because("calendar.published", "test");
        await db.SaveChangesAsync();
        return schedule.HolidayScheduleId;
    });
}
