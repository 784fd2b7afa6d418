namespace KhuyenCong.Web.Pages.Shared;

/// <summary>What _TileMap.cshtml draws.</summary>
/// <param name="Label">What the map is of, for readers aloud.</param>
/// <param name="ValueHeading">The value's heading in the table beside it: "Đề án".</param>
/// <param name="Tiles">The communes.</param>
public sealed record TileMapModel(string Label, string ValueHeading, IReadOnlyList<Tile> Tiles)
{
    public IEnumerable<(string Css, string Text)> Legend(decimal largest)
    {
        if (Tiles.Any(t => t.Value is null))
        {
            yield return ("shade-none", "chưa có số liệu");
        }

        yield return ("shade-0", "0");
        decimal from = 0;
        for (var shade = 1; shade <= 4 && largest > 0; shade++)
        {
            var to = Math.Floor(largest * shade / 4);
            if (to > from)
            {
                yield return ($"shade-{shade}", to == from + 1 ? $"{to:0}" : $"{from + 1:0}–{to:0}");
                from = to;
            }
        }
    }
}
