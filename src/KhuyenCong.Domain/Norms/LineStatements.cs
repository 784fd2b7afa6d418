using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>What the check says of one line: whether a norm exists, its conditions, and the support asked for against it.</summary>
internal static class LineStatements
{
    public static void Add(DossierFacts facts, NormBook book, LineAnswer answer, List<Statement> statements)
    {
        var line = answer.Line;
        if (line.Requested > line.EligibleCost)
        {
            statements.Add(new("check.over-cost", Severity.Blocks, null, null, line.Key, line.Requested!.Value, line.EligibleCost));
        }

        if (line.Approved is { } approved && line.Requested > approved)
        {
            statements.Add(new("check.over-approved", Severity.Blocks, null, null, line.Key, line.Requested!.Value, approved));
        }

        if (answer.NormsDiffer)
        {
            statements.Add(new("check.norms-differ", Severity.Asks, answer.Norm?.Law, answer.Norm?.Law.StandingOn(facts.On), line.Key, book.Kind(line.KindCode)?.Name ?? line.KindCode));
        }

        if (answer.Norm is not { } norm)
        {
            if (answer.NormsDiffer)
            {
                return;
            }

            statements.Add(new(Missing(facts, book, line), Severity.Asks, null, null, line.Key, book.Kind(line.KindCode)?.Name ?? line.KindCode, facts.Regime));
            return;
        }

        Conditions(facts, norm, line, statements);
        if (facts.HasPriority && norm.Terms.PriorityBasisPoints is { } more)
        {
            statements.Add(new("check.priority-given", Severity.Warns, norm.Law, norm.Law.StandingOn(facts.On), line.Key, more));
        }

        Figures(facts, norm, line, statements);
        Share(facts, norm, line, statements);
        if (answer.AlsoBy is { } cap)
        {
            Figures(facts, cap, line, statements);
            Share(facts, cap, line, statements);
        }

        if (norm.Law.StandingOn(facts.On) is { MayBlock: false } standing)
        {
            statements.Add(new("check.norm-unverified", Severity.Warns, norm.Law, standing, line.Key));
        }
    }

    private static string Missing(DossierFacts facts, NormBook book, EstimateLine line) =>
        book.Kind(line.KindCode) is null ? "check.kind-unknown"
        : facts.Regime is Regime.National ? "check.no-norm-national"
        : facts.Regime is Regime.Provincial ? "check.no-norm-provincial"
        : "check.no-norm-commune";

    private static void Conditions(DossierFacts facts, Norm norm, EstimateLine line, List<Statement> statements)
    {
        for (var rest = (int)norm.Terms.Conditions; rest != 0; rest &= rest - 1)
        {
            var condition = (NormConditions)(rest & -rest);
            if ((facts.Fails & condition) != 0)
            {
                statements.Add(Statement.By("check.condition-fails", norm.Law, facts.On, line.Key, condition));
            }
            else if ((facts.Holds & condition) == 0)
            {
                statements.Add(new("check.condition-unanswered", Severity.Asks, norm.Law, norm.Law.StandingOn(facts.On), line.Key, condition));
            }
        }
    }

    private static void Figures(DossierFacts facts, Norm norm, EstimateLine line, List<Statement> statements)
    {
        if (norm.IsComputable)
        {
            return;
        }

        var standing = norm.Law.StandingOn(facts.On);
        statements.Add(norm.Terms switch
        {
            { UncertainText: { } uncertain } => new("check.figure-uncertain", Severity.Asks, norm.Law, standing, line.Key, uncertain),
            { RefersTo: { } other } => new("check.figure-elsewhere", Severity.Asks, norm.Law, standing, line.Key, other),
            _ => new("check.figure-unknown", Severity.Asks, norm.Law, standing, line.Key),
        });
    }

    private static void Share(DossierFacts facts, Norm norm, EstimateLine line, List<Statement> statements)
    {
        if (norm.Share is { } share && line.Requested is { } requested && requested > line.EligibleCost.Share(share))
        {
            statements.Add(Statement.By("check.over-share", norm.Law, facts.On, line.Key, requested, line.EligibleCost.Share(share), share));
        }
    }
}
