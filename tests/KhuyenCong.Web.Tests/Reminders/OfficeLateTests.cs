using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Reminders;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Petitions;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.YearlySettlements;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Reminders;

/// <summary>What an office owes and has not begun, or not answered: a yearly report of the year that is over, a petition.</summary>
public sealed class OfficeLateTests(App app)
{
    private const string Offices = "#viec-co-quan";
    private static readonly int ToHolder = ReminderDays.Default.Quiet;
    private static readonly int ToUnit = ToHolder + ReminderDays.Default.UnitLeader;
    private static readonly int ToTop = ToHolder + ReminderDays.Default.DepartmentLeader;

    private static DateOnly Today => TimeProvider.System.Today;

    private static int LastYear => Today.Year - 1;

    private static string List => $"/de-an/dang-cho-ai?nam={LastYear}";

    [Fact]
    public async Task AReportThatNobodyHasBegun_IsItsUnits_ThenThoseAbove_UntilItIsDrawn()
    {
        var (centre, unit) = await app.AsUnit(Role.CentreAccountant);
        var (other, _) = await app.AsUnit(Role.CentreAccountant);
        using var officer = await app.ASomebody(Role.DepartmentAccountant);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var commune = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        using var abroad = await app.ASomebody(Role.DepartmentLeader, App.DongNai);
        var (record, form) = (new OfficeKey(WaitingKind.YearlySettlementMissing, unit), FormOf(unit));
        (await app.LevelsAfterANight(record)).ShouldBe("", "nothing was allotted to it");

        var line = await app.ALine(1_000_000, LastYear, holder: unit);
        (await app.LevelsAfterANight(record)).ShouldBe(await Expected());
        (await app.Night(record)).ShouldBe((0, 0));
        foreach (var (level, id) in await app.Open(record))
        {
            (await centre.InboxRow(id, level) is not null).ShouldBe(level is ReminderLevel.Quiet, $"{level}");
            (await leader.InboxRow(id, level) is not null).ShouldBe(level is ReminderLevel.DepartmentLeader, $"{level}");
            foreach (var somebody in new[] { other, officer, commune, abroad })
            {
                (await somebody.InboxRow(id, level)).ShouldBeNull($"{level}");
            }

            // Who draws it is led to the form, who is told of it to the list.
            if (level is not ReminderLevel.UnitLeader)
            {
                var opened = await (level is ReminderLevel.Quiet ? centre : leader).SubmitAsync("/", new { }, $"/nhac-viec?handler=Open&id={id}");
                opened.Headers.Location!.OriginalString.ShouldBe(level is ReminderLevel.Quiet ? form : $"/quyet-toan-nam?nam={LastYear}&trang-thai=chua-lap");
            }
        }

        Row(await centre.GetPageAsync(List), form).ShouldNotBeNull().ShouldContain($"Báo cáo quyết toán năm {LastYear}, chưa lập");
        Row(await centre.GetPageAsync(List), form)!.ShouldContain("chưa có thời hạn quy định");
        Row(await centre.GetPageAsync($"/de-an/dang-cho-ai?nam={LastYear - 1}"), form).ShouldBeNull();
        (await centre.GetPageAsync("/")).QuerySelector("a[href='/de-an/dang-cho-ai#viec-co-quan']")!.Closest("li")!.TextContent.ShouldContain("1 việc không thuộc riêng đề án nào");
        (await other.GetPageAsync("/")).QuerySelector("a[href='/de-an/dang-cho-ai#viec-co-quan']").ShouldBeNull();
        (await leader.GetPageAsync(List)).QuerySelector($"{Offices} a[href='/quyet-toan-nam?nam={LastYear}&trang-thai=chua-lap']").ShouldNotBeNull();

        await app.AReport(line, centre);
        Row(await centre.GetPageAsync(List), form).ShouldBeNull();
        (await app.LevelsAfterANight(record)).ShouldBe("", "a draft is another matter");
        centre.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task ACommunesReport_IsItsOwn_ThenItsLeaders()
    {
        var line = await app.AnAllocation(LastYear, 1_000_000, FundingSource.Commune.Code, commune: GivenEstablishments.CamLam);
        var (record, form) = (new OfficeKey(WaitingKind.YearlySettlementMissing, line.HolderId), FormOf(line.HolderId));
        using var home = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.CamLam);
        using var head = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.CamLam);
        using var neighbour = await app.ASomebody(Role.CommuneAccountant, commune: GivenEstablishments.NhaTrang);
        using var headElsewhere = await app.ASomebody(Role.CommuneLeader, commune: GivenEstablishments.NhaTrang);
        using var officer = await app.ASomebody(Role.DepartmentAccountant);
        (await app.LevelsAfterANight(record)).ShouldBe(await Expected());
        foreach (var (level, id) in await app.Open(record))
        {
            (await home.InboxRow(id, level) is not null).ShouldBe(level is ReminderLevel.Quiet, $"{level}");
            (await head.InboxRow(id, level) is not null).ShouldBe(level is ReminderLevel.UnitLeader, $"{level}");
            foreach (var somebody in new[] { neighbour, headElsewhere, officer })
            {
                (await somebody.InboxRow(id, level)).ShouldBeNull($"{level}");
            }
        }

        Row(await home.GetPageAsync(List), form).ShouldNotBeNull().ShouldContain("UBND cấp xã");
        Row(await neighbour.GetPageAsync(List), form).ShouldBeNull();
        Row(await officer.GetPageAsync(List), form).ShouldBeNull("the form is the commune's");
    }

    /// <summary>The library knows a day for national money only, and says what it is worth.</summary>
    [Fact]
    public async Task OnlyNationalMoney_HasADayOfTheLaw()
    {
        var (national, local) = (await app.ALine(1_000_000, LastYear, source: FundingSource.National.Code), await app.ALine(1_000_000, LastYear));
        using var officer = await app.ASomebody(Role.DepartmentAccountant);
        using var abroad = await app.ASomebody(Role.DepartmentAccountant, App.DongNai);
        var page = await officer.GetPageAsync(List);
        var row = Row(page, FormOf(national.HolderId)).ShouldNotBeNull();
        row.ShouldContain($"22/01/{LastYear + 1}");
        row.ShouldMatch("mốc gợi ý: quy định chưa kiểm chứng|theo quy định đã kiểm chứng");
        Row(page, FormOf(local.HolderId)).ShouldNotBeNull().ShouldContain("chưa có thời hạn quy định");
        Row(await abroad.GetPageAsync(List), FormOf(national.HolderId)).ShouldBeNull();
    }

    [Fact]
    public async Task APetitionPastItsDay_IsWhoAnswers_ThenTheLeaders_UntilItIsExtendedOrAnswered()
    {
        using var filer = await app.As(Role.CommuneOfficer, App.KhanhHoa, GivenEstablishments.CamLam);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        using var finance = await app.ASomebody(Role.FinanceOfficer);
        using var abroad = await app.ASomebody(Role.DepartmentOfficer, App.DongNai);
        var url = await Given.ReceivedAsync(app, filer);
        var record = new OfficeKey(WaitingKind.Petition, Given.IdOf(url));
        (await app.LevelsAfterANight(record)).ShouldBe("", "its day is still before it");

        await Lies(record, await app.WorkingDaysAgo(ReminderDays.Default.UnitLeader));
        (await app.LevelsAfterANight(record)).ShouldBe("Late UnitLeader");
        var open = await app.Open(record);
        var row = (await officer.InboxRow(open[ReminderLevel.Late], ReminderLevel.Late)).ShouldNotBeNull();
        row.ShouldContain("Mức hỗ trợ chưa rõ");
        row.ShouldContain($"trễ {ReminderDays.Default.UnitLeader} ngày làm việc");
        (await leader.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldNotBeNull();
        (await officer.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldBeNull();
        foreach (var somebody in new[] { filer, accountant, finance, abroad })
        {
            (await somebody.InboxRow(open[ReminderLevel.Late], ReminderLevel.Late)).ShouldBeNull();
            (await somebody.InboxRow(open[ReminderLevel.UnitLeader], ReminderLevel.UnitLeader)).ShouldBeNull();
        }

        (await officer.SubmitAsync("/", new { }, $"/nhac-viec?handler=Open&id={open[ReminderLevel.Late]}")).Headers.Location!.OriginalString.ShouldBe($"/kien-nghi/{record.RecordId}");

        // Whoever reads petitions finds it in the list; who may not know who filed it is not told there either.
        var (filed, path) = ("/de-an/dang-cho-ai?nam=2001", $"/kien-nghi/{record.RecordId}");
        Row(await officer.GetPageAsync(filed + "&tre=true"), path).ShouldNotBeNull().ShouldContain("theo hạn đặt khi tiếp nhận");
        Row(await finance.GetPageAsync(filed), path).ShouldNotBeNull().ShouldNotContain("Nước mắm");
        Row(await abroad.GetPageAsync(filed), path).ShouldBeNull();
        Row(await officer.GetPageAsync("/de-an/dang-cho-ai?nam=2002"), path).ShouldBeNull();

        await officer.MovesAsync(url, "ExtendDeadline", new() { ["Move.Deadline"] = Today.AddDays(60).Text(), ["Move.Note"] = "Chờ ý kiến của Bộ" });
        (await officer.InboxRow(open[ReminderLevel.Late], ReminderLevel.Late)).ShouldBeNull();
        (await app.LevelsAfterANight(record)).ShouldBe("");
        await Lies(record, await app.WorkingDaysAgo(1));
        (await app.LevelsAfterANight(record)).ShouldBe("Late");
        await officer.MovesAsync(url, "Answer", new() { ["Move.Note"] = "Máy đã qua sử dụng không được hỗ trợ." });
        (await app.LevelsAfterANight(record)).ShouldBe("");
        Row(await officer.GetPageAsync(filed), path).ShouldBeNull();
    }

    [Fact]
    public async Task APetitionNobodyReceives_WaitsUnheardAsOtherRecordsDo_AndNotWhileTheFilerHasIt()
    {
        using var filer = await app.As(Role.CommuneOfficer, App.KhanhHoa, GivenEstablishments.CamLam);
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        var url = await Given.FiledAsync(app, filer);
        var record = new OfficeKey(WaitingKind.Petition, Given.IdOf(url));
        (await app.LevelsAfterANight(record)).ShouldBe("");
        var since = await app.WorkingDaysAgo(ToUnit);
        await app.WithDb(App.KhanhHoa, db => db.Petitions.Where(p => p.PetitionId == record.RecordId).ExecuteUpdateAsync(s => s.SetProperty(p => p.FiledOn, since)));
        (await app.LevelsAfterANight(record)).ShouldBe("Quiet UnitLeader");
        (await officer.InboxRow((await app.Open(record))[ReminderLevel.Quiet], ReminderLevel.Quiet)).ShouldNotBeNull().ShouldContain("tiếp nhận, đặt hạn trả lời");

        await officer.MovesAsync(url, "Receive", new() { ["Move.Deadline"] = Today.AddDays(15).Text() });
        await Lies(record, await app.WorkingDaysAgo(1));
        (await app.LevelsAfterANight(record)).ShouldBe("Late");
        await officer.MovesAsync(url, "AskInformation", new() { ["Move.Note"] = "Máy sản xuất năm nào?" });
        (await app.LevelsAfterANight(record)).ShouldBe("", "it is with the filer");
    }

    private static string FormOf(Guid unit) => $"/quyet-toan-nam/lap?nam={LastYear}&don-vi={unit}";

    private static string? Row(IHtmlDocument page, string path) => page.QuerySelector($"{Offices} a[href='{path}']")?.Closest("tr")?.TextContent;

    /// <summary>Of a centre or a commune, by the days since the year was over: in the first weeks of a year nobody is asked yet.</summary>
    private Task<string> Expected() => app.WithDb(App.KhanhHoa, async db =>
    {
        var waited = (await db.WorkingCalendarAsync()).Elapsed(new(LastYear, 12, 31), Today, DayKind.Working);
        (int Days, ReminderLevel Level)[] levels = [(ToHolder, ReminderLevel.Quiet), (ToUnit, ReminderLevel.UnitLeader), (ToTop, ReminderLevel.DepartmentLeader)];
        return string.Join(' ', levels.Where(l => l.Days <= waited).Select(l => l.Level));
    });

    /// <summary>As if it had been filed and received long ago, to be answered by that day.</summary>
    private async Task Lies(OfficeKey record, DateOnly deadline)
    {
        var filed = new DateOnly(2001, 3, 5);
        var moved = await app.WithDb(App.KhanhHoa, db => db.Petitions.Where(p => p.PetitionId == record.RecordId)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.FiledOn, filed).SetProperty(p => p.ReceivedOn, (DateOnly?)filed).SetProperty(p => p.Deadline, (DateOnly?)deadline)));
        moved.ShouldBe(1);
    }
}
