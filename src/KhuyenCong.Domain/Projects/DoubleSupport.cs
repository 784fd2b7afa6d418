namespace KhuyenCong.Domain.Projects;

/// <summary>Mức trùng nội dung chi.</summary>
public enum ContentMatch
{
    /// <summary>Chưa rõ nội dung chi của một bên.</summary>
    Unknown,

    /// <summary>Cùng loại hỗ trợ, chưa rõ có cùng máy, cùng việc.</summary>
    SameKind,

    /// <summary>Cùng một nội dung chi.</summary>
    Same,
}

/// <summary>Lý do nghi trùng: what both share, and how far the expense is the same.</summary>
public sealed record SupportReason(SupportKeyKind Kind, ContentMatch Content);

/// <summary>Trường hợp nghi hỗ trợ trùng: another support with every reason found.</summary>
public sealed record SupportCandidate(SupportSourceKind SourceKind, Guid SourceId, IReadOnlyList<SupportReason> Reasons);

/// <summary>Kiểm tra hỗ trợ trùng: by the same expense content, never by the establishment alone.</summary>
/// <remarks>
/// An establishment may be helped many times for different things. A serial or a picture names one expense by itself; a party counts only with content
/// that may be the same; an invoice names the expense where both sides say whose it is. A number alone, which any seller gives again, is a weak reason and
/// counts only beside the same party or the same machine.
/// </remarks>
public static class DoubleSupport
{
    public const int ShortestReason = 10;

    // Whoever judged an invoice as the same has judged its number too.
    private static readonly string WeakInvoice = MarkOf(new(SupportKeyKind.InvoiceNumber, ContentMatch.Unknown));

    private static readonly string SameInvoice = MarkOf(new(SupportKeyKind.InvoiceNumber, ContentMatch.Same));

    public static IReadOnlyList<SupportCandidate> Candidates(IReadOnlyCollection<SupportTrace> own, IEnumerable<SupportKey> others)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(others);
        var byValue = own.ToLookup(t => (t.Kind, t.Value));
        return [.. others
            .SelectMany(other => byValue[(other.Kind, other.Value)].Select(mine => (other.SourceKind, other.SourceId, Mine: mine, Theirs: other.Trace)))
            .GroupBy(found => (found.SourceKind, found.SourceId), found => (found.Mine, found.Theirs))
            .Select(g => new SupportCandidate(g.Key.SourceKind, g.Key.SourceId, Reasons([.. g])))
            .Where(c => c.Reasons.Count > 0)
            .OrderByDescending(c => c.Reasons[0].Content).ThenByDescending(c => c.Reasons.Count).ThenBy(c => c.SourceId)];
    }

    /// <summary>Null where two expenses are known to differ: of different kinds, or two machines with serials of their own. Words that differ may still mean one machine.</summary>
    public static ContentMatch? Compare(string mine, string theirs)
    {
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        var (one, other) = (mine.Split('|'), theirs.Split('|'));
        if (one[0].Length == 0 || other[0].Length == 0)
        {
            return ContentMatch.Unknown;
        }

        var (detail, serial) = ((Part(one, 1), Part(other, 1)), (Part(one, 2), Part(other, 2)));
        return SupportTrace.FamilyOf(one[0]) != SupportTrace.FamilyOf(other[0]) ? null
            : serial is ({ Length: > 0 }, { Length: > 0 }) ? serial.Item1 == serial.Item2 ? ContentMatch.Same : null
            : detail.Item1.Length > 0 && detail.Item1 == detail.Item2 ? ContentMatch.Same
            : ContentMatch.SameKind;
    }

    /// <summary>A resolution holds for the reasons it knew; a reason found later opens the question again.</summary>
    public static DoubleSupportResolution? ResolvedBy(SupportCandidate candidate, IEnumerable<DoubleSupportResolution> resolutions)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(resolutions);
        var marks = Marks(candidate);
        return resolutions.Where(r => r.OtherId == candidate.SourceId && r.Marks.Split(' ') is var known && marks.All(m => known.Contains(m) || (m == WeakInvoice && known.Contains(SameInvoice)))).MaxBy(r => r.At);
    }

    /// <summary>Approval waits while a candidate has no reasoned resolution, or one that says: the same expense.</summary>
    public static bool Blocks(IEnumerable<SupportCandidate> candidates, IReadOnlyCollection<DoubleSupportResolution> resolutions) =>
        candidates.Any(c => ResolvedBy(c, resolutions) is null or { Outcome: DoubleSupportOutcome.SameExpense });

    public static Ruling<DoubleSupportResolved> Resolve(Guid id, Guid projectId, SupportCandidate candidate, DoubleSupportOutcome? outcome, string? reason, string by, DateTime at) => Decide.If(
        () => new DoubleSupportResolved(id, projectId, candidate.SourceKind, candidate.SourceId, outcome!.Value, reason!.Trim(), string.Join(' ', Marks(candidate)), by, at),
        (outcome is not null, new("support.outcome-missing", "Outcome")),
        (reason?.Trim().Length >= ShortestReason, new("support.reason-missing", "Reason", ShortestReason)));

    private static string[] Marks(SupportCandidate candidate) => [.. candidate.Reasons.Select(MarkOf).Order(StringComparer.Ordinal)];

    private static string MarkOf(SupportReason reason) => $"{reason.Kind}:{reason.Content}";

    private static List<SupportReason> Reasons(List<(SupportTrace Mine, SupportTrace Theirs)> found)
    {
        var sameParty = found.Exists(f => !f.Mine.IsExpense);
        return [.. found.Select(f => ReasonOf(f.Mine, f.Theirs, sameParty)).OfType<SupportReason>()
            .GroupBy(r => r.Kind).Select(r => new SupportReason(r.Key, r.Max(x => x.Content))).OrderByDescending(r => r.Content).ThenByDescending(r => r.Kind)];
    }

    private static SupportReason? ReasonOf(SupportTrace mine, SupportTrace theirs, bool sameParty) =>
        mine.Kind is SupportKeyKind.InvoiceNumber ? InvoiceReason(mine, theirs, sameParty)
        : mine.IsExpense ? new(mine.Kind, ContentMatch.Same)
        : Compare(mine.Content, theirs.Content) is { } content ? new(mine.Kind, content)
        : null;

    private static SupportReason? InvoiceReason(SupportTrace mine, SupportTrace theirs, bool sameParty) => InvoiceMark.Compare(mine, theirs) switch
    {
        true => new(mine.Kind, ContentMatch.Same),
        null when sameParty || IsSameMachine(mine.Content, theirs.Content) => new(mine.Kind, ContentMatch.Unknown),
        _ => null,
    };

    private static bool IsSameMachine(string mine, string theirs) => Compare(mine, theirs) is ContentMatch.Same;

    private static string Part(string[] parts, int index) => parts.Length > index ? parts[index] : "";
}

/// <summary>Kết luận về trường hợp nghi trùng.</summary>
public enum DoubleSupportOutcome
{
    /// <summary>Nội dung chi khác nhau.</summary>
    DifferentExpense,

    /// <summary>Cùng dự án nhưng mỗi nguồn chi một phần riêng (lồng ghép).</summary>
    SeparateShares,

    /// <summary>Không phải cùng cơ sở, cùng máy: dữ liệu nhập nhầm.</summary>
    MistakenMatch,

    /// <summary>Trùng: cùng một nội dung chi.</summary>
    SameExpense,
}

/// <summary>Kết luận có lý do về một trường hợp nghi hỗ trợ trùng, never changed; a newer one counts.</summary>
public sealed class DoubleSupportResolution : IProvincial, IAudited
{
    private DoubleSupportResolution()
    {
    }

    public Guid DoubleSupportResolutionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public SupportSourceKind OtherKind { get; private set; }

    public Guid OtherId { get; private set; }

    public DoubleSupportOutcome Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The reasons for suspicion that were known.</summary>
    public string Marks { get; private set; } = "";

    public string ResolvedBy { get; private set; } = "";

    public DateTime At { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Project), ProjectId);

    public static DoubleSupportResolution From(DoubleSupportResolved resolved, string provinceCode)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        return new()
        {
            DoubleSupportResolutionId = resolved.Id,
            ProvinceCode = provinceCode,
            ProjectId = resolved.ProjectId,
            OtherKind = resolved.OtherKind,
            OtherId = resolved.OtherId,
            Outcome = resolved.Outcome,
            Reason = resolved.Reason,
            Marks = resolved.Marks,
            ResolvedBy = resolved.By,
            At = resolved.At,
        };
    }
}

/// <summary>Đã kết luận một trường hợp nghi trùng.</summary>
public sealed record DoubleSupportResolved(Guid Id, Guid ProjectId, SupportSourceKind OtherKind, Guid OtherId, DoubleSupportOutcome Outcome, string Reason, string Marks, string By, DateTime At);
