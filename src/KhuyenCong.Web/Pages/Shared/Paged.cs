using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Pages.Shared;

/// <summary>One page of a short list that was filtered and sorted in memory: <c>?trang=2&amp;co=50</c>.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size)
{
    public string? Previous(HttpContext http) => Number > 1 ? Address.With(http, ("trang", $"{Number - 1}")) : null;

    public string? Next(HttpContext http) => Number * Size < Total ? Address.With(http, ("trang", $"{Number + 1}")) : null;

    /// <summary>"1–50 trong 73 văn bản".</summary>
    public string Summary(string noun) => Total <= Size ? $"{Total} {noun}" : $"{((Number - 1) * Size) + 1}–{Math.Min(Number * Size, Total)} trong {Total} {noun}";
}

/// <summary>Cuts a list into pages.</summary>
public static class Paged
{
    public static Paged<T> Of<T>(IReadOnlyList<T> all, int? number, int? size)
    {
        ArgumentNullException.ThrowIfNull(all);
        var rows = size is 25 or 50 or 100 ? size.Value : 50;
        var page = Math.Clamp(number ?? 1, 1, Math.Max(1, (all.Count + rows - 1) / rows));
        return new([.. all.Skip((page - 1) * rows).Take(rows)], all.Count, page, rows);
    }
}
