namespace KhuyenCong.Domain.Acceptances;

/// <summary>Mẫu biên bản nghiệm thu: each has its own heading and its own body that accepts.</summary>
public enum AcceptanceForm
{
    /// <summary>Biên bản nghiệm thu cơ sở cho từng địa điểm (5a).</summary>
    PerSite,

    /// <summary>Biên bản nghiệm thu cơ sở (5b).</summary>
    General,

    /// <summary>Biên bản nghiệm thu đối với đề án do Cục nghiệm thu (5c).</summary>
    Agency,
}

/// <summary>Trạng thái của biên bản nghiệm thu.</summary>
public enum AcceptanceState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Chờ kết luận.</summary>
    Submitted,

    /// <summary>Đã kết luận.</summary>
    Concluded,

    /// <summary>Đã hủy.</summary>
    Undone,
}

/// <summary>Việc làm với biên bản nghiệm thu.</summary>
public enum AcceptanceAction
{
    /// <summary>Trình kết luận.</summary>
    Submit,

    /// <summary>Trả lại.</summary>
    Return,

    /// <summary>Kết luận.</summary>
    Conclude,

    /// <summary>Bỏ bản đang lập.</summary>
    Discard,

    /// <summary>Hủy kết luận.</summary>
    Undo,
}

/// <summary>Điều kiện của một bước nghiệm thu.</summary>
public enum AcceptanceGuard
{
    /// <summary>Đủ nội dung bắt buộc của biên bản.</summary>
    RecordComplete,

    /// <summary>Hợp đồng đang thực hiện.</summary>
    ContractRuns,

    /// <summary>Người kết luận không tham gia lập biên bản.</summary>
    ConcluderIsAnother,

    /// <summary>Không phải chủ cơ sở thụ hưởng, không phải người lập hồ sơ đề án.</summary>
    NotTheirOwn,

    /// <summary>Máy, hóa đơn chưa được nghiệm thu ở nơi khác.</summary>
    NothingAcceptedTwice,

    /// <summary>Đề án đã gắn chỉ tiêu, hoặc đã ghi rõ là không tính vào chỉ tiêu.</summary>
    TargetChosen,

    /// <summary>Nêu lý do.</summary>
    ReasonGiven,

    /// <summary>Chưa thanh toán, quyết toán theo biên bản.</summary>
    NothingPaid,
}

/// <summary>Kết luận nghiệm thu.</summary>
public enum AcceptanceVerdict
{
    /// <summary>Đạt.</summary>
    Accepted,

    /// <summary>Đạt một phần.</summary>
    PartlyAccepted,

    /// <summary>Không đạt.</summary>
    NotAccepted,

    /// <summary>Phải hoàn thiện, nghiệm thu lại.</summary>
    ToBeCompleted,
}

/// <summary>Tư cách tham dự nghiệm thu.</summary>
public enum AcceptanceSide
{
    /// <summary>Thành viên hội đồng, tổ nghiệm thu.</summary>
    Member,

    /// <summary>Bên tham dự: đơn vị thực hiện, đơn vị thụ hưởng, bên chứng kiến.</summary>
    Participant,
}

/// <summary>Kết quả kiểm tra máy sau nghiệm thu.</summary>
public enum MachineCheckResult
{
    /// <summary>Đang sử dụng đúng mục đích.</summary>
    InUse,

    /// <summary>Còn nhưng không sử dụng.</summary>
    Idle,

    /// <summary>Sử dụng sai mục đích, chuyển đi nơi khác.</summary>
    Misused,

    /// <summary>Không còn, đã bán, đã thanh lý.</summary>
    Gone,
}

/// <summary>Bước tính mức hỗ trợ được thanh toán: what limits it and to how much.</summary>
public enum DueStepKind
{
    /// <summary>Tỷ lệ của định mức × chi phí hợp lệ.</summary>
    NormShare,

    /// <summary>Trần của định mức.</summary>
    NormCeiling,

    /// <summary>Phần trần còn lại.</summary>
    NormRemaining,

    /// <summary>Tỷ lệ hỗ trợ đã phê duyệt của dòng dự toán × chi phí hợp lệ.</summary>
    ApprovedShare,

    /// <summary>Mức phê duyệt của dòng còn lại sau các biên bản khác.</summary>
    ApprovedLine,

    /// <summary>Mức theo định mức chưa được áp dụng, chỉ để lưu ý.</summary>
    UnverifiedNorm,

    /// <summary>Kết quả của dòng.</summary>
    LineResult,

    /// <summary>Mức phê duyệt của nguồn còn lại.</summary>
    SourceApproved,

    /// <summary>Giá trị hợp đồng của nguồn còn lại.</summary>
    SourceContracted,

    /// <summary>Kết quả của nguồn.</summary>
    SourceResult,

    /// <summary>Giá trị hợp đồng con của cơ sở còn lại.</summary>
    SourcePart,
}
