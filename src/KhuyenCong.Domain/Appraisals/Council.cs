namespace KhuyenCong.Domain.Appraisals;

/// <summary>Một thành viên hội đồng, as the decision names them.</summary>
public sealed record MemberText(Guid UserId, string Name, Guid? OrganisationId, string UnitName, CouncilRole Role, bool IsSubstitute);

/// <summary>Tệp đã tải lên.</summary>
public sealed record UploadedFile(string Sha256, string FileName, long Size, string MediaType);

/// <summary>Quyết định thành lập hội đồng, as entered.</summary>
public sealed record CouncilText(string Name, string DecisionNumber, DateOnly DecisionDate, string Signer, int QuorumPart, int QuorumWhole, IReadOnlyList<MemberText> Members, UploadedFile? File = null);

/// <summary>Hội đồng thẩm định: members with roles and substitutes, established by one decision with its own quorum.</summary>
public sealed class Council : IProvincial, IVersioned, IAudited
{
    public const int LongestName = 300;

    private readonly List<CouncilMember> members = [];

    private Council()
    {
    }

    public Guid CouncilId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>A commune's own council; null = the Sở's.</summary>
    public string? CommuneCode { get; private set; }

    public string Name { get; private set; } = "";

    public string DecisionNumber { get; private set; } = "";

    public DateOnly DecisionDate { get; private set; }

    public string Signer { get; private set; } = "";

    public int QuorumPart { get; private set; }

    public int QuorumWhole { get; private set; }

    public UploadedFile? File { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<CouncilMember> Members => members;

    public AuditSubject AuditSubject => new(nameof(Council), CouncilId);

    /// <summary>Whether somebody keeps its sessions: the chair or the secretary, not who may stand in for them.</summary>
    public bool IsKeptBy(Guid userId) => members.Exists(m => m.UserId == userId && !m.IsSubstitute && m.Role.KeepsSessions());

    public static Council From(CouncilEstablished established)
    {
        ArgumentNullException.ThrowIfNull(established);
        var text = established.Text;
        var council = new Council
        {
            CouncilId = established.CouncilId,
            ProvinceCode = established.ProvinceCode,
            CommuneCode = established.CommuneCode,
            Name = text.Name.Trim(),
            DecisionNumber = text.DecisionNumber.Trim(),
            DecisionDate = text.DecisionDate,
            Signer = text.Signer.Trim(),
            QuorumPart = text.QuorumPart,
            QuorumWhole = text.QuorumWhole,
            File = text.File,
            CreatedBy = established.By,
            ChangedAt = established.At,
        };
        council.members.AddRange(text.Members.Select((m, i) => new CouncilMember(council, established.MemberIds[i], i, m)));
        return council;
    }

    public void Apply(CouncilEnded ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        (EndedOn, EndReason, ChangedAt) = (ended.On, ended.Reason, ended.At);
    }

    /// <summary>Thành lập hội đồng.</summary>
    public static Ruling<CouncilEstablished> Establish(CouncilEstablished wanted, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var text = wanted.Text;
        var regular = text.Members.Where(m => !m.IsSubstitute).ToArray();
        return Decide.If(
            () => wanted,
            (!string.IsNullOrWhiteSpace(text.Name), new("council.name-missing", nameof(text.Name))),
            (text.Name.Length <= LongestName, new("project.too-long", nameof(text.Name), LongestName)),
            (!string.IsNullOrWhiteSpace(text.DecisionNumber), new("council.decision-missing", nameof(text.DecisionNumber))),
            (text.DecisionDate <= today, new("council.decision-in-future", nameof(text.DecisionDate))),
            (!string.IsNullOrWhiteSpace(text.Signer), new("council.signer-missing", nameof(text.Signer))),
            (Quorum.IsShare(text.QuorumPart, text.QuorumWhole), new("appraisal.quorum-share", nameof(text.QuorumPart))),
            (regular.Count(m => m.Role is CouncilRole.Chair) == 1, new("council.one-chair", nameof(text.Members))),
            (regular.Length >= 2, new("council.too-few", nameof(text.Members))),
            (text.Members.All(m => m.Role is not CouncilRole.Appraiser), new("council.one-chair", nameof(text.Members))),
            (text.Members.DistinctBy(m => m.UserId).Count() == text.Members.Count, new("council.member-twice", nameof(text.Members))));
    }

    public static Ruling<CouncilEnded> End(Council council, DateOnly today, string? reason, bool hasOpenSession, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(council);
        return Decide.If<CouncilEnded>(
            () => new(council.CouncilId, today, reason!.Trim(), at),
            (council.EndedOn is null, new("council.ended")),
            (!hasOpenSession, new("council.session-open")),
            (!string.IsNullOrWhiteSpace(reason), new("project.reason-missing", "Reason")));
    }
}

/// <summary>Thành viên hội đồng.</summary>
public sealed class CouncilMember : IProvincial, IAudited
{
    private CouncilMember()
    {
    }

    internal CouncilMember(Council council, Guid id, int order, MemberText text)
    {
        (ProvinceCode, CouncilId, CouncilMemberId, Order) = (council.ProvinceCode, council.CouncilId, id, order);
        (UserId, Name, OrganisationId, UnitName, Role, IsSubstitute) = (text.UserId, text.Name, text.OrganisationId, text.UnitName, text.Role, text.IsSubstitute);
    }

    public Guid CouncilMemberId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid CouncilId { get; private set; }

    public int Order { get; private set; }

    public Guid UserId { get; private set; }

    public string Name { get; private set; } = "";

    public Guid? OrganisationId { get; private set; }

    public string UnitName { get; private set; } = "";

    public CouncilRole Role { get; private set; }

    /// <summary>Dự khuyết: votes only where standing in for a member.</summary>
    public bool IsSubstitute { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Council), CouncilId);

    public MemberText Text => new(UserId, Name, OrganisationId, UnitName, Role, IsSubstitute);
}

/// <summary>Đã thành lập hội đồng.</summary>
public sealed record CouncilEstablished(Guid CouncilId, IReadOnlyList<Guid> MemberIds, string ProvinceCode, string? CommuneCode, CouncilText Text, Guid By, DateTime At);

/// <summary>Hội đồng đã kết thúc nhiệm vụ.</summary>
public sealed record CouncilEnded(Guid CouncilId, DateOnly On, string Reason, DateTime At);
