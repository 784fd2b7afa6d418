using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Contracts;

/// <summary>Units under the Ministry are assigned, others have a contract: the rule's standing says whether that blocks.</summary>
public sealed class AssignmentRuleTests
{
    [Theory]
    [InlineData(ContractKind.Assignment, Regime.National, OrganisationKind.MinistryUnit, false)]
    [InlineData(ContractKind.Assignment, Regime.National, OrganisationKind.PromotionCentre, true)]
    [InlineData(ContractKind.Agency, Regime.National, OrganisationKind.MinistryUnit, true)]
    [InlineData(ContractKind.Agency, Regime.National, OrganisationKind.PromotionCentre, false)]
    [InlineData(ContractKind.Assignment, Regime.Provincial, OrganisationKind.PromotionCentre, false)]
    [InlineData(ContractKind.Assignment, Regime.National, null, false)]
    public void TheWay_IsTheRulesForTheUnit(ContractKind kind, Regime regime, OrganisationKind? unit, bool contradicts) =>
        AssignmentRule.Contradicts(kind, regime, unit).ShouldBe(contradicts);

    [Theory]
    [InlineData(OrganisationKind.PromotionCentre, null, null)]
    [InlineData(OrganisationKind.PromotionCentre, StandingKind.Unverified, null)]
    [InlineData(OrganisationKind.PromotionCentre, StandingKind.NotInForce, null)]
    [InlineData(OrganisationKind.PromotionCentre, StandingKind.Adopted, "contract.assignment-unit")]
    [InlineData(OrganisationKind.PromotionCentre, StandingKind.Verified, "contract.assignment-unit")]
    [InlineData(OrganisationKind.MinistryUnit, StandingKind.Verified, null)]
    public void ItRefuses_OnceTheRuleBinds(OrganisationKind unit, StandingKind? standing, string? code)
    {
        var ground = Given.Ground(Regime.National) with { PartyB = new(Given.Id(), "Đơn vị (dữ liệu minh họa)", unit, null), AssignmentStanding = standing is { } kind ? new(kind) : null };
        ContractWriting.Shape(ContractKind.Assignment, Given.Text(ground), ground).Select(b => b.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void TheLibrary_HasTheRule() =>
        ProgrammeJson.Read<RuleText[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "law", "rules.json"))).Select(r => r.Code).ShouldContain(AssignmentRule.RuleCode);
}
