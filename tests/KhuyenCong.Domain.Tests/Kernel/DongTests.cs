namespace KhuyenCong.Domain.Tests.Kernel;

public sealed class DongTests
{
    [Theory]
    [InlineData(400_000_000, 5000, 200_000_000)]
    [InlineData(400_000_001, 5000, 200_000_000)] // never rounded up
    [InlineData(10_001, 150, 150)]
    [InlineData(-1, 5000, -1)]
    public void Share_RoundsDown(long amount, int basisPoints, long share) => new Dong(amount).Share(basisPoints).ShouldBe(new Dong(share));

    [Fact]
    public void Arithmetic_IsChecked() => Should.Throw<OverflowException>(() => new Dong(long.MaxValue) + new Dong(1));

    [Fact]
    public void Text_GroupsByDots() => new Dong(36_383_000_000).ToString().ShouldBe("36.383.000.000 đ");

    [Fact]
    public void SumKnown_BlankIsNotZero()
    {
        new Dong?[] { null, null }.SumKnown().ShouldBeNull();
        new Dong?[] { null, new(5) }.SumKnown().ShouldBe(new Dong(5));
    }
}

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("36.383.000.000", 36_383_000_000)]
    [InlineData("300 triệu", 300_000_000)]
    [InlineData("1,5 tỷ", 1_500_000_000)]
    [InlineData("400.000.000 đồng", 400_000_000)]
    [InlineData(" 7 ", 7)]
    public void Dong(string text, long amount) => AmountText.Parse(text).ShouldBe((new Dong(amount), null));

    [Fact]
    public void NfdText_ReadsTheSame() => AmountText.Parse("300 triệu".Normalize(System.Text.NormalizationForm.FormD)).Amount.ShouldBe(Domain.Kernel.Dong.Millions(300));

    [Theory]
    [InlineData("6.606", 6_606_000_000)] // 6606 triệu, never 6,606
    [InlineData("6,5", 6_500_000)]
    [InlineData("6.606 đồng", 6_606)]
    public void MillionDong(string text, long amount) => AmountText.Parse(text, MoneyUnit.MillionDong).Amount.ShouldBe(new Dong(amount));

    [Theory]
    [InlineData("-5", "amount.negative")]
    [InlineData("0,5", "amount.fraction")]
    [InlineData("1.5", "amount.unreadable")]
    [InlineData("6606.000", "amount.unreadable")]
    [InlineData("abc", "amount.unreadable")]
    [InlineData("9999999999999999", "amount.absurd")]
    [InlineData("1.000.001 tỷ", "amount.absurd")]
    public void Refused(string text, string fault) => AmountText.Parse(text).ShouldBe((null, fault));

    [Theory]
    [InlineData(0, "Không đồng")]
    [InlineData(300_000_000, "Ba trăm triệu đồng")]
    [InlineData(36_383_300_000, "Ba mươi sáu tỷ ba trăm tám mươi ba triệu ba trăm nghìn đồng")]
    [InlineData(1_005, "Một nghìn không trăm lẻ năm đồng")]
    [InlineData(21, "Hai mươi mốt đồng")]
    [InlineData(15, "Mười lăm đồng")]
    [InlineData(34, "Ba mươi tư đồng")]
    [InlineData(2_000_000_000_001, "Hai nghìn tỷ không trăm lẻ một đồng")]
    public void InWords(long amount, string words) => new Dong(amount).InWords().ShouldBe(words);
}
