using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KhuyenCong.Data.Auditing;

/// <summary>How events become a chain: every link covers the one before, every field by its salted digest.</summary>
public static class AuditChain
{
    public static readonly byte[] Genesis = new byte[32];

    public static byte[] DigestOf(string field, string? old, string? now, byte[] salt) => Hash(salt, Utf8(field), Utf8(old), Utf8(now));

    public static byte[] Link(byte[] previous, long sequence, AuditEvent sealed_)
    {
        ArgumentNullException.ThrowIfNull(sealed_);
        var number = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        return Hash([
            previous,
            number,
            sealed_.AuditEventId.ToByteArray(bigEndian: true),
            Utf8(sealed_.ProvinceCode),
            // Databases keep microseconds; the chain must not depend on what a store rounds away.
            Utf8(new DateTime(sealed_.At.Ticks / 10_000 * 10_000, DateTimeKind.Utc).ToString("O")),
            Utf8(sealed_.UserId?.ToString()),
            Utf8(sealed_.ActorName),
            Utf8(sealed_.OrganisationId?.ToString()),
            Utf8(sealed_.SubjectKind),
            Utf8(sealed_.SubjectId.ToString()),
            Utf8(sealed_.Kind),
            Utf8(sealed_.Reason),
            .. sealed_.Values.OrderBy(v => v.Position).Select(v => v.Digest),
        ]);
    }

    /// <summary>Length-prefixed, so that two fields can never be read as one.</summary>
    private static byte[] Hash(params byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[4];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Utf8(string? text) => text is null ? [0] : [1, .. Encoding.UTF8.GetBytes(text)];
}
