using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Web.Resources;

/// <summary>Codes of mục lục ngân sách in Vietnamese.</summary>
public static class BudgetCodeWords
{
    /// <summary>Told where codes are typed and the library has no table of that year.</summary>
    public const string NoTable = "Chưa có bảng mã hiện hành, đề nghị tỉnh nhập mã theo văn bản giao dự toán.";

    /// <summary>"Chương …, loại …, khoản …; mã ĐVQHNS …"; null where nothing is written.</summary>
    public static string? Text(this BudgetCodes codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var place = Joined(("chương", codes.Chapter), ("loại", codes.Category), ("khoản", codes.Section));
        return (place, codes.UnitNumber) switch
        {
            ({ } written, { } unit) => $"{written.AtStart()}; mã ĐVQHNS {unit}",
            ({ } written, null) => written.AtStart(),
            (null, { } unit) => $"Mã ĐVQHNS {unit}",
            _ => null,
        };
    }

    /// <summary>"Mục …, tiểu mục …"; null where nothing is written.</summary>
    public static string? SpendingText(string? budgetItem, string? budgetSubItem) => Joined(("mục", budgetItem), ("tiểu mục", budgetSubItem))?.AtStart();

    private static string? Joined(params (string Name, string? Code)[] codes) =>
        codes.Where(c => c.Code is not null).Select(c => $"{c.Name} {c.Code}").ToList() is { Count: > 0 } written ? string.Join(", ", written) : null;
}
