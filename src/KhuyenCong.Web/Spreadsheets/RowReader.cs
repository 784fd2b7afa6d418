using System.Globalization;
using System.Text.RegularExpressions;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Reads the cells of one row as what their columns ask for.</summary>
/// <remarks>Required text that is missing reads as "": the fault is noted, and a text with faults is never handed out.</remarks>
internal sealed partial class RowReader(FaultyCells cells, int row, Func<int, (string Heading, bool Required)> column)
{
    private const long LargestCount = 1_000_000_000;
    private static readonly string[] DayForms = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];

    public int Row => row;

    public void Fault(int at, string code, params object[] args) => cells.Fault(row, at, code, args);

    public string RequiredText(int at) => Text(at) ?? "";

    public string? Text(int at)
    {
        if (!Filled(at, out var cell))
        {
            return null;
        }

        switch (cell)
        {
            case { Kind: CellKind.Text }:
                return cell.Text;

            // 1.10 typed as a number has already become 1.1, and 1/2 a day.
            case { Kind: CellKind.Number, Shape: NumberShape.Plain, Number: { } number } when number == decimal.Truncate(number):
                return number.ToString("0", CultureInfo.InvariantCulture);

            default:
                Fault(at, "sheet.not-text", cell.Text);
                return null;
        }
    }

    public long? Count(int at)
    {
        if (!Filled(at, out var cell))
        {
            return null;
        }

        var number = cell switch
        {
            { Kind: CellKind.Number, Shape: NumberShape.Plain } => cell.Number ?? decimal.MaxValue,
            { Kind: CellKind.Text } when WholeNumber().IsMatch(cell.Text) && cell.Text.Length < 20 =>
                decimal.Parse(cell.Text.Replace(".", "").Replace('−', '-').Replace('–', '-'), CultureInfo.InvariantCulture),
            _ => (decimal?)null,
        };
        if (number is < 0)
        {
            Fault(at, "sheet.negative", cell.Text);
        }
        else if (number is > LargestCount)
        {
            Fault(at, "sheet.absurd-number", cell.Text);
        }
        else if (number is null || number != decimal.Truncate(number.Value))
        {
            Fault(at, "sheet.not-whole", cell.Text);
        }
        else
        {
            return (long)number.Value;
        }

        return null;
    }

    public int? Year(int at, int? from, int? to)
    {
        if (Count(at) is not { } year)
        {
            return null;
        }

        if (year is < 1990 or > 2100)
        {
            Fault(at, "sheet.absurd-year", year);
            return null;
        }

        if (from is { } first && to is { } last && (year < first || year > last))
        {
            Fault(at, "sheet.year-outside-period", year, first, last);
        }

        return (int)year;
    }

    public DateOnly? Day(int at)
    {
        if (!Filled(at, out var cell))
        {
            return null;
        }

        var day = cells.Grid.Day(row, at);
        if (day is null && cell.Kind is CellKind.Text && DateOnly.TryParseExact(cell.Text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed))
        {
            day = typed;
        }

        if (day is not { Year: >= 1990 and <= 2100 })
        {
            Fault(at, day is null ? "sheet.not-date" : "sheet.absurd-date", cell.Text);
            return null;
        }

        return day;
    }

    public T? Choice<T>(int at, Func<string, T?> find, string otherwise)
        where T : struct
    {
        if (Text(at) is not { } text)
        {
            return null;
        }

        var found = find(text);
        if (found is null)
        {
            Fault(at, otherwise, text);
        }

        return found;
    }

    /// <summary>Names or codes of funding sources, separated by ";" — null where the cell is empty.</summary>
    public IReadOnlyList<string>? Sources(int at)
    {
        if (Text(at) is not { } text)
        {
            return null;
        }

        var codes = new List<string>();
        foreach (var name in text.Split([';', '\n', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (TemplateLayout.SourceOf(name) is { } source)
            {
                codes.Add(source.Code);
            }
            else
            {
                Fault(at, "sheet.unknown-source", name);
            }
        }

        return [.. codes.Distinct()];
    }

    /// <summary>A printed share in basis points: "62,15", "62,15 %", 62.15, or a percent cell.</summary>
    public int? Share(int at)
    {
        if (!Filled(at, out var cell))
        {
            return null;
        }

        var percent = cell switch
        {
            { Kind: CellKind.Number, Shape: NumberShape.Percent, Number: <= 100 } => cell.Number * 100,
            { Kind: CellKind.Number, Shape: NumberShape.Plain } => cell.Number,
            { Kind: CellKind.Text } when Percent().Match(cell.Text) is { Success: true } match =>
                decimal.Parse(match.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture),
            _ => null,
        };
        // 0.6215 without a percent format is 62,15 % or 0,62 %.
        if (cell is { Kind: CellKind.Number, Shape: NumberShape.Plain } && percent is > 0 and < 1)
        {
            Fault(at, "sheet.suspicious-share", cell.Text);
            return null;
        }

        if (percent is not (>= 0 and <= 100) || percent * 100 != decimal.Truncate(percent.Value * 100))
        {
            Fault(at, "sheet.not-share", cell.Text);
            return null;
        }

        return (int)(percent.Value * 100);
    }

    public Dong? Amount(int at, MoneyUnit? unit, out string typed)
    {
        typed = "";
        if (!Filled(at, out var cell) || (cell.Kind is CellKind.Text && TemplateLayout.Same(cell.Text, TemplateLayout.NotKnown)))
        {
            return null;
        }

        var (amount, shown, code, args) = AmountCell.Read(cell, unit);
        typed = shown;
        if (code is not null)
        {
            Fault(at, code, args);
        }

        return amount;
    }

    private bool Filled(int at, out SheetCell cell) => cells.Plain(row, at, column(at).Heading, column(at).Required, out cell);

    [GeneratedRegex(@"^[-−–]?(\d{1,3}(\.\d{3})+|\d+)$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^(\d{1,3}(?:,\d{1,4})?)\s*%?$")]
    private static partial Regex Percent();
}
