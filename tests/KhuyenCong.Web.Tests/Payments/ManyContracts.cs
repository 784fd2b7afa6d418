using KhuyenCong.Domain.Contracts;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.Payments;

/// <summary>More contracts than a page of a list shows (dữ liệu minh họa).</summary>
internal static class ManyContracts
{
    /// <summary>The fewest rows that a page may be asked to show.</summary>
    public const int PageSize = 25;

    /// <summary>Signed contracts of the same year beside one, for 1, 2, 3… đồng.</summary>
    public static Task<IReadOnlyList<Contract>> SignedBeside(this App app, Contract of, int count, string content = "Hỗ trợ máy móc (dữ liệu minh họa)") => app.WithDb<IReadOnlyList<Contract>>(App.KhanhHoa, async db =>
    {
        var today = TimeProvider.System.Today;
        var made = new List<Contract>();
        for (var number = 1; number <= count; number++)
        {
            var contract = Contract.From(new(
                GivenPlans.Id(), of.ProvinceCode, of.ProjectId, of.PlanItemId, null, of.Kind, of.Regime, of.TerritoryCode, of.Year,
                new() { Number = $"{GivenPlans.Id():N}", Content = content, PartyAId = of.PartyAId, PartyA = of.PartyA, PartyB = "Cơ sở minh họa", Amounts = [new("KCDP", new(number))] },
                new Dictionary<string, Guid> { ["KCDP"] = GivenPlans.Id() }, GivenPlans.Id(), today, TimeProvider.System.UtcNow));
            contract.Apply(new ContractMoved(contract.ContractId, GivenPlans.Id(), new(ContractAction.Sign, null, today), ContractState.Signed, GivenPlans.Id(), today, TimeProvider.System.UtcNow));
            made.Add(contract);
        }

        db.Contracts.AddRange(made);
        db.Because("contract.signed", "test");
        await db.SaveChangesAsync();
        return made;
    });
}
