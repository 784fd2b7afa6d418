namespace KhuyenCong.Domain.Establishments;

/// <summary>Đã hợp nhất vào bản ghi khác.</summary>
public sealed record EstablishmentMerged(Guid EstablishmentMergeId, Guid KeptId, Guid MergedId, string Reason, Guid By, DateTime At);

/// <summary>Đã hoàn tác hợp nhất.</summary>
public sealed record MergeUndone(Guid EstablishmentMergeId, EstablishmentState StateBefore, string Reason, Guid By, DateTime At);
