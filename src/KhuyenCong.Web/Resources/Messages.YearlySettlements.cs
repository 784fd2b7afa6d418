namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> YearlySettlements = new()
    {
        ["yearly.wrong-state"] = "Báo cáo quyết toán năm không còn ở trạng thái làm được việc này. Hãy xem lại tiến trình.",
        ["yearly.not-allowed"] = "Vai trò, đơn vị của bạn không làm việc này với báo cáo quyết toán năm của đơn vị này.",
        ["yearly.only-province"] = "Trang tổng hợp quyết toán năm dành cho các cơ quan của tỉnh; xã xem báo cáo của mình trong danh sách.",
        ["yearly.route-closed"] = "Tỉnh đã quy định đường đi khác cho báo cáo quyết toán năm cấp xã; hãy trình theo đường đó.",
        ["yearly.no-line"] = "Đơn vị không có dòng dự toán nào của năm {0} nên không có gì để quyết toán.",
        ["yearly.open-already"] = "Đơn vị đã có báo cáo quyết toán năm {0}.",
        ["yearly.judge-draws"] = "Bạn đã xét hoặc thẩm định báo cáo này nên không lấy lại số liệu; cần người lập.",
        ["yearly.unsound"] = "Số dư của sổ dự toán không khớp tổng các bút toán: phải kiểm tra sổ (verify-ledger) trước khi quyết toán.",
        ["yearly.not-over"] = "Năm {0} chưa hết: chưa trình quyết toán được.",
        ["yearly.own-work"] = "Bạn đã lập số liệu của báo cáo này nên không tự trình, không tự duyệt; cần một người khác.",
        ["yearly.own-submission"] = "Bạn đã trình báo cáo này nên không tự xét, không tự thẩm định; cần một người khác.",
        ["yearly.own-finish"] = "Bạn đã trình báo cáo này nên không tự ghi kết quả quyết toán; cần một lãnh đạo khác của xã. Chỉ khi tỉnh có văn bản quy định xã tự quyết toán (ghi ở thiết lập quyết toán năm) thì người trình mới tự ghi.",
        ["yearly.own-review"] = "Bạn đã xét báo cáo này ở Sở Công Thương nên không tự thẩm định; cần một người khác.",
        ["yearly.figures-moved"] = "Sổ dự toán đã thay đổi sau khi lấy số liệu ({0} số khác): hãy lấy lại số liệu rồi trình.",
        ["yearly.figures-moved-later"] = "Sổ dự toán đã thay đổi sau khi trình ({0} số khác): hãy trả lại để đơn vị lấy lại số liệu, trình phiên bản mới.",
        ["yearly.reason-missing"] = "Hãy nêu lý do trả lại.",
        ["yearly.document-missing"] = "Hãy nhập số văn bản.",
        ["yearly.document-date"] = "Ngày văn bản còn thiếu hoặc sau hôm nay.",
        ["yearly.finding-missing"] = "Nguồn {0}: hãy nhập số chấp nhận quyết toán, từ 0 trở lên.",
        ["yearly.finding-above"] = "Nguồn {0}: số chấp nhận {1} vượt tổng dự toán được sử dụng {2}.",
        ["yearly.finding-reason"] = "Nguồn {0}: đề nghị {1}, chấp nhận {2}; hãy nêu lý do khác nhau.",
        ["yearly.issuer-missing"] = "Hãy nhập cơ quan ban hành văn bản.",
        ["yearly.scan-missing"] = "Hãy kèm bản chụp văn bản thông báo, phê duyệt (PDF).",
        ["yearly.setting-way"] = "Hãy chọn một trong các đường đi của báo cáo cấp xã.",
        ["yearly.setting-document"] = "Đã chọn đường đi thì phải nêu văn bản của UBND tỉnh quy định.",
    };
}
