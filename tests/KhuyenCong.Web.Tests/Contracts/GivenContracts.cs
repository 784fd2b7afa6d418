using System.Net;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Tests.Contracts;

/// <summary>Contracts of projects of their own, each in a year that nobody else uses.</summary>
internal static class GivenContracts
{
    /// <summary>An approved provincial project with the line that it draws on.</summary>
    public static async Task<(Allocation Line, Project Project)> AnApproved(this App app, long support = 200_000_000)
    {
        var year = GivenPlans.AFarYear();
        var line = await app.AnAllocation(year, 500_000_000);
        var project = await app.AnAppraised(year, support: support);
        var batch = await app.ABatch(await app.APlan(year, Regime.Provincial), BatchState.Appraised, project);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        (await leader.Take(batch, BatchAction.Approve)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (line, project);
    }

    public static async Task<Dictionary<string, string>> Fields(this App app, Project project, long amount) => new()
    {
        ["Form.PartyAId"] = $"{await app.ADepartment()}",
        ["Form.PartyBEstablishmentId"] = $"{project.Beneficiaries[0].EstablishmentId}",
        ["Form.Content"] = "Hỗ trợ máy (dữ liệu minh họa)",
        ["Form.StartsOn"] = "01/03/2027",
        ["Form.EndsOn"] = "01/09/2027",
        ["Form.Amounts[KCDP]"] = $"{amount}",
        ["Form.BankNumber"] = "0000000009",
        ["Form.BankName"] = "Ngân hàng minh họa",
        ["Form.BankHolder"] = "Chủ cơ sở minh họa",
    };

    /// <summary>A contract that somebody drafted and put before its signer.</summary>
    public static async Task<Contract> AProposed(this App app, Project project, long amount, HttpClient writer)
    {
        (await writer.SubmitAsync($"/de-an/{project.ProjectId}/lap-hop-dong?loai=Support", await app.Fields(project, amount))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var contract = await app.WithDb(App.KhanhHoa, db => db.Contracts.AsNoTracking().OrderByDescending(c => c.ContractId).FirstAsync(c => c.ProjectId == project.ProjectId));
        (await writer.Take(contract, ContractAction.Propose)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await app.Again(contract);
    }

    /// <summary>A signed contract with one establishment under that of the unit that does the work, for no less than that one.</summary>
    public static Task<Contract> APart(this App app, Contract upper, Guid establishment) => app.WithDb(upper.ProvinceCode, async db =>
    {
        var (id, signed) = (GivenPlans.Id(), upper.SignedOn.ShouldNotBeNull());
        var part = Contract.From(new(
            id, upper.ProvinceCode, upper.ProjectId, upper.PlanItemId, upper.ContractId, ContractKind.Support, upper.Regime, upper.TerritoryCode, upper.Year,
            new() { Number = $"{id:N}", Content = "Hỗ trợ máy (dữ liệu minh họa)", PartyAId = upper.PartyAId, PartyA = "Trung tâm minh họa", PartyB = "Cơ sở minh họa", PartyBEstablishmentId = establishment, Amounts = [.. upper.Amounts.Select(a => new ContractAmountText(a.Source, a.Amount))] },
            upper.Amounts.ToDictionary(a => a.Source, _ => GivenPlans.Id()), GivenPlans.Id(), signed, TimeProvider.System.UtcNow));
        part.Apply(new ContractMoved(id, GivenPlans.Id(), new(ContractAction.Sign, SignedOn: signed), ContractState.Signed, GivenPlans.Id(), signed, TimeProvider.System.UtcNow));
        db.Contracts.Add(part);
        db.Because("contract.drafted", "test");
        await db.SaveChangesAsync();
        return part;
    });

    public static Task<HttpResponseMessage> Take(this HttpClient client, Contract contract, ContractAction action, string signedOn = "01/03/2026", string note = "Lý do") =>
        client.SubmitAsync($"/hop-dong/{contract.ContractId}", new Dictionary<string, string> { ["Move.SignedOn"] = signedOn, ["Move.Note"] = note }, $"/hop-dong/{contract.ContractId}?viec={action}");

    public static Task<Contract> Again(this App app, Contract contract) => app.WithDb(contract.ProvinceCode, db => db.WholeContracts.AsNoTracking().SingleAsync(c => c.ContractId == contract.ContractId));

    public static Task<Allocation> Again(this App app, Allocation line) => app.WithDb(line.ProvinceCode, db => db.Allocations.AsNoTracking().SingleAsync(a => a.AllocationId == line.AllocationId));
}
