namespace KhuyenCong.Domain.Programmes;

/// <summary>Mâu thuẫn do luật phát hiện: two printed figures, or a printed and a computed one, that disagree.</summary>
/// <remarks><see cref="Key"/> is stable over versions; <see cref="Figures"/> tells whether an explanation still speaks of the same numbers.</remarks>
public sealed record FoundDiscrepancy
{
    public required string Key { get; init; }

    public required DiscrepancyRule Rule { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<ClauseQuote> Quotes { get; init; }

    /// <summary>What the first place prints: "36.383.000.000 đ", "= 3 brochure".</summary>
    public required string Printed { get; init; }

    /// <summary>What adding up gives, or what the other place prints.</summary>
    public required string Compared { get; init; }

    public required string Difference { get; init; }

    /// <summary>Computed minus printed, where the figures are money.</summary>
    public Dong? Gap { get; init; }

    /// <summary>The calculation, one part a line, as an official would write it.</summary>
    public required IReadOnlyList<string> Arithmetic { get; init; }

    public string Figures => Printed + " | " + Compared;
}

/// <summary>Luật đối chiếu: which comparison found a discrepancy.</summary>
public enum DiscrepancyRule
{
    /// <summary>Hai phát biểu của một chỉ tiêu không khớp.</summary>
    LinkedStatements,

    /// <summary>Tổng ≠ cộng theo nguồn.</summary>
    SumOfSources,

    /// <summary>Tổng ≠ cộng theo năm.</summary>
    SumOfYears,

    /// <summary>Tổng ≠ cộng theo nội dung.</summary>
    SumOfContents,

    /// <summary>Tỷ lệ in ≠ tỷ lệ tính.</summary>
    PrintedShare,

    /// <summary>Các tỷ lệ cộng lại khác 100 %.</summary>
    SumOfShares,
}
