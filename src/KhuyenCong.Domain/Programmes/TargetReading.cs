namespace KhuyenCong.Domain.Programmes;

/// <summary>Tình trạng chỉ tiêu: where a target stands on a day.</summary>
public enum TargetStatus
{
    /// <summary>Chưa đủ số liệu.</summary>
    NotEnoughData,

    /// <summary>Chưa đến hạn: nothing is due yet, and nothing was achieved.</summary>
    NotDue,

    /// <summary>Đạt.</summary>
    Met,

    /// <summary>Đúng tiến độ.</summary>
    OnPace,

    /// <summary>Chậm.</summary>
    Behind,

    /// <summary>Có điều kiện.</summary>
    Conditional,

    /// <summary>Không thể đạt.</summary>
    Impossible,
}

/// <summary>Một bước tính: what was calculated and how, in words and figures.</summary>
public sealed record ClockStep(string Label, string Explanation);

/// <summary>Tiến độ của một chỉ tiêu: what the clock needs to know about it.</summary>
/// <remarks>Rounds: how many rounds are planned, only where an officer linked the target that counts them.</remarks>
public sealed record TargetProgress(
    string Code,
    string Unit,
    TargetOperator Operator,
    long? Quantity,
    TargetPer Per,
    string? Condition,
    long Achieved,
    Dong Spent,
    DateOnly? LastOn,
    IReadOnlyList<string> Sources,
    long? Rounds = null)
{
    public static TargetProgress Of(Target target, ProgrammeText text, IEnumerable<Target> others)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(others);
        var rounds = target.RoundsTargetCode is null ? null : others.FirstOrDefault(t => t.Code == target.RoundsTargetCode && !t.IsRetired)?.Quantity;
        var sources = text.Statements.FirstOrDefault(s => s.Code == target.Code)?.Sources ?? [];
        return new(target.Code, target.Unit, target.Operator, target.Quantity, target.Per, target.Condition, target.Achieved, target.ResultAmount, target.LastResultOn, sources, rounds);
    }
}

/// <summary>Số đọc của đồng hồ khả thi: one target on one day, with the arithmetic.</summary>
public sealed record TargetReading(string Code, TargetStatus Status, long? Needed, long Achieved, IReadOnlyList<ClockStep> Steps)
{
    public long? Remaining => Needed is { } needed ? Math.Max(0, needed - Achieved) : null;

    public int ElapsedDays { get; init; }

    public int RemainingDays { get; init; }

    /// <summary>Units a year so far.</summary>
    public decimal? PaceSoFar { get; init; }

    /// <summary>Units a year still needed.</summary>
    public decimal? PaceNeeded { get; init; }

    /// <summary>Khó đạt: thiếu kinh phí. A warning, not a certainty: the average may fall.</summary>
    public bool MoneyShort { get; init; }

    public Dong? AveragePerUnit { get; init; }

    public Dong? MoneyRemaining { get; init; }
}
