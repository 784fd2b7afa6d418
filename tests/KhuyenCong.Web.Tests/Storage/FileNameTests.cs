using System.Text;
using KhuyenCong.Web.Storage;

namespace KhuyenCong.Web.Tests.Storage;

public sealed class FileNameTests
{
    [Fact]
    public void WhatMisleads_OrIsNoCharacter_IsTakenOut()
    {
        FileNames.Clean("..\\..\\etc/passwd").ShouldBe("passwd");
        FileNames.Clean("a\u202efdp.exe").ShouldBe("afdp.exe");
        FileNames.Clean("giải\ufffe trình\0.pdf").ShouldBe("giải trình.pdf");
        FileNames.Clean("\ufffe").ShouldBe("tep");
    }

    [Fact]
    public void ALongName_IsNotCutInsideACharacter()
    {
        FileNames.Clean($"{new string('a', 195)}{string.Concat(Enumerable.Repeat("😀", 20))}.pdf").ShouldBe($"{new string('a', 195)}.pdf");
        var odd = FileNames.Clean($"aa.{string.Concat(Enumerable.Repeat("😀", 120))}");
        odd.Length.ShouldBeLessThanOrEqualTo(200);
        odd.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }
}
