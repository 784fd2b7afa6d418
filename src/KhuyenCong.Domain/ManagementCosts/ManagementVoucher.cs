using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Chứng từ chi quản lý: one payment of one line of an estimate, with what it was made for.</summary>
public sealed class ManagementVoucher : IProvincial, IVersioned, IAudited
{
    private readonly List<ManagementEquipment> equipment = [];
    private readonly List<ManagementPaper> papers = [];
    private readonly List<ManagementVoucherStep> steps = [];

    private ManagementVoucher()
    {
    }

    public Guid ManagementVoucherId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ManagementEstimateId { get; private set; }

    public Guid ManagementLineId { get; private set; }

    public Guid AllocationId { get; private set; }

    public string? CommuneCode { get; private set; }

    public int Year { get; private set; }

    public ManagementItem Item { get; private set; }

    public ManagementVoucherState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>Ngày chứng từ.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Người nhận tiền.</summary>
    public string Payee { get; private set; } = "";

    public string Content { get; private set; } = "";

    public Dong Amount { get; private set; }

    public string? InvoiceNumber { get; private set; }

    public string? InvoiceSeries { get; private set; }

    public string? InvoiceSeller { get; private set; }

    /// <summary>Mục of the mục lục ngân sách.</summary>
    public string? BudgetItem { get; private set; }

    /// <summary>Tiểu mục.</summary>
    public string? BudgetSubItem { get; private set; }

    /// <summary>The number as it is compared; none for a discarded voucher, whose invoice may be used again.</summary>
    public string? InvoiceTrace { get; private set; }

    /// <summary>Series and seller as they are compared.</summary>
    public string? InvoiceDetail { get; private set; }

    public Guid? InspectionId { get; private set; }

    public Guid? AppraisalSessionId { get; private set; }

    public Guid? AcceptanceId { get; private set; }

    public Guid? ProjectId { get; private set; }

    public string? ServedNote { get; private set; }

    public DateOnly? PaidOn { get; private set; }

    /// <summary>Số chứng từ của Kho bạc.</summary>
    public string? TreasuryNumber { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>All who prepared it and all who approved it.</summary>
    public Hands Hands { get; private set; } = Hands.None;

    public int StepCount { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<ManagementEquipment> Equipment => equipment;

    public IReadOnlyList<ManagementPaper> Papers => papers;

    public IReadOnlyList<ManagementVoucherStep> Steps => steps;

    /// <summary>Whether what it says may still be corrected.</summary>
    public bool IsEditable => State is ManagementVoucherState.Drafting;

    public Served? Served =>
        InspectionId is { } inspection ? new(ServedKind.Inspection, inspection)
        : AppraisalSessionId is { } session ? new(ServedKind.AppraisalSession, session)
        : AcceptanceId is { } acceptance ? new(ServedKind.Acceptance, acceptance)
        : ProjectId is { } project ? new(ServedKind.Project, project)
        : null;

    public AuditSubject AuditSubject => new(nameof(ManagementVoucher), ManagementVoucherId);

    /// <summary>Everything written in it.</summary>
    public ManagementVoucherText Text => new()
    {
        ManagementLineId = ManagementLineId,
        Number = Number,
        IssuedOn = IssuedOn,
        Payee = Payee,
        Content = Content,
        Amount = Amount,
        InvoiceNumber = InvoiceNumber,
        InvoiceSeries = InvoiceSeries,
        InvoiceSeller = InvoiceSeller,
        BudgetItem = BudgetItem,
        BudgetSubItem = BudgetSubItem,
        Served = Served,
        ServedNote = ServedNote,
        Equipment = [.. equipment.OrderBy(e => e.Order).Select(e => e.Text)],
    };

    public static ManagementVoucher From(ManagementVoucherDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        var voucher = new ManagementVoucher
        {
            ManagementVoucherId = drafted.ManagementVoucherId,
            ProvinceCode = drafted.Estimate.ProvinceCode,
            ManagementEstimateId = drafted.Estimate.ManagementEstimateId,
            AllocationId = drafted.Estimate.AllocationId,
            CommuneCode = drafted.Estimate.CommuneCode,
            Year = drafted.Estimate.Year,
            StateSince = drafted.On,
        };
        voucher.Apply(drafted.Written);
        return voucher;
    }

    public void Apply(ManagementVoucherWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Text;
        (ManagementLineId, Item, Number, Payee, Content, Amount) = (text.ManagementLineId, written.Item, text.Number.Trim(), text.Payee.Trim(), text.Content.Trim(), text.Amount);
        IssuedOn = text.IssuedOn ?? throw new InvalidOperationException("A voucher without a date was not refused: the rule was not asked.");
        (InvoiceNumber, InvoiceSeries, InvoiceSeller) = (Blank(text.InvoiceNumber), Blank(text.InvoiceSeries), Blank(text.InvoiceSeller));
        (BudgetItem, BudgetSubItem) = (BudgetCoding.Tidied(text.BudgetItem), BudgetCoding.Tidied(text.BudgetSubItem));
        (InvoiceTrace, InvoiceDetail, ServedNote) = (written.InvoiceTrace, written.InvoiceDetail, Blank(text.ServedNote));
        InspectionId = IdOf(text, ServedKind.Inspection);
        AppraisalSessionId = IdOf(text, ServedKind.AppraisalSession);
        AcceptanceId = IdOf(text, ServedKind.Acceptance);
        ProjectId = IdOf(text, ServedKind.Project);
        equipment.RemoveAll(e => !text.Equipment.Any(t => t.ManagementEquipmentId == e.ManagementEquipmentId));
        for (var order = 0; order < text.Equipment.Count; order++)
        {
            var row = text.Equipment[order];
            var item = equipment.Find(e => e.ManagementEquipmentId == row.ManagementEquipmentId);
            if (item is null)
            {
                equipment.Add(item = new(this, row.ManagementEquipmentId));
            }

            item.Set(order, row);
        }

        (Hands, ChangedAt) = (Hands.Wrote(written.By), written.At);
    }

    public void Apply(ManagementVoucherMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(ManagementVoucherStep.Of(this, moved));
        var move = moved.Move;
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
        Reason = move.Note ?? Reason;
        switch (move.Action)
        {
            case ManagementVoucherAction.Request:
                (Reason, Hands) = (null, Hands.Wrote(moved.By));
                break;
            case ManagementVoucherAction.Approve:
                Hands = Hands.Appraised(moved.By);
                break;
            case ManagementVoucherAction.Pay:
                (PaidOn, TreasuryNumber) = (move.Date, move.TreasuryNumber?.Trim());
                break;
            case ManagementVoucherAction.TakeBack:
                (PaidOn, TreasuryNumber) = (null, null);
                break;
            case ManagementVoucherAction.Discard:
                (InvoiceTrace, InvoiceDetail) = (null, null);
                equipment.ForEach(e => e.Forget());
                break;
        }
    }

    public void Apply(VoucherSeriesCompleted completed)
    {
        ArgumentNullException.ThrowIfNull(completed);
        (InvoiceSeries, InvoiceTrace, InvoiceDetail, ChangedAt) = (completed.Series, completed.InvoiceTrace, completed.InvoiceDetail, completed.At);
    }

    public void Apply(ManagementPaperAttached attached)
    {
        ArgumentNullException.ThrowIfNull(attached);
        papers.Add(ManagementPaper.Of(this, attached));
        // What comes after the request prepares nothing of what was asked.
        (Hands, ChangedAt) = (IsEditable ? Hands.Wrote(attached.By) : Hands, attached.At);
    }

    public void Apply(ManagementPaperRemoved removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        papers.Remove(papers.Single(p => p.ManagementPaperId == removed.ManagementPaperId));
        (Hands, ChangedAt) = (Hands.Wrote(removed.By), removed.At);
    }

    public void Apply(EquipmentHandedOver handed)
    {
        ArgumentNullException.ThrowIfNull(handed);
        equipment.Single(e => e.ManagementEquipmentId == handed.ManagementEquipmentId).HandOver(handed);
        ChangedAt = handed.At;
    }

    private static Guid? IdOf(ManagementVoucherText text, ServedKind kind) => text.Served is { } served && served.Kind == kind ? served.Id : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
