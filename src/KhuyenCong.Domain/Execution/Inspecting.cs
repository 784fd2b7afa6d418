using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Execution;

/// <summary>Lập, ghi kết quả cuộc kiểm tra; theo dõi kiến nghị đến khi đóng.</summary>
public static class Inspecting
{
    public const int LongestTitle = 300;
    public const int LongestText = 10_000;
    public const int LongestName = 300;
    public const int MostProjects = 50;
    public const int MostFindings = 100;

    /// <param name="wanted">As typed.</param>
    /// <param name="projects">The projects it names, with who works on each: all of one territory.</param>
    /// <param name="mover">Who plans it.</param>
    /// <param name="today">The day.</param>
    public static Ruling<InspectionPlanned> Plan(InspectionPlanned wanted, IReadOnlyList<ReportedContract> projects, PlanMover mover, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(projects);
        ArgumentNullException.ThrowIfNull(mover);
        var breaches = TextFaults(wanted.Text, today).ToList();
        if (wanted.Projects.Count == 0)
        {
            breaches.Add(new("inspection.project-missing", nameof(wanted.Projects)));
        }

        if (wanted.Projects.Count > MostProjects)
        {
            breaches.Add(new("inspection.too-many-projects", nameof(wanted.Projects), MostProjects));
        }

        if (wanted.Projects.Any(p => !projects.Any(k => k.Project.ProjectId == p.Project.ProjectId)) || projects.Any(p => !mover.May(Act.InspectProject, p.Regime, p.TerritoryCode)))
        {
            breaches.Add(new("inspection.project-not-yours", nameof(wanted.Projects)));
        }

        return Decide.Unless<InspectionPlanned>(breaches, () => wanted with { Text = Trimmed(wanted.Text) });
    }

    public static Ruling<InspectionRecorded> Record(Inspection inspection, InspectionText text, string? seen, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        var today = clock.Today;
        List<Breach> breaches = [.. Refusals(inspection, mover, InspectionState.Scheduled), .. TextFaults(text with { Kind = inspection.Kind }, today)];
        if (text.On > today && breaches.All(b => b.Field != nameof(text.On)))
        {
            breaches.Add(new("inspection.in-future", nameof(text.On)));
        }

        if (string.IsNullOrWhiteSpace(seen))
        {
            breaches.Add(new("inspection.seen-missing", "Seen"));
        }

        if (seen?.Length > LongestText)
        {
            breaches.Add(new("inspection.too-long", "Seen", LongestText));
        }

        return Decide.Unless<InspectionRecorded>(breaches, () => new(Trimmed(text) with { Kind = inspection.Kind }, seen!.Trim(), today, mover.UserId, clock.UtcNow));
    }

    public static Ruling<InspectionCancelled> Cancel(Inspection inspection, string? reason, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        List<Breach> breaches = [.. Refusals(inspection, mover, InspectionState.Scheduled)];
        if (string.IsNullOrWhiteSpace(reason))
        {
            breaches.Add(new("inspection.reason-missing", "Reason"));
        }

        if (reason?.Length > LongestText)
        {
            breaches.Add(new("inspection.too-long", "Reason", LongestText));
        }

        return Decide.Unless<InspectionCancelled>(breaches, () => new(reason!.Trim(), mover.UserId, clock.UtcNow));
    }

    /// <param name="beneficiaries">Establishments that have support by the project that is found fault with.</param>
    public static Ruling<FindingAdded> Find(Inspection inspection, Guid findingId, FindingText text, IReadOnlyCollection<Guid> beneficiaries, PlanMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(beneficiaries);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        List<Breach> breaches = [.. Refusals(inspection, mover, InspectionState.Recorded)];
        if (inspection.Projects.All(p => p.ProjectId != text.ProjectId))
        {
            breaches.Add(new("finding.project-missing", nameof(text.ProjectId)));
        }

        if (text.EstablishmentId is { } establishment && !beneficiaries.Contains(establishment))
        {
            breaches.Add(new("finding.establishment-outside", nameof(text.EstablishmentId)));
        }

        // Misuse stands in somebody's record: whose has to be said, unless the work has no beneficiary.
        if (text is { Kind: FindingKind.MoneyMisuse, EstablishmentId: null } && beneficiaries.Count > 0)
        {
            breaches.Add(new("finding.establishment-missing", nameof(text.EstablishmentId)));
        }

        breaches.AddRange(Missing(text.Content, LongestText, nameof(text.Content), "finding.content-missing"));
        breaches.AddRange(Missing(text.Responsible, LongestName, nameof(text.Responsible), "finding.responsible-missing"));
        if (text.DueOn < inspection.On)
        {
            breaches.Add(new("finding.due-before", nameof(text.DueOn)));
        }

        if (inspection.FindingCount >= MostFindings)
        {
            breaches.Add(new("finding.too-many", null, MostFindings));
        }

        return Decide.Unless<FindingAdded>(breaches, () => new(findingId, text with { Content = text.Content.Trim(), Responsible = text.Responsible.Trim() }, mover.UserId, clock.UtcNow));
    }

    /// <param name="may">How far somebody's acts reach the finding's project.</param>
    /// <param name="userId">Who moves it.</param>
    /// <param name="isConcerned">Whether an establishment of theirs has the support.</param>
    public static Ruling<FindingMoved> Move(InspectionFinding finding, FindingAction action, string? note, DateOnly? dueOn, Func<Act, bool> may, Guid userId, bool isConcerned, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(may);
        ArgumentNullException.ThrowIfNull(clock);
        if (FindingStates.Find(finding.State, action) is not { } transition)
        {
            return new(null, [new("finding.wrong-state")]);
        }

        if (!transition.Who.Any(may))
        {
            return new(null, [new("finding.not-allowed")]);
        }

        List<Breach> breaches = [.. Missing(note, LongestText, "Note", action is FindingAction.Answer ? "finding.answer-missing" : "finding.note-missing")];
        if (action is not FindingAction.Answer && finding.Answerers.Contains(userId))
        {
            breaches.Add(new("finding.answerer-closes"));
        }

        if (action is not FindingAction.Answer && isConcerned)
        {
            breaches.Add(new("finding.own-establishment"));
        }

        if (dueOn is { } due && (action is not FindingAction.Return || due < clock.Today))
        {
            breaches.Add(new("finding.due-past", "DueOn"));
        }

        return Decide.Unless<FindingMoved>(breaches, () => new(finding.InspectionFindingId, action, note!.Trim(), transition.To, userId, clock.Today, clock.UtcNow, dueOn));
    }

    private static IEnumerable<Breach> Refusals(Inspection inspection, PlanMover mover, InspectionState asked)
    {
        if (inspection.State != asked)
        {
            yield return new("inspection.wrong-state");
        }

        if (!mover.May(Act.InspectProject, inspection.Regime, inspection.CommuneCode ?? ""))
        {
            yield return new("inspection.not-allowed");
        }
    }

    private static IEnumerable<Breach> TextFaults(InspectionText text, DateOnly today)
    {
        foreach (var breach in Missing(text.Title, LongestTitle, nameof(text.Title), "inspection.title-missing").Concat(Missing(text.Members, LongestText, nameof(text.Members), "inspection.members-missing")))
        {
            yield return breach;
        }

        if (text.DocumentNumber?.Length > 60)
        {
            yield return new("inspection.too-long", nameof(text.DocumentNumber), 60);
        }

        if (text.On.Year is < 2000 or > 2200)
        {
            yield return new("inspection.day-outside", nameof(text.On));
        }

        // An unplanned inspection is written down when it is held, not announced.
        if (text.Kind is InspectionKind.Unplanned && text.On > today)
        {
            yield return new("inspection.unplanned-in-future", nameof(text.On));
        }

        if (text is { DocumentDate: { } signed } && signed > today)
        {
            yield return new("inspection.document-in-future", nameof(text.DocumentDate));
        }
    }

    private static IEnumerable<Breach> Missing(string? text, int longest, string field, string code)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new(code, field);
        }
        else if (text.Length > longest)
        {
            yield return new("inspection.too-long", field, longest);
        }
    }

    private static InspectionText Trimmed(InspectionText text) =>
        text with { Title = text.Title.Trim(), Members = text.Members.Trim(), DocumentNumber = string.IsNullOrWhiteSpace(text.DocumentNumber) ? null : text.DocumentNumber.Trim() };
}
