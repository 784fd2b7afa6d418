using System.Buffers.Binary;

namespace KhuyenCong.Web.Storage;

/// <summary>A JPEG's segments, one after the other up to the end of the picture; what is appended behind it, previews with data of their own, is left out.</summary>
internal static class JpegSegments
{
    private const byte Mark = 0xFF;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Exif = 0xE1;
    private static ReadOnlySpan<byte> ExifHead => "Exif\0\0"u8;

    public static byte[] Stripped(ReadOnlySpan<byte> from)
    {
        using var to = new MemoryStream(from.Length);
        var at = Math.Min(2, from.Length);
        to.Write(from[..at]);
        var isTurned = false;
        while (at + 2 <= from.Length && from[at] == Mark)
        {
            var marker = from[at + 1];
            if (marker == Mark)
            {
                at++;
                continue;
            }

            if (marker == End)
            {
                to.Write(from.Slice(at, 2));
                return to.ToArray();
            }

            if (IsBare(marker))
            {
                to.Write(from.Slice(at, 2));
                at += 2;
                continue;
            }

            var length = at + 4 <= from.Length ? BinaryPrimitives.ReadUInt16BigEndian(from[(at + 2)..]) : 0;
            if (length < 2 || at + 2 + length > from.Length)
            {
                break;
            }

            var segment = from.Slice(at, 2 + length);
            var body = segment[4..];
            at += segment.Length;
            if (IsOfThePicture(marker, body))
            {
                to.Write(segment);
            }
            else if (!isTurned && marker == Exif && body.StartsWith(ExifHead) && PhotoMetadata.Orientation(body[ExifHead.Length..]) is > 1 and var turn)
            {
                byte[] tiff = PhotoMetadata.OnlyOrientation(turn);
                to.Write([Mark, Exif, 0, (byte)(2 + ExifHead.Length + tiff.Length), .. ExifHead, .. tiff]);
                isTurned = true;
            }

            if (marker == Scan)
            {
                var end = EndOfScan(from, at);
                to.Write(from[at..end]);
                at = end;
            }
        }

        to.Write(from[at..]);
        return to.ToArray();
    }

    /// <summary>A marker without a length.</summary>
    private static bool IsBare(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    /// <summary>Of the segments for applications only the plain header, the colour profile and the colour transform; comments not.</summary>
    private static bool IsOfThePicture(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        0xE0 => body.StartsWith("JFIF\0"u8),
        0xE2 => body.StartsWith("ICC_PROFILE\0"u8),
        0xEE => body.StartsWith("Adobe"u8),
        >= 0xE1 and <= 0xEF => false,
        0xFE => false,
        _ => true,
    };

    /// <summary>Where the next marker follows the picture's data: in them a mark is stuffed with nothing, or restarts the count.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> from, int at)
    {
        for (; at + 1 < from.Length; at++)
        {
            if (from[at] == Mark && from[at + 1] is not (0x00 or Mark or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return from.Length;
    }
}
