namespace KhuyenCong.Web.Spreadsheets;

/// <summary>The codes of one sheet: each once, and known to those who point at them.</summary>
internal sealed class CodeBook
{
    private readonly Dictionary<string, int> rows = [];

    /// <summary>Set where the sheet itself could not be read: then its codes cannot be missed.</summary>
    public bool IsUnread { get; set; }

    public string New(RowReader row, int at)
    {
        var code = row.RequiredText(at);
        if (code.Length > 0 && !rows.TryAdd(code, row.Row))
        {
            row.Fault(at, "sheet.duplicate-code", code, CellAddress.Of(rows[code], at));
        }

        return code;
    }

    public string? Known(RowReader row, int at)
    {
        var code = row.Text(at);
        if (code is not null && !IsUnread && !rows.ContainsKey(code))
        {
            row.Fault(at, "sheet.unknown-content", code);
        }

        return code;
    }
}
