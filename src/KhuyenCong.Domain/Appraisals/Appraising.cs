using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Appraisals;

/// <summary>Tổ chức thẩm định, khai xung đột, thay thành viên, gửi phiếu: who may judge what, and when.</summary>
public static class Appraising
{
    public const int LongestText = 10_000;

    /// <summary>Giao một người thẩm định.</summary>
    public static Ruling<AppraisalStarted> ByStaff(AppraisalStarted wanted, Project project, bool hasLiveRound)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Decide.Unless([.. Starting(project, hasLiveRound, wanted),
            .. wanted.Seats is [{ Grounds: not ConflictGround.None } seat] ? [new Breach("appraisal.appraiser-concerned", "AppraiserId", seat.Member.Name)] : Array.Empty<Breach>(),
            .. wanted.Seats.Count == 1 ? Array.Empty<Breach>() : [new Breach("appraisal.appraiser-missing", "AppraiserId")]], () => wanted);
    }

    /// <summary>Đưa hồ sơ vào phiên họp hội đồng. Members who are concerned keep their seat and withdraw.</summary>
    public static Ruling<AppraisalStarted> ByCouncil(AppraisalStarted wanted, Project project, bool hasLiveRound, Council council, AppraisalSession session)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(council);
        ArgumentNullException.ThrowIfNull(session);
        var breaches = Starting(project, hasLiveRound, wanted).ToList();
        if (!session.IsOpen)
        {
            breaches.Add(new("session.closed"));
        }

        if (council.EndedOn is not null)
        {
            breaches.Add(new("council.ended"));
        }

        if (council.CommuneCode != wanted.CommuneCode)
        {
            breaches.Add(new("council.other-procedure"));
        }

        return Decide.Unless(breaches, () => wanted);
    }

    /// <summary>Khai xung đột lợi ích: the person says, the registry adds; having declared an interest is not taken back.</summary>
    public static Ruling<ConflictDeclared> Declare(Appraisal appraisal, Guid userId, bool? hasInterest, string? text, ConflictGround found, DateTime at, IReadOnlyList<string>? coincidences = null)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        var seat = appraisal.SeatOf(userId);
        return Decide.If<ConflictDeclared>(
            () => new(appraisal.AppraisalId, seat!.AppraisalSeatId, found | (hasInterest!.Value ? ConflictGround.Declared : ConflictGround.None), hasInterest!.Value ? text!.Trim() : null, at, coincidences),
            (seat is not null, new("appraisal.no-seat")),
            (AppraisalStates.Find(appraisal, AppraisalAction.Declare) is not null, AppraisalStates.Closed(AppraisalAction.Declare)),
            (hasInterest is not null, new("appraisal.declaration-missing", "HasInterest")),
            (hasInterest is not true || !string.IsNullOrWhiteSpace(text), new("appraisal.interest-missing", "Interest")),
            (seat is null || !seat.Grounds.HasFlag(ConflictGround.Declared) || hasInterest is true, new("appraisal.declared-already", "HasInterest")),
            (text is null || text.Length <= LongestText, new("project.too-long", "Interest", LongestText)));
    }

    /// <summary>Thành viên dự khuyết thay một thành viên vắng hoặc phải rút.</summary>
    public static Ruling<SubstituteSeated> Substitute(Appraisal appraisal, Guid seatId, Guid insteadOfId, string? reason, ConflictGround found, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        var seat = appraisal.Seats.FirstOrDefault(s => s.AppraisalSeatId == seatId);
        var insteadOf = appraisal.Seats.FirstOrDefault(s => s.AppraisalSeatId == insteadOfId);
        return Decide.If<SubstituteSeated>(
            () => new(appraisal.AppraisalId, seatId, insteadOfId, reason!.Trim(), at),
            (AppraisalStates.Find(appraisal, AppraisalAction.Substitute) is not null, AppraisalStates.Closed(AppraisalAction.Substitute)),
            (seat is { IsSubstitute: true, StandsInForId: null }, new("appraisal.no-substitute", "SubstituteId")),
            (insteadOf is { IsSubstitute: false } && !appraisal.IsReplaced(insteadOf), new("appraisal.seat-taken", "InsteadOfId")),
            (seat is null || (!seat.IsRecused && found is ConflictGround.None), new("appraisal.substitute-concerned", "SubstituteId", seat?.Name ?? "")),
            (!string.IsNullOrWhiteSpace(reason), new("project.reason-missing", "SubstituteReason")));
    }

    /// <summary>Gửi phiếu: only who sits here, has declared, and is not concerned; until the vote is opened it may be sent anew.</summary>
    public static Ruling<OpinionSent> Send(Appraisal appraisal, Guid opinionId, Guid userId, OpinionText text, AppraisalSettingText setting, SupportCaps caps, ConflictGround found, DateTime at, IReadOnlyList<string>? coincidences = null)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(caps);
        if (appraisal.SeatOf(userId) is not { } seat)
        {
            return new(null, [new("appraisal.no-seat")]);
        }

        if (AppraisalStates.Find(appraisal, AppraisalAction.SendOpinion) is null)
        {
            return new(null, [AppraisalStates.Closed(AppraisalAction.SendOpinion)]);
        }

        if (seat.IsRecused || found is not ConflictGround.None)
        {
            return new(null, [new("appraisal.recused")]);
        }

        if (appraisal.Entitled.All(s => s != seat))
        {
            return new(null, [new("appraisal.not-called")]);
        }

        return Decide.Unless<OpinionSent>([.. seat.DeclaredAt is null ? [] : Doubts(seat, coincidences), .. Faults(appraisal, seat, text, setting, caps)], () => new(appraisal.AppraisalId, opinionId, seat.AppraisalSeatId, text, at));
    }

    /// <summary>Votes are not opened while somebody who voted has not answered whether a coincidence is one.</summary>
    /// <param name="appraisal">Open.</param>
    /// <param name="coincidences">Of each person, in words.</param>
    public static IReadOnlyList<Breach> Doubts(Appraisal appraisal, Func<Guid, IReadOnlyList<string>> coincidences)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        ArgumentNullException.ThrowIfNull(coincidences);
        return [.. appraisal.Entitled.Where(s => s.SentAt is not null && s.Unanswered(coincidences(s.UserId)).Count > 0).Select(s => new Breach("session.coincidence-unanswered", null, s.Name, string.Join("; ", s.Unanswered(coincidences(s.UserId)))))];
    }

    private static Breach[] Doubts(AppraisalSeat seat, IReadOnlyList<string>? coincidences) =>
        seat.Unanswered(coincidences ?? []) is { Count: > 0 } open ? [new("appraisal.coincidence-unanswered", null, string.Join("; ", open))] : [];

    /// <summary>Dừng lần thẩm định này: another round follows, or the dossier went back.</summary>
    public static Ruling<AppraisalBrokenOff> Postpone(Appraisal appraisal, string? reason, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        return Decide.If<AppraisalBrokenOff>(
            () => new(appraisal.AppraisalId, AppraisalState.Postponed, reason!.Trim(), at),
            (AppraisalStates.Find(appraisal, AppraisalAction.Postpone) is not null, AppraisalStates.Closed(AppraisalAction.Postpone)),
            (!string.IsNullOrWhiteSpace(reason), new("project.reason-missing", "PostponeReason")));
    }

    private static IEnumerable<Breach> Starting(Project project, bool hasLiveRound, AppraisalStarted wanted)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.State is not ProjectState.InAppraisal)
        {
            yield return new("project.wrong-state");
        }

        if (hasLiveRound)
        {
            yield return new("appraisal.already-started", null, project.Code ?? project.Title);
        }

        if (wanted.DueOn < wanted.On)
        {
            yield return new("project.deadline-past", "DueOn");
        }
    }

    private static IEnumerable<Breach> Faults(Appraisal appraisal, AppraisalSeat seat, OpinionText text, AppraisalSettingText setting, SupportCaps caps)
    {
        if (seat.DeclaredAt is null)
        {
            yield return new("appraisal.declare-first");
        }

        if (text.Vote is null)
        {
            yield return new("appraisal.vote-missing", nameof(text.Vote));
        }

        if (text.Vote is AppraisalVote.ConditionalPass && !appraisal.AllowsConditional)
        {
            yield return new("appraisal.no-conditional", nameof(text.Vote));
        }

        if (text.Vote is AppraisalVote.Fail or AppraisalVote.ConditionalPass && string.IsNullOrWhiteSpace(text.Note))
        {
            yield return new("appraisal.note-missing", nameof(text.Note));
        }

        foreach (var content in AppraisalContent.All.Where(c => text.Remarks.FirstOrDefault(r => r.Code == c.Code)?.Meets is null))
        {
            yield return new("appraisal.content-missing", $"Remarks.{content.Code}", content.Name);
        }

        if (text.Note?.Length > LongestText || text.Remarks.Any(r => r.Text?.Length > LongestText))
        {
            yield return new("project.too-long", nameof(text.Note), LongestText);
        }

        foreach (var score in text.Scores)
        {
            var criterion = setting.Criteria.FirstOrDefault(c => c.Code == score.Code);
            if (!setting.UsesRanking || criterion is null || score.Points < 0 || score.Points > criterion.Most)
            {
                yield return new("appraisal.score-outside", $"Scores.{score.Code}", criterion?.Name ?? score.Code, criterion?.Most ?? 0);
            }
        }

        // A council's amount is fixed when its result is signed; the single appraiser proposes it here.
        foreach (var breach in appraisal.Mode is AppraisalMode.Staff && text.Vote is not AppraisalVote.Fail ? caps.Faults(text.Support) : [])
        {
            yield return breach;
        }
    }
}
