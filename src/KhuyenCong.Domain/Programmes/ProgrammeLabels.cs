namespace KhuyenCong.Domain.Programmes;

/// <summary>What an official calls each field of a programme.</summary>
public static class ProgrammeLabels
{
    public const string Heading = "Thông tin chung";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["decision.number"] = "Số quyết định",
        ["decision.date"] = "Ngày ký",
        ["decision.issuer"] = "Cơ quan ban hành",
        ["decision.title"] = "Trích yếu quyết định",
        ["decision.proposal"] = "Tờ trình",
        ["decision.effective"] = "Hiệu lực",
        ["title"] = "Tên chương trình",
        ["fromYear"] = "Từ năm",
        ["toYear"] = "Đến năm",
        ["moneyUnit"] = "Đơn vị tiền của văn bản",
        ["code"] = "Mã",
        ["name"] = "Tên",
        ["sameAs"] = "Nhắc lại chỉ tiêu",
        ["contentCode"] = "Nội dung",
        ["unit"] = "Đơn vị tính",
        ["quantity"] = "Số lượng",
        ["operator"] = "Quan hệ",
        ["per"] = "Phạm vi",
        ["titles"] = "Số đầu ấn phẩm",
        ["copies"] = "Số bản",
        ["condition"] = "Điều kiện",
        ["clause"] = "Điểm, mục",
        ["quote"] = "Trích nguyên văn",
        ["note"] = "Ghi chú",
        ["sources"] = "Nguồn kinh phí",
        ["sourceQuote"] = "Trích nguyên văn về nguồn",
        ["source"] = "Nguồn kinh phí",
        ["year"] = "Năm",
        ["printed"] = "Số tiền theo văn bản",
        ["printedShare"] = "Tỷ lệ theo văn bản",
        ["indicatorUnit"] = "Đơn vị của chỉ số",
    };

    private static readonly Dictionary<string, string> Rows = new()
    {
        ["contents"] = "Nội dung",
        ["statements"] = "Chỉ tiêu",
        ["money"] = "Kinh phí",
        ["aims"] = "Mục tiêu",
        ["missingAnnexes"] = "Phụ lục",
    };

    /// <summary>"Số lượng" for "statements[KH-1.2].quantity".</summary>
    public static string Field(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Fields.TryGetValue(path, out var whole) ? whole
            : Fields.TryGetValue(path[(path.LastIndexOf('.') + 1)..], out var last) ? last
            : path;
    }

    public static string Row(string list) => Rows.GetValueOrDefault(list, list);
}
