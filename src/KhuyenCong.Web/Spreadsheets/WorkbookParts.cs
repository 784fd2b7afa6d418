using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Finds and reads the parts that worksheets lean on: sheet list, shared texts, number formats.</summary>
internal static class WorkbookParts
{
    private const string MainType = "sheet.main+xml";

    /// <summary>The workbook part: what the package says it is about, if that is a workbook.</summary>
    public static ZipArchiveEntry? MainPart(ZipArchive package)
    {
        var path = Relationships(package, "_rels/.rels", WorkbookLimits.Default).Values
            .FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Path?.TrimStart('/');
        var types = ContentTypes(package);
        return path is not null && package.GetEntry(path) is { } entry
            && (types.GetValueOrDefault("/" + path) ?? types.GetValueOrDefault("." + path[(path.LastIndexOf('.') + 1)..])) is { } type
            && type.EndsWith(MainType, StringComparison.Ordinal)
            ? entry
            : null;
    }

    public static bool HasContentType(ZipArchive package, string fragment) =>
        ContentTypes(package).Values.Any(t => t.Contains(fragment, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sheet names with their parts, in workbook order, and whether days count from 1904.</summary>
    public static (IReadOnlyList<(string Name, ZipArchiveEntry Part)> Sheets, bool From1904) Sheets(ZipArchive package, WorkbookLimits limits)
    {
        var main = MainPart(package)!;
        var folder = main.FullName[..(main.FullName.LastIndexOf('/') + 1)];
        var targets = Relationships(package, folder + "_rels/" + main.Name + ".rels", limits);
        var sheets = new List<(string, ZipArchiveEntry)>();
        var from1904 = false;
        using var part = new PartReader(main, limits);
        while (part.Read())
        {
            if (part is { IsStart: true, Name: "workbookPr" })
            {
                from1904 = part.Flag("date1904");
            }
            else if (part is { IsStart: true, Name: "sheet" }
                && part.Attribute("name") is { } name
                && targets.TryGetValue(part.AttributeAnywhere("id") ?? "", out var target)
                && target.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            {
                var entry = package.GetEntry(target.Path.StartsWith('/') ? target.Path[1..] : folder + target.Path)
                    ?? throw new InvalidDataException("A sheet without its part.");
                sheets.Add((CellText.Clean(name), entry));
            }
        }

        return (sheets, from1904);
    }

    public static IReadOnlyList<string> SharedTexts(ZipArchive package, WorkbookLimits limits)
    {
        var texts = new List<string>();
        if (Beside(package, "sharedStrings.xml") is not { } entry)
        {
            return texts;
        }

        var text = new StringBuilder();
        var phonetic = false;
        var wanted = false;
        using var part = new PartReader(entry, limits);
        while (part.Read())
        {
            if (part is { IsStart: true, Name: "rPh", IsEmptyElement: false } or { IsEnd: true, Name: "rPh" })
            {
                phonetic = part.IsStart;
            }
            else if (part is { IsStart: true, Name: "t", IsEmptyElement: false } or { IsEnd: true, Name: "t" })
            {
                wanted = part.IsStart && !phonetic;
            }
            else if (part.IsText && wanted)
            {
                part.AppendTextTo(text, limits.CellText);
            }
            else if (part is { IsEnd: true, Name: "si" } or { IsStart: true, IsEmptyElement: true, Name: "si" })
            {
                texts.Add(CellText.Clean(text.ToString()));
                text.Clear();
            }
        }

        return texts;
    }

    /// <summary>For each cell style: does its number format show a date, a percentage, or neither.</summary>
    public static IReadOnlyList<NumberShape> NumberShapes(ZipArchive package, WorkbookLimits limits)
    {
        var shapes = new List<NumberShape>();
        if (Beside(package, "styles.xml") is not { } entry)
        {
            return shapes;
        }

        var custom = new Dictionary<int, string>();
        var inCellFormats = false;
        using var part = new PartReader(entry, limits);
        while (part.Read())
        {
            if (part is { IsStart: true, Name: "cellXfs" } or { IsEnd: true, Name: "cellXfs" })
            {
                inCellFormats = part.IsStart;
            }
            else if (part is { IsStart: true, Name: "numFmt" } && Number(part.Attribute("numFmtId")) is { } id)
            {
                custom[id] = part.Attribute("formatCode") ?? "";
            }
            else if (inCellFormats && part is { IsStart: true, Name: "xf" })
            {
                var format = Number(part.Attribute("numFmtId")) ?? 0;
                shapes.Add(custom.TryGetValue(format, out var code) ? NumberShapeOf.Code(code) : NumberShapeOf.BuiltIn(format));
            }
        }

        return shapes;
    }

    private static ZipArchiveEntry? Beside(ZipArchive package, string name)
    {
        var main = MainPart(package)!.FullName;
        return package.GetEntry(main[..(main.LastIndexOf('/') + 1)] + name);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    // By part name ("/xl/workbook.xml") or, for defaults, by ending (".xml").
    private static Dictionary<string, string> ContentTypes(ZipArchive package)
    {
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (package.GetEntry("[Content_Types].xml") is not { } entry)
        {
            return types;
        }

        using var part = new PartReader(entry, WorkbookLimits.Default);
        while (part.Read())
        {
            if (part.IsStart && (part.Attribute("PartName") ?? "." + part.Attribute("Extension")) is { Length: > 1 } key)
            {
                types[key] = part.Attribute("ContentType") ?? "";
            }
        }

        return types;
    }

    private static Dictionary<string, (string Path, string Type)> Relationships(ZipArchive package, string path, WorkbookLimits limits)
    {
        var targets = new Dictionary<string, (string, string)>();
        if (package.GetEntry(path) is not { } entry)
        {
            return targets;
        }

        using var part = new PartReader(entry, limits);
        while (part.Read())
        {
            if (part is { IsStart: true, Name: "Relationship" } && part.Attribute("Id") is { } id)
            {
                targets[id] = (part.Attribute("Target") ?? "", part.Attribute("Type") ?? "");
            }
        }

        return targets;
    }
}
