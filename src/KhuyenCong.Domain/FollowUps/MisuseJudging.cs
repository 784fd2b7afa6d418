using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.FollowUps;

/// <summary>Kết luận sử dụng kinh phí sai mục đích từ phiếu theo dõi: one prepares with a document, another concludes.</summary>
public static class MisuseJudging
{
    public const int LongestDocument = 60;

    public static Ruling<MisuseProposed> Propose(FollowUp followUp, IReadOnlyCollection<Guid> units, MisuseText text, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        var today = clock.Today;
        if (!followUp.IsAnswered || followUp.Misuse is MisuseState.Proposed or MisuseState.Confirmed)
        {
            return new(null, [new("misuse.wrong-state")]);
        }

        if (!mover.May(Act.InspectProject, followUp, units))
        {
            return new(null, [new("misuse.not-allowed")]);
        }

        return Decide.If(
            () => new MisuseProposed(text with { Reason = text.Reason.Trim().Normalize(), Document = text.Document.Trim().Normalize() }, mover.UserId, clock.UtcNow),
            (!mover.IsConcerned(followUp), new("followup.own-establishment")),
            (!string.IsNullOrWhiteSpace(text.Reason), new("followup.reason-missing", nameof(text.Reason))),
            (text.Reason is not { Length: > Following.LongestText }, new("followup.too-long", nameof(text.Reason), Following.LongestText)),
            (!string.IsNullOrWhiteSpace(text.Document) && text.DocumentDate is not null, new("misuse.document-missing", nameof(text.Document))),
            (text.Document is not { Length: > LongestDocument }, new("followup.too-long", nameof(text.Document), LongestDocument)),
            (text.DocumentDate is not { } signed || (signed <= today && signed >= followUp.AcceptedOn), new("misuse.document-day", nameof(text.DocumentDate))),
            (text.DueOn is { } due && due >= today, new("misuse.due", nameof(text.DueOn))));
    }

    /// <param name="followUp">The sheet.</param>
    /// <param name="units">Organisations that are parties to its contract.</param>
    /// <param name="isMisuse">Whether it is concluded so, or dismissed.</param>
    /// <param name="note">Asked for where it is dismissed.</param>
    /// <param name="inspectionId">The inspection that carries the finding, where it is concluded.</param>
    /// <param name="mover">Who judges.</param>
    /// <param name="clock">Of the judgement.</param>
    public static Ruling<MisuseJudged> Judge(FollowUp followUp, IReadOnlyCollection<Guid> units, bool isMisuse, string? note, Guid? inspectionId, ProjectMover mover, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(mover);
        ArgumentNullException.ThrowIfNull(clock);
        if (followUp.Misuse is not MisuseState.Proposed)
        {
            return new(null, [new("misuse.wrong-state")]);
        }

        if (!mover.May(Act.InspectProject, followUp, units))
        {
            return new(null, [new("misuse.not-allowed")]);
        }

        return Decide.If(
            () => new MisuseJudged(isMisuse, string.IsNullOrWhiteSpace(note) ? null : note.Trim().Normalize(), isMisuse ? inspectionId : null, mover.UserId, clock.UtcNow),
            (followUp.MisuseProposedBy != mover.UserId, new("misuse.proposer-judges")),
            (!followUp.HasHand(mover.UserId), new("followup.writer-confirms")),
            (!mover.IsConcerned(followUp), new("followup.own-establishment")),
            (isMisuse || !string.IsNullOrWhiteSpace(note), new("followup.reason-missing", "MisuseNote")),
            (note is not { Length: > Following.LongestText }, new("followup.too-long", "MisuseNote", Following.LongestText)));
    }
}
