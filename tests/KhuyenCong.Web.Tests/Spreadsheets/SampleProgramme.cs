using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Tests.Spreadsheets;

/// <summary>An invented programme that uses every field (dữ liệu minh họa).</summary>
internal static class SampleProgramme
{
    public static readonly ProgrammeText Rich = new()
    {
        Decision = new("01/QĐ-UBND", new(2026, 1, 7), "UBND tỉnh Minh Họa", "Phê duyệt Chương trình \"khuyến công\"", "Tờ trình 1/TTr-SCT", "kể từ ngày ký"),
        Title = "Chương trình khuyến công tỉnh Minh Họa giai đoạn 2026 - 2030",
        FromYear = 2026,
        ToYear = 2030,
        MoneyUnit = MoneyUnit.MillionDong,
        Contents = [new("1", "Mô hình; trình diễn", "III.1", ["KCQG", "KCDP"], "c) Kinh phí từ hai nguồn."), new("2.10", "Truyền thông")],
        Statements =
        [
            new() { Code = "MH-1", ContentCode = "1", Name = "Mô hình", Unit = "mô hình", Quantity = 3, Clause = "I.2", Quote = "-  Hỗ trợ 03 mô hình\ntrình diễn.", Sources = ["KCQG", "KCDP"] },
            new() { Code = "MH-1b", SameAs = "MH-1", Name = "= nhắc lại", Unit = "mô hình", Quantity = 6_000, Operator = TargetOperator.AtLeast, Per = TargetPer.Round, Clause = "1/2", Quote = "từ 6.000" },
            new() { Code = "MH-2", Name = "Ấn phẩm", Unit = "ấn phẩm", Operator = TargetOperator.MoreThan, Per = TargetPer.Year, Titles = 3, Copies = 600, Condition = "nếu được phân bổ", Clause = "I.2.c", Quote = "_x0041_ 3 brochure", Note = "@ghi chú" },
        ],
        Money =
        [
            new() { Code = "T", Name = "Tổng", Printed = new Dong(55_750_000_000), Clause = "V.1", Quote = "55.750 triệu đồng" },
            new() { Code = "A", Name = "Địa phương", Source = "KCDP", Year = 2026, ContentCode = "1", Printed = new Dong(6_606_000_000), PrintedShare = 6215, Clause = "V.2", Quote = "6.606" },
            new() { Code = "B", Name = "Lẻ", Source = "DOIUNG", Year = 2027, Printed = new Dong(33_248_300_000), PrintedShare = 50, Clause = "V.2", Quote = "33.248,3" },
            new() { Code = "C", Name = "Chưa có", Source = "CAPXA", Clause = "V.2", Quote = "…" },
            new() { Code = "D", Name = "Rất lớn", Source = "KHAC", Printed = new Dong(2_000_000_000_000), Clause = "V.2", Quote = "2.000 tỷ" },
            new() { Code = "E", Name = "Không đồng", Source = "TAITRO", Printed = Dong.Zero, Clause = "V.2", Quote = "0" },
            new() { Code = "F", Name = "Rất nhỏ", Source = "LONGGHEP", Printed = new Dong(300_000), Clause = "V.2", Quote = "300.000 đồng" },
        ],
        Aims = [new("Q1", "Cơ sở dữ liệu", "I.2", "Tạo lập hệ thống"), new("Q2", "Tăng trưởng", null, null, "1", "%")],
        MissingAnnexes = [new("Bảng dự toán", "V.2", "Có bảng dự toán kèm theo")],
    };
}
