namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Clusters = new()
    {
        ["cluster.name-missing"] = "Hãy nhập tên cụm công nghiệp.",
        ["cluster.name-twice"] = "Tỉnh, thành phố đã có cụm công nghiệp tên này.",
        ["cluster.decided-in-future"] = "Ngày quyết định không được sau hôm nay.",
        ["cluster.investor-unknown"] = "Không có chủ đầu tư này trong danh mục cơ sở, tổ chức của tỉnh, thành phố.",
        ["figure.in-future"] = "Ngày số liệu không được sau hôm nay.",
        ["figure.day-twice"] = "Đã có số liệu của ngày này; hãy sửa dòng đó.",
        ["figure.empty"] = "Hãy nhập ít nhất một số liệu; mục chưa có số liệu thì để trống.",
        ["figure.negative"] = "Số liệu không được âm.",
        ["figure.industrial-above-area"] = "Diện tích đất công nghiệp không được lớn hơn diện tích cụm.",
        ["figure.leased-above-industrial"] = "Diện tích đã cho thuê không được lớn hơn diện tích đất công nghiệp.",
        ["relocation.site-unknown"] = "Hãy chọn một địa điểm sản xuất đang dùng của cơ sở.",
        ["relocation.open-already"] = "Địa điểm này đang được theo dõi di dời.",
        ["relocation.cluster-unknown"] = "Không có cụm công nghiệp này trong tỉnh, thành phố.",
        ["relocation.cluster-missing"] = "Hãy chọn cụm công nghiệp nơi chuyển đến.",
        ["relocation.wrong-state"] = "Không chuyển được từ tình trạng hiện tại sang tình trạng này.",
        ["relocation.in-future"] = "Ngày không được sau hôm nay.",
        ["relocation.before-state"] = "Ngày không được trước {0}, ngày của bước trước.",
        ["dismissal.not-alike"] = "Hai bản ghi này không có dấu hiệu trùng nên không cần kết luận.",
        ["dismissal.already-undone"] = "Kết luận này đã được rút.",
    };
}
