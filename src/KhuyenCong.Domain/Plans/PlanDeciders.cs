using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Plans;

/// <summary>Cấp phê duyệt theo nguồn: as data, with the rule of the library that says so.</summary>
public static class PlanDeciders
{
    private static readonly (Regime Regime, PlanDecider Decider)[] Rows =
    [
        (Regime.National, PlanDecider.Ministry),
        (Regime.Provincial, PlanDecider.ProvincialCommittee),
        (Regime.Provincial, PlanDecider.Department),
        (Regime.Commune, PlanDecider.CommuneCommittee),
    ];

    /// <summary>Rules of the library that name the decider, for whoever asks why.</summary>
    public static IReadOnlyList<string> RuleCodes(Regime regime) => regime switch
    {
        Regime.National => ["authority.plan.national", "authority.project.by-source.75"],
        Regime.Provincial => ["authority.plan.provincial", "authority.annual-plan.56", "authority.project.by-source.75"],
        _ => ["authority.programme.commune", "authority.programme.commune.75"],
    };

    public static IReadOnlyList<PlanDecider> Of(Regime regime) => [.. Rows.Where(r => r.Regime == regime).Select(r => r.Decider)];
}
