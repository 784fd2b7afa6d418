using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Payments;

/// <summary>Mức tạm ứng do tỉnh quy định, as it applies to one request.</summary>
/// <param name="Law">The province's rule, with its share.</param>
/// <param name="IsCertain">Above it is certainly too much, whatever part of the contract the money is for.</param>
public sealed record OwnShare(LawRow Law, bool IsCertain);

/// <summary>Chọn mức tạm ứng của tỉnh: the share for the kind of support, else for the content, else the general one.</summary>
/// <remarks>A nearer share that nobody verified or adopted yet is told, and does not set free what a farther one binds.</remarks>
public static class OwnShares
{
    /// <param name="provinceCode">Whose rules.</param>
    /// <param name="kindCodes">Kinds of support of the project's lines.</param>
    /// <param name="contentCode">The project's clause of Điều 4.</param>
    /// <param name="on">The request's day.</param>
    /// <param name="rule">The row of the library in force on a day, by code.</param>
    public static IReadOnlyList<OwnShare> Of(string provinceCode, IReadOnlyCollection<string> kindCodes, string contentCode, DateOnly on, Func<string, DateOnly, LawRow?> rule)
    {
        ArgumentNullException.ThrowIfNull(kindCodes);
        ArgumentNullException.ThrowIfNull(rule);
        List<string?> wide = [contentCode, null];
        List<List<string?>> wanted = kindCodes.Count == 0 ? [wide] : [.. kindCodes.Select(k => (List<string?>)[k, .. wide])];
        var chains = wanted.Select(codes => codes.Select(c => rule(LocalRegulations.CodeOf(provinceCode, LocalSubject.Advance, c), on)).OfType<LawRow>().Where(l => l.Rule.BasisPoints is not null).ToList()).ToList();
        var binding = chains.Select(c => c.Find(l => l.StandingOn(on).MayBlock)).ToList();

        // Of several kinds no more than the highest share is certain to be too much; of one that nothing binds nothing is.
        var highest = binding.TrueForAll(b => b is not null) ? binding.Max(b => b!.Rule.BasisPoints) : null;
        return [.. chains.Select(c => c is [var nearest, ..] ? nearest : null).Concat(binding).OfType<LawRow>().DistinctBy(l => l.Rule.LegalRuleId).Select(l => new OwnShare(l, l.Rule.BasisPoints == highest))];
    }
}
