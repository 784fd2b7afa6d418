namespace KhuyenCong.Domain.Organisations;

/// <summary>Tư cách thành viên: a person's role in an organisation for a time.</summary>
/// <remarks>Without a province the organisation serves provinces by dated relations (kho bạc) or the whole country (Cục, Bộ).</remarks>
public sealed class Membership : INational, IVersioned, IDated, IAudited
{
    private Membership()
    {
    }

    public Guid MembershipId { get; private set; }

    public Guid UserId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Role Role { get; private set; }

    public string? ProvinceCode { get; private set; }

    public string? CommuneCode { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>The delegation that gave it; null where the person holds the role in their own right.</summary>
    public Guid? DelegationId { get; private set; }

    /// <summary>Names of the delegated acts, separated by blanks; null = all acts of the role.</summary>
    public string? OnlyActs { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Membership), MembershipId);

    public static Membership Of(MembershipGranted granted) => new()
    {
        MembershipId = granted.MembershipId,
        UserId = granted.UserId,
        OrganisationId = granted.OrganisationId,
        Role = granted.Role,
        ProvinceCode = granted.ProvinceCode,
        CommuneCode = granted.CommuneCode,
        From = granted.From,
        To = granted.To,
    };

    /// <summary>What a delegation gives: the delegator's role and place, its acts, its days.</summary>
    public static Membership Of(DelegationGiven given, Membership source) => new()
    {
        MembershipId = given.MembershipId,
        UserId = given.ToUserId,
        OrganisationId = source.OrganisationId,
        Role = source.Role,
        ProvinceCode = source.ProvinceCode,
        CommuneCode = source.CommuneCode,
        From = given.From,
        To = given.To,
        DelegationId = given.DelegationId,
        OnlyActs = string.Join(' ', given.Acts),
    };

    public void Apply(MembershipEnded ended) => To = ended.LastDay;

    /// <summary>How far <paramref name="act"/> reaches by this membership, or null where it is refused.</summary>
    public Scope? Allows(Act act) => OnlyActs is null || OnlyActs.Split(' ').Contains(act.ToString()) ? RoleTable.Allows(Role, act) : null;
}

/// <summary>Reads a person's memberships as of a day.</summary>
public static class Memberships
{
    public static IReadOnlyList<Membership> ActiveOn(this IEnumerable<Membership> memberships, DateOnly day) => [.. memberships.Where(m => m.Covers(day))];

    /// <summary>The widest reach of <paramref name="act"/> on a day, or null where no membership gives it.</summary>
    public static Scope? Reach(this IEnumerable<Membership> memberships, Act act, DateOnly day) =>
        memberships.ActiveOn(day).Select(m => m.Allows(act)).Max();

    /// <summary>Chấm dứt vai trò: a delegated role is not ended here, its delegation is revoked.</summary>
    public static Ruling<MembershipEnded> End(Membership membership, DateOnly? lastDay, string? document, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(membership);
        return Decide.If(
            () => new MembershipEnded(membership.MembershipId, lastDay!.Value),
            (membership.DelegationId is null, new("membership.delegated")),
            (membership.To is not { } ended || ended >= today, new("membership.already-ended")),
            (lastDay is not null, new("organisation.last-day-missing", "LastDay")),
            (lastDay is not { } last || membership.From is not { } from || last >= from.AddDays(-1), new("organisation.last-day-before-start", "LastDay")),
            (lastDay is not { } later || membership.To is not { } to || later <= to, new("organisation.last-day-extends", "LastDay")),
            (!string.IsNullOrWhiteSpace(document), new("membership.document-missing", "Document")));
    }

    public static Ruling<MembershipGranted> Grant(MembershipGranted wanted, Organisation? organisation, IEnumerable<Membership> existing)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var reach = RoleTable.ReachOf(wanted.Role);
        return Decide.If(
            () => wanted,
            (organisation is not null, new("organisation.unknown", nameof(wanted.OrganisationId))),
            (organisation is null || organisation.ExistsOn(wanted.From), new("organisation.not-existing", nameof(wanted.From))),
            (organisation is null || organisation.ProvinceCode == wanted.ProvinceCode, new("membership.other-province", nameof(wanted.OrganisationId))),
            (wanted.To is not { } to || wanted.From <= to, new("organisation.dates-reversed", nameof(wanted.To))),
            (reach is not Scope.Ministry || organisation?.Kind is OrganisationKind.Agency or OrganisationKind.Ministry, new("membership.role-needs-ministry", nameof(wanted.Role))),
            (wanted.Role is not Role.TreasuryOfficer || organisation?.Kind is OrganisationKind.Treasury, new("membership.role-needs-treasury", nameof(wanted.Role))),
            (reach is not Scope.Commune || wanted.Role is Role.CentreBranchOfficer || wanted.CommuneCode is not null, new("membership.commune-missing", nameof(wanted.CommuneCode))),
            (!existing.Any(m => m.UserId == wanted.UserId && m.OrganisationId == wanted.OrganisationId && m.Role == wanted.Role && m.DelegationId is null
                    && (m.To is not { } end || end >= wanted.From)),
                new("membership.already-held", nameof(wanted.Role))));
    }
}

/// <summary>Đã trao vai trò.</summary>
public sealed record MembershipGranted(Guid MembershipId, Guid UserId, Guid OrganisationId, Role Role, string? ProvinceCode, string? CommuneCode, DateOnly From, DateOnly? To);

/// <summary>Vai trò đã chấm dứt.</summary>
public sealed record MembershipEnded(Guid MembershipId, DateOnly LastDay);
