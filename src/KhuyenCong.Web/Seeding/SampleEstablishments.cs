using KhuyenCong.Domain.Establishments;
using static KhuyenCong.Domain.Establishments.LegalForm;

namespace KhuyenCong.Web.Seeding;

/// <summary>Invented establishments to try the product with (dữ liệu minh họa): names, numbers and figures are nobody's.</summary>
internal static class SampleEstablishments
{
    private sealed record Row(string Name, LegalForm Form, string Commune, string Code, string Trade, int? Labour, int? RevenueMillions, int? CapitalMillions, double? Latitude = null, double? Longitude = null);

    private static readonly Row[] KhanhHoa =
    [
        new("Công ty TNHH Nước mắm Sóng Biếc", SmallOrMediumEnterprise, "22366", "10203", "Sản xuất nước mắm", 42, 38_000, 15_000, 12.2301, 109.1902),
        new("HTX Dệt thổ cẩm Hương Chăm", Cooperative, "22873", "13120", "Dệt thổ cẩm truyền thống", 56, 4_200, 2_600),
        new("Cơ sở gốm Đất Nâu", HouseholdBusiness, "22873", "23930", "Gốm thủ công", 8, 900, 700),
        new("Hộ kinh doanh Bánh tráng Mây Trắng", HouseholdBusiness, "22702", "10799", "Bánh tráng", 6, 650, 400),
        new("Công ty TNHH Yến sào Cánh Gió", SmallOrMediumEnterprise, "22528", "10799", "Chế biến yến sào", 35, 61_000, 24_000, 12.4932, 109.1258),
        new("HTX Nho và rượu vang Nắng Gió", Cooperative, "22852", "11020", "Rượu vang nho", 24, 7_800, 5_500),
        new("Công ty CP Muối sạch Đầm Xanh", SmallOrMediumEnterprise, "22897", "08930", "Muối tinh, muối i-ốt", 118, 72_000, 44_000),
        new("Cơ sở mộc Bình Minh", HouseholdBusiness, "22453", "31001", "Đồ gỗ gia dụng", 9, 1_450, 1_100, 12.0853, 109.1484),
        new("Tổ hợp tác Chiếu cói Làng Sen", CooperativeGroup, "22558", "16290", "Dệt chiếu cói", 14, 520, 260),
        new("Công ty TNHH Xoài sấy Cam Lâm Xanh", SmallOrMediumEnterprise, "22453", "10309", "Xoài sấy dẻo", 63, 29_500, 12_400, 12.0791, 109.1502),
        new("Hộ kinh doanh Nem chua Bà Tư Mây", HouseholdBusiness, "22528", "10109", "Nem chua", 5, null, 300),
        new("HTX Mía đường Đồng Bãi", Cooperative, "22435", "10720", "Đường phên", 31, 6_600, 4_900),
        new("Công ty TNHH Cơ khí Trường Hải Sơn", SmallOrMediumEnterprise, "22390", "25920", "Gia công cơ khí, máy nông nghiệp", 27, 18_300, 9_800),
        new("Cơ sở Trầm hương An Tịnh", HouseholdBusiness, "22504", "32901", "Nhang, vòng trầm hương", 12, 2_300, 1_900),
        new("Công ty CP Thủy sản Vịnh Ngọc", CleanerProducer, "22420", "10201", "Thủy sản đông lạnh, áp dụng sản xuất sạch hơn", 420, 310_000, 160_000, 11.9211, 109.1542),
        new("HTX Tỏi Cát Trắng", Cooperative, "22504", "10309", "Tỏi đen", 18, 3_100, 1_500),
        new("Hộ kinh doanh Kẹo dừa Biển Đông", HouseholdBusiness, "22780", "10739", "Kẹo dừa", 7, 780, 350),
        new("Công ty TNHH Vật liệu không nung Đá Chồng", SmallOrMediumEnterprise, "22822", "23950", "Gạch không nung", 48, 26_400, 19_200),
        new("Cơ sở Cà phê rang xay Khánh Sơn Mới", HouseholdBusiness, "22720", "10770", "Cà phê rang xay", 4, 540, null),
        new("Công ty TNHH Táo sấy Ninh Thuận Xưa", SmallOrMediumEnterprise, "22738", "10309", "Táo, nho sấy", 22, 9_700, 4_300),
        new("Nghệ nhân Nguyễn Minh Họa A", Artisan, "22873", "23930", "Gốm Chăm truyền thống", 3, null, null),
        new("Công ty CP Hạ tầng CCN Diên Minh Họa", ClusterInvestor, "22660", "68100", "Đầu tư hạ tầng cụm công nghiệp", 26, 41_000, 98_000),
        new("HTX Rong biển Thuận Hòa", Cooperative, "22840", "10309", "Rong sụn khô", 29, 5_200, 2_800),
        new("Hộ kinh doanh Mắm ruốc Bãi Dài", HouseholdBusiness, "22480", "10209", "Mắm ruốc, mắm tôm", 5, 460, 280),
        new("Trung tâm Tư vấn sản xuất sạch hơn Xanh Lá", LegalForm.ServiceProvider, "22366", "70200", "Tư vấn sản xuất sạch hơn", 11, 3_900, 1_200),
    ];

    private static readonly Row[] DongNai =
    [
        new("Công ty TNHH Gốm Biên Thành", SmallOrMediumEnterprise, "26068", "23930", "Gốm mỹ nghệ", 74, 46_000, 18_500, 10.9412, 106.8153),
        new("HTX Điều hữu cơ Bù Xanh", Cooperative, "25396", "10309", "Nhân điều", 96, 48_500, 21_000),
        new("Hộ kinh doanh Bưởi sấy Tân Lộc", HouseholdBusiness, "26158", "10309", "Bưởi sấy, tinh dầu bưởi", 8, 1_200, 800),
        new("Công ty CP Gỗ Hạt Dẻ", SmallOrMediumEnterprise, "26374", "31001", "Đồ gỗ xuất khẩu", 188, 176_000, 92_000),
        new("Cơ sở mây tre Thanh Bình Mới", HouseholdBusiness, "26221", "16291", "Đan lát mây tre", 10, 950, 420),
        new("HTX Ca cao Trảng Nắng", Cooperative, "26311", "10730", "Ca cao, sô-cô-la", 21, 8_300, 5_100),
        new("Công ty TNHH Cao su kỹ thuật Lộc Phát Minh", SmallOrMediumEnterprise, "25292", "22190", "Sản phẩm cao su kỹ thuật", 52, 33_000, 20_500),
        new("Tổ hợp tác Thổ cẩm S’tiêng Sóc Mới", CooperativeGroup, "25396", "13120", "Dệt thổ cẩm", 17, 380, 150),
        new("Công ty TNHH Cơ khí nông nghiệp Xuân Bắc Tiến", SmallOrMediumEnterprise, "26428", "28210", "Máy nông nghiệp", 33, 21_800, 11_700),
        new("Hộ kinh doanh Nấm linh chi Gia Kiệm Xanh", HouseholdBusiness, "26311", "10309", "Nấm sấy khô", 4, 610, 330),
        new("Công ty CP Dệt nhuộm Suối Trong", CleanerProducer, "26374", "13130", "Dệt nhuộm, áp dụng sản xuất sạch hơn", 510, 420_000, 260_000),
        new("HTX Hồ tiêu Đỏ Lửa", Cooperative, "25345", "10309", "Tiêu sạch", 38, 11_900, 7_400),
        new("Công ty CP Hạ tầng CCN Phú Minh Họa", ClusterInvestor, "26221", "68100", "Đầu tư hạ tầng cụm công nghiệp", 19, null, 120_000),
        new("Cơ sở Đá mỹ nghệ Bửu An", HouseholdBusiness, "26068", "23960", "Tạc đá", 12, 1_700, 1_300),
        new("Nghệ nhân Trần Minh Họa B", Artisan, "26068", "23930", "Gốm truyền thống", 2, null, null),
    ];

    public static IEnumerable<Establishment> All(SizeRule size, DateOnly today, DateTime at, Func<Guid> newId) =>
        KhanhHoa.Select((row, i) => (Province: "56", row, i)).Concat(DongNai.Select((row, i) => (Province: "75", row, i: i + KhanhHoa.Length)))
            .Select(s => Establishment.From(Registering.Register(
                new(newId(), s.Province, new(s.row.Form, $"{s.row.Name} (dữ liệu minh họa)", null, s.row.Code, Registering.CurrentTradeCodes, s.row.Trade), [.. Parts(s.row, s.i, today).Select(p => (newId(), p))], at),
                new(_ => true, size, today, at)).Event!));

    private static IEnumerable<PartEntry> Parts(Row row, int i, DateOnly today)
    {
        yield return new SiteEntry(row.Commune, $"Thôn {(i % 7) + 1}", row.Latitude, row.Longitude, new(2015 + (i % 8), 1, 1));
        // Ranges that no register issues: seven zeros in a tax code, a personal number of no province.
        yield return row.Form is HouseholdBusiness or Artisan or CooperativeGroup
            ? new IdentifierEntry(IdentifierKind.PersonalNumber, $"0000000{i:00000}")
            : new IdentifierEntry(IdentifierKind.TaxCode, $"{10 + i}0000000{(i % 9) + 1}");
        yield return new ContactEntry($"Người liên hệ minh họa {i + 1}", "Đại diện", $"0000000{i:000}", $"minh-hoa-{i + 1}@example.invalid");
        yield return new ProductEntry(row.Trade);
        if (row.Labour is not null)
        {
            yield return new YearEntry(today.Year - 1, row.Labour, row.CapitalMillions is { } capital ? Dong.Millions(capital) : null, row.RevenueMillions is { } revenue ? Dong.Millions(revenue) : null, null, i % 3 == 0 ? 4000 + (i * 150) : null, null, "Phiếu khảo sát (dữ liệu minh họa)");
        }

        if (i % 4 == 0)
        {
            yield return new ConsentEntry("TB-2026-01", new(2026, 3, 1), ConsentManner.SignedPaper, "Dữ liệu minh họa");
        }

        if (i % 6 == 1)
        {
            yield return new CertificateEntry(CertificateKind.Ocop, $"{3 + (i % 2)} sao (dữ liệu minh họa)", "UBND tỉnh", row.Trade, new(2025, 12, 1), new(2028, 11, 30));
        }

        if (i % 9 == 1)
        {
            yield return new CertificateEntry(CertificateKind.TypicalProduct, $"MH-{i:00}", "UBND tỉnh", row.Trade, new(2025, 6, 1), new(2027, 12, 31));
        }
    }
}
