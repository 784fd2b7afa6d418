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
        <= 30 => AdvanceBucket.Within30,
        <= 90 => AdvanceBucket.Within90,
        <= 180 => AdvanceBucket.Within180,
        _ => AdvanceBucket.Beyond180,
    };
}
