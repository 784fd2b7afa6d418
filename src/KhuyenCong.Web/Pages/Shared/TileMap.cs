namespace KhuyenCong.Web.Pages.Shared;

/// <summary>One commune to place on a tile map.</summary>
/// <param name="Code">Administrative code.</param>
/// <param name="Name">Full name, as read aloud and shown when pointed at.</param>
/// <param name="Longitude">East; without a position the tile goes to the last row.</param>
/// <param name="Latitude">North.</param>
/// <param name="Value">What the shade stands for; null is "chưa có số liệu".</param>
/// <param name="Text">The value in words: "3 đề án".</param>
/// <param name="Href">The rows behind the value.</param>
public sealed record Tile(string Code, string Name, double? Longitude, double? Latitude, decimal? Value, string Text, string? Href = null);

/// <summary>A tile on its square.</summary>
public sealed record PlacedTile(Tile Tile, int Column, int Row, bool IsFar);

/// <summary>Equal squares near the true position of each commune; an island far away (đặc khu Trường Sa) is drawn in the margin, never left out.</summary>
public static class TileMap
{
    public static IReadOnlyList<PlacedTile> Place(IEnumerable<Tile> tiles)
    {
        var all = tiles.OrderBy(t => t.Code, StringComparer.Ordinal).ToList();
        var known = all.Where(t => t is { Longitude: not null, Latitude: not null }).ToList();
        var far = known.Where(IsFar(known)).ToList();
        var near = known.Except(far).ToList();
        var placed = OnGrid(near);
        var (right, bottom) = placed.Count == 0 ? (-1, 0) : (placed.Max(p => p.Column), placed.Max(p => p.Row));
        foreach (var island in far.OrderByDescending(t => t.Latitude))
        {
            var row = Math.Clamp((int)Math.Round(bottom * Share(island.Latitude!.Value, near)), 0, bottom);
            while (placed.Any(p => p.IsFar && p.Row == row))
            {
                row++;
            }

            placed.Add(new(island, right + 2, row, true));
        }

        var lowest = placed.Count == 0 ? -2 : placed.Max(p => p.Row);
        var width = Math.Max(right + 1, 8);
        placed.AddRange(all.Except(known).Select((tile, i) => new PlacedTile(tile, i % width, lowest + 2 + i / width, false)));
        return placed;
    }

    /// <summary>Shade 0 (least) to 4 (most) in five equal steps of the largest value; null where there is no figure.</summary>
    public static int? Shade(decimal? value, decimal largest) =>
        value is not { } known ? null : known <= 0 || largest <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(4 * known / largest), 1, 4);

    private static double Share(double latitude, List<Tile> near)
    {
        if (near.Count == 0)
        {
            return 0;
        }

        var (south, north) = (near.Min(t => t.Latitude!.Value), near.Max(t => t.Latitude!.Value));
        return north == south ? 0 : (north - latitude) / (north - south);
    }

    /// <summary>Outside three times the middle half's spread: no neighbour of anything.</summary>
    private static Func<Tile, bool> IsFar(List<Tile> tiles)
    {
        if (tiles.Count < 8)
        {
            return _ => false;
        }

        var (west, east) = Fence(tiles, t => t.Longitude!.Value);
        var (south, north) = Fence(tiles, t => t.Latitude!.Value);
        return t => t.Longitude < west || t.Longitude > east || t.Latitude < south || t.Latitude > north;
    }

    private static (double Low, double High) Fence(List<Tile> tiles, Func<Tile, double> coordinate)
    {
        var sorted = tiles.Select(coordinate).Order().ToArray();
        var (first, third) = (sorted[sorted.Length / 4], sorted[sorted.Length * 3 / 4]);
        var reach = 3 * Math.Max(third - first, 0.05);
        return (first - reach, third + reach);
    }

    /// <summary>The densest places choose first; each tile takes the free square nearest to its own.</summary>
    private static List<PlacedTile> OnGrid(List<Tile> tiles)
    {
        if (tiles.Count == 0)
        {
            return [];
        }

        var middle = tiles.Average(t => t.Latitude!.Value);
        var points = tiles.ConvertAll(t => (Tile: t, X: t.Longitude!.Value * Math.Cos(middle * Math.PI / 180), Y: -t.Latitude!.Value));
        var (left, top) = (points.Min(p => p.X), points.Min(p => p.Y));
        var (wide, high) = (Math.Max(points.Max(p => p.X) - left, 0.001), Math.Max(points.Max(p => p.Y) - top, 0.001));
        // Room for a third more squares than tiles keeps the outline of the province.
        var side = Math.Sqrt(wide * high / (1.35 * tiles.Count));
        var columns = Math.Max((int)Math.Ceiling(wide / side), (int)Math.Ceiling((double)tiles.Count / Math.Ceiling(high / side + 1)));
        var rows = (int)Math.Ceiling(high / side) + 1;
        var wishes = points.ConvertAll(p => (p.Tile, X: (p.X - left) / wide * (columns - 1), Y: (p.Y - top) / high * (rows - 1)));
        var taken = new Dictionary<(int Column, int Row), Tile>();
        foreach (var (tile, x, y) in wishes.OrderBy(w => wishes.Order(w).Skip(1).Take(4).Sum(o => Gap(w.X, w.Y, o.X, o.Y))).ThenBy(w => w.Tile.Code, StringComparer.Ordinal))
        {
            var free = from column in Enumerable.Range(0, columns)
                       from row in Enumerable.Range(0, rows)
                       where !taken.ContainsKey((column, row))
                       orderby Gap(x, y, column, row), row, column
                       select (column, row);
            taken[free.First()] = tile;
        }

        return [.. taken.Select(t => new PlacedTile(t.Value, t.Key.Column, t.Key.Row, false)).OrderBy(p => p.Row).ThenBy(p => p.Column)];
    }

    private static IEnumerable<(Tile Tile, double X, double Y)> Order(this List<(Tile Tile, double X, double Y)> wishes, (Tile Tile, double X, double Y) from) =>
        wishes.OrderBy(w => Gap(w.X, w.Y, from.X, from.Y));

    private static double Gap(double x, double y, double otherX, double otherY) => (x - otherX) * (x - otherX) + (y - otherY) * (y - otherY);
}
