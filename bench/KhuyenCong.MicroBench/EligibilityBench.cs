using BenchmarkDotNet.Attributes;
using KhuyenCong.Domain.Kernel;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.MicroBench;

/// <summary>One estimate of 30 lines against 200 norms: the aim is 50 µs.</summary>
[MemoryDiagnoser]
public class EligibilityBench
{
    private const int Kinds = 40;

    private readonly NormBook book = NormBook.Of(
        Enumerable.Range(0, 200).Select(Norm),
        Enumerable.Range(0, Kinds).Select(k => SupportKind.Of(new($"kind-{k}", "k3", $"Loại {k}", "", Beneficiaries.HouseholdBusiness), k)),
        [],
        []);

    private readonly DossierFacts facts = new()
    {
        On = new(2026, 11, 22),
        Regime = Regime.National,
        ProvinceCode = "56",
        CommuneCode = "22333",
        Beneficiary = Beneficiaries.HouseholdBusiness,
        Lines = [.. Enumerable.Range(0, 30).Select(i => new EstimateLine($"{i}", $"kind-{i % Kinds}", Dong.Millions(100 + (i * 37)), Dong.Millions(40), 1, $"{i % 5}"))],
    };

    [Benchmark]
    public EligibilityAnswer CheckThirtyLines() => EligibilityCheck.Of(facts, book);

    // Five norms of each kind: national ones of three years, and two of the province.
    private static Norm Norm(int number)
    {
        var id = new Guid(number + 1, 0, 0, new byte[8]);
        var province = number / Kinds < 3 ? null : "56";
        var rule = LegalRule.From(new(id, id, new()
        {
            Code = $"norm.{number}", Kind = RuleKind.Norm, Title = $"Định mức {number}", Text = "…", TerritoryProvinceCode = province, EffectiveFrom = new(2020 + (number / Kinds), 1, 1), Verification = Verification.Secondary, BasisPoints = 5000, Amount = 300_000_000,
        }));
        var adoption = RuleAdoption.Of(new(id, "56", id, new("1/TB-SCT", new(2026, 1, 1), "A", "Giám đốc", new(2026, 1, 1)), id));
        return new(new(rule, "Văn bản minh họa", [adoption]), SpendingNorm.Of(new(id, province, new() { KindCode = $"kind-{number % Kinds}", Unit = NormUnit.Establishment })));
    }
}
