using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Tests.Norms;

namespace KhuyenCong.Domain.Tests.Payments;

/// <summary>Which papers a request brings, by its kind and the kind of project; and what one that is missing does.</summary>
public sealed class PaymentChecklistTests
{
    [Theory]
    [InlineData(PaymentKind.Advance, "machines", "adv-work-1")]
    [InlineData(PaymentKind.Advance, "cluster-infrastructure", "adv-cluster-1 adv-cluster-2 adv-cluster-3 adv-cluster-4")]
    [InlineData(PaymentKind.Advance, "new-enterprise", "adv-new-1 adv-new-2 adv-new-3")]
    [InlineData(PaymentKind.Advance, "vocational-training", "adv-d01-1")]
    [InlineData(PaymentKind.Payment, "machines", "chung-1 chung-2 chung-3 d04-1 d05-1")]
    [InlineData(PaymentKind.Payment, "cluster-infrastructure", "chung-1 chung-2 chung-3 d14-1 d14-2 d14-3")]
    [InlineData(PaymentKind.ClearAdvance, "vocational-training", "chung-1 chung-2 chung-3 d01-1 d01-2 d01-3 d01-4")]
    [InlineData(PaymentKind.RecoverAdvance, "machines", "")]
    [InlineData(PaymentKind.RecoverPaid, "machines", "")]
    public void EachKind_HasItsList(PaymentKind kind, string support, string papers) =>
        PaymentChecklist.Of(kind, Regime.National, [support], Books.Day, [], Shipped()).Select(r => r.Paper.Code).Order(StringComparer.Ordinal).ShouldBe(papers.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Of a regime that has no list the national one is offered, and asks for nothing.</summary>
    [Theory]
    [InlineData(Verification.VerifiedVerbatim, Regime.National, true)]
    [InlineData(Verification.Codified, Regime.National, false)]
    [InlineData(Verification.VerifiedVerbatim, Regime.Provincial, false)]
    [InlineData(Verification.VerifiedVerbatim, Regime.Commune, false)]
    public void WhatIsMissing_IsTold_AndBlocksOnlyWhereItsListBinds(Verification verification, Regime regime, bool binds)
    {
        var list = Books.Row("papers.x", verification, new() { Regime = Regime.National });
        RequiredPaper Paper(string code, string? onlyIf = null) => RequiredPaper.Of(Books.Id(), list.Rule.LegalRuleId, null, null, CheckStage.Settlement, new(code, code, onlyIf), 0);
        var rows = PaymentChecklist.Of(PaymentKind.Payment, regime, [Books.Kind], Books.Day, ["a"], Books.With([list], [Paper("a"), Paper("b"), Paper("c", "nếu có")]));
        rows.Where(r => r.IsThere).Select(r => r.Paper.Code).ShouldBe(["a"]);
        PaymentChecklist.Missing(rows, regime, Books.Day).Select(f => $"{f.Breach.Code} {f.Breach.Arguments[0]} {f.Binds}")
            .ShouldBe([$"payment.paper-missing b {binds}", "payment.paper-missing c (nếu có) False"], ignoreOrder: true);
    }

    private static NormBook Shipped()
    {
        var file = ProgrammeJson.Read<NormFile>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "law", "norms.json")));
        var lists = file.Papers.Select(p => (Law: Books.Row(p.Rule.Code, Verification.Codified, p.Rule), List: p)).ToList();
        return NormBook.Of(
            [],
            file.Kinds.Select(SupportKind.Of),
            lists.Select(l => l.Law),
            lists.SelectMany(l => l.List.Papers.Select((p, i) => RequiredPaper.Of(Books.Id(), l.Law.Rule.LegalRuleId, null, l.List.Checklist, l.List.Stage, p, i, l.List.Kind))));
    }
}
