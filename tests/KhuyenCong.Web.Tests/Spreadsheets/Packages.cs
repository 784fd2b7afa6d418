using System.IO.Compression;
using System.Text;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Tests.Spreadsheets;

/// <summary>Hand-made workbooks, good and bad: raw parts in a zip, so that no library tidies them up.</summary>
internal static class Packages
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook with one sheet "Dữ liệu" whose sheetData is given; more parts may be added or replaced.</summary>
    public static byte[] Workbook(string sheetData, string after = "", string sharedStrings = "", string styles = "", params (string Name, string Content)[] more)
    {
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
                """,
            ["_rels/.rels"] = $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """,
            ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Dữ liệu" sheetId="1" r:id="rId1"/></sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
                """,
            ["xl/worksheets/sheet1.xml"] = $"""<worksheet xmlns="{Main}"><sheetData>{sheetData}</sheetData>{after}</worksheet>""",
        };
        if (sharedStrings.Length > 0)
        {
            parts["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{sharedStrings}</sst>""";
        }

        if (styles.Length > 0)
        {
            parts["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""";
        }

        foreach (var (name, content) in more)
        {
            parts[name] = content;
        }

        return Zip([.. parts.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value)))]);
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static (SafeWorkbook? Workbook, IReadOnlyList<Breach> Breaches) Open(byte[] bytes, WorkbookLimits? limits = null) =>
        SafeWorkbook.Open(new MemoryStream(bytes), limits);

    public static string? RefusedAs(byte[] bytes, WorkbookLimits? limits = null)
    {
        var (workbook, breaches) = Open(bytes, limits);
        (workbook is null).ShouldBe(breaches.Count > 0);
        return breaches.Count == 0 ? null : breaches[0].Code;
    }

    public static SheetGrid Grid(byte[] bytes)
    {
        var (workbook, breaches) = Open(bytes);
        breaches.ShouldBeEmpty();
        return workbook!.Sheet("Dữ liệu")!;
    }

    /// <summary>Everything that stands in a workbook, as text.</summary>
    public static string TextOf(byte[] bytes)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return System.Net.WebUtility.HtmlDecode(reader.ReadToEnd());
        }));
    }
}
