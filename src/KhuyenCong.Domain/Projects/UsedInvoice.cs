namespace KhuyenCong.Domain.Projects;

/// <summary>Loại hồ sơ dùng hóa đơn.</summary>
public enum InvoiceHolderKind
{
    /// <summary>Đề nghị chi.</summary>
    Payment,

    /// <summary>Biên bản nghiệm thu.</summary>
    Acceptance,

    /// <summary>Hồ sơ quyết toán.</summary>
    Settlement,

    /// <summary>Chứng từ chi quản lý.</summary>
    Management,
}

/// <summary>Hồ sơ dùng hóa đơn: one record, what it is for, and the invoices that it uses now.</summary>
/// <param name="Kind">Of the record.</param>
/// <param name="RecordId">Which.</param>
/// <param name="ProjectId">Whose other records may show the same invoices; null for management costs, which share with nothing.</param>
/// <param name="ProvinceCode">Of the record.</param>
/// <param name="Invoices">As they are compared; none once the record was discarded, undone or sent back.</param>
public sealed record InvoiceHolder(InvoiceHolderKind Kind, Guid RecordId, Guid? ProjectId, string ProvinceCode, IReadOnlyList<SupportTrace> Invoices);

/// <summary>Hóa đơn gần giống: another use of the same number of the same firm.</summary>
/// <param name="Number">Of the invoice.</param>
/// <param name="TaxCode">Whose it is here; of a named seller the mark of the name.</param>
/// <param name="OtherTaxCode">Whose it is there.</param>
/// <param name="Where">The record that uses it there.</param>
/// <param name="IsBarred">It is taken for the same invoice; otherwise a firm and its branch are told apart, and people look.</param>
public sealed record InvoiceLikeness(string Number, string TaxCode, string OtherTaxCode, string Where, bool IsBarred);

/// <summary>Hóa đơn đã dùng: the one place that says who uses an invoice, whatever kind of record shows it.</summary>
/// <remarks>One project shows an invoice once in a request, once in an acceptance and once in a settlement; another project, another record of the same kind, and management costs are refused it.</remarks>
public sealed class UsedInvoice : IProvincial, IVersioned
{
    private UsedInvoice()
    {
    }

    /// <summary>Number, series and seller in one, see <see cref="InvoiceMark.KeyOf"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>By which those that may be the same invoice, or another unit's of the same firm, are found; see <see cref="InvoiceMark.BaseOf"/>.</summary>
    public string Base { get; private set; } = "";

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Null for an invoice of management costs.</summary>
    public Guid? ProjectId { get; private set; }

    public Guid? PaymentRequestId { get; private set; }

    public Guid? AcceptanceId { get; private set; }

    public Guid? SettlementId { get; private set; }

    public Guid? ManagementVoucherId { get; private set; }

    /// <summary>Two records that join or leave in the same moment meet here, if they get past the lock.</summary>
    public long Version { get; private set; }

    /// <summary>No record uses it any more.</summary>
    public bool IsFree => (PaymentRequestId ?? AcceptanceId ?? SettlementId ?? ManagementVoucherId) is null;

    public static UsedInvoice Of(string key, InvoiceHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var used = new UsedInvoice { Key = key, Base = InvoiceMark.BaseOf(key), ProvinceCode = holder.ProvinceCode, ProjectId = holder.ProjectId };
        used.Set(holder.Kind, holder.RecordId);
        return used;
    }

    /// <summary>Lets a record use it too; false where something else does already.</summary>
    public bool TryUse(InvoiceHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (!LetsIn(holder))
        {
            return false;
        }

        Set(holder.Kind, holder.RecordId);
        return true;
    }

    /// <summary>Whether its use keeps a record from an invoice: it is the same one, or may be it with the series left out on one side, and the record may not share it.</summary>
    public bool Bars(string key, InvoiceHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return !IsFree && InvoiceMark.MayBeOne(Key, key) && !LetsIn(holder);
    }

    /// <summary>Whether a record is among those that use it.</summary>
    public bool IsUsedBy(InvoiceHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return holder.RecordId == RecordOf(holder.Kind);
    }

    /// <summary>A record uses it no longer.</summary>
    public void Leave(InvoiceHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (IsUsedBy(holder))
        {
            Set(holder.Kind, null);
        }
    }

    private bool LetsIn(InvoiceHolder holder) => RecordOf(holder.Kind) is { } user ? user == holder.RecordId : holder.ProjectId is not null && holder.ProjectId == ProjectId;

    private Guid? RecordOf(InvoiceHolderKind kind) => kind switch
    {
        InvoiceHolderKind.Payment => PaymentRequestId,
        InvoiceHolderKind.Acceptance => AcceptanceId,
        InvoiceHolderKind.Settlement => SettlementId,
        InvoiceHolderKind.Management => ManagementVoucherId,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private void Set(InvoiceHolderKind kind, Guid? recordId)
    {
        switch (kind)
        {
            case InvoiceHolderKind.Payment:
                PaymentRequestId = recordId;
                break;
            case InvoiceHolderKind.Acceptance:
                AcceptanceId = recordId;
                break;
            case InvoiceHolderKind.Settlement:
                SettlementId = recordId;
                break;
            case InvoiceHolderKind.Management:
                ManagementVoucherId = recordId;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }
}
