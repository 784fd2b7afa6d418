using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Tables;

/// <summary>How a table is looked at: order, page size, hidden columns. All of it stands in the address, so that a saved view has it.</summary>
public sealed record TableView(string Sort, bool Descending, int Size, IReadOnlySet<string> Hidden)
{
    public const string SizeName = "co";
    public const string HiddenName = "an";
    private static readonly int[] Sizes = [25, 50, 100];

    public string SortText => (Descending ? "-" : "") + Sort;

    public bool Shows(string column) => !Hidden.Contains(column);

    /// <param name="query">The address.</param>
    /// <param name="sorts">Keys that may be sorted by; the first is the usual order, with "-" where it falls.</param>
    public static TableView Read(IQueryCollection query, params string[] sorts)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(sorts);
        var asked = query[SortHeaderTagHelper.Parameter].ToString();
        var sort = sorts.Any(s => s.TrimStart('-') == asked.TrimStart('-')) ? asked : sorts[0];
        return new(
            sort.TrimStart('-'),
            sort.StartsWith('-'),
            int.TryParse(query[SizeName], out var size) && Sizes.Contains(size) ? size : 50,
            query[HiddenName].ToString() is { Length: > 0 } hidden ? hidden.Split(',').ToHashSet() : new HashSet<string>());
    }
}
