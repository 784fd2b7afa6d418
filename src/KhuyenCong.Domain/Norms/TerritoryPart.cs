using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Địa bàn cũ: a part of a province, such as the former Ninh Thuận, as a dated set of communes.</summary>
public sealed class TerritoryPart : IProvincial, IVersioned, IAudited, IDated
{
    private HashSet<string>? communes;

    private TerritoryPart()
    {
    }

    public Guid TerritoryPartId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Rows of one code are the successive states of one part.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Commune codes, separated by spaces.</summary>
    public string CommuneCodes { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public Verification Verification { get; private set; }

    public string? VerificationNote { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(TerritoryPart), TerritoryPartId);

    public IReadOnlySet<string> Communes => communes ??= [.. CommuneCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    public static TerritoryPart Of(Guid id, TerritoryPartText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            TerritoryPartId = id,
            ProvinceCode = text.ProvinceCode,
            Code = text.Code,
            Name = text.Name,
            CommuneCodes = string.Join(' ', text.Communes),
            From = text.From,
            To = text.To,
            Verification = text.Verification,
            VerificationNote = text.VerificationNote,
        };
    }
}

/// <summary>Địa bàn cũ trong tệp gốc.</summary>
public sealed record TerritoryPartText(
    string ProvinceCode,
    string Code,
    string Name,
    IReadOnlyList<string> Communes,
    DateOnly? From = null,
    DateOnly? To = null,
    Verification Verification = Verification.FromKnowledge,
    string? VerificationNote = null);
