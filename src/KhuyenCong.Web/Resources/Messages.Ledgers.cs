namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Ledgers = new()
    {
        ["ledger.line-missing"] = "Không có dòng dự toán này.",
        ["ledger.amount-none"] = "Số tiền phải lớn hơn 0.",
        ["ledger.closed"] = "Sổ năm {0} đã khóa ngày {1}: không ghi thêm bút toán vào năm đó.",
        ["ledger.in-future"] = "Ngày hạch toán không được sau hôm nay.",
        ["ledger.reason-missing"] = "Hãy nhập lý do ghi bút toán ngược.",
        ["ledger.above-available"] = "Dự toán còn lại {0}; lần này cần {1}, vượt {2}.",
        ["ledger.above-reserved"] = "Phần dành cho đề án còn {0}, phần đã ký hợp đồng không tính; lần này cần {1}, vượt {2}.",
        ["ledger.above-committed"] = "Phần cam kết chi chưa giải ngân còn {0}; lần này cần {1}, vượt {2}.",
        ["ledger.above-advanced"] = "Số dư tạm ứng còn {0}; lần này cần {1}, vượt {2}.",
        ["ledger.above-paid"] = "Số đã thanh toán còn {0} chưa quyết toán; lần này cần {1}, vượt {2}.",
        ["ledger.above-settled"] = "Số đã quyết toán còn {0}; lần này cần {1}, vượt {2}.",
        ["ledger.above-held"] = "Tài khoản còn {0}; lần này cần {1}, vượt {2}.",
        ["correction.of-correction"] = "Đây đã là bút toán ngược: không ghi ngược lần nữa.",
        ["correction.by-allotment"] = "Bút toán này thuộc một lần giao dự toán: ghi thêm một lần đính chính ở trang dự toán được giao.",
        ["correction.by-plan"] = "Bút toán này thuộc một quyết định của kế hoạch: điều chỉnh hoặc hủy quyết định ở đợt kế hoạch.",
        ["correction.by-contract"] = "Bút toán này thuộc một hợp đồng: sửa bằng phụ lục hoặc thanh lý ở trang hợp đồng.",
        ["correction.by-payment"] = "Bút toán này thuộc một đề nghị thanh toán: tiền đã chi thật thì thu hồi bằng một đề nghị thu hồi; ghi nhầm thì người duyệt chi bấm “Ghi nhận sai” ở trang đề nghị.",
        ["correction.by-settlement"] = "Bút toán này thuộc một hồ sơ quyết toán: xử lý ở trang quyết toán.",
        ["correction.by-year-end"] = "Bút toán này do khóa sổ cuối năm: năm đã khóa thì không mở lại, nên không ghi ngược ở đây. Số chuyển sang thừa hoặc sai thì xử lý ở năm nhận: ghi một lần giảm dự toán ở trang dự toán được giao; tạm ứng thì lập đề nghị thu hồi ở trang hợp đồng.",
        ["correction.taken-back"] = "Bút toán này đã được ghi ngược.",
        ["correction.own-entry"] = "Bút toán này do chính bạn ghi: người khác được giao giữ sổ mới ghi ngược.",
        ["correction.document-missing"] = "Hãy nhập số, ngày văn bản làm căn cứ.",
        ["year.no-line"] = "Không có dòng dự toán nào để khóa sổ.",
        ["year.document-missing"] = "Chuyển nguồn, quyết toán theo niên độ phải có văn bản: nhập đủ số, ngày, cơ quan ban hành.",
        ["year.closed-already"] = "Sổ năm {0} đã khóa ngày {1}: năm đã khóa thì không mở lại, không khóa lần nữa.",
        ["year.not-over"] = "Năm {0} chưa hết: khóa sổ sớm nhất vào ngày 31/12.",
        ["year.paying"] = "Còn đề nghị thanh toán đang xử lý ở dòng {0} năm {1}: chi xong, trả lại hoặc từ chối rồi mới khóa sổ.",
        ["year.advance-left"] = "Còn số dư tạm ứng {0} của {1} hợp đồng: chọn chuyển nguồn, hoặc thanh toán, thu hồi tạm ứng trước.",
        ["year.commitment-left"] = "Còn cam kết chi {0} của {1} hợp đồng: chọn chuyển nguồn, hoặc quyết toán, giảm giá trị hợp đồng trước.",
        ["year.paid-left"] = "Còn {0} đã thanh toán của {1} hợp đồng chưa quyết toán: quyết toán hợp đồng trước, hoặc chọn quyết toán theo niên độ với văn bản quyết toán năm.",
        ["year.carry-above-available"] = "Dự toán còn lại {0}: không chuyển nguồn {1}.",
        ["year.proposed-already"] = "Đã có một đề nghị khóa sổ đang chờ duyệt cho dòng này: duyệt hoặc rút đề nghị đó trước.",
        ["year.proposal-decided"] = "Đề nghị khóa sổ này đã được duyệt hoặc đã rút. Năm đã khóa thì không mở lại.",
        ["year.own-proposal"] = "Bạn là người đề nghị khóa sổ: người khác duyệt.",
        ["year.not-own-proposal"] = "Chỉ người đề nghị hoặc người duyệt được rút đề nghị khóa sổ.",
        ["year.changed-meanwhile"] = "Sổ vừa có bút toán mới sau khi bạn mở trang này: xem lại số liệu rồi khóa sổ.",
    };
}
