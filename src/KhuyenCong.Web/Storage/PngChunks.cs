using System.Buffers.Binary;
using System.Text;

namespace KhuyenCong.Web.Storage;

/// <summary>A PNG's chunks up to its end: those of the picture, its colours and its size on paper.</summary>
internal static class PngChunks
{
    private const int HeadSize = 8;
    private const int Around = 12;

    private static readonly HashSet<string> OfThePicture = ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "hIST", "sPLT", "pHYs", "acTL", "fcTL", "fdAT"];

    public static byte[] Stripped(ReadOnlySpan<byte> from)
    {
        using var to = new MemoryStream(from.Length);
        var at = Math.Min(HeadSize, from.Length);
        to.Write(from[..at]);
        while (at + Around <= from.Length && BinaryPrimitives.ReadUInt32BigEndian(from[at..]) is var length && length <= from.Length - at - Around)
        {
            var chunk = from.Slice(at, Around + (int)length);
            var kind = Encoding.ASCII.GetString(chunk.Slice(4, 4));
            at += chunk.Length;
            if (char.IsAsciiLetterUpper(kind[0]) || OfThePicture.Contains(kind))
            {
                to.Write(chunk);
            }
            else if (kind is "eXIf" && PhotoMetadata.Orientation(chunk[8..^4]) is > 1 and var turn)
            {
                to.Write(Exif(PhotoMetadata.OnlyOrientation(turn)));
            }

            if (kind is "IEND")
            {
                return to.ToArray();
            }
        }

        to.Write(from[at..]);
        return to.ToArray();
    }

    private static byte[] Exif(byte[] tiff)
    {
        byte[] checkedPart = [.. "eXIf"u8, .. tiff];
        var chunk = new byte[4 + checkedPart.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, tiff.Length);
        checkedPart.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + checkedPart.Length), Crc(checkedPart));
        return chunk;
    }

    /// <summary>CRC-32 as PNG has it; of a few bytes only, so bit by bit.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var part in bytes)
        {
            crc ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
