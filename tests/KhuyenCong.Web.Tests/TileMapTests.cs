using KhuyenCong.Web.Pages.Shared;

namespace KhuyenCong.Web.Tests;

public class TileMapTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "administrative-units.csv"));

    public static TheoryData<string> Provinces => [.. Lines.Skip(1).Select(line => line[..2]).Distinct()];

    [Theory]
    [MemberData(nameof(Provinces))]
    public void EveryCommune_HasASquareOfItsOwn(string province)
    {
        var tiles = Communes(province);

        var placed = TileMap.Place(tiles);

        placed.Select(p => p.Tile.Code).ShouldBe(tiles.Select(t => t.Code), ignoreOrder: true);
        placed.DistinctBy(p => (p.Column, p.Row)).Count().ShouldBe(tiles.Count);
        placed.ShouldAllBe(p => p.Column >= 0 && p.Row >= 0);
    }

    [Fact]
    public void TruongSa_IsDrawnInTheMargin()
    {
        var placed = TileMap.Place(Communes("56"));

        var island = placed.Where(p => p.IsFar).ShouldHaveSingleItem();
        island.Tile.Name.ShouldBe("Đặc khu Trường Sa");
        island.Column.ShouldBeGreaterThan(placed.Where(p => !p.IsFar).Max(p => p.Column) + 1);
    }

    [Fact]
    public void NoPosition_GoesToTheLastRow()
    {
        var placed = TileMap.Place([.. Communes("56"), new Tile("99999", "Xã mới", null, null, null, "chưa có số liệu")]);

        placed.Single(p => p.Tile.Code == "99999").Row.ShouldBe(placed.Max(p => p.Row));
    }

    [Theory]
    [InlineData(null, 4, null)]
    [InlineData(0, 4, 0)]
    [InlineData(1, 4, 1)]
    [InlineData(4, 4, 4)]
    [InlineData(1, 100, 1)]
    [InlineData(26, 100, 2)]
    [InlineData(0, 0, 0)]
    public void Shade(int? value, int largest, int? shade) => TileMap.Shade(value, largest).ShouldBe(shade);

    private static List<Tile> Communes(string province) =>
        [.. Lines
            .Select(line => line.Split(','))
            .Where(unit => unit[0] == province && unit[2] == "commune")
            .Select(unit => new Tile(unit[1], unit[5], Degrees(unit[6]), Degrees(unit[7]), 0, "0"))];

    private static double? Degrees(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
