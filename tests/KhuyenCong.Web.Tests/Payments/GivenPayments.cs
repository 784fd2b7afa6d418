using System.Globalization;
using System.Net;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Payments;

/// <summary>Signed contracts with money of their own, and requests of them (dữ liệu minh họa).</summary>
internal static class GivenPayments
{
    public const long Bound = 200_000_000;

    public static Guid Id() => GivenPlans.Id();

    public static string Today => TimeProvider.System.Today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A contract of the province's own regime whose whole amount is committed on a line of its own.</summary>
    /// <param name="of">An appraised project of a year of its own; null = a new one for one establishment.</param>
    /// <param name="establishment">Party B, where the contract names one.</param>
    public static async Task<(Contract Contract, Allocation Line)> ASignedContract(this App app, Project? of = null, Guid? establishment = null)
    {
        var year = of?.Year ?? GivenPlans.AFarYear();
        var line = await app.AnAllocation(year, Bound);
        var project = of ?? await app.AnAppraised(year, support: Bound);
        var batch = await app.ABatch(await app.APlan(year), BatchState.Appraised, project);
        using var leader = await app.ASomebody(Role.ProvincialLeader);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var department = await app.ADepartment();
        var contract = await app.WithDb(App.KhanhHoa, async db =>
        {
            var today = TimeProvider.System.Today;
            var made = Contract.From(new(
                Id(), App.KhanhHoa, project.ProjectId, batch.Items[0].PlanItemId, null, ContractKind.Support, batch.Regime, batch.TerritoryCode, year,
                new()
                {
                    Number = $"{Id():N}",
                    Content = "Hỗ trợ máy móc (dữ liệu minh họa)",
                    PartyAId = department,
                    PartyA = "Sở Công Thương",
                    PartyB = "Cơ sở minh họa",
                    PartyBEstablishmentId = establishment,
                    Bank = new("0000000001", "Ngân hàng minh họa", "Cơ sở minh họa"),
                    Amounts = [new(line.Source, new(Bound))],
                },
                new Dictionary<string, Guid> { [line.Source] = Id() }, Id(), today, TimeProvider.System.UtcNow));
            made.Apply(new ContractMoved(made.ContractId, Id(), new(ContractAction.Sign, null, today), ContractState.Signed, Id(), today, TimeProvider.System.UtcNow) { Draws = new Dictionary<string, Guid> { [line.Source] = line.AllocationId } });
            return await db.WriteLedgerAsync([line.AllocationId], [project.ProjectId], async ledger =>
            {
                db.Contracts.Add(made);
                var posted = ledger.Judge([new(Id(), line.AllocationId, LedgerKind.Commit, new(Bound), new(LedgerCauseKind.Contract, made.ContractId), today, project.ProjectId, made.ContractId)], today).Event.ShouldNotBeNull();
                db.Record(ledger, posted, Id());
                db.Because("contract.signed", "test");
                await db.SaveChangesAsync();
                return made;
            });
        });
        return (contract, line);
    }

    /// <summary>An appraised project of the province for two establishments.</summary>
    public static async Task<Project> AProjectForTwo(this App app, Establishment one, Establishment other)
    {
        BeneficiaryText Half(Establishment e) => new(Id(), e.EstablishmentId, e.Name, e.Sites[0].ProductionSiteId, e.Sites[0].CommuneCode, new(Bound / 2));
        return await app.AProject(GivenProjects.Text(one) with { Year = GivenPlans.AFarYear(), Beneficiaries = [Half(one), Half(other)] }, ProjectState.Appraised);
    }

    public static string NewPath(this Contract contract, PaymentKind kind = PaymentKind.Advance) => $"/hop-dong/{contract.ContractId}/de-nghi?loai={kind}";

    /// <param name="line">What it draws on.</param>
    /// <param name="amount">All of it from one line.</param>
    /// <param name="invoices">Equal parts of the amount, the last takes what is left over.</param>
    public static Dictionary<string, string> Fields(Allocation line, long amount, params string[] invoices)
    {
        var fields = new Dictionary<string, string>
        {
            [$"Form.Lines[{line.AllocationId}].Amount"] = amount.ToString(CultureInfo.InvariantCulture),
            ["Form.Purpose"] = "Tạm ứng theo hợp đồng",
        };
        for (var i = 0; i < invoices.Length; i++)
        {
            var part = (amount / invoices.Length) + (i == invoices.Length - 1 ? amount % invoices.Length : 0);
            fields[$"Form.Invoices[{i}].Number"] = invoices[i];
            fields[$"Form.Invoices[{i}].Series"] = "1C26TAA";
            fields[$"Form.Invoices[{i}].Seller"] = "Người bán minh họa";
            fields[$"Form.Invoices[{i}].IssuedOn"] = Today;
            fields[$"Form.Invoices[{i}].WithVat"] = fields[$"Form.Invoices[{i}].Covered"] = part.ToString(CultureInfo.InvariantCulture);
        }

        return fields;
    }

    /// <summary>Drafts a request on the page; its address.</summary>
    public static async Task<string> Drafted(this HttpClient officer, Contract contract, Allocation line, long amount, params string[] invoices)
    {
        var answer = await officer.SubmitAsync(contract.NewPath(), Fields(line, amount, invoices), contract.NewPath());
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    public static Task<HttpResponseMessage> Take(this HttpClient client, string path, PaymentAction action) => client.SubmitAsync(
        path, new Dictionary<string, string> { ["Move.Note"] = "Lý do", ["Move.Date"] = Today, ["Move.TreasuryNumber"] = action is PaymentAction.Pay ? "CT-1" : "" }, $"{path}?viec={action}");

    /// <summary>A request that only waits for the Treasury's answer.</summary>
    public static async Task<string> Sent(this App app, Contract contract, Allocation line, long amount)
    {
        using var officer = await app.ASomebody(Role.DepartmentOfficer);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        using var accountant = await app.ASomebody(Role.DepartmentAccountant);
        var path = await officer.Drafted(contract, line, amount);
        (await officer.Take(path, PaymentAction.Request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await leader.Take(path, PaymentAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await accountant.Take(path, PaymentAction.Send)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return path;
    }

    public static Guid IdOf(string path) => Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);

    public static Task<PaymentRequest> Payment(this App app, string path) => app.WithDb(App.KhanhHoa, db => db.WholePaymentRequests.AsNoTracking().SingleAsync(r => r.PaymentRequestId == IdOf(path)));

    public static Task<LedgerPosition> Held(this App app, Contract contract) => app.WithDb(App.KhanhHoa, db => db.LedgerPositions.AsNoTracking().SingleAsync(p => p.ContractId == contract.ContractId));
}
