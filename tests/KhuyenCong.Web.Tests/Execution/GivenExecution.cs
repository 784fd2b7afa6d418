using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Execution;

/// <summary>Signed contracts of their own, as rules of progress need them: no money is bound by these.</summary>
internal static class GivenExecution
{
    public static readonly DateOnly Today = TimeProvider.System.Today;
    public static readonly DateOnly Signed = Today.AddMonths(-2);

    public static Guid Id() => GivenEstablishments.Id();

    public static async Task<Contract> ASignedContract(this App app, Regime regime = Regime.Provincial, Guid? organisation = null, string province = App.KhanhHoa)
    {
        var year = GivenPlans.AFarYear();
        var project = await app.AnAppraised(year, regime, province: province, organisation: organisation);
        var batch = await app.ABatch(await app.APlan(year, regime, province), BatchState.Submitted, project);
        var department = await app.ADepartment(province);
        return await app.WithDb(province, async db =>
        {
            var contract = Contract.From(new(
                Id(), province, project.ProjectId, batch.Items[0].PlanItemId, null, ContractKind.Support, regime, batch.TerritoryCode, year,
                new() { Number = $"{Id():N}", Content = "Hỗ trợ máy (dữ liệu minh họa)", PartyAId = department, PartyA = "Sở Công Thương", PartyB = "Cơ sở minh họa" },
                new Dictionary<string, Guid>(), Id(), Signed, TimeProvider.System.UtcNow));
            contract.Apply(new ContractMoved(contract.ContractId, Id(), new(ContractAction.Sign, SignedOn: Signed), ContractState.Signed, Id(), Signed, TimeProvider.System.UtcNow));
            db.Contracts.Add(contract);
            db.Because("contract.drafted", "test");
            await db.SaveChangesAsync();
            return contract;
        });
    }

    public static string ReportPath(this Contract contract, DateOnly? month = null) => $"/hop-dong/{contract.ContractId}/bao-cao{(month is { } m ? $"?thang={m:yyyy-MM}" : "")}";

    /// <summary>The form as a browser sends it, from the page that it was shown on.</summary>
    public static async Task<HttpResponseMessage> Report(this HttpClient client, Contract contract, string done, string? spent = null, DateOnly? month = null, bool submits = true, string? seen = null, string? reason = null)
    {
        var path = contract.ReportPath(month ?? Today);
        var page = await client.GetPageAsync(path);
        return await client.SubmitAsync(
            path,
            new Dictionary<string, string>
            {
                ["Form.Month"] = $"{month ?? Today:yyyy-MM}",
                ["Form.BaseVersion"] = seen ?? page.QuerySelector("input[name='Form.BaseVersion']")?.GetAttribute("value") ?? "",
                ["Form.Lines[0].LineId"] = page.QuerySelector("input[name='Form.Lines[0].LineId']")?.GetAttribute("value") ?? "",
                ["Form.Lines[0].Done"] = done,
                ["Form.Lines[0].Spent[DOIUNG]"] = spent ?? "",
                ["Form.DeviationReason"] = reason ?? "",
            },
            $"/hop-dong/{contract.ContractId}/bao-cao{(submits ? "?handler=Submit" : "")}");
    }

    public static Task<ProgressReport> LastReport(this App app, Contract contract) => app.WithDb(contract.ProvinceCode, db =>
        db.WholeProgressReports.AsNoTracking().Where(r => r.ContractId == contract.ContractId).OrderByDescending(r => r.Year).ThenByDescending(r => r.Month).FirstAsync());

    public static string Path(this ProgressReport report) => $"/tien-do/{report.ProgressReportId}";

    public static async Task<HttpResponseMessage> Take(this HttpClient client, ProgressReport report, ProgressAction action, string note = "Ghi chú") => await client.SubmitAsync(
        report.Path(), new Dictionary<string, string> { ["BaseVersion"] = $"{report.Version}", ["Note"] = note }, $"{report.Path()}?viec={action}");
}
