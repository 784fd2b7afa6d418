namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Law = new()
    {
        ["upload.too-large"] = "Tệp lớn quá {0} MB. Hãy giảm độ phân giải khi quét hoặc chia nhỏ tệp.",
        ["upload.not-pdf"] = "“{0}” không phải tệp PDF. Hãy chọn bản PDF của văn bản đã ký.",
        ["law.number-missing"] = "Hãy nhập số, ký hiệu văn bản.",
        ["law.issuer-missing"] = "Hãy nhập cơ quan ban hành.",
        ["law.title-missing"] = "Hãy nhập trích yếu.",
        ["law.date-missing"] = "Hãy nhập ngày ban hành.",
        ["law.date-in-future"] = "Ngày ban hành không được sau hôm nay.",
        ["law.effective-reversed"] = "Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.",
        ["law.other-territory"] = "Chỉ nhập được văn bản của tỉnh, thành phố mình; văn bản trung ương do hệ thống cung cấp.",
        ["law.source-not-web"] = "Địa chỉ nguồn phải bắt đầu bằng http:// hoặc https://.",
        ["law.verified-without-source"] = "Muốn ghi “đã đọc nguyên văn” thì phải có tệp hoặc địa chỉ nguồn.",
        ["law.duplicate-document"] = "Thư viện đã có văn bản này: {0}.",
        ["law.relation-unknown-document"] = "Không tìm thấy văn bản.",
        ["law.relation-to-itself"] = "Một văn bản không thể có quan hệ với chính nó.",
        ["law.relation-backwards"] = "Văn bản ban hành trước không thể sửa, thay hoặc hướng dẫn văn bản ban hành sau.",
        ["law.relation-duplicate"] = "Quan hệ này đã được ghi.",
        ["law.relation-circular"] = "Đã có quan hệ theo chiều ngược lại giữa hai văn bản này.",
        ["adoption.number-missing"] = "Hãy nhập số văn bản xác nhận.",
        ["adoption.signer-missing"] = "Hãy nhập họ tên người ký.",
        ["adoption.signer-title-missing"] = "Hãy nhập chức vụ người ký.",
        ["adoption.signed-in-future"] = "Ngày ký không được sau hôm nay.",
        ["adoption.before-signing"] = "Ngày áp dụng không được trước ngày ký.",
        ["adoption.other-territory"] = "Quy định này chỉ áp dụng trên địa bàn tỉnh, thành phố khác.",
        ["adoption.already-verified"] = "Quy định này đã được kiểm chứng nguyên văn, không cần xác nhận áp dụng.",
        ["adoption.rule-expired"] = "Quy định đã hết hiệu lực từ sau ngày {0}.",
        ["adoption.already-adopted"] = "Quy định đã được xác nhận áp dụng theo văn bản số {0}.",
        ["adoption.already-revoked"] = "Xác nhận này đã được chấm dứt.",
        ["adoption.revoked-before-start"] = "Ngày chấm dứt phải sau ngày bắt đầu áp dụng.",
        ["adoption.revoked-in-past"] = "Không chấm dứt lùi ngày: việc đã xử lý theo xác nhận này vẫn giữ nguyên.",
        ["adoption.reason-missing"] = "Hãy nêu lý do chấm dứt.",
    };
}
