namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Audit = new()
    {
        ["audit.request-missing"] = "Hãy nhập số yêu cầu làm căn cứ xóa.",
        ["audit.nothing-chosen"] = "Hãy chọn ít nhất một giá trị cần xóa.",
    };
}
