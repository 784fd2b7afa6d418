using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Nhắc đấu thầu: contents for which the library's rule asks for a tender where its conditions are met.</summary>
/// <remarks>Whether the conditions are met no software can tell: it reminds and never blocks.</remarks>
public static class TenderAdvice
{
    /// <summary>The rule of the library.</summary>
    public const string RuleCode = "kcqg.tender";

    /// <summary>Clauses of Điều 4 in which such projects lie: fairs, media, clusters and their pollution.</summary>
    public static readonly IReadOnlyList<string> Contents = ["k4", "k6", "k7"];

    public static bool Asks(ContractKind kind, Regime regime, string contentCode, SelectionMethod? selection) =>
        regime is Regime.National && (kind is ContractKind.Agency or ContractKind.Supply) && Contents.Contains(contentCode) && selection is not SelectionMethod.Tender;
}
