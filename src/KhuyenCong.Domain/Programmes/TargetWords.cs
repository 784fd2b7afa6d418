using System.Globalization;

namespace KhuyenCong.Domain.Programmes;

/// <summary>How targets are read aloud in Vietnamese.</summary>
public static class TargetWords
{
    private static readonly NumberFormatInfo Grouping = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    extension(TargetStatement statement)
    {
        /// <summary>"từ 100 lượt cơ sở", "trên 50 sản phẩm/đợt".</summary>
        public string Amount => TargetWords.Phrase(statement.Operator, statement.Quantity, statement.Unit, statement.Per);

        public string QuantityText => statement.Quantity is { } q ? q.Grouped() : "không ghi";
    }

    public static string Phrase(TargetOperator @operator, long? quantity, string unit, TargetPer per) =>
        (@operator is TargetOperator.Exactly ? "" : @operator.Words() + " ")
        + (quantity is { } q ? q.Grouped() + " " : "(chưa có số liệu) ")
        + unit
        + (per is TargetPer.Period ? "" : "/" + per.Words());

    public static string Words(this TargetOperator @operator) => @operator switch
    {
        TargetOperator.AtLeast => "từ",
        TargetOperator.MoreThan => "trên",
        _ => "đúng",
    };

    public static string Words(this TargetPer per) => per switch
    {
        TargetPer.Round => "đợt",
        TargetPer.Year => "năm",
        _ => "cả giai đoạn",
    };

    /// <summary>"6.000".</summary>
    public static string Grouped(this long number) => number.ToString("#,##0", Grouping);

    /// <summary>"3,25" with at most the given decimals.</summary>
    public static string Decimals(this decimal number, int places = 2) =>
        number.ToString("#,##0." + new string('#', places), Grouping);
}
