using System.IO.Compression;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>One sheet of an uploaded .xlsx read row by row, as often as asked for: a list of thousands of rows never stands in memory as a whole.</summary>
/// <remarks><see cref="Open"/> walks it to the end once, so that no later walk over the same bytes can fail.</remarks>
public sealed class SheetRows : IDisposable
{
    private readonly ZipArchive package;
    private readonly ZipArchiveEntry part;
    private readonly string name;
    private readonly bool from1904;
    private readonly WorkbookLimits limits;
    private readonly IReadOnlyList<string> texts;
    private readonly IReadOnlyList<NumberShape> shapes;

    private SheetRows(ZipArchive package, ZipArchiveEntry part, string name, bool from1904, WorkbookLimits limits)
    {
        (this.package, this.part, this.name, this.from1904, this.limits) = (package, part, name, from1904, limits);
        (texts, shapes) = (WorkbookParts.SharedTexts(package, limits), WorkbookParts.NumberShapes(package, limits));
        Head = new(name, from1904);
    }

    /// <summary>The first row alone.</summary>
    public SheetGrid Head { get; private set; }

    /// <summary>How many rows below the first hold anything.</summary>
    public int Count { get; private set; }

    /// <summary>The rows below the first that hold anything, in order; each grid holds until the next is asked for.</summary>
    public IEnumerable<(int Number, SheetGrid Row)> Rows => Parser().Rows(name, part).Where(r => r.Number > 1);

    /// <summary>The sheet, or why the file is refused; neither where the workbook has no sheet of that name.</summary>
    public static (SheetRows? Sheet, IReadOnlyList<Breach> Breaches) Open(Stream stream, string name, WorkbookLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= WorkbookLimits.Default;
        ZipArchive? package = null;
        try
        {
            (package, var breaches) = PackageGate.Admit(stream, limits);
            if (package is null)
            {
                return (null, breaches);
            }

            var (found, from1904) = WorkbookParts.Sheets(package, limits);
            if (found.Count == 0)
            {
                return (null, [new("sheet.damaged")]);
            }

            if (found.FirstOrDefault(s => SafeWorkbook.IsCalled(s.Name, name)).Part is not { } part)
            {
                return (null, []);
            }

            var sheet = new SheetRows(package, part, name, from1904, limits);
            if (!sheet.Check())
            {
                return (null, [new("sheet.too-many-cells", null, limits.Cells)]);
            }

            // From here on the sheet closes it.
            package = null;
            return (sheet, []);
        }
        catch (Exception fault) when (SafeWorkbook.IsDamage(fault))
        {
            return (null, [new("sheet.damaged")]);
        }
        finally
        {
            package?.Dispose();
        }
    }

    public void Dispose() => package.Dispose();

    /// <returns>False where it has more cells than are read.</returns>
    private bool Check()
    {
        var parser = Parser();
        foreach (var (number, row) in parser.Rows(name, part))
        {
            if (number == 1)
            {
                Head = row.Only(1);
            }
            else
            {
                Count++;
            }
        }

        return !parser.Overflowed;
    }

    private SheetParser Parser() => new(texts, shapes, from1904, limits);
}
