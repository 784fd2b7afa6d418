namespace KhuyenCong.Domain.Establishments;

/// <summary>Kết luận không trùng: an official looked at a suspected pair and found two establishments, for stated reasons; undone, never deleted.</summary>
/// <remarks>It covers the likenesses seen then: when a new one appears, the pair is shown again.</remarks>
public sealed class DuplicateDismissal : IProvincial, IVersioned, IAudited
{
    private DuplicateDismissal()
    {
    }

    public Guid DuplicateDismissalId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>The lesser id of the two, so that a pair has one order.</summary>
    public Guid OneId { get; private set; }

    public Guid OtherId { get; private set; }

    /// <summary>The likenesses seen then, separated by blanks.</summary>
    public string Likeness { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    public string? UndoneBy { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public string? UndoneReason { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Establishment), OneId);

    public static DuplicateDismissal From(DuplicateDismissed dismissed, string provinceCode) => new()
    {
        DuplicateDismissalId = dismissed.DuplicateDismissalId,
        ProvinceCode = provinceCode,
        OneId = dismissed.OneId,
        OtherId = dismissed.OtherId,
        Likeness = string.Join(' ', dismissed.Likeness.Order()),
        Reason = dismissed.Reason,
        By = dismissed.By,
        At = dismissed.At,
    };

    public void Apply(DismissalUndone undone) => (UndoneBy, UndoneAt, UndoneReason) = (undone.By, undone.At, undone.Reason);

    /// <summary>Whether it says of these two, for these likenesses, that they are not one.</summary>
    public bool Covers(Guid one, Guid other, IEnumerable<DuplicateReason> reasons) =>
        UndoneAt is null && ((OneId == one && OtherId == other) || (OneId == other && OtherId == one)) && reasons.All(r => Likeness.Split(' ').Contains(r.ToString()));
}

/// <summary>Đã kết luận không trùng.</summary>
public sealed record DuplicateDismissed(Guid DuplicateDismissalId, Guid OneId, Guid OtherId, IReadOnlyList<DuplicateReason> Likeness, string Reason, string By, DateTime At);

/// <summary>Đã rút kết luận không trùng.</summary>
public sealed record DismissalUndone(Guid DuplicateDismissalId, string Reason, string By, DateTime At);

/// <summary>Kết luận không trùng và rút kết luận.</summary>
public static class Dismissing
{
    public const int LongestReason = 1000;

    public static Ruling<DuplicateDismissed> Dismiss(Guid id, Establishment one, Establishment other, IReadOnlyList<DuplicateReason> likeness, string? reason, string by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (first, second) = one.EstablishmentId.CompareTo(other.EstablishmentId) < 0 ? (one, other) : (other, one);
        return Decide.If(
            () => new DuplicateDismissed(id, first.EstablishmentId, second.EstablishmentId, likeness, reason!.Trim().Normalize(), by, at),
            (one.EstablishmentId != other.EstablishmentId, new("merge.same")),
            (one.State is not EstablishmentState.Merged && other.State is not EstablishmentState.Merged, new("establishment.merged")),
            (likeness.Count > 0, new("dismissal.not-alike")),
            (!string.IsNullOrWhiteSpace(reason), new("establishment.reason-missing", nameof(reason))),
            (reason is not { Length: > LongestReason }, new("establishment.too-long", nameof(reason), LongestReason)));
    }

    public static Ruling<DismissalUndone> Undo(DuplicateDismissal dismissal, string? reason, string by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(dismissal);
        return Decide.If(
            () => new DismissalUndone(dismissal.DuplicateDismissalId, reason!.Trim().Normalize(), by, at),
            (dismissal.UndoneAt is null, new("dismissal.already-undone")),
            (!string.IsNullOrWhiteSpace(reason), new("establishment.reason-missing", nameof(reason))),
            (reason is not { Length: > LongestReason }, new("establishment.too-long", nameof(reason), LongestReason)));
    }
}
