using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Lập, trình, kết luận, hủy biên bản nghiệm thu chung (5b, 5c): every rule of it. Who may take which step is the table's of the sites' records.</summary>
/// <remarks>The Cục concludes its 5c on paper: here one officer records number, date and scan, and another person confirms what was recorded.</remarks>
public static class Summarising
{
    /// <param name="opened">As wanted.</param>
    /// <param name="gathered">The sites' records as they stand.</param>
    /// <param name="before">Records of the whole that the project has.</param>
    /// <param name="mover">Who opens it.</param>
    public static Ruling<AcceptanceSummaryOpened> Open(AcceptanceSummaryOpened opened, Gathering gathered, IReadOnlyList<AcceptanceSummary> before, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(gathered);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(mover);
        var same = before.Where(s => s.Form == opened.Form).ToList();
        var last = same.Where(s => s.State is AcceptanceState.Concluded).MaxBy(s => s.Round);
        return Decide.If(
            () => opened,
            (mover.May(Act.AcceptProject, opened.Regime, opened.TerritoryCode), new("summary.not-allowed")),
            (opened.Form is not AcceptanceForm.PerSite, new("summary.form", nameof(opened.Form))),
            (opened.Form is not AcceptanceForm.Agency || opened.Regime is Regime.National, new("acceptance.agency-only-national", nameof(opened.Form))),
            // A project that was accepted as a whole has its 5b already.
            (gathered.IsPerSite || (opened.Form is AcceptanceForm.Agency && gathered.Concluded.Count > 0), new("summary.nothing-to-gather", nameof(opened.Form))),
            (same.TrueForAll(s => s.State is not (AcceptanceState.Drafting or AcceptanceState.Submitted)), new("summary.open-already", nameof(opened.Form))),
            (last is null || !gathered.IsWhatWasGathered(last), new("summary.nothing-new", nameof(opened.Form))));
    }

    public static bool MayWrite(AcceptanceSummary summary, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(mover);
        return summary.State is AcceptanceState.Drafting && mover.May(Act.AcceptProject, summary.Regime, summary.TerritoryCode);
    }

    public static Ruling<AcceptanceSummaryWritten> Write(AcceptanceSummary summary, AcceptanceSummaryText text, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        var tidied = text with { Number = Blank(text.Number), Place = Blank(text.Place), Basis = Blank(text.Basis), Members = Blank(text.Members), Opinion = Blank(text.Opinion) };
        return !MayWrite(summary, mover)
            ? new(null, [new("summary.wrong-state")])
            : Decide.Unless<AcceptanceSummaryWritten>([.. Faults(tidied)], () => new(tidied, mover.UserId, clock.UtcNow));
    }

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<AcceptanceAction> Offered(AcceptanceSummary summary, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(mover);
        return AcceptanceStates.Table.Where(t => t.From == summary.State && mover.May(t.Who, summary.Regime, summary.TerritoryCode)).Select(t => t.Action);
    }

    public static Ruling<AcceptanceSummaryMoved> Of(AcceptanceSummary summary, AcceptanceMove move, SummaryFacts facts, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (AcceptanceStates.Find(summary.State, move.Action) is not { } transition)
        {
            return new(null, [new("summary.wrong-state")]);
        }

        if (!mover.May(transition.Who, summary.Regime, summary.TerritoryCode))
        {
            return new(null, [new("summary.not-allowed")]);
        }

        var breaches = Unmet(summary, move, facts, mover, clock.Today).ToList();
        var isConclusion = move.Action is AcceptanceAction.Conclude;
        return Decide.Unless<AcceptanceSummaryMoved>(breaches, () => new(
            summary.AcceptanceSummaryId, move with { Note = Blank(move.Note) }, transition.To, isConclusion ? facts.Gathered.Concluded : [], mover.UserId, clock.Today, clock.UtcNow, () => Uuid.New(clock)));
    }

    /// <summary>What is missing, or contradicts the sites, before it can be concluded on: arithmetic, it always blocks.</summary>
    public static IEnumerable<Breach> Missing(AcceptanceSummary summary, Gathering gathered, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(gathered);
        return Heading(summary, gathered, today).Concat(Judgement(summary, gathered)).Concat(Figures(summary, gathered));
    }

    private static IEnumerable<Breach> Heading(AcceptanceSummary summary, Gathering gathered, DateOnly today)
    {
        var isAgency = summary.Form is AcceptanceForm.Agency;
        (bool Holds, Breach Otherwise)[] rules =
        [
            (summary.HeldOn is not null, new("acceptance.day-missing", nameof(summary.HeldOn))),
            (summary.HeldOn is not { } held || held <= today, new("acceptance.in-future", nameof(summary.HeldOn))),
            (summary.HeldOn is not { } on || gathered.LastHeldOn is not { } last || on >= last, new("summary.before-sites", nameof(summary.HeldOn), gathered.LastHeldOn ?? today)),
            (isAgency || summary.Place is not null, new("acceptance.place-missing", nameof(summary.Place))),
            (isAgency || summary.Members is not null, new("acceptance.members-missing", nameof(summary.Members))),
            (!isAgency || summary.Number is not null, new("summary.number-missing", nameof(summary.Number))),
            (!isAgency || summary.FileSha is not null, new("summary.scan-missing")),
            (gathered.Unfinished.Count == 0, new("summary.site-open", null, string.Join("; ", gathered.Unfinished))),
        ];
        return rules.Unmet();
    }

    private static IEnumerable<Breach> Judgement(AcceptanceSummary summary, Gathering gathered)
    {
        if (summary.Verdict is not { } verdict)
        {
            yield return new("acceptance.verdict-missing", nameof(summary.Verdict));
            yield break;
        }

        if (!gathered.Allows(summary.Form, verdict))
        {
            yield return new("summary.verdict-against-sites", nameof(summary.Verdict), gathered.Missing.Count > 0 ? string.Join("; ", gathered.Missing) : "không có");
        }

        if (verdict is AcceptanceVerdict.NotAccepted or AcceptanceVerdict.ToBeCompleted && summary.Form is AcceptanceForm.Agency && summary.Due > Dong.Zero)
        {
            yield return new("summary.verdict-against-due", nameof(summary.Due));
        }

        if (verdict is not AcceptanceVerdict.Accepted && summary.Opinion is null)
        {
            yield return new("acceptance.opinion-missing", nameof(summary.Opinion));
        }
    }

    /// <summary>5b says what the sites come to; the Cục may accept less of it, never more.</summary>
    private static IEnumerable<Breach> Figures(AcceptanceSummary summary, Gathering gathered)
    {
        if (summary is not { EligibleCost: { } cost, Due: { } due, MachineCount: { } machines })
        {
            yield return new("summary.figure-missing", nameof(summary.EligibleCost));
            yield break;
        }

        var isAgency = summary.Form is AcceptanceForm.Agency;
        if (isAgency ? cost > gathered.EligibleCost : cost != gathered.EligibleCost)
        {
            yield return new(isAgency ? "summary.above-sites" : "summary.differs", nameof(summary.EligibleCost), cost, gathered.EligibleCost);
        }

        if (isAgency ? due > gathered.Due : due != gathered.Due)
        {
            yield return new(isAgency ? "summary.above-sites" : "summary.differs", nameof(summary.Due), due, gathered.Due);
        }

        if (isAgency ? machines > gathered.MachineCount : machines != gathered.MachineCount)
        {
            yield return new(isAgency ? "summary.above-sites" : "summary.differs", nameof(summary.MachineCount), machines, gathered.MachineCount);
        }

        if (due > cost)
        {
            yield return new("summary.due-above-cost", nameof(summary.Due), due, cost);
        }

        if (isAgency && (cost < gathered.EligibleCost || due < gathered.Due || machines < gathered.MachineCount) && summary.Opinion is null)
        {
            yield return new("summary.difference-why", nameof(summary.Opinion));
        }
    }

    private static IEnumerable<Breach> Faults(AcceptanceSummaryText text)
    {
        (string? Value, string Field, int Most)[] texts =
        [
            (text.Number, nameof(text.Number), 60), (text.Place, nameof(text.Place), AcceptanceCheck.LongestShort), (text.Basis, nameof(text.Basis), AcceptanceCheck.LongestText),
            (text.Members, nameof(text.Members), AcceptanceCheck.LongestText), (text.Opinion, nameof(text.Opinion), AcceptanceCheck.LongestText),
        ];
        foreach (var (_, field, most) in texts.Where(t => t.Value?.Length > t.Most))
        {
            yield return new("project.too-long", field, most);
        }

        foreach (var (amount, field) in new[] { (text.EligibleCost, nameof(text.EligibleCost)), (text.Due, nameof(text.Due)) })
        {
            if (amount is { Amount: < 0 })
            {
                yield return new("amount.negative", field);
            }
            else if (amount is { Amount: > AmountText.Largest })
            {
                yield return new("amount.absurd", field);
            }
        }

        if (text.MachineCount is < 0)
        {
            yield return new("acceptance.quantity-negative", nameof(text.MachineCount));
        }
    }

    private static IEnumerable<Breach> Unmet(AcceptanceSummary summary, AcceptanceMove move, SummaryFacts facts, PlanMover mover, DateOnly today)
    {
        if (move.Action is AcceptanceAction.Submit or AcceptanceAction.Conclude)
        {
            foreach (var breach in Missing(summary, facts.Gathered, today))
            {
                yield return breach;
            }

            if (summary.IsScanOlder && string.IsNullOrWhiteSpace(move.Note))
            {
                yield return new("summary.scan-older", nameof(move.Note));
            }
        }
        else if (string.IsNullOrWhiteSpace(move.Note))
        {
            yield return new("acceptance.reason-missing", nameof(move.Note));
        }

        if (move.Action is AcceptanceAction.Conclude or AcceptanceAction.Undo)
        {
            if (summary.Hands.HasWritten(mover.UserId))
            {
                yield return new("acceptance.writer-concludes");
            }

            if ((facts.Conflict & (ConflictGround.Owner | ConflictGround.Author)) != 0)
            {
                yield return new("acceptance.their-own");
            }
        }

        // The Cục has signed it: it is recorded, and whoever records it knows what is to come back.
        if (move.Action is AcceptanceAction.Conclude && facts.Excess > Dong.Zero && move.ConfirmedExcess != facts.Excess)
        {
            yield return new("summary.excess-unconfirmed", nameof(move.ConfirmedExcess), facts.Excess, string.Join("; ", facts.Excesses.Where(e => e.Amount > Dong.Zero).Select(e => $"hợp đồng {e.Number}: đã chi {e.Spent}, được thanh toán {e.Due}")));
        }

        if (move.Action is AcceptanceAction.Undo && facts.HasLaterForm)
        {
            yield return new("summary.agency-stands");
        }

        if (move.Action is AcceptanceAction.Undo && facts.PaidBeyond.Count > 0)
        {
            yield return new("summary.paid-rests", null, string.Join("; ", facts.PaidBeyond));
        }

        if (move.Note?.Length > Accepting.LongestNote)
        {
            yield return new("project.too-long", nameof(move.Note), Accepting.LongestNote);
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
