namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Builds one sheet from top to bottom: titles, a header row, rows, totals.</summary>
public sealed class SheetWriter
{
    internal readonly record struct SheetLine(int Row, CellLook Look, SheetValue[] Values);

    internal sealed record ChoiceList(string Range, string Formula, bool Strict, string Prompt);

    internal SheetWriter(string name, SheetColumn[] columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    /// <summary>The row the next call writes, from 1.</summary>
    public int NextRow { get; private set; } = 1;

    internal IReadOnlyList<SheetColumn> Columns { get; }

    internal List<SheetLine> Lines { get; } = [];

    internal List<ChoiceList> Choices { get; } = [];

    internal int HeaderRow { get; private set; }

    internal int LastFilterRow { get; private set; }

    internal bool Filtered { get; private set; }

    public SheetWriter Title(string text) => Write(CellLook.Title, [text]);

    public SheetWriter Note(string text) => Write(CellLook.Note, [text]);

    /// <summary>Running text that is not part of a table.</summary>
    public SheetWriter Line(string text) => Write(CellLook.Plain, [text]);

    public SheetWriter Blank()
    {
        NextRow++;
        return this;
    }

    /// <summary>The column headings: frozen on screen, repeated on every printed page.</summary>
    public SheetWriter Header(bool filter = true)
    {
        (HeaderRow, LastFilterRow, Filtered) = (NextRow, NextRow, filter);
        return Write(CellLook.Header, [.. Columns.Select(c => (SheetValue)c.Header)]);
    }

    public SheetWriter Row(params SheetValue[] values)
    {
        LastFilterRow = NextRow;
        return Write(CellLook.Body, values);
    }

    /// <summary>A bold row among the others: the heading of a group.</summary>
    public SheetWriter Group(params SheetValue[] values)
    {
        LastFilterRow = NextRow;
        return Write(CellLook.Strong, values);
    }

    /// <summary>A bold row with SUM formulas over the rows since the header; <paramref name="sumColumns"/> count from 1.</summary>
    /// <remarks>A column in which nothing is known stays empty: the sum of unknowns is not 0. Group rows must not hold subtotals in summed columns.</remarks>
    public SheetWriter Total(string label, params int[] sumColumns)
    {
        ArgumentNullException.ThrowIfNull(sumColumns);
        var values = new SheetValue[Columns.Count];
        values[0] = label;
        foreach (var column in sumColumns)
        {
            values[column - 1] = Sum(column, HeaderRow + 1, NextRow - 1);
        }

        return Write(CellLook.Strong, values);
    }

    /// <summary>SUM over rows already written of one column, with its value.</summary>
    public SheetValue Sum(int column, int fromRow, int toRow)
    {
        var summed = Lines.Where(l => l.Row >= fromRow && l.Row <= toRow && l.Values.Length >= column)
            .Select(l => l.Values[column - 1]).Where(v => v.Number is not null).ToArray();
        var letters = CellAddress.Letters(column);
        return summed.Length == 0 ? default : SheetValue.Computed($"SUM({letters}{fromRow}:{letters}{toRow})", summed.Sum(v => v.Number!.Value), summed[0].Format);
    }

    /// <summary>Offers a list in a range of one column; a strict list refuses anything else while typing.</summary>
    public SheetWriter Offer(int column, int fromRow, int toRow, IEnumerable<string> choices, bool strict = true, string prompt = "")
    {
        var list = string.Join(',', choices);
        if (list.Length > 255 || list.Contains('"'))
        {
            throw new ArgumentException("Excel takes at most 255 characters of choices, without quotes.", nameof(choices));
        }

        var letters = CellAddress.Letters(column);
        Choices.Add(new($"{letters}{fromRow}:{letters}{toRow}", $"\"{list}\"", strict, prompt));
        return this;
    }

    private SheetWriter Write(CellLook look, SheetValue[] values)
    {
        Lines.Add(new(NextRow++, look, values));
        return this;
    }
}
