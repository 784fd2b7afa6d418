using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

public class DiscrepancyRulesTests
{
    [Fact]
    public void KhanhHoa_HasExactlyThree()
    {
        var found = DiscrepancyRules.Find(Shipped.KhanhHoa.Text);

        found.Select(f => f.Key).ShouldBe(["sum:KH-M-TOTAL:SumOfSources", "statement:KH-1.2~KH-1.2b", "statement:KH-5.3~KH-5.3b"]);
        found[0].Gap.ShouldBe(new Dong(300_000));
        found[0].Printed.ShouldBe("36.383.000.000 đ");
        found[0].Compared.ShouldBe("36.383.300.000 đ");
        found[0].Arithmetic.ShouldContain("Chênh lệch: 36.383.300.000 − 36.383.000.000 = +300.000 đ");
        found[0].Quotes.Count.ShouldBe(3);
        found[1].Printed.ShouldBe("100 đề án");
        found[1].Compared.ShouldBe("từ 100 lượt cơ sở");
        found[2].Printed.ShouldBe("3 brochure");
        found[2].Compared.ShouldBe("600 ấn phẩm");
        found[2].Quotes.Select(q => q.Clause).ShouldBe(["I.2.c", "III.5.b"]);
    }

    [Fact]
    public void DongNai_IsClean() => DiscrepancyRules.Find(Shipped.DongNai.Text).ShouldBeEmpty();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(-1, 1)]
    public void OneDong_IsEnoughToBeFound(long off, int count)
    {
        var text = Money(("T", null, null, 100 + off), ("A", "KCQG", null, 40), ("B", "KCDP", null, 60));
        DiscrepancyRules.Find(text).Count.ShouldBe(count);
    }

    [Fact]
    public void EveryCellOfDongNai_IsGuarded()
    {
        var text = Shipped.DongNai.Text;
        foreach (var line in text.Money)
        {
            var changed = text with { Money = [.. text.Money.Select(m => m == line ? m with { Printed = m.Printed + new Dong(1) } : m)] };
            var found = DiscrepancyRules.Find(changed);
            found.ShouldNotBeEmpty(line.Code);
            found.ShouldAllBe(f => f.Gap!.Value.Amount == 1 || f.Gap.Value.Amount == -1);
        }
    }

    [Fact]
    public void MissingParts_AreNotZero()
    {
        DiscrepancyRules.Find(Money(("T", null, null, 100), ("A", "KCQG", null, 40), ("B", "KCDP", null, null))).ShouldBeEmpty();
        DiscrepancyRules.Find(Money(("T", null, null, 100), ("A", "KCQG", null, 101), ("B", "KCDP", null, null))).Count.ShouldBe(1);
        DiscrepancyRules.Find(Money(("T", null, null, 100), ("A", null, 2026, 40))).ShouldBeEmpty();
        DiscrepancyRules.Find(Money(("T", null, null, null), ("A", "KCQG", null, 40))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(6215, 3785, 0)]
    [InlineData(6216, 3785, 2)]
    [InlineData(6216, 3784, 2)]
    [InlineData(6214, 3786, 2)]
    public void Shares_AreComparedAsPrinted(int local, int counterpart, int count)
    {
        var text = Shipped.DongNai.Text;
        text = text with
        {
            Money = [.. text.Money.Select(m => m.Code switch
            {
                "DN-M-KCDP" => m with { PrintedShare = local },
                "DN-M-DOIUNG" => m with { PrintedShare = counterpart },
                _ => m,
            })],
        };
        DiscrepancyRules.Find(text).Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("chiếm 62%", 6200, 0)]
    [InlineData("chiếm 62,2%", 6220, 0)]
    [InlineData("chiếm 62,20%", 6220, 1)]
    [InlineData("", 6220, 0)]
    public void Shares_RoundToTheDecimalsOfTheQuote(string quote, int share, int count)
    {
        var text = Money(("T", null, null, 10_000), ("A", "KCDP", null, 6_215), ("B", "DOIUNG", null, 3_785));
        text = text with { Money = [.. text.Money.Select(m => m.Code == "A" ? m with { PrintedShare = share, Quote = quote } : m)] };
        DiscrepancyRules.Find(text).Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("kỳ", "đợt", true)]
    [InlineData("Lần", "kỳ", true)]
    [InlineData("đề án", "lượt cơ sở", false)]
    [InlineData("cuộc", "cuo\u0323\u0302c", true)]
    public void Units(string left, string right, bool same) => DiscrepancyRules.SameUnit(left, right).ShouldBe(same);

    internal static ProgrammeText Money(params (string Code, string? Source, int? Year, long? Amount)[] lines) => new()
    {
        Decision = new("1/QĐ-UBND", new(2026, 1, 1), "UBND tỉnh", "Chương trình"),
        Title = "Chương trình",
        FromYear = 2026,
        ToYear = 2030,
        MoneyUnit = MoneyUnit.Dong,
        Money = [.. lines.Select(l => new MoneyLine { Code = l.Code, Name = l.Code, Source = l.Source, Year = l.Year, Printed = l.Amount is { } a ? new Dong(a) : null, Clause = "V", Quote = l.Code })],
    };
}
