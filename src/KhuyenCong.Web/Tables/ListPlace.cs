using System.Globalization;

namespace KhuyenCong.Web.Tables;

/// <summary>A place in a sorted list, as the address carries it: the sort value and id of the row at the edge, and how many rows stand before the page.</summary>
public sealed record ListPlace(string Value, Guid Id, int Position, bool Backwards = false)
{
    public const string AfterName = "sau";
    public const string BeforeName = "truoc";

    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Position}.{Id:N}.{Value}");

    public static ListPlace? Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Parse(query[AfterName], false) ?? Parse(query[BeforeName], true);
    }

    private static ListPlace? Parse(string? text, bool backwards) =>
        text?.Split('.', 3) is [var position, var id, var value]
        && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
        && Guid.TryParseExact(id, "N", out var key)
            ? new(value, key, before, backwards)
            : null;
}

/// <summary>One page of a list that is never counted: its rows, and the places before and after it.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Position, ListPlace? Previous, ListPlace? Next)
{
    /// <summary>"Dòng 51–100, còn nữa": the end is known only on the last page.</summary>
    public string Range => Rows.Count == 0 ? "Không có dòng nào"
        : $"Dòng {Position + 1:#,##0}–{Position + Rows.Count:#,##0}" + (Next is null ? $" trong {Position + Rows.Count:#,##0}" : ", còn nữa");

#pragma warning disable CA1000 // The type argument follows from the rows; callers never write it.
    /// <param name="found">The page and one row more, in the order read.</param>
    /// <param name="size">Rows a page has.</param>
    /// <param name="place">Where the reading started.</param>
    /// <param name="valueOf">The sort value of a row.</param>
    /// <param name="idOf">The id of a row.</param>
    public static ListPage<T> Of(List<T> found, int size, ListPlace? place, Func<T, string> valueOf, Func<T, Guid> idOf)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(valueOf);
        ArgumentNullException.ThrowIfNull(idOf);
        var more = found.Count > size;
        if (more)
        {
            found.RemoveAt(size);
        }

        var backwards = place is { Backwards: true };
        if (backwards)
        {
            found.Reverse();
        }

        var position = place is null ? 0 : backwards ? Math.Max(0, place.Position - found.Count) : place.Position;
        if (found.Count == 0)
        {
            return new([], position, null, null);
        }

        var hasPrevious = backwards ? more : place is not null;
        var hasNext = backwards || more;
        return new(
            found,
            position,
            hasPrevious ? new(valueOf(found[0]), idOf(found[0]), position) : null,
            hasNext ? new(valueOf(found[^1]), idOf(found[^1]), position + found.Count) : null);
    }
}
