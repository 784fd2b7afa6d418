using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Tests.Norms;

/// <summary>Invented norms and facts that the tests of the check start from.</summary>
internal static class Books
{
    public const string Kind = "machines";
    public static readonly DateOnly Day = new(2026, 11, 22);

    public static readonly SupportKindText Machines = new(Kind, "k3", "Máy móc", "Mua máy", Beneficiaries.SmallEnterprise | Beneficiaries.HouseholdBusiness, "D05");

    private static int made;

    public static Guid Id() => new(Interlocked.Increment(ref made), 0, 0, new byte[8]);

    public static Norm Norm(
        int? share = 5000,
        long? ceiling = 300_000_000,
        NormUnit unit = NormUnit.Establishment,
        Regime? regime = Regime.National,
        string? province = null,
        TerritoryPart? part = null,
        DateOnly? from = null,
        DateOnly? to = null,
        Verification verification = Verification.VerifiedVerbatim,
        NormConditions conditions = NormConditions.None,
        int? priority = null,
        string kind = Kind,
        string? uncertain = null,
        string? refers = null)
    {
        var id = Id();
        var rule = LegalRule.From(new(id, Id(), new()
        {
            Code = $"norm.{id}",
            Kind = RuleKind.Norm,
            Title = "Định mức",
            Text = "…",
            Regime = regime,
            TerritoryProvinceCode = province,
            EffectiveFrom = from,
            EffectiveTo = to,
            Verification = verification,
            BasisPoints = share,
            Amount = ceiling,
        }));
        return new(new(rule, "Văn bản minh họa", []), SpendingNorm.Of(new(id, province, new() { KindCode = kind, Unit = unit, Conditions = conditions, PriorityBasisPoints = priority, TerritoryPartCode = part?.Code, UncertainText = uncertain, RefersTo = refers })), part);
    }

    public static LawRow Row(string code, Verification verification = Verification.VerifiedVerbatim, RuleText? text = null)
    {
        var id = Id();
        return new(LegalRule.From(new(id, Id(), (text ?? new()) with { Code = code, Title = code, Verification = verification })), "Văn bản minh họa", []);
    }

    public static TerritoryPart NinhThuan(DateOnly? from = null) => TerritoryPart.Of(Id(), new("56", "ninh-thuan", "Ninh Thuận cũ", ["22738", "22909"], from));

    public static NormBook Of(params Norm[] norms) => NormBook.Of(norms, [SupportKind.Of(Machines, 0)], [], []);

    public static NormBook With(IEnumerable<LawRow> rules, IEnumerable<RequiredPaper>? papers = null, params Norm[] norms) => NormBook.Of(norms, [SupportKind.Of(Machines, 0)], rules, papers ?? []);

    public static EstimateLine Line(long cost, long? requested = null, int units = 1, string? of = null, string key = "1", long? approved = null, string kind = Kind) =>
        new(key, kind, new(cost), requested is { } r ? new Dong(r) : null, units, of, approved is { } a ? new Dong(a) : null);

    public static DossierFacts Facts(params EstimateLine[] lines) => new()
    {
        On = Day,
        Regime = Regime.National,
        ProvinceCode = "56",
        CommuneCode = "22333",
        Beneficiary = Beneficiaries.HouseholdBusiness,
        Lines = lines,
    };

    public static IEnumerable<string> Codes(this EligibilityAnswer answer) => answer.Statements.Select(s => s.Code);
}
