namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Procedures = new()
    {
        ["procedure.published"] = "Quy trình này đã công bố nên không sửa, không bỏ được. Hãy lập bản mới từ bản này.",
        ["procedure.title-missing"] = "Hãy nhập tên quy trình.",
        ["procedure.too-long"] = "Dài quá {0} ký tự.",
        ["procedure.commune-unknown"] = "Xã, phường, đặc khu này không thuộc tỉnh, thành phố.",
        ["procedure.not-yours"] = "Cấp xã chỉ soạn, công bố quy trình khuyến công cấp xã của địa bàn mình: hãy chọn chế độ cấp xã và xã, phường, đặc khu của bạn.",
        ["procedure.commune-not-asked"] = "Chỉ quy trình khuyến công cấp xã mới chọn riêng một xã, phường, đặc khu.",
        ["procedure.too-many-steps"] = "Một quy trình có nhiều nhất {0} bước.",
        ["procedure.step-name-missing"] = "Bước {0}: hãy nhập tên bước.",
        ["procedure.step-too-long"] = "Bước {0}: dài quá {1} ký tự.",
        ["procedure.days-outside"] = "Bước {0}: số ngày từ 1 đến {1}; chưa có số liệu thì để trống.",
        ["procedure.state-not-held"] = "Bước {0}: loại hồ sơ này không qua trạng thái đã chọn.",
        ["procedure.rule-unknown"] = "Bước {0}: quy định này không có trong thư viện của tỉnh, thành phố.",
        ["procedure.no-step"] = "Quy trình chưa có bước nào.",
        ["procedure.performer-missing"] = "Chưa có người, đơn vị thực hiện ở bước {0}: hãy sửa dự thảo trước khi công bố.",
        ["procedure.number-missing"] = "Hãy nhập số quyết định.",
        ["procedure.date-missing"] = "Hãy nhập ngày quyết định.",
        ["procedure.issuer-missing"] = "Hãy nhập cơ quan ban hành.",
        ["procedure.signer-missing"] = "Hãy nhập họ tên người ký.",
        ["procedure.signer-title-missing"] = "Hãy nhập chức vụ người ký.",
        ["procedure.from-missing"] = "Hãy nhập ngày bắt đầu áp dụng.",
        ["procedure.decided-in-future"] = "Ngày quyết định không được sau hôm nay.",
        ["procedure.before-decision"] = "Ngày bắt đầu áp dụng không được trước ngày quyết định.",
        ["procedure.reversed"] = "Ngày cuối áp dụng phải từ ngày bắt đầu trở đi.",
        ["procedure.overlaps"] = "Đã công bố “{0}” cho cùng loại hồ sơ, áp dụng từ {1}: hai bản không được áp dụng cùng lúc. Hãy chọn ngày bắt đầu sau ngày đó, hoặc ngày cuối trước ngày đó.",
    };
}
