namespace KhuyenCong.Domain.Plans;

/// <summary>Đã lập dự toán năm.</summary>
public sealed record BudgetEstimateDrafted(Guid BudgetEstimateId, string ProvinceCode, int Year, Guid HolderId, string Title, Guid By, DateOnly On);

/// <summary>Một dòng dự toán năm, as entered.</summary>
public sealed record BudgetLineText(Guid LineId, string ContentCode, string Source, string Text, Dong Proposed);

/// <summary>Đã ghi các dòng dự toán năm.</summary>
public sealed record BudgetLinesWritten(IReadOnlyList<BudgetLineText> Lines, Guid By, DateTime At);

/// <summary>Bước được yêu cầu với dự toán năm.</summary>
/// <param name="Amounts">For appraisal, resolution and allotment: the amount and remark of each line.</param>
/// <param name="OutsideAppraiser">Người thẩm định bên ngoài: whom a commune names where its writer cannot leave the appraisal to somebody else inside.</param>
public sealed record BudgetEstimateMove(
    BudgetEstimateAction Action,
    string? Note = null,
    string? DocumentNumber = null,
    DateOnly? DocumentDate = null,
    string? Issuer = null,
    IReadOnlyList<(Guid LineId, Dong? Amount, string? Remark)>? Amounts = null,
    string? OutsideAppraiser = null,
    string? OutsideAppraiserUnit = null);

/// <summary>Đã chuyển bước của dự toán năm.</summary>
public sealed record BudgetEstimateMoved(Guid BudgetEstimateId, Guid StepId, BudgetEstimateMove Move, BudgetEstimateState To, IReadOnlyList<(Guid LineId, Dong? Amount, string? Remark)> Amounts, Guid By, DateOnly On, DateTime At);
