namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Calendars = new()
    {
        ["calendar.not-own"] = "Lịch nghỉ này không do đơn vị bạn giữ: lịch cả nước do quản trị hệ thống trung ương, ngày nghỉ riêng do Sở Công Thương của tỉnh, thành phố.",
        ["calendar.published"] = "Lịch nghỉ này đã công bố nên không sửa, không bỏ được. Hãy lập bản thay thế hoặc rút.",
        ["calendar.not-published"] = "Chỉ rút được lịch nghỉ đang công bố.",
        ["calendar.not-given"] = "Chỉ xác nhận lịch nghỉ có sẵn trong phần mềm, đang dùng và chưa ai xác nhận.",
        ["calendar.cited-number-missing"] = "Hãy nhập số văn bản đã đọc.",
        ["calendar.cited-date-missing"] = "Hãy nhập ngày văn bản đã đọc.",
        ["calendar.cited-issuer-missing"] = "Hãy nhập cơ quan ban hành văn bản đã đọc.",
        ["calendar.reason-missing"] = "Hãy nhập lý do rút.",
        ["calendar.year-outside"] = "Năm từ {0} đến {1}.",
        ["calendar.year-missing"] = "Hãy nhập năm.",
        ["calendar.too-long"] = "Dài quá {0} ký tự.",
        ["calendar.too-many-periods"] = "Một lịch nghỉ có nhiều nhất {0} dòng.",
        ["calendar.from-missing"] = "Hãy nhập ngày đầu.",
        ["calendar.name-missing"] = "Hãy nhập tên ngày lễ, hoặc làm bù cho ngày nào.",
        ["calendar.kind-unknown"] = "Hãy chọn nghỉ hoặc làm bù.",
        ["calendar.reversed"] = "Ngày cuối phải từ ngày đầu trở đi.",
        ["calendar.period-too-long"] = "Một kỳ nghỉ dài nhất {0} ngày: hãy kiểm tra ngày cuối.",
        ["calendar.other-year"] = "Ngày phải trong năm {0}; ngày của năm khác nhập vào lịch của năm đó.",
        ["calendar.made-up-on-weekday"] = "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.",
        ["calendar.day-twice"] = "Trùng ngày với dòng “{0}”.",
        ["calendar.no-day"] = "Lịch nghỉ chưa có ngày nào.",
        ["calendar.number-missing"] = "Chưa có số văn bản: hãy sửa dự thảo trước khi công bố.",
        ["calendar.date-missing"] = "Chưa có ngày văn bản: hãy sửa dự thảo trước khi công bố.",
        ["calendar.decided-in-future"] = "Ngày văn bản không được sau hôm nay.",
        ["calendar.issuer-missing"] = "Chưa có cơ quan ban hành: hãy sửa dự thảo trước khi công bố.",
        ["calendar.verification-missing"] = "Chưa chọn mức kiểm chứng: hãy cho biết đã đọc văn bản đến đâu.",
        ["calendar.replaced-gone"] = "Lịch nghỉ cần thay thế không còn được công bố. Hãy bỏ dự thảo này và lập lịch mới.",
        ["calendar.day-taken"] = "Ngày {0} đã có trong lịch công bố theo văn bản {1}. Hãy bỏ ngày đó, hoặc lập bản thay thế cho lịch kia.",
        ["calendar.year-complete"] = "Lịch nghỉ cả năm {0} đã công bố theo văn bản {1}. Hãy lập bản thay thế, hoặc bỏ chọn “đủ ngày nghỉ cả năm” nếu đây là ngày bổ sung.",
        ["calendar.off-nationally"] = "Ngày {0} là ngày nghỉ của cả nước nên tỉnh, thành phố không đặt làm ngày làm bù.",
    };
}
