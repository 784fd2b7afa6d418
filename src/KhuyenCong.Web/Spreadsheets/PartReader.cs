using System.IO.Compression;
using System.Text;
using System.Xml;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Reads one XML part forward only, without DTDs, and gives up on nesting or text no workbook has.</summary>
internal sealed class PartReader : IDisposable
{
    private const int DeepestNesting = 64;

    private readonly XmlReader reader;
    private readonly char[] buffer = new char[4096];

    public PartReader(ZipArchiveEntry part, WorkbookLimits limits) =>
        reader = XmlReader.Create(part.Open(), new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.UnpackedBytes,
            XmlResolver = null,
        });

    public bool IsStart => reader.NodeType is XmlNodeType.Element;

    public bool IsEnd => reader.NodeType is XmlNodeType.EndElement;

    public bool IsText => reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    public bool IsEmptyElement => reader.IsEmptyElement;

    /// <summary>The local name: strict and transitional workbooks differ only in namespaces.</summary>
    public string Name => reader.LocalName;

    public bool Read()
    {
        if (reader.Depth > DeepestNesting)
        {
            throw new InvalidDataException("XML nested too deeply.");
        }

        return reader.Read();
    }

    public string? Attribute(string name) => reader.GetAttribute(name);

    /// <summary>An attribute by local name in any namespace (r:id).</summary>
    public string? AttributeAnywhere(string localName)
    {
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName == localName && reader.Prefix.Length > 0)
            {
                var value = reader.Value;
                reader.MoveToElement();
                return value;
            }
        }

        reader.MoveToElement();
        return null;
    }

    public bool Flag(string name) => Attribute(name) is "1" or "true" or "on";

    public void AppendTextTo(StringBuilder text, int longest)
    {
        for (int read; (read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
        {
            text.Append(buffer, 0, read);
            if (text.Length > longest)
            {
                throw new InvalidDataException("Cell text longer than a cell can hold.");
            }
        }
    }

    public void Dispose() => reader.Dispose();
}
