using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Procedures;

/// <summary>Soạn, công bố quy trình: a draft may have gaps, what is published may not.</summary>
public static class ProcedureWriting
{
    public const int LongestTitle = 300;
    public const int LongestName = 300;
    public const int LongestText = 4000;
    public const int LongestShort = 120;
    public const int LongestNumber = 60;
    public const int MostSteps = 50;
    public const int MostDays = 365;

    /// <param name="wanted">As typed.</param>
    /// <param name="isCommune">Whether a code is a commune of the province.</param>
    /// <param name="isRule">Whether a rule stands in the library, for the whole country or for this province.</param>
    /// <param name="isTheirs">Whether the writer writes for dossiers of this regime and commune: the province's people for all, a commune's for its own only.</param>
    public static Ruling<ProcedureDrafted> Draft(ProcedureDrafted wanted, Func<string, bool> isCommune, Func<Guid, bool> isRule, Func<Regime, string?, bool> isTheirs)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.Unless([.. Faults(wanted.Text, isCommune, isRule, isTheirs)], () => wanted);
    }

    public static Ruling<ProcedureEdited> Edit(Procedure procedure, ProcedureText text, Func<string, bool> isCommune, Func<Guid, bool> isRule, Func<Regime, string?, bool> isTheirs, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(text);
        return procedure.IsPublished
            ? new(null, [new("procedure.published")])
            : Decide.Unless([.. Faults(text, isCommune, isRule, isTheirs)], () => new ProcedureEdited(procedure.ProcedureId, text, at));
    }

    /// <summary>Only what was never published may go.</summary>
    public static IReadOnlyList<Breach> DiscardFaults(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return procedure.IsPublished ? [new("procedure.published")] : [];
    }

    /// <param name="procedure">The draft.</param>
    /// <param name="decision">By which decision, from which day on.</param>
    /// <param name="others">The province's other procedures; those for other dossiers are not looked at.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="today">The day.</param>
    public static Ruling<ProcedurePublished> Publish(Procedure procedure, PublicationText decision, IEnumerable<Procedure> others, Guid by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(decision);
        if (procedure.IsPublished)
        {
            return new(null, [new("procedure.published")]);
        }

        var editions = others.Where(o => o.ProcedureId != procedure.ProcedureId && o.IsPublished && o.IsOfSameKind(procedure)).ToList();
        var unnamed = procedure.InOrder.Where(s => s.Performer.Length == 0).Select(s => s.Number).ToList();
        var later = editions.Where(e => e.From >= decision.From && (decision.To is not { } end || e.From <= end)).MinBy(e => e.From);
        return Decide.If<ProcedurePublished>(
            () => new(
                procedure.ProcedureId,
                editions.Count + 1,
                decision,
                by,
                [.. editions.Where(e => e.From < decision.From && (e.To is not { } end || end >= decision.From)).Select(e => new ProcedureSuperseded(e.ProcedureId, decision.From.AddDays(-1)))]),
            (procedure.Steps.Count > 0, new("procedure.no-step")),
            (unnamed.Count == 0, new("procedure.performer-missing", null, string.Join(", ", unnamed))),
            (Filled(decision.Number), new("procedure.number-missing", nameof(decision.Number))),
            (Filled(decision.Issuer), new("procedure.issuer-missing", nameof(decision.Issuer))),
            (Filled(decision.SignerName), new("procedure.signer-missing", nameof(decision.SignerName))),
            (Filled(decision.SignerTitle), new("procedure.signer-title-missing", nameof(decision.SignerTitle))),
            (decision.Date <= today, new("procedure.decided-in-future", nameof(decision.Date))),
            (decision.From >= decision.Date, new("procedure.before-decision", nameof(decision.From))),
            (decision.To is not { } to || to >= decision.From, new("procedure.reversed", nameof(decision.To))),
            (later is null, new("procedure.overlaps", nameof(decision.From), later?.Title ?? "", later?.From?.ToString("dd/MM/yyyy") ?? "")));
    }

    /// <summary>States in which somebody works on a dossier of this nature: only there a step can be found again.</summary>
    public static IReadOnlyList<ProjectState> StatesOf(ProjectNature nature) =>
    [
        .. Enum.GetValues<ProjectState>().Where(s => ProjectStates.HolderOf(s, ProjectKind.Provincial) is not null
            && (s is ProjectState.Draft || ProjectStates.Table.Any(t => t.To == s && (t.Only is null || t.Only == nature)))),
    ];

    private static IEnumerable<Breach> Faults(ProcedureText text, Func<string, bool> isCommune, Func<Guid, bool> isRule, Func<Regime, string?, bool> isTheirs)
    {
        if (!Filled(text.Title))
        {
            yield return new("procedure.title-missing", nameof(text.Title));
        }

        if (text.Title.Length > LongestTitle)
        {
            yield return new("procedure.too-long", nameof(text.Title), LongestTitle);
        }

        if (text.CommuneCode is { } commune && (text.Regime is not Regime.Commune || !isCommune(commune)))
        {
            yield return text.Regime is Regime.Commune ? new("procedure.commune-unknown", nameof(text.CommuneCode)) : new("procedure.commune-not-asked", nameof(text.CommuneCode));
        }
        else if (!isTheirs(text.Regime, text.CommuneCode))
        {
            yield return new("procedure.not-yours", nameof(text.CommuneCode));
        }

        if (text.Steps.Count > MostSteps)
        {
            yield return new("procedure.too-many-steps", null, MostSteps);
        }

        foreach (var breach in text.Steps.SelectMany((step, place) => Faults(step, place, text.Nature, isRule)))
        {
            yield return breach;
        }
    }

    private static IEnumerable<Breach> Faults(StepText step, int place, ProjectNature nature, Func<Guid, bool> isRule)
    {
        string At(string field) => $"Steps[{place}].{field}";

        if (!Filled(step.Name))
        {
            yield return new("procedure.step-name-missing", At(nameof(step.Name)), place + 1);
        }

        foreach (var (value, field, longest) in new[]
        {
            (step.Name, nameof(step.Name), LongestName), (step.Performer, nameof(step.Performer), LongestName),
            (step.Work, nameof(step.Work), LongestText), (step.Papers, nameof(step.Papers), LongestText),
        })
        {
            if (value?.Length > longest)
            {
                yield return new("procedure.step-too-long", At(field), place + 1, longest);
            }
        }

        if (step.Days is < 1 or > MostDays)
        {
            yield return new("procedure.days-outside", At(nameof(step.Days)), place + 1, MostDays);
        }

        if (step.State is { } state && !StatesOf(nature).Contains(state))
        {
            yield return new("procedure.state-not-held", At(nameof(step.State)), place + 1);
        }

        if (step.LegalRuleId is { } rule && !isRule(rule))
        {
            yield return new("procedure.rule-unknown", At(nameof(step.LegalRuleId)), place + 1);
        }
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}
