namespace KhuyenCong.Domain.Settlements;

/// <summary>Giấy tờ của quyết toán bất khả kháng: what the library's rule asks for beside the vouchers.</summary>
/// <remarks>What is missing is told; once the rule is verified or adopted it keeps the file from being sent.</remarks>
public static class ForceMajeurePapers
{
    /// <summary>The rule of the library.</summary>
    public const string RuleCode = "kcqg.force-majeure";

    /// <summary>Each paper, and what is said where it is missing.</summary>
    public static readonly IReadOnlyList<(SettlementPaperKind Kind, string Missing)> Table =
    [
        (SettlementPaperKind.Explanation, "settlement.explanation-paper-missing"),
        (SettlementPaperKind.WorkConfirmation, "settlement.confirmation-paper-missing"),
    ];

    public static IReadOnlyList<Breach> Missing(Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return settlement.Basis is not SettlementBasis.ForceMajeure ? [] : [.. Table.Where(t => settlement.Papers.All(p => p.Kind != t.Kind)).Select(t => new Breach(t.Missing))];
    }
}
