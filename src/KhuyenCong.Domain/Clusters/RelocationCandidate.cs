namespace KhuyenCong.Domain.Clusters;

/// <summary>Cơ sở cần di dời vào cụm: which production site, why, and how far the moving is.</summary>
public sealed class RelocationCandidate : IProvincial, IVersioned, IAudited
{
    private RelocationCandidate()
    {
    }

    public Guid RelocationCandidateId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid EstablishmentId { get; private set; }

    public Guid ProductionSiteId { get; private set; }

    /// <summary>Of the site to leave: the commune keeps seeing it.</summary>
    public string CommuneCode { get; private set; } = "";

    public RelocationReason Reason { get; private set; }

    public string ReasonText { get; private set; } = "";

    /// <summary>Where it is to move; null while that is open.</summary>
    public Guid? IndustrialClusterId { get; private set; }

    public RelocationState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public DateOnly ProposedOn { get; private set; }

    public string? Note { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(RelocationCandidate), RelocationCandidateId);

    public static RelocationCandidate From(RelocationProposed proposed) => new()
    {
        RelocationCandidateId = proposed.RelocationCandidateId,
        ProvinceCode = proposed.ProvinceCode,
        EstablishmentId = proposed.EstablishmentId,
        ProductionSiteId = proposed.ProductionSiteId,
        CommuneCode = proposed.CommuneCode,
        Reason = proposed.Reason,
        ReasonText = proposed.ReasonText,
        IndustrialClusterId = proposed.IndustrialClusterId,
        StateSince = proposed.On,
        ProposedOn = proposed.On,
    };

    public void Apply(RelocationMoved moved) => (State, StateSince, IndustrialClusterId, Note) = (moved.To, moved.On, moved.IndustrialClusterId, moved.Note);
}

/// <summary>Lý do cần di dời.</summary>
public enum RelocationReason
{
    /// <summary>Gây ô nhiễm trong khu dân cư.</summary>
    Pollution,

    /// <summary>Không phù hợp quy hoạch.</summary>
    Planning,

    /// <summary>Cần mở rộng sản xuất.</summary>
    Expansion,

    /// <summary>Lý do khác.</summary>
    Other,
}

/// <summary>Tình trạng di dời.</summary>
public enum RelocationState
{
    /// <summary>Đã đề xuất.</summary>
    Proposed,

    /// <summary>Đã thống nhất di dời.</summary>
    Agreed,

    /// <summary>Đang di dời.</summary>
    Moving,

    /// <summary>Đã di dời.</summary>
    Moved,

    /// <summary>Không di dời nữa.</summary>
    Dropped,
}

/// <summary>Đã đề xuất di dời.</summary>
public sealed record RelocationProposed(Guid RelocationCandidateId, string ProvinceCode, Guid EstablishmentId, Guid ProductionSiteId, string CommuneCode, RelocationReason Reason, string ReasonText, Guid? IndustrialClusterId, DateOnly On);

/// <summary>Đã chuyển tình trạng di dời.</summary>
public sealed record RelocationMoved(Guid RelocationCandidateId, RelocationState To, Guid? IndustrialClusterId, DateOnly On, string? Note);

/// <summary>Theo dõi di dời: one table of states, and what each step asks for.</summary>
public static class Relocating
{
    private const int LongestText = 1000;

    public static readonly IReadOnlyList<(RelocationState From, RelocationState To)> Table =
    [
        (RelocationState.Proposed, RelocationState.Agreed), (RelocationState.Proposed, RelocationState.Dropped),
        (RelocationState.Agreed, RelocationState.Moving), (RelocationState.Agreed, RelocationState.Dropped),
        (RelocationState.Moving, RelocationState.Moved), (RelocationState.Moving, RelocationState.Dropped),
        (RelocationState.Dropped, RelocationState.Proposed),
    ];

    public static bool IsOpen(this RelocationState state) => state is not RelocationState.Moved and not RelocationState.Dropped;

    public static IEnumerable<RelocationState> Next(RelocationState from) => Table.Where(t => t.From == from).Select(t => t.To);

    /// <param name="wanted">As typed.</param>
    /// <param name="siteIsInUse">Whether the site is one of the establishment's, in use today.</param>
    /// <param name="others">What the registry holds of the establishment already.</param>
    /// <param name="clusterIsKnown">Whether a cluster is one of the province's.</param>
    public static Ruling<RelocationProposed> Propose(RelocationProposed wanted, bool siteIsInUse, IEnumerable<RelocationCandidate> others, Func<Guid, bool> clusterIsKnown)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(clusterIsKnown);
        return Decide.If(
            () => wanted with { ReasonText = wanted.ReasonText.Trim().Normalize() },
            (siteIsInUse, new("relocation.site-unknown", nameof(wanted.ProductionSiteId))),
            (!others.Any(o => o.ProductionSiteId == wanted.ProductionSiteId && o.State.IsOpen()), new("relocation.open-already", nameof(wanted.ProductionSiteId))),
            (!string.IsNullOrWhiteSpace(wanted.ReasonText), new("establishment.reason-missing", nameof(wanted.ReasonText))),
            (wanted.ReasonText is not { Length: > LongestText }, new("establishment.too-long", nameof(wanted.ReasonText), LongestText)),
            (wanted.IndustrialClusterId is not { } cluster || clusterIsKnown(cluster), new("relocation.cluster-unknown", nameof(wanted.IndustrialClusterId))));
    }

    /// <param name="candidate">As it stands.</param>
    /// <param name="wanted">As typed.</param>
    /// <param name="others">What the registry holds of the establishment besides: one taken up again finds its site perhaps followed already.</param>
    /// <param name="clusterIsKnown">Whether a cluster is one of the province's.</param>
    /// <param name="today">No step is taken tomorrow.</param>
    public static Ruling<RelocationMoved> Move(RelocationCandidate candidate, RelocationMoved wanted, IEnumerable<RelocationCandidate> others, Func<Guid, bool> clusterIsKnown, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(clusterIsKnown);
        return Decide.If(
            () => wanted with { Note = string.IsNullOrWhiteSpace(wanted.Note) ? null : wanted.Note.Trim().Normalize() },
            (Table.Contains((candidate.State, wanted.To)), new("relocation.wrong-state", nameof(wanted.To))),
            (candidate.State.IsOpen() || !wanted.To.IsOpen() || !others.Any(o => o.RelocationCandidateId != candidate.RelocationCandidateId && o.ProductionSiteId == candidate.ProductionSiteId && o.State.IsOpen()), new("relocation.open-already", nameof(wanted.To))),
            (wanted.To is not (RelocationState.Moving or RelocationState.Moved) || wanted.IndustrialClusterId is not null, new("relocation.cluster-missing", nameof(wanted.IndustrialClusterId))),
            (wanted.IndustrialClusterId is not { } cluster || clusterIsKnown(cluster), new("relocation.cluster-unknown", nameof(wanted.IndustrialClusterId))),
            (wanted.To is not RelocationState.Dropped || !string.IsNullOrWhiteSpace(wanted.Note), new("establishment.reason-missing", nameof(wanted.Note))),
            (wanted.Note is not { Length: > LongestText }, new("establishment.too-long", nameof(wanted.Note), LongestText)),
            (wanted.On <= today, new("relocation.in-future", nameof(wanted.On))),
            (wanted.On >= candidate.StateSince, new("relocation.before-state", nameof(wanted.On), candidate.StateSince.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture))));
    }
}
