namespace KhuyenCong.Domain.Payments;

/// <summary>Tạm ứng chưa thanh toán của một hợp đồng.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Amount">Not cleared and not recovered.</param>
/// <param name="Since">When the oldest part of it was paid; null where no request says it (carried in from before).</param>
/// <param name="Lines">Of the ledger, that hold it.</param>
public sealed record UnspentAdvance(Guid ContractId, Guid ProjectId, Dong Amount, DateOnly? Since, IReadOnlyList<Guid> Lines)
{
    public int? Days(DateOnly today) => Since is { } since ? today.DayNumber - since.DayNumber : null;
}

/// <summary>Khoảng tuổi của số dư tạm ứng.</summary>
public enum AdvanceBucket
{
    /// <summary>Đến 30 ngày.</summary>
    Within30,

    /// <summary>31–90 ngày.</summary>
    Within90,

    /// <summary>91–180 ngày.</summary>
    Within180,

    /// <summary>Trên 180 ngày.</summary>
    Beyond180,

    /// <summary>Không rõ ngày chi.</summary>
    Unknown,
}

/// <summary>Tuổi của số dư tạm ứng: what was advanced first is taken as cleared first.</summary>
public static class AdvanceAge
{
    /// <summary>Days after which a balance stands in the work list. A reminder of the product, not a deadline of the law.</summary>
    public const int RemindAfterDays = 60;

    private const int Days30 = 30;
    private const int Days90 = 90;
    private const int Days180 = 180;

    /// <summary>The day of the oldest advance of which something is left.</summary>
    /// <param name="paid">Advances with their days.</param>
    /// <param name="left">What is left of them together.</param>
    public static DateOnly? Oldest(IEnumerable<(DateOnly On, Dong Amount)> paid, Dong left)
    {
        DateOnly? oldest = null;
        foreach (var (on, amount) in paid.OrderByDescending(p => p.On))
        {
            if (left <= Dong.Zero)
            {
                break;
            }

            (oldest, left) = (on, left - amount);
        }

        return oldest;
    }

    public static AdvanceBucket BucketOf(int? days) => days switch
    {
        null => AdvanceBucket.Unknown,
        <= Days30 => AdvanceBucket.Within30,
        <= Days90 => AdvanceBucket.Within90,
        <= Days180 => AdvanceBucket.Within180,
        _ => AdvanceBucket.Beyond180,
    };

    /// <summary>The days between which an advance of this age was paid, for what compares stored days; none of both where its day is not known.</summary>
    /// <param name="bucket">The age.</param>
    /// <param name="today">The day on which it is reckoned.</param>
    public static (DateOnly? First, DateOnly? Last) PaidIn(AdvanceBucket bucket, DateOnly today) => bucket switch
    {
        AdvanceBucket.Within30 => (today.AddDays(-Days30), null),
        AdvanceBucket.Within90 => (today.AddDays(-Days90), today.AddDays(-Days30 - 1)),
        AdvanceBucket.Within180 => (today.AddDays(-Days180), today.AddDays(-Days90 - 1)),
        AdvanceBucket.Beyond180 => (null, today.AddDays(-Days180 - 1)),
        _ => (null, null),
    };
}
