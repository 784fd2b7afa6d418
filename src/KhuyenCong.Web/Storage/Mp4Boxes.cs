using System.Buffers.Binary;

namespace KhuyenCong.Web.Storage;

/// <summary>A film's boxes: what tells where and with what it was filmed becomes free space of the same size. Nothing moves, so that the places where the picture and the sound are found stay true.</summary>
/// <remarks>Such data lies in "udta" and "meta" (©xyz, loci, com.apple.quicktime.location), and in a "uuid" of the file or of the film (XMP). Where boxes do not add up, what is behind stays as it is.</remarks>
internal static class Mp4Boxes
{
    private const int HeadSize = 8;
    private const int LargeHeadSize = 16;

    /// <summary>Frees them in place.</summary>
    public static void Free(Span<byte> film) => Free(film, Level.File);

    private static void Free(Span<byte> boxes, Level level)
    {
        while (boxes.Length >= HeadSize && Measure(boxes, level) is var (head, size) && size >= head && size <= boxes.Length)
        {
            var name = boxes.Slice(4, 4);
            var body = boxes[head..(int)size];
            if (name.SequenceEqual("udta"u8) || name.SequenceEqual("meta"u8) || (name.SequenceEqual("uuid"u8) && level is not Level.Track))
            {
                "free"u8.CopyTo(name);
                body.Clear();
            }
            else if (level is Level.File && name.SequenceEqual("moov"u8))
            {
                Free(body, Level.Film);
            }
            else if (level is Level.Film && name.SequenceEqual("trak"u8))
            {
                Free(body, Level.Track);
            }

            boxes = boxes[(int)size..];
        }
    }

    /// <summary>How long a box says its head and the whole of it are; nothing that is too long for a number is within any file here.</summary>
    private static (int Head, long Size) Measure(ReadOnlySpan<byte> box, Level level) => BinaryPrimitives.ReadUInt32BigEndian(box) switch
    {
        // To the end, which only a box of the file itself may say.
        0 => (HeadSize, level is Level.File ? box.Length : 0),
        1 => box.Length < LargeHeadSize ? (LargeHeadSize, 0) : (LargeHeadSize, (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(box[HeadSize..]), long.MaxValue)),
        var size => (HeadSize, size),
    };

    private enum Level
    {
        File,
        Film,
        Track,
    }
}
