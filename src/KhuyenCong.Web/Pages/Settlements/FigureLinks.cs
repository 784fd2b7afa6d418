using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.Access;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Where the figures of a settlement that are the ledger's lead. A file that is approved keeps what it said: once the ledger says otherwise, its number leads nowhere.</summary>
public sealed record FigureLinks(EntryLinks Links, Guid ContractId, SettlementFacts Facts)
{
    public string? To(LedgerNumber number, SettlementFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.AllocationId is { } line && Shown(number, figure) == Held(number, Facts.Held.Where(h => h.Source == figure.Source))
            ? Links.To(number, new() { ContractId = ContractId, Source = figure.Source }, [line])
            : null;
    }

    /// <summary>Of all sources together.</summary>
    public string? To(LedgerNumber number, IReadOnlyList<SettlementFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Select(f => Shown(number, f)).Sum() == Held(number, Facts.Held)
            ? Links.To(number, new() { ContractId = ContractId }, figures.Select(f => f.AllocationId).OfType<Guid>())
            : null;
    }

    private static Dong Shown(LedgerNumber number, SettlementFigure figure) => number is LedgerNumber.Advanced ? figure.Advanced : figure.Paid;

    private static Dong Held(LedgerNumber number, IEnumerable<SourceHeld> held) => held.Select(h => number is LedgerNumber.Advanced ? h.Advanced : h.Paid).Sum();
}
