using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

public sealed class ProvincialProductTests
{
    private static readonly ProvincialProduct Listed = ProvincialProduct.Of(ProvincialProductList.List(Wanted("Nước mắm", 2025, 2026), []).Event!);

    [Theory]
    [InlineData("Nước mắm", 2026, null, "product.listed-already")]
    [InlineData("NƯỚC MẮM", 2024, 2025, "product.listed-already")]
    [InlineData("Nước mắm", 2027, null, null)]
    [InlineData("Nước mắm", 2023, 2024, null)]
    [InlineData("Muối", 2025, null, null)]
    [InlineData("Muối", 2025, 2024, "establishment.dates-reversed")]
    [InlineData(" ", 2025, null, "edit.required")]
    public void AProduct_StandsOnceAtATime(string name, int from, int? to, string? breach) =>
        ProvincialProductList.List(Wanted(name, from, to), [Listed]).Breaches.Select(b => b.Code).ShouldBe(breach is null ? [] : [breach]);

    [Fact]
    public void AnEnd_NeedsADayAndADocument()
    {
        var product = ProvincialProduct.Of(ProvincialProductList.List(Wanted("Muối", 2025, null), []).Event!);
        ProvincialProductList.End(product, null, " ").Breaches.Count.ShouldBe(2);
        ProvincialProductList.End(product, new(2024, 12, 31), "QĐ 2").Breaches.ShouldHaveSingleItem().Code.ShouldBe("establishment.dates-reversed");
        product.Apply(ProvincialProductList.End(product, new(2025, 6, 30), "QĐ 2").Event!);
        (product.Covers(new(2025, 6, 30)), product.Covers(new(2025, 7, 1))).ShouldBe((true, false));
    }

    private static ProvincialProductListed Wanted(string name, int from, int? to) =>
        new(Given.Id(), "56", ProvincialProductKind.Key, name, "QĐ 1", new(from, 1, 1), to is { } year ? new(year, 12, 31) : null);
}
