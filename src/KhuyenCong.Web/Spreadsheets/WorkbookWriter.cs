using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Writes an .xlsx for Excel and LibreOffice: A4 landscape, Vietnamese formats, formulas with their values.</summary>
public sealed class WorkbookWriter(string font = "Times New Roman")
{
    private readonly List<SheetWriter> sheets = [];

    public SheetWriter AddSheet(string name, params SheetColumn[] columns)
    {
        var sheet = new SheetWriter(Unique(name), columns);
        sheets.Add(sheet);
        return sheet;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = new StyleBook(font);
            var list = new Sheets();
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                SheetXml.Write(part, sheet, styles, isFirst: list.ChildElements.Count == 0);
                list.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)list.ChildElements.Count + 1, Name = sheet.Name });
            }

            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.Build();
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), list);
            if (Names() is { ChildElements.Count: > 0 } names)
            {
                workbook.Workbook.Append(names);
            }
        }

        return bytes.ToArray();
    }

    private DefinedNames Names()
    {
        var names = new DefinedNames();
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            if (sheet.HeaderRow == 0)
            {
                continue;
            }

            var quoted = "'" + sheet.Name.Replace("'", "''") + "'!";
            if (sheet.Filtered)
            {
                var last = CellAddress.Letters(sheet.Columns.Count);
                names.Append(new DefinedName($"{quoted}$A${sheet.HeaderRow}:${last}${sheet.LastFilterRow}") { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)i, Hidden = true });
            }

            names.Append(new DefinedName($"{quoted}${sheet.HeaderRow}:${sheet.HeaderRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }

        return names;
    }

    // Excel: at most 31 characters, none of \ / ? * [ ] :, no apostrophe at the ends, unique without regard to case.
    private string Unique(string name)
    {
        var clean = new string([.. CellText.Encode(name).Select(c => "\\/?*[]:".Contains(c) || char.IsControl(c) ? '-' : c)]).Trim(' ', '\'');
        clean = clean.Length == 0 ? "Trang" : clean;
        for (var copy = 1; ; copy++)
        {
            var suffix = copy == 1 ? "" : $" ({copy})";
            var candidate = clean[..Math.Min(clean.Length, 31 - suffix.Length)].TrimEnd(' ', '\'') + suffix;
            if (!sheets.Exists(s => string.Equals(s.Name, candidate, StringComparison.OrdinalIgnoreCase)))
            {
                return candidate;
            }
        }
    }
}
