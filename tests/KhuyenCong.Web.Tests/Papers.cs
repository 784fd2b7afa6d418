using AngleSharp.Dom;

namespace KhuyenCong.Web.Tests;

/// <summary>What every printed paper has.</summary>
internal static class Papers
{
    /// <summary>Issuing body, quốc hiệu – tiêu ngữ, place and day, places to sign, and that the form is not verified.</summary>
    public static void ShouldBeHeadedAsAPaper(this IDocument page, string signer)
    {
        var heads = page.QuerySelectorAll(".paper-head").Select(h => h.TextContent).ToList();
        heads.ShouldNotBeEmpty();
        heads.ShouldAllBe(h => h.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", StringComparison.Ordinal) && h.Contains("tháng", StringComparison.Ordinal));
        page.QuerySelectorAll(".signatures").Select(s => s.TextContent).ShouldContain(s => s.Contains(signer, StringComparison.Ordinal));
        page.QuerySelector(".form-notice")!.TextContent.ShouldContain("chưa được kiểm chứng");
    }
}
