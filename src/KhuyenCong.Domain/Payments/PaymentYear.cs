namespace KhuyenCong.Domain.Payments;

/// <summary>Ngày chi so với năm dự toán: the product's own hint, since no document of the library says it; it blocks nothing. What is recorded after a line was closed the ledger refuses.</summary>
public static class PaymentYear
{
    /// <summary>Whether money of a year went before that year began.</summary>
    /// <param name="year">Of the line.</param>
    /// <param name="on">The day of the payment, or of the line that would pay it.</param>
    public static Breach? Hint(int year, DateOnly on) => on.Year < year ? new("payment.before-year", null, year, on) : null;
}
