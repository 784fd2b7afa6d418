using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.FollowUps;

/// <summary>Ghi, gửi, xác nhận, trả lại phiếu theo dõi sau hỗ trợ.</summary>
public static class Following
{
    public const int LongestText = 4000;
    public const int LongestReason = 1000;
    public const int LongestName = 200;
    public const int MostPhotos = 40;
    public const int MostWorkers = 1_000_000;

    /// <summary>A photograph of a phone; more is a film.</summary>
    public const long LargestPhoto = 10 * 1024 * 1024;

    /// <summary>What is written may be unfinished; that it is whole is asked when it is sent.</summary>
    /// <param name="followUp">The sheet.</param>
    /// <param name="units">Organisations that are parties to its contract.</param>
    /// <param name="text">As typed.</param>
    /// <param name="machines">The machines that were accepted for this beneficiary.</param>
    /// <param name="mover">Who writes.</param>
    /// <param name="clock">Of the writing.</param>
    public static Ruling<FollowUpWritten> Write(FollowUp followUp, IReadOnlyCollection<Guid> units, FollowUpText text, IReadOnlyList<FollowedMachine> machines, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(machines);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (WriteFaults(followUp, units, mover, clock.Today) is { Count: > 0 } refused)
        {
            return new(null, refused);
        }

        var isOwner = mover.Owns(followUp);
        var answers = text.Machines.Where(a => machines.Any(m => m.MachinePassportId == a.MachinePassportId)).DistinctBy(a => a.MachinePassportId);
        var whole = text with
        {
            Machines = [.. answers.Select(a => a with { Reason = Blank(a.Reason) })],
            Difficulties = Blank(text.Difficulties),
            Wishes = Blank(text.Wishes),
            NoPhotoReason = Blank(text.NoPhotoReason),
            // Whoever writes of their own needs nobody's leave.
            Consent = isOwner || Blank(text.Consent?.GivenBy) is not { } by ? null : text.Consent! with { GivenBy = by },
        };
        return Decide.Unless<FollowUpWritten>(
            [.. TextFaults(whole, machines, clock.Today)],
            () => new(whole, machines, [.. machines.Select(_ => Uuid.New(clock))], !isOwner, mover.UserId, clock.UtcNow));
    }

    /// <summary>Why somebody may not write it now.</summary>
    public static IReadOnlyList<Breach> WriteFaults(FollowUp followUp, IReadOnlyCollection<Guid> units, ProjectMover mover, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(mover);
        return !mover.May(Act.AnswerFollowUp, followUp, units) ? [new("followup.not-allowed")]
            : !followUp.IsEditable ? [new("followup.wrong-state")]
            : IsTooEarly(followUp, today) ? [TooEarly(followUp)] : [];
    }

    /// <param name="followUp">With all its rows.</param>
    /// <param name="units">Organisations that are parties to its contract.</param>
    /// <param name="action">The step.</param>
    /// <param name="purpose">With a confirmation: whether the money was used for its purpose.</param>
    /// <param name="note">A reason, or what is to be told.</param>
    /// <param name="mover">Who takes it.</param>
    /// <param name="clock">Of the step.</param>
    public static Ruling<FollowUpMoved> Move(FollowUp followUp, IReadOnlyCollection<Guid> units, FollowUpAction action, PurposeFinding? purpose, string? note, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (FollowUpStates.Find(followUp.State, action) is not { } transition)
        {
            return new(null, [new("followup.wrong-state")]);
        }

        if (!mover.May(transition.Who, followUp, units))
        {
            return new(null, [new("followup.not-allowed")]);
        }

        var breaches = transition.Guards.SelectMany(g => Unmet(g, followUp, purpose, note, mover, clock.Today)).ToList();
        if (note?.Length > LongestText)
        {
            breaches.Add(new("followup.too-long", "Note", LongestText));
        }

        return Decide.Unless<FollowUpMoved>(breaches, () => new(
            followUp.FollowUpId, Uuid.New(clock), action, action is FollowUpAction.Confirm ? purpose : null, Blank(note), transition.To, mover.UserId, clock.Today, clock.UtcNow));
    }

    /// <summary>Whether photographs may come or go.</summary>
    public static IReadOnlyList<Breach> PhotoFaults(FollowUp followUp, IReadOnlyCollection<Guid> units, ProjectMover mover, DateOnly today, int coming = 0)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        var faults = WriteFaults(followUp, units, mover, today);
        return faults.Count == 0 && followUp.Photos.Count + coming > MostPhotos ? [new("followup.too-many-photos", "Photos", MostPhotos)] : faults;
    }

    private static bool IsTooEarly(FollowUp followUp, DateOnly today) => followUp.StandingOn(today) is FollowUpStanding.NotDue;

    private static Breach TooEarly(FollowUp followUp) => new("followup.too-early", null, $"{followUp.DueOn.AddDays(-FollowUp.EarlyDays):dd/MM/yyyy}");

    private static IEnumerable<Breach> TextFaults(FollowUpText text, IReadOnlyList<FollowedMachine> machines, DateOnly today)
    {
        foreach (var (count, field) in new[] { (text.Workers, nameof(text.Workers)), (text.WorkersBefore, nameof(text.WorkersBefore)) })
        {
            if (count is < 0 or > MostWorkers)
            {
                yield return new("followup.workers-outside", field, MostWorkers);
            }
        }

        foreach (var (amount, field) in new[] { (text.Revenue, nameof(text.Revenue)), (text.RevenueBefore, nameof(text.RevenueBefore)) })
        {
            if (amount < Dong.Zero)
            {
                yield return new("amount.negative", field);
            }
        }

        foreach (var (typed, field, longest) in new[] { (text.Difficulties, nameof(text.Difficulties), LongestText), (text.Wishes, nameof(text.Wishes), LongestText), (text.NoPhotoReason, nameof(text.NoPhotoReason), LongestReason), (text.Consent?.GivenBy, "ConsentGivenBy", LongestName) })
        {
            if (typed?.Length > longest)
            {
                yield return new("followup.too-long", field, longest);
            }
        }

        for (var i = 0; i < machines.Count; i++)
        {
            if (text.Machines.FirstOrDefault(a => a.MachinePassportId == machines[i].MachinePassportId)?.Reason?.Length > LongestReason)
            {
                yield return new("followup.too-long", $"Machines[{i}].Reason", LongestReason);
            }
        }

        if (text.Consent?.GivenOn > today)
        {
            yield return new("followup.consent-in-future", "ConsentGivenOn");
        }
    }

    private static IEnumerable<Breach> Unmet(FollowUpGuard guard, FollowUp followUp, PurposeFinding? purpose, string? note, ProjectMover mover, DateOnly today) => guard switch
    {
        FollowUpGuard.NotTooEarly when IsTooEarly(followUp, today) => [TooEarly(followUp)],
        FollowUpGuard.AnswersWhole => Missing(followUp),
        FollowUpGuard.PhotosOrReason when followUp.NoPhotoReason is null => followUp.Machines.OrderBy(m => m.Order)
            .Where(m => m.IsThere && followUp.Photos.All(p => p.MachinePassportId != m.MachinePassportId)).Select(m => new Breach("followup.photo-missing", $"Machines[{m.Order}].Photo", m.Name)),
        FollowUpGuard.ConsentRecorded when !mover.Owns(followUp) && followUp is not { ConsentGivenBy: not null, ConsentGivenOn: not null, ConsentManner: ConsentManner.SignedPaper or ConsentManner.InPerson } =>
            [new("followup.consent-missing", "ConsentGivenBy")],
        FollowUpGuard.ConfirmerIsAnother when followUp.HasHand(mover.UserId) => [new("followup.writer-confirms")],
        FollowUpGuard.NotConcerned when mover.IsConcerned(followUp) => [new("followup.own-establishment")],
        FollowUpGuard.PurposeJudged => PurposeFaults(followUp, purpose, note),
        FollowUpGuard.PurposeUnsettled when followUp is not { MoneyUse: PurposeFinding.Unsettled, Misuse: not MisuseState.Proposed } => [new("followup.wrong-state")],
        FollowUpGuard.ReasonGiven when string.IsNullOrWhiteSpace(note) => [new("followup.reason-missing", "Note")],
        FollowUpGuard.PastDue when followUp.DueOn >= today => [new("followup.not-overdue")],
        _ => [],
    };

    private static IEnumerable<Breach> Missing(FollowUp followUp)
    {
        if (followUp.Workers is null)
        {
            yield return new("followup.workers-missing", nameof(followUp.Workers));
        }

        if (followUp.WorkersBefore is null)
        {
            yield return new("followup.workers-missing", nameof(followUp.WorkersBefore));
        }

        foreach (var machine in followUp.Machines.OrderBy(m => m.Order))
        {
            if (machine.Use is not { } use)
            {
                yield return new("followup.machine-missing", $"Machines[{machine.Order}].Use", machine.Name);
            }
            else if (use is not MachineUse.InUse && machine.Reason is null)
            {
                yield return new("followup.machine-reason-missing", $"Machines[{machine.Order}].Reason", machine.Name);
            }
        }
    }

    /// <summary>Misuse is concluded by its own way, with a document; until then a confirmation says "rightly used" or leaves it open.</summary>
    private static IEnumerable<Breach> PurposeFaults(FollowUp followUp, PurposeFinding? purpose, string? note)
    {
        if (followUp.Misuse is MisuseState.Confirmed)
        {
            yield break;
        }

        if (purpose is not (PurposeFinding.Right or PurposeFinding.Unsettled))
        {
            yield return new("followup.purpose-missing", "Purpose");
        }
        else if (purpose is PurposeFinding.Right && followUp.Misuse is MisuseState.Proposed)
        {
            yield return new("followup.misuse-pending", "Purpose");
        }
        else if (purpose is PurposeFinding.Right && followUp.HasMissingMachine && string.IsNullOrWhiteSpace(note))
        {
            yield return new("followup.missing-machine-note", "Note");
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
