using System.IO.Compression;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>Lets a file in only after it proved to be a plain, bounded .xlsx: nothing of it is interpreted before.</summary>
internal static class PackageGate
{
    public static (ZipArchive? Package, IReadOnlyList<Breach> Breaches) Admit(Stream stream, WorkbookLimits limits)
    {
        if (ReadBounded(stream, limits.Bytes) is not { } bytes)
        {
            return Refuse(new Breach("sheet.too-large", null, limits.Bytes / 1024 / 1024));
        }

        if (bytes.Length == 0)
        {
            return Refuse(new Breach("sheet.empty-file"));
        }

        if (FileSniffer.IsCompoundFile(bytes) && FileSniffer.IsEncryptedPackage(bytes))
        {
            return Refuse(new Breach("sheet.encrypted"));
        }

        if (!FileSniffer.IsZip(bytes))
        {
            return Refuse(new Breach("sheet.not-xlsx", null, FileSniffer.Name(bytes)));
        }

        // Counted on the raw bytes, so that a directory of millions of entries is never built.
        if (bytes.AsSpan().Count("PK\u0001\u0002"u8) > limits.Entries)
        {
            return Refuse(new Breach("sheet.zip-bomb"));
        }

        var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var breaches = Inspect(package, bytes.Length, limits);
        return breaches.Count == 0 ? (package, breaches) : Refuse([.. breaches]);
    }

    private static (ZipArchive? Package, IReadOnlyList<Breach> Breaches) Refuse(params Breach[] breaches) => (null, breaches);

    private static List<Breach> Inspect(ZipArchive package, int packedBytes, WorkbookLimits limits)
    {
        if (package.Entries.Any(e => e.IsEncrypted))
        {
            return [new("sheet.encrypted")];
        }

        if (package.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1))
        {
            return [new("sheet.damaged")];
        }

        if (Measure(package, packedBytes, limits) is { } fault)
        {
            return [fault];
        }

        // First what is active: a workbook with macros is no .xlsx either, and this says why.
        var active = ActiveContent(package).ToArray();
        return active.Length > 0 ? [.. active]
            : WorkbookParts.MainPart(package) is null ? [new("sheet.not-xlsx", null, ZipKind(package))]
            : [];
    }

    private static Breach? Measure(ZipArchive package, int packedBytes, WorkbookLimits limits)
    {
        var buffer = new byte[81_920];
        long total = 0;
        foreach (var entry in package.Entries)
        {
            using var content = entry.Open();
            long unpacked = 0;
            uint crc = 0;
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                unpacked += read;
                total += read;
                crc = Crc32.Append(crc, buffer.AsSpan(0, read));
                if (total > limits.UnpackedBytes
                    || (unpacked > limits.RatioFrom && unpacked / Math.Max(1, entry.CompressedLength) > limits.Ratio)
                    || (total > limits.RatioFrom && total / packedBytes > limits.Ratio))
                {
                    return new("sheet.zip-bomb");
                }
            }

            if (unpacked != entry.Length || crc != entry.Crc32)
            {
                return new("sheet.damaged");
            }
        }

        return null;
    }

    private static IEnumerable<Breach> ActiveContent(ZipArchive package)
    {
        var names = package.Entries.Select(e => e.FullName.ToLowerInvariant()).ToArray();
        if (names.Any(n => n.EndsWith("vbaproject.bin", StringComparison.Ordinal) || n.Contains("macrosheets/", StringComparison.Ordinal) || n.Contains("activex/", StringComparison.Ordinal))
            || WorkbookParts.HasContentType(package, "macroEnabled"))
        {
            yield return new("sheet.macros");
        }

        if (names.Any(n => n.StartsWith("xl/externallinks/", StringComparison.Ordinal) || n is "xl/connections.xml" || n.StartsWith("xl/querytables/", StringComparison.Ordinal)))
        {
            yield return new("sheet.external-links");
        }

        if (names.Any(n => n.StartsWith("xl/embeddings/", StringComparison.Ordinal)))
        {
            yield return new("sheet.embedded-objects");
        }
    }

    private static string ZipKind(ZipArchive package) => package switch
    {
        _ when package.GetEntry("word/document.xml") is not null => ".docx",
        _ when package.GetEntry("ppt/presentation.xml") is not null => ".pptx",
        _ when package.GetEntry("xl/workbook.bin") is not null => ".xlsb",
        _ when package.GetEntry("mimetype") is not null => ".ods/.odt",
        _ => ".zip",
    };

    private static byte[]? ReadBounded(Stream stream, int limit)
    {
        // Of known length it is held once; otherwise it grows, and is copied once more.
        if (stream.CanSeek)
        {
            if (stream.Length - stream.Position > limit)
            {
                return null;
            }

            var whole = new byte[stream.Length - stream.Position];
            stream.ReadExactly(whole);
            return whole;
        }

        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (kept.Length + read > limit)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
