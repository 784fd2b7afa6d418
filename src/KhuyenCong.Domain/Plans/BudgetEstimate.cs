namespace KhuyenCong.Domain.Plans;

/// <summary>Dự toán kinh phí khuyến công năm: what a unit asks for the year, on its way to the HĐND's resolution and the allotment.</summary>
public sealed class BudgetEstimate : IProvincial, IVersioned, IAudited
{
    private readonly List<BudgetEstimateLine> lines = [];
    private readonly List<BudgetEstimateStep> steps = [];

    private BudgetEstimate()
    {
    }

    public Guid BudgetEstimateId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>The unit that will hold the money.</summary>
    public Guid HolderId { get; private set; }

    public string Title { get; private set; } = "";

    public BudgetEstimateState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>All who wrote it and all who appraised it.</summary>
    public Hands Hands { get; private set; } = Hands.None;

    public int StepCount { get; private set; }

    /// <summary>Moves with every change of its lines too, so that its version tells whoever saw older ones.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<BudgetEstimateLine> Lines => lines;

    public IReadOnlyList<BudgetEstimateStep> Steps => steps;

    public AuditSubject AuditSubject => new(nameof(BudgetEstimate), BudgetEstimateId);

    public static BudgetEstimate From(BudgetEstimateDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        return new() { BudgetEstimateId = drafted.BudgetEstimateId, ProvinceCode = drafted.ProvinceCode, Year = drafted.Year, HolderId = drafted.HolderId, Title = drafted.Title, CreatedBy = drafted.By, Hands = Hands.None.Wrote(drafted.By), StateSince = drafted.On };
    }

    public void Apply(BudgetLinesWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        lines.RemoveAll(l => !written.Lines.Any(t => t.LineId == l.BudgetEstimateLineId));
        for (var order = 0; order < written.Lines.Count; order++)
        {
            var text = written.Lines[order];
            var line = lines.Find(l => l.BudgetEstimateLineId == text.LineId);
            if (line is null)
            {
                lines.Add(line = new(this, text.LineId));
            }

            line.Set(order, text);
        }

        (Hands, ChangedAt) = (Hands.Wrote(written.By), written.At);
    }

    public void Apply(BudgetEstimateMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(BudgetEstimateStep.Of(this, moved));
        foreach (var (id, amount, remark) in moved.Amounts)
        {
            lines.Single(l => l.BudgetEstimateLineId == id).Note(moved.Move.Action, amount, remark);
        }

        Hands = moved.Move.Action switch
        {
            BudgetEstimateAction.Submit or BudgetEstimateAction.SubmitToAccountant => Hands.Wrote(moved.By),
            // What somebody from outside found takes the place of what was found inside; whoever typed it did not appraise it.
            BudgetEstimateAction.Appraise when moved.Move.OutsideAppraiser is not null => Hands with { Appraisers = [] },
            BudgetEstimateAction.Forward or BudgetEstimateAction.Appraise or BudgetEstimateAction.ProposeFunding => Hands.Appraised(moved.By),
            _ => Hands,
        };
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
    }
}

/// <summary>Dòng dự toán năm: content and source with the amounts proposed, appraised, resolved and allotted side by side.</summary>
public sealed class BudgetEstimateLine : IProvincial, IAudited
{
    private BudgetEstimateLine()
    {
    }

    internal BudgetEstimateLine(BudgetEstimate estimate, Guid id) => (BudgetEstimateLineId, ProvinceCode, BudgetEstimateId) = (id, estimate.ProvinceCode, estimate.BudgetEstimateId);

    public Guid BudgetEstimateLineId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid BudgetEstimateId { get; private set; }

    public int Order { get; private set; }

    /// <summary>A clause of Điều 4.</summary>
    public string ContentCode { get; private set; } = "";

    public string Source { get; private set; } = "";

    public string Text { get; private set; } = "";

    public Dong Proposed { get; private set; }

    public Dong? Appraised { get; private set; }

    /// <summary>As the HĐND's resolution has it.</summary>
    public Dong? Resolved { get; private set; }

    public Dong? Allotted { get; private set; }

    /// <summary>Whether what was allotted is not what the resolution has; unknown where one of them is.</summary>
    public bool IsUnlikeResolution => Resolved is { } resolved && Allotted is { } allotted && resolved != allotted;

    public string? Remark { get; private set; }

    public AuditSubject AuditSubject => new(nameof(BudgetEstimate), BudgetEstimateId);

    internal void Set(int order, BudgetLineText text) => (Order, ContentCode, Source, Text, Proposed) = (order, text.ContentCode, text.Source, text.Text.Trim(), text.Proposed);

    internal void Note(BudgetEstimateAction action, Dong? amount, string? remark)
    {
        if (action is BudgetEstimateAction.Appraise)
        {
            Appraised = amount;
        }
        else if (action is BudgetEstimateAction.Resolve)
        {
            Resolved = amount;
        }
        else if (action is BudgetEstimateAction.Allot)
        {
            Allotted = amount;
        }

        Remark = remark ?? Remark;
    }
}

/// <summary>Bước xử lý của dự toán năm.</summary>
public sealed class BudgetEstimateStep : IProvincial, IAudited
{
    private BudgetEstimateStep()
    {
    }

    public Guid BudgetEstimateStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid BudgetEstimateId { get; private set; }

    public int Sequence { get; private set; }

    public BudgetEstimateAction Action { get; private set; }

    public BudgetEstimateState FromState { get; private set; }

    public BudgetEstimateState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    /// <summary>Người thẩm định bên ngoài: who appraised it, beside whoever recorded it.</summary>
    public string? OutsideAppraiser { get; private set; }

    public string? OutsideAppraiserUnit { get; private set; }

    public AuditSubject AuditSubject => new(nameof(BudgetEstimate), BudgetEstimateId);

    internal static BudgetEstimateStep Of(BudgetEstimate estimate, BudgetEstimateMoved moved) => new()
    {
        BudgetEstimateStepId = moved.StepId,
        ProvinceCode = estimate.ProvinceCode,
        BudgetEstimateId = estimate.BudgetEstimateId,
        Sequence = estimate.StepCount,
        Action = moved.Move.Action,
        FromState = estimate.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
        DocumentNumber = moved.Move.DocumentNumber,
        DocumentDate = moved.Move.DocumentDate,
        OutsideAppraiser = moved.Move.OutsideAppraiser,
        OutsideAppraiserUnit = moved.Move.OutsideAppraiserUnit,
    };
}

/// <summary>Trạng thái của dự toán năm.</summary>
public enum BudgetEstimateState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Ở Sở Công Thương.</summary>
    WithDepartment,

    /// <summary>Ở Sở Tài chính, chờ thẩm định.</summary>
    WithFinance,

    /// <summary>Đã thẩm định, chờ tham mưu bố trí vốn.</summary>
    Appraised,

    /// <summary>Ở UBND.</summary>
    WithCommittee,

    /// <summary>Trình HĐND.</summary>
    WithCouncil,

    /// <summary>HĐND đã quyết nghị, chờ giao.</summary>
    Resolved,

    /// <summary>Đã giao dự toán.</summary>
    Allotted,

    /// <summary>Đã bỏ.</summary>
    Discarded,

    /// <summary>Ở kế toán cấp xã, chờ thẩm định.</summary>
    WithAccountant,
}

/// <summary>Việc làm với dự toán năm.</summary>
public enum BudgetEstimateAction
{
    /// <summary>Gửi Sở Công Thương.</summary>
    Submit,

    /// <summary>Gửi Sở Tài chính.</summary>
    Forward,

    /// <summary>Trả lại.</summary>
    Return,

    /// <summary>Thẩm định dự toán.</summary>
    Appraise,

    /// <summary>Tham mưu bố trí vốn.</summary>
    ProposeFunding,

    /// <summary>Trình HĐND.</summary>
    SubmitToCouncil,

    /// <summary>Ghi nghị quyết của HĐND.</summary>
    Resolve,

    /// <summary>Giao dự toán.</summary>
    Allot,

    /// <summary>Bỏ.</summary>
    Discard,

    /// <summary>Gửi kế toán cấp xã.</summary>
    SubmitToAccountant,
}
