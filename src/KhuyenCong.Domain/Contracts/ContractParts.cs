namespace KhuyenCong.Domain.Contracts;

/// <summary>Giá trị hợp đồng theo một nguồn.</summary>
public sealed class ContractAmount : IProvincial, IAudited
{
    private ContractAmount()
    {
    }

    internal ContractAmount(Contract contract, Guid id, string source) =>
        (ContractAmountId, ProvinceCode, ContractId, Source) = (id, contract.ProvinceCode, contract.ContractId, source);

    public Guid ContractAmountId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    /// <summary>A <see cref="Programmes.FundingSource"/> code.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The line whose money it binds, from signing on; null where none is drawn on, and for a sub-contract.</summary>
    public Guid? AllocationId { get; private set; }

    public Dong Amount { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Contract), ContractId);

    internal void Set(Dong amount) => Amount = amount;

    internal void Draw(Guid? allocationId) => AllocationId = allocationId;
}

/// <summary>Mốc tiến độ, đợt thanh toán của hợp đồng.</summary>
public sealed class ContractMilestone : IProvincial, IAudited
{
    private ContractMilestone()
    {
    }

    internal ContractMilestone(Contract contract, Guid id) =>
        (ContractMilestoneId, ProvinceCode, ContractId) = (id, contract.ProvinceCode, contract.ContractId);

    public Guid ContractMilestoneId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public int Order { get; private set; }

    public string Content { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }

    /// <summary>What is paid at it; null where nothing is.</summary>
    public Dong? Amount { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Contract), ContractId);

    /// <summary>Mốc đã qua ngày mà chưa chi đủ: of a signed contract those whose day has gone by while less went out than they and all before them come to. One without an amount says nothing of payment.</summary>
    /// <param name="contract">Whose.</param>
    /// <param name="disbursed">What was advanced, paid and settled of it so far.</param>
    /// <param name="today">The day itself is still in time.</param>
    public static IReadOnlySet<Guid> Unpaid(Contract contract, Dong disbursed, DateOnly today) =>
        Open(contract, disbursed).Where(m => m.DueOn < today).Select(m => m.ContractMilestoneId).ToHashSet();

    /// <summary>Ngày của đợt thanh toán kế tiếp: the first day that a signed contract names for a payment of which less went out than agreed; null where none is open.</summary>
    /// <param name="contract">Whose.</param>
    /// <param name="disbursed">What was advanced, paid and settled of it so far.</param>
    /// <param name="payable">What the work was found due, once all of it is accepted: beyond that nothing is paid any more. Null as long as work is still to be accepted.</param>
    public static DateOnly? NextUnpaid(Contract contract, Dong disbursed, Dong? payable = null) => Open(contract, disbursed, payable).Min(m => m.DueOn);

    private static List<ContractMilestone> Open(Contract contract, Dong disbursed, Dong? payable = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        List<ContractMilestone> open = [];
        var upTo = Dong.Zero;
        foreach (var milestone in contract.Milestones.OrderBy(m => m.Order))
        {
            upTo += milestone.Amount ?? Dong.Zero;
            if (contract is { State: ContractState.Signed, CommitsMoney: true } && milestone.Amount > Dong.Zero && milestone.DueOn is not null && upTo.AtMost(payable ?? upTo) > disbursed)
            {
                open.Add(milestone);
            }
        }

        return open;
    }

    internal MilestoneText Text => new(ContractMilestoneId, Content, DueOn, Amount);

    internal void Set(int order, MilestoneText text) => (Order, Content, DueOn, Amount) = (order, text.Content, text.DueOn, text.Amount);
}

/// <summary>Bước xử lý của hợp đồng.</summary>
public sealed class ContractStep : IProvincial, IAudited
{
    private ContractStep()
    {
    }

    public Guid ContractStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public int Sequence { get; private set; }

    public ContractAction Action { get; private set; }

    public ContractState FromState { get; private set; }

    public ContractState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Contract), ContractId);

    internal static ContractStep Of(Contract contract, ContractMoved moved) => new()
    {
        ContractStepId = moved.ContractStepId,
        ProvinceCode = contract.ProvinceCode,
        ContractId = contract.ContractId,
        Sequence = contract.StepCount,
        Action = moved.Move.Action,
        FromState = contract.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
    };
}
