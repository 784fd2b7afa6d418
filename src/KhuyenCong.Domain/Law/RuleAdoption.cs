namespace KhuyenCong.Domain.Law;

/// <summary>Xác nhận áp dụng quy định: a province takes an unverified rule as binding, by a signed document.</summary>
public sealed class RuleAdoption : IProvincial, IVersioned, IAudited, IDated
{
    private RuleAdoption()
    {
    }

    public Guid RuleAdoptionId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid LegalRuleId { get; private set; }

    public string SignedNumber { get; private set; } = "";

    public DateOnly SignedOn { get; private set; }

    public string SignerName { get; private set; } = "";

    public string SignerTitle { get; private set; } = "";

    public string? FileSha { get; private set; }

    public Guid ConfirmedBy { get; private set; }

    public string? Note { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string? RevokedReason { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(LegalRule), LegalRuleId);

    public static RuleAdoption Of(RuleAdopted adopted) => new()
    {
        RuleAdoptionId = adopted.RuleAdoptionId,
        ProvinceCode = adopted.ProvinceCode,
        LegalRuleId = adopted.LegalRuleId,
        SignedNumber = adopted.Text.SignedNumber,
        SignedOn = adopted.Text.SignedOn,
        SignerName = adopted.Text.SignerName,
        SignerTitle = adopted.Text.SignerTitle,
        FileSha = adopted.Text.FileSha,
        ConfirmedBy = adopted.ConfirmedBy,
        Note = adopted.Text.Note,
        From = adopted.Text.From,
    };

    public void Apply(AdoptionRevoked revoked)
    {
        To = revoked.To;
        RevokedReason = revoked.Reason;
    }
}
