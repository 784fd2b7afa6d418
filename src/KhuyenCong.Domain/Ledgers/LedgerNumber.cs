namespace KhuyenCong.Domain.Ledgers;

/// <summary>Số của sổ: a number that a screen shows and that entries come to.</summary>
public enum LedgerNumber
{
    /// <summary>Dự toán được giao, nhận chuyển nguồn.</summary>
    Allotted,

    /// <summary>Dự toán còn lại.</summary>
    Available,

    /// <summary>Dành dự toán.</summary>
    Reserved,

    /// <summary>Cam kết chi.</summary>
    Committed,

    /// <summary>Tạm ứng.</summary>
    Advanced,

    /// <summary>Đã thanh toán, chưa quyết toán.</summary>
    Paid,

    /// <summary>Đã quyết toán.</summary>
    Settled,

    /// <summary>Đã thu hồi nộp ngân sách.</summary>
    Returned,

    /// <summary>Đã hủy dự toán.</summary>
    Cancelled,

    /// <summary>Đã chuyển nguồn sang năm sau.</summary>
    CarriedOver,

    /// <summary>Đã phê duyệt, đang dùng: reserved or bound, wherever it is by now.</summary>
    InUse,

    /// <summary>Đã thanh toán, gồm cả phần đã quyết toán.</summary>
    Spent,

    /// <summary>Chưa thanh toán: reserved, bound or advanced.</summary>
    Unspent,

    /// <summary>Chưa chi: reserved or bound.</summary>
    Undrawn,

    /// <summary>Giá trị hợp đồng: what contracts came to bind.</summary>
    Contracted,

    /// <summary>Trả về nguồn, chuyển năm sau: what contracts bind no more.</summary>
    GivenBack,

    /// <summary>Đã trả về nguồn: what settlements, and contracts that were cancelled, gave back of what was approved.</summary>
    ReturnedToSource,

    /// <summary>Dự toán năm trước chuyển sang.</summary>
    CarriedIn,

    /// <summary>Số dư tạm ứng năm trước chuyển sang.</summary>
    AdvancesIn,

    /// <summary>Dự toán giao, bổ sung trong năm.</summary>
    Given,

    /// <summary>Dự toán thu lại, giảm trong năm.</summary>
    Withdrawn,

    /// <summary>Thu hồi trong năm.</summary>
    Recovered,
}

/// <summary>Phát sinh theo loại và căn cứ: how many entries of one shape there are, and what they come to.</summary>
/// <param name="TakesBack">Entries that take others back.</param>
public sealed record LedgerFlow(LedgerKind Kind, bool TakesBack, LedgerCauseKind Cause, int Count, Dong Amount);

/// <summary>Cách tính từng số của sổ: which entries make it, and which of them less.</summary>
public static class LedgerNumbers
{
    private static readonly Dictionary<LedgerNumber, LedgerAccount[]> Accounts = new()
    {
        [LedgerNumber.Allotted] = [.. Enum.GetValues<LedgerAccount>().Where(a => a is not LedgerAccount.Outside)],
        [LedgerNumber.Available] = [LedgerAccount.Available],
        [LedgerNumber.Reserved] = [LedgerAccount.Reserved],
        [LedgerNumber.Committed] = [LedgerAccount.Committed],
        [LedgerNumber.Advanced] = [LedgerAccount.Advanced],
        [LedgerNumber.Paid] = [LedgerAccount.Paid],
        [LedgerNumber.Settled] = [LedgerAccount.Settled],
        [LedgerNumber.Returned] = [LedgerAccount.Returned],
        [LedgerNumber.Cancelled] = [LedgerAccount.Cancelled],
        [LedgerNumber.CarriedOver] = [LedgerAccount.CarriedOver],
        [LedgerNumber.InUse] = [.. Enum.GetValues<LedgerAccount>().Where(a => a.IsByProject())],
        [LedgerNumber.Spent] = [LedgerAccount.Paid, LedgerAccount.Settled],
        [LedgerNumber.Unspent] = [LedgerAccount.Reserved, LedgerAccount.Committed, LedgerAccount.Advanced],
        [LedgerNumber.Undrawn] = [LedgerAccount.Reserved, LedgerAccount.Committed],
    };

    private static readonly Dictionary<LedgerNumber, LedgerKind[]> Kinds = new()
    {
        [LedgerNumber.CarriedIn] = [LedgerKind.CarryIn],
        [LedgerNumber.AdvancesIn] = [LedgerKind.CarryInAdvance],
        [LedgerNumber.Given] = [LedgerKind.Allot],
        [LedgerNumber.Withdrawn] = [LedgerKind.Withdraw],
        [LedgerNumber.Recovered] = [LedgerKind.RecoverAdvance, LedgerKind.RecoverPaid, LedgerKind.RecoverSettled],
    };

    /// <summary>What an account holds, as a number; the outside is what came from there.</summary>
    public static LedgerNumber Number(this LedgerAccount account) => account switch
    {
        LedgerAccount.Outside => LedgerNumber.Allotted,
        LedgerAccount.Available => LedgerNumber.Available,
        LedgerAccount.Reserved => LedgerNumber.Reserved,
        LedgerAccount.Committed => LedgerNumber.Committed,
        LedgerAccount.Advanced => LedgerNumber.Advanced,
        LedgerAccount.Paid => LedgerNumber.Paid,
        LedgerAccount.Settled => LedgerNumber.Settled,
        LedgerAccount.Returned => LedgerNumber.Returned,
        LedgerAccount.Cancelled => LedgerNumber.Cancelled,
        LedgerAccount.CarriedOver => LedgerNumber.CarriedOver,
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, null),
    };

    /// <summary>1 where an entry of this shape makes the number more, -1 where less, 0 where it does not touch it.</summary>
    public static int Sign(this LedgerNumber number, LedgerKind kind, bool takesBack, LedgerCauseKind cause)
    {
        if (Kinds.TryGetValue(number, out var kinds))
        {
            return !kinds.Contains(kind) ? 0 : takesBack ? -1 : 1;
        }

        if (number is LedgerNumber.ReturnedToSource)
        {
            return kind is not LedgerKind.Release || cause is not (LedgerCauseKind.Settlement or LedgerCauseKind.Contract) ? 0 : takesBack ? -1 : 1;
        }

        var (from, to) = kind.Way(takesBack);
        if (Accounts.TryGetValue(number, out var accounts))
        {
            return (accounts.Contains(to) ? 1 : 0) - (accounts.Contains(from) ? 1 : 0);
        }

        // What settling or closing a year takes out of a contract was contracted all the same: it went back. Taken back itself, it is no new contract either.
        var step = (to.IsByContract() ? 1 : 0) - (from.IsByContract() ? 1 : 0);
        var goesBack = IsEnding(cause) && (takesBack ? step > 0 : step < 0);
        return number is LedgerNumber.GivenBack ? (goesBack ? -step : 0) : goesBack ? 0 : step;
    }

    /// <summary>What an entry gives to the number.</summary>
    public static Dong Part(this LedgerNumber number, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Signed(number.Sign(entry.Kind, entry.ReversesId is not null, entry.CauseKind), entry.Amount);
    }

    public static Dong Sum(this LedgerNumber number, IEnumerable<LedgerFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        return flows.Select(f => Signed(number.Sign(f.Kind, f.TakesBack, f.Cause), f.Amount)).Sum();
    }

    private static bool IsEnding(LedgerCauseKind cause) => cause is LedgerCauseKind.Settlement or LedgerCauseKind.YearEnd;

    private static Dong Signed(int sign, Dong amount) => sign switch
    {
        > 0 => amount,
        < 0 => -amount,
        _ => Dong.Zero,
    };
}
