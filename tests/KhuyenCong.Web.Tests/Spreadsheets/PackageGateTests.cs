using System.Buffers.Binary;
using System.Text;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Tests.Spreadsheets;

public class PackageGateTests
{
    private static readonly byte[] Good = Packages.Workbook("""<row r="1"><c r="A1"><v>1</v></c></row>""");

    [Fact]
    public void AGoodWorkbook_IsOpened() => Packages.RefusedAs(Good).ShouldBeNull();

    [Theory]
    [InlineData("", "sheet.empty-file", null)]
    [InlineData("Mã;Tên\n1;Mô hình", "sheet.not-xlsx", ".csv/.txt")]
    [InlineData("%PDF-1.7", "sheet.not-xlsx", ".pdf")]
    [InlineData("MZ\0\u0003", "sheet.not-xlsx", ".exe")]
    [InlineData("<html><table>", "sheet.not-xlsx", ".html/.xml")]
    public void AFileOfAnotherKind_IsNamed(string content, string code, string? kind)
    {
        var breach = Packages.Open(Encoding.UTF8.GetBytes(content)).Breaches.ShouldHaveSingleItem();

        breach.Code.ShouldBe(code);
        breach.Arguments.ShouldBe(kind is null ? [] : [kind]);
    }

    [Theory]
    [InlineData("Workbook", "sheet.not-xlsx")]
    [InlineData("EncryptedPackage", "sheet.encrypted")]
    public void AnOldOrLockedExcelFile_IsToldApart(string directoryName, string code)
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(directoryName)];

        Packages.RefusedAs(bytes).ShouldBe(code);
    }

    [Theory]
    [InlineData("word/document.xml", ".docx")]
    [InlineData("xl/workbook.bin", ".xlsb")]
    [InlineData("readme.txt", ".zip")]
    public void AnotherZip_IsNamed(string part, string kind)
    {
        var breach = Packages.Open(Packages.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), (part, "<a/>"u8.ToArray()))).Breaches.ShouldHaveSingleItem();

        breach.Code.ShouldBe("sheet.not-xlsx");
        breach.Arguments.ShouldBe([kind]);
    }

    [Fact]
    public void ActiveContent_IsRefusedAllAtOnce()
    {
        var bytes = Packages.Workbook("", more: [("xl/vbaProject.bin", "x"), ("xl/externalLinks/externalLink1.xml", "<a/>"), ("xl/embeddings/oleObject1.bin", "x")]);

        Packages.Open(bytes).Breaches.Select(b => b.Code).ShouldBe(["sheet.macros", "sheet.external-links", "sheet.embedded-objects"]);
    }

    [Fact]
    public void AFileOverTheLimit_IsNotReadToItsEnd()
    {
        using var endless = new Endless();

        var (_, breaches) = SafeWorkbook.Open(endless);

        breaches.ShouldHaveSingleItem().Code.ShouldBe("sheet.too-large");
        endless.Given.ShouldBeLessThan(WorkbookLimits.Default.Bytes + 200_000);
    }

    [Fact]
    public void AHighlyPackedEntry_IsABomb() =>
        Packages.RefusedAs(Packages.Zip(("[Content_Types].xml", new byte[3_000_000]))).ShouldBe("sheet.zip-bomb");

    [Fact]
    public void ManySmallEntries_AreABomb() =>
        Packages.RefusedAs(Packages.Zip([.. Enumerable.Range(0, 1_100).Select(i => ($"xl/{i}.xml", "x"u8.ToArray()))])).ShouldBe("sheet.zip-bomb");

    [Fact]
    public void TooMuchAltogether_IsABomb()
    {
        var noise = Noise(40_000, seed: 7);

        Packages.RefusedAs(Packages.Zip(("a", noise), ("b", noise), ("c", noise)), new() { UnpackedBytes = 100_000 }).ShouldBe("sheet.zip-bomb");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2_000_000_000)]
    public void DeclaredSizes_AreNotBelieved(int declared)
    {
        var bytes = (byte[])Good.Clone();
        var directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(directory + 24), declared);

        Packages.RefusedAs(bytes).ShouldBe("sheet.damaged");
    }

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        for (var length = 0; length < Good.Length; length += 7)
        {
            Packages.RefusedAs(Good[..length]).ShouldNotBeNull();
        }
    }

    [Fact]
    public void FlippedAndRandomBytes_NeverThrow()
    {
        for (var seed = 1u; seed < 400; seed++)
        {
            var bytes = (byte[])Good.Clone();
            var noise = Noise(8, seed);
            bytes[BitConverter.ToUInt16(noise) % bytes.Length] ^= (byte)(noise[2] | 1);
            bytes[BitConverter.ToUInt16(noise, 3) % bytes.Length] ^= noise[5];
            Packages.RefusedAs(bytes);
            Packages.RefusedAs([.. "PK\u0003\u0004"u8, .. Noise(300, seed)]).ShouldNotBeNull();
        }
    }

    // Repeatable noise: xorshift.
    private static byte[] Noise(int length, uint seed)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            bytes[i] = (byte)(seed >> 8);
        }

        return bytes;
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
