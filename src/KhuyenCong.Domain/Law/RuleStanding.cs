namespace KhuyenCong.Domain.Law;

/// <summary>Giá trị áp dụng của quy định: whether a rule binds on a day, and by whose word.</summary>
/// <remarks>Verified or adopted rules may block; anything else only warns.</remarks>
public sealed record RuleStanding(StandingKind Kind, RuleAdoption? By = null)
{
    public bool MayBlock => Kind is StandingKind.Verified or StandingKind.Adopted;

    /// <param name="rule">The rule as it stands in the library.</param>
    /// <param name="adoptions">Adoptions of one province; those of other rules are ignored.</param>
    /// <param name="day">The day of the dossier, not today.</param>
    public static RuleStanding Of(LegalRule rule, IEnumerable<RuleAdoption> adoptions, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!rule.Covers(day))
        {
            return new(StandingKind.NotInForce);
        }

        if (rule.Verification is Verification.VerifiedVerbatim)
        {
            return new(StandingKind.Verified);
        }

        return adoptions.Where(a => a.LegalRuleId == rule.LegalRuleId).On(day) is { } adoption
            ? new(StandingKind.Adopted, adoption)
            : new(StandingKind.Unverified);
    }
}

/// <summary>Bốn khả năng của giá trị áp dụng.</summary>
public enum StandingKind
{
    Verified,
    Adopted,
    Unverified,
    NotInForce,
}
