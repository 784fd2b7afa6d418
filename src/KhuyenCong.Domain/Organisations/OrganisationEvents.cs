namespace KhuyenCong.Domain.Organisations;

/// <summary>Đã thành lập (ghi nhận) tổ chức.</summary>
public sealed record OrganisationOpened(
    Guid OrganisationId,
    OrganisationKind Kind,
    string? ProvinceCode,
    string? CommuneCode,
    DateOnly? OpenedOn,
    IReadOnlyList<NameText> Names,
    string? Code = null,
    string? Note = null);

/// <summary>Đã đổi tên tổ chức: the name that ends and the one that begins.</summary>
public sealed record OrganisationRenamed(Guid OrganisationId, Guid? EndedNameId, NameText Name);

/// <summary>Đã kết thúc hoặc sáp nhập tổ chức.</summary>
public sealed record OrganisationClosed(Guid OrganisationId, DateOnly LastDay, Guid? MergedIntoId, string Document);

/// <summary>Đã phân công nhiệm vụ của tỉnh cho một tổ chức.</summary>
public sealed record DutyAssigned(Guid DutyAssignmentId, string ProvinceCode, Duty Duty, Guid OrganisationId, DateOnly From, DateOnly? To, string Document);

/// <summary>Phân công đã chấm dứt.</summary>
public sealed record DutyEnded(Guid DutyAssignmentId, DateOnly LastDay);
