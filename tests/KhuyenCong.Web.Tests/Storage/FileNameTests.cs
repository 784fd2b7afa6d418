using KhuyenCong.Web.Storage;

namespace KhuyenCong.Web.Tests.Storage;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("giải\ufffe trình\0.pdf", "giải trình.pdf")]
    [InlineData("..\\..\\etc/passwd", "passwd")]
    [InlineData("a\u202efdp.exe", "afdp.exe")]
    [InlineData("\ufffe", "tep")]
    public void WhatMisleads_OrIsNoCharacter_IsTakenOut(string sent, string kept) => FileNames.Clean(sent).ShouldBe(kept);

    [Fact]
    public void ALongName_IsNotCutInsideACharacter()
    {
        var kept = FileNames.Clean($"{new string('a', 195)}{string.Concat(Enumerable.Repeat("😀", 20))}.pdf");
        kept.ShouldBe($"{new string('a', 195)}.pdf");
        FileNames.Clean($"a.{string.Concat(Enumerable.Repeat("😀", 120))}").Length.ShouldBeLessThanOrEqualTo(200);
    }
}
