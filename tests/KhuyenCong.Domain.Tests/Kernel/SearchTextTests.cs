namespace KhuyenCong.Domain.Tests.Kernel;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Mô hình  TRÌNH diễn", "mo hinh trinh dien")]
    [InlineData("Đường Đặng", "duong dang")]
    [InlineData(null, "")]
    public void Fold(string? text, string folded) => SearchText.Fold(text).ShouldBe(folded);

    [Fact]
    public void SortKey_FollowsVietnameseOrder() =>
        new[] { "đa", "da", "â", "ă", "az", "à", "a", "dz" }.OrderBy(SearchText.SortKey, StringComparer.Ordinal)
            .ShouldBe(["a", "à", "az", "ă", "â", "da", "dz", "đa"]);

    [Fact]
    public void ASearch_IsReadWordByWord_AndItsFirstWordsCount()
    {
        SearchText.Words("  Mô hình,  TRÌNH diễn ").ShouldBe(["mo", "hinh,", "trinh", "dien"]);
        SearchText.Words(null).ShouldBeEmpty();
        SearchText.Words(" ").ShouldBeEmpty();
        SearchText.Words(string.Join(' ', Enumerable.Range(1, SearchText.MostWords + 1))).ShouldBe([.. Enumerable.Range(1, SearchText.MostWords).Select(n => $"{n}")]);
    }
}
