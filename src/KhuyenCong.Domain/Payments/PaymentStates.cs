using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Payments;

/// <summary>Bảng trạng thái của đề nghị chi: from, action, to, who, what it asks for. Buttons, POST guards, the guide and the tests read this.</summary>
public static class PaymentStates
{
    public static readonly IReadOnlyList<PaymentTransition> Table =
    [
        new(PaymentState.Drafting, PaymentAction.Request, PaymentState.Requested, Act.RequestPayment, PaymentDuty.Prepare),
        new(PaymentState.Drafting, PaymentAction.Discard, PaymentState.Discarded, Act.RequestPayment, PaymentDuty.Prepare, NeedsReason: true),
        new(PaymentState.Requested, PaymentAction.Approve, PaymentState.Approved, Act.ApprovePayment, PaymentDuty.Approve),
        new(PaymentState.Requested, PaymentAction.Return, PaymentState.Drafting, Act.ApprovePayment, null, NeedsReason: true),
        new(PaymentState.Approved, PaymentAction.Return, PaymentState.Drafting, Act.ApprovePayment, null, NeedsReason: true),
        new(PaymentState.Approved, PaymentAction.Send, PaymentState.Sent, Act.RecordTreasury, PaymentDuty.Record, NeedsDate: true),
        new(PaymentState.Sent, PaymentAction.Pay, PaymentState.Paid, Act.RecordTreasury, PaymentDuty.Record, NeedsDate: true),
        new(PaymentState.Sent, PaymentAction.SendBack, PaymentState.SentBack, Act.RecordTreasury, PaymentDuty.Record, NeedsReason: true),
        new(PaymentState.Sent, PaymentAction.Refuse, PaymentState.Refused, Act.RecordTreasury, PaymentDuty.Record, NeedsReason: true),
        new(PaymentState.Paid, PaymentAction.TakeBack, PaymentState.Sent, Act.ApprovePayment, null, NeedsReason: true),
        new(PaymentState.SentBack, PaymentAction.Request, PaymentState.Requested, Act.RequestPayment, PaymentDuty.Prepare),
        new(PaymentState.SentBack, PaymentAction.Discard, PaymentState.Discarded, Act.RequestPayment, PaymentDuty.Prepare, NeedsReason: true),
        new(PaymentState.Refused, PaymentAction.Request, PaymentState.Requested, Act.RequestPayment, PaymentDuty.Prepare),
        new(PaymentState.Refused, PaymentAction.Discard, PaymentState.Discarded, Act.RequestPayment, PaymentDuty.Prepare, NeedsReason: true),
    ];

    public static PaymentTransition? Find(PaymentState from, PaymentAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<PaymentAction> Offered(PaymentRequest request, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == request.State && mover.May(t.Who, request.Regime, request.TerritoryCode)).Select(t => t.Action);
    }

    /// <summary>What the hands that a request went through already keep somebody from doing.</summary>
    public static IEnumerable<Breach> Against(this Hands hands, PaymentDuty duty, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(hands);
        if (duty is PaymentDuty.Prepare && hands.HasAppraised(userId))
        {
            yield return new("payment.approver-prepares");
        }

        if (duty is PaymentDuty.Approve && hands.HasWritten(userId))
        {
            yield return new("payment.preparer-approves");
        }

        if (duty is PaymentDuty.Record && hands.HasAppraised(userId))
        {
            yield return new("payment.approver-records");
        }
    }
}

/// <summary>Một dòng của bảng trạng thái đề nghị chi.</summary>
/// <param name="Duty">Which duty it is; null where it judges nothing.</param>
public sealed record PaymentTransition(PaymentState From, PaymentAction Action, PaymentState To, Act Who, PaymentDuty? Duty, bool NeedsReason = false, bool NeedsDate = false);
