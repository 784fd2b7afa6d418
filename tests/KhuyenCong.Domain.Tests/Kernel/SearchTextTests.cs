namespace KhuyenCong.Domain.Tests.Kernel;

public sealed class SearchTextTests
{
    [Fact]
    public void ASearch_IsReadWordByWord_AndItsFirstWordsCount()
    {
        SearchText.Words("  Mô hình,  TRÌNH diễn ").ShouldBe(["mo", "hinh,", "trinh", "dien"]);
        SearchText.Words(null).ShouldBeEmpty();
        SearchText.Words(" ").ShouldBeEmpty();
        SearchText.Words(string.Join(' ', Enumerable.Range(1, SearchText.MostWords + 1))).ShouldBe([.. Enumerable.Range(1, SearchText.MostWords).Select(n => $"{n}")]);
    }
}
