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

/// <summary>Hóa đơn đã dùng: the one place that says who uses an invoice, whatever kind of record shows it.</summary>
/// <remarks>One project shows an invoice once in a request, once in an acceptance and once in a settlement; another project, another record of the same kind, and management costs are refused it.</remarks>
public sealed class UsedInvoice : IProvincial, IVersioned
{
    private UsedInvoice()
    {
    }

    /// <summary>Number, series and seller in one, see <see cref="InvoiceMark.KeyOf"/>.</summary>
    public string Key { get; private set; } = "";

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
        var used = new UsedInvoice { Key = key, ProvinceCode = holder.ProvinceCode, ProjectId = holder.ProjectId };
        used.Set(holder.Kind, holder.RecordId);
        return used;
    }

    /// <summary>Lets a record use it too; false where something else does already.</summary>
    public bool TryUse(InvoiceHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (holder.RecordId == RecordOf(holder.Kind))
        {
            return true;
        }

        if (RecordOf(holder.Kind) is not null || holder.ProjectId is null || holder.ProjectId != ProjectId)
        {
            return false;
        }

        Set(holder.Kind, holder.RecordId);
        return true;
    }

    /// <summary>A record uses it no longer.</summary>
    public void Leave(InvoiceHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (holder.RecordId == RecordOf(holder.Kind))
        {
            Set(holder.Kind, null);
        }
    }

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
