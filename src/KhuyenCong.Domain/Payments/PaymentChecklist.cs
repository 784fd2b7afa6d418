using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Payments;

/// <summary>Giấy tờ phải kèm đề nghị chi, and whether it is there.</summary>
public sealed record PaymentPaperRow(LawRow Law, RequiredPaper Paper, bool IsThere);

/// <summary>Danh mục giấy tờ của đề nghị chi theo dạng đề án.</summary>
public static class PaymentChecklist
{
    /// <summary>The stage whose papers a kind of request needs; null = none.</summary>
    public static CheckStage? StageOf(PaymentKind kind) => kind switch
    {
        PaymentKind.Advance => CheckStage.Advance,
        PaymentKind.Payment or PaymentKind.ClearAdvance => CheckStage.Settlement,
        _ => null,
    };

    /// <summary>Where the contract's own regime has no list, the national one to prepare by: it tells and never blocks.</summary>
    public static IReadOnlyList<PaymentPaperRow> Of(PaymentKind kind, Regime regime, IReadOnlyCollection<string> kindCodes, DateOnly on, IReadOnlyCollection<string> attached, NormBook book)
    {
        ArgumentNullException.ThrowIfNull(attached);
        ArgumentNullException.ThrowIfNull(book);
        if (StageOf(kind) is not { } stage)
        {
            return [];
        }

        var own = book.PapersAt(stage, regime, kindCodes, on).ToList();
        var asked = own.Count > 0 || regime is Regime.National ? own : [.. book.PapersAt(stage, Regime.National, kindCodes, on)];
        return [.. asked.DistinctBy(p => p.Paper.Code).Select(p => new PaymentPaperRow(p.Law, p.Paper, attached.Contains(p.Paper.Code)))];
    }

    /// <summary>A missing paper is told; it blocks where its list binds, and never where it is needed in some cases only.</summary>
    public static IEnumerable<PaymentFinding> Missing(IEnumerable<PaymentPaperRow> rows, Regime regime, DateOnly on) =>
        rows.Where(r => !r.IsThere).Select(r =>
        {
            var standing = r.Law.StandingOn(on);
            var binds = r.Paper.OnlyIf is null && standing.MayBlock && (r.Law.Rule.Regime is not { } own || own == regime);
            return new PaymentFinding(new("payment.paper-missing", null, r.Paper.OnlyIf is { } only ? $"{r.Paper.Name} ({only})" : r.Paper.Name), r.Law, standing, binds);
        });
}
