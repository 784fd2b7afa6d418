namespace KhuyenCong.Domain.Appraisals;

/// <summary>Mở phiếu, ký kết quả, kết luận, theo dõi điều kiện, hủy kết luận.</summary>
public static class Concluding
{
    public const int ShortestReason = 10;
    public const int MostConditions = 30;

    /// <summary>Mở phiếu of one dossier: whoever the registry shows to be concerned by now is left out, from vote and base alike.</summary>
    public static VotesOpened Open(Appraisal appraisal, Func<AppraisalSeat, ConflictGround> found, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        ArgumentNullException.ThrowIfNull(found);
        return new(appraisal.AppraisalId, [.. appraisal.Seats.Select(s => (s.AppraisalSeatId, Grounds: found(s))).Where(s => s.Grounds is not ConflictGround.None)], at);
    }

    /// <summary>Ký kết quả: by whoever presides over this dossier. The vote says what; the chair says why, how much and on which conditions.</summary>
    public static Ruling<ResultSigned> Sign(Appraisal appraisal, Guid userId, string? reason, ProposedSupport support, IReadOnlyList<string> conditions, SupportCaps caps, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        ArgumentNullException.ThrowIfNull(support);
        ArgumentNullException.ThrowIfNull(caps);
        if (AppraisalStates.Find(appraisal, AppraisalAction.Sign) is null)
        {
            return new(null, [AppraisalStates.Closed(AppraisalAction.Sign)]);
        }

        if (appraisal.Presiding is not { } presiding)
        {
            return new(null, [new("appraisal.no-chair")]);
        }

        if (presiding.UserId != userId)
        {
            return new(null, [new("appraisal.not-presiding", null, presiding.Name)]);
        }

        var passes = appraisal.Result is not AppraisalVote.Fail;
        return Decide.Unless<ResultSigned>(
            [.. Ending(reason, appraisal.Result, conditions), .. passes ? caps.Faults(support) : []],
            () => new(appraisal.AppraisalId, presiding.Name, reason!.Trim(), passes ? support : ProposedSupport.None, [.. Said(conditions)], at));
    }

    /// <summary>Kết luận: the project's own table decides who and whether; here what the conclusion says.</summary>
    public static Ruling<AppraisalConcluded> Conclude(Appraisal appraisal, Guid conclusionId, bool passes, string? reason, ProposedSupport support, IReadOnlyList<string> conditions, SupportCaps caps, (Guid Id, string Name) by, Func<Guid> newId, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        ArgumentNullException.ThrowIfNull(support);
        ArgumentNullException.ThrowIfNull(caps);
        ArgumentNullException.ThrowIfNull(newId);
        if (AppraisalStates.Find(appraisal, AppraisalAction.Conclude) is null)
        {
            return new(null, [AppraisalStates.Closed(AppraisalAction.Conclude)]);
        }

        var council = appraisal.Mode is AppraisalMode.Council;

        // What the council signed is concluded as it was signed.
        var (said, given) = council ? (appraisal.ResultConditions, appraisal.Supported) : (conditions, support);
        var outcome = !passes ? AppraisalVote.Fail : council ? appraisal.Result ?? AppraisalVote.Fail : Said(said).Any() || appraisal.Result is AppraisalVote.ConditionalPass ? AppraisalVote.ConditionalPass : AppraisalVote.Pass;
        if (outcome is AppraisalVote.Fail)
        {
            (said, given) = ([], ProposedSupport.None);
        }

        var breaches = Ending(reason, outcome, said).ToList();
        if (outcome is AppraisalVote.ConditionalPass && !appraisal.AllowsConditional)
        {
            breaches.Add(new("appraisal.no-conditional", "Conditions"));
        }

        if (passes)
        {
            breaches.AddRange(caps.Faults(given));
        }

        return Decide.Unless<AppraisalConcluded>(
            breaches,
            () => new(appraisal.AppraisalId, conclusionId, outcome, reason!.Trim(), given, [.. Said(said).Select(text => (newId(), text))], by.Id, by.Name, at));
    }

    /// <summary>Hủy kết luận: both states are kept.</summary>
    public static Ruling<ConclusionUndone> Undo(Appraisal appraisal, string by, string? reason, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        return Decide.If<ConclusionUndone>(
            () => new(appraisal.AppraisalId, appraisal.Conclusion!.AppraisalConclusionId, by, reason!.Trim(), at),
            (AppraisalStates.Find(appraisal, AppraisalAction.UndoConclusion) is not null, AppraisalStates.Closed(AppraisalAction.UndoConclusion)),
            (reason?.Trim().Length >= ShortestReason, new("appraisal.reason-short", "Reason", ShortestReason)));
    }

    /// <summary>Đánh dấu điều kiện đã đáp ứng, with what proves it.</summary>
    public static Ruling<ConditionMet> Meet(Appraisal appraisal, Guid conditionId, string? proof, UploadedFile? file, DateOnly today, string by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        var condition = appraisal.Conditions.FirstOrDefault(c => c.AppraisalConditionId == conditionId);
        return Decide.If<ConditionMet>(
            () => new(appraisal.AppraisalId, conditionId, proof!.Trim(), file, today, by, at),
            (condition is { State: ConditionState.Open }, new("appraisal.condition-closed")),
            (!string.IsNullOrWhiteSpace(proof), new("appraisal.proof-missing", "Proof")),
            (proof is null || proof.Length <= 2000, new("project.too-long", "Proof", 2000)));
    }

    private static IEnumerable<Breach> Ending(string? reason, AppraisalVote? outcome, IReadOnlyList<string> conditions)
    {
        if (!(reason?.Trim().Length >= ShortestReason))
        {
            yield return new("appraisal.reason-short", "Reason", ShortestReason);
        }

        if (reason?.Length > Appraising.LongestText || conditions.Any(c => c.Length > 2000) || conditions.Count > MostConditions)
        {
            yield return new("project.too-long", "Reason", Appraising.LongestText);
        }

        if (outcome is AppraisalVote.ConditionalPass && !Said(conditions).Any())
        {
            yield return new("appraisal.conditions-missing", "Conditions");
        }

        if (outcome is not AppraisalVote.ConditionalPass && Said(conditions).Any())
        {
            yield return new("appraisal.conditions-idle", "Conditions");
        }
    }

    private static IEnumerable<string> Said(IReadOnlyList<string> conditions) => conditions.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim());
}
