using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Dự toán chi quản lý: what a unit may spend on managing the programme out of one allotment of a year.</summary>
/// <remarks>Approved it reserves its total in the ledger; what is not spent goes back when it is settled. More in the same year is another estimate, and the law's share looks at all of them together.</remarks>
public sealed class ManagementEstimate : IProvincial, IVersioned, IAudited
{
    private readonly List<ManagementLine> lines = [];
    private readonly List<ManagementStep> steps = [];

    private ManagementEstimate()
    {
    }

    public Guid ManagementEstimateId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AllocationId { get; private set; }

    /// <summary>Đơn vị dự toán, as the allotment's.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>The commune of a holder that is a commune's office; null = of the province.</summary>
    public string? CommuneCode { get; private set; }

    public string Source { get; private set; } = "";

    public int Year { get; private set; }

    public ManagementParty Party { get; private set; }

    public ManagementState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    /// <summary>Căn cứ, thuyết minh.</summary>
    public string? Note { get; private set; }

    public Dong Total { get; private set; }

    /// <summary>Số quyết định duyệt.</summary>
    public string? DecisionNumber { get; private set; }

    public DateOnly? DecisionDate { get; private set; }

    public DateOnly? ApprovedOn { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    /// <summary>Số quyết toán.</summary>
    public Dong? SettledAmount { get; private set; }

    /// <summary>What went back to the allotment.</summary>
    public Dong? Released { get; private set; }

    /// <summary>Why it was returned or discarded the last time.</summary>
    public string? Reason { get; private set; }

    /// <summary>All who prepared it and all who approved it.</summary>
    public Hands Hands { get; private set; } = Hands.None;

    public int StepCount { get; private set; }

    /// <summary>Moves with every change of its rows too, so that its version tells whoever saw older ones.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<ManagementLine> Lines => lines;

    public IReadOnlyList<ManagementStep> Steps => steps;

    public AuditSubject AuditSubject => new(nameof(ManagementEstimate), ManagementEstimateId);

    public static ManagementEstimate From(ManagementDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        var estimate = new ManagementEstimate
        {
            ManagementEstimateId = drafted.ManagementEstimateId,
            ProvinceCode = drafted.Line.ProvinceCode,
            AllocationId = drafted.Line.AllocationId,
            HolderId = drafted.Line.HolderId,
            CommuneCode = drafted.Line.CommuneCode,
            Source = drafted.Line.Source,
            Year = drafted.Line.Year,
            StateSince = drafted.On,
        };
        estimate.Apply(drafted.Written);
        return estimate;
    }

    public void Apply(ManagementWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Text;
        (Party, Note) = (text.Party, string.IsNullOrWhiteSpace(text.Note) ? null : text.Note.Trim());
        lines.RemoveAll(l => !text.Lines.Any(t => t.ManagementLineId == l.ManagementLineId));
        for (var order = 0; order < text.Lines.Count; order++)
        {
            var row = text.Lines[order];
            var line = lines.Find(l => l.ManagementLineId == row.ManagementLineId);
            if (line is null)
            {
                lines.Add(line = new(this, row.ManagementLineId));
            }

            line.Set(order, row);
        }

        Total = lines.Select(l => l.Amount).Sum();
        (Hands, ChangedAt) = (Hands.Wrote(written.By), written.At);
    }

    public void Apply(ManagementMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(ManagementStep.Of(this, moved));
        var move = moved.Move;
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
        Reason = move.Note ?? Reason;
        switch (move.Action)
        {
            case ManagementAction.Submit:
                (Reason, Hands) = (move.Note, Hands.Wrote(moved.By));
                break;
            case ManagementAction.Approve:
                (ApprovedOn, DecisionNumber, DecisionDate, Reason, Hands) = (moved.On, move.DocumentNumber?.Trim(), move.DocumentDate, null, Hands.Appraised(moved.By));
                break;
            case ManagementAction.ProposeSettlement:
                (Reason, Hands) = (move.Note, Hands.Wrote(moved.By));
                break;
            case ManagementAction.Settle:
                (SettledOn, SettledAmount, Released, Hands) = (moved.On, moved.Spent, moved.Left, Hands.Appraised(moved.By));
                break;
        }
    }
}

/// <summary>Dòng dự toán chi quản lý: quantity by unit price.</summary>
public sealed class ManagementLine : IProvincial, IAudited
{
    private ManagementLine()
    {
    }

    internal ManagementLine(ManagementEstimate estimate, Guid id) =>
        (ManagementLineId, ProvinceCode, ManagementEstimateId) = (id, estimate.ProvinceCode, estimate.ManagementEstimateId);

    public Guid ManagementLineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ManagementEstimateId { get; private set; }

    public int Order { get; private set; }

    public ManagementItem Item { get; private set; }

    public string Content { get; private set; } = "";

    public string Unit { get; private set; } = "";

    /// <summary>In thousandths, as done quantities are.</summary>
    public long Quantity { get; private set; }

    public Dong UnitPrice { get; private set; }

    public Dong Amount { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ManagementEstimate), ManagementEstimateId);

    public ManagementLineText Text => new(ManagementLineId, Item, Content, Unit, Quantity, UnitPrice);

    internal void Set(int order, ManagementLineText text) =>
        (Order, Item, Content, Unit, Quantity, UnitPrice, Amount) = (order, text.Item, text.Content.Trim(), text.Unit.Trim(), text.Quantity, text.UnitPrice, text.Amount ?? throw new InvalidOperationException("A line without an amount was not refused: the rule was not asked."));
}

/// <summary>Bước xử lý của dự toán chi quản lý.</summary>
public sealed class ManagementStep : IProvincial, IAudited
{
    private ManagementStep()
    {
    }

    public Guid ManagementStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ManagementEstimateId { get; private set; }

    public int Sequence { get; private set; }

    public ManagementAction Action { get; private set; }

    public ManagementState FromState { get; private set; }

    public ManagementState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ManagementEstimate), ManagementEstimateId);

    internal static ManagementStep Of(ManagementEstimate estimate, ManagementMoved moved) => new()
    {
        ManagementStepId = moved.ManagementStepId,
        ProvinceCode = estimate.ProvinceCode,
        ManagementEstimateId = estimate.ManagementEstimateId,
        Sequence = estimate.StepCount,
        Action = moved.Move.Action,
        FromState = estimate.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
    };
}
