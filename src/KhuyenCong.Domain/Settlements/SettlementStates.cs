using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Settlements;

/// <summary>Điều kiện để làm một bước với hồ sơ quyết toán.</summary>
public enum SettlementGuard
{
    /// <summary>Hợp đồng đã ký, chưa thanh lý.</summary>
    ContractSigned,

    /// <summary>Chứng từ khớp từng đồng.</summary>
    VouchersCover,

    /// <summary>Có khối lượng được nghiệm thu hoặc xác nhận.</summary>
    WorkEvident,

    /// <summary>Mọi địa điểm đã nghiệm thu xong, hoặc nêu lý do, căn cứ không thực hiện.</summary>
    SitesFinished,

    /// <summary>Trễ hạn bắt buộc thì nêu lý do.</summary>
    LateExplained,

    /// <summary>Người phê duyệt không lập hồ sơ.</summary>
    ApproverIsAnother,

    /// <summary>Không còn đề nghị dở dang, tạm ứng treo, số phải trả.</summary>
    NothingOpen,

    /// <summary>Có biên bản thanh lý hợp đồng: số, ngày.</summary>
    LiquidationCited,

    /// <summary>Nêu lý do.</summary>
    ReasonGiven,

    /// <summary>Không có đề nghị thanh toán dở dang dựa vào hồ sơ bất khả kháng.</summary>
    NothingRestsOnIt,

    /// <summary>Người hủy phê duyệt không phải người đã phê duyệt, không phải người đã lập hồ sơ.</summary>
    RevokerIsAnother,

    /// <summary>Chưa ghi thu hồi sau quyết toán.</summary>
    NothingRecovered,

    /// <summary>Có văn bản hủy phê duyệt: số, ngày.</summary>
    RevocationCited,
}

/// <summary>Bảng trạng thái của hồ sơ quyết toán: from, action, to, who, guards. Buttons, POST guards, the guide and the tests read this.</summary>
public static class SettlementStates
{
    private static readonly SettlementGuard[] Submitting = [SettlementGuard.ContractSigned, SettlementGuard.WorkEvident, SettlementGuard.SitesFinished, SettlementGuard.VouchersCover, SettlementGuard.LateExplained];

    public static readonly IReadOnlyList<SettlementTransition> Table =
    [
        new(SettlementState.Drafting, SettlementAction.Submit, SettlementState.Submitted, Act.PrepareSettlement, Submitting),
        new(SettlementState.SentBack, SettlementAction.Submit, SettlementState.Submitted, Act.PrepareSettlement, Submitting),
        new(SettlementState.Submitted, SettlementAction.Approve, SettlementState.Approved, Act.ApproveSettlement, [SettlementGuard.ApproverIsAnother, .. Submitting, SettlementGuard.NothingOpen, SettlementGuard.LiquidationCited]),
        new(SettlementState.Submitted, SettlementAction.SendBack, SettlementState.SentBack, Act.ApproveSettlement, [SettlementGuard.ReasonGiven, SettlementGuard.NothingRestsOnIt]),
        new(SettlementState.Approved, SettlementAction.Revoke, SettlementState.SentBack, Act.ApproveSettlement, [SettlementGuard.RevokerIsAnother, SettlementGuard.NothingRecovered, SettlementGuard.RevocationCited, SettlementGuard.ReasonGiven]),
        new(SettlementState.Drafting, SettlementAction.Discard, SettlementState.Discarded, Act.PrepareSettlement, [SettlementGuard.ReasonGiven]),
        new(SettlementState.SentBack, SettlementAction.Discard, SettlementState.Discarded, Act.PrepareSettlement, [SettlementGuard.ReasonGiven]),
        new(SettlementState.Discarded, SettlementAction.Resume, SettlementState.Drafting, Act.PrepareSettlement, [SettlementGuard.ContractSigned]),
    ];

    public static SettlementTransition? Find(SettlementState from, SettlementAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<SettlementAction> Offered(Settlement settlement, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == settlement.State && mover.May(t.Who, settlement.Regime, settlement.TerritoryCode)).Select(t => t.Action);
    }
}

/// <summary>Một dòng của bảng trạng thái hồ sơ quyết toán.</summary>
public sealed record SettlementTransition(SettlementState From, SettlementAction Action, SettlementState To, Act Who, IReadOnlyList<SettlementGuard> Guards);
