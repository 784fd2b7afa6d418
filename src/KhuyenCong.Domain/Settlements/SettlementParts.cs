using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Số quyết toán theo nguồn: as it stood when the file was sent last, and for good once it is approved.</summary>
public sealed class SettlementAmount : IProvincial, IAudited
{
    private SettlementAmount()
    {
    }

    internal SettlementAmount(Settlement settlement, Guid id, ContractFunds funds) =>
        (SettlementAmountId, ProvinceCode, SettlementId, Source, AllocationId, Contracted) = (id, settlement.ProvinceCode, settlement.SettlementId, funds.Source, funds.AllocationId, funds.Amount);

    public Guid SettlementAmountId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid SettlementId { get; private set; }

    public string Source { get; private set; } = "";

    public Guid? AllocationId { get; private set; }

    public Dong Contracted { get; private set; }

    /// <summary>Khối lượng đã thực hiện, where force majeure takes the place of acceptance.</summary>
    public Dong? WorkDone { get; private set; }

    /// <summary>Support due by acceptances, or by the work done.</summary>
    public Dong Due { get; private set; }

    public Dong Paid { get; private set; }

    public Dong Settled { get; private set; }

    /// <summary>Proven by vouchers.</summary>
    public Dong Proven { get; private set; }

    /// <summary>What of the contracted amount goes back to its source.</summary>
    public Dong ToReturn { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Settlement), SettlementId);

    internal void Measure(Dong? done) => WorkDone = done;

    internal void Fix(SettlementFigure figure) =>
        (Contracted, Due, Paid, Settled, Proven, ToReturn) = (figure.Contracted, figure.Due, figure.Paid, figure.ToSettle, figure.Proven, figure.Difference);
}

/// <summary>Chứng từ: one proof of spending in a settlement's list.</summary>
public sealed class Voucher : IProvincial, IAudited
{
    private Voucher()
    {
    }

    internal Voucher(Settlement settlement, Guid id) => (VoucherId, ProvinceCode, SettlementId) = (id, settlement.ProvinceCode, settlement.SettlementId);

    public Guid VoucherId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid SettlementId { get; private set; }

    public int Order { get; private set; }

    public VoucherKind Kind { get; private set; }

    public string Number { get; private set; } = "";

    public DateOnly? IssuedOn { get; private set; }

    public string? Payer { get; private set; }

    public string? Payee { get; private set; }

    public string Content { get; private set; } = "";

    public Dong Amount { get; private set; }

    public string Source { get; private set; } = "";

    /// <summary>Series, number and seller as typed.</summary>
    public string? Invoice { get; private set; }

    /// <summary>The invoice as it is compared, see <see cref="InvoiceMark"/>.</summary>
    public string? InvoiceValue { get; private set; }

    public string? InvoiceContent { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Settlement), SettlementId);

    public VoucherText Text => new(VoucherId, Kind, Number, IssuedOn, Payer, Payee, Content, Amount, Source, Invoice);

    internal void Set(int order, VoucherText text)
    {
        (Order, Kind, Number, IssuedOn, Payer, Payee) = (order, text.Kind, text.Number, text.IssuedOn, text.Payer, text.Payee);
        (Content, Amount, Source, Invoice) = (text.Content, text.Amount, text.Source, text.Invoice);
        var trace = text.Trace;
        (InvoiceValue, InvoiceContent) = (trace?.Value, trace?.Content);
    }
}

/// <summary>Giấy tờ của hồ sơ quyết toán.</summary>
public sealed class SettlementPaper : IProvincial, IAudited
{
    private SettlementPaper()
    {
    }

    public Guid SettlementPaperId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid SettlementId { get; private set; }

    public SettlementPaperKind Kind { get; private set; }

    public Guid? VoucherId { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    public long Size { get; private set; }

    public DateTime AddedAt { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Settlement), SettlementId);

    internal static SettlementPaper Of(Settlement settlement, SettlementPaperAttached attached) => new()
    {
        SettlementPaperId = attached.PaperId,
        ProvinceCode = settlement.ProvinceCode,
        SettlementId = settlement.SettlementId,
        Kind = attached.Kind,
        VoucherId = attached.VoucherId,
        Sha256 = attached.Sha256,
        FileName = attached.FileName,
        MediaType = attached.MediaType,
        Size = attached.Size,
        AddedAt = attached.At,
    };

    /// <summary>The paper of a voucher that is struck off stays in the file.</summary>
    internal void Keep(IReadOnlyCollection<Voucher> vouchers) => VoucherId = vouchers.Any(v => v.VoucherId == VoucherId) ? VoucherId : null;
}

/// <summary>Bước xử lý của hồ sơ quyết toán.</summary>
public sealed class SettlementStep : IProvincial, IAudited
{
    private SettlementStep()
    {
    }

    public Guid SettlementStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid SettlementId { get; private set; }

    public int Sequence { get; private set; }

    public SettlementAction Action { get; private set; }

    public SettlementState FromState { get; private set; }

    public SettlementState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Settlement), SettlementId);

    internal static SettlementStep Of(Settlement settlement, SettlementMoved moved) => new()
    {
        SettlementStepId = moved.SettlementStepId,
        ProvinceCode = settlement.ProvinceCode,
        SettlementId = settlement.SettlementId,
        Sequence = settlement.StepCount,
        Action = moved.Move.Action,
        FromState = settlement.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
        DocumentNumber = moved.Move.DocumentNumber,
        DocumentDate = moved.Move.DocumentDate,
    };
}

/// <summary>Hóa đơn đã quyết toán: an invoice whose seller is known counts once in a province, whoever approves at the same moment.</summary>
public sealed class SettledInvoice : IProvincial
{
    private SettledInvoice()
    {
    }

    public Guid SettledInvoiceId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid SettlementId { get; private set; }

    /// <summary>Number, series and seller in one.</summary>
    public string Key { get; private set; } = "";

    public static SettledInvoice Of(Guid id, Settlement settlement, string key)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return new() { SettledInvoiceId = id, ProvinceCode = settlement.ProvinceCode, SettlementId = settlement.SettlementId, Key = key };
    }
}
