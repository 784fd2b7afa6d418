using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Payments;

/// <summary>Đề nghị tạm ứng, thanh toán, thu hồi: the amounts of one contract by source and line, on their way to the Treasury.</summary>
public sealed class PaymentRequest : IProvincial, IVersioned, IAudited
{
    private readonly List<PaymentLine> lines = [];
    private readonly List<PaymentStep> steps = [];
    private readonly List<PaymentPaper> papers = [];
    private readonly List<PaymentInvoice> invoices = [];

    private PaymentRequest()
    {
    }

    public Guid PaymentRequestId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public Guid ProjectId { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>As its contract's: the commune that alone works on it, or the province.</summary>
    public string TerritoryCode { get; private set; } = "";

    public PaymentKind Kind { get; private set; }

    public PaymentState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    /// <summary>Given once and never again.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Niên độ of the lines.</summary>
    public int Year { get; private set; }

    public Dong Total { get; private set; }

    /// <summary>Nội dung chi.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The account of the contract on the day of the request; later changes of the contract do not change it.</summary>
    public BankAccount? Bank { get; private set; }

    /// <summary>Vì sao hóa đơn ít hơn số đề nghị.</summary>
    public string? InvoiceDifference { get; private set; }

    /// <summary>Mục of the mục lục ngân sách.</summary>
    public string? BudgetItem { get; private set; }

    /// <summary>Tiểu mục.</summary>
    public string? BudgetSubItem { get; private set; }

    /// <summary>Khối lượng hạng mục đã thực hiện, as the cited progress report says; basis points.</summary>
    public int? ItemShare { get; private set; }

    /// <summary>Quyết định cho tạm ứng khác mức: what lifts a rule on advances, never arithmetic.</summary>
    public string? OverrideNumber { get; private set; }

    public DateOnly? OverrideDate { get; private set; }

    public string? OverrideReason { get; private set; }

    public DateOnly? RequestedOn { get; private set; }

    public DateOnly? SentOn { get; private set; }

    public DateOnly? PaidOn { get; private set; }

    /// <summary>Số chứng từ của Kho bạc.</summary>
    public string? TreasuryNumber { get; private set; }

    /// <summary>Why it was returned, sent back, refused or discarded the last time.</summary>
    public string? Reason { get; private set; }

    /// <summary>All who prepared it and all who approved it.</summary>
    public Hands Hands { get; private set; } = Hands.None;

    public Guid CreatedBy { get; private set; }

    public int StepCount { get; private set; }

    /// <summary>Moves with every change of its rows too, so that its version tells whoever saw older ones.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<PaymentLine> Lines => lines;

    public IReadOnlyList<PaymentStep> Steps => steps;

    public IReadOnlyList<PaymentPaper> Papers => papers;

    public IReadOnlyList<PaymentInvoice> Invoices => invoices;

    public string? CommuneCode => Regime is Regime.Commune ? TerritoryCode : null;

    /// <summary>A cited decision lifts what rules on advances say.</summary>
    public bool IsOverridden => OverrideNumber is not null && OverrideDate is not null && OverrideReason is not null;

    public AuditSubject AuditSubject => new(nameof(PaymentRequest), PaymentRequestId);

    public static PaymentRequest From(PaymentDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        var request = new PaymentRequest
        {
            PaymentRequestId = drafted.PaymentRequestId,
            ProvinceCode = drafted.ProvinceCode,
            ContractId = drafted.ContractId,
            ProjectId = drafted.ProjectId,
            Regime = drafted.Regime,
            TerritoryCode = drafted.TerritoryCode,
            Kind = drafted.Kind,
            Number = drafted.Number,
            Bank = drafted.Bank,
            CreatedBy = drafted.Written.By,
            StateSince = drafted.On,
        };
        request.Apply(drafted.Written);
        return request;
    }

    public void Apply(PaymentWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Text;
        lines.RemoveAll(l => !text.Lines.Any(t => t.AllocationId == l.AllocationId));
        foreach (var line in text.Lines)
        {
            if (lines.Find(l => l.AllocationId == line.AllocationId) is { } kept)
            {
                kept.Set(line.Amount);
            }
            else
            {
                lines.Add(PaymentLine.Of(this, line));
            }
        }

        (Year, Total, Purpose) = (written.Year, lines.Select(l => l.Amount).Sum(), text.Purpose.Trim());
        InvoiceDifference = text.InvoiceDifference;
        (BudgetItem, BudgetSubItem) = (text.BudgetItem, text.BudgetSubItem);
        SetInvoices(text.Invoices);
        (ItemShare, OverrideNumber, OverrideDate, OverrideReason) = (text.ItemShare, text.OverrideNumber, text.OverrideDate, text.OverrideReason);
        (Hands, ChangedAt) = (Hands.Wrote(written.By), written.At);
    }

    public void Apply(PaymentMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(PaymentStep.Of(this, moved));
        var move = moved.Move;
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
        Reason = move.Note ?? Reason;
        switch (move.Action)
        {
            case PaymentAction.Request:
                (RequestedOn, SentOn, Reason, Bank, Hands) = (moved.On, null, null, moved.Bank, Hands.Wrote(moved.By));
                break;
            case PaymentAction.Approve:
                Hands = Hands.Appraised(moved.By);
                break;
            case PaymentAction.Send:
                SentOn = move.Date;
                break;
            case PaymentAction.Pay:
                (PaidOn, TreasuryNumber) = (move.Date, move.TreasuryNumber);
                break;
            case PaymentAction.TakeBack:
                (PaidOn, TreasuryNumber) = (null, null);
                break;
            case PaymentAction.Discard:
                invoices.ForEach(i => i.Free());
                break;
        }
    }

    public void Apply(PaymentPaperAttached attached)
    {
        ArgumentNullException.ThrowIfNull(attached);
        papers.Add(PaymentPaper.Of(this, attached));
        (Hands, ChangedAt) = (attached.IsSignedCopy ? Hands : Hands.Wrote(attached.By), attached.At);
    }

    public void Apply(PaymentPaperRemoved removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        papers.RemoveAll(p => p.PaymentPaperId == removed.PaymentPaperId);
        (Hands, ChangedAt) = (Hands.Wrote(removed.By), removed.At);
    }

    public void Apply(SeriesCompleted completed)
    {
        ArgumentNullException.ThrowIfNull(completed);
        invoices.Single(i => i.PaymentInvoiceId == completed.PaymentInvoiceId).Complete(completed);
        ChangedAt = completed.At;
    }

    private void SetInvoices(IReadOnlyList<PaymentInvoiceText> texts)
    {
        invoices.RemoveAll(i => !texts.Any(i.IsOf));
        for (var at = 0; at < texts.Count; at++)
        {
            var invoice = invoices.Find(i => i.IsOf(texts[at]));
            if (invoice is null)
            {
                invoice = PaymentInvoice.Of(this, texts[at]);
                invoices.Add(invoice);
            }

            invoice.Set(texts[at], at);
        }
    }
}
