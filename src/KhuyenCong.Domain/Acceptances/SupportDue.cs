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
        var (due, left) = (new Dictionary<Guid, Dong>(), new Dictionary<Guid, Dictionary<string, Dong>>());
        var answers = AnswersOf(acceptance, basis);
        foreach (var line in acceptance.Lines.OrderBy(l => l.Order))
        {
            if (basis.Project.Lines.FirstOrDefault(l => l.ProjectEstimateLineId == line.EstimateLineId) is not { } estimate)
            {
                continue;
            }

            var (approved, elsewhere) = (ApprovedOf(estimate, basis), basis.GivenElsewhere(line.EstimateLineId));
            left[line.EstimateLineId] = approved.ToDictionary(a => a.Key, a => NotBelowZero(a.Value - elsewhere.GetValueOrDefault(a.Key)));
            var whole = approved.Values.Sum();
            // A source may have given more than it is approved for now: the others make up for none of it.
            var rest = NotBelowZero(whole - elsewhere.Values.Sum());
            due[line.EstimateLineId] = whole == Dong.Zero ? Dong.Zero : LineDue(line, estimate, whole, rest, answers.GetValueOrDefault(line.EstimateLineId), basis, steps);
        }

        var limits = Sources.ToDictionary(s => s.Code, s => new SourceLimit(s, basis));
        var given = SourceShares.Of(due, left, limits.ToDictionary(l => l.Key, l => l.Value.Least));
        var wanted = due.SelectMany(l => SourceShares.Split(l.Value.AtMost(left[l.Key].Values.Sum()), left[l.Key])).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Select(p => p.Value).Sum());
        foreach (var source in Sources.Where(s => wanted.GetValueOrDefault(s.Code) > Dong.Zero))
        {
            steps.AddRange(limits[source.Code].Steps(wanted[source.Code], given.Values.Select(row => row.GetValueOrDefault(source.Code)).Sum()));
        }

        return new(acceptance.EligibleCost, given.ToDictionary(l => l.Key, l => (IReadOnlyDictionary<string, Dong>)l.Value), steps);
    }

    /// <summary>What a concluded record gives of each line by source.</summary>
    /// <remarks>One concluded before lines kept their sources: each of its amounts on lines that the source is approved for, as far as they say; what finds no place there, the plan having changed since, on any line that has room. No more than the record gives: its lines did not always bear the limits of the sources.</remarks>
    internal static IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, Dong>> GivenBy(Acceptance record, DueBasis basis)
    {
        if (record.Lines.Any(l => l.DueBySource.Count > 0))
        {
            return record.Lines.ToDictionary(l => l.EstimateLineId, l => l.DueBySource);
        }

        var told = record.Lines.Where(l => l.Due > Dong.Zero).ToDictionary(l => l.EstimateLineId, l => l.Due ?? Dong.Zero);
        var amounts = Sources.Select(s => s.Code).ToDictionary(s => s, s => record.Amounts.Where(a => a.Source == s).Select(a => a.Amount).Sum());
        var approved = told.Keys.ToDictionary(l => l, l => basis.Project.Lines.FirstOrDefault(e => e.ProjectEstimateLineId == l) is { } estimate ? ApprovedOf(estimate, basis) : []);
        var given = SourceShares.Of(told, approved, amounts);
        foreach (var (source, amount) in amounts)
        {
            var room = told.ToDictionary(l => l.Key, l => l.Value - given[l.Key].Values.Sum());
            var rest = amount - given.Values.Select(row => row.GetValueOrDefault(source)).Sum();
            foreach (var (line, part) in SourceShares.Split(rest.AtMost(room.Values.Sum()), room).Where(p => p.Value > Dong.Zero))
            {
                given[line][source] = given[line].GetValueOrDefault(source) + part;
            }
        }

        return given.ToDictionary(l => l.Key, l => (IReadOnlyDictionary<string, Dong>)l.Value);
    }

    /// <summary>What a line may still be given, step by step.</summary>
    private static Dong LineDue(AcceptanceLine line, ProjectEstimateLine estimate, Dong approved, Dong rest, LineAnswer? answer, DueBasis basis, List<DueStep> steps)
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

        steps.Add(new(DueStepKind.ApprovedLine, line.Content, rest, approved));
        var due = (least ?? Dong.Zero).AtMost(rest);
        if (answer?.Highest is { } warned && warned < due && answer.Norm is { } only)
        {
            steps.Add(new(DueStepKind.UnverifiedNorm, line.Content, warned, cost, null, LawOf(only)));
        }

        steps.Add(new(DueStepKind.LineResult, line.Content, due));
        return due;
    }

    /// <summary>The support of a line by source as approved: where the plan approved less than the dossier asked, every line bears its part. A source that only a later year's plan asks for lowers nothing yet; it has nothing to give either.</summary>
    private static Dictionary<string, Dong> ApprovedOf(ProjectEstimateLine line, DueBasis basis)
    {
        var (own, whole) = (line.Text.Funding, basis.Asked ?? basis.Project.Funding);
        return Sources.Where(s => own[s] > Dong.Zero && (basis.Asked is not null || whole[s] > Dong.Zero))
            .ToDictionary(s => s.Code, s => whole[s] is { } asked && asked > Dong.Zero ? PartOf((basis.Approved[s] ?? Dong.Zero).AtMost(asked), own[s]!.Value, asked) : own[s]!.Value);
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
        var given = isOther ? GivenBy(acceptance, basis) : null;
        return ProjectCheck.AtAcceptance(
            basis.Project,
            basis.Project.Beneficiaries.FirstOrDefault(b => b.ProjectBeneficiaryId == acceptance.BeneficiaryId),
            [.. LinesOf(acceptance, basis).Select(l => (l.Line, l.Of.EligibleCost ?? Dong.Zero, given is null ? (Dong?)null : given.GetValueOrDefault(l.Of.EstimateLineId)?.Values.Sum() ?? Dong.Zero))],
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

    internal static Dong NotBelowZero(Dong amount) => amount < Dong.Zero ? Dong.Zero : amount;

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

    /// <summary>What other records give of one line, by source.</summary>
    public IReadOnlyDictionary<string, Dong> GivenElsewhere(Guid estimateLineId) => Others
        .SelectMany(o => GivenBy(o, estimateLineId))
        .GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Select(p => p.Value).Sum());

    private IReadOnlyDictionary<string, Dong> GivenBy(Acceptance other, Guid estimateLineId) =>
        SupportDue.GivenBy(other, this).TryGetValue(estimateLineId, out var line) ? line : new Dictionary<string, Dong>();
}

/// <summary>Mức còn lại của một nguồn: what is left of its approval, its contract, and the part that the establishment has signed.</summary>
internal sealed class SourceLimit
{
    private readonly List<DueStep> steps;
    private readonly string name;

    public SourceLimit(FundingSource source, DueBasis basis)
    {
        var (approved, contracted) = (basis.Approved[source] ?? Dong.Zero, basis.Contracted.GetValueOrDefault(source.Code));
        name = source.ShortName;
        steps =
        [
            new(DueStepKind.SourceApproved, name, SupportDue.NotBelowZero(approved - basis.DueOfProject.GetValueOrDefault(source.Code)), approved),
            new(DueStepKind.SourceContracted, name, SupportDue.NotBelowZero(contracted - basis.DueOfContract.GetValueOrDefault(source.Code)), contracted),
        ];
        if (basis.OfPart is { } part)
        {
            var signed = part.GetValueOrDefault(source.Code);
            steps.Add(new(DueStepKind.SourcePart, name, SupportDue.NotBelowZero(signed - basis.DueOfPart.GetValueOrDefault(source.Code)), signed));
        }
    }

    public Dong Least => steps.Aggregate(steps[0].Result, (least, step) => least.AtMost(step.Result));

    public IEnumerable<DueStep> Steps(Dong wanted, Dong given) => [.. steps, new(DueStepKind.SourceResult, name, given, wanted)];
}
