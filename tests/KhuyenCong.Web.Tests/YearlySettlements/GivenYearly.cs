using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.YearlySettlements;
using KhuyenCong.Web.Tests.Ledgers;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.YearlySettlements;

/// <summary>Yearly reports of holders of their own, so that a year that is over has only their lines (dữ liệu minh họa).</summary>
internal static class GivenYearly
{
    public const int Year = GivenLedgers.OldYear;

    /// <summary>A line of which an amount is settled.</summary>
    public static async Task<Allocation> ASettledLine(this App app, long amount = 1_000_000, long settled = 700_000)
    {
        var line = await app.ALine(amount);
        var (project, contract) = ((await app.AnAppraised(GivenPlans.AFarYear())).ProjectId, GivenLedgers.Id());
        LedgerKind[] way = [LedgerKind.Reserve, LedgerKind.Commit, LedgerKind.Pay, LedgerKind.Settle];
        (await app.Post(line, [.. way.Select(k => GivenLedgers.Of(line, k, settled, project, contract))])).ShouldBeEmpty();
        return line;
    }

    /// <summary>Draws the report of the line's holder; its address.</summary>
    public static async Task<string> AReport(this App app, Allocation line, HttpClient? writer = null)
    {
        using var own = writer is null ? await app.ASomebody(Role.DepartmentAccountant, line.ProvinceCode) : null;
        var response = await (writer ?? own!).SubmitAsync($"/quyet-toan-nam/lap?nam={line.Year}&don-vi={line.HolderId}", new Dictionary<string, string> { ["Note"] = "Thuyết minh" });
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Draws the report and submits it, so that others than its unit read it; its address.</summary>
    public static async Task<string> ASubmittedReport(this App app, Allocation line)
    {
        var path = await app.AReport(line);
        using var head = await app.ASomebody(Role.DepartmentLeader, line.ProvinceCode);
        (await head.Take(path, YearlyAction.Submit)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return path;
    }

    public static Task<HttpResponseMessage> Take(this HttpClient client, string path, YearlyAction action, Dictionary<string, string>? fields = null) =>
        client.SubmitAsync(path, fields ?? Document(), $"{path}?viec={action}");

    public static Dictionary<string, string> Document() => new()
    {
        ["Move.Note"] = "Ghi chú",
        ["Move.DocumentNumber"] = "12/TB-STC",
        ["Move.DocumentDate"] = "01/03/2025",
        ["Move.Issuer"] = "Sở Tài chính (dữ liệu minh họa)",
    };

    public static Dictionary<string, string> Finding(Allocation line, string accepted, string? reason = null)
    {
        var fields = Document();
        fields[$"Findings[{line.AllocationId}].Accepted"] = accepted;
        fields[$"Findings[{line.AllocationId}].Reason"] = reason ?? "";
        return fields;
    }

    public static Task<YearlySettlement> ReportOf(this App app, Allocation line) =>
        app.WithDb(line.ProvinceCode, db => db.WholeYearlySettlements.AsNoTracking().SingleAsync(s => s.HolderId == line.HolderId && s.Year == line.Year));
}
