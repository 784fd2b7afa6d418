namespace KhuyenCong.Domain.Treasury;

/// <summary>Dòng sao kê: one amount that left or reached the account, and how much of it is matched with payment requests.</summary>
public sealed class StatementLine : IProvincial, IVersioned
{
    private StatementLine()
    {
    }

    public Guid StatementLineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid TreasuryStatementId { get; private set; }

    /// <summary>Its row in the file.</summary>
    public int Row { get; private set; }

    public DateOnly On { get; private set; }

    public LineDirection Direction { get; private set; }

    /// <summary>Always more than nothing.</summary>
    public Dong Amount { get; private set; }

    /// <summary>Số chứng từ.</summary>
    public string DocumentNumber { get; private set; } = "";

    /// <summary>Người thụ hưởng; the payer where money came in.</summary>
    public string Beneficiary { get; private set; } = "";

    public string Content { get; private set; } = "";

    public string SearchText { get; private set; } = "";

    /// <summary>Unique in the province, so that a line comes in once; null once the statement was withdrawn.</summary>
    public string? Fingerprint { get; private set; }

    public LineState State { get; private set; }

    /// <summary>Never above the amount: the database checks it too.</summary>
    public Dong Matched { get; private set; }

    public long Version { get; private set; }

    /// <summary>Còn chưa khớp.</summary>
    public Dong Rest => Amount - Matched;

    public static StatementLine From(StatementImported imported, NewLine line)
    {
        ArgumentNullException.ThrowIfNull(imported);
        ArgumentNullException.ThrowIfNull(line);
        var row = line.Row;
        return new()
        {
            StatementLineId = line.StatementLineId,
            ProvinceCode = imported.ProvinceCode,
            TreasuryStatementId = imported.TreasuryStatementId,
            Row = row.Number,
            On = row.On,
            Direction = row.Direction,
            Amount = row.Amount,
            DocumentNumber = row.DocumentNumber,
            Beneficiary = row.Beneficiary,
            Content = row.Content,
            SearchText = Kernel.SearchText.Fold($"{row.DocumentNumber} {row.Beneficiary} {row.Content}"),
            Fingerprint = line.Fingerprint,
        };
    }

    /// <summary>A match (more than nothing) or the opposite of one (less).</summary>
    public void Apply(StatementMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var matched = Matched + match.Amount;
        if (matched < Dong.Zero || matched > Amount)
        {
            throw new InvalidOperationException("A match beyond the line was not refused: the rule was not asked.");
        }

        Matched = matched;
        State = OfSums();
    }

    public void Apply(LineExplained explained)
    {
        ArgumentNullException.ThrowIfNull(explained);
        State = LineState.Explained;
    }

    public void Apply(ExplanationTakenBack takenBack)
    {
        ArgumentNullException.ThrowIfNull(takenBack);
        State = OfSums();
    }

    public void Apply(StatementWithdrawn withdrawn)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        Fingerprint = null;
    }

    private LineState OfSums() => Matched == Dong.Zero ? LineState.Unmatched : Matched == Amount ? LineState.Matched : LineState.PartlyMatched;
}
