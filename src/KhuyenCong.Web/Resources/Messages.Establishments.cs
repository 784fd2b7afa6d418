namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Establishments = new()
    {
        ["establishment.name-missing"] = "Hãy nhập tên cơ sở.",
        ["establishment.too-long"] = "Dài quá {0} ký tự.",
        ["establishment.trade-code-shape"] = "Mã ngành VSIC gồm 4 hoặc 5 chữ số, ví dụ 10309.",
        ["establishment.trade-version"] = "Hãy chọn phiên bản của mã ngành: cùng một mã có thể khác nghĩa giữa hai phiên bản.",
        ["establishment.site-missing"] = "Hãy chọn xã, phường, đặc khu của địa điểm sản xuất: địa bàn tính theo nơi sản xuất, không theo trụ sở.",
        ["establishment.commune-missing"] = "Hãy chọn xã, phường, đặc khu.",
        ["establishment.commune-unknown"] = "Không có xã, phường, đặc khu này trong tỉnh, thành phố.",
        ["establishment.commune-not-yours"] = "Bạn chỉ nhập, sửa được cơ sở có địa điểm sản xuất trên địa bàn mình.",
        ["establishment.coordinates-half"] = "Hãy nhập cả vĩ độ và kinh độ, hoặc để trống cả hai.",
        ["establishment.coordinates-outside"] = "Tọa độ nằm ngoài Việt Nam. Vĩ độ từ 6 đến 24, kinh độ từ 102 đến 118; có thể hai số bị đổi chỗ.",
        ["establishment.dates-reversed"] = "Ngày kết thúc không được trước ngày bắt đầu.",
        ["establishment.merged"] = "Bản ghi này đã được hợp nhất vào bản ghi khác; hãy sửa ở bản ghi còn lại.",
        ["establishment.state-by-merge-only"] = "Tình trạng này chỉ đặt được bằng việc hợp nhất.",
        ["establishment.reason-missing"] = "Hãy ghi lý do.",
        ["establishment.last-site"] = "Cơ sở phải có ít nhất một địa điểm sản xuất. Nếu đã thôi sản xuất ở đây, hãy nhập ngày kết thúc.",
        ["identifier.missing"] = "Hãy nhập số.",
        ["identifier.tax-shape"] = "Mã số thuế có 10 chữ số, 13 chữ số (đơn vị phụ thuộc), hoặc 12 chữ số (hộ kinh doanh, cá nhân dùng số định danh).",
        ["identifier.shape"] = "Số định danh cá nhân có 12 chữ số; số đăng ký kinh doanh có từ 4 đến 30 chữ và số.",
        ["identifier.twice"] = "Cơ sở này đã có số đó.",
        ["identifier.checksum"] = "Mã số thuế {0} không khớp số kiểm tra. Hãy so lại với giấy tờ; nếu đúng như giấy tờ thì vẫn giữ được.",
        ["year.outside"] = "Năm phải từ {0} đến {1}.",
        ["year.twice"] = "Đã có số liệu năm {0}; hãy sửa dòng đó.",
        ["year.labour-negative"] = "Số lao động không được âm.",
        ["year.export-above-revenue"] = "Giá trị xuất khẩu không được lớn hơn doanh thu.",
        ["year.share-outside"] = "Tỷ lệ phải từ 0 đến 100.",
        ["contact.empty"] = "Hãy nhập họ tên, số điện thoại hoặc thư điện tử.",
        ["contact.phone-shape"] = "Số điện thoại phải có từ 8 đến 12 chữ số.",
        ["contact.email-shape"] = "Địa chỉ thư điện tử không đúng dạng.",
        ["consent.in-future"] = "Ngày không được sau hôm nay.",
        ["establishment.check-twins"] = "Hãy xem các bản ghi giống cơ sở này, rồi đánh dấu nếu đây là cơ sở khác.",
        ["entry.number-unreadable"] = "“{0}” không phải là số.",
        ["entry.choice-unknown"] = "Hãy chọn một giá trị trong danh sách.",
    };
}
