namespace KhuyenCong.Domain.Ledgers;

/// <summary>Trạng thái của đề nghị khóa sổ.</summary>
public enum YearEndProposalState
{
    Proposed,
    Approved,
    Withdrawn,
}

/// <summary>Đề nghị khóa sổ: what an accountant chose for lines of one holder and year, waiting for a leader to approve it. Nothing is written to the ledger before.</summary>
public sealed class YearEndProposal : IProvincial, IVersioned, IAudited
{
    private YearEndProposal()
    {
    }

    public Guid YearEndProposalId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Đơn vị dự toán.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>Of a commune's office; null = of the province.</summary>
    public string? CommuneCode { get; private set; }

    public int Year { get; private set; }

    public IReadOnlyList<YearEndProposedLine> ProposedLines { get; private set; } = [];

    public bool SettlesPaid { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public string? Issuer { get; private set; }

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public YearEndProposalState State { get; private set; }

    /// <summary>Who approved it or took it back.</summary>
    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>A document is cited and its signed copy is not here: told, and no more.</summary>
    public bool LacksScan => FileSha is null && DocumentNumber is not null && State is not YearEndProposalState.Withdrawn;

    public AuditSubject AuditSubject => new(nameof(YearEndProposal), YearEndProposalId);

    public static YearEndProposal From(YearEndProposed proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        var choice = proposed.Choice;
        return new()
        {
            YearEndProposalId = proposed.ProposalId,
            ProvinceCode = proposed.ProvinceCode,
            HolderId = proposed.HolderId,
            CommuneCode = proposed.CommuneCode,
            Year = proposed.Year,
            ProposedLines = proposed.Lines,
            SettlesPaid = choice.SettlesPaid,
            DocumentNumber = string.IsNullOrWhiteSpace(choice.DocumentNumber) ? null : choice.DocumentNumber.Trim(),
            DocumentDate = choice.DocumentDate,
            Issuer = string.IsNullOrWhiteSpace(choice.Issuer) ? null : choice.Issuer.Trim(),
            FileSha = proposed.Scan?.Sha256,
            FileName = proposed.Scan?.FileName,
            By = proposed.By,
            At = proposed.At,
        };
    }

    public void Apply(YearEndDecided decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        (State, DecidedBy, DecidedAt) = (decided.To, decided.By, decided.At);
    }

    public void Apply(YearEndScan scan)
    {
        ArgumentNullException.ThrowIfNull(scan);
        (FileSha, FileName) = (scan.Sha256, scan.FileName);
    }

    /// <summary>How many entries the lines had when it was proposed.</summary>
    public long SumOfPostings() => ProposedLines.Sum(l => (long)l.PostingCount);

    /// <summary>The choice as it was made.</summary>
    public YearEndChoice ToChoice() => new(
        ProposedLines.Where(l => l.Carried != Dong.Zero).ToDictionary(l => l.AllocationId, l => l.Carried),
        ProposedLines.SelectMany(l => l.Subjects.Select(s => (l.AllocationId, s))).ToHashSet(),
        SettlesPaid,
        DocumentNumber,
        DocumentDate,
        Issuer);
}

/// <summary>Một dòng của đề nghị khóa sổ.</summary>
/// <param name="AllocationId">The line.</param>
/// <param name="PostingCount">How many entries it had then.</param>
/// <param name="Carried">How much of what is left of it goes on.</param>
/// <param name="Subjects">Projects and contracts whose balances go on.</param>
public sealed record YearEndProposedLine(Guid AllocationId, int PostingCount, Dong Carried, IReadOnlyList<Guid> Subjects);

/// <summary>Bản ký của quyết định, as it is kept.</summary>
public sealed record YearEndScan(string Sha256, string FileName);

/// <summary>Đã đề nghị khóa sổ.</summary>
public sealed record YearEndProposed(Guid ProposalId, string ProvinceCode, Guid HolderId, string? CommuneCode, int Year, IReadOnlyList<YearEndProposedLine> Lines, YearEndChoice Choice, YearEndScan? Scan, Guid By, DateTime At);

/// <summary>Đã duyệt hoặc rút đề nghị khóa sổ.</summary>
public sealed record YearEndDecided(YearEndProposalState To, Guid By, DateTime At);
