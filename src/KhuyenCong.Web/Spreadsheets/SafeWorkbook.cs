using System.Xml;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>An uploaded .xlsx, checked before it is opened and read completely: after <see cref="Open"/> nothing of the file can fail.</summary>
/// <remarks>
/// Read with the framework's zip and XML readers instead of the Open XML SDK: that one builds whole parts in memory
/// and throws on harmless details of real files (a malformed hyperlink, for one).
/// </remarks>
public sealed class SafeWorkbook
{
    private readonly List<SheetGrid> sheets;

    private SafeWorkbook(List<SheetGrid> sheets) => this.sheets = sheets;

    public IEnumerable<string> SheetNames => sheets.Select(s => s.Name);

    /// <summary>A sheet by its name, without regard to case or surrounding spaces.</summary>
    public SheetGrid? Sheet(string name) => sheets.Find(s => IsCalled(s.Name, name));

    /// <summary>The workbook, or why it is refused. What a user can cause is a breach, never an exception.</summary>
    public static (SafeWorkbook? Workbook, IReadOnlyList<Breach> Breaches) Open(Stream stream, WorkbookLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= WorkbookLimits.Default;
        try
        {
            var (package, breaches) = PackageGate.Admit(stream, limits);
            using (package)
            {
                return package is null ? (null, breaches) : Read(package, limits);
            }
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            return (null, [new("sheet.damaged")]);
        }
    }

    internal static bool IsCalled(string sheet, string name) => string.Equals(sheet.Trim(), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the readers throw at a file that is not what it says.</summary>
    internal static bool IsDamage(Exception fault) => fault is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or OverflowException;

    private static (SafeWorkbook? Workbook, IReadOnlyList<Breach> Breaches) Read(System.IO.Compression.ZipArchive package, WorkbookLimits limits)
    {
        var (found, from1904) = WorkbookParts.Sheets(package, limits);
        var parser = new SheetParser(WorkbookParts.SharedTexts(package, limits), WorkbookParts.NumberShapes(package, limits), from1904, limits);
        var sheets = new List<SheetGrid>();
        foreach (var (name, part) in found)
        {
            sheets.Add(parser.Parse(name, part));
            if (parser.Overflowed)
            {
                return (null, [new("sheet.too-many-cells", null, limits.Cells)]);
            }
        }

        return sheets.Count == 0 ? (null, [new("sheet.damaged")]) : (new(sheets), []);
    }
}
