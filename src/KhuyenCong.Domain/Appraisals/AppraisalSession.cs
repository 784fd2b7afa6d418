namespace KhuyenCong.Domain.Appraisals;

/// <summary>Phiên họp hội đồng thẩm định: one meeting about several dossiers; opinions stay sealed until it closes.</summary>
public sealed class AppraisalSession : IProvincial, IVersioned, IAudited
{
    public const int LongestPlace = 300;
    public const int LongestProceedings = 20_000;

    private AppraisalSession()
    {
    }

    public Guid AppraisalSessionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public string? CommuneCode { get; private set; }

    public Guid CouncilId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Diễn biến phiên họp, as the secretary writes it for the minutes.</summary>
    public string? Proceedings { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    /// <summary>Bản quét biên bản đã ký.</summary>
    public UploadedFile? SignedMinutes { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(AppraisalSession), AppraisalSessionId);

    public bool IsOpen => ClosedAt is null;

    public static AppraisalSession From(SessionCalled called)
    {
        ArgumentNullException.ThrowIfNull(called);
        return new()
        {
            AppraisalSessionId = called.SessionId,
            ProvinceCode = called.ProvinceCode,
            CommuneCode = called.CommuneCode,
            CouncilId = called.CouncilId,
            HeldOn = called.HeldOn,
            Place = called.Place,
            ChangedAt = called.At,
        };
    }

    public void Apply(SessionClosed closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        (ClosedAt, ClosedBy, ChangedAt) = (closed.At, closed.By, closed.At);
    }

    public void Apply(MinutesWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        (Proceedings, SignedMinutes, ChangedAt) = (written.Proceedings, written.Scan ?? SignedMinutes, written.At);
    }

    /// <summary>Triệu tập phiên họp.</summary>
    public static Ruling<SessionCalled> Call(Guid id, Council council, DateOnly? heldOn, string? place, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(council);
        return Decide.If<SessionCalled>(
            () => new(id, council.ProvinceCode, council.CommuneCode, council.CouncilId, heldOn!.Value, place!.Trim(), at),
            (council.EndedOn is null, new("council.ended")),
            (heldOn is not null, new("session.day-missing", "HeldOn")),
            (heldOn is not { } day || day >= council.DecisionDate, new("session.before-decision", "HeldOn")),
            (!string.IsNullOrWhiteSpace(place), new("session.place-missing", "Place")),
            (place is null || place.Length <= LongestPlace, new("project.too-long", "Place", LongestPlace)));
    }

    /// <summary>Kết thúc phiên họp, mở phiếu: every dossier has its quorum, or was postponed before. Where all were, the minutes say so first.</summary>
    /// <param name="session">Open.</param>
    /// <param name="dossiers">Those still open, with whoever the registry shows to be concerned by now: their votes do not make a quorum.</param>
    /// <param name="today">Not before the day of the session.</param>
    /// <param name="by">Who ends it.</param>
    /// <param name="at">When.</param>
    /// <param name="putOff">How many of its dossiers were postponed or went back.</param>
    public static Ruling<SessionClosed> Close(AppraisalSession session, IReadOnlyCollection<(Appraisal Appraisal, string Title, VotesOpened Votes)> dossiers, DateOnly today, string by, DateTime at, int putOff = 0)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(dossiers);
        var breaches = new List<Breach>();
        if (!session.IsOpen)
        {
            breaches.Add(new("session.closed"));
        }

        if (session.HeldOn > today)
        {
            breaches.Add(new("session.not-yet"));
        }

        if (dossiers.Count == 0 && putOff == 0)
        {
            breaches.Add(new("session.empty"));
        }

        if (dossiers.Count == 0 && putOff > 0 && string.IsNullOrWhiteSpace(session.Proceedings))
        {
            breaches.Add(new("session.say-put-off", nameof(session.Proceedings)));
        }

        foreach (var (appraisal, title, votes) in dossiers)
        {
            var entitled = appraisal.EntitledWithout(votes.Recused.Select(r => r.SeatId).ToHashSet());
            var (cast, needed) = (entitled.Count(s => s.SentAt is not null), Quorum.Of(entitled.Count, appraisal.QuorumPart, appraisal.QuorumWhole));
            if (cast < needed || cast == 0)
            {
                breaches.Add(new("session.no-quorum", null, title, cast, needed, entitled.Count));
            }
        }

        return Decide.Unless<SessionClosed>(breaches, () => new(session.AppraisalSessionId, by, at));
    }

    /// <summary>Whether a dossier left its session before any vote on it was opened.</summary>
    public static bool WasPutOff(Appraisal appraisal)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        return appraisal.State is AppraisalState.Postponed or AppraisalState.Returned && appraisal.PassCount is null;
    }

    /// <summary>Ghi biên bản: what is written changes until the signed copy is kept.</summary>
    public static Ruling<MinutesWritten> Write(AppraisalSession session, string? proceedings, UploadedFile? scan, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Decide.If<MinutesWritten>(
            () => new(session.AppraisalSessionId, string.IsNullOrWhiteSpace(proceedings) ? null : proceedings.Trim(), scan, at),
            (session.SignedMinutes is null, new("minutes.signed")),
            (scan is null || !session.IsOpen, new("minutes.session-open")),
            (proceedings is null || proceedings.Length <= LongestProceedings, new("project.too-long", "Proceedings", LongestProceedings)));
    }
}

/// <summary>Đã triệu tập phiên họp.</summary>
public sealed record SessionCalled(Guid SessionId, string ProvinceCode, string? CommuneCode, Guid CouncilId, DateOnly HeldOn, string Place, DateTime At);

/// <summary>Đã kết thúc phiên họp.</summary>
public sealed record SessionClosed(Guid SessionId, string By, DateTime At);

/// <summary>Đã ghi biên bản.</summary>
public sealed record MinutesWritten(Guid SessionId, string? Proceedings, UploadedFile? Scan, DateTime At);
