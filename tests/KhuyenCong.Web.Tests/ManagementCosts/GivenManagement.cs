using System.Globalization;
using System.Net;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.ManagementCosts;

/// <summary>Estimates of management costs of lines of their own, made on the pages (dữ liệu minh họa).</summary>
internal static class GivenManagement
{
    /// <summary>Of one line of an estimate: five trips.</summary>
    public const long Line = 10_000_000;

    public static string Today => TimeProvider.System.Today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string NewPath(this Allocation line) => $"/chi-quan-ly/lap?dong={line.AllocationId}";

    public static Dictionary<string, string> Fields(long price = Line / 5, ManagementItem item = ManagementItem.Travel) => new()
    {
        ["Form.Party"] = nameof(ManagementParty.Agency),
        ["Form.Lines[0].Item"] = item.ToString(),
        ["Form.Lines[0].Content"] = "Kiểm tra cơ sở",
        ["Form.Lines[0].Unit"] = "chuyến",
        ["Form.Lines[0].Quantity"] = "5",
        ["Form.Lines[0].UnitPrice"] = price.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Drafts an estimate on the page; its address.</summary>
    public static async Task<string> Estimated(this HttpClient officer, Allocation line, long price = Line / 5, ManagementItem item = ManagementItem.Travel)
    {
        var answer = await officer.SubmitAsync(line.NewPath(), Fields(price, item));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    public static Task<HttpResponseMessage> Take(this HttpClient client, string path, ManagementAction action) => client.SubmitAsync(
        path, new Dictionary<string, string> { ["Move.Note"] = "Lý do", ["Move.DocumentNumber"] = "01/QĐ", ["Move.DocumentDate"] = Today }, $"{path}?viec={action}");

    public static Task<HttpResponseMessage> Take(this HttpClient client, string path, ManagementVoucherAction action) => client.SubmitAsync(
        path, new Dictionary<string, string> { ["Move.Note"] = "Lý do", ["Move.Date"] = Today, ["Move.TreasuryNumber"] = "KB-01" }, $"{path}?viec={action}");

    /// <summary>An estimate that money is reserved for.</summary>
    public static async Task<string> AnApprovedEstimate(this App app, Allocation line, ManagementItem item = ManagementItem.Travel)
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var path = await officer.Estimated(line, item: item);
        (await officer.Take(path, ManagementAction.Submit)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(path, ManagementAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return path;
    }

    public static Guid IdOf(string path) => Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);

    public static Task<ManagementEstimate> Estimate(this App app, string path)
    {
        var id = IdOf(path);
        return app.WithDb(App.KhanhHoa, db => db.WholeManagementEstimates.AsNoTracking().SingleAsync(e => e.ManagementEstimateId == id));
    }

    public static async Task<Dictionary<string, string>> VoucherFields(this App app, string path, long amount, string? invoice = null) => new()
    {
        ["Form.ManagementLineId"] = (await app.Estimate(path)).Lines[0].ManagementLineId.ToString(),
        ["Form.Number"] = $"PC-{GivenPlans.Id():N}",
        ["Form.IssuedOn"] = Today,
        ["Form.Payee"] = "Người đi công tác (dữ liệu minh họa)",
        ["Form.Content"] = "Công tác phí",
        ["Form.Amount"] = amount.ToString(CultureInfo.InvariantCulture),
        ["Form.ServedNote"] = "Khảo sát",
        ["Form.InvoiceNumber"] = invoice ?? "",
        ["Form.InvoiceSeries"] = invoice is null ? "" : "1C26TAA",
        ["Form.InvoiceSeller"] = invoice is null ? "" : "Người bán minh họa",
    };

    /// <summary>Makes a voucher on the page; its address.</summary>
    public static async Task<string> Vouched(this HttpClient officer, App app, string path, long amount, string? invoice = null, (string Key, string Value)? more = null)
    {
        var fields = await app.VoucherFields(path, amount, invoice);
        if (more is { } added)
        {
            fields[added.Key] = added.Value;
        }

        var answer = await officer.SubmitAsync($"{path}/chung-tu", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    public static Task<(Dong Available, Dong Reserved, Dong Committed, Dong Paid, Dong Settled)> Held(this App app, Allocation line) => app.WithDb(line.ProvinceCode, async db =>
    {
        var now = await db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId);
        return (now.Available, now.Reserved, now.Committed, now.Paid, now.Settled);
    });
}
