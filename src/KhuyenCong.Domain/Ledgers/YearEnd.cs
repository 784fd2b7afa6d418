namespace KhuyenCong.Domain.Ledgers;

/// <summary>Nội dung quyết định khi khóa sổ: what goes on into the next year and by which document; the rest lapses.</summary>
/// <param name="CarriedAvailable">How much of what is left of a line goes on.</param>
/// <param name="Carried">Lines and projects or contracts whose balances go on.</param>
/// <param name="SettlesPaid">What is paid and not yet settled by contract is settled with the year's final account.</param>
/// <param name="DocumentNumber">Of the decision.</param>
/// <param name="DocumentDate">Its date.</param>
/// <param name="Issuer">Who decided.</param>
public sealed record YearEndChoice(IReadOnlyDictionary<Guid, Dong> CarriedAvailable, IReadOnlySet<(Guid AllocationId, Guid SubjectId)> Carried, bool SettlesPaid = false, string? DocumentNumber = null, DateOnly? DocumentDate = null, string? Issuer = null)
{
    public const int LongestNumber = 60;
    public const int LongestIssuer = 200;

    /// <summary>Nothing goes on or is settled without a document.</summary>
    public bool NeedsDocument => Carried.Count > 0 || SettlesPaid || CarriedAvailable.Values.Any(a => a != Dong.Zero);

    /// <summary>The decision in words; null where it is not whole.</summary>
    public string? Document => string.IsNullOrWhiteSpace(DocumentNumber) || string.IsNullOrWhiteSpace(Issuer) || DocumentDate is not { } day ? null
        : $"Văn bản {DocumentNumber.Trim()} ngày {day:dd/MM/yyyy}, {Issuer.Trim()}";
}

/// <summary>Kết quả khóa một dòng dự toán.</summary>
/// <param name="AllocationId">The line.</param>
/// <param name="NextId">The line of the next year.</param>
/// <param name="NextYear">Its year.</param>
/// <param name="Lapsed">Hủy dự toán.</param>
/// <param name="Carried">Chuyển nguồn, without advances.</param>
/// <param name="Advances">Số dư tạm ứng chuyển sang.</param>
/// <param name="Settled">Quyết toán theo niên độ.</param>
/// <param name="TakesOver">Whether anything goes on.</param>
/// <param name="Projects">Whose balances go on, with how much of each.</param>
/// <param name="Contracts">Whose balances go on.</param>
public sealed record YearEndLine(Guid AllocationId, Guid NextId, int NextYear, Dong Lapsed, Dong Carried, Dong Advances, Dong Settled, bool TakesOver, IReadOnlyDictionary<Guid, Dong> Projects, IReadOnlyList<Guid> Contracts);

/// <summary>Đã khóa sổ một số dòng của năm.</summary>
public sealed record YearClosed(DateOnly ClosedOn, string? Document, IReadOnlyList<YearEndLine> Lines, LedgerPosted Posted);
