namespace KhuyenCong.Data.Auditing;

/// <summary>Why a save happens.</summary>
public sealed record AuditIntent(string Kind, string? Reason)
{
    /// <summary>The field of an event that tells what somebody typed to say why.</summary>
    public const string TypedField = "TypedReason";

    /// <summary>Why, in words that may name a person: a value of the event, which can be erased, where <see cref="Reason"/> is sealed for good.</summary>
    public string? Typed { get; init; }
}

/// <summary>Sự kiện nhật ký: one thing somebody did to one record. Append-only.</summary>
/// <remarks><see cref="ProvinceCode"/> is the scope of the chain: a province, or <see cref="National"/> for shared records.</remarks>
public sealed class AuditEvent : IProvincial
{
    public const string National = "VN";

    public required Guid AuditEventId { get; init; }

    public required string ProvinceCode { get; init; }

    public required DateTime At { get; init; }

    public Guid? UserId { get; init; }

    public required string ActorName { get; init; }

    public Guid? OrganisationId { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Kind { get; init; }

    public string? Reason { get; init; }

    public List<AuditValue> Values { get; init; } = [];
}

/// <summary>One field of one event, old and new.</summary>
/// <remarks>The chain covers <see cref="Digest"/>, which is salted; old, new and salt can be erased on a lawful request without breaking the proof.</remarks>
public sealed class AuditValue : IProvincial
{
    public required Guid AuditValueId { get; init; }

    public required Guid AuditEventId { get; init; }

    public required string ProvinceCode { get; init; }

    public required int Position { get; init; }

    public required string Field { get; init; }

    public string? Old { get; private set; }

    public string? New { get; private set; }

    public byte[]? Salt { get; private set; }

    public required byte[] Digest { get; init; }

    /// <summary>The request by which the value was erased ("đã xóa theo yêu cầu số …").</summary>
    public string? ErasedByRequest { get; private set; }

    public static AuditValue Of(AuditEvent of, Guid id, int position, string field, string? old, string? now, byte[] salt)
    {
        ArgumentNullException.ThrowIfNull(of);
        return new()
        {
            AuditValueId = id,
            AuditEventId = of.AuditEventId,
            ProvinceCode = of.ProvinceCode,
            Position = position,
            Field = field,
            Old = old,
            New = now,
            Salt = salt,
            Digest = AuditChain.DigestOf(field, old, now, salt),
        };
    }

    public void Erase(string request) => (Old, New, Salt, ErasedByRequest) = (null, null, null, request);
}

/// <summary>One link of a scope's chain.</summary>
public sealed class AuditSeal
{
    public required string ProvinceCode { get; init; }

    public required long Sequence { get; init; }

    public required Guid AuditEventId { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTime SealedAt { get; init; }
}

/// <summary>The chain's head at the end of a day, signed with a key outside the database.</summary>
public sealed class AuditHead
{
    public required string ProvinceCode { get; init; }

    public required DateOnly Day { get; init; }

    public required long Sequence { get; init; }

    public required byte[] Hash { get; init; }

    public required byte[] Signature { get; init; }

    public required string KeyId { get; init; }
}
