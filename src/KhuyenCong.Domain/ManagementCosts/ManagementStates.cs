using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Bảng trạng thái của dự toán chi quản lý: from, action, to, who, what it asks for. Buttons, POST guards and the tests read this.</summary>
public static class ManagementStates
{
    public static readonly IReadOnlyList<ManagementTransition> Table =
    [
        new(ManagementState.Drafting, ManagementAction.Submit, ManagementState.Submitted, Act.RequestPayment, PaymentDuty.Prepare),
        new(ManagementState.Drafting, ManagementAction.Discard, ManagementState.Discarded, Act.RequestPayment, PaymentDuty.Prepare, NeedsReason: true),
        new(ManagementState.Submitted, ManagementAction.Approve, ManagementState.Approved, Act.ApprovePayment, PaymentDuty.Approve),
        new(ManagementState.Submitted, ManagementAction.Return, ManagementState.Drafting, Act.ApprovePayment, null, NeedsReason: true),
        new(ManagementState.Approved, ManagementAction.ProposeSettlement, ManagementState.Settling, Act.PrepareSettlement, PaymentDuty.Prepare),
        new(ManagementState.Settling, ManagementAction.Settle, ManagementState.Settled, Act.ApproveSettlement, PaymentDuty.Approve),
        new(ManagementState.Settling, ManagementAction.ReturnSettlement, ManagementState.Approved, Act.ApproveSettlement, null, NeedsReason: true),
    ];

    public static ManagementTransition? Find(ManagementState from, ManagementAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<ManagementAction> Offered(ManagementEstimate estimate, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == estimate.State && mover.May(t.Who, estimate.CommuneCode)).Select(t => t.Action);
    }
}

/// <summary>Bảng trạng thái của chứng từ chi quản lý.</summary>
public static class ManagementVoucherStates
{
    public static readonly IReadOnlyList<ManagementVoucherTransition> Table =
    [
        new(ManagementVoucherState.Drafting, ManagementVoucherAction.Request, ManagementVoucherState.Requested, Act.RequestPayment, PaymentDuty.Prepare),
        new(ManagementVoucherState.Drafting, ManagementVoucherAction.Discard, ManagementVoucherState.Discarded, Act.RequestPayment, PaymentDuty.Prepare, NeedsReason: true),
        new(ManagementVoucherState.Requested, ManagementVoucherAction.Approve, ManagementVoucherState.Approved, Act.ApprovePayment, PaymentDuty.Approve),
        new(ManagementVoucherState.Requested, ManagementVoucherAction.Return, ManagementVoucherState.Drafting, Act.ApprovePayment, null, NeedsReason: true),
        new(ManagementVoucherState.Approved, ManagementVoucherAction.Return, ManagementVoucherState.Drafting, Act.ApprovePayment, null, NeedsReason: true),
        new(ManagementVoucherState.Approved, ManagementVoucherAction.Pay, ManagementVoucherState.Paid, Act.RecordTreasury, PaymentDuty.Record),
        new(ManagementVoucherState.Paid, ManagementVoucherAction.TakeBack, ManagementVoucherState.Approved, Act.ApprovePayment, null, NeedsReason: true),
    ];

    public static ManagementVoucherTransition? Find(ManagementVoucherState from, ManagementVoucherAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<ManagementVoucherAction> Offered(ManagementVoucher voucher, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == voucher.State && mover.May(t.Who, voucher.CommuneCode)).Select(t => t.Action);
    }
}

/// <summary>One person never prepares and approves, nor approves and records that it was paid.</summary>
public static class ManagementHands
{
    /// <summary>What the hands that it went through already keep somebody from doing.</summary>
    public static IEnumerable<Breach> Against(Hands hands, PaymentDuty? duty, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(hands);
        return (duty switch
        {
            PaymentDuty.Prepare when hands.HasAppraised(userId) => "management.approver-prepares",
            PaymentDuty.Approve when hands.HasWritten(userId) => "management.preparer-approves",
            PaymentDuty.Record when hands.HasAppraised(userId) => "management.approver-records",
            _ => null,
        }) is { } code ? [new(code)] : [];
    }
}

/// <summary>Một dòng của bảng trạng thái dự toán chi quản lý.</summary>
public sealed record ManagementTransition(ManagementState From, ManagementAction Action, ManagementState To, Act Who, PaymentDuty? Duty, bool NeedsReason = false);

/// <summary>Một dòng của bảng trạng thái chứng từ chi quản lý.</summary>
public sealed record ManagementVoucherTransition(ManagementVoucherState From, ManagementVoucherAction Action, ManagementVoucherState To, Act Who, PaymentDuty? Duty, bool NeedsReason = false);
