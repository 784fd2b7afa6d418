using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Plans;

/// <summary>Dự toán được giao: the money one budget holder has from one source in one year, and how much of it plans have approved.</summary>
/// <remarks>The one blocking ceiling, and the balance row of the ledger: its sums are moved by <see cref="Ledger"/> alone, in the transaction of their entries, and the row itself is the lock.</remarks>
public sealed class Allocation : IProvincial, IVersioned, IAudited
{
    private readonly List<AllocationEntry> entries = [];

    private Allocation()
    {
    }

    public Guid AllocationId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Đơn vị dự toán.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>The commune of a holder that is a commune's office; null = of the province.</summary>
    public string? CommuneCode { get; private set; }

    /// <summary>A <see cref="FundingSource"/> code.</summary>
    public string Source { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>The sum of the allotments, with what was carried in from the year before.</summary>
    public Dong Allotted { get; private set; }

    /// <summary>Đang dùng: what plan decisions drew and did not give back, wherever it is by now.</summary>
    /// <remarks>Always the sum of the six accounts that follow; the database checks it.</remarks>
    public Dong Approved { get; private set; }

    public Dong Reserved { get; private set; }

    public Dong Committed { get; private set; }

    public Dong Advanced { get; private set; }

    public Dong Paid { get; private set; }

    public Dong Settled { get; private set; }

    public Dong Returned { get; private set; }

    public Dong Cancelled { get; private set; }

    public Dong CarriedOver { get; private set; }

    /// <summary>Times that money was given or taken.</summary>
    public int EntryCount { get; private set; }

    /// <summary>Entries of the ledger.</summary>
    public int PostingCount { get; private set; }

    /// <summary>Ngày khóa sổ: nothing is posted any more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>By which document money went on into the next year; null where none did.</summary>
    public string? ClosingDocument { get; private set; }

    /// <summary>Chương.</summary>
    public string? BudgetChapter { get; private set; }

    /// <summary>Loại.</summary>
    public string? BudgetCategory { get; private set; }

    /// <summary>Khoản.</summary>
    public string? BudgetSection { get; private set; }

    /// <summary>Mã ĐVQHNS of the holder.</summary>
    public string? BudgetUnitNumber { get; private set; }

    public long Version { get; private set; }

    public BudgetCodes Codes => new(BudgetChapter, BudgetCategory, BudgetSection, BudgetUnitNumber);

    public IReadOnlyList<AllocationEntry> Entries => entries;

    public Dong Available => Allotted - Approved - Cancelled - CarriedOver;

    public AuditSubject AuditSubject => new(nameof(Allocation), AllocationId);

    public static Allocation From(AllocationOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var line = new Allocation
        {
            AllocationId = opened.AllocationId,
            ProvinceCode = opened.ProvinceCode,
            HolderId = opened.HolderId,
            CommuneCode = opened.CommuneCode,
            Source = opened.Source,
            Year = opened.Year,
        };
        line.Apply(new AllocationCoded(opened.Codes ?? BudgetCodes.None));
        return line;
    }

    public void Apply(AllocationCoded coded)
    {
        ArgumentNullException.ThrowIfNull(coded);
        (BudgetChapter, BudgetCategory, BudgetSection, BudgetUnitNumber) = (coded.Codes.Chapter, coded.Codes.Category, coded.Codes.Section, coded.Codes.UnitNumber);
    }

    public void Apply(AllotmentEntered entered)
    {
        ArgumentNullException.ThrowIfNull(entered);
        EntryCount++;
        entries.Add(AllocationEntry.Of(this, entered));
    }

    /// <summary>For good: there is no way to open a closed year again.</summary>
    public void Apply(YearClosed closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        if (ClosedOn is not null)
        {
            throw new InvalidOperationException("This year is closed already.");
        }

        (ClosedOn, ClosingDocument) = (closed.ClosedOn, closed.Document);
    }

    /// <summary>What an account holds; outside is what the line has from there, below nothing.</summary>
    public Dong Balance(LedgerAccount account) => account switch
    {
        LedgerAccount.Outside => -Allotted,
        LedgerAccount.Available => Available,
        LedgerAccount.Reserved => Reserved,
        LedgerAccount.Committed => Committed,
        LedgerAccount.Advanced => Advanced,
        LedgerAccount.Paid => Paid,
        LedgerAccount.Settled => Settled,
        LedgerAccount.Returned => Returned,
        LedgerAccount.Cancelled => Cancelled,
        LedgerAccount.CarriedOver => CarriedOver,
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, null),
    };

    /// <summary>A line from before the ledger was kept: its sums are proven anew by the entries that follow.</summary>
    public void StartLedger()
    {
        if (PostingCount > 0)
        {
            throw new InvalidOperationException("The ledger of this line is kept already.");
        }

        (Allotted, Approved, Reserved) = (Dong.Zero, Dong.Zero, Dong.Zero);
    }

    internal void Apply(Posting posting)
    {
        PostingCount++;
        var (from, to) = posting.Way;
        Move(from, -posting.Amount);
        Move(to, posting.Amount);
        if ((from is not LedgerAccount.Outside && Balance(from) < Dong.Zero) || Available < Dong.Zero)
        {
            throw new InvalidOperationException("A balance below nothing was not refused: the rule was not asked.");
        }
    }

    private void Move(LedgerAccount account, Dong amount)
    {
        if (account.IsByProject())
        {
            Approved += amount;
        }

        switch (account)
        {
            case LedgerAccount.Outside: Allotted -= amount; break;
            case LedgerAccount.Reserved: Reserved += amount; break;
            case LedgerAccount.Committed: Committed += amount; break;
            case LedgerAccount.Advanced: Advanced += amount; break;
            case LedgerAccount.Paid: Paid += amount; break;
            case LedgerAccount.Settled: Settled += amount; break;
            case LedgerAccount.Returned: Returned += amount; break;
            case LedgerAccount.Cancelled: Cancelled += amount; break;
            case LedgerAccount.CarriedOver: CarriedOver += amount; break;
        }
    }
}

/// <summary>Lần giao dự toán: one decision that gives, adds or takes money. Never changed; a mistake is corrected by another entry.</summary>
public sealed class AllocationEntry : IProvincial, IAudited
{
    private AllocationEntry()
    {
    }

    public Guid AllocationEntryId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AllocationId { get; private set; }

    public int Sequence { get; private set; }

    public AllotmentKind Kind { get; private set; }

    /// <summary>Negative where money is taken back.</summary>
    public Dong Amount { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public DateOnly DocumentDate { get; private set; }

    public string Issuer { get; private set; } = "";

    public string? Note { get; private set; }

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public string EnteredBy { get; private set; } = "";

    public DateTime EnteredAt { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Allocation), AllocationId);

    internal static AllocationEntry Of(Allocation allocation, AllotmentEntered entered) => new()
    {
        AllocationEntryId = entered.AllocationEntryId,
        ProvinceCode = allocation.ProvinceCode,
        AllocationId = allocation.AllocationId,
        Sequence = allocation.EntryCount,
        Kind = entered.Text.Kind,
        Amount = entered.Text.Amount,
        DocumentNumber = entered.Text.DocumentNumber,
        DocumentDate = entered.Text.DocumentDate,
        Issuer = entered.Text.Issuer,
        Note = entered.Text.Note,
        FileSha = entered.FileSha,
        FileName = entered.FileName,
        EnteredBy = entered.By,
        EnteredAt = entered.At,
    };
}

/// <summary>Loại của một lần giao.</summary>
public enum AllotmentKind
{
    /// <summary>Giao đầu năm.</summary>
    Initial,

    /// <summary>Giao bổ sung.</summary>
    Addition,

    /// <summary>Điều chỉnh tăng, giảm.</summary>
    Adjustment,

    /// <summary>Đính chính lần ghi nhầm.</summary>
    Correction,
}

/// <summary>Đã mở dòng dự toán của một đơn vị, nguồn, năm.</summary>
/// <param name="Codes">Mã mục lục ngân sách, where they are known already.</param>
public sealed record AllocationOpened(Guid AllocationId, string ProvinceCode, Guid HolderId, string? CommuneCode, string Source, int Year, BudgetCodes? Codes = null);

/// <summary>Nội dung một lần giao, as the decision says it.</summary>
public sealed record AllotmentText(AllotmentKind Kind, Dong Amount, string DocumentNumber, DateOnly DocumentDate, string Issuer, string? Note = null);

/// <summary>Đã ghi một lần giao dự toán.</summary>
public sealed record AllotmentEntered(Guid AllocationEntryId, AllotmentText Text, string By, DateTime At, string? FileSha = null, string? FileName = null);

/// <summary>Một đề án lấy (số dương) hoặc trả lại (số âm) dự toán được giao.</summary>
public sealed record AllocationDrawn(Guid AllocationId, Dong Amount, Guid ProjectId);
