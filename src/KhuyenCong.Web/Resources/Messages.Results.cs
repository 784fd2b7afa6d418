namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Results = new()
    {
        ["result.text-long"] = "Nội dung không dài quá {0:#,##0} ký tự.",
        ["result.identifier-long"] = "Mã số không dài quá {0} ký tự.",
        ["result.beneficiary-twice"] = "Cơ sở “{0}” được nhập hai lần.",
        ["result.number-unreadable"] = "“{0}” không phải số nguyên. Hãy nhập như 1 hoặc 1.200.",
        ["result.commune-needed"] = "Hãy chọn xã, phường, đặc khu nơi đạt kết quả.",
        ["result.outside-commune"] = "Chỉ tiêu này thuộc chương trình của một xã, phường, đặc khu: chỉ ghi nhận kết quả trên địa bàn đó.",
        ["result.commune-not-yours"] = "Bạn chỉ được ghi nhận, rút kết quả của địa bàn mình phụ trách.",
        ["result.not-found"] = "Không tìm thấy kết quả này.",
        ["evidence.gone"] = "Tệp “{0}” đã được gửi lên quá lâu và không còn lưu; hãy chọn lại tệp.",
        ["evidence.reason-long"] = "Lý do dùng chung tệp không dài quá {0} ký tự.",
        ["evidence.none"] = "Chưa chọn tệp nào.",
        ["evidence.last-proof"] = "“{0}” là minh chứng duy nhất của kết quả nên không gỡ được. Hãy thêm minh chứng đúng trước, hoặc rút kết quả.",
        ["evidence.removal-reason-missing"] = "Chưa nhập lý do gỡ minh chứng.",
        ["file.empty"] = "Tệp “{0}” không có nội dung. Hãy kiểm tra rồi chọn lại.",
        ["file.too-large"] = "Tệp “{0}” có dung lượng {1}, vượt mức {2} cho một tệp. Hãy giảm dung lượng (quét với độ phân giải thấp hơn, tách tệp) rồi gửi lại.",
        ["file.kind"] = "Tệp “{0}” không phải loại được nhận, hoặc nội dung không đúng với tên tệp. Nhận PDF, ảnh JPG, PNG, WEBP, video MP4, Word (.docx), Excel (.xlsx).",
        ["file.store-down"] = "Kho tệp chưa trả lời nên chưa nhận được tệp “{0}”. Nội dung đã nhập vẫn còn; đề nghị chọn lại tệp và gửi lại sau ít phút.",
        ["file.unreadable"] = "Kho tệp chưa trả lời nên chưa đọc được tệp. Tệp và nội dung đã lưu vẫn còn.",
        ["file.damaged"] = "Tệp trong kho không còn đúng nội dung đã gửi lên nên không được mở. Đề nghị báo quản trị hệ thống.",
        ["file.too-many"] = "Mỗi lần gửi không quá {0} tệp.",
    };
}
