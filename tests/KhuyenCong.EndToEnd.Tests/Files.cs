using System.Buffers.Binary;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace KhuyenCong.EndToEnd;

/// <summary>The files that people bring and take away.</summary>
public static class Files
{
    public const string Png = "image/png";
    public const string Pdf = "application/pdf";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A picture whose dots are the text, so that another text is another picture.</summary>
    public static byte[] Photo(string of)
    {
        byte[] dots = [0, .. System.Text.Encoding.UTF8.GetBytes(of)];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(dots);
        }

        byte[] head = [.. BigEndian(dots.Length - 1), .. BigEndian(1), 8, 0, 0, 0, 0];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    public static byte[] SignedDocument { get; } = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    /// <summary>Every cell's text, after Office's own rules found nothing wrong with the workbook.</summary>
    public static IReadOnlyList<string> Cells(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        return [.. AllCells(document).Select(cell => cell.InlineString?.InnerText ?? cell.CellValue?.InnerText ?? "").Where(text => text.Length > 0)];
    }

    /// <summary>The workbook with the first cell of each old text typed over.</summary>
    public static byte[] Retyped(byte[] workbook, params (string Sheet, string Old, string New)[] changes)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var document = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            foreach (var (sheet, old, now) in changes)
            {
                var cell = AllCells(document, sheet).First(cell => cell.InlineString?.InnerText == old);
                cell.InlineString = new InlineString(new Text(now));
            }
        }

        return memory.ToArray();
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] typed = [.. type, .. data];
        return [.. BigEndian(data.Length), .. typed, .. BigEndian((int)Crc(typed))];
    }

    private static byte[] BigEndian(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return ~crc;
    }

    private static IEnumerable<Cell> AllCells(SpreadsheetDocument document, string? sheet = null)
    {
        var book = document.WorkbookPart!;
        return book.Workbook.Sheets!.Elements<Sheet>().Where(s => sheet is null || s.Name == sheet)
            .SelectMany(s => ((WorksheetPart)book.GetPartById(s.Id!)).Worksheet.Descendants<Cell>());
    }
}
