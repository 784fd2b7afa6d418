using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Mức hỗ trợ được thanh toán: min(share × eligible cost, ceiling, approved, contracted, the part of the establishment), less what other records entitle to; never rounded up.</summary>
/// <remarks>
/// A line's share and ceiling are those of the norms that bind, by the one engine of norms; where none binds, the approved share of its own estimate applies.
/// Eligible cost is all of the cost, the counterpart's part included: support of one half means twice its sum proven.
/// </remarks>
public static class SupportDue
{
    private static readonly FundingSource[] Sources = [FundingSource.National, FundingSource.Provincial, FundingSource.Commune];

    public static DueAnswer Of(Acceptance acceptance, DueBasis basis)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        ArgumentNullException.ThrowIfNull(basis);
        if (!acceptance.GivesSupport)
        {
            return DueAnswer.None with { EligibleCost = acceptance.EligibleCost };
        }

        var steps = new List<DueStep>();
        var byLine = new Dictionary<Guid, Dictionary<string, Dong>>();
        var answers = AnswersOf(acceptance, basis);
        foreach (var line in acceptance.Lines.OrderBy(l => l.Order))
        {
            if (basis.Project.Lines.FirstOrDefault(l => l.ProjectEstimateLineId == line.EstimateLineId) is not { } estimate)
            {
                continue;
            }

            var approved = ApprovedOf(estimate, basis);
            var total = approved.Values.Sum();
            byLine[line.EstimateLineId] = total == Dong.Zero ? [] : Split(LineDue(line, estimate, total, answers.GetValueOrDefault(line.EstimateLineId), basis, steps), approved);
        }

        var bySource = Limited(Sources.ToDictionary(s => s.Code, s => byLine.Values.Select(l => l.GetValueOrDefault(s.Code)).Sum()), basis, steps);
        return new(acceptance.EligibleCost, Borne(byLine, bySource), bySource, steps);
    }

    /// <summary>What each line is given in the end: where a source has less left than its lines came to, all bear it, so that what is not given stays open to a later record.</summary>
    private static Dictionary<Guid, Dong> Borne(Dictionary<Guid, Dictionary<string, Dong>> byLine, Dictionary<string, Dong> bySource)
    {
        var borne = byLine.Keys.ToDictionary(l => l, _ => Dong.Zero);
        foreach (var (source, due) in bySource)
        {
            var parts = byLine.Where(l => l.Value.GetValueOrDefault(source) > Dong.Zero).ToDictionary(l => l.Key, l => l.Value[source]);
            foreach (var (line, part) in Split(due, parts))
            {
                borne[line] += part;
            }
        }

        return borne;
    }

    /// <summary>What a concluded record gives of each line. The lines of one concluded before they bore the limits of sources say more than it gives: they take no more than that.</summary>
    internal static Dictionary<Guid, Dong> GivenBy(Acceptance record)
    {
        var told = record.Lines.Where(l => l.Due > Dong.Zero).ToDictionary(l => l.EstimateLineId, l => l.Due ?? Dong.Zero);
        return Split(record.Due.AtMost(told.Values.Sum()), told);
    }

    /// <summary>What a line may still be given, step by step.</summary>
    private static Dong LineDue(AcceptanceLine line, ProjectEstimateLine estimate, Dong approved, LineAnswer? answer, DueBasis basis, List<DueStep> steps)
    {
        var cost = line.EligibleCost ?? Dong.Zero;
        Dong? least = null;
        var hasShare = false;
        foreach (var step in answer?.Steps ?? [])
        {
            if (step is not { By: { } norm, Kind: StepKind.Share or StepKind.Ceiling or StepKind.Remaining } || norm.Law.StandingOn(basis.On) is not { MayBlock: true })
            {
                continue;
            }

            hasShare |= step.Kind is StepKind.Share;
            least = least is { } known ? known.AtMost(step.Result) : step.Result;
            steps.Add(new(KindOf(step.Kind), line.Content, step.Result, step.Base, step.BasisPoints, LawOf(norm)));
        }

        if (!hasShare)
        {
            var share = PartOf(cost, approved, estimate.Total);
            steps.Add(new(DueStepKind.ApprovedShare, line.Content, share, cost));
            least = least is { } known ? known.AtMost(share) : share;
        }

        var rest = NotBelowZero(approved - basis.DueElsewhere(estimate.ProjectEstimateLineId));
        steps.Add(new(DueStepKind.ApprovedLine, line.Content, rest, approved));
        var due = (least ?? Dong.Zero).AtMost(rest);
        if (answer?.Highest is { } warned && warned < due && answer.Norm is { } only)
        {
            steps.Add(new(DueStepKind.UnverifiedNorm, line.Content, warned, cost, null, LawOf(only)));
        }

        steps.Add(new(DueStepKind.LineResult, line.Content, due));
        return due;
    }

    /// <summary>What each source has left of its approval, its contract, and the part that the establishment has signed.</summary>
    private static Dictionary<string, Dong> Limited(Dictionary<string, Dong> bySource, DueBasis basis, List<DueStep> steps)
    {
        var limited = new Dictionary<string, Dong>();
        foreach (var source in Sources.Where(s => bySource[s.Code] > Dong.Zero))
        {
            var approved = NotBelowZero((basis.Approved[source] ?? Dong.Zero) - basis.DueOfProject.GetValueOrDefault(source.Code));
            var contracted = NotBelowZero(basis.Contracted.GetValueOrDefault(source.Code) - basis.DueOfContract.GetValueOrDefault(source.Code));
            var due = bySource[source.Code].AtMost(approved).AtMost(contracted);
            steps.Add(new(DueStepKind.SourceApproved, source.ShortName, approved, basis.Approved[source]));
            steps.Add(new(DueStepKind.SourceContracted, source.ShortName, contracted, basis.Contracted.GetValueOrDefault(source.Code)));
            if (basis.OfPart is { } part)
            {
                var signed = part.GetValueOrDefault(source.Code);
                var left = NotBelowZero(signed - basis.DueOfPart.GetValueOrDefault(source.Code));
                due = due.AtMost(left);
                steps.Add(new(DueStepKind.SourcePart, source.ShortName, left, signed));
            }

            steps.Add(new(DueStepKind.SourceResult, source.ShortName, due, bySource[source.Code]));
            limited[source.Code] = due;
        }

        return limited;
    }

    /// <summary>The support of a line by source as approved: where the plan approved less than the dossier asked, every line bears its part.</summary>
    private static Dictionary<string, Dong> ApprovedOf(ProjectEstimateLine line, DueBasis basis)
    {
        var (own, whole) = (line.Text.Funding, basis.Asked ?? basis.Project.Funding);
        return Sources.Where(s => own[s] > Dong.Zero && whole[s] > Dong.Zero)
            .ToDictionary(s => s.Code, s => PartOf((basis.Approved[s] ?? Dong.Zero).AtMost(whole[s]!.Value), own[s]!.Value, whole[s]!.Value));
    }

    /// <summary>In proportion to what each has; the đồng that rounding leaves go to the first that has room.</summary>
    private static Dictionary<TKey, Dong> Split<TKey>(Dong due, Dictionary<TKey, Dong> approved)
        where TKey : notnull
    {
        var total = approved.Values.Sum();
        var parts = approved.ToDictionary(a => a.Key, a => PartOf(due, a.Value, total));
        var left = due - parts.Values.Sum();
        foreach (var source in approved.Keys)
        {
            var more = left.AtMost(approved[source] - parts[source]);
            (parts[source], left) = (parts[source] + more, left - more);
        }

        return parts;
    }

    /// <summary>The engine's answers for the lines of this record; what other records entitle to has drawn on the same ceilings before.</summary>
    private static Dictionary<Guid, LineAnswer> AnswersOf(Acceptance acceptance, DueBasis basis)
    {
        var parts = basis.Others.Select(o => FactsOf(o, basis, isOther: true)).Append(FactsOf(acceptance, basis, isOther: false)).ToList();
        var lines = LinesOf(acceptance, basis);
        var answer = EligibilityCheck.Of(parts, basis.Book)[^1];
        return lines.Select((l, i) => (l.Line.ProjectEstimateLineId, Answer: answer.Lines[i])).ToDictionary(l => l.ProjectEstimateLineId, l => l.Answer);
    }

    private static DossierFacts FactsOf(Acceptance acceptance, DueBasis basis, bool isOther)
    {
        var given = isOther ? GivenBy(acceptance) : null;
        return ProjectCheck.AtAcceptance(
            basis.Project,
            basis.Project.Beneficiaries.FirstOrDefault(b => b.ProjectBeneficiaryId == acceptance.BeneficiaryId),
            [.. LinesOf(acceptance, basis).Select(l => (l.Line, l.Of.EligibleCost ?? Dong.Zero, given is null ? (Dong?)null : given.GetValueOrDefault(l.Of.EstimateLineId)))],
            basis.LegalForms,
            basis.On);
    }

    private static List<(AcceptanceLine Of, ProjectEstimateLine Line)> LinesOf(Acceptance acceptance, DueBasis basis) =>
    [
        .. acceptance.Lines.OrderBy(l => l.Order)
            .Select(l => (Of: l, Line: basis.Project.Lines.FirstOrDefault(e => e.ProjectEstimateLineId == l.EstimateLineId)))
            .Where(l => l.Line is not null).Select(l => (l.Of, l.Line!)),
    ];

    /// <summary>amount × part / whole, rounded down; nothing of nothing.</summary>
    internal static Dong PartOf(Dong amount, Dong part, Dong whole) => whole <= Dong.Zero ? Dong.Zero : new(checked((long)((Int128)amount.Amount * part.Amount / whole.Amount)));

    private static Dong NotBelowZero(Dong amount) => amount < Dong.Zero ? Dong.Zero : amount;

    private static DueStepKind KindOf(StepKind kind) => kind switch
    {
        StepKind.Share => DueStepKind.NormShare,
        StepKind.Ceiling => DueStepKind.NormCeiling,
        _ => DueStepKind.NormRemaining,
    };

    private static string LawOf(Norm norm) => $"{norm.Law.Document}, {norm.Law.Rule.Place}";
}

/// <summary>Căn cứ tính mức hỗ trợ: the project as approved, its contract, other concluded records, and the law.</summary>
/// <param name="Project">With all its rows.</param>
/// <param name="Approved">By source, as the plan approved; of a project supported over years, all its plans together, as the records of all years count against it.</param>
/// <param name="Contracted">By source, as the contract in force says.</param>
/// <param name="Others">Other concluded records of the project, with their lines.</param>
/// <param name="DueOfProject">What these entitle to by source.</param>
/// <param name="DueOfContract">The same, of this contract only.</param>
/// <param name="LegalForms">Of the project's establishments.</param>
/// <param name="Book">The law as the province stands to it.</param>
/// <param name="On">The day whose law applies.</param>
public sealed record DueBasis(
    Project Project,
    FundingSplit Approved,
    IReadOnlyDictionary<string, Dong> Contracted,
    IReadOnlyList<Acceptance> Others,
    IReadOnlyDictionary<string, Dong> DueOfProject,
    IReadOnlyDictionary<string, Dong> DueOfContract,
    IReadOnlyDictionary<Guid, LegalForm> LegalForms,
    NormBook Book,
    DateOnly On)
{
    /// <summary>By source, what those plans were asked for of a project supported over years: a year that is still to come lowers no line's share. Null = all that the project asks.</summary>
    public FundingSplit? Asked { get; init; }

    /// <summary>By source, as the contracts under the main one that the establishment has signed say; null where it has none.</summary>
    public IReadOnlyDictionary<string, Dong>? OfPart { get; init; }

    /// <summary>What other records of the establishment under the main contract entitle to by source.</summary>
    public IReadOnlyDictionary<string, Dong> DueOfPart { get; init; } = new Dictionary<string, Dong>();

    /// <summary>What other records entitle to of one line.</summary>
    public Dong DueElsewhere(Guid estimateLineId) => Others.Select(o => SupportDue.GivenBy(o).GetValueOrDefault(estimateLineId)).Sum();
}
