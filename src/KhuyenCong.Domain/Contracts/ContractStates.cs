using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Bảng trạng thái của hợp đồng: from, action, to, who, guards. Buttons, POST guards, the guide and the tests read this.</summary>
public static class ContractStates
{
    private static readonly ContractGuard[] Proposing = [ContractGuard.TextComplete, ContractGuard.PlanInForce, ContractGuard.WithinApproved];
    private static readonly ContractGuard[] Signing = [ContractGuard.SignerIsAnother, ContractGuard.SignedInTime, ContractGuard.TextComplete, ContractGuard.PlanInForce, ContractGuard.WithinApproved];

    public static readonly IReadOnlyList<ContractTransition> Table =
    [
        new(ContractState.Drafting, ContractAction.Propose, ContractState.Proposed, Act.EditContract, Proposing),
        new(ContractState.Drafting, ContractAction.Cancel, ContractState.Cancelled, Act.EditContract, [ContractGuard.ReasonGiven]),
        new(ContractState.Proposed, ContractAction.SendBack, ContractState.Drafting, Act.SignContract, [ContractGuard.ReasonGiven]),
        new(ContractState.Proposed, ContractAction.Sign, ContractState.Signed, Act.SignContract, Signing),
        new(ContractState.Signed, ContractAction.Cancel, ContractState.Cancelled, Act.SignContract, [ContractGuard.ReasonGiven, ContractGuard.NothingPaid]),
        new(ContractState.Signed, ContractAction.Liquidate, ContractState.Liquidated, Act.ApproveSettlement, [ContractGuard.SettlementDecides]),
        new(ContractState.Liquidated, ContractAction.UndoLiquidation, ContractState.Signed, Act.ApproveSettlement, [ContractGuard.SettlementDecides]),
    ];

    /// <summary>The steps that a settlement's approval, or its being taken back, takes; nobody takes them by hand.</summary>
    public static bool IsOfSettlement(this ContractAction action) => action is ContractAction.Liquidate or ContractAction.UndoLiquidation;

    public static ContractTransition? Find(ContractState from, ContractAction action) => Table.FirstOrDefault(t => t.From == from && t.Action == action);

    /// <summary>The buttons somebody sees.</summary>
    public static IEnumerable<ContractAction> Offered(Contract contract, PlanMover mover)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(mover);
        return Table.Where(t => t.From == contract.State && !t.Action.IsOfSettlement() && mover.May(t.Who, contract.Regime, contract.TerritoryCode)).Select(t => t.Action);
    }
}

/// <summary>Một dòng của bảng trạng thái hợp đồng.</summary>
public sealed record ContractTransition(ContractState From, ContractAction Action, ContractState To, Act Who, IReadOnlyList<ContractGuard> Guards);

/// <summary>Bước được yêu cầu với hợp đồng.</summary>
public sealed record ContractMove(ContractAction Action, string? Note = null, DateOnly? SignedOn = null);

/// <summary>Đã chuyển bước của hợp đồng.</summary>
public sealed record ContractMoved(Guid ContractId, Guid ContractStepId, ContractMove Move, ContractState To, Guid By, DateOnly On, DateTime At)
{
    /// <summary>What the province's series gave; null where the contract has its number.</summary>
    public string? Number { get; init; }

    /// <summary>The line that each source draws on, from signing on.</summary>
    public IReadOnlyDictionary<string, Guid> Draws { get; init; } = new Dictionary<string, Guid>();
}

/// <summary>Đã soạn hợp đồng.</summary>
public sealed record ContractDrafted(
    Guid ContractId, string ProvinceCode, Guid ProjectId, Guid PlanItemId, Guid? ParentContractId, ContractKind Kind, Law.Regime Regime, string TerritoryCode, int Year, ContractText Text, IReadOnlyDictionary<string, Guid> NewRows, Guid By, DateOnly On, DateTime At);

/// <summary>Đã sửa bản soạn hợp đồng.</summary>
public sealed record ContractEdited(Guid ContractId, ContractText Text, IReadOnlyDictionary<string, Guid> NewRows, Guid By, DateTime At);
