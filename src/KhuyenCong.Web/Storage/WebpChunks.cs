using System.Buffers.Binary;
using System.Text;

namespace KhuyenCong.Web.Storage;

/// <summary>A WebP's chunks: those of the picture and of its colours.</summary>
internal static class WebpChunks
{
    private const int HeadSize = 12;
    private const int FlagsAt = 8;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;

    private static readonly HashSet<string> OfThePicture = ["VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP"];

    public static byte[] Stripped(ReadOnlySpan<byte> from)
    {
        if (from.Length < HeadSize)
        {
            return from.ToArray();
        }

        using var to = new MemoryStream(from.Length);
        to.Write(from[..HeadSize]);
        var (at, flags, left, isTurned) = (HeadSize, 0, false, false);
        while (at + 8 <= from.Length && BinaryPrimitives.ReadUInt32LittleEndian(from[(at + 4)..]) is var length && length <= from.Length - at - 8)
        {
            // Chunks begin at even places; behind the last one the odd byte may be missing.
            var chunk = from.Slice(at, (int)Math.Min(8 + (long)length + (length & 1), from.Length - at));
            var kind = Encoding.ASCII.GetString(chunk[..4]);
            at += chunk.Length;
            if (OfThePicture.Contains(kind))
            {
                flags = kind is "VP8X" && chunk.Length > FlagsAt ? (int)to.Position + FlagsAt : flags;
                to.Write(chunk);
                continue;
            }

            left = true;
            var tiff = chunk[8..];
            tiff = tiff.StartsWith("Exif\0\0"u8) ? tiff[6..] : tiff;
            if (kind is "EXIF" && PhotoMetadata.Orientation(tiff) is > 1 and var turn)
            {
                byte[] only = PhotoMetadata.OnlyOrientation(turn);
                to.Write([.. "EXIF"u8, (byte)only.Length, 0, 0, 0, .. only]);
                isTurned = true;
            }
        }

        to.Write(from[at..]);
        var bytes = to.ToArray();
        if (left)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
            if (flags > 0)
            {
                bytes[flags] = (byte)(bytes[flags] & ~(isTurned ? HasXmp : HasXmp | HasExif));
            }
        }

        return bytes;
    }
}
