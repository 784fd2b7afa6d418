using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Pages.Errors;

/// <summary>The words of an error page: what it is, what happened, what to do.</summary>
public sealed record ErrorText(string Title, string What, string Next)
{
    public const string Offline = "ngoai-tuyen";

    public static ErrorText For(string code) => code switch
    {
        "400" => new("Yêu cầu chưa hợp lệ", "Trang đã mở quá lâu hoặc yêu cầu không đúng dạng nên chưa được thực hiện.", "Đề nghị tải lại trang rồi làm lại; nội dung đã lưu nháp vẫn còn."),
        "403" => new("Không thuộc quyền của tài khoản này", "Việc này không được thực hiện với vai trò đang dùng.", "Nếu cần làm việc này, đề nghị liên hệ quản trị hệ thống của đơn vị, hoặc đổi nơi làm việc ở góc trên bên phải."),
        "404" => new("Không tìm thấy", "Địa chỉ không có, hoặc hồ sơ không thuộc phạm vi được xem.", "Đề nghị kiểm tra lại địa chỉ, hoặc tìm từ trang danh sách."),
        "409" => new("Có người vừa sửa cùng nội dung", "Trong lúc đang soạn, một người khác đã lưu thay đổi. Thay đổi của người đó được giữ nguyên; nội dung vừa gửi chưa được lưu.", "Đề nghị mở lại trang để xem bản mới; nội dung đang soạn được khôi phục từ bản nháp."),
        "413" => new("Tệp quá lớn", "Tệp gửi lên vượt dung lượng cho phép.", "Đề nghị giảm dung lượng (quét ở độ phân giải thấp hơn, chia nhỏ tệp) rồi gửi lại; các ô đã nhập không mất."),
        "429" => new("Thao tác quá nhanh", "Có quá nhiều lần thử trong thời gian ngắn.", "Đề nghị đợi một phút rồi thử lại."),
        "503" => new("Tạm thời chưa thực hiện được", "Hệ thống đang khởi động, bảo trì, hoặc một bộ phận chưa trả lời; không có gì được lưu dở dang.", "Đề nghị thử lại sau ít phút."),
        Offline => new("Mất kết nối mạng", "Thiết bị chưa kết nối được đến hệ thống.", "Trang này chưa được mang theo. Nội dung đang soạn được giữ trên máy này; khi có mạng trở lại, tải lại trang để tiếp tục."),
        _ => new("Có lỗi xảy ra", "Hệ thống chưa thực hiện được yêu cầu; không có gì được lưu dở dang.", "Đề nghị thử lại. Nếu vẫn lỗi, báo quản trị viên kèm mã dưới đây."),
    };

    /// <summary>Which act is refused, and who holds it.</summary>
    public static string Refusal(Act act) => act switch
    {
        Act.ViewProgramme => "vai trò này không được xem chương trình.",
        Act.EditProgramme => "chỉ Sở Công Thương được nhập, sửa chương trình của tỉnh, thành phố; Ủy ban nhân dân cấp xã chỉ nhập, sửa chương trình của địa bàn mình.",
        Act.ExplainDiscrepancy => "mâu thuẫn trong chương trình của tỉnh, thành phố do Sở Công Thương giải trình; trong chương trình cấp xã do Ủy ban nhân dân xã, phường, đặc khu đó giải trình.",
        Act.ViewResults => "vai trò này không được xem kết quả và minh chứng.",
        Act.RecordResult => "chỉ Sở Công Thương, Trung tâm và Ủy ban nhân dân cấp xã được ghi nhận kết quả.",
        Act.CompareProvinces => "chỉ Bộ Công Thương và Cục được so sánh các tỉnh.",
        Act.ViewLaw => "vai trò này không được xem thư viện văn bản.",
        Act.EditLaw => "chỉ Sở Công Thương và văn thư được nhập văn bản.",
        Act.AdoptRule => "chỉ lãnh đạo Sở Công Thương được xác nhận áp dụng quy định cho tỉnh.",
        Act.EditProcedure => "chỉ Sở Công Thương được soạn quy trình nội bộ; Ủy ban nhân dân cấp xã chỉ soạn quy trình của địa bàn mình.",
        Act.PublishProcedure => "chỉ lãnh đạo Sở Công Thương được công bố quy trình nội bộ; lãnh đạo Ủy ban nhân dân cấp xã chỉ công bố quy trình của địa bàn mình.",
        Act.FilePetition => "vai trò này không được gửi phản ánh, kiến nghị.",
        Act.AnswerPetition => "chỉ Sở Công Thương được trả lời phản ánh, kiến nghị.",
        Act.DraftAmendment => "chỉ Sở Công Thương được theo dõi dự thảo sửa đổi.",
        Act.ViewOrganisations => "vai trò này không được xem tổ chức, địa bàn.",
        Act.EditOrganisations => "chỉ lãnh đạo Sở Công Thương và quản trị hệ thống được sửa tổ chức, địa bàn.",
        Act.ManageUsers => "chỉ quản trị hệ thống được cấp tài khoản, vai trò.",
        Act.Delegate => "chỉ lãnh đạo đơn vị được ủy quyền.",
        Act.ViewAudit => "vai trò này không được xem nhật ký.",
        Act.EraseValues => "chỉ quản trị hệ thống được xóa giá trị theo yêu cầu.",
        _ => "vai trò này không được thực hiện việc này.",
    };
}
