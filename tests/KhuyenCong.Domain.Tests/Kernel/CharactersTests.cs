namespace KhuyenCong.Domain.Tests.Kernel;

public sealed class CharactersTests
{
    [Fact]
    public void WhatIsNoCharacter_IsLeftOut()
    {
        Characters.Sound("Đề án 😀").ShouldBe("Đề án 😀");
        Characters.Sound("a\0b\ufffec").ShouldBe("abc");
        Characters.Sound("a\ud83d" + "b\ude00c😀").ShouldBe("abc😀");
        Characters.Sound("\ud83d").ShouldBe("");
    }

    [Fact]
    public void NothingIsCutInsideACharacter()
    {
        Characters.Cut("abc", 3).ShouldBe("abc");
        Characters.Cut("abcd", 3).ShouldBe("abc");
        Characters.Cut("ab😀", 3).ShouldBe("ab");
        Characters.Cut("ab😀c", 4).ShouldBe("ab😀");
    }

    /// <summary>A search that was cut inside a character, or was forged, finds what the rest of it says.</summary>
    [Fact]
    public void WhatIsNoCharacter_DoesNotStopASearch()
    {
        SearchText.Fold("Mô \ufffehình\0 \ud83d").ShouldBe("mo hinh");
        SearchText.SortKey("\ud83dĐồng\ufffe").ShouldBe(SearchText.SortKey("Đồng"));
    }
}
