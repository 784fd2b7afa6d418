using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Projects;

/// <summary>Cơ cấu nguồn kinh phí: an amount for each <see cref="FundingSource"/>; blank is not zero.</summary>
public sealed record FundingSplit(
    Dong? National = null,
    Dong? Provincial = null,
    Dong? Commune = null,
    Dong? Counterpart = null,
    Dong? Integrated = null,
    Dong? Sponsorship = null,
    Dong? Other = null)
{
    public static readonly FundingSplit None = new();

    public Dong? this[FundingSource source] =>
        source == FundingSource.National ? National
        : source == FundingSource.Provincial ? Provincial
        : source == FundingSource.Commune ? Commune
        : source == FundingSource.Counterpart ? Counterpart
        : source == FundingSource.Integrated ? Integrated
        : source == FundingSource.Sponsorship ? Sponsorship
        : Other;

    public IEnumerable<Dong?> Amounts => [National, Provincial, Commune, Counterpart, Integrated, Sponsorship, Other];

    public Dong Total => Amounts.SumKnown() ?? Dong.Zero;

    /// <summary>What khuyến công money is asked for.</summary>
    public Dong Support => new[] { National, Provincial, Commune }.SumKnown() ?? Dong.Zero;

    /// <summary>Whether somebody other than the beneficiary pays any of it.</summary>
    public bool IsSupported => Total - (Counterpart ?? Dong.Zero) > Dong.Zero;

    public static FundingSplit Of(Func<FundingSource, Dong?> amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return new(
            amount(FundingSource.National), amount(FundingSource.Provincial), amount(FundingSource.Commune), amount(FundingSource.Counterpart),
            amount(FundingSource.Integrated), amount(FundingSource.Sponsorship), amount(FundingSource.Other));
    }

    public FundingSplit Plus(FundingSplit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(s => new[] { this[s], other[s] }.SumKnown());
    }
}
