namespace KhuyenCong.Domain.Programmes;

/// <summary>Cách đếm chỉ tiêu: by the quantity of each result, or by printed copies.</summary>
public enum TargetMeasure
{
    Quantity,
    Copies,
}

/// <summary>Chỉ tiêu: a counted promise that results point to, with the sums of those results kept at hand.</summary>
public sealed class Target : IProvincial, IVersioned, IAudited
{
    private Target()
    {
    }

    public Guid TargetId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProgrammeId { get; private set; }

    public string Code { get; private set; } = "";

    public string? ContentCode { get; private set; }

    public string Name { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public TargetOperator Operator { get; private set; }

    public long? Quantity { get; private set; }

    public TargetPer Per { get; private set; }

    public string? Condition { get; private set; }

    public int Order { get; private set; }

    public TargetMeasure Measure { get; private set; }

    /// <summary>Which natural key proves that a result is not counted twice.</summary>
    public NaturalKeyKind KeyKind { get; private set; }

    /// <summary>For a promise "mỗi đợt": the target that counts the rounds. The decision does not say; an officer does.</summary>
    public string? RoundsTargetCode { get; private set; }

    /// <summary>An amendment dropped the promise; what was achieved stays.</summary>
    public bool IsRetired { get; private set; }

    public long ResultQuantity { get; private set; }

    public int ResultCount { get; private set; }

    public long ResultCopies { get; private set; }

    /// <summary>Số lượt.</summary>
    public long ResultTimes { get; private set; }

    public Dong ResultAmount { get; private set; }

    public DateOnly? LastResultOn { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Target), TargetId);

    public long Achieved => Measure is TargetMeasure.Copies ? ResultCopies : ResultQuantity;

    public static Target From(TargetPromised promised)
    {
        ArgumentNullException.ThrowIfNull(promised);
        var target = new Target
        {
            TargetId = promised.TargetId,
            ProvinceCode = promised.ProvinceCode,
            ProgrammeId = promised.ProgrammeId,
            Code = promised.Statement.Code,
        };
        target.State(promised.Statement, promised.Order);
        return target;
    }

    public void Apply(TargetRestated restated)
    {
        ArgumentNullException.ThrowIfNull(restated);
        State(restated.Statement, restated.Order);
    }

    public void Apply(KeyKindChanged changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        KeyKind = changed.Kind;
    }

    public void Apply(TargetDropped dropped)
    {
        ArgumentNullException.ThrowIfNull(dropped);
        IsRetired = true;
    }

    public void Apply(RoundsLinked linked)
    {
        ArgumentNullException.ThrowIfNull(linked);
        RoundsTargetCode = linked.RoundsTargetCode;
    }

    public void Apply(ResultRecorded recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        Count(+1, recorded.Quantity, recorded.Copies ?? 0, recorded.Times, recorded.Amounts.Select(a => a.Amount).Sum());
        LastResultOn = LastResultOn > recorded.AchievedOn ? LastResultOn : recorded.AchievedOn;
    }

    /// <param name="withdrawn">What is taken back.</param>
    /// <param name="lastOfTheRest">The latest day among the results that still count.</param>
    public void Apply(ResultWithdrawn withdrawn, DateOnly? lastOfTheRest)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        Count(-1, -withdrawn.Quantity, -(withdrawn.Copies ?? 0), -withdrawn.Times, -withdrawn.Amount);
        LastResultOn = lastOfTheRest;
    }

    private void Count(int results, long quantity, long copies, long times, Dong amount)
    {
        ResultCount = checked(ResultCount + results);
        ResultQuantity = checked(ResultQuantity + quantity);
        ResultCopies = checked(ResultCopies + copies);
        ResultTimes = checked(ResultTimes + times);
        ResultAmount += amount;
    }

    private void State(TargetStatement statement, int order)
    {
        // What an officer chose against the wording's suggestion outlives a new wording.
        var isChosen = Name.Length > 0 && KeyKind != NaturalKey.SuggestFor(Name, Unit);
        ContentCode = statement.ContentCode;
        Name = statement.Name;
        Unit = statement.Unit;
        Operator = statement.Operator;
        Quantity = statement.Quantity;
        Per = statement.Per;
        Condition = statement.Condition;
        Measure = statement.Copies is not null ? TargetMeasure.Copies : TargetMeasure.Quantity;
        KeyKind = isChosen ? KeyKind : NaturalKey.SuggestFor(statement.Name, statement.Unit);
        Order = order;
        IsRetired = false;
    }
}

/// <summary>Giao chỉ tiêu: a version in force brings a new promise.</summary>
public sealed record TargetPromised(Guid TargetId, string ProvinceCode, Guid ProgrammeId, TargetStatement Statement, int Order);

/// <summary>Điều chỉnh chỉ tiêu: a version in force says a promise anew.</summary>
public sealed record TargetRestated(string Code, TargetStatement Statement, int Order);

/// <summary>Bỏ chỉ tiêu: a version in force no longer holds the promise.</summary>
public sealed record TargetDropped(string Code);

/// <summary>Gắn số đợt: an officer says which target counts the rounds of a promise "mỗi đợt".</summary>
public sealed record RoundsLinked(string Code, string? RoundsTargetCode);
