namespace KhuyenCong.Web.Spreadsheets;

/// <summary>How much an uploaded workbook may cost to read.</summary>
public sealed record WorkbookLimits
{
    public static readonly WorkbookLimits Default = new();

    public int Bytes { get; init; } = 20 * 1024 * 1024;

    public int Entries { get; init; } = 1_000;

    /// <summary>Everything unpacked together, measured while unpacking: the sizes a file declares are not believed.</summary>
    public long UnpackedBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>Unpacked to packed. Real workbooks stay under 50; only judged above <see cref="RatioFrom"/>.</summary>
    public int Ratio { get; init; } = 100;

    public int RatioFrom { get; init; } = 1024 * 1024;

    public int Cells { get; init; } = 500_000;

    public int MergedRanges { get; init; } = 10_000;

    /// <summary>Excel's own limit for the text of one cell.</summary>
    public int CellText { get; init; } = 32_767;
}
