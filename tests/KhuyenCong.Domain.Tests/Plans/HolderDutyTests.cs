using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Treasury;
using TreasuryGiven = KhuyenCong.Domain.Tests.Treasury.Given;

namespace KhuyenCong.Domain.Tests.Plans;

public sealed class HolderDutyTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly Guid Department = Given.Id();
    private static readonly Guid Centre = Given.Id();
    private static readonly Guid Branch = Given.Id();
    private static readonly Guid Other = Given.Id();

    /// <summary>Who works × whose line; the branch belongs to the centre, the centre to the Sở.</summary>
    [Theory]
    [InlineData(OrganisationKind.Department, "Department Centre Branch Other")]
    [InlineData(OrganisationKind.FinanceDepartment, "Department Centre Branch Other")]
    [InlineData(OrganisationKind.OtherDepartment, "Department Centre Branch Other")]
    [InlineData(OrganisationKind.ProvincialCommittee, "Department Centre Branch Other")]
    [InlineData(OrganisationKind.ProvincialOffice, "Department Centre Branch Other")]
    [InlineData(OrganisationKind.CommuneOffice, "Department Centre Branch Other")]
    [InlineData(OrganisationKind.PromotionCentre, "Centre Branch")]
    [InlineData(OrganisationKind.CentreBranch, "Branch")]
    [InlineData(OrganisationKind.Supplier, "")]
    [InlineData(OrganisationKind.Association, "")]
    public void WhoWorks_OnWhoseLines(OrganisationKind kind, string whose)
    {
        var mover = Mover(kind);
        (string Name, Guid Holder)[] lines = [("Department", Department), ("Centre", Centre), ("Branch", Branch), ("Other", Other)];
        lines.Where(l => HolderDuty.Against(mover, [l.Holder]) is null).Select(l => l.Name).ShouldBe(whose.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void OneLineOfAnother_IsEnoughToRefuse_AndAContractThatTheCentreMakes_IsItsOwn()
    {
        var mover = Mover(OrganisationKind.PromotionCentre);
        HolderDuty.Against(mover, [Centre, Department])?.Code.ShouldBe("plan.other-holder");
        HolderDuty.Against(mover, [Centre, Department]).ShouldNotBeNull();
        HolderDuty.Against(mover, [Department], Centre).ShouldBeNull();
        HolderDuty.Against(mover, [Department], Other).ShouldNotBeNull();
        HolderDuty.Against(mover, [Department], null).ShouldNotBeNull();
        HolderDuty.Against(mover, [Centre], Other).ShouldBeNull();
    }

    [Fact]
    public void ABodyThatWasBelow_IsSoNoLonger_AndACircleEnds()
    {
        var left = new OrganisationTree([Below(Branch, Centre, Day.AddDays(-1))], Day);
        HolderDuty.BodiesOf(OrganisationKind.PromotionCentre, Centre, left).ShouldNotBeNull().SetEquals([Centre]).ShouldBeTrue();
        var circle = new OrganisationTree([Below(Branch, Centre), Below(Centre, Branch)], Day);
        HolderDuty.BodiesOf(OrganisationKind.PromotionCentre, Centre, circle).ShouldNotBeNull().SetEquals([Centre, Branch]).ShouldBeTrue();
    }

    [Fact]
    public void AStatement_IsOfOnesOwnBody()
    {
        var centre = TreasuryGiven.Mover(Role.CentreAccountant) with { Bodies = new HashSet<Guid> { Centre } };
        TreasuryGiven.Import([TreasuryGiven.Row()], TreasuryGiven.Head() with { HolderId = Centre }, mover: centre).Breaches.ShouldBeEmpty();
        TreasuryGiven.Import([TreasuryGiven.Row()], mover: centre).Breaches.Select(b => b.Code).ShouldBe(["plan.other-holder"]);

        var (statement, line) = TreasuryGiven.OneLine();
        Reconciling.Explain(statement, line, default, "Lý do", centre, TimeProvider.System).Breaches.Select(b => b.Code).ShouldContain("plan.other-holder");
        StatementImport.Withdraw(statement, 0, false, "Nhập nhầm", centre, TimeProvider.System).Breaches.Select(b => b.Code).ShouldBe(["plan.other-holder"]);
    }

    private static PlanMover Mover(OrganisationKind kind)
    {
        var own = kind switch
        {
            OrganisationKind.Department => Department,
            OrganisationKind.PromotionCentre => Centre,
            OrganisationKind.CentreBranch => Branch,
            _ => Given.Id(),
        };
        var tree = new OrganisationTree([Below(Branch, Centre), Below(Centre, Department)], Day);
        return Given.Mover(Role.CentreOfficer) with { Bodies = HolderDuty.BodiesOf(kind, own, tree) };
    }

    private static OrganisationRelation Below(Guid body, Guid above, DateOnly? to = null) =>
        OrganisationRelation.Of(new(Given.Id(), OrganisationRelationKind.Parent, body, above, null, null, to));
}
