using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.Ledgers;
using KhuyenCong.Web.Spreadsheets;
using KhuyenCong.Web.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Shared;

/// <summary>One page of a list: <c>?trang=2&amp;co=50</c>.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size)
{
    public string? Previous(HttpContext http) => Number > 1 ? Address.With(http, ("trang", $"{Number - 1}")) : null;

    public string? Next(HttpContext http) => Number * Size < Total ? Address.With(http, ("trang", $"{Number + 1}")) : null;

    /// <summary>"1–50 trong 73 văn bản".</summary>
    public string Summary(string noun) => Total <= Size ? $"{Total} {noun}" : $"{((Number - 1) * Size) + 1}–{Math.Min(Number * Size, Total)} trong {Total} {noun}";

    /// <summary>The same page with more of its rows than the list was sorted by.</summary>
    public Paged<TShown> Showing<TShown>(IReadOnlyList<TShown> rows) => new(rows, Total, Number, Size);
}

/// <summary>Cuts a list into pages.</summary>
public static class Paged
{
    /// <summary>Rows that one exported sheet holds.</summary>
    public const int LargestExport = EntryRows.LargestExport;

    /// <summary>How many rows of an export are read at a time.</summary>
    public const int ExportPart = 1_000;

    /// <summary>What a list has beyond its largest export; null where the sheet holds all of it.</summary>
    public static string? ExportLimit(int total, string noun) => total <= LargestExport ? null
        : $"Tệp Excel chỉ có {((long)LargestExport).Grouped()} {noun} đầu tiên trong {((long)total).Grouped()}; hãy lọc để xuất phần còn lại.";

    /// <summary>The same in the head of the sheet itself.</summary>
    public static SheetWriter NoteLimit(this SheetWriter sheet, int total, string noun)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return ExportLimit(total, noun) is { } limit ? sheet.Note(limit) : sheet;
    }

    /// <summary>One page of a sorted query: the database counts, and gives the rows of the page alone.</summary>
    public static async Task<Paged<T>> OfAsync<T>(IQueryable<T> sorted, int? number, int? size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        var (rows, total) = (size is 25 or 50 or 100 ? size.Value : 50, await sorted.CountAsync(cancellationToken));
        var page = Math.Clamp(number ?? 1, 1, Math.Max(1, (total + rows - 1) / rows));
        return new(await sorted.Skip((page - 1) * rows).Take(rows).ToListAsync(cancellationToken), total, page, rows);
    }

    /// <summary>A short list that was filtered and sorted in memory.</summary>
    public static Paged<T> Of<T>(IReadOnlyList<T> all, int? number, int? size)
    {
        ArgumentNullException.ThrowIfNull(all);
        var rows = size is 25 or 50 or 100 ? size.Value : 50;
        var page = Math.Clamp(number ?? 1, 1, Math.Max(1, (all.Count + rows - 1) / rows));
        return new([.. all.Skip((page - 1) * rows).Take(rows)], all.Count, page, rows);
    }
}
