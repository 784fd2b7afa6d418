namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Petitions = new()
    {
        ["petition.not-allowed"] = "Vai trò của bạn không được làm việc này.",
        ["petition.wrong-state"] = "Việc này không làm được ở trạng thái hiện tại của phản ánh, kiến nghị.",
        ["petition.title-missing"] = "Hãy nhập tiêu đề.",
        ["petition.title-too-long"] = "Tiêu đề dài quá {0} ký tự.",
        ["petition.text-missing"] = "Hãy nhập nội dung phản ánh, kiến nghị.",
        ["petition.text-too-long"] = "Nội dung dài quá {0} ký tự.",
        ["petition.filer-missing"] = "Hãy nhập tên đơn vị hoặc cơ sở gửi.",
        ["petition.subject-missing"] = "Hãy chọn văn bản, chỉ tiêu hoặc quy định liên quan.",
        ["petition.clause-missing"] = "Hãy nhập điều, khoản của văn bản.",
        ["petition.note-missing"] = "Hãy nhập nội dung.",
        ["petition.deadline-missing"] = "Hãy đặt hạn trả lời.",
        ["petition.deadline-past"] = "Hạn trả lời không được trước hôm nay.",
        ["petition.deadline-not-later"] = "Hạn mới phải sau hạn cũ.",
        ["petition.deadline-not-here"] = "Bước này không đặt hạn trả lời.",
        ["petition.document-in-future"] = "Ngày văn bản không được sau hôm nay.",
        ["petition.document-incomplete"] = "Hãy nhập cả số và ngày văn bản.",
        ["petition.proposal-missing"] = "Hãy chọn đề xuất sửa đổi.",
        ["petition.already-grouped"] = "Phản ánh, kiến nghị đã nằm trong một đề xuất sửa đổi khác.",
        ["amendment.not-allowed"] = "Vai trò của bạn không được theo dõi đề xuất sửa đổi.",
        ["amendment.wrong-state"] = "Việc này không làm được ở trạng thái hiện tại của đề xuất sửa đổi.",
        ["amendment.title-missing"] = "Hãy nhập tên đề xuất sửa đổi.",
        ["amendment.petitions-missing"] = "Hãy chọn ít nhất một phản ánh, kiến nghị.",
        ["amendment.petitions-not-groupable"] = "Không đưa được vào đề xuất (sai trạng thái hoặc đã thuộc đề xuất khác): {0}.",
        ["amendment.document-missing"] = "Hãy nhập số văn bản.",
        ["amendment.document-date-missing"] = "Hãy nhập ngày văn bản.",
        ["amendment.document-in-future"] = "Ngày văn bản không được sau hôm nay.",
        ["amendment.opinion-of-missing"] = "Hãy nhập tên cơ quan góp ý.",
        ["amendment.note-missing"] = "Hãy nhập nội dung hoặc lý do.",
    };
}
