using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Giao nhiệm vụ hay ký hợp đồng: from national money a unit under the Ministry is assigned its task, any other unit has a contract with the Cục.</summary>
/// <remarks>The library's rule says so; it refuses once it is verified or adopted, before that it only warns.</remarks>
public static class AssignmentRule
{
    /// <summary>The rule of the library.</summary>
    public const string RuleCode = "kcqg.assignment";

    /// <summary>Whether the way chosen is not the rule's for such a unit.</summary>
    public static bool Contradicts(ContractKind kind, Regime regime, OrganisationKind? unit) =>
        regime is Regime.National && unit is { } known && kind switch
        {
            ContractKind.Assignment => known is not OrganisationKind.MinistryUnit,
            ContractKind.Agency => known is OrganisationKind.MinistryUnit,
            _ => false,
        };
}
