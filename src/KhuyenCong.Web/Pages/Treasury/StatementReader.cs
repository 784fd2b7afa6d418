using System.Globalization;
using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>Sao kê đọc được: its rows, or every fault with its cell; sums and balances that banks put between are left out and counted.</summary>
public sealed record StatementRead(IReadOnlyList<StatementRow> Rows, IReadOnlyList<Breach> Breaches, IReadOnlyList<SheetFault> Faults, int LeftOut);

/// <summary>Các cột do người dùng chọn: letters as in Excel; what is empty is found by its heading.</summary>
public sealed record ChosenColumns(int? HeaderRow, IReadOnlyDictionary<StatementColumn, string> Letters)
{
    public static readonly ChosenColumns None = new(null, new Dictionary<StatementColumn, string>());
}

/// <summary>Reads a statement of Kho bạc or a bank, .xlsx or CSV; whatever could mean two things is refused with its cell.</summary>
public static class StatementReader
{
    private static readonly string[] DayShapes = ["d/M/yyyy", "dd/MM/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];
    private static readonly string[] Balances = ["so du dau", "so du cuoi", "du dau ky", "du cuoi ky", "opening balance", "closing balance"];
    private static readonly string[] Sums = ["cong phat sinh", "cong ngay", "cong thang", "cong trang", "tong cong", "tong so", "tong phat sinh", "so du", "luy ke", "mang sang", "total"];

    public static StatementRead Read(byte[] bytes, ChosenColumns chosen)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(chosen);
        var (sheets, breaches) = Sheets(bytes);
        if (sheets.Count == 0)
        {
            return Refused([.. breaches]);
        }

        if (chosen.Letters.Count > 0 || chosen.HeaderRow is not null)
        {
            var (columns, fault) = Given(chosen);
            return columns is null ? Refused(fault!) : Rows(sheets[0], chosen.HeaderRow ?? 0, columns);
        }

        foreach (var sheet in sheets)
        {
            if (StatementLayout.Find(sheet) is { } header)
            {
                return Rows(sheet, header.Row, header.Columns);
            }
        }

        return Refused(new Breach("treasury.header-unknown", null, StatementLayout.Told(sheets[0])));
    }

    private static StatementRead Refused(params Breach[] breaches) => new([], breaches, [], 0);

    private static (List<SheetGrid> Sheets, IReadOnlyList<Breach> Breaches) Sheets(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return ([], [new("sheet.empty-file")]);
        }

        if (CsvFile.LooksLike(bytes))
        {
            var (sheet, fault) = CsvFile.Read(bytes);
            return sheet is null ? ([], [fault!]) : sheet.Rows.Any() ? ([sheet], []) : ([], [new("sheet.empty-file")]);
        }

        using var stream = new MemoryStream(bytes, writable: false);
        var (book, breaches) = SafeWorkbook.Open(stream);
        var filled = book?.SheetNames.Select(n => book.Sheet(n.Trim())).OfType<SheetGrid>().Where(s => s.Rows.Any()).ToList() ?? [];
        return filled.Count == 0 ? ([], breaches.Count > 0 ? breaches : [new("sheet.empty-file")]) : (filled, []);
    }

    private static (Dictionary<StatementColumn, int>? Columns, Breach? Fault) Given(ChosenColumns chosen)
    {
        var columns = new Dictionary<StatementColumn, int>();
        foreach (var (column, letters) in chosen.Letters)
        {
            if (!CellAddress.TryParse($"{letters.Trim()}1", out _, out var number))
            {
                return (null, new("treasury.column-letters", null, letters));
            }

            columns[column] = number;
        }

        return columns.Values.Distinct().Count() < columns.Count ? (null, new("treasury.column-twice")) : StatementLayout.IsEnough(columns) ? (columns, null) : (null, new("treasury.columns-missing"));
    }

    private static StatementRead Rows(SheetGrid sheet, int header, Dictionary<StatementColumn, int> columns)
    {
        var (rows, faults, leftOut) = (new List<StatementRow>(), new List<SheetFault>(), 0);
        foreach (var number in sheet.Rows.Where(r => r > header))
        {
            if (IsOther(sheet, number, columns))
            {
                leftOut++;
                continue;
            }

            if (sheet.IsHidden(number))
            {
                faults.Add(new(sheet.Name, $"{number}", "sheet.hidden-row", number));
                continue;
            }

            var line = new LineReader(sheet, number, columns);
            if (line.Read() is { } row)
            {
                rows.Add(row);
            }

            faults.AddRange(line.Faults);
        }

        return new(rows, rows.Count == 0 && faults.Count == 0 ? [new("treasury.no-lines")] : [], faults, leftOut);
    }

    /// <summary>No transaction: neither a day nor an amount, or a sum or balance that says so itself. A day does not make an opening balance a payment.</summary>
    private static bool IsOther(SheetGrid sheet, int number, Dictionary<StatementColumn, int> columns)
    {
        var hasDay = LineReader.DayAt(sheet, number, columns[StatementColumn.Day]) is not null;
        if (!hasDay && columns.Where(c => c.Key is StatementColumn.Out or StatementColumn.In).All(c => sheet[number, c.Value].IsBlank))
        {
            return true;
        }

        var texts = sheet.Columns(number).Where(c => sheet[number, c].Kind is CellKind.Text).Select(c => SearchText.Fold(sheet[number, c].Text)).ToList();
        return texts.Exists(t => Array.Exists(Balances, s => t.StartsWith(s, StringComparison.Ordinal))) || (!hasDay && texts.Exists(t => t is "cong" or "tong" || Array.Exists(Sums, s => t.StartsWith(s, StringComparison.Ordinal))));
    }

    /// <summary>One row of the file.</summary>
    private sealed class LineReader(SheetGrid sheet, int number, Dictionary<StatementColumn, int> columns)
    {
        private static readonly DateOnly Earliest = new(1990, 1, 1);
        private static readonly DateOnly Latest = new(2100, 12, 31);

        public List<SheetFault> Faults { get; } = [];

        /// <summary>The day of a date cell or of text like 07/01/2026 09:30.</summary>
        public static DateOnly? DayAt(SheetGrid sheet, int number, int column)
        {
            var cell = sheet[number, column];
            return cell.Kind is not CellKind.Text ? sheet.Day(number, column)
                : DateOnly.TryParseExact(cell.Text.Trim().Split(' ', '\n', 'T')[0], DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        }

        public StatementRow? Read()
        {
            var (day, document) = (Day(), Text(StatementColumn.Number, StatementImport.LongestNumber));
            var (beneficiary, content) = (Text(StatementColumn.Beneficiary, StatementImport.LongestName), Text(StatementColumn.Content, StatementImport.LongestContent));
            var (paid, received) = (Amount(StatementColumn.Out), Amount(StatementColumn.In));
            if (Faults.Count > 0)
            {
                return null;
            }

            if ((paid > Dong.Zero) == (received > Dong.Zero))
            {
                Fault(columns.ContainsKey(StatementColumn.Out) ? StatementColumn.Out : StatementColumn.In, paid > Dong.Zero ? "treasury.two-amounts" : "treasury.amount-missing");
                return null;
            }

            return new(number, day, paid > Dong.Zero ? LineDirection.Out : LineDirection.In, paid > Dong.Zero ? paid : received, document, beneficiary, content);
        }

        private DateOnly Day()
        {
            var cell = sheet[number, columns[StatementColumn.Day]];
            var day = DayAt(sheet, number, columns[StatementColumn.Day]);
            if (cell.IsFormula)
            {
                Fault(StatementColumn.Day, "sheet.formula");
            }
            else if (cell.IsBlank)
            {
                Fault(StatementColumn.Day, "treasury.day-missing");
            }
            else if (day is null)
            {
                Fault(StatementColumn.Day, "sheet.not-date", cell.Text);
            }
            else if (day < Earliest || day > Latest)
            {
                Fault(StatementColumn.Day, "sheet.absurd-date", cell.Text);
            }

            return day ?? Earliest;
        }

        private string Text(StatementColumn column, int longest)
        {
            if (!columns.TryGetValue(column, out var at))
            {
                return "";
            }

            var cell = sheet[number, at];
            if (cell.IsFormula)
            {
                Fault(column, "sheet.formula");
            }
            else if (cell.Kind is CellKind.Error)
            {
                Fault(column, "sheet.error-value", cell.Text);
            }

            var text = cell is { Kind: CellKind.Number, Number: { } value } ? value.ToString(CultureInfo.InvariantCulture) : cell.Text.Trim().ReplaceLineEndings(" ");
            if (text.Length > longest)
            {
                Fault(column, "treasury.text-too-long", longest);
            }

            return text;
        }

        /// <summary>Nothing where the cell is blank, "-" or nought.</summary>
        private Dong Amount(StatementColumn column)
        {
            var cell = columns.TryGetValue(column, out var at) ? sheet[number, at] : default;
            if (cell.Text is null || cell.IsBlank || cell.Text.Trim() is "-" or "0")
            {
                return Dong.Zero;
            }

            if (cell.IsFormula)
            {
                return Fault(column, "sheet.formula");
            }

            if (cell.Kind is CellKind.Error)
            {
                return Fault(column, "sheet.error-value", cell.Text);
            }

            // "12,000" by an American hand is twelve thousand, not twelve.
            var comma = cell.Kind is CellKind.Text ? cell.Text.IndexOf(',', StringComparison.Ordinal) : -1;
            if (comma >= 0 && cell.Text[(comma + 1)..].Trim() is not ("0" or "00"))
            {
                return Fault(column, "treasury.amount-comma", cell.Text);
            }

            var (amount, _, code, arguments) = AmountCell.Read(cell, null);
            return code is null ? amount ?? Dong.Zero : Fault(column, code, arguments);
        }

        private Dong Fault(StatementColumn column, string code, params object[] arguments)
        {
            Faults.Add(new(sheet.Name, CellAddress.Of(number, columns[column]), code, arguments));
            return Dong.Zero;
        }
    }
}
