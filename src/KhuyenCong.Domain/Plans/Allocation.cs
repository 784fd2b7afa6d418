using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Plans;

/// <summary>Dự toán được giao: the money one budget holder has from one source in one year, and how much of it plans have approved.</summary>
/// <remarks>The one blocking ceiling. Its two sums are kept by its entries and by plan decisions in the same transaction, and the row itself is the lock.</remarks>
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

    /// <summary>The sum of the entries.</summary>
    public Dong Allotted { get; private set; }

    /// <summary>The sum of what plan decisions in force draw on it.</summary>
    public Dong Approved { get; private set; }

    public int EntryCount { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<AllocationEntry> Entries => entries;

    public Dong Available => Allotted - Approved;

    public AuditSubject AuditSubject => new(nameof(Allocation), AllocationId);

    public static Allocation From(AllocationOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new()
        {
            AllocationId = opened.AllocationId,
            ProvinceCode = opened.ProvinceCode,
            HolderId = opened.HolderId,
            CommuneCode = opened.CommuneCode,
            Source = opened.Source,
            Year = opened.Year,
        };
    }

    public void Apply(AllotmentEntered entered)
    {
        ArgumentNullException.ThrowIfNull(entered);
        EntryCount++;
        entries.Add(AllocationEntry.Of(this, entered));
        Allotted += entered.Text.Amount;
    }

    public void Apply(AllocationDrawn drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        Approved += drawn.Amount;
        if (Approved < Dong.Zero || Approved > Allotted)
        {
            throw new InvalidOperationException("What is approved stays between nothing and what was allotted: the rule was not asked.");
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
public sealed record AllocationOpened(Guid AllocationId, string ProvinceCode, Guid HolderId, string? CommuneCode, string Source, int Year);

/// <summary>Nội dung một lần giao, as the decision says it.</summary>
public sealed record AllotmentText(AllotmentKind Kind, Dong Amount, string DocumentNumber, DateOnly DocumentDate, string Issuer, string? Note = null);

/// <summary>Đã ghi một lần giao dự toán.</summary>
public sealed record AllotmentEntered(Guid AllocationEntryId, AllotmentText Text, string By, DateTime At, string? FileSha = null, string? FileName = null);

/// <summary>Đã tính vào (số dương) hoặc trả lại (số âm) dự toán được giao.</summary>
public sealed record AllocationDrawn(Guid AllocationId, Dong Amount);
