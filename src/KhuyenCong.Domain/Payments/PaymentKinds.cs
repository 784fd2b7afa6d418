using KhuyenCong.Domain.Ledgers;

namespace KhuyenCong.Domain.Payments;

/// <summary>Loại đề nghị chi.</summary>
public enum PaymentKind
{
    /// <summary>Tạm ứng.</summary>
    Advance,

    /// <summary>Thanh toán.</summary>
    Payment,

    /// <summary>Thanh toán tạm ứng: what was advanced is proven and becomes paid; no money moves.</summary>
    ClearAdvance,

    /// <summary>Thu hồi tạm ứng.</summary>
    RecoverAdvance,

    /// <summary>Thu hồi khoản đã thanh toán.</summary>
    RecoverPaid,
}

/// <summary>Trạng thái của đề nghị chi: what was asked for is not sent, what was sent is not paid.</summary>
public enum PaymentState
{
    /// <summary>Đang lập.</summary>
    Drafting,

    /// <summary>Đã đề nghị.</summary>
    Requested,

    /// <summary>Đã duyệt.</summary>
    Approved,

    /// <summary>Đã gửi Kho bạc.</summary>
    Sent,

    /// <summary>Đã chi; của đề nghị thu hồi: đã thu.</summary>
    Paid,

    /// <summary>Kho bạc trả lại.</summary>
    SentBack,

    /// <summary>Kho bạc từ chối.</summary>
    Refused,

    /// <summary>Đã bỏ.</summary>
    Discarded,
}

/// <summary>Việc làm với đề nghị chi.</summary>
public enum PaymentAction
{
    /// <summary>Đề nghị, đề nghị lại.</summary>
    Request,

    /// <summary>Bỏ.</summary>
    Discard,

    /// <summary>Duyệt.</summary>
    Approve,

    /// <summary>Trả lại người lập.</summary>
    Return,

    /// <summary>Gửi Kho bạc.</summary>
    Send,

    /// <summary>Ghi nhận đã chi, đã thu.</summary>
    Pay,

    /// <summary>Ghi nhận Kho bạc trả lại.</summary>
    SendBack,

    /// <summary>Ghi nhận Kho bạc từ chối.</summary>
    Refuse,

    /// <summary>Ghi nhận sai: what was recorded as paid by mistake waits for the Treasury's answer again.</summary>
    TakeBack,
}

/// <summary>Phần việc của đề nghị chi: nobody prepares and approves, nobody approves and records.</summary>
public enum PaymentDuty
{
    /// <summary>Lập, sửa, đề nghị.</summary>
    Prepare,

    /// <summary>Duyệt.</summary>
    Approve,

    /// <summary>Gửi Kho bạc, ghi nhận kết quả: the accountant, who may have prepared it.</summary>
    Record,
}

/// <summary>What follows from a kind or a state of request.</summary>
public static class PaymentKindFacts
{
    /// <summary>The entry that a paid request makes.</summary>
    public static LedgerKind Posts(this PaymentKind kind) => kind switch
    {
        PaymentKind.Advance => LedgerKind.Advance,
        PaymentKind.Payment => LedgerKind.Pay,
        PaymentKind.ClearAdvance => LedgerKind.ClearAdvance,
        PaymentKind.RecoverAdvance => LedgerKind.RecoverAdvance,
        PaymentKind.RecoverPaid => LedgerKind.RecoverPaid,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The account that a request takes from.</summary>
    public static LedgerAccount TakesFrom(this PaymentKind kind) => kind.Posts().Way().From;

    /// <summary>Money comes back.</summary>
    public static bool IsRecovery(this PaymentKind kind) => kind is PaymentKind.RecoverAdvance or PaymentKind.RecoverPaid;

    /// <summary>Money goes to the account of the contract.</summary>
    public static bool PaysOut(this PaymentKind kind) => kind is PaymentKind.Advance or PaymentKind.Payment;

    /// <summary>It ends an expense for good, and so needs a concluded acceptance.</summary>
    public static bool NeedsAcceptance(this PaymentKind kind) => kind is PaymentKind.Payment or PaymentKind.ClearAdvance;

    /// <summary>Asked for and not yet decided by the Treasury: its amount is spoken for.</summary>
    public static bool IsOpen(this PaymentState state) => state is PaymentState.Requested or PaymentState.Approved or PaymentState.Sent;

    /// <summary>Whoever prepares may still correct it.</summary>
    public static bool IsWritable(this PaymentState state) => state is PaymentState.Drafting or PaymentState.SentBack or PaymentState.Refused;
}
