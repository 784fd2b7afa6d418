using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

public sealed class RemovedPaperTests
{
    [Theory]
    [InlineData("  Nhầm tệp ", "Nhầm tệp")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void WhoTookItOff_AndWhy_Stays(string? why, string? kept)
    {
        var paper = Paper(why);
        (paper.Reason, paper.RemovedByName, paper.IsErased, paper.Sha256).ShouldBe((kept, "Cán bộ", false, new string('a', 64)));
    }

    [Fact]
    public void WhatIsTooLong_IsNotCutInsideACharacter() =>
        Paper(new string('a', RemovedPaper.LongestText - 1) + "😀").Reason.ShouldBe(new string('a', RemovedPaper.LongestText - 1));

    [Fact]
    public void WhatIsErased_LosesItsContentAndItsNames_NotThatItWas()
    {
        var paper = Paper("Căn cước của bà B");
        paper.Erase("12/YC", TimeProvider.System.UtcNow);
        (paper.Sha256, paper.FileName, paper.What, paper.Reason).ShouldBe((null, "", "", null));
        (paper.IsErased, paper.ErasedRequest, paper.RemovedByName).ShouldBe((true, "12/YC", "Cán bộ"));
    }

    private static RemovedPaper Paper(string? why) => RemovedPaper.Of(new(
        Given.Id(), Given.Province, Given.Id(), RemovedPaperKind.Settlement, Given.Id(), "Giải trình", "tep.pdf", "application/pdf", new('a', 64), TimeProvider.System.UtcNow, Given.Id(), "Cán bộ", why, TimeProvider.System.UtcNow));
}
