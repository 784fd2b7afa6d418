namespace KhuyenCong.Domain.Execution;

/// <summary>Trạng thái của báo cáo tiến độ.</summary>
public enum ProgressReportState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Đã gửi, chờ xác nhận.</summary>
    Submitted,

    /// <summary>Đã xác nhận.</summary>
    Confirmed,

    /// <summary>Bị trả lại.</summary>
    SentBack,
}

/// <summary>Việc làm với báo cáo tiến độ.</summary>
public enum ProgressAction
{
    /// <summary>Gửi, gửi lại.</summary>
    Send,

    /// <summary>Xác nhận.</summary>
    Confirm,

    /// <summary>Trả lại.</summary>
    SendBack,
}

/// <summary>Điều kiện để chuyển bước báo cáo tiến độ.</summary>
public enum ProgressGuard
{
    /// <summary>Hợp đồng đã ký, chưa thanh lý, chưa hủy.</summary>
    ContractRuns,

    /// <summary>Mọi dòng có khối lượng đã làm.</summary>
    LinesFilled,

    /// <summary>Không thấp hơn số đã xác nhận, hoặc nêu lý do.</summary>
    CumulativeOrExplained,

    /// <summary>Bản ký không cũ hơn số liệu, hoặc nêu lý do.</summary>
    ScanCurrentOrExplained,

    /// <summary>Nêu lý do.</summary>
    ReasonGiven,

    /// <summary>Người lập không tự xác nhận.</summary>
    ConfirmerIsAnother,

    /// <summary>Chủ cơ sở thụ hưởng không xác nhận cho mình.</summary>
    NotConcerned,
}

/// <summary>Tình trạng của một kỳ báo cáo.</summary>
public enum ReportStanding
{
    /// <summary>Chưa đến hạn.</summary>
    NotYetDue,

    /// <summary>Chưa có báo cáo và đã quá hạn.</summary>
    Missing,

    /// <summary>Đã gửi, chờ xác nhận.</summary>
    AwaitingConfirmation,

    /// <summary>Bị trả lại, chờ gửi lại.</summary>
    SentBack,

    /// <summary>Đã xác nhận.</summary>
    Confirmed,
}
