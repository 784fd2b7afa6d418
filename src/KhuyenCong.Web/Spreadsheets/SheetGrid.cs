namespace KhuyenCong.Web.Spreadsheets;

/// <summary>The filled cells of one sheet, by row and column counted from 1.</summary>
public sealed class SheetGrid(string name, bool from1904)
{
    private static readonly SheetCell Nothing = new(CellKind.Blank, "");

    private readonly SortedDictionary<int, Dictionary<int, SheetCell>> rows = [];
    private readonly HashSet<int> hiddenRows = [];
    private readonly List<MergedRange> merged = [];

    public string Name { get; } = name;

    /// <summary>Rows that hold anything, in order; blank rows are not among them.</summary>
    public IEnumerable<int> Rows => rows.Keys;

    public SheetCell this[int row, int column] => rows.TryGetValue(row, out var cells) && cells.TryGetValue(column, out var cell) ? cell : Nothing;

    public SheetCell this[string address] => CellAddress.TryParse(address, out var row, out var column) ? this[row, column] : Nothing;

    public IEnumerable<int> Columns(int row) => rows.TryGetValue(row, out var cells) ? cells.Keys.Order() : [];

    public bool IsHidden(int row) => hiddenRows.Contains(row);

    public DateOnly? Day(int row, int column) => this[row, column].Day(from1904);

    public MergedRange? MergedAt(int row, int column) => merged.Find(m => m.Covers(row, column));

    internal int MergedCount => merged.Count;

    internal bool Add(int row, int column, SheetCell cell)
    {
        if (!rows.TryGetValue(row, out var cells))
        {
            rows[row] = cells = [];
        }

        return cells.TryAdd(column, cell);
    }

    internal bool Holds(int row) => rows.ContainsKey(row);

    /// <summary>One row in a grid of its own.</summary>
    internal SheetGrid Only(int row)
    {
        var only = new SheetGrid(Name, from1904);
        foreach (var (column, cell) in rows[row])
        {
            only.Add(row, column, cell);
        }

        return only;
    }

    /// <summary>Lets a row go that has been read.</summary>
    internal void Forget(int row) => rows.Remove(row);

    internal void Hide(int row) => hiddenRows.Add(row);

    internal void Merge(MergedRange range) => merged.Add(range);
}

/// <summary>A merged range, both corners included.</summary>
public sealed record MergedRange(int FromRow, int FromColumn, int ToRow, int ToColumn)
{
    public bool Covers(int row, int column) => row >= FromRow && row <= ToRow && column >= FromColumn && column <= ToColumn;

    public override string ToString() => CellAddress.Of(FromRow, FromColumn) + ":" + CellAddress.Of(ToRow, ToColumn);

    internal static MergedRange? Parse(string? reference)
    {
        var corners = (reference ?? "").Split(':');
        return corners.Length == 2
            && CellAddress.TryParse(corners[0], out var fromRow, out var fromColumn)
            && CellAddress.TryParse(corners[1], out var toRow, out var toColumn)
            ? new(fromRow, fromColumn, toRow, toColumn)
            : null;
    }
}
