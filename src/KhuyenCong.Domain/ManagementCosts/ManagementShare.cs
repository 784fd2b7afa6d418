using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Một phần căn cứ tính tỷ lệ: the whole money of the year, or one project of it with what it answered.</summary>
public sealed record ManagementBase(Dong Amount, string? CommuneCode = null, NormConditions Holds = NormConditions.None, NormConditions Fails = NormConditions.None);

/// <summary>Tỷ lệ chi quản lý so với định mức: what is planned, of how much, and how much the norm gives.</summary>
/// <param name="Base">The money that the share is of.</param>
/// <param name="Planned">All estimates of the same allotment and party together.</param>
/// <param name="Limit">Null where no norm is known.</param>
/// <param name="Law">The norm, or the greatest of several.</param>
/// <param name="Finding">What it finds; null where it is kept or unknown.</param>
public sealed record ManagementShare(Dong Base, Dong Planned, Dong? Limit, LawRow? Law, PaymentFinding? Finding)
{
    /// <summary>The support kinds under which the library keeps these norms.</summary>
    public static string KindOf(ManagementParty party) => party is ManagementParty.Agency ? "management-body" : "management-unit";

    /// <summary>Whose regime the money of a line is.</summary>
    public static Regime RegimeOf(string? communeCode, string source) =>
        communeCode is not null || source == FundingSource.Commune.Code ? Regime.Commune : source == FundingSource.National.Code ? Regime.National : Regime.Provincial;

    /// <summary>Basis points of the base; null where there is none.</summary>
    public int? BasisPoints => Base > Dong.Zero ? (int)Math.Min(int.MaxValue, (decimal)Planned.Amount * 10_000 / Base.Amount) : null;

    /// <summary>The norm of the line's own regime; where it has none the national one is told and binds nobody.</summary>
    /// <param name="party">Whose share.</param>
    /// <param name="regime">Of the line.</param>
    /// <param name="provinceCode">Of the line.</param>
    /// <param name="parts">What the share is of.</param>
    /// <param name="planned">All estimates together.</param>
    /// <param name="book">The norms as the province stands to them.</param>
    /// <param name="on">The day whose law applies.</param>
    public static ManagementShare Of(ManagementParty party, Regime regime, string provinceCode, IReadOnlyList<ManagementBase> parts, Dong planned, NormBook book, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(book);
        var whole = parts.Select(p => p.Amount).Sum();
        var (limit, binds, law) = (Dong.Zero, true, (LawRow?)null);
        foreach (var part in parts.DefaultIfEmpty(new(Dong.Zero)))
        {
            var facts = new DossierFacts { On = on, Regime = regime, ProvinceCode = provinceCode, CommuneCode = part.CommuneCode, Holds = part.Holds, Fails = part.Fails, Lines = [] };
            var own = book.For(facts, KindOf(party));
            if ((own ?? book.For(facts with { Regime = Regime.National }, KindOf(party))) is not { IsComputable: true, Share: { } share } norm)
            {
                return new(whole, planned, null, null, null);
            }

            limit += part.Amount.Share(share);
            binds &= own is not null && norm.Law.StandingOn(on).MayBlock;
            law = law is null || (law.Rule.BasisPoints ?? 0) < share ? norm.Law : law;
        }

        return new(whole, planned, limit, law, planned <= limit ? null
            : new(new("management.above-norm", null, planned, limit, planned - limit, whole), law!, law!.StandingOn(on), binds));
    }
}
