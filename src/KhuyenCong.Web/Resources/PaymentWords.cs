using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Payment requests in Vietnamese.</summary>
public static class PaymentWords
{
    public static string Text(this PaymentKind kind) => kind switch
    {
        PaymentKind.Advance => "Tạm ứng",
        PaymentKind.Payment => "Thanh toán",
        PaymentKind.ClearAdvance => "Thanh toán tạm ứng",
        PaymentKind.RecoverAdvance => "Thu hồi tạm ứng",
        _ => "Thu hồi khoản đã thanh toán",
    };

    /// <summary>"Đề nghị tạm ứng".</summary>
    public static string Title(this PaymentKind kind) => $"Đề nghị {kind.Text().InSentence()}";

    public static string Meaning(this PaymentKind kind) => kind switch
    {
        PaymentKind.Advance => "Chi trước theo hợp đồng, chưa có nghiệm thu.",
        PaymentKind.Payment => "Chi phần còn lại theo biên bản nghiệm thu đã kết luận.",
        PaymentKind.ClearAdvance => "Chuyển số đã tạm ứng thành đã thanh toán theo nghiệm thu; không chi thêm tiền.",
        PaymentKind.RecoverAdvance => "Thu về số tạm ứng chưa sử dụng.",
        _ => "Thu về khoản đã thanh toán chưa quyết toán.",
    };

    public static string Text(this PaymentState state) => state switch
    {
        PaymentState.Drafting => "Đang lập",
        PaymentState.Requested => "Đã đề nghị",
        PaymentState.Approved => "Đã duyệt",
        PaymentState.Sent => "Đã gửi Kho bạc",
        PaymentState.Paid => "Đã chi",
        PaymentState.SentBack => "Kho bạc trả lại",
        PaymentState.Refused => "Kho bạc từ chối",
        _ => "Đã bỏ",
    };

    /// <summary>Money of a recovery comes in.</summary>
    public static string Text(this PaymentState state, PaymentKind kind) => state is not PaymentState.Paid ? state.Text() : kind.IsRecovery() ? "Đã thu" : kind is PaymentKind.ClearAdvance ? "Đã thanh toán tạm ứng" : state.Text();

    public static Tone Tone(this PaymentState state) => state switch
    {
        PaymentState.Requested => TagHelpers.Tone.Info,
        PaymentState.Approved or PaymentState.Sent => TagHelpers.Tone.Accent,
        PaymentState.Paid => TagHelpers.Tone.Good,
        PaymentState.SentBack => TagHelpers.Tone.Warn,
        PaymentState.Refused => TagHelpers.Tone.Bad,
        _ => TagHelpers.Tone.Neutral,
    };

    /// <summary>Who has it and what comes next, inside a sentence.</summary>
    public static string Next(this PaymentState state) => state switch
    {
        PaymentState.Drafting => "người lập hoàn thiện, gửi đề nghị",
        PaymentState.Requested => "chờ thủ trưởng duyệt",
        PaymentState.Approved => "chờ kế toán gửi Kho bạc",
        PaymentState.Sent => "chờ kết quả của Kho bạc",
        PaymentState.SentBack or PaymentState.Refused => "người lập sửa, đề nghị lại hoặc bỏ",
        PaymentState.Paid => "đã hoàn thành",
        _ => "không xử lý tiếp",
    };

    /// <summary>Of a recovery money is waited for, not given.</summary>
    public static string Next(this PaymentState state, PaymentKind kind) => !kind.IsRecovery() ? state.Next() : state switch
    {
        PaymentState.Approved => "kế toán gửi yêu cầu nộp trả, theo dõi tại Kho bạc",
        PaymentState.Sent => "chờ tiền nộp về Kho bạc: kế toán ghi ngày thu, số chứng từ",
        _ => state.Next(),
    };

    public static string Text(this PaymentAction action, PaymentKind kind) => action switch
    {
        PaymentAction.Request => "Gửi đề nghị",
        PaymentAction.Discard => "Bỏ đề nghị",
        PaymentAction.Approve => "Duyệt",
        PaymentAction.Return => "Trả lại người lập",
        PaymentAction.Send => "Ghi đã gửi Kho bạc",
        PaymentAction.Pay => kind.IsRecovery() ? "Ghi nhận đã thu" : kind is PaymentKind.ClearAdvance ? "Ghi nhận đã thanh toán tạm ứng" : "Ghi nhận đã chi",
        PaymentAction.SendBack => "Ghi Kho bạc trả lại",
        PaymentAction.TakeBack => "Ghi nhận sai",
        _ => "Ghi Kho bạc từ chối",
    };

    public static string Done(this PaymentAction action, PaymentKind kind) => action switch
    {
        PaymentAction.Request => "Đã gửi đề nghị",
        PaymentAction.Discard => "Đã bỏ đề nghị",
        PaymentAction.Approve => "Đã duyệt",
        PaymentAction.Return => "Đã trả lại người lập",
        PaymentAction.Send => "Đã gửi Kho bạc",
        PaymentAction.Pay => PaymentState.Paid.Text(kind),
        PaymentAction.SendBack => "Kho bạc đã trả lại",
        PaymentAction.TakeBack => "Đã lấy lại lần ghi nhận sai",
        _ => "Kho bạc đã từ chối",
    };

    public static string Text(this AdvanceBucket bucket) => bucket switch
    {
        AdvanceBucket.Within30 => "Đến 30 ngày",
        AdvanceBucket.Within90 => "31–90 ngày",
        AdvanceBucket.Within180 => "91–180 ngày",
        AdvanceBucket.Beyond180 => "Trên 180 ngày",
        _ => "Không rõ ngày chi",
    };

    public static Tone Tone(this AdvanceBucket bucket) => bucket switch
    {
        AdvanceBucket.Within30 => TagHelpers.Tone.Good,
        AdvanceBucket.Within90 => TagHelpers.Tone.Info,
        AdvanceBucket.Beyond180 => TagHelpers.Tone.Bad,
        AdvanceBucket.Unknown => TagHelpers.Tone.Neutral,
        _ => TagHelpers.Tone.Warn,
    };

    /// <summary>The sentence of a finding with the clause it rests on.</summary>
    public static string Sentence(this PaymentFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return $"{Messages.For(finding.Breach)} {finding.Law.Citation()}: “{finding.Law.Rule.Text}”";
    }

    /// <summary>"0123456789, Ngân hàng …, chủ tài khoản …".</summary>
    public static string Shown(this BankAccount bank, bool whole)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return $"{(whole ? bank.Number : bank.Masked)}, {bank.Bank}, chủ tài khoản {bank.Holder}";
    }

    public static string? OfCode(string field, string code) => field switch
    {
        "Kind" when code is "Advance" or "Payment" or "ClearAdvance" or "RecoverAdvance" or "RecoverPaid" && Enum.TryParse<PaymentKind>(code, out var kind) => kind.Text(),
        "State" or "FromState" or "ToState" when code is "Requested" or "Sent" or "Paid" or "SentBack" or "Refused" && Enum.TryParse<PaymentState>(code, out var state) => state.Text(),
        "Action" when code is "Request" or "Send" or "Pay" or "Refuse" or "TakeBack" && Enum.TryParse<PaymentAction>(code, out var action) => action.Text(PaymentKind.Payment),
        _ => null,
    };
}
