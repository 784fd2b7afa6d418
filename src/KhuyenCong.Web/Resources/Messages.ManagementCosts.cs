namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> ManagementCosts = new()
    {
        ["management.voucher-matched"] = "Chứng từ đang khớp với dòng sao kê Kho bạc nên không trả lại được. Hãy bỏ khớp trước.",
        ["management.not-allowed"] = "Vai trò của bạn không làm việc này với chi quản lý của cấp này.",
        ["management.wrong-state"] = "Dự toán, chứng từ không còn ở trạng thái làm được việc này. Hãy xem lại tiến trình.",
        ["management.preparer-approves"] = "Người đã lập hoặc sửa không duyệt. Hãy để người khác duyệt.",
        ["management.spender-settles"] = "Bạn đã lập chứng từ chi của dự toán này nên không duyệt quyết toán; cần một người khác.",
        ["management.approver-prepares"] = "Người đã duyệt không lập, sửa, trình. Hãy để người khác làm.",
        ["management.approver-records"] = "Người đã duyệt chi không ghi đã chi. Hãy để kế toán khác ghi.",
        ["management.no-lines"] = "Dự toán chưa có dòng chi nào.",
        ["management.quantity-none"] = "Số lượng còn trống, bằng 0 hoặc không đọc được. Hãy nhập như 2 hoặc 2,5; dấu phẩy là phần thập phân, nhiều nhất ba số lẻ.",
        ["management.amount-fraction"] = "Số lượng nhân đơn giá phải ra số đồng chẵn và không quá lớn. Hãy kiểm tra lại số lượng, đơn giá.",
        ["management.not-open"] = "Chỉ lập, gửi, duyệt chứng từ khi dự toán chi quản lý đã duyệt và chưa trình quyết toán.",
        ["management.above-line"] = "Vượt dòng dự toán: dòng có {0}, chứng từ khác đã dùng {1}, chứng từ này {2}, vượt {3}.",
        ["management.above-norm"] = "Chi quản lý {0} vượt định mức {1} (tính trên {3}), vượt {2}.",
        ["management.before-year"] = "Ngày này trước năm ngân sách {0} của dự toán; ghi ngày trong năm đó hoặc chọn dự toán của năm trước.",
        ["management.served-missing"] = "Loại chi này phải gắn với chuyến kiểm tra, phiên họp, nghiệm thu, lớp học đã phục vụ, hoặc ghi rõ việc khác.",
        ["management.served-other"] = "Việc được phục vụ không đúng loại chi: họp thẩm định gắn với phiên họp thẩm định, họp nghiệm thu gắn với nghiệm thu.",
        ["management.served-unknown"] = "Không thấy việc được phục vụ đã chọn. Hãy chọn lại trong danh sách.",
        ["management.equipment-elsewhere"] = "Chỉ dòng mua sắm thiết bị mới kê thiết bị. Hãy xóa trắng các dòng thiết bị, hoặc chọn đúng dòng dự toán.",
        ["management.equipment-missing"] = "Mua sắm thiết bị thì kê ít nhất một thiết bị: tên, nơi đặt, người giữ, giá.",
        ["management.equipment-sum"] = "Tổng giá thiết bị {0} khác số tiền chứng từ {1}.",
        ["management.equipment-twice"] = "Thiết bị {0}, số máy {1} đã có trong một chứng từ khác hoặc kê hai lần.",
        ["management.equipment-not-paid"] = "Thiết bị chỉ bàn giao khi chứng từ mua đã ghi đã chi.",
        ["management.papers-closed"] = "Chứng từ đã gửi đi hoặc đã bỏ: không thêm, gỡ giấy tờ này được nữa.",
        ["management.paper-gone"] = "Giấy tờ này không còn trong chứng từ.",
        ["management.vouchers-open"] = "Còn {0} chứng từ chưa chi, chưa bỏ: {1}. Ghi đã chi hoặc bỏ trước khi quyết toán.",
        ["management.paid-already"] = "Chứng từ {0} đã ghi đã chi ngày {1:dd/MM/yyyy}, không ghi lần hai.",
        ["management.settled-already"] = "Dự toán chi quản lý đã quyết toán: lần ghi này đã vào số quyết toán nên không lấy lại được.",
        ["management.settling-already"] = "Dự toán chi quản lý đang trình quyết toán: trả lại quyết toán trước, rồi mới lấy lại lần ghi đã chi.",
        ["management.recorder-takes-back"] = "Người đã ghi đã chi không tự lấy lại lần ghi đó. Hãy để người khác có quyền duyệt chi ghi.",
        ["management.voucher-tied"] = "Chứng từ đang khớp với dòng sao kê Kho bạc nên chưa lấy lại được lần ghi đã chi. Hãy bỏ khớp trước.",
        ["correction.by-management"] = "Bút toán này do chi quản lý: không ghi ngược ở đây. Chứng từ ghi đã chi nhầm thì ở trang chứng từ, người duyệt chi bấm “Ghi nhận sai”; duyệt chi nhầm thì trả lại chứng từ; phần dự toán không dùng trả về dòng khi quyết toán.",
        ["year.management-left"] = "Còn {0} của {1} dự toán chi quản lý chưa quyết toán: quyết toán để trả phần chưa dùng về dòng này rồi mới khóa sổ.",
    };
}
