using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

public sealed class DuplicateCheckTests
{
    [Theory]
    [InlineData("Công ty TNHH Gốm An Phú", "Cty Gốm An Phú", true)]
    [InlineData("Cơ sở bánh tráng Thanh Tâm", "CƠ SỞ BÁNH TRÁNG THANH TÂM (dữ liệu minh họa)", true)]
    [InlineData("HTX Dệt Chung Mỹ Nghiệp", "Hợp tác xã dệt Chung Mỹ Nghiêp", true)]
    [InlineData("Xưởng mộc Hòa Bình", "Xưởng mộc Hoà Bình", true)]
    [InlineData("Nước mắm Cam Ranh 1", "Nước mắm Cam Ranh 2", false)]
    [InlineData("Gốm An Phú", "Gốm An Phước", false)]
    [InlineData("Gốm An Phú", "Gốm An Phú Thịnh Phát Nha Trang", false)]
    [InlineData("Công ty TNHH", "Công ty cổ phần", false)]
    public void NamesMeet_WithoutMarksAndLegalForms(string one, string other, bool similar) =>
        DuplicateCheck.NamesAreSimilar(DuplicateCheck.NameKey(one), DuplicateCheck.NameKey(other)).ShouldBe(similar);

    [Fact]
    public void EveryReason_IsTold()
    {
        var one = new EstablishmentSketch(Given.Id(), "Gốm An Phú", ["0100233488"], ["0900000000"], ["22453"], [(12.0853, 109.0985)]);
        DuplicateCheck.Reasons(one, one with { EstablishmentId = Given.Id() }).ShouldBe([DuplicateReason.SameIdentifier, DuplicateReason.SamePhone, DuplicateReason.SimilarName, DuplicateReason.SamePlace]);
    }

    [Fact]
    public void OneNameInTwoCommunes_IsNoReason() =>
        DuplicateCheck.Reasons(
            new(Given.Id(), "Gốm An Phú", [], [], ["22453"], [(12.0853, 109.0985)]),
            new(Given.Id(), "Gốm An Phú", [], [], ["22414"], [(12.0856, 109.0985)])).ShouldBeEmpty();

    [Theory]
    [InlineData(12.08549, true)]
    [InlineData(12.08551, false)]
    public void Places_AreTheSame_WithinTwentyMetres(double latitude, bool same) =>
        DuplicateCheck.Reasons(
            new(Given.Id(), "A", [], [], ["22453"], [(12.0853, 109.0985)]),
            new(Given.Id(), "B", [], [], ["22414"], [(latitude, 109.0985)])).Contains(DuplicateReason.SamePlace).ShouldBe(same);
}
