using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Bảng các bên ký theo loại hợp đồng và chế độ: as data; who signs for local projects is the province's choice between its bodies.</summary>
public static class ContractParties
{
    private static readonly (ContractKind Kind, Regime Regime, bool IsPart, OrganisationKind[] PartyA)[] Rows =
    [
        (ContractKind.Agency, Regime.National, false, [OrganisationKind.Agency]),
        (ContractKind.Assignment, Regime.National, false, [OrganisationKind.Agency, OrganisationKind.Ministry]),
        (ContractKind.Assignment, Regime.Provincial, false, [OrganisationKind.Department, OrganisationKind.ProvincialCommittee]),
        (ContractKind.Assignment, Regime.Commune, false, [OrganisationKind.CommuneOffice]),
        (ContractKind.Support, Regime.National, true, []),
        (ContractKind.Support, Regime.Provincial, false, [OrganisationKind.Department, OrganisationKind.PromotionCentre]),
        (ContractKind.Support, Regime.Provincial, true, []),
        (ContractKind.Support, Regime.Commune, false, [OrganisationKind.CommuneOffice]),
        (ContractKind.Supply, Regime.National, true, []),
        (ContractKind.Supply, Regime.Provincial, true, []),
        (ContractKind.Supply, Regime.Provincial, false, [OrganisationKind.Department, OrganisationKind.PromotionCentre]),
        (ContractKind.Supply, Regime.Commune, true, []),
        (ContractKind.Supply, Regime.Commune, false, [OrganisationKind.CommuneOffice]),
    ];

    /// <summary>The kinds that a project may have, bound to the plan's money or as a part of another contract.</summary>
    public static IEnumerable<(ContractKind Kind, bool IsPart)> KindsFor(Regime regime, ProjectNature nature) =>
        Rows.Where(r => r.Regime == regime && Fits(r.Kind, r.IsPart, nature)).Select(r => (r.Kind, r.IsPart));

    /// <summary>Bodies that may be the first party; a part's first party is the second of its parent.</summary>
    public static IReadOnlyList<OrganisationKind> PartyA(ContractKind kind, Regime regime, bool isPart) =>
        [.. Rows.Where(r => r.Kind == kind && r.Regime == regime && r.IsPart == isPart).SelectMany(r => r.PartyA).Distinct()];

    /// <summary>The same where the province has said which of its bodies signs.</summary>
    public static IReadOnlyList<OrganisationKind> PartyA(ContractKind kind, Regime regime, OrganisationKind? local) =>
        kind is ContractKind.Support && regime is Regime.Provincial && local is { } only ? [only] : PartyA(kind, regime, false);

    /// <summary>Support has somebody who is supported; a supplier is paid directly only for the agency's own work.</summary>
    private static bool Fits(ContractKind kind, bool isPart, ProjectNature nature) => kind switch
    {
        ContractKind.Support => nature is ProjectNature.Grant,
        ContractKind.Supply => isPart || nature is ProjectNature.AgencyTask,
        _ => true,
    };
}
