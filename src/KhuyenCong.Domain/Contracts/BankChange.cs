using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Đề nghị đổi tài khoản nhận tiền: asked for by one person with a reason and a document, confirmed by another.</summary>
public sealed class BankChange : IProvincial, IAudited
{
    private BankChange()
    {
    }

    public Guid BankChangeId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public BankChangeState State { get; private set; }

    public BankAccount? Before { get; private set; }

    public BankAccount After { get; private set; } = new("", "", "");

    public string Reason { get; private set; } = "";

    /// <summary>Văn bản của bên nhận tiền: số, ngày.</summary>
    public string Document { get; private set; } = "";

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public Guid AskedBy { get; private set; }

    public DateTime AskedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Contract), ContractId);

    internal static BankChange Of(Contract contract, BankChangeAsked asked) => new()
    {
        BankChangeId = asked.BankChangeId,
        ProvinceCode = contract.ProvinceCode,
        ContractId = contract.ContractId,
        Before = contract.Bank,
        After = asked.Text.After,
        Reason = asked.Text.Reason,
        Document = asked.Text.Document,
        AskedBy = asked.By,
        AskedAt = asked.At,
    };

    internal void Attach(SignedCopyAttached attached) => (FileSha, FileName) = (attached.FileSha, attached.FileName);

    internal void Decide(BankChangeDecided decided) =>
        (State, Note, DecidedBy, DecidedAt) = (decided.IsConfirmed ? BankChangeState.Confirmed : BankChangeState.Refused, decided.Note, decided.By, decided.At);
}

/// <summary>Nội dung đề nghị đổi tài khoản, as typed.</summary>
public sealed record BankChangeText(BankAccount After, string Reason, string Document);

/// <summary>Đã đề nghị đổi tài khoản.</summary>
public sealed record BankChangeAsked(Guid BankChangeId, BankChangeText Text, Guid By, DateTime At);

/// <summary>Đã xác nhận hoặc từ chối đổi tài khoản.</summary>
public sealed record BankChangeDecided(Guid BankChangeId, bool IsConfirmed, string? Note, Guid By, DateTime At);
