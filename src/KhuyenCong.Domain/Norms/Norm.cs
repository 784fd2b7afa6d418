using System.Numerics;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>A rule of the library with its document's name and the adoptions of one province: all that says whether it may block.</summary>
public sealed record LawRow(LegalRule Rule, string Document, IReadOnlyList<RuleAdoption> Adoptions)
{
    public RuleStanding StandingOn(DateOnly day) => RuleStanding.Of(Rule, Adoptions, day);
}

/// <summary>A spending norm as the engine reads it: the rule, its terms, its part of the province.</summary>
/// <remarks>
/// Which of several norms of one kind applies: in force on the day, of the dossier's regime, holding where the goods are made; then
/// (1) one whose conditions do not fail, (2) the more local (part of a province, province, nation), (3) one written for the regime alone,
/// (4) conditions met before conditions unanswered, (5) more conditions before fewer, (6) the later in force, (7) one that may block.
/// For KCQG the national norm caps as well where a local one won.
/// </remarks>
public sealed record Norm(LawRow Law, SpendingNorm Terms, TerritoryPart? Part = null)
{
    public Guid Id => Law.Rule.LegalRuleId;

    public string KindCode => Terms.KindCode;

    public int? Share => Law.Rule.BasisPoints;

    public Dong? Ceiling => Law.Rule.Amount;

    public NormUnit Unit => Terms.Unit;

    /// <summary>Whether its figures are known well enough to compute with.</summary>
    public bool IsComputable => Terms.UncertainText is null && (Share is not null || Ceiling is not null);

    /// <summary>The ceiling of so many units; the multiplier only for whom the competent authority gives priority.</summary>
    public Dong? CeilingFor(int units, bool priority) => Ceiling is not { } one ? null
        : new Dong(checked(one.Amount * units)).Share(priority && Terms.PriorityBasisPoints is { } more ? more : 10_000);

    internal bool Applies(DossierFacts facts) =>
        (Law.Rule.Regime is not { } regime || regime == facts.Regime)
        && (Law.Rule.TerritoryProvinceCode is not { } province || province == facts.ProvinceCode)
        && (Terms.TerritoryPartCode is null || (Part is { } part && facts.CommuneCode is { } commune && part.Communes.Contains(commune) && part.Covers(facts.On)))
        && Law.Rule.Covers(facts.On);

    /// <summary>Orders applicable norms: the greater applies.</summary>
    internal (bool Possible, int Local, bool Own, bool Met, int Conditions, DateOnly From) RankFor(DossierFacts facts) => (
        (Terms.Conditions & facts.Fails) == 0,
        Terms.TerritoryPartCode is not null ? 2 : Law.Rule.TerritoryProvinceCode is not null ? 1 : 0,
        Law.Rule.Regime is not null,
        (Terms.Conditions & facts.Holds) == Terms.Conditions,
        BitOperations.PopCount((uint)Terms.Conditions),
        Law.Rule.EffectiveFrom ?? DateOnly.MinValue);

    /// <summary>Among norms of one rank: one that may block, then any one, but always the same.</summary>
    internal bool Precedes(Norm other, DateOnly day) => (Law.StandingOn(day).MayBlock, Id).CompareTo((other.Law.StandingOn(day).MayBlock, other.Id)) > 0;
}
