using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Thứ tự áp dụng giữa hai quy định: one rule of the library says that another is applied instead of a third, on a day on which all of them are in force.</summary>
/// <param name="Special">The rule that is applied; it may block, or nothing is set aside for it.</param>
/// <param name="Reading">The rule that says so.</param>
/// <param name="Standing">How far that is verified or adopted.</param>
/// <remarks>What sets aside may be nobody's word yet: then it is not certain either that the other binds, and what is not certain never blocks.</remarks>
public sealed record RulePrecedence(LawRow Special, LawRow Reading, RuleStanding Standing)
{
    /// <param name="code">The rule that might be set aside.</param>
    /// <param name="applied">Rules that the case comes under itself.</param>
    /// <param name="readings">Rules of the library on the order of rules.</param>
    /// <param name="day">Of the case.</param>
    /// <returns>Null where the rule is not set aside: a special rule that nobody verified or adopted sets no binding one free.</returns>
    public static RulePrecedence? Over(string code, IReadOnlyCollection<LawRow> applied, IEnumerable<LawRow> readings, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(applied);
        ArgumentNullException.ThrowIfNull(readings);
        return readings
            .Where(r => r.Rule.SetsAside == code && r.Rule.Prefers is not null && r.Rule.Covers(day))
            .Select(r => applied.FirstOrDefault(a => a.Rule.Code == r.Rule.Prefers && a.StandingOn(day).MayBlock) is { } special ? new RulePrecedence(special, r, r.StandingOn(day)) : null)
            .OfType<RulePrecedence>().OrderByDescending(p => p.Standing.MayBlock).FirstOrDefault();
    }
}
