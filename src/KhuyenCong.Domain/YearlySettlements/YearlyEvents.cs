namespace KhuyenCong.Domain.YearlySettlements;

/// <summary>Đã mở báo cáo quyết toán năm của một đơn vị.</summary>
public sealed record YearlyOpened(Guid YearlySettlementId, string ProvinceCode, YearlyUnit Unit, int Year, DateOnly On);

/// <summary>Đã lấy số liệu từ sổ dự toán.</summary>
/// <param name="VersionId">Of a version that this opens.</param>
/// <param name="OpensVersion">The first figures, or those after the report was sent back.</param>
public sealed record YearlyDrawn(Guid VersionId, bool OpensVersion, YearlyFigures Figures, string? Note, Guid By, DateOnly On, DateTime At);

/// <summary>Kết quả thẩm định một dòng: what is accepted of what was reported, and why not the rest.</summary>
public sealed record YearlyFinding(Guid AllocationId, Dong Accepted, string? Reason);

/// <summary>Kết quả thẩm định của một phiên bản, line by line.</summary>
public sealed record YearlyFindings(IReadOnlyList<YearlyFinding> Lines)
{
    public static readonly YearlyFindings None = new([]);

    public YearlyFinding? Of(Guid allocationId) => Lines.FirstOrDefault(l => l.AllocationId == allocationId);
}

/// <summary>Bước được yêu cầu với báo cáo quyết toán năm.</summary>
public sealed record YearlyMove(YearlyAction Action, string? Note = null, string? DocumentNumber = null, DateOnly? DocumentDate = null, string? Issuer = null, string? FileSha = null, string? FileName = null)
{
    /// <summary>For the appraisal: every line of the version.</summary>
    public IReadOnlyList<YearlyFinding> Findings { get; init; } = [];
}

/// <summary>Đã chuyển bước báo cáo quyết toán năm.</summary>
public sealed record YearlyMoved(Guid YearlySettlementId, Guid StepId, YearlyMove Move, YearlyState To, YearlyRoute Route, Guid By, DateOnly On, DateTime At);
