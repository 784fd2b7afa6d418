using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Nhắc đấu thầu: contents for which the library's rule asks for a tender where its conditions are met.</summary>
/// <remarks>Whether the conditions are met no software can tell: it reminds of a tender and never asks for one. That the way of choosing is on record is the product's own rule of record-keeping.</remarks>
public static class TenderAdvice
{
    /// <summary>The rule of the library.</summary>
    public const string RuleCode = "kcqg.tender";

    /// <summary>Clauses of Điều 4 in which such projects lie: fairs, media, clusters and their pollution.</summary>
    public static readonly IReadOnlyList<string> Contents = ["k4", "k6", "k7"];

    public static bool Asks(ContractKind kind, Regime regime, string contentCode, SelectionMethod? selection) =>
        regime is Regime.National && (kind is ContractKind.Agency or ContractKind.Supply) && Contents.Contains(contentCode) && selection is not SelectionMethod.Tender;

    /// <summary>Whether a contract with the Cục still does not say how the implementing unit was chosen: asked for whatever the content is, and told until it is recorded.</summary>
    public static bool IsStillUnsaid(ContractKind kind, SelectionMethod? selection) => kind is ContractKind.Agency && selection is null;

    /// <summary>What has to be on record before it goes to the signer: how the other party was chosen, and on what ground where that was no tender.</summary>
    public static IEnumerable<Breach> Unrecorded(ContractKind kind, Regime regime, string contentCode, ContractText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (regime is not Regime.National || !Contents.Contains(contentCode))
        {
            yield break;
        }

        // Of a supply contract the method is asked for everywhere.
        if (text.Selection is null && (kind is ContractKind.Agency or ContractKind.Assignment))
        {
            yield return new("contract.selection-missing", nameof(text.Selection));
        }

        if (text is { Selection: { } method, SelectionBasis: null } && Asks(kind, regime, contentCode, method))
        {
            yield return new("contract.selection-basis-missing", nameof(text.SelectionBasis));
        }
    }
}
