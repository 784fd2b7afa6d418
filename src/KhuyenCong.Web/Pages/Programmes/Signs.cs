namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Differences with their sign, as officials write them.</summary>
public static class Signs
{
    public static string WithSign(Dong amount) => (amount > Dong.Zero ? "+" : amount < Dong.Zero ? "−" : "") + new Dong(Math.Abs(amount.Amount));

    /// <summary>"62,15 %".</summary>
    public static string Percent(int? basisPoints) => basisPoints is { } points ? Domain.Programmes.TargetWords.Decimals(points / 100m) + " %" : "không ghi";
}
