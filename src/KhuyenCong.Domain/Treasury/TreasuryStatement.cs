namespace KhuyenCong.Domain.Treasury;

/// <summary>Sao kê: what the Treasury or a bank says went through one account of one budget holder in some days.</summary>
public sealed class TreasuryStatement : IProvincial, IVersioned, IAudited
{
    private TreasuryStatement()
    {
    }

    public Guid TreasuryStatementId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Đơn vị dự toán, chủ tài khoản.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>The commune of a holder that is a commune's office; null = of the province.</summary>
    public string? CommuneCode { get; private set; }

    /// <summary>Số tài khoản, without blanks.</summary>
    public string Account { get; private set; } = "";

    /// <summary>Kho bạc, ngân hàng giữ tài khoản.</summary>
    public string Keeper { get; private set; } = "";

    public DateOnly FromDay { get; private set; }

    public DateOnly ToDay { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Of the content that is kept.</summary>
    public string FileSha { get; private set; } = "";

    /// <summary>The content's SHA-256 as long as the statement stands: unique in the province, so that a file comes in once.</summary>
    public string? Checksum { get; private set; }

    /// <summary>Lines that came in.</summary>
    public int LineCount { get; private set; }

    /// <summary>Lines of the file that an earlier statement had brought.</summary>
    public int KnownCount { get; private set; }

    public Dong TotalOut { get; private set; }

    public Dong TotalIn { get; private set; }

    public Guid EnteredBy { get; private set; }

    public DateTime EnteredAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public long Version { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    public AuditSubject AuditSubject => new(nameof(TreasuryStatement), TreasuryStatementId);

    public static TreasuryStatement From(StatementImported imported)
    {
        ArgumentNullException.ThrowIfNull(imported);
        var (head, lines) = (imported.Head, imported.Lines);
        return new()
        {
            TreasuryStatementId = imported.TreasuryStatementId,
            ProvinceCode = imported.ProvinceCode,
            HolderId = head.HolderId,
            CommuneCode = head.CommuneCode,
            Account = head.Account,
            Keeper = head.Keeper,
            FromDay = imported.FromDay,
            ToDay = imported.ToDay,
            FileName = head.FileName,
            FileSha = head.FileSha,
            Checksum = head.FileSha,
            LineCount = lines.Count,
            KnownCount = imported.KnownCount,
            TotalOut = lines.Where(l => l.Row.Direction is LineDirection.Out).Select(l => l.Row.Amount).Sum(),
            TotalIn = lines.Where(l => l.Row.Direction is LineDirection.In).Select(l => l.Row.Amount).Sum(),
            EnteredBy = imported.By,
            EnteredAt = imported.At,
        };
    }

    public void Apply(StatementWithdrawn withdrawn)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        (Checksum, WithdrawnAt, WithdrawnReason) = (null, withdrawn.At, withdrawn.Reason);
    }
}

/// <summary>Đầu sao kê as given: whose account, which file.</summary>
/// <param name="FromDay">Null = the first day of the lines.</param>
/// <param name="ToDay">Null = the last day of the lines.</param>
public sealed record StatementHead(Guid HolderId, string? CommuneCode, string Account, string Keeper, DateOnly? FromDay, DateOnly? ToDay, string FileName, string FileSha);

/// <summary>Một dòng của tệp sao kê as read.</summary>
/// <param name="Number">Its row in the file.</param>
public sealed record StatementRow(int Number, DateOnly On, LineDirection Direction, Dong Amount, string DocumentNumber, string Beneficiary, string Content);

/// <summary>Một dòng mới, with the print by which it is known again.</summary>
public sealed record NewLine(Guid StatementLineId, StatementRow Row, string Fingerprint);

/// <summary>Đã nhập sao kê.</summary>
public sealed record StatementImported(Guid TreasuryStatementId, string ProvinceCode, StatementHead Head, DateOnly FromDay, DateOnly ToDay, IReadOnlyList<NewLine> Lines, IReadOnlyList<int> KnownRows, Guid By, DateTime At)
{
    public int KnownCount => KnownRows.Count;
}

/// <summary>Đã hủy sao kê nhập nhầm.</summary>
public sealed record StatementWithdrawn(string Reason, DateTime At);
