namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Reads cells of one sheet and notes every fault at its address instead of stopping at the first.</summary>
internal sealed class FaultyCells(SheetGrid grid, List<SheetFault> faults)
{
    private readonly HashSet<MergedRange> reportedRanges = [];

    public SheetGrid Grid => grid;

    public void Fault(int row, int column, string code, params object[] args) =>
        faults.Add(new(grid.Name, CellAddress.Of(row, column), code, args));

    /// <summary>The cell when it holds plain data; false when it is empty (a fault where required) or faulty.</summary>
    public bool Plain(int row, int column, string heading, bool required, out SheetCell cell)
    {
        cell = grid[row, column];
        if (grid.MergedAt(row, column) is { } range)
        {
            if (reportedRanges.Add(range))
            {
                faults.Add(new(grid.Name, CellAddress.Of(range.FromRow, range.FromColumn), "sheet.merged", range.ToString()));
            }

            return false;
        }

        if (cell.IsFormula)
        {
            Fault(row, column, "sheet.formula");
            return false;
        }

        if (cell.Kind is CellKind.Error)
        {
            Fault(row, column, "sheet.error-value", cell.Text);
            return false;
        }

        if (cell.IsBlank && required)
        {
            Fault(row, column, "sheet.required", heading);
        }

        return !cell.IsBlank;
    }
}
