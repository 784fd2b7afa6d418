using System.Buffers.Binary;

namespace KhuyenCong.Web.Storage;

/// <summary>Takes out of a photograph or a film what its camera wrote beside the picture: place, device, owner, thumbnails. The picture's own bytes are not touched; how it is to be turned stays.</summary>
/// <remarks>The same photograph always comes to the same bytes, so that one used twice is still found by its SHA-256. What cannot be read is copied as it is.</remarks>
public static class PhotoMetadata
{
    private const string Film = "video/mp4";
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;
    private const int EntrySize = 12;

    /// <summary>The content to keep: cleaned where it is a photograph or a film, otherwise the same stream.</summary>
    public static async Task<Stream> StrippedAsync(Stream content, string mediaType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (mediaType is not ("image/jpeg" or "image/png" or "image/webp" or Film))
        {
            return content;
        }

        content.Position = 0;
        // Of its size at once: a stream that grows would hold a large photograph several times over.
        var whole = new byte[content.Length];
        await content.ReadExactlyAsync(whole, cancellationToken);
        if (mediaType is Film)
        {
            // In place: a film is the largest of them.
            Mp4Boxes.Free(whole);
            return new MemoryStream(whole, writable: false);
        }

        return new MemoryStream(Stripped(whole, mediaType), writable: false);
    }

    public static byte[] Stripped(ReadOnlySpan<byte> photo, string mediaType) => mediaType switch
    {
        "image/jpeg" => JpegSegments.Stripped(photo),
        "image/png" => PngChunks.Stripped(photo),
        "image/webp" => WebpChunks.Stripped(photo),
        Film => FilmStripped(photo),
        _ => photo.ToArray(),
    };

    /// <summary>How a viewer is to turn the picture, 1 to 8; 1 = as it is, or not said.</summary>
    /// <param name="tiff">What Exif data is inside: a TIFF of tags.</param>
    public static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return 1;
        }

        var isLittle = tiff[0] == 'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2)
        {
            return 1;
        }

        var (at, count) = ((int)start + 2, Short(tiff[(int)start..], isLittle));
        for (var i = 0; i < count && at + EntrySize <= tiff.Length; i++, at += EntrySize)
        {
            if (Short(tiff[at..], isLittle) == OrientationTag && Short(tiff[(at + 2)..], isLittle) == ShortType)
            {
                int turn = Short(tiff[(at + 8)..], isLittle);
                return turn is >= 1 and <= 8 ? turn : 1;
            }
        }

        return 1;
    }

    /// <summary>A TIFF with nothing but the orientation.</summary>
    public static byte[] OnlyOrientation(int turn) =>
    [
        .. "MM"u8, 0, 42, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0,
        0, 0, 0, 0,
    ];

    private static byte[] FilmStripped(ReadOnlySpan<byte> film)
    {
        var kept = film.ToArray();
        Mp4Boxes.Free(kept);
        return kept;
    }

    private static ushort Short(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
