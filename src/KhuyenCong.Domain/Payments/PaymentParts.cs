using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Payments;

/// <summary>Dòng của đề nghị chi: what it takes from one line of allotment.</summary>
public sealed class PaymentLine : IProvincial, IAudited
{
    private PaymentLine()
    {
    }

    public Guid PaymentLineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid PaymentRequestId { get; private set; }

    public Guid AllocationId { get; private set; }

    public string Source { get; private set; } = "";

    public Dong Amount { get; private set; }

    public AuditSubject AuditSubject => new(nameof(PaymentRequest), PaymentRequestId);

    internal static PaymentLine Of(PaymentRequest request, PaymentLineText text) => new()
    {
        PaymentLineId = text.PaymentLineId,
        ProvinceCode = request.ProvinceCode,
        PaymentRequestId = request.PaymentRequestId,
        AllocationId = text.AllocationId,
        Source = text.Source,
        Amount = text.Amount,
    };

    internal void Set(Dong amount) => Amount = amount;
}

/// <summary>Bước xử lý của đề nghị chi.</summary>
public sealed class PaymentStep : IProvincial, IWrittenOnce
{
    private PaymentStep()
    {
    }

    public Guid PaymentStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid PaymentRequestId { get; private set; }

    public int Sequence { get; private set; }

    public PaymentAction Action { get; private set; }

    public PaymentState FromState { get; private set; }

    public PaymentState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    /// <summary>When it was sent or paid.</summary>
    public DateOnly? Date { get; private set; }

    public string? TreasuryNumber { get; private set; }

    public AuditSubject AuditSubject => new(nameof(PaymentRequest), PaymentRequestId);

    internal static PaymentStep Of(PaymentRequest request, PaymentMoved moved) => new()
    {
        PaymentStepId = moved.PaymentStepId,
        ProvinceCode = request.ProvinceCode,
        PaymentRequestId = request.PaymentRequestId,
        Sequence = request.StepCount,
        Action = moved.Move.Action,
        FromState = request.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
        Date = moved.Move.Date,
        TreasuryNumber = moved.Move.TreasuryNumber,
    };
}

/// <summary>Giấy tờ kèm đề nghị chi.</summary>
public sealed class PaymentPaper : IProvincial, IAudited
{
    private PaymentPaper()
    {
    }

    public Guid PaymentPaperId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid PaymentRequestId { get; private set; }

    /// <summary>The paper of the checklist that it is; null for the signed copy and for others.</summary>
    public string? Code { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Bản ký của chính đề nghị.</summary>
    public bool IsSignedCopy { get; private set; }

    public string FileSha { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public AuditSubject AuditSubject => new(nameof(PaymentRequest), PaymentRequestId);

    internal static PaymentPaper Of(PaymentRequest request, PaymentPaperAttached attached) => new()
    {
        PaymentPaperId = attached.PaymentPaperId,
        ProvinceCode = request.ProvinceCode,
        PaymentRequestId = request.PaymentRequestId,
        Code = attached.Code,
        Name = attached.Name,
        IsSignedCopy = attached.IsSignedCopy,
        FileSha = attached.FileSha,
        FileName = attached.FileName,
        By = attached.By,
        At = attached.At,
    };
}

/// <summary>Một dòng của đề nghị, as typed.</summary>
public sealed record PaymentLineText(Guid PaymentLineId, Guid AllocationId, string Source, Dong Amount);

/// <summary>Nội dung đề nghị chi, as typed.</summary>
/// <param name="Purpose">Nội dung chi.</param>
/// <param name="Lines">One for each line of allotment.</param>
/// <param name="ItemShare">Khối lượng hạng mục, in basis points, for kinds whose rule asks for it.</param>
/// <param name="OverrideNumber">Of the decision that lifts a rule on advances.</param>
/// <param name="OverrideDate">Its day.</param>
/// <param name="OverrideReason">Why.</param>
public sealed record PaymentText(
    string Purpose,
    IReadOnlyList<PaymentLineText> Lines,
    int? ItemShare = null,
    string? OverrideNumber = null,
    DateOnly? OverrideDate = null,
    string? OverrideReason = null)
{
    /// <summary>Hóa đơn được chi, if it is asked for by invoices.</summary>
    public IReadOnlyList<PaymentInvoiceText> Invoices { get; init; } = [];

    /// <summary>Vì sao hóa đơn ít hơn số đề nghị.</summary>
    public string? InvoiceDifference { get; init; }

    /// <summary>Mục of the mục lục ngân sách; never asked for.</summary>
    public string? BudgetItem { get; init; }

    /// <summary>Tiểu mục.</summary>
    public string? BudgetSubItem { get; init; }
}

/// <summary>Đã ghi nội dung đề nghị.</summary>
public sealed record PaymentWritten(PaymentText Text, int Year, Guid By, DateTime At);

/// <summary>Đã lập đề nghị.</summary>
public sealed record PaymentDrafted(Guid PaymentRequestId, string ProvinceCode, Guid ContractId, Guid ProjectId, Regime Regime, string TerritoryCode, PaymentKind Kind, string Number, BankAccount? Bank, PaymentWritten Written, DateOnly On);

/// <summary>Bước được yêu cầu với đề nghị chi.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="Note">Why; needed where money is not given.</param>
/// <param name="Date">When it was sent or paid.</param>
/// <param name="TreasuryNumber">Số chứng từ của Kho bạc.</param>
public sealed record PaymentMove(PaymentAction Action, string? Note = null, DateOnly? Date = null, string? TreasuryNumber = null);

/// <summary>Đã chuyển bước của đề nghị chi.</summary>
/// <param name="Bank">The account of the contract, where the step asks for the money.</param>
public sealed record PaymentMoved(Guid PaymentRequestId, Guid PaymentStepId, PaymentMove Move, PaymentState To, BankAccount? Bank, Guid By, DateOnly On, DateTime At);

/// <summary>Đã kèm giấy tờ.</summary>
public sealed record PaymentPaperAttached(Guid PaymentPaperId, string? Code, string Name, bool IsSignedCopy, string FileSha, string FileName, Guid By, DateTime At);

/// <summary>Đã gỡ giấy tờ.</summary>
public sealed record PaymentPaperRemoved(Guid PaymentPaperId, Guid By, DateTime At);
