using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Turns one worksheet part into a <see cref="SheetGrid"/>, cell by cell: whole, or one row at a time.</summary>
internal sealed class SheetParser(IReadOnlyList<string> sharedTexts, IReadOnlyList<NumberShape> shapes, bool from1904, WorkbookLimits limits)
{
    private int cellsLeft = limits.Cells;

    /// <summary>More cells than allowed, over all sheets parsed so far.</summary>
    public bool Overflowed => cellsLeft < 0;

    public SheetGrid Parse(string name, ZipArchiveEntry entry)
    {
        var grid = new SheetGrid(name, from1904);
        foreach (var _ in Walk(grid, entry))
        {
            // The grid keeps every row.
        }

        return grid;
    }

    /// <summary>The rows that hold anything, each in a grid of its own contents that holds until the next is asked for.</summary>
    public IEnumerable<(int Number, SheetGrid Row)> Rows(string name, ZipArchiveEntry entry)
    {
        var grid = new SheetGrid(name, from1904);
        var last = 0;
        foreach (var number in Walk(grid, entry))
        {
            // Excel writes rows in order; a row in two places could not be told from two rows here.
            if (number <= last)
            {
                throw new InvalidDataException("A row given twice or out of order.");
            }

            last = number;
            yield return (number, grid);
            grid.Forget(number);
        }
    }

    /// <summary>Fills the grid; tells the number of each row that holds anything when its end is reached.</summary>
    private IEnumerable<int> Walk(SheetGrid grid, ZipArchiveEntry entry)
    {
        using var part = new PartReader(entry, limits);
        var row = 0;
        var column = 0;
        while (part.Read() && !Overflowed)
        {
            if (part is { IsEnd: true, Name: "row" } && grid.Holds(row))
            {
                yield return row;
            }

            if (!part.IsStart)
            {
                continue;
            }

            switch (part.Name)
            {
                case "row":
                    row = part.Attribute("r") is { } number ? RowNumber(number) : row + 1;
                    column = 0;
                    if (part.Flag("hidden"))
                    {
                        grid.Hide(row);
                    }

                    break;

                case "c":
                    column = part.Attribute("r") is { } address ? ColumnNumber(address, row) : column + 1;
                    Keep(grid, row, column, ReadCell(part));
                    break;

                case "mergeCell":
                    grid.Merge(MergedRange.Parse(part.Attribute("ref")) ?? throw new InvalidDataException("A merged range without corners."));
                    if (grid.MergedCount > limits.MergedRanges)
                    {
                        cellsLeft = -1;
                    }

                    break;
            }
        }
    }

    private void Keep(SheetGrid grid, int row, int column, SheetCell cell)
    {
        if (cell.IsBlank)
        {
            return;
        }

        cellsLeft--;
        if (row == 0 || column > CellAddress.LastColumn || !grid.Add(row, column, cell))
        {
            throw new InvalidDataException("A cell outside the sheet or given twice.");
        }
    }

    private SheetCell ReadCell(PartReader part)
    {
        var type = part.Attribute("t");
        var style = part.Attribute("s");
        if (part.IsEmptyElement)
        {
            return new(CellKind.Blank, "");
        }

        var text = new StringBuilder();
        var formula = false;
        var phonetic = false;
        var wanted = false;
        while (part.Read() && part is not { IsEnd: true, Name: "c" })
        {
            if (part.IsText && wanted)
            {
                part.AppendTextTo(text, limits.CellText);
            }
            else if (part.IsStart || part.IsEnd)
            {
                var opens = part.IsStart && !part.IsEmptyElement;
                formula |= part.Name == "f";
                phonetic = part.Name == "rPh" ? opens : phonetic;
                wanted = part.Name is "v" or "t" && opens && !phonetic;
            }
        }

        return Cell(type, style, text.ToString(), formula);
    }

    private SheetCell Cell(string? type, string? style, string text, bool formula) => type switch
    {
        "s" => SheetCell.OfText(Shared(text), formula),
        "inlineStr" or "str" => SheetCell.OfText(CellText.Clean(text), formula),
        "b" => new(CellKind.Boolean, text.Trim() is "1" or "true" ? "TRUE" : "FALSE", IsFormula: formula),
        "e" => new(CellKind.Error, text.Trim(), IsFormula: formula),
        "d" => SheetCell.OfText(text.Length >= 10 ? text[..10] : text, formula),
        _ => SheetCell.OfNumber(text, Shape(style), formula),
    };

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < sharedTexts.Count
            ? sharedTexts[at]
            : throw new InvalidDataException("A cell pointing at no text.");

    private NumberShape Shape(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shapes.Count ? shapes[at] : NumberShape.Plain;

    private static int RowNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= CellAddress.LastRow
            ? row
            : throw new InvalidDataException("A row outside the sheet.");

    private static int ColumnNumber(string address, int row) =>
        CellAddress.TryParse(address, out var cellRow, out var column) && cellRow == row
            ? column
            : throw new InvalidDataException("A cell outside its row.");
}
