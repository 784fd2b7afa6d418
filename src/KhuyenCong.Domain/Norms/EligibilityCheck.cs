namespace KhuyenCong.Domain.Norms;

/// <summary>Tự kiểm tra điều kiện: one engine for the applicant, the appraiser and the settlement.</summary>
/// <remarks>A rule blocks only where it is verified or adopted; arithmetic always blocks; what is not known is asked, never invented.</remarks>
public static class EligibilityCheck
{
    /// <summary>Điều kiện chung, each by the rule that sets it.</summary>
    public static readonly IReadOnlyList<(NormConditions Condition, string RuleCode)> General =
    [
        (NormConditions.FittingIndustry, "support.industry"),
        (NormConditions.OwnCapital, OwnCapitalRule),
        (NormConditions.NoOtherSupport, "support.no-double"),
    ];

    /// <summary>How many contents make a national pilot project, and of how many years it is longer.</summary>
    public const string KeyContentsRule = "kcqg.key-project.contents";

    public const string KeyYearsRule = "kcqg.key-project.years";

    public const string BeneficiariesRule = "support.beneficiaries";

    private const string OwnCapitalRule = "support.own-capital";

    public static EligibilityAnswer Of(DossierFacts facts, NormBook book)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Of([facts], book)[0];
    }

    /// <summary>The parts of one project, each judged where its goods are made; a ceiling that several parts share counts once.</summary>
    public static IReadOnlyList<EligibilityAnswer> Of(IReadOnlyList<DossierFacts> parts, NormBook book)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(book);
        var statements = parts.Select(_ => new List<Statement>()).ToArray();
        var isSound = parts.Select((facts, i) => !FiguresAreBroken(facts, statements[i])).ToArray();
        var sums = new SupportSums([.. parts.Select((facts, i) => isSound[i] ? facts : facts with { Lines = [] })], book);
        return [.. parts.Select((facts, i) => isSound[i]
            ? Answer(facts, book, sums, i, statements[i])
            : new(Verdict.NotEligible, statements[i], [.. facts.Lines.Select(l => new LineAnswer(l, null, null, null, []))], null, false))];
    }

    private static EligibilityAnswer Answer(DossierFacts facts, NormBook book, SupportSums sums, int part, List<Statement> statements)
    {
        var lines = sums.LinesOf(part);
        Beneficiary(facts, book, statements);
        KeyProject(facts, book, statements);
        Conditions(facts, book, statements);
        if (facts.CommuneCode is null && facts.Communes.Count == 0)
        {
            statements.Add(new("check.site-missing", Severity.Asks, null, null, null));
        }

        Dong? highest = null;
        var complete = true;
        foreach (var line in lines)
        {
            LineStatements.Add(facts, book, line, statements);
            complete &= line.Highest is not null;
            highest = line.Highest is { } known ? (highest ?? Dong.Zero) + known : highest;
        }

        foreach (var pool in sums.PoolsOf(part))
        {
            Pool(facts, pool, statements);
        }

        foreach (var (norm, line, requested, greatest) in sums.AcrossNorms(part))
        {
            statements.Add(new("check.ceilings-of-several-norms", Severity.Warns, norm.Law, norm.Law.StandingOn(facts.On), line, requested, greatest));
        }

        OwnCapital(facts, book, highest, statements);
        Papers(facts, book, statements);
        Deadlines(facts, book, statements);
        return new(VerdictOf(statements), statements, lines, highest, complete);
    }

    private static void Pool(DossierFacts facts, SupportSums.Pool pool, List<Statement> statements)
    {
        var law = pool.Norm.Law;
        if (pool.Source is UnitSource.Unknown)
        {
            statements.Add(new("check.establishments-unknown", Severity.Warns, law, law.StandingOn(facts.On), pool.Line, pool.Norm.Ceiling!.Value));
        }
        else if (pool.Source is UnitSource.Quantity)
        {
            statements.Add(new("check.establishments-by-quantity", Severity.Warns, law, law.StandingOn(facts.On), pool.Line, (long)pool.Units));
        }

        if (pool.IsOver)
        {
            statements.Add(Statement.By("check.over-ceiling", law, facts.On, pool.Line, pool.Requested, pool.Ceiling!.Value));
        }
    }

    private static Verdict VerdictOf(List<Statement> statements)
    {
        var verdict = Verdict.Eligible;
        foreach (var statement in statements)
        {
            if (statement.Severity is Severity.Blocks)
            {
                return Verdict.NotEligible;
            }

            verdict = statement.Severity is Severity.Asks ? Verdict.NeedsMore : verdict;
        }

        return verdict;
    }

    private static bool FiguresAreBroken(DossierFacts facts, List<Statement> statements)
    {
        if (facts.Lines.Count == 0)
        {
            statements.Add(new("check.no-line", Severity.Asks, null, null, null));
        }

        foreach (var line in facts.Lines)
        {
            if (line.EligibleCost < Dong.Zero || line.Requested < Dong.Zero || line.Approved < Dong.Zero)
            {
                statements.Add(new("check.negative", Severity.Blocks, null, null, line.Key));
            }

            if (line.Units is < 1 or > 100_000)
            {
                statements.Add(new("check.no-units", Severity.Blocks, null, null, line.Key));
            }
        }

        return statements.Exists(s => s.Severity is Severity.Blocks);
    }

    private static void Beneficiary(DossierFacts facts, NormBook book, List<Statement> statements)
    {
        if (book.Rule(BeneficiariesRule, facts.On) is not { } rule)
        {
            return;
        }

        if (facts.Beneficiary is not { } beneficiary)
        {
            // A group project may name its beneficiaries after approval.
            statements.Add(new("check.beneficiary-missing", facts.Stage is CheckStage.Settlement ? Severity.Asks : Severity.Warns, rule, rule.StandingOn(facts.On), null));
            return;
        }

        for (var i = 0; i < facts.Lines.Count; i++)
        {
            if (book.Kind(facts.Lines[i].KindCode) is { Beneficiaries: not Beneficiaries.None } kind && (kind.Beneficiaries & beneficiary) == 0)
            {
                statements.Add(Statement.By("check.beneficiary-unfit", rule, facts.On, facts.Lines[i].Key, beneficiary, kind.Name));
            }
        }
    }

    private static void KeyProject(DossierFacts facts, NormBook book, List<Statement> statements)
    {
        if (facts.KeyProject is not { } key)
        {
            return;
        }

        if (book.Rule(KeyContentsRule, facts.On) is { Rule.Quantity: { } least } contents && key.Contents.Count < least)
        {
            statements.Add(Statement.By("check.key-project-contents", contents, facts.On, null, (long)key.Contents.Count, (long)least));
        }

        if (book.Rule(KeyYearsRule, facts.On) is not { Rule.Quantity: { } years } time)
        {
            return;
        }

        if (key is not { StartsOn: { } start, EndsOn: { } end })
        {
            statements.Add(new("check.key-project-period", Severity.Asks, time, time.StandingOn(facts.On), null, (long)years));
        }
        else if (end < start.AddYears(years))
        {
            // From 01/3/2027 to 29/02/2028 is a year and no day more.
            statements.Add(Statement.By("check.key-project-short", time, facts.On, null, (long)years, start, end));
        }
    }

    private static void Conditions(DossierFacts facts, NormBook book, List<Statement> statements)
    {
        foreach (var (condition, code) in General)
        {
            if (book.Rule(code, facts.On) is not { } rule || (facts.Holds & condition) != 0)
            {
                continue;
            }

            statements.Add((facts.Fails & condition) != 0
                ? Statement.By("check.condition-fails", rule, facts.On, null, condition)
                : new("check.condition-unanswered", Severity.Asks, rule, rule.StandingOn(facts.On), null, condition));
        }
    }

    /// <summary>All of the cost is to be there or committed once the State's part is taken off: what khuyến công and others do not pay, the beneficiary proves.</summary>
    private static void OwnCapital(DossierFacts facts, NormBook book, Dong? highest, List<Statement> statements)
    {
        if (facts.OwnCapital is not { } own || book.Rule(OwnCapitalRule, facts.On) is not { } rule)
        {
            return;
        }

        var cost = Dong.Zero;
        var requested = Dong.Zero;
        var asked = false;
        foreach (var line in facts.Lines)
        {
            cost += line.EligibleCost;
            asked |= line.Requested is not null;
            requested += line.Requested ?? Dong.Zero;
        }

        if ((asked ? requested : highest) is { } support && cost - support - (facts.PaidByOthers ?? Dong.Zero) is var rest && own < rest)
        {
            statements.Add(Statement.By("check.own-capital-short", rule, facts.On, null, own, rest));
        }
    }

    private static void Papers(DossierFacts facts, NormBook book, List<Statement> statements)
    {
        if (facts.Papers is not { } held)
        {
            return;
        }

        foreach (var (law, paper) in book.PapersFor(facts))
        {
            if (!held.Contains(paper.Code))
            {
                // A paper asked for only in some cases is pointed at, not demanded.
                statements.Add(paper.OnlyIf is null
                    ? Statement.By("check.paper-missing", law, facts.On, null, paper.Name)
                    : new("check.paper-maybe", Severity.Warns, law, law.StandingOn(facts.On), null, paper.Name, paper.OnlyIf));
            }
        }
    }

    private static void Deadlines(DossierFacts facts, NormBook book, List<Statement> statements)
    {
        foreach (var step in facts.Steps)
        {
            if (book.Rule(step.RuleCode, step.On) is { } rule && rule.Rule.LastDayFor(step.PlanYear) is { } last && step.On > last)
            {
                object[] told = [step.On, last, rule.Rule.Title];
                statements.Add(step.OnlyTells ? new("check.late", Severity.Warns, rule, rule.StandingOn(step.On), null, told) : Statement.By("check.late", rule, step.On, null, told));
            }
        }
    }
}
