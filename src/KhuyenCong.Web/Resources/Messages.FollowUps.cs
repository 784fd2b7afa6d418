namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> FollowUps = new()
    {
        ["followup.not-allowed"] = "Phiếu này không thuộc phần việc của bạn: chủ cơ sở trả lời; xã, đơn vị thực hiện, Sở ghi hộ; Sở, Trung tâm xác nhận, với đề án cấp xã là UBND cấp xã. Mốc theo dõi do lãnh đạo Sở đặt.",
        ["followup.wrong-state"] = "Phiếu đã chuyển bước, không làm việc này được nữa. Hãy tải lại trang.",
        ["followup.too-early"] = "Chưa đến thời gian trả lời: phiếu trả lời được từ ngày {0}.",
        ["followup.too-long"] = "Dài quá {0} ký tự.",
        ["followup.workers-missing"] = "Hãy nhập số người làm việc; không có ai thì nhập 0.",
        ["followup.workers-outside"] = "Số người làm việc phải từ 0 đến {0}.",
        ["followup.machine-missing"] = "“{0}”: hãy chọn máy hiện nay thế nào.",
        ["followup.machine-reason-missing"] = "“{0}”: hãy ghi vì sao máy không được sử dụng.",
        ["followup.photo-missing"] = "“{0}”: hãy chụp ảnh máy, hoặc ghi vì sao chưa chụp được.",
        ["followup.too-many-photos"] = "Mỗi phiếu tối đa {0} ảnh.",
        ["followup.consent-missing"] = "Ghi hộ phải có người của cơ sở đồng ý: hãy nhập họ tên, ngày và cách đồng ý (văn bản có chữ ký hoặc trực tiếp, có người chứng kiến).",
        ["followup.consent-in-future"] = "Ngày đồng ý không được sau hôm nay.",
        ["followup.writer-confirms"] = "Người ghi hoặc gửi phiếu không tự xác nhận, kết luận.",
        ["followup.own-establishment"] = "Đây là cơ sở của bạn: người khác xác nhận, kết luận.",
        ["followup.reason-missing"] = "Hãy nêu lý do.",
        ["followup.not-overdue"] = "Phiếu chưa quá hạn trả lời.",
        ["followup.purpose-missing"] = "Hãy chọn kinh phí được sử dụng đúng mục đích hay còn phải làm rõ.",
        ["followup.misuse-pending"] = "Đang có đề nghị kết luận sử dụng sai mục đích: chưa kết luận đúng mục đích được.",
        ["followup.missing-machine-note"] = "Có máy đã chuyển đi hoặc đã bán: hãy ghi vì sao vẫn là sử dụng đúng mục đích.",
        ["followup.months-outside"] = "Số tháng phải từ {0} đến {1}.",
        ["followup.second-before-first"] = "Lần 2 phải sau lần 1 và không quá {0} tháng.",
        ["followup.term-in-past"] = "Mốc mới chỉ áp dụng từ hôm nay trở đi.",
        ["followup.term-twice"] = "Ngày này đã có mốc.",
        ["misuse.not-allowed"] = "Chỉ người được giao kiểm tra, giám sát đề nghị và kết luận sử dụng kinh phí sai mục đích: Sở Công Thương, với đề án cấp xã là UBND cấp xã.",
        ["misuse.wrong-state"] = "Việc kết luận sử dụng sai mục đích đã chuyển bước, hoặc phiếu chưa có câu trả lời. Hãy tải lại trang.",
        ["misuse.document-missing"] = "Hãy nhập số và ngày văn bản, biên bản làm căn cứ.",
        ["misuse.document-day"] = "Ngày văn bản phải từ ngày nghiệm thu đến hôm nay.",
        ["misuse.due"] = "Hãy nhập hạn khắc phục, từ hôm nay trở đi.",
        ["misuse.proposer-judges"] = "Người lập đề nghị không tự kết luận.",
    };
}
