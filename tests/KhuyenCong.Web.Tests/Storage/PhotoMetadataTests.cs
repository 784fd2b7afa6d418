using System.Text;
using KhuyenCong.Web.Storage;

namespace KhuyenCong.Web.Tests.Storage;

/// <summary>What a camera wrote beside the picture is not kept; the picture is, to the byte.</summary>
[Trait("Database", "any")]
public sealed class PhotoMetadataTests
{
    private static readonly byte[] Head = [0xFF, 0xD8];
    private static readonly byte[] Jfif = Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
    private static readonly byte[] Profile = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7]);
    private static readonly byte[] Table = Segment(0xDB, [0, 1, 2, 3]);
    private static readonly byte[] Picture = [.. Segment(0xDA, [1, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9];

    [Fact]
    public void AJpeg_LosesItsPlaceItsDeviceAndWhatIsBehindIt_AndKeepsItsPicture()
    {
        byte[] sent =
        [
            .. Head, .. Jfif, .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(1)]), .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0GPS"u8.ToArray()), .. Segment(0xED, "Photoshop 3.0\0GPS"u8.ToArray()),
            .. Profile, .. Segment(0xFE, "GPS"u8.ToArray()), .. Table, .. Picture, .. Head, .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(1)]),
        ];
        PhotoMetadata.Stripped(sent, "image/jpeg").ShouldBe([.. Head, .. Jfif, .. Profile, .. Table, .. Picture]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void ATurnedPhotograph_StaysTurned_AndTellsNothingElse(int turn)
    {
        byte[] sent = [.. Head, .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(turn)]), .. Table, .. Picture];
        var kept = PhotoMetadata.Stripped(sent, "image/jpeg");
        kept.ShouldBe([.. Head, .. Segment(0xE1, [.. "Exif\0\0"u8, .. PhotoMetadata.OnlyOrientation(turn)]), .. Table, .. Picture]);
        PhotoMetadata.Orientation(PhotoMetadata.OnlyOrientation(turn)).ShouldBe(turn);
        Text(kept).ShouldNotContain("GPS");

        // What was cleaned stays as it is, so that the same photograph is found again.
        PhotoMetadata.Stripped(kept, "image/jpeg").ShouldBe(kept);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void APng_LosesItsTexts_AndKeepsItsPicture(int turn)
    {
        byte[] head = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];
        byte[] sent = [.. head, .. Chunk("IHDR", [1, 2]), .. Chunk("tEXt", "GPS"u8), .. Chunk("eXIf", Tiff(turn)), .. Chunk("iTXt", "GPS"u8), .. Chunk("gAMA", [3]), .. Chunk("IDAT", [4, 5]), .. Chunk("IEND", []), .. "GPS"u8];
        var kept = PhotoMetadata.Stripped(sent, "image/png");
        Text(kept).ShouldNotContain("GPS");
        kept.Length.ShouldBe(head.Length + 14 + (turn == 1 ? 0 : 12 + 26) + 13 + 14 + 12);
        PhotoMetadata.Stripped(kept, "image/png").ShouldBe(kept);
    }

    [Theory]
    [InlineData(1, 0x10)]
    [InlineData(6, 0x18)]
    public void AWebp_LosesItsData_AndSaysSo(int turn, byte flags)
    {
        byte[] sent = Riff([.. Part("VP8X", [0x1C, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Part("VP8L", [9, 9]), .. Part("EXIF", Tiff(turn)), .. Part("XMP ", "GPS!"u8.ToArray())]);
        byte[] expected = Riff([.. Part("VP8X", [flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Part("VP8L", [9, 9]), .. turn == 1 ? [] : Part("EXIF", PhotoMetadata.OnlyOrientation(turn))]);
        PhotoMetadata.Stripped(sent, "image/webp").ShouldBe(expected);
    }

    [Fact]
    public void AWebp_WhoseLastChunkLacksItsOddByte_LosesItToo()
    {
        byte[] sent = Riff([.. Part("VP8X", [0x14, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Part("VP8L", [9, 9]), .. Part("XMP ", "GPS"u8.ToArray())]);
        PhotoMetadata.Stripped(sent, "image/webp").ShouldBe(Riff([.. Part("VP8X", [0x10, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Part("VP8L", [9, 9])]));
    }

    [Fact]
    public void AFilm_LosesItsPlace_AndKeepsItsLengthAndItsPicture()
    {
        static byte[] Place() => Box("udta", Box("\u00A9xyz", "\0\x12\x15\xC7+12.2388+109.1967/GPS"));
        static byte[] Film(byte[] ofFilm, byte[] ofTrack, byte[] ofFile) =>
        [
            .. Box("ftyp", "isom"), .. ofFile,
            .. Box("moov", [.. Box("mvhd", "1234"), .. Box("trak", [.. Box("tkhd", "56"), .. ofTrack, .. Box("mdia", Box("udta", "of the sound"))]), .. ofFilm]),
            // Looks like boxes, and is the picture.
            .. Box("mdat", Place()),
        ];
        static byte[] Freed(byte[] box) => [.. box[..4], .. "free"u8, .. new byte[box.Length - 8]];
        byte[] keys = Box("meta", "com.apple.quicktime.location.ISO6709 GPS"), loci = Box("udta", Box("loci", "GPS")), xmp = Box("uuid", "0123456789abcdefGPS");
        var sent = Film([.. Place(), .. keys, .. xmp], [.. loci, .. xmp], [.. xmp, .. keys]);
        var kept = PhotoMetadata.Stripped(sent, "video/mp4");
        // What a track has for its player stays with it.
        kept.ShouldBe(Film([.. Freed(Place()), .. Freed(keys), .. Freed(xmp)], [.. Freed(loci), .. xmp], [.. Freed(xmp), .. Freed(keys)]));
        PhotoMetadata.Stripped(kept, "video/mp4").ShouldBe(kept);
    }

    [Fact]
    public async Task AFilm_WithALongHead_OrOneToTheEnd_LosesItsPlaceToo()
    {
        byte[] place = Box("udta", "GPS"), film = Box("moov", place);
        byte[] longHead = [0, 0, 0, 1, .. "moov"u8, 0, 0, 0, 0, 0, 0, 0, (byte)(16 + place.Length), .. place];
        byte[] toTheEnd = [0, 0, 0, 0, .. film[4..]];
        foreach (var sent in new[] { film, longHead, toTheEnd })
        {
            using var content = new MemoryStream(sent);
            await using var kept = await PhotoMetadata.StrippedAsync(content, "video/mp4", TestContext.Current.CancellationToken);
            using var bytes = new MemoryStream();
            await kept.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            bytes.ToArray().ShouldBe([.. sent[..^7], .. "free"u8, 0, 0, 0]);
        }
    }

    /// <summary>Whatever a box says of its length, nothing is read or cleared beyond its place.</summary>
    [Fact]
    public void AFilm_WhoseBoxesDoNotAddUp_StaysAsItIsFromThereOn()
    {
        byte[] place = Box("udta", "GPS");
        byte[][] lengths = [[0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 7], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF]];
        foreach (var length in lengths)
        {
            byte[] sent = Box("moov", [.. length, .. "udta"u8, .. Enumerable.Repeat((byte)0xFF, 12)]);
            PhotoMetadata.Stripped(sent, "video/mp4").ShouldBe(sent);
        }

        // A trailer that is no box hides nothing in front of it.
        PhotoMetadata.Stripped([.. Box("moov", place), 0xFF, 1, 2], "video/mp4").ShouldBe([.. Box("moov", [0, 0, 0, 11, .. "free"u8, 0, 0, 0]), 0xFF, 1, 2]);
        var whole = Box("moov", place);
        for (var cut = 0; cut < whole.Length; cut++)
        {
            PhotoMetadata.Stripped(whole.AsSpan(0, cut), "video/mp4").ShouldBe(whole[..cut]);
        }
    }

    /// <summary>A broken file is no reason to lose it.</summary>
    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    [InlineData("video/mp4")]
    [InlineData("application/pdf")]
    public void WhatCannotBeRead_IsCopied(string mediaType)
    {
        byte[] broken = [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2, 3, 4, 5, 6, 0xFF, 0xFF, 0xFF, 0xFF, 7, 8, 9, 10];
        for (var length = 0; length <= broken.Length; length++)
        {
            PhotoMetadata.Stripped(broken.AsSpan(0, length), mediaType).ShouldBe(broken[..length]);
        }
    }

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string kind, ReadOnlySpan<byte> data) => [0, 0, 0, (byte)data.Length, .. Encoding.ASCII.GetBytes(kind), .. data, 0, 0, 0, 0];

    private static byte[] Part(string kind, byte[] data) => [.. Encoding.ASCII.GetBytes(kind), (byte)data.Length, 0, 0, 0, .. data];

    private static byte[] Box(string kind, string text) => Box(kind, Encoding.Latin1.GetBytes(text));

    private static byte[] Box(string kind, byte[] body) => [0, 0, (byte)((body.Length + 8) >> 8), (byte)(body.Length + 8), .. Encoding.Latin1.GetBytes(kind), .. body];

    private static byte[] Riff(byte[] parts) => [.. "RIFF"u8, (byte)(parts.Length + 4), 0, 0, 0, .. "WEBP"u8, .. parts];

    /// <summary>Little-endian: a place, then how to turn it.</summary>
    private static byte[] Tiff(int turn) =>
    [
        .. "II"u8, 42, 0, 8, 0, 0, 0,
        2, 0,
        0x0F, 0x01, 2, 0, 4, 0, 0, 0, .. "GPS\0"u8,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)turn, 0, 0, 0,
        0, 0, 0, 0,
    ];
}
