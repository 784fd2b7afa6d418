using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Tests.Appraisals;
using KhuyenCong.Web.Tests.Establishments;
using KhuyenCong.Web.Tests.Plans;
using KhuyenCong.Web.Tests.Projects;
using KhuyenCong.Web.Tests.Results;

namespace KhuyenCong.Web.Tests.Acceptances;

/// <summary>A key project that is supported over years: each year's plan approves its share, and each year's contract is accepted for itself.</summary>
public sealed class YearlySupportTests(App app)
{
    private const long First = 120_000_000;
    private const long Second = 80_000_000;

    [Fact]
    public async Task TheSecondYearsShare_IsDue_WhateverTheFirstWasFoundDue()
    {
        var (year, target) = (GivenPlans.TwoYears(), await app.Target(await app.AProgramme(), "T-2"));
        var text = GivenProjects.Text(await app.AnEstablishment(commune: GivenEstablishments.CamLam), ProjectKind.NationalKey);
        var project = await app.AProject(text with
        {
            Year = year,
            StartsOn = new(year, 3, 1),
            EndsOn = new(year + 1, 9, 1),
            ProgrammeId = target.ProgrammeId,
            TargetId = target.TargetId,
            Lines = [new(GivenPlans.Id(), "Máy ép dầu", "machines", null, "máy", 1, new(400_000_000), new(National: new(First + Second), Counterpart: new(200_000_000)))],
            Dossier = text.Dossier with { Schedule = [new(year, new(First)), new(year + 1, new(Second))] },
        }, ProjectState.Appraised);
        using var leader = await app.ASomebody(Role.DepartmentLeader);
        var due = new List<Dong>();
        foreach (var (of, share) in new[] { (year, First), (year + 1, Second) })
        {
            var line = await app.AnAllocation(of, share, FundingSource.National.Code);
            var batch = await app.ABatch(await app.APlan(of, Regime.National), BatchState.SentToAgency, await GivenProjects.Again(app, project.ProjectId));
            await (await leader.Take(batch, BatchAction.Approve, GivenPlans.Decision(PlanDecider.Ministry))).ShouldGoOn();
            var contract = await AContract(batch, line, share);
            var id = await app.ASubmitted(project, contract);
            await (await leader.Moves(id, AcceptanceAction.Conclude)).ShouldGoOn();
            due.Add((await app.WithDb(App.KhanhHoa, db => db.SupportDueAsync(contract.ContractId))).GetValueOrDefault(FundingSource.National.Code));
        }

        due.ShouldBe([new(First), new(Second)]);
    }

    private async Task<Contract> AContract(ApprovalBatch batch, Allocation line, long amount)
    {
        var department = await app.ADepartment();
        return await app.WithDb(App.KhanhHoa, async db =>
        {
            var (id, item, code) = (GivenPlans.Id(), batch.Items[0], FundingSource.National.Code);
            var contract = Contract.From(new(
                id, App.KhanhHoa, item.ProjectId, item.PlanItemId, null, ContractKind.Support, Regime.National, batch.TerritoryCode, batch.Year,
                new() { Number = $"HD-{id.ToString("N")[16..]}", Content = "Hỗ trợ máy móc (dữ liệu minh họa)", PartyAId = department, PartyA = "Sở Công Thương", PartyB = "Cơ sở minh họa", Amounts = [new(code, new(amount))] },
                new Dictionary<string, Guid> { [code] = GivenPlans.Id() }, GivenPlans.Id(), new(2026, 1, 10), TimeProvider.System.UtcNow));
            contract.Apply(new ContractMoved(id, GivenPlans.Id(), new(ContractAction.Sign, SignedOn: new(2026, 1, 15)), ContractState.Signed, GivenPlans.Id(), new(2026, 1, 15), TimeProvider.System.UtcNow)
            {
                Draws = new Dictionary<string, Guid> { [code] = line.AllocationId },
            });
            db.Contracts.Add(contract);
            db.Because("contract.drafted", "test");
            await db.SaveChangesAsync();
            return contract;
        });
    }
}
