using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>What a filled template says. <see cref="Text"/> is null as long as there is any fault.</summary>
public sealed record ProgrammeReading(ProgrammeText? Text, IReadOnlyList<SheetFault> Faults, IReadOnlyList<AmountReadBack> ReadBack);

/// <summary>Reads all sheets of a filled template to the end, whatever is wrong on the way.</summary>
internal sealed class ProgrammeTemplateReader(SafeWorkbook workbook)
{
    private readonly List<SheetFault> faults = [];
    private readonly List<AmountReadBack> readBack = [];
    private MoneyUnit? unit;
    private int? fromYear;
    private int? toYear;

    public ProgrammeReading Read()
    {
        var decision = ReadDecision(out var title);
        var contentCodes = new CodeBook();
        var targetCodes = new CodeBook();
        var moneyCodes = new CodeBook();
        var aimCodes = new CodeBook();
        var contents = Rows(TemplateLayout.Contents, r => Content(r, contentCodes));
        contentCodes.IsUnread = faults.Exists(f => f.Sheet == TemplateLayout.Contents.Sheet && f.Code is ("sheet.missing-sheet" or "sheet.header-changed"));
        var statements = Rows(TemplateLayout.Targets, r => Statement(r, targetCodes, contentCodes));
        var money = Rows(TemplateLayout.Money, r => Money(r, moneyCodes, contentCodes));
        var aims = Rows(TemplateLayout.Aims, r => Aim(r, aimCodes, contentCodes));
        var annexes = Rows(TemplateLayout.MissingAnnexes, r => new MissingAnnex(r.RequiredText(1), r.RequiredText(2), r.RequiredText(3)));
        CheckRepetitions(statements);
        if (faults.Count > 0)
        {
            return new(null, faults, readBack);
        }

        return new(
            new ProgrammeText
            {
                Decision = decision,
                Title = title,
                FromYear = fromYear!.Value,
                ToYear = toYear!.Value,
                MoneyUnit = unit!.Value,
                Contents = [.. contents.Select(c => c.Entry)],
                Statements = [.. statements.Select(s => s.Entry)],
                Money = [.. money.Select(m => m.Entry)],
                Aims = [.. aims.Select(a => a.Entry)],
                MissingAnnexes = [.. annexes.Select(a => a.Entry)],
            },
            faults,
            readBack);
    }

    private DecisionHeading ReadDecision(out string title)
    {
        title = "";
        if (Find(TemplateLayout.Decision) is not { } cells)
        {
            return new("", default, "", "");
        }

        var rows = TemplateLayout.DecisionRows.ToDictionary(r => r.Label, r => DecisionRow(cells, r.Label, r.Required));
        title = rows[DecisionLabel.Programme]?.RequiredText(2) ?? "";
        fromYear = rows[DecisionLabel.FromYear]?.Year(2, null, null);
        toYear = rows[DecisionLabel.ToYear]?.Year(2, null, null);
        unit = rows[DecisionLabel.Unit]?.Choice(2, TemplateLayout.UnitOf, "sheet.unknown-unit");
        if (toYear < fromYear)
        {
            rows[DecisionLabel.ToYear]!.Fault(2, "sheet.period-order", fromYear!.Value, toYear!.Value);
        }

        return new(
            rows[DecisionLabel.Number]?.RequiredText(2) ?? "",
            rows[DecisionLabel.Date]?.Day(2) ?? default,
            rows[DecisionLabel.Issuer]?.RequiredText(2) ?? "",
            rows[DecisionLabel.Title]?.RequiredText(2) ?? "",
            rows[DecisionLabel.Proposal]?.Text(2),
            rows[DecisionLabel.Effective]?.Text(2));
    }

    // By label, not by position: a row moved is no harm, a row lost is a fault.
    private RowReader? DecisionRow(FaultyCells cells, string label, bool required)
    {
        var row = cells.Grid.Rows.FirstOrDefault(r => TemplateLayout.Same(cells.Grid[r, 1].Text.TrimEnd('*', ' '), label));
        if (row == 0)
        {
            faults.Add(new(cells.Grid.Name, "", "sheet.missing-row", label));
            return null;
        }

        return new(cells, row, _ => (label, required));
    }

    private static ContentText Content(RowReader row, CodeBook codes) =>
        new(codes.New(row, 1), row.RequiredText(2), row.Text(3), row.Sources(4), row.Text(5));

    private static TargetStatement Statement(RowReader row, CodeBook codes, CodeBook contents) => new()
    {
        Code = codes.New(row, 1),
        SameAs = row.Text(2),
        ContentCode = contents.Known(row, 3),
        Name = row.RequiredText(4),
        Unit = row.RequiredText(5),
        Operator = row.Choice(6, TemplateLayout.OperatorOf, "sheet.unknown-operator") ?? default,
        Quantity = row.Count(7),
        Per = row.Choice(8, TemplateLayout.PerOf, "sheet.unknown-per") ?? default,
        Titles = row.Count(9),
        Copies = row.Count(10),
        Condition = row.Text(11),
        Sources = row.Sources(12) ?? [],
        Clause = row.RequiredText(13),
        Quote = row.RequiredText(14),
        Note = row.Text(15),
    };

    private MoneyLine Money(RowReader row, CodeBook codes, CodeBook contents)
    {
        var line = new MoneyLine
        {
            Code = codes.New(row, 1),
            Name = row.RequiredText(2),
            Source = Source(row, 3),
            Year = row.Year(4, fromYear, toYear),
            ContentCode = contents.Known(row, 5),
            Printed = row.Amount(6, unit, out var typed),
            PrintedShare = row.Share(7),
            Clause = row.RequiredText(8),
            Quote = row.RequiredText(9),
        };
        if (line.Printed is { } amount && unit is not null)
        {
            readBack.Add(new(TemplateLayout.Money.Sheet, CellAddress.Of(row.Row, 6), line.Name, typed, amount));
        }

        return line;
    }

    private static AimText Aim(RowReader row, CodeBook codes, CodeBook contents) =>
        new(codes.New(row, 1), row.RequiredText(2), row.Text(3), row.Text(4), contents.Known(row, 5), row.Text(6));

    private static string? Source(RowReader row, int at)
    {
        var name = row.Text(at);
        if (name is null || TemplateLayout.Same(name, TemplateLayout.WholeProgramme) || TemplateLayout.Same(name, "Tổng") || TemplateLayout.Same(name, "Tổng cộng"))
        {
            return null;
        }

        var source = TemplateLayout.SourceOf(name);
        if (source is null)
        {
            row.Fault(at, "sheet.unknown-source", name);
        }

        return source?.Code;
    }

    private static void CheckRepetitions(List<(RowReader Row, TargetStatement Entry)> statements)
    {
        var firsts = statements.Where(s => s.Entry.SameAs is null).Select(s => s.Entry.Code).ToHashSet();
        var all = statements.Select(s => s.Entry.Code).ToHashSet();
        foreach (var (row, entry) in statements.Where(s => s.Entry.SameAs is { } first && !firsts.Contains(first)))
        {
            row.Fault(2, all.Contains(entry.SameAs!) ? "sheet.chained-target" : "sheet.unknown-target", entry.SameAs!);
        }
    }

    private List<(RowReader Row, T Entry)> Rows<T>(TemplateTable table, Func<RowReader, T> read)
    {
        var entries = new List<(RowReader, T)>();
        if (Find(table) is not { } cells)
        {
            return entries;
        }

        foreach (var number in cells.Grid.Rows.Where(r => r >= TemplateTable.FirstRow))
        {
            if (number > TemplateTable.LastRow)
            {
                cells.Fault(number, 1, "sheet.too-many-rows", TemplateTable.LastRow);
                break;
            }

            foreach (var outside in cells.Grid.Columns(number).Where(c => c > table.Columns.Length))
            {
                cells.Fault(number, outside, "sheet.outside-table");
            }

            if (!cells.Grid.Columns(number).Any(c => c <= table.Columns.Length))
            {
                continue;
            }

            // Hidden data would be imported unseen, or left out unnoticed.
            if (cells.Grid.IsHidden(number))
            {
                cells.Fault(number, 1, "sheet.hidden-row", number);
            }

            var row = new RowReader(cells, number, at => (table.Columns[at - 1].Header, table.Columns[at - 1].Required));
            entries.Add((row, read(row)));
        }

        return entries;
    }

    private FaultyCells? Find(TemplateTable table)
    {
        if (workbook.Sheet(table.Sheet) is not { } grid)
        {
            faults.Add(new(table.Sheet, "", "sheet.missing-sheet", table.Sheet));
            return null;
        }

        var changed = false;
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var heading = grid[TemplateTable.HeaderRow, i + 1];
            if (heading.IsFormula || !TemplateLayout.Same(heading.Text.TrimEnd('*', ' '), table.Columns[i].Header))
            {
                faults.Add(new(table.Sheet, CellAddress.Of(TemplateTable.HeaderRow, i + 1), "sheet.header-changed", table.Columns[i].Heading));
                changed = true;
            }
        }

        return changed ? null : new(grid, faults);
    }
}
