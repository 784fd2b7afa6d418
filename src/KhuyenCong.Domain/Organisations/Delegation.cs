namespace KhuyenCong.Domain.Organisations;

/// <summary>Ủy quyền có thời hạn: acts of one person's role given to another by a document; it ends by itself.</summary>
public sealed class Delegation : IProvincial, IVersioned, IDated, IAudited
{
    private Delegation()
    {
    }

    public Guid DelegationId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid FromUserId { get; private set; }

    public Guid ToUserId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Role Role { get; private set; }

    public string Acts { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public DateOnly DocumentDate { get; private set; }

    public string? RevokedReason { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Delegation), DelegationId);

    public static Delegation Of(DelegationGiven given, Membership source) => new()
    {
        DelegationId = given.DelegationId,
        ProvinceCode = source.ProvinceCode ?? "",
        FromUserId = given.FromUserId,
        ToUserId = given.ToUserId,
        OrganisationId = source.OrganisationId,
        Role = source.Role,
        Acts = string.Join(' ', given.Acts),
        From = given.From,
        To = given.To,
        DocumentNumber = given.DocumentNumber,
        DocumentDate = given.DocumentDate,
    };

    public void Apply(DelegationRevoked revoked)
    {
        To = revoked.LastDay;
        RevokedReason = revoked.Reason;
    }
}

/// <summary>Giao xử lý thay: what may be delegated, to whom, for how long.</summary>
public static class Delegating
{
    /// <remarks>More than a year is unusual but not forbidden: the event carries the warning.</remarks>
    public static Ruling<DelegationGiven> Delegate(DelegationGiven wanted, Membership source, IEnumerable<Membership> receiver, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(source);
        var lacking = wanted.Acts.Where(a => source.Allows(a) is null).ToArray();
        var holds = receiver.Any(m => m.UserId == wanted.ToUserId && m.ProvinceCode == source.ProvinceCode && m.Covers(wanted.From));
        return Decide.If(
            () => wanted with { Warnings = wanted.To > wanted.From.AddYears(1) ? [new("delegation.longer-than-a-year", nameof(wanted.To))] : [] },
            (source.UserId == wanted.FromUserId, new("delegation.not-own-role", nameof(wanted.FromUserId))),
            (source.DelegationId is null, new("delegation.re-delegation", nameof(wanted.FromUserId))),
            (source.ProvinceCode is not null && source.Allows(Act.Delegate) is not null, new("delegation.role-may-not-delegate", nameof(wanted.FromUserId))),
            (wanted.ToUserId != wanted.FromUserId, new("delegation.to-oneself", nameof(wanted.ToUserId))),
            (holds, new("delegation.receiver-outside", nameof(wanted.ToUserId))),
            (wanted.Acts.Count > 0, new("delegation.acts-missing", nameof(wanted.Acts))),
            (lacking.Length == 0, new("delegation.acts-not-held", nameof(wanted.Acts), string.Join(", ", lacking))),
            (!wanted.Acts.Contains(Act.Delegate), new("delegation.re-delegation", nameof(wanted.Acts))),
            (wanted.From >= today, new("delegation.from-past", nameof(wanted.From))),
            (wanted.From <= wanted.To, new("organisation.dates-reversed", nameof(wanted.To))),
            (source.Covers(wanted.From) && source.Covers(wanted.To), new("delegation.outlasts-role", nameof(wanted.To))),
            (!string.IsNullOrWhiteSpace(wanted.DocumentNumber), new("delegation.document-missing", nameof(wanted.DocumentNumber))),
            (wanted.DocumentDate <= wanted.From, new("delegation.document-after-start", nameof(wanted.DocumentDate))));
    }

    public static Ruling<DelegationRevoked> Revoke(Delegation delegation, string? reason, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        return Decide.If(
            () => new DelegationRevoked(delegation.DelegationId, today.AddDays(-1), reason!.Trim()),
            (delegation.To >= today, new("delegation.already-ended")),
            (!string.IsNullOrWhiteSpace(reason), new("delegation.reason-missing", nameof(reason))));
    }
}

/// <summary>Đã ủy quyền.</summary>
public sealed record DelegationGiven(
    Guid DelegationId,
    Guid MembershipId,
    Guid FromUserId,
    Guid ToUserId,
    IReadOnlyList<Act> Acts,
    DateOnly From,
    DateOnly To,
    string DocumentNumber,
    DateOnly DocumentDate)
{
    public IReadOnlyList<Breach> Warnings { get; init; } = [];
}

/// <summary>Đã rút ủy quyền: the last day on which it counted.</summary>
public sealed record DelegationRevoked(Guid DelegationId, DateOnly LastDay, string Reason);
