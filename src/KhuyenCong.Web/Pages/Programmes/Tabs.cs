namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>The tabs of a programme; <paramref name="Current"/> is the last part of the address of the open one.</summary>
public sealed record Tabs(ProgrammeHead Head, string Current, int? OpenDiscrepancies = null)
{
    public IEnumerable<(string Text, string Slug, bool IsCurrent, int? Count)> Items =>
        new (string Text, string Slug, int? Count)[]
        {
            ("Tổng quan", "", null),
            ("Mâu thuẫn", "/mau-thuan", OpenDiscrepancies),
            ("Kinh phí", "/kinh-phi", null),
            ("Chỉ số, mục tiêu", "/chi-so", null),
            ("Phiên bản", "/phien-ban", null),
        }.Select(t => (t.Text, t.Slug, t.Slug == Current, t.Count));
}
