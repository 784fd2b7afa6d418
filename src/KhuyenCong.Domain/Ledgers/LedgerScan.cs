namespace KhuyenCong.Domain.Ledgers;

/// <summary>Bản ký của văn bản làm căn cứ ghi ngược: the signed decision behind an opposite entry, kept once.</summary>
public sealed class LedgerScan : IProvincial, IAudited
{
    private LedgerScan()
    {
    }

    /// <summary>The opposite entry.</summary>
    public Guid LedgerEntryId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AllocationId { get; private set; }

    public string FileSha { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public AuditSubject AuditSubject => new("Allocation", AllocationId);

    public static LedgerScan Of(LedgerEntry entry, YearEndScan scan, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(scan);
        return new() { LedgerEntryId = entry.LedgerEntryId, ProvinceCode = entry.ProvinceCode, AllocationId = entry.AllocationId, FileSha = scan.Sha256, FileName = scan.FileName, By = by, At = at };
    }
}
