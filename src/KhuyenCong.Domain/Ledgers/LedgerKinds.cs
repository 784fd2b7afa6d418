namespace KhuyenCong.Domain.Ledgers;

/// <summary>Tài khoản của sổ dự toán: where a đồng of one budget holder, source and year is at a moment.</summary>
public enum LedgerAccount
{
    /// <summary>Ngoài sổ: nơi giao, nơi thu về.</summary>
    Outside,

    /// <summary>Dự toán còn lại.</summary>
    Available,

    /// <summary>Dành dự toán.</summary>
    Reserved,

    /// <summary>Cam kết chi.</summary>
    Committed,

    /// <summary>Tạm ứng.</summary>
    Advanced,

    /// <summary>Đã thanh toán.</summary>
    Paid,

    /// <summary>Đã quyết toán.</summary>
    Settled,

    /// <summary>Đã thu hồi nộp ngân sách.</summary>
    Returned,

    /// <summary>Đã hủy dự toán.</summary>
    Cancelled,

    /// <summary>Đã chuyển nguồn sang năm sau.</summary>
    CarriedOver,
}

/// <summary>Loại bút toán: each moves money from one account to another, so that debits equal credits by their shape.</summary>
public enum LedgerKind
{
    /// <summary>Giao dự toán.</summary>
    Allot,

    /// <summary>Thu lại, giảm dự toán được giao.</summary>
    Withdraw,

    /// <summary>Dành dự toán.</summary>
    Reserve,

    /// <summary>Trả lại phần dành.</summary>
    Release,

    /// <summary>Cam kết chi.</summary>
    Commit,

    /// <summary>Giảm cam kết chi.</summary>
    Uncommit,

    /// <summary>Tạm ứng.</summary>
    Advance,

    /// <summary>Thanh toán tạm ứng.</summary>
    ClearAdvance,

    /// <summary>Thanh toán.</summary>
    Pay,

    /// <summary>Quyết toán.</summary>
    Settle,

    /// <summary>Thu hồi tạm ứng.</summary>
    RecoverAdvance,

    /// <summary>Thu hồi khoản đã thanh toán.</summary>
    RecoverPaid,

    /// <summary>Thu hồi khoản đã quyết toán, nộp ngân sách.</summary>
    RecoverSettled,

    /// <summary>Hủy dự toán.</summary>
    Cancel,

    /// <summary>Chuyển nguồn dự toán còn lại.</summary>
    CarryOut,

    /// <summary>Chuyển nguồn số dư tạm ứng.</summary>
    CarryOutAdvance,

    /// <summary>Nhận chuyển nguồn dự toán.</summary>
    CarryIn,

    /// <summary>Nhận chuyển nguồn số dư tạm ứng.</summary>
    CarryInAdvance,
}

/// <summary>Việc làm phát sinh bút toán: the record that a posting belongs to.</summary>
public enum LedgerCauseKind
{
    /// <summary>Lần giao dự toán.</summary>
    Allotment,

    /// <summary>Đợt phê duyệt kế hoạch, điều chỉnh.</summary>
    PlanDecision,

    /// <summary>Hợp đồng, phụ lục, giao nhiệm vụ.</summary>
    Contract,

    /// <summary>Đề nghị tạm ứng, thanh toán, thu hồi.</summary>
    PaymentRequest,

    /// <summary>Quyết toán hợp đồng.</summary>
    Settlement,

    /// <summary>Khóa sổ cuối năm.</summary>
    YearEnd,

    /// <summary>Bút toán điều chỉnh sai sót.</summary>
    Correction,

    /// <summary>Dự toán chi quản lý: duyệt, quyết toán.</summary>
    ManagementEstimate,

    /// <summary>Chứng từ chi quản lý.</summary>
    ManagementVoucher,
}

/// <summary>Đường đi của từng loại bút toán.</summary>
public static class LedgerKinds
{
    private static readonly Dictionary<LedgerKind, (LedgerAccount From, LedgerAccount To)> Ways = new()
    {
        [LedgerKind.Allot] = (LedgerAccount.Outside, LedgerAccount.Available),
        [LedgerKind.Withdraw] = (LedgerAccount.Available, LedgerAccount.Outside),
        [LedgerKind.Reserve] = (LedgerAccount.Available, LedgerAccount.Reserved),
        [LedgerKind.Release] = (LedgerAccount.Reserved, LedgerAccount.Available),
        [LedgerKind.Commit] = (LedgerAccount.Reserved, LedgerAccount.Committed),
        [LedgerKind.Uncommit] = (LedgerAccount.Committed, LedgerAccount.Reserved),
        [LedgerKind.Advance] = (LedgerAccount.Committed, LedgerAccount.Advanced),
        [LedgerKind.ClearAdvance] = (LedgerAccount.Advanced, LedgerAccount.Paid),
        [LedgerKind.Pay] = (LedgerAccount.Committed, LedgerAccount.Paid),
        [LedgerKind.Settle] = (LedgerAccount.Paid, LedgerAccount.Settled),
        [LedgerKind.RecoverAdvance] = (LedgerAccount.Advanced, LedgerAccount.Committed),
        [LedgerKind.RecoverPaid] = (LedgerAccount.Paid, LedgerAccount.Committed),
        [LedgerKind.RecoverSettled] = (LedgerAccount.Settled, LedgerAccount.Returned),
        [LedgerKind.Cancel] = (LedgerAccount.Available, LedgerAccount.Cancelled),
        [LedgerKind.CarryOut] = (LedgerAccount.Available, LedgerAccount.CarriedOver),
        [LedgerKind.CarryOutAdvance] = (LedgerAccount.Advanced, LedgerAccount.CarriedOver),
        [LedgerKind.CarryIn] = (LedgerAccount.Outside, LedgerAccount.Available),
        [LedgerKind.CarryInAdvance] = (LedgerAccount.Outside, LedgerAccount.Advanced),
    };

    /// <summary>Accounts that are kept for each project, contract or estimate of management costs, and not only for the whole line.</summary>
    private static readonly LedgerAccount[] ByProject = [LedgerAccount.Reserved, LedgerAccount.Committed, LedgerAccount.Advanced, LedgerAccount.Paid, LedgerAccount.Settled, LedgerAccount.Returned];

    /// <summary>From which account to which; the opposite way for an entry that takes another back.</summary>
    public static (LedgerAccount From, LedgerAccount To) Way(this LedgerKind kind, bool takesBack = false)
    {
        var (from, to) = Ways[kind];
        return takesBack ? (to, from) : (from, to);
    }

    public static bool IsByProject(this LedgerAccount account) => ByProject.Contains(account);

    /// <summary>Whether money in it was bound by a contract, so that its row is the contract's and not the project's.</summary>
    public static bool IsByContract(this LedgerAccount account) => account.IsByProject() && account is not LedgerAccount.Reserved;
}
