using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Plans;

/// <summary>Đợt phê duyệt: the part of a plan that one decision approves, with its way from draft to assignment.</summary>
public sealed class ApprovalBatch : IProvincial, IVersioned, IAudited
{
    private readonly List<PlanItem> items = [];
    private readonly List<BatchStep> steps = [];

    private ApprovalBatch()
    {
    }

    public Guid ApprovalBatchId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid AnnualPlanId { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>As its plan's: the commune that alone works on it, or the province.</summary>
    public string TerritoryCode { get; private set; } = "";

    public int Year { get; private set; }

    public int Number { get; private set; }

    public BatchState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public Guid CreatedBy { get; private set; }

    public Guid? DraftedBy { get; private set; }

    public Guid? AppraisedBy { get; private set; }

    public string? OutsideAppraiser { get; private set; }

    public string? OutsideAppraiserUnit { get; private set; }

    public PlanDecider? Decider { get; private set; }

    public string? DecisionNumber { get; private set; }

    public DateOnly? DecisionDate { get; private set; }

    public string? Signer { get; private set; }

    /// <summary>By which decision the Sở decides in the place of the UBND.</summary>
    public string? DelegationDocument { get; private set; }

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    /// <summary>All who wrote it and all who appraised it.</summary>
    public Hands Hands { get; private set; } = Hands.None;

    public int StepCount { get; private set; }

    /// <summary>Moves with every change of its rows too, so that its version tells whoever saw older ones.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<PlanItem> Items => items;

    public IReadOnlyList<BatchStep> Steps => steps;

    /// <summary>Items that stand or fall with the decision.</summary>
    public IEnumerable<PlanItem> Standing => items.Where(i => i.State is not PlanItemState.LeftOut).OrderBy(i => i.Order);

    public string? CommuneCode => Regime is Regime.Commune ? TerritoryCode : null;

    public AuditSubject AuditSubject => new(nameof(AnnualPlan), AnnualPlanId);

    internal static ApprovalBatch Of(AnnualPlan plan, BatchOpened opened) => new()
    {
        ApprovalBatchId = opened.ApprovalBatchId,
        ProvinceCode = plan.ProvinceCode,
        AnnualPlanId = plan.AnnualPlanId,
        Regime = plan.Regime,
        TerritoryCode = plan.TerritoryCode,
        Year = plan.Year,
        Number = plan.BatchCount,
        CreatedBy = opened.By,
        Hands = Hands.None.Wrote(opened.By),
        StateSince = opened.On,
    };

    public void Apply(ItemsChosen chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        items.RemoveAll(i => !chosen.Items.Any(t => t.ProjectId == i.ProjectId));
        for (var order = 0; order < chosen.Items.Count; order++)
        {
            var text = chosen.Items[order];
            var item = items.Find(i => i.ProjectId == text.ProjectId);
            if (item is null)
            {
                items.Add(item = new(this, text));
            }

            item.Place(order, text);
        }

        (Hands, ChangedAt) = (Hands.Wrote(chosen.By), chosen.At);
    }

    public void Apply(ItemsAppraised appraised)
    {
        ArgumentNullException.ThrowIfNull(appraised);
        foreach (var text in appraised.Items)
        {
            items.Single(i => i.PlanItemId == text.PlanItemId).Appraise(text);
        }

        (Hands, ChangedAt) = (Hands.Appraised(appraised.By), appraised.At);
    }

    public void Apply(BatchMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(BatchStep.Of(this, moved));
        var move = moved.Move;
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
        switch (move.Action)
        {
            case BatchAction.Submit:
                (DraftedBy, Hands) = (moved.By, Hands.Wrote(moved.By));
                (AppraisedBy, OutsideAppraiser, OutsideAppraiserUnit) = (null, null, null);
                break;
            case BatchAction.Appraise:
                (AppraisedBy, OutsideAppraiser, OutsideAppraiserUnit) = (moved.By, move.OutsideAppraiser, move.OutsideAppraiserUnit);
                Hands = Hands.Appraised(moved.By);
                break;
            case BatchAction.Approve:
                (Decider, DecisionNumber, DecisionDate, Signer, DelegationDocument) = (move.Decider, move.DocumentNumber, move.DocumentDate, move.Signer, move.DelegationDocument);
                break;
            case BatchAction.Discard:
                items.ForEach(i => i.Release());
                break;
        }
    }

    public void Apply(BatchApproved approved)
    {
        ArgumentNullException.ThrowIfNull(approved);
        Apply(approved.Moved);
        foreach (var item in Standing)
        {
            item.Approve(approved.Draws);
        }
    }

    public void Apply(BatchUndone undone)
    {
        ArgumentNullException.ThrowIfNull(undone);
        Apply(undone.Moved);
        foreach (var item in Standing)
        {
            item.Undo();
        }
    }

    public void Apply(DifferenceCovered covered)
    {
        ArgumentNullException.ThrowIfNull(covered);
        items.Single(i => i.PlanItemId == covered.PlanItemId).Cover(covered);
        (Hands, ChangedAt) = (Hands.Wrote(covered.By), covered.At);
    }

    public void Apply(PlanAdjusted adjusted)
    {
        ArgumentNullException.ThrowIfNull(adjusted);
        items.Single(i => i.PlanItemId == adjusted.PlanItemId).Adjust(adjusted);
        ChangedAt = adjusted.At;
    }

    public void Apply(ReturnedToSource returned)
    {
        ArgumentNullException.ThrowIfNull(returned);
        items.Single(i => i.PlanItemId == returned.PlanItemId).GiveBack(returned.AllocationId, returned.Amount);
        ChangedAt = returned.At;
    }

    public void Apply(TakenFromSource taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        items.Single(i => i.PlanItemId == taken.PlanItemId).TakeAgain(taken);
        ChangedAt = taken.At;
    }

    public void Apply(SignedCopyAttached attached)
    {
        ArgumentNullException.ThrowIfNull(attached);
        (FileSha, FileName) = (attached.FileSha, attached.FileName);
    }
}

/// <summary>Bước xử lý của đợt phê duyệt.</summary>
public sealed class BatchStep : IProvincial, IAudited
{
    private BatchStep()
    {
    }

    public Guid BatchStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ApprovalBatchId { get; private set; }

    public Guid AnnualPlanId { get; private set; }

    public int Sequence { get; private set; }

    public BatchAction Action { get; private set; }

    public BatchState FromState { get; private set; }

    public BatchState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    /// <summary>Văn bản của UBND cấp xã: by whose decision a plan of another level draws communes' money.</summary>
    public string? CommuneDocument { get; private set; }

    /// <summary>Người thẩm định bên ngoài: who appraised it, beside whoever recorded it.</summary>
    public string? OutsideAppraiser { get; private set; }

    public string? OutsideAppraiserUnit { get; private set; }

    public AuditSubject AuditSubject => new(nameof(AnnualPlan), AnnualPlanId);

    internal static BatchStep Of(ApprovalBatch batch, BatchMoved moved) => new()
    {
        BatchStepId = moved.BatchStepId,
        ProvinceCode = batch.ProvinceCode,
        ApprovalBatchId = batch.ApprovalBatchId,
        AnnualPlanId = batch.AnnualPlanId,
        Sequence = batch.StepCount,
        Action = moved.Move.Action,
        FromState = batch.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
        DocumentNumber = moved.Move.DocumentNumber,
        DocumentDate = moved.Move.DocumentDate,
        CommuneDocument = moved.Move.CommuneDocument,
        OutsideAppraiser = moved.Move.OutsideAppraiser,
        OutsideAppraiserUnit = moved.Move.OutsideAppraiserUnit,
    };
}

/// <summary>Bước được yêu cầu với đợt phê duyệt.</summary>
/// <param name="CommuneDocument">Where a plan of another level holds communes' money: what their own UBND decided.</param>
public sealed record BatchMove(
    BatchAction Action,
    string? Note = null,
    string? DocumentNumber = null,
    DateOnly? DocumentDate = null,
    string? Signer = null,
    PlanDecider? Decider = null,
    string? DelegationDocument = null,
    string? OutsideAppraiser = null,
    string? OutsideAppraiserUnit = null,
    string? CommuneDocument = null);

/// <summary>Đã chuyển bước của đợt.</summary>
public sealed record BatchMoved(Guid ApprovalBatchId, Guid BatchStepId, BatchMove Move, BatchState To, Guid By, DateOnly On, DateTime At);

/// <summary>Đã phê duyệt đợt: what each item draws on which allocation.</summary>
public sealed record BatchApproved(BatchMoved Moved, IReadOnlyList<ItemDraw> Draws, AllocationsDrawn Allocations, IReadOnlyList<PlanChange> Changes);

/// <summary>Đã hủy quyết định phê duyệt đợt: what comes back to the allocations.</summary>
public sealed record BatchUndone(BatchMoved Moved, AllocationsDrawn Allocations, IReadOnlyList<PlanChange> Changes);

/// <summary>Đã kèm bản ký.</summary>
public sealed record SignedCopyAttached(string FileSha, string FileName);
