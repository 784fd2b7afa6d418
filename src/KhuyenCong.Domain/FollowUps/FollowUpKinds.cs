namespace KhuyenCong.Domain.FollowUps;

/// <summary>Trạng thái của phiếu theo dõi sau hỗ trợ.</summary>
public enum FollowUpState
{
    /// <summary>Chưa trả lời.</summary>
    AwaitingAnswer,

    /// <summary>Đã trả lời, chờ xác nhận.</summary>
    Submitted,

    /// <summary>Đã xác nhận.</summary>
    Confirmed,

    /// <summary>Bị trả lại.</summary>
    SentBack,

    /// <summary>Không có trả lời.</summary>
    NoAnswer,
}

/// <summary>Việc làm với phiếu theo dõi sau hỗ trợ.</summary>
public enum FollowUpAction
{
    /// <summary>Gửi, gửi lại.</summary>
    Send,

    /// <summary>Xác nhận.</summary>
    Confirm,

    /// <summary>Trả lại.</summary>
    SendBack,

    /// <summary>Ghi không có trả lời.</summary>
    CloseUnanswered,

    /// <summary>Mở lại.</summary>
    Reopen,

    /// <summary>Kết luận phần còn phải làm rõ: sử dụng đúng mục đích.</summary>
    Settle,
}

/// <summary>Điều kiện của một bước với phiếu theo dõi.</summary>
public enum FollowUpGuard
{
    /// <summary>Đã đến thời gian trả lời.</summary>
    NotTooEarly,

    /// <summary>Đủ câu trả lời bắt buộc.</summary>
    AnswersWhole,

    /// <summary>Máy còn ở cơ sở có ảnh, hoặc nêu lý do chưa có.</summary>
    PhotosOrReason,

    /// <summary>Người ghi hộ đã ghi sự đồng ý của cơ sở.</summary>
    ConsentRecorded,

    /// <summary>Người ghi phiếu không tự xác nhận.</summary>
    ConfirmerIsAnother,

    /// <summary>Chủ cơ sở không xác nhận cho mình.</summary>
    NotConcerned,

    /// <summary>Đã nói kinh phí được sử dụng đúng mục đích hay còn phải làm rõ.</summary>
    PurposeJudged,

    /// <summary>Kết luận về mục đích sử dụng còn để ngỏ.</summary>
    PurposeUnsettled,

    /// <summary>Nêu lý do.</summary>
    ReasonGiven,

    /// <summary>Đã quá hạn trả lời.</summary>
    PastDue,
}

/// <summary>Tình trạng của phiếu theo dõi vào một ngày.</summary>
public enum FollowUpStanding
{
    /// <summary>Chưa đến hạn.</summary>
    NotDue,

    /// <summary>Đến hạn trả lời.</summary>
    Due,

    /// <summary>Quá hạn.</summary>
    Overdue,

    /// <summary>Bị trả lại.</summary>
    SentBack,

    /// <summary>Đã trả lời, chờ xác nhận.</summary>
    Answered,

    /// <summary>Đã xác nhận.</summary>
    Confirmed,

    /// <summary>Không có trả lời.</summary>
    NoAnswer,
}

/// <summary>Tình trạng sử dụng máy theo lời cơ sở.</summary>
public enum MachineUse
{
    /// <summary>Đang sử dụng.</summary>
    InUse,

    /// <summary>Còn, không sử dụng.</summary>
    Idle,

    /// <summary>Hỏng.</summary>
    Broken,

    /// <summary>Đã chuyển đi nơi khác.</summary>
    Moved,

    /// <summary>Đã bán, thanh lý, cho.</summary>
    Sold,
}

/// <summary>Kết luận về mục đích sử dụng kinh phí hỗ trợ.</summary>
public enum PurposeFinding
{
    /// <summary>Sử dụng đúng mục đích.</summary>
    Right,

    /// <summary>Còn phải làm rõ.</summary>
    Unsettled,

    /// <summary>Sử dụng sai mục đích.</summary>
    Misused,
}

/// <summary>Trạng thái của việc kết luận sử dụng kinh phí sai mục đích.</summary>
public enum MisuseState
{
    /// <summary>Không có đề nghị.</summary>
    None,

    /// <summary>Đã đề nghị, chờ người khác kết luận.</summary>
    Proposed,

    /// <summary>Đã kết luận sai mục đích.</summary>
    Confirmed,

    /// <summary>Không kết luận sai mục đích.</summary>
    Dismissed,
}
